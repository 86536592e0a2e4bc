/** R-CA-6: a nondividend distribution lowers each lot's basis, never below zero; what is left over is gain now. */
import type { CaseTransaction } from "../cases/case-format";
import { centsOf, Exact, spread, ZERO } from "./cents";
import type { LedgerState } from "./ledger-state";
import { parentsOf } from "./new-stock";
import { realizeGain } from "./realize";

export function bookReturnOfCapital(state: LedgerState, one: CaseTransaction, row: number): void {
  const pieces = parentsOf(state, { ...one, account: one.account ?? "A" }, row);
  const parts = spread(centsOf(new Exact(one.amount ?? "0")), pieces.map((piece) => piece.shares));
  pieces.forEach((piece, index) => {
    const part = parts[index] as Exact;
    const excess = Exact.max(ZERO, part.minus(piece.basis));
    piece.basis = piece.basis.minus(part).plus(excess);
    if (piece.lossBasis !== null) {
      piece.lossBasis = { ...piece.lossBasis, basis: Exact.max(ZERO, piece.lossBasis.basis.minus(part)) };
    }
    if (excess.gt(0)) realizeGain(state, piece, excess, ZERO, { row, day: state.day(row), countedAt: row });
  });
}
