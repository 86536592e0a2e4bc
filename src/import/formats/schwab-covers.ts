/**
 * Purchases of stock that the file shows sold short: Schwab has a word for the short sale, but may write its cover as Buy. A
 * row Buy would open a lot beside the short, so it is asked about.
 */
import { Exact } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import type { ReadTrade } from "../option-ends";
import { optionOfSymbol } from "../option-symbols";
import type { SchwabRows } from "./schwab-rows";

/** The trades that are left when the covers in doubt have been asked about. */
export function withoutDoubtfulCovers(work: FileInProgress, { trades, optionEnds }: SchwabRows): readonly ReadTrade[] {
  const roots = new Set(optionEnds.map(({ cells }) => optionOfSymbol(cells.Symbol ?? "")?.root));
  const short = new Map<string, Exact>();
  const asked = new Set<ReadTrade>();
  // Of one day the short sale comes first.
  const inOrder = [...trades].sort((a, b) => compare(a.cells.Date, b.cells.Date) || rankOf(a) - rankOf(b));
  for (const trade of inOrder) {
    const { Action: action, Symbol: symbol = "", Quantity: quantity = 0 } = trade.cells;
    const before = short.get(symbol) ?? new Exact(0);
    if (action === "Sell short") short.set(symbol, before.plus(quantity));
    const isDoubtful = action === "Buy" && before.isPositive() && !before.isZero() && optionOfSymbol(symbol) === null && !roots.has(symbol.toUpperCase());
    if (action !== "Buy to cover" && !isDoubtful) continue;
    short.set(symbol, before.minus(quantity));
    if (!isDoubtful) continue;
    asked.add(trade);
    const sentence = `The file sells ${symbol} short before, and does not say whether this purchase covers it. Where it does, write Buy to cover; where you hold it beside the short sale, write Buy.`;
    work.undecide(trade.line, sentence, { ...trade.cells, Action: "Buy to cover" });
  }
  return trades.filter((trade) => !asked.has(trade));
}

function rankOf({ cells }: ReadTrade): number {
  return cells.Action === "Sell short" ? 0 : 1;
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
