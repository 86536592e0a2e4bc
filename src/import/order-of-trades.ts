/**
 * Rows in the order in which they happened, as far as the file tells (broker layouts, section 0.6): a file written newest
 * first is turned round; within a day a time decides, else splits come first and openings before closings.
 */
import type { ImportedTrade } from "./import-types";

const RANKS: Readonly<Record<string, number>> = {
  Split: 0, "Stock dividend": 0, "Symbol change": 0,
  Buy: 1, Reinvest: 1, Vest: 1, "Sell short": 1, "Gift received": 1, Inherit: 1, "Open lot": 1,
};
const RANK_OF_CLOSING = 2;

export function inOrderOfTime(trades: readonly ImportedTrade[]): ImportedTrade[] {
  const byLine = [...trades].sort((a, b) => a.line - b.line);
  // Two trades of one line keep their order either way.
  const isNewestFirst = dayOf(byLine[0]) > dayOf(byLine[byLine.length - 1]);
  return (isNewestFirst ? byLine.sort((a, b) => b.line - a.line) : byLine).sort(whichIsEarlier);
}

/** Below 0 where `a` comes first, 0 where the order they stand in decides. */
export function whichIsEarlier(a: ImportedTrade, b: ImportedTrade): number {
  return compare(dayOf(a), dayOf(b)) || withinDay(a, b);
}

function dayOf(trade: ImportedTrade | undefined): string {
  return trade?.cells.Date ?? "";
}

function withinDay(a: ImportedTrade, b: ImportedTrade): number {
  if (a.cells.Time !== undefined && b.cells.Time !== undefined) return compare(a.cells.Time, b.cells.Time);
  return rankOf(a) - rankOf(b);
}

function rankOf({ cells }: ImportedTrade): number {
  return RANKS[cells.Action ?? ""] ?? RANK_OF_CLOSING;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
