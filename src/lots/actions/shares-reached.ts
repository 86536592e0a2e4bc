/**
 * The shares that an action of a whole security reaches: those in the account it names, or in every account
 * that holds the symbol. A row for every account may be history that comes before the first purchase or after
 * the last sale; but what it states as a total must have come to someone.
 */
import { rowFault, type Ledger } from "../ledger";
import type { Pool } from "../pool";
import { EVERY_ACCOUNT, TradeKind, type RowFault } from "../trades";
import { neverHeld } from "./touches-nothing";
import { isoFromDay } from "../../values/plain-date";

/** Nobody lists these for a security that is gone already. */
const ENDS_A_POSITION: ReadonlySet<number> = new Set([TradeKind.Merger, TradeKind.Worthless]);

/** The pools, by account; none where the row is history without shares. `verb` words the fault: "spins off". */
export function sharesReached(ledger: Ledger, at: number, verb: string): Pool[] | RowFault {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  const account = trades.account[at]!;
  const pools = ledger.heldPools(symbol).filter((pool) => account === EVERY_ACCOUNT || pool.account === account);
  if (pools.length > 0) return pools;
  if (!ledger.isEverHeld(symbol)) return neverHeld(ledger, at, verb);
  if (account === EVERY_ACCOUNT && !statesTotal(ledger, at) && !ENDS_A_POSITION.has(trades.kind[at]!)) return pools;
  const place = account === EVERY_ACCOUNT ? "" : `in ${ledger.accountName(account)} `;
  const problem = `${verb} ${ledger.symbolName(symbol)}, but none is held ${place}on ${isoFromDay(trades.day[at]!)}`;
  return rowFault(trades, at, account === EVERY_ACCOUNT ? "Symbol" : "Account", problem, "Check the symbol, the account and the date, or add the missing purchase.");
}

/**
 * A short position owes what its symbol brings, and what it then is short of is not computed: the row is refused
 * with the row that opened the short.
 */
export function refuseShorts(ledger: Ledger, at: number, verb: string): RowFault | null {
  const { trades, shorts } = ledger;
  const symbol = trades.symbol[at]!;
  const account = trades.account[at]!;
  const short = shorts.all().find((one) => one.symbol === symbol && (account === EVERY_ACCOUNT || one.account === account));
  if (short === undefined) return null;
  const name = ledger.symbolName(symbol);
  const problem = `${verb} ${name}, which is sold short in ${ledger.accountName(short.account)} since row ${trades.row[short.opening]}`;
  return rowFault(trades, at, "Symbol", problem, `Cover the short of ${name} before this row; what a short position owes on such a day is not computed.`);
}

function statesTotal({ trades }: Ledger, at: number): boolean {
  return trades.shares[at]! > 0 || trades.amountCents[at]! > 0 || (trades.details.get(at)?.cashInLieuCents ?? 0) > 0;
}
