/** Explains mergers: reorganizations, with cash or without (R-CA-7), and taxable mergers and tenders (R-CA-8). */
import { PIECE_BOOT, PIECE_CASH_IN_LIEU, type OpenLot } from "../../lots/book-types";
import { firstLongTermDay } from "../../rules/holding-term";
import { isoFromDay } from "../../values/plain-date";
import { dollarsPerShare, plainNumber, sharesFromUnits, sharesText } from "../figures";
import { perShareText, valueOf } from "./arithmetic";
import { averagedFirst } from "./average";
import type { ExplainedRow } from "./explained-row";
import { basisOf, lotsNew, lotsOf, unitsOfLots } from "./lots-around";
import { lossesTakenUp, lotStory } from "./lot-story";
import { accountText, dayOf, lotInAccount, lotWithBasis, newNameOf, newSymbolOf, rowOf, symbolOf } from "./naming";
import { explainPieces } from "./pieces";
import { cashSentences } from "./spin-off";
import { moneyText } from "../../values/money-text";

export function explainMerger(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  return book.trades.details.get(trade)?.taxable || newSymbolOf(explained) < 0 ? taxableMerger(explained) : reorganization(explained);
}

function reorganization(explained: ExplainedRow): string[] {
  const { book, trade, pieces } = explained;
  const hasBoot = pieces.of(trade).some((piece) => (book.realized.flags[piece]! & PIECE_BOOT) !== 0);
  return [
    `${rowOf(explained)} is a merger on ${dayOf(explained)}: ${termsText(explained)}, in ${accountText(explained)}.`,
    hasBoot
      ? "Each lot is taken by itself: its gain is recognized up to its cash, a loss is not recognized, and no lot offsets another (R-CA-7)."
      : "Shares for shares: nothing is realized, and each lot keeps its total basis (R-CA-7).",
    ...lotSentences(explained, hasBoot),
    "The new shares keep the dates of the old, lot by lot (R-HP-2), and are no purchase for the wash-sale rule (R-WS-2).",
    ...cashSentences(explained),
    ...explainPieces(explained),
  ];
}

/** `100 OLD for 50 NEW and $10.00 cash a share` */
function termsText(explained: ExplainedRow): string {
  const { book, trade } = explained;
  const { trades } = book;
  const detail = trades.details.get(trade);
  const old = symbolOf(explained);
  const shares =
    newSymbolOf(explained) < 0
      ? []
      : detail?.ratio !== undefined
        ? [`every ${plainNumber(detail.ratio.oldShares)} ${old} ${detail.ratio.oldShares === 1 ? "becomes" : "become"} ${plainNumber(detail.ratio.newShares)} ${newNameOf(explained)}`]
        : [`${old} becomes ${plainNumber(trades.shares[trade]!)} ${newNameOf(explained)}`];
  const cash =
    detail?.cashPerShare !== undefined
      ? [`${perShareText(detail.cashPerShare)} cash for each ${old}`]
      : trades.amountCents[trade]! > 0
        ? [`${moneyText(trades.amountCents[trade]!)} cash in all`]
        : [];
  return [...shares, ...cash].join(", and ");
}

/** Old lots and what became of each, in order of acquisition within every account. */
function lotSentences(explained: ExplainedRow, hasBoot: boolean): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const before = explained.bookBefore();
  const after = explained.bookAfter();
  const account = trades.account[trade]!;
  const old = lotsOf(before, trades.symbol[trade]!, account);
  const fresh = lotsNew(before, after, newSymbolOf(explained), account);
  const boots = explained.pieces.of(trade).filter((piece) => (book.realized.flags[piece]! & PIECE_BOOT) !== 0);
  const received = old.map((lot) => receivedFor(explained, lot, fresh));
  if (received.some((one) => one === null) || (hasBoot && boots.length !== old.length)) {
    return [`New shares: ${fresh.map((lot) => `${lotWithBasis(after, lot)} in ${trades.accounts[lot.account]}`).join("; ")}.`];
  }
  const starts = received.map((one, at) => one!.basisCents + (hasBoot ? book.realized.basisCents[boots[at]!]! : 0));
  const sentences = old.map((own, at) => {
    const lot = { ...own, basisCents: starts[at]! };
    return hasBoot
      ? bootSentence(explained, lot, received[at]!, boots[at]!)
      : `${lotInAccount(book, lot)}: ${sharesText(before, lot.symbol, lot.units)} with basis ${moneyText(lot.basisCents)} become ${sharesText(after, newSymbolOf(explained), received[at]!.units)} with basis ${moneyText(received[at]!.basisCents)}.`;
  });
  return [...averagedFirst(old.map((lot) => lot.basisCents), starts), ...sentences];
}

interface Received {
  readonly units: number;
  readonly basisCents: number;
}

/** New shares of an old lot, with its fraction that was paid in cash; null where several lots of one purchase blur them. */
function receivedFor({ book, trade, pieces }: ExplainedRow, lot: OpenLot, fresh: readonly OpenLot[]): Received | null {
  const { realized } = book;
  const own = fresh.filter((one) => one.purchase === lot.purchase && one.account === lot.account);
  if (own.length > 1) return null;
  const fractions = pieces.of(trade).filter(
    (piece) => (realized.flags[piece]! & PIECE_CASH_IN_LIEU) !== 0 && realized.purchase[piece] === lot.purchase && realized.account[piece] === lot.account,
  );
  return {
    units: fractions.reduce((sum, piece) => sum + realized.units[piece]!, unitsOfLots(own)),
    basisCents: fractions.reduce((sum, piece) => sum + realized.basisCents[piece]!, basisOf(own)),
  };
}

/** Realized, recognized, new basis. */
function bootSentence(explained: ExplainedRow, lot: OpenLot, received: Received, piece: number): string {
  const { book, trade } = explained;
  const { realized, trades } = book;
  const cash = realized.proceedsCents[piece]!;
  const recognized = cash - realized.basisCents[piece]!;
  const newValue = trades.details.get(trade)?.newValue;
  const said = [`${lotInAccount(book, lot)}, ${sharesText(book, lot.symbol, lot.units)} with basis ${moneyText(lot.basisCents)}:`];
  if (newValue !== undefined) {
    const worth = valueOf(sharesFromUnits(book, newSymbolOf(explained), received.units), newValue);
    const result = worth.cents + cash - lot.basisCents;
    said.push(`stock ${worth.text}; realized ${moneyText(worth.cents)} + cash ${moneyText(cash)} - ${moneyText(lot.basisCents)} = ${moneyText(result)};`);
  } else {
    said.push(`cash ${moneyText(cash)};`);
  }
  const why = recognized === cash ? "all of the cash" : recognized === 0 ? "no gain, and a loss is not recognized" : "the gain, less than the cash";
  said.push(
    `recognized ${moneyText(recognized)} (${why}); new basis ${moneyText(lot.basisCents)} - ${moneyText(cash)} + ${moneyText(recognized)} = ${moneyText(lot.basisCents - cash + recognized)} (R-CA-7).`,
  );
  return said.join(" ");
}

function taxableMerger(explained: ExplainedRow): string[] {
  const { book, trade, pieces } = explained;
  const { trades, realized } = book;
  const taken = pieces.of(trade);
  const after = explained.bookAfter();
  const newSymbol = newSymbolOf(explained);
  const fresh = newSymbol < 0 ? [] : lotsNew(explained.bookBefore(), after, newSymbol, trades.account[trade]!);
  const cashSold = taken.reduce((sum, piece) => sum + realized.proceedsCents[piece]!, 0);
  const day = trades.day[trade]!;
  // What a wash sale added to the new shares is told as such.
  const basis = basisOf(fresh) - fresh.reduce((sum, lot) => sum + lot.washAddedCents, 0);
  return [
    `${rowOf(explained)} is a ${newSymbol < 0 ? "merger or tender for cash" : "taxable merger"} on ${dayOf(explained)}: ${termsText(explained)}, in ${accountText(explained)}.`,
    `It is a sale of every ${symbolOf(explained)} held, for ${moneyText(cashSold)}${proceedsText(explained, cashSold, basis)} (R-CA-8).`,
    ...(fresh.length === 0
      ? []
      : [
          `The new shares have their value for basis: ${fresh.map((lot) => `${lotWithBasis(after, lot)} in ${trades.accounts[lot.account]}`).join("; ")}. Their holding period counts from ${isoFromDay(day + 1)}, long-term from ${isoFromDay(firstLongTermDay(day))} on (R-HP-1), and they are a purchase for the wash-sale rule (R-WS-2).`,
        ]),
    ...cashSentences(explained),
    ...explainPieces(explained),
    ...lossesTakenUp(explained, trade),
    ...(fresh.length === 0 ? [] : lotStory(explained, trade, basis, "value")),
  ];
}

/** `, that is cash $500.00 + stock 50 × $40.00 = $2,000.00` */
function proceedsText(explained: ExplainedRow, proceeds: number, newBasis: number): string {
  const { book, trade } = explained;
  const { trades } = book;
  const newValue = trades.details.get(trade)?.newValue;
  const newSymbol = newSymbolOf(explained);
  if (newSymbol < 0) {
    const units = explained.pieces.of(trade).reduce((sum, piece) => sum + book.realized.units[piece]!, 0);
    const perShare = dollarsPerShare(proceeds, units, book.unitsPerShare[trades.symbol[trade]!]!);
    return `, ${perShareText(perShare)} a share`;
  }
  if (newValue === undefined) return "";
  const fresh = lotsNew(explained.bookBefore(), explained.bookAfter(), newSymbol, trades.account[trade]!);
  const worth = valueOf(sharesFromUnits(book, newSymbol, unitsOfLots(fresh)), newValue);
  if (worth.cents !== newBasis || proceeds < worth.cents) return "";
  return proceeds === worth.cents ? `, the stock's value ${worth.text}` : `, that is cash ${moneyText(proceeds - worth.cents)}, and stock ${worth.text}`;
}
