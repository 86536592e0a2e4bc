/** What is still held when a group has been booked, kept as columns until someone asks for the list. */
import type { OpenLot } from "./book-types";
import { NO_PIECE, type Pieces } from "./pieces";
import type { Pool } from "./pool";

interface PoolBlock {
  readonly symbol: number;
  readonly account: number;
  readonly from: number;
  readonly to: number;
}

export class OpenLots {
  private readonly blocks: PoolBlock[] = [];
  private readonly purchase: number[] = [];
  private readonly acquired: number[] = [];
  private readonly holdingFrom: number[] = [];
  private readonly units: number[] = [];
  private readonly basisCents: number[] = [];
  private readonly washAddedCents: number[] = [];
  private readonly usedAsReplacement: boolean[] = [];

  /** Takes over the pieces of a pool; the pool is not needed afterwards. */
  add(pieces: Pieces, pool: Pool): void {
    const from = this.purchase.length;
    for (let piece = pool.first; piece !== NO_PIECE; piece = pieces.next[piece]!) {
      this.purchase.push(pieces.purchase[piece]!);
      this.acquired.push(pieces.acquired[piece]!);
      this.holdingFrom.push(pieces.holdingFrom[piece]!);
      this.units.push(pieces.units[piece]!);
      this.basisCents.push(pieces.basisCents[piece]!);
      this.washAddedCents.push(pieces.washAddedCents[piece]!);
      this.usedAsReplacement.push(pieces.isReplacement(piece));
    }
    const to = this.purchase.length;
    if (to > from) this.blocks.push({ symbol: pool.symbol, account: pool.account, from, to });
  }

  /** By symbol as first met, then account, then acquisition, then place within the purchase. */
  list(): OpenLot[] {
    const lots: OpenLot[] = [];
    for (const { symbol, account, from, to } of [...this.blocks].sort((a, b) => a.symbol - b.symbol || a.account - b.account)) {
      for (let at = from; at < to; at++) {
        lots.push({
          purchase: this.purchase[at]!,
          symbol,
          account,
          acquired: this.acquired[at]!,
          holdingFrom: this.holdingFrom[at]!,
          units: this.units[at]!,
          basisCents: this.basisCents[at]!,
          washAddedCents: this.washAddedCents[at]!,
          usedAsReplacement: this.usedAsReplacement[at]!,
        });
      }
    }
    return lots;
  }
}
