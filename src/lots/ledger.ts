/** The state of one group of symbols while its events are booked in order. */
import type { Choices } from "./choices";
import type { Law, WashSales } from "./law";
import { Pool } from "./pool";
import type { RealizedColumns } from "./realized";
import { lotName, type RowFault, type Trades } from "./trades";
import { isoFromDay, type Day } from "../values/plain-date";
import { sharesOf, unitsOf } from "./units";

/** The books stay open over the whole group: pools by symbol and account. */
export class Ledger {
  private readonly poolByKey = new Map<number, Pool>();
  /** Purchases so far: the order of acquisition inside a day. */
  private acquisitions = 0;

  constructor(
    readonly trades: Trades,
    readonly choices: Choices,
    readonly law: Law,
    readonly unitsPerShare: number,
    readonly realized: RealizedColumns,
    readonly wash: WashSales | null,
    /** 1 where an account is a retirement account, by account index. */
    readonly retirement: Uint8Array,
  ) {}

  nextSequence(): number {
    return this.acquisitions++;
  }

  /** The pool, made when it is first asked for. */
  pool(symbol: number, account: number): Pool {
    const key = symbol * this.trades.accounts.length + account;
    let pool = this.poolByKey.get(key);
    if (pool === undefined) {
      pool = new Pool(symbol, account);
      this.poolByKey.set(key, pool);
    }
    return pool;
  }

  /** Pools of the symbol that hold shares, by account index. */
  heldPools(symbol: number): Pool[] {
    return [...this.poolByKey.values()]
      .filter((pool) => pool.symbol === symbol && pool.units > 0)
      .sort((a, b) => a.account - b.account);
  }

  allPools(): Iterable<Pool> {
    return this.poolByKey.values();
  }

  /** The wash-sale rule, for symbols under section 1091 (R-DA-2: digital assets are not). */
  washRuleFor(symbol: number): WashSales | null {
    return this.wash !== null && !this.trades.digital.has(symbol) ? this.wash : null;
  }

  unitsAt(at: number): number {
    return unitsOf(this.trades.shares[at]!, this.unitsPerShare);
  }

  shares(units: number): number {
    return sharesOf(units, this.unitsPerShare);
  }

  symbolName(symbol: number): string {
    return this.trades.symbols[symbol]!;
  }

  accountName(account: number): string {
    return this.trades.accounts[account]!;
  }

  /** "in Schwab on 2024-05-01" */
  where(account: number | null, day: Day): string {
    const place = account === null ? "in taxable accounts" : `in ${this.accountName(account)}`;
    return `${place} on ${isoFromDay(day)}`;
  }

  lotName(purchase: number): string {
    return lotName(this.trades, purchase);
  }
}

/** A fault found while booking the row at `at` of the trades. */
export function rowFault(trades: Trades, at: number, column: string, problem: string, whatToDo: string): RowFault {
  const row = trades.row[at]!;
  const account = trades.account[at]!;
  return {
    row,
    column,
    problem: `Row ${row}: ${problem}`,
    whatToDo,
    symbol: trades.symbol[at]!,
    account: account < 0 ? null : account,
  };
}
