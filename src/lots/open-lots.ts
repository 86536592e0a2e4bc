/** What is still held when a group has been booked, kept as columns until someone asks for the list. */
import { roomier } from "../values/columns";
import type { OpenLot } from "./book-types";
import { NO_PIECE, type Pieces } from "./pieces";
import type { Pool } from "./pool";

interface PoolBlock {
  readonly symbol: number;
  readonly account: number;
  readonly from: number;
  readonly to: number;
}

type RareFacts = Pick<OpenLot, "canReplace" | "periodStart" | "basisUnknown" | "moved" | "averaged" | "lossBasis" | "underShort">;

const ORDINARY: RareFacts = { canReplace: true, periodStart: "Purchase", basisUnknown: false, moved: false, averaged: false, lossBasis: null };

export class OpenLots {
  /** Of lots that differ from a plain purchase, by position in the columns. */
  private readonly rareFacts = new Map<number, RareFacts>();
  private count = 0;
  private readonly blocks: PoolBlock[] = [];
  private columns;

  constructor(private capacity: number) {
    this.columns = {
      purchase: new Int32Array(capacity),
      sequence: new Int32Array(capacity),
      place: new Float64Array(capacity),
      acquired: new Int32Array(capacity),
      holdingFrom: new Int32Array(capacity),
      units: new Float64Array(capacity),
      basisCents: new Float64Array(capacity),
      washAddedCents: new Float64Array(capacity),
      usedAsReplacement: new Uint8Array(capacity),
    };
  }

  /** Takes over the pieces of a pool; the pool is not needed afterwards. */
  add(pieces: Pieces, pool: Pool, averaged: boolean): void {
    const from = this.count;
    for (let piece = pool.first; piece !== NO_PIECE; piece = pieces.next[piece]!) {
      if (this.count === this.capacity) {
        this.capacity *= 2;
        this.columns = roomier(this.columns, this.capacity);
      }
      const at = this.count++;
      const { columns } = this;
      columns.purchase[at] = pieces.purchase[piece]!;
      columns.sequence[at] = pieces.sequence[piece]!;
      columns.place[at] = pieces.place[piece]!;
      columns.acquired[at] = pieces.acquired[piece]!;
      columns.holdingFrom[at] = pieces.holdingFrom[piece]!;
      columns.units[at] = pieces.units[piece]!;
      columns.basisCents[at] = pieces.basisCents[piece]!;
      columns.washAddedCents[at] = pieces.washAddedCents[piece]!;
      columns.usedAsReplacement[at] = pieces.isReplacement(piece) ? 1 : 0;
      if (pieces.isOrdinary(piece) && !averaged) continue;
      const lossBasisCents = pieces.rider(piece)?.lossBasisCents ?? null;
      this.rareFacts.set(at, {
        canReplace: pieces.canReplace(piece),
        periodStart: pieces.periodStart(piece),
        basisUnknown: pieces.basisUnknown(piece),
        moved: pieces.wasTransferred(piece),
        averaged,
        ...(pieces.isUnderShort(piece) ? { underShort: true } : {}),
        lossBasis: lossBasisCents === null ? null : { cents: lossBasisCents, from: pieces.rider(piece)!.lossFrom },
      });
    }
    if (this.count > from) this.blocks.push({ symbol: pool.symbol, account: pool.account, from, to: this.count });
  }

  /** By symbol as first met, then account, then acquisition, then place within the purchase. */
  list(): OpenLot[] {
    const { columns } = this;
    const lots: OpenLot[] = [];
    for (const { symbol, account, from, to } of [...this.blocks].sort((a, b) => a.symbol - b.symbol || a.account - b.account)) {
      for (let at = from; at < to; at++) {
        lots.push({
          purchase: columns.purchase[at]!,
          sequence: columns.sequence[at]!,
          place: columns.place[at]!,
          symbol,
          account,
          acquired: columns.acquired[at]!,
          holdingFrom: columns.holdingFrom[at]!,
          units: columns.units[at]!,
          basisCents: columns.basisCents[at]!,
          washAddedCents: columns.washAddedCents[at]!,
          usedAsReplacement: columns.usedAsReplacement[at] === 1,
          ...(this.rareFacts.get(at) ?? (columns.usedAsReplacement[at] === 0 ? ORDINARY : { ...ORDINARY, canReplace: false })),
        });
      }
    }
    return lots;
  }
}
