/** The Note of an open lot, short position or open loss: why its numbers are what they are, and its marks. */
import type { Book, OpenLossLeft, OpenLot, OpenShort } from "../../lots/book-types";
import { TradeKind } from "../../lots/trades";
import { rowsText, sharesFromUnits } from "../../report/figures";
import { warningSentence } from "../../report/harvest-words";
import type { WashLinks } from "../../report/wash-links";
import { finalOn } from "../../rules/wash-sale/window";
import { isoFromDay, type Day } from "../../values/plain-date";
import { marksText, NO_MARKS, type LotMarks, type SecurityMark } from "../lot-marks";
import { moneyText } from "../../values/money-text";

export function lotNote(book: Book, links: WashLinks, lot: OpenLot, numberOfDay: number | null): string[] {
  const said = accountNote(book, lot.account);
  if (lot.washAddedCents > 0) said.push(includesNote(book, links, lot));
  if (lot.holdingFrom !== lot.acquired && !beginsOnDate(lot)) {
    said.push(`Holding period counts from ${isoFromDay(lot.holdingFrom)}.`);
  }
  if (lot.underShort === true) said.push(warningSentence({ kind: "short-holds-period", shares: sharesFromUnits(book, lot.symbol, lot.units) }));
  return [...said, ...marksText(marksOf(book, lot, numberOfDay), lot.holdingFrom)];
}

export function shortNote(book: Book, short: OpenShort): string[] {
  const said = accountNote(book, short.account);
  said.push(book.trades.options.has(short.symbol) ? "Option written." : "Short position.");
  if (isHeldAgainst(book, short)) said.push("Carried into another year, its effect on the term of the shares held is judged by what is still held (R-SS-2).");
  if (short.washAddedCents > 0) said.push(`Cost to close is raised by ${moneyText(short.washAddedCents)} disallowed on earlier shorts.`);
  return [...said, ...marksText({ ...NO_MARKS, security: securityMark(book, short.symbol) }, short.opened)];
}

function isHeldAgainst({ openLots, trades }: Book, { symbol }: OpenShort): boolean {
  return !trades.options.has(symbol) && openLots.some((lot) => lot.symbol === symbol);
}

export function openLossNote(book: Book, loss: OpenLossLeft): string[] {
  const openLoss = { cents: loss.lossCents, shares: sharesFromUnits(book, loss.symbol, loss.units), sold: loss.sold, ofShort: loss.ofShort };
  const marks: LotMarks = {
    ...NO_MARKS,
    openLoss,
    periodStart: loss.periodStart,
    security: securityMark(book, loss.symbol),
  };
  return [...marksText(marks, loss.holdingFrom), `Final on ${isoFromDay(finalOn(loss.sold))}.`];
}

/**
 * R-WS-12: losses whose window is open and that the table forgets when it is pasted into the next year. By symbol, to
 * be said once.
 * @param carry whether the table has those rows
 */
export function forgottenLosses(book: Book, carry: boolean): Map<number, string> {
  const warnings = new Map<number, string>();
  for (const [symbol, { cents, last }] of carry ? [] : bySymbol(book.openLosses)) {
    const until = isoFromDay(finalOn(last) - 1);
    warnings.set(symbol, `Losses of ${moneyText(cents)} on ${book.trades.symbols[symbol]!} can still be washed until ${until}; carry = Yes adds rows that carry them into the next year.`);
  }
  return warnings;
}

type DatedLoss = Pick<OpenLossLeft, "symbol" | "lossCents" | "sold">;

function bySymbol(losses: readonly DatedLoss[]): Map<number, { readonly cents: number; readonly last: Day }> {
  const sums = new Map<number, { cents: number; last: Day }>();
  for (const { symbol, lossCents, sold } of losses) {
    const open = sums.get(symbol);
    sums.set(symbol, { cents: (open?.cents ?? 0) + lossCents, last: Math.max(open?.last ?? sold, sold) });
  }
  return sums;
}

function accountNote({ trades, choices }: Book, index: number): string[] {
  const account = choices.accounts.get(trades.accounts[index]!.toUpperCase());
  return account !== undefined && account.type !== "Taxable" ? [`${account.type} account.`] : [];
}

function beginsOnDate({ periodStart }: OpenLot): boolean {
  return periodStart === "Rights exercise" || periodStart === "Short-sale restart";
}

function marksOf(book: Book, lot: OpenLot, numberOfDay: number | null): LotMarks {
  const hasWashAdded = lot.washAddedCents > 0;
  return {
    periodStart: lot.periodStart,
    hasAbsorbedLoss: lot.usedAsReplacement && !hasWashAdded,
    cannotReplace: !lot.usedAsReplacement && !lot.canReplace,
    canStillReplace: lot.canReplace && hasWashAdded,
    basisUnknown: lot.basisUnknown,
    moved: lot.moved,
    averaged: lot.averaged,
    lossBasis: lot.lossBasis,
    numberOfDay,
    openLoss: null,
    security: securityMark(book, lot.symbol),
  };
}

function securityMark({ trades }: Book, symbol: number): SecurityMark | null {
  const option = trades.options.get(symbol);
  if (option !== undefined) {
    return { is: option.type, underlying: trades.symbols[option.underlying]!, multiplier: option.multiplier };
  }
  if (trades.digital.has(symbol)) return { is: "digital" };
  if (trades.collectibles.has(symbol)) return { is: "collectible" };
  return trades.funds.has(symbol) ? { is: "fund" } : null;
}

function includesNote(book: Book, links: WashLinks, lot: OpenLot): string {
  const rows = lossRows(book, links, lot);
  const ended = book.trades.kind[lot.purchase] === TradeKind.Exercise || book.trades.kind[lot.purchase] === TradeKind.Assigned;
  const where = rows.length > 0 ? `on ${rowsText(rows)}` : ended ? "that the option had taken up" : "in an earlier year";
  return `Includes ${moneyText(lot.washAddedCents)} disallowed ${where}.`;
}

/** Sales whose loss the lot carries. Blocks of one purchase that replaced different sales are told by their date. */
function lossRows(book: Book, links: WashLinks, lot: OpenLot): number[] {
  const matches = links.ofReplacement(lot.purchase);
  const own = matches.filter((match) => match.holdingFrom === lot.holdingFrom);
  // Of a lot from an earlier book, a loss on no row of this one was there before.
  const isOpening = book.trades.details.get(lot.purchase)?.opening !== undefined;
  const carried = own.length > 0 || isOpening ? own : matches;
  return [...new Set(carried.map((match) => book.trades.row[match.lossSale]!))];
}
