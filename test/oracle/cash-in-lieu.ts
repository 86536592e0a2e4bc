/**
 * R-CA-2: a fraction of a share paid in cash is received, then sold. It comes from the earliest lot, or by choice from
 * the lots the standing method would sell. Read plainly: of the shares received, over every account together.
 */
import type { CaseTransaction } from "../cases/case-format";
import { pickAtAverage } from "./average";
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
  realize(state, pickFraction(state, received, rest, { day, proceeds }, name), proceeds, { row, day, countedAt: row + 1 });
}

/** Of a pool at average basis the fraction is sold at the average. */
function pickFraction(state: LedgerState, received: readonly Piece[], rest: Fraction, sale: { day: number; proceeds: Exact }, name: string): Piece[] {
  const first = received[0] as Piece;
  const standing = methodOf(state.settings, first.account, first.symbol, sale.day);
  if (standing === "AVG") return pickAtAverage(state, state.holdings.held(first.symbol, first.account), rest, name, false);
  const method = state.settings.cashInLieuLot === "byMethod" ? standing : "FIFO";
  const ordered = inOrder([...received].sort(byAcquisition), { ...sale, shares: rest }, method, state.settings);
  return state.holdings.pick(ordered, rest, name);
}
