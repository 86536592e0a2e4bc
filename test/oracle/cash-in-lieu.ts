/**
 * R-CA-2: a fraction of a share paid in cash is received, then sold. It comes from the earliest lot, or by choice from
 * the lots the standing method would sell. Read plainly: of the shares received, over every account together.
 */
import type { CaseTransaction } from "../cases/case-format";
import { centsOf, Exact } from "./cents";
import { isMoreThanNone, restAboveWhole, type Fraction } from "./fraction";
import { byAcquisition, Refusal, type Piece } from "./holdings";
import type { LedgerState } from "./ledger-state";
import { realize } from "./realize";
import { inOrder, methodOf } from "./relief";

export function payFraction(state: LedgerState, one: CaseTransaction, row: number, received: readonly Piece[], shares: Fraction): void {
  const rest = restAboveWhole(shares);
  const name = state.rowName(row);
  if (!isMoreThanNone(rest)) throw new Refusal(`${name}: cash in lieu, but no fraction of a share.`);
  const proceeds = centsOf(new Exact(one.cashInLieu ?? "0"));
  const day = state.day(row);
  const first = received[0] as Piece;
  const method = state.settings.cashInLieuLot === "byMethod" ? methodOf(state.settings, first.account, first.symbol, day) : "FIFO";
  const ordered = inOrder([...received].sort(byAcquisition), { day, shares: rest, proceeds }, method, state.settings);
  realize(state, state.holdings.pick(ordered, rest, name), proceeds, { row, day, countedAt: row + 1 });
}
