/**
 * R-SS-2, last sentence of IRC 1233(b): buying a put is a short sale of its shares as far as the period of shares
 * held a year or less goes; its sale, exercise or expiry is the closing. By default found and said, since
 * brokers ignore it and the exception of 1233(c) is a matter of identification; by choice computed.
 */
import type { Ledger } from "../../lots/ledger";
import { NO_PIECE, type Piece } from "../../lots/pieces";
import type { Day } from "../../values/plain-date";
import type { AgainstLong, ShortPeriods } from "./holding-period";

interface PutAgainstShares extends AgainstLong {
  readonly put: number;
  readonly account: number;
  /** Contracts still held, in units. */
  units: number;
  readonly multiplier: number;
}

export class PutsAsShorts {
  private puts: PutAgainstShares[] = [];

  constructor(
    private readonly ledger: Ledger,
    private readonly periods: ShortPeriods,
  ) {}

  bought(piece: Piece): void {
    const { ledger } = this;
    const { pieces, trades } = ledger;
    const put = pieces.symbol[piece]!;
    const account = pieces.account[piece]!;
    if (ledger.choices.view === "broker" || ledger.retirement[account] === 1) return;
    const { multiplier } = trades.options.get(put)!;
    const underlying = ledger.underlyings.of(put)!;
    const day = pieces.acquired[piece]!;
    if (ledger.choices.putsOnYoungShares === "shortSale") {
      const units = pieces.units[piece]!;
      const against: PutAgainstShares = { symbol: underlying, day, put, account, units, multiplier, reachUnits: units * multiplier };
      this.puts.push(against);
      this.periods.addPut(against);
      return;
    }
    const young = this.youngPurchase(underlying, day);
    if (young !== null) ledger.remark("put-on-young-shares", pieces.purchase[piece]!, young);
  }

  /** Contracts have been sold, exercised or have expired. */
  closed(symbol: number, account: number, units: number, day: Day): void {
    let left = units;
    for (const put of this.puts) {
      if (left === 0) break;
      if (put.put !== symbol || put.account !== account || put.units === 0) continue;
      const closed = Math.min(left, put.units);
      put.units -= closed;
      left -= closed;
      put.reachUnits = Math.min(put.reachUnits, put.units * put.multiplier);
      this.periods.restart(put.symbol, closed * put.multiplier, day);
      if (put.units === 0) this.periods.removePut(put);
    }
    this.puts = this.puts.filter((put) => put.units > 0);
  }

  private youngPurchase(symbol: number, day: Day): number | null {
    const { ledger } = this;
    for (const pool of ledger.heldPools(symbol)) {
      if (ledger.retirement[pool.account] === 1) continue;
      for (let piece = pool.first; piece !== NO_PIECE; piece = ledger.pieces.next[piece]!) {
        if (!ledger.isLongTerm(piece, day)) return ledger.pieces.purchase[piece]!;
      }
    }
    return null;
  }
}
