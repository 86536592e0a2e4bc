/** A symbol change renames a security (R-CA-10): what its rows said under Type holds for the new name too, unless its own rows say otherwise. */
import type { TradesInProgress } from "./trades-in-progress";

export interface Rename {
  readonly from: number;
  readonly to: number;
}

export function carryMarks(work: TradesInProgress, renames: readonly Rename[]): void {
  const unstated = renames.filter(({ to }) => work.stated.get((work.symbols.names[to] ?? "").toUpperCase())?.type === undefined);
  for (const marked of [work.digital, work.funds, work.collectibles]) {
    // A name may change more than once, and the rows may stand in any order.
    for (let before = -1; before !== marked.size; ) {
      before = marked.size;
      for (const { from, to } of unstated) if (marked.has(from)) marked.add(to);
    }
  }
}
