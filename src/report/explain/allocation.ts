/**
 * Explains new shares that take a part of the old shares' basis with them, lot by lot: a stock dividend of another
 * class (R-CA-3), a spin-off (R-CA-4), stock rights (R-CA-5).
 */
import Decimal from "decimal.js";
import { plainNumber, sharesFromUnits } from "../figures";
import { fifteenDigits } from "../../values/decimals";
import { perShareText, valueOf } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { basisOf, lotsAround, lotsNew, lotsOf, unitsOfLots, type LotAround } from "./lots-around";
import { lotInAccount, lotWithBasis, newNameOf, newSymbolOf, symbolOf } from "./naming";
import { moneyText } from "../../values/money-text";

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** The part of every lot's basis that goes to the new shares: `part` of `whole`, and the words for it. */
export interface Share {
  readonly part: Decimal;
  readonly whole: Decimal;
  /** As the text shows them, which may be rounded. */
  readonly shown: { readonly part: Decimal; readonly whole: Decimal };
  /** `× 20%`, `× $1,660.00 ÷ $9,130.00` */
  readonly text: string;
}

export interface Values {
  readonly oldShares: number;
  readonly newShares: number;
  readonly oldCents: number;
  readonly newCents: number;
  /** Unrounded. */
  readonly newDollars: Decimal;
  readonly dollars: Decimal;
  readonly sentence: string;
}

/** Shares held before the row, the new shares it brings, and what both are worth; null where the row gives no values. */
export function valuesOf(explained: ExplainedRow): Values | null {
  const { book, trade } = explained;
  const { trades } = book;
  const detail = trades.details.get(trade);
  if (detail?.value === undefined || detail.newValue === undefined) return null;
  const symbol = trades.symbol[trade]!;
  const before = explained.bookBefore();
  const oldShares = sharesFromUnits(before, symbol, unitsOfLots(lotsOf(before, symbol, trades.account[trade]!)));
  const newShares = newSharesOf(explained, oldShares);
  const old = valueOf(oldShares, detail.value);
  const fresh = valueOf(newShares, detail.newValue);
  return {
    oldShares,
    newShares,
    oldCents: old.cents,
    newCents: fresh.cents,
    newDollars: new Exact(newShares).times(detail.newValue),
    dollars: new Exact(newShares).times(detail.newValue).plus(new Exact(oldShares).times(detail.value)),
    sentence: `Values: ${symbolOf(explained)} ${old.text}; ${newNameOf(explained)} ${fresh.text}; together ${moneyText(old.cents + fresh.cents)}.`,
  };
}

export function newSharesOf({ book, trade }: ExplainedRow, oldShares: number): number {
  const { trades } = book;
  const ratio = trades.details.get(trade)?.ratio;
  if (ratio === undefined) return trades.shares[trade]!;
  return fifteenDigits(new Exact(oldShares).times(ratio.newShares).dividedBy(ratio.oldShares).toNumber());
}

/** The row's Basis share wins over its values (R-CA-4: the issuer's Form 8937). */
export function shareOfBasis(explained: ExplainedRow, values: Values | null): Share | null {
  const given = explained.book.trades.details.get(explained.trade)?.basisShare;
  if (given !== undefined) {
    const percent = plainNumber(fifteenDigits(new Exact(given).times(100).toNumber()));
    const [part, whole] = [new Exact(given), new Exact(1)];
    return { part, whole, shown: { part, whole }, text: `× ${percent}%` };
  }
  if (values === null) return null;
  const [part, whole] = [shownDollars(values.newDollars), shownDollars(values.dollars)];
  return {
    part: values.newDollars,
    whole: values.dollars,
    shown: { part, whole },
    text: `× ${perShareText(part.toNumber())} ÷ ${perShareText(whole.toNumber())}`,
  };
}

/** To six places, so that fractions of a cent do not spoil the sum for a reader. */
function shownDollars(dollars: Decimal): Decimal {
  return dollars.toDecimalPlaces(6);
}

/** Lot by lot: what goes, what stays, and the new shares that carry it. */
export function allocationSentences(explained: ExplainedRow, share: Share | null): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const before = explained.bookBefore();
  const after = explained.bookAfter();
  const account = trades.account[trade]!;
  const symbol = trades.symbol[trade]!;
  const newSymbol = newSymbolOf(explained);
  const around = lotsAround(before, after, symbol, account);
  const fresh = lotsNew(before, after, newSymbol, account);
  const newName = newNameOf(explained);
  const sentences = (around ?? []).map((lot) => lotSentence(explained, lot, share));
  if (fresh.length > 0) {
    sentences.push(`New shares: ${fresh.map((lot) => `${lotWithBasis(after, lot)} in ${trades.accounts[lot.account]}`).join("; ")}.`);
  }
  const stayed = basisOf(lotsOf(after, symbol, account));
  const inCash = explained.pieces.of(trade).reduce((sum, piece) => sum + book.realized.basisCents[piece]!, 0);
  const cash = inCash === 0 ? "" : ` + fraction paid in cash ${moneyText(inCash)}`;
  sentences.push(
    `Check: ${symbolOf(explained)} ${moneyText(stayed)} + ${newName} ${moneyText(basisOf(fresh))}${cash} = ${moneyText(stayed + basisOf(fresh) + inCash)}; before, ${symbolOf(explained)} had ${moneyText(basisOf(lotsOf(before, symbol, account)))}.`,
  );
  return sentences;
}

function lotSentence(explained: ExplainedRow, { before, after }: LotAround, share: Share | null): string {
  const went = before.basisCents - after.basisCents;
  const sumOf = (part: Decimal, whole: Decimal): boolean => new Exact(before.basisCents).times(part).dividedBy(whole).toDecimalPlaces(0).equals(went);
  const isThatSum = share !== null && sumOf(share.part, share.whole) && sumOf(share.shown.part, share.shown.whole);
  const sum = isThatSum ? `${moneyText(before.basisCents)} ${share!.text} = ${moneyText(went)}` : moneyText(went);
  return `${lotInAccount(explained.book, before)}, basis ${moneyText(before.basisCents)}: ${sum} goes to ${newNameOf(explained)}, ${moneyText(after.basisCents)} stays.`;
}
