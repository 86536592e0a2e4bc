/** Sales of shares held: the lots by name or by the standing method, then the gain (section 3, R-BASIS-1). */
import type { CaseTransaction } from "../cases/case-format";
import { pickAtAverage } from "./average";
import type { Exact } from "./cents";
import { fractionOf, type Fraction } from "./fraction";
import { moneyOf, type LedgerState } from "./ledger-state";
import { realize } from "./realize";
import { choosePieces, methodOf, namedLots } from "./relief";

export function sell(state: LedgerState, one: CaseTransaction, row: number): void {
  const shares = fractionOf(one.quantity ?? "0");
  sellShares(state, row, one.account ?? "A", one.symbol, shares, moneyOf(state, one, -1), one);
}

export function sellShares(state: LedgerState, row: number, account: string, symbol: string, shares: Fraction, proceeds: Exact, named?: CaseTransaction): void {
  const day = state.day(row);
  const pool = state.holdings.held(symbol, account);
  const lots = named === undefined ? null : namedLots(named);
  const method = methodOf(state.settings, account, symbol, day);
  const pieces =
    method === "AVG" && lots === null
      ? pickAtAverage(state, pool, shares, state.rowName(row))
      : choosePieces(state.holdings, pool, { day, shares, proceeds }, method, state.settings, lots, state.rowName(row));
  realize(state, pieces, proceeds, { row, day, countedAt: row });
}
