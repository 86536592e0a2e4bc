/**
 * New shares on their way into the accounts. They are kept apart from shares of the symbol held before until the
 * cash for a fraction is settled: the fraction is one of the shares received (R-CA-2), not of all that is held.
 */
import { rowFault, type Ledger } from "../ledger";
import { Pool } from "../pool";
import type { Piece } from "../pieces";
import type { RowFault } from "../trades";
import { cashInLieu } from "./cash-in-lieu";
import { sum } from "./new-shares";

export class Arrivals {
  private readonly pools = new Map<number, Pool>();

  constructor(
    private readonly ledger: Ledger,
    private readonly at: number,
    private readonly symbol: number,
  ) {}

  add(piece: Piece, account: number): void {
    let pool = this.pools.get(account);
    if (pool === undefined) this.pools.set(account, (pool = new Pool(this.ledger.pieces, this.symbol, account)));
    pool.insert(piece);
  }

  /** Pays the fraction, then puts the shares where they stay; the rules are told of those that are lots of that day. */
  settle(are: "new lots" | "parts of lots held"): RowFault | null {
    const { ledger } = this;
    const fault = this.payFraction();
    if (fault !== null) return fault;
    for (const pool of this.pools.values()) {
      ledger.averages.follow(pool, ledger.pool(this.symbol, pool.account));
      for (const piece of pool.list()) {
        pool.remove(piece);
        if (are === "new lots") ledger.arrive(piece, this.symbol, pool.account);
        else ledger.pool(this.symbol, pool.account).insert(piece);
      }
    }
    return null;
  }

  private payFraction(): RowFault | null {
    const { ledger, at } = this;
    const cents = ledger.trades.details.get(at)?.cashInLieuCents ?? 0;
    if (cents === 0) return null;
    const pools = [...this.pools.values()];
    const units = sum(pools.map((pool) => pool.units));
    if (pools.some((pool) => pool.units % ledger.unitsPerShare !== 0)) return cashInLieu(ledger, at, pools, cents, "comes");
    const problem = `pays cash for a fraction of a share of ${ledger.symbolName(this.symbol)}, but brings ${ledger.shares(units)}, whole shares`;
    return rowFault(ledger.trades, at, "Cash in lieu", problem, "Give Quantity with the fraction, such as 41.5, or check the ratio and the shares held on that day.");
  }
}
