/** Shares that leave an account for nothing: gifts given (R-GIFT-2) and transfers (R-LOT-3), earliest first unless named. */
import type { CaseTransaction } from "../cases/case-format";
import { pickAtAverage } from "./average";
import { ZERO } from "./cents";
import { fractionOf } from "./fraction";
import type { Piece } from "./holdings";
import type { LedgerState } from "./ledger-state";
import { choosePieces, methodOf, namedLots } from "./relief";

export function giveAway(state: LedgerState, one: CaseTransaction, row: number): void {
  for (const piece of leave(state, one, row, one.account ?? "A")) {
    state.holdings.remove(piece);
  }
}

export function transfer(state: LedgerState, one: CaseTransaction, row: number): void {
  for (const piece of leave(state, one, row, one.fromAccount ?? one.account ?? "A")) {
    piece.account = one.toAccount ?? "A";
    piece.moved = true;
  }
}

/** The standing order is for sales; only the average moves with the shares (R-AVG-5). */
function leave(state: LedgerState, one: CaseTransaction, row: number, account: string): Piece[] {
  const day = state.day(row);
  const pool = state.holdings.held(one.symbol, account);
  const shares = fractionOf(one.quantity ?? "0");
  const lots = namedLots(one);
  const what = state.rowName(row);
  if (lots === null && methodOf(state.settings, account, one.symbol, day) === "AVG") return pickAtAverage(state, pool, shares, what, false);
  return choosePieces(state.holdings, pool, { day, shares, proceeds: ZERO }, "FIFO", state.settings, lots, what);
}
