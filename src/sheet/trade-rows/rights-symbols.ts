/** Which symbols some Rights row of the range made: rights that expire lapse, they are no options (R-CA-5). */
import { TradeKind } from "../../lots/trades";
import { readAction } from "../../import/actions";
import { nameIn } from "../cell-names";
import type { TradesInProgress } from "../trades-in-progress";
import { cellAt } from "../trades-layout";

/** Looked for once, and only when a row asks: the rights may stand below it in a range that runs from new to old. */
export function isRightsSymbol(work: TradesInProgress, symbol: number): boolean {
  work.rightsSymbols ??= rightsSymbols(work);
  return work.rightsSymbols.has((work.symbols.names[symbol] ?? "").toUpperCase());
}

function rightsSymbols({ rows, layout }: TradesInProgress): ReadonlySet<string> {
  const made = new Set<string>();
  for (const cells of rows) {
    const name = nameIn(cellAt(cells, layout.at["New symbol"]));
    const action = nameIn(cellAt(cells, layout.at.Action));
    if (name === null || action === null) continue;
    const meaning = readAction(action);
    if (meaning?.does === "books" && meaning.kind === TradeKind.Rights) made.add(name.toUpperCase());
  }
  return made;
}
