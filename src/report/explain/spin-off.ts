/** Explains a spin-off (R-CA-4) and a stock dividend of another class (R-CA-3). */
import { firstLongTermDay } from "../../rules/holding-term";
import { isoFromDay } from "../../values/plain-date";
import { plainNumber } from "../figures";
import { allocationSentences, newSharesOf, shareOfBasis, valuesOf } from "./allocation";
import { valueOf } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { basisOf, lotsNew, lotsOf, unitsOfLots } from "./lots-around";
import { lotStory, lossesTakenUp } from "./lot-story";
import { accountText, dayOf, lotWithBasis, newNameOf, newSymbolOf, rowOf, symbolOf } from "./naming";
import { explainPieces } from "./pieces";
import { sharesFromUnits } from "../figures";
import { moneyText } from "../../values/money-text";

export function explainSpinOff(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const detail = book.trades.details.get(trade);
  if (detail?.taxable) return taxableSpinOff(explained);
  return distribution(explained, "spin-off", "R-CA-4", [
    `The new shares keep the dates of the old, lot by lot (R-HP-2), and are no purchase for the wash-sale rule (R-WS-2).`,
  ]);
}

export function explainOtherClass(explained: ExplainedRow): string[] {
  return distribution(explained, "stock dividend of another class", "R-CA-3", [
    `The new shares keep the dates of the old, lot by lot (R-HP-5), and are no purchase for the wash-sale rule (R-WS-2).`,
  ]);
}

function distribution(explained: ExplainedRow, what: string, rule: string, dates: readonly string[]): string[] {
  const { book, trade } = explained;
  const detail = book.trades.details.get(trade);
  const values = valuesOf(explained);
  const share = shareOfBasis(explained, values);
  return [
    `${rowOf(explained)} is a ${what} on ${dayOf(explained)}: ${newSharesText(explained)} for ${symbolOf(explained)}, in ${accountText(explained)}.`,
    detail?.basisShare !== undefined
      ? `The row's Basis share says how much of the basis goes to ${newNameOf(explained)}, as the issuer's Form 8937 does (${rule}).`
      : `The basis of each lot is divided by value (${rule}).`,
    ...(detail?.basisShare === undefined && values !== null ? [values.sentence] : []),
    ...allocationSentences(explained, share),
    ...dates,
    ...cashSentences(explained),
    ...explainPieces(explained),
  ];
}

/** `41.5 KID` */
function newSharesText(explained: ExplainedRow): string {
  const { book, trade } = explained;
  const symbol = book.trades.symbol[trade]!;
  const before = explained.bookBefore();
  const held = sharesFromUnits(before, symbol, unitsOfLots(lotsOf(before, symbol, book.trades.account[trade]!)));
  return `${plainNumber(newSharesOf(explained, held))} ${newNameOf(explained)}`;
}

export function cashSentences({ book, trade }: ExplainedRow): string[] {
  const cash = book.trades.details.get(trade)?.cashInLieuCents;
  return cash === undefined ? [] : [`Cash of ${moneyText(cash)} for a fraction of a share counts as a sale of that fraction (R-CA-2).`];
}

/** A dividend at value: the old lots do not change. */
function taxableSpinOff(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const newValue = trades.details.get(trade)?.newValue;
  const after = explained.bookAfter();
  const fresh = lotsNew(explained.bookBefore(), after, newSymbolOf(explained), trades.account[trade]!);
  const shares = sharesFromUnits(after, newSymbolOf(explained), unitsOfLots(fresh));
  const basis = basisOf(fresh);
  const value = newValue === undefined ? null : valueOf(shares, newValue);
  const sum = value !== null && value.cents === basis ? value.text : moneyText(basis);
  const day = trades.day[trade]!;
  return [
    `${rowOf(explained)} is a taxable spin-off on ${dayOf(explained)}: ${newSharesText(explained)} for ${symbolOf(explained)}, in ${accountText(explained)}.`,
    `It is a dividend, income of its own: the basis of ${symbolOf(explained)} does not change, and the new shares have their value for basis, ${sum} (R-CA-4).`,
    `New shares: ${fresh.map((lot) => `${lotWithBasis(after, lot)} in ${trades.accounts[lot.account]}`).join("; ")}.`,
    `Their holding period counts from ${isoFromDay(day + 1)}, the day after; a sale is long-term from ${isoFromDay(firstLongTermDay(day))} on (R-HP-1).`,
    ...cashSentences(explained),
    ...explainPieces(explained),
    ...lossesTakenUp(explained, trade),
    ...lotStory(explained, trade, basis + explained.pieces.of(trade).reduce((sum, piece) => sum + book.realized.basisCents[piece]!, 0), "value"),
  ];
}
