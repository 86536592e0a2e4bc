/** Growing columns of sold pieces. Typed arrays, because there can be two million of them. */
import { roomier } from "../values/columns";
import type { Day } from "../values/plain-date";
import type { RealizedPieces } from "./book-types";
import type { Piece, Pieces } from "./pieces";
import type { Short } from "./shorts";

type Columns = { -readonly [K in Exclude<keyof RealizedPieces, "count">]: RealizedPieces[K] };

function columnsOf(capacity: number): Columns {
  return {
    sale: new Int32Array(capacity),
    purchase: new Int32Array(capacity),
    symbol: new Int32Array(capacity),
    account: new Int32Array(capacity),
    units: new Float64Array(capacity),
    acquired: new Int32Array(capacity),
    holdingFrom: new Int32Array(capacity),
    sold: new Int32Array(capacity),
    proceedsCents: new Float64Array(capacity),
    basisCents: new Float64Array(capacity),
    washAddedCents: new Float64Array(capacity),
    disallowedCents: new Float64Array(capacity),
    washedUnits: new Float64Array(capacity),
    longTerm: new Uint8Array(capacity),
    flags: new Uint16Array(capacity),
  };
}

const COLUMN_NAMES = Object.keys(columnsOf(0)) as (keyof Columns)[];

export class RealizedColumns {
  count = 0;
  private columns: Columns;

  constructor(private capacity: number) {
    this.columns = columnsOf(capacity);
  }

  /** Records a piece that has left its pool; answers its position. */
  add(pieces: Pieces, piece: Piece, sale: number, sold: Day, proceedsCents: number, longTerm: boolean, flags: number): number {
    if (this.count === this.capacity) this.grow();
    const at = this.count++;
    const columns = this.columns;
    columns.sale[at] = sale;
    columns.purchase[at] = pieces.purchase[piece]!;
    columns.symbol[at] = pieces.symbol[piece]!;
    columns.account[at] = pieces.account[piece]!;
    columns.units[at] = pieces.units[piece]!;
    columns.acquired[at] = pieces.acquired[piece]!;
    columns.holdingFrom[at] = pieces.holdingFrom[piece]!;
    columns.sold[at] = sold;
    columns.proceedsCents[at] = proceedsCents;
    columns.basisCents[at] = pieces.basisCents[piece]!;
    columns.washAddedCents[at] = pieces.washAddedCents[piece]!;
    columns.disallowedCents[at] = 0;
    columns.washedUnits[at] = 0;
    columns.longTerm[at] = longTerm ? 1 : 0;
    columns.flags[at] = flags;
    return at;
  }

  /** Records a short that has been closed (R-SS-1): acquired and sold are the covering day. */
  addShort(short: Short, sale: number, day: Day, basisCents: number, longTerm: boolean, flags: number): number {
    if (this.count === this.capacity) this.grow();
    const at = this.count++;
    const columns = this.columns;
    columns.sale[at] = sale;
    columns.purchase[at] = short.opening;
    columns.symbol[at] = short.symbol;
    columns.account[at] = short.account;
    columns.units[at] = short.units;
    columns.acquired[at] = columns.holdingFrom[at] = columns.sold[at] = day;
    columns.proceedsCents[at] = short.proceedsCents;
    columns.basisCents[at] = basisCents;
    columns.washAddedCents[at] = short.washAddedCents;
    columns.disallowedCents[at] = 0;
    columns.washedUnits[at] = 0;
    columns.longTerm[at] = longTerm ? 1 : 0;
    columns.flags[at] = flags;
    return at;
  }

  /** A share already sold has replaced a loss: the loss joins the basis it was sold with (R-WS-4, by choice). */
  addBasis(at: number, cents: number): void {
    this.columns.basisCents[at]! += cents;
    this.columns.washAddedCents[at]! += cents;
  }

  proceedsOf(at: number): number {
    return this.columns.proceedsCents[at]!;
  }

  unitsOf(at: number): number {
    return this.columns.units[at]!;
  }

  /** A row for cash paid on shares that stay: its basis is not the lot's, and holds no wash of it (R-CA-6, R-CA-7). */
  setBasis(at: number, cents: number): void {
    this.columns.basisCents[at] = cents;
    this.columns.washAddedCents[at] = 0;
  }

  disallow(at: number, cents: number, units: number): void {
    this.columns.disallowedCents[at]! += cents;
    this.columns.washedUnits[at]! += units;
  }

  /** Answers what brings back what is disallowed on a piece now. */
  rememberDisallowed(at: number): () => void {
    const [cents, units] = [this.columns.disallowedCents[at]!, this.columns.washedUnits[at]!];
    return () => {
      this.columns.disallowedCents[at] = cents;
      this.columns.washedUnits[at] = units;
    };
  }

  /** Forgets everything from `count` on: a group that turned out wrong is booked again. */
  truncate(count: number): void {
    this.count = count;
  }

  finished(): RealizedPieces {
    const count = this.count;
    const cut = {} as Record<keyof Columns, unknown>;
    for (const name of COLUMN_NAMES) cut[name] = this.columns[name].subarray(0, count);
    return { count, ...(cut as Columns) };
  }

  private grow(): void {
    this.capacity *= 2;
    this.columns = roomier(this.columns, this.capacity);
  }
}
