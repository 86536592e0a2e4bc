/**
 * What a method weighs, piece by piece, as columns: a sale looks at every piece of its pool, and an object for each would
 * cost more than the comparison. R-ID-4, R-ID-5; R-GIFT-1 for the basis that counts.
 */
import { compareCost } from "../cost-order";
import type { Piece, Pieces } from "../pieces";
import type { SaleCircumstances } from "./circumstances";
import { asksOfSale, type LotGroup, type Measure, type Ordering, type Result } from "./ordering";

/** Rates are settings with few decimals; whole millionths make the comparison exact. */
const RATE_SCALE = 1e6;

/** Tax figures whose difference is smaller beside what made them are compared with whole numbers. */
const TOO_CLOSE = 1e-14;

/** Places of the results in the table of groups. */
const RESULTS: readonly Result[] = ["loss", "none", "gain"];
const LOSS = 0;
const NONE = 1;
const GAIN = 2;

/** An ordering made ready: lots of unknown cost that go before or after all others have groups of their own. */
interface Groups {
  readonly measures: readonly Measure[];
  readonly asksOfSale: boolean;
  /** Group by result, term and whether the piece was acquired on the day of the sale; see `place`. -1: none. */
  readonly table: Int8Array;
}

const groupsByOrdering = new WeakMap<Ordering, Groups>();

function groupsOf(ordering: Ordering): Groups {
  let groups = groupsByOrdering.get(ordering);
  if (groups === undefined) groupsByOrdering.set(ordering, (groups = madeReady(ordering)));
  return groups;
}

function madeReady(ordering: Ordering): Groups {
  const table = new Int8Array(RESULTS.length * 4);
  RESULTS.forEach((result, at) => {
    for (const isLong of [false, true]) {
      for (const thatDay of [false, true]) {
        const group = ordering.groups.findIndex((one) => fits(one, result, isLong, thatDay));
        table[place(at, isLong, thatDay)] = group < 0 ? group : group + 1;
      }
    }
  });
  const measures: Measure[] = ["earliest", ...ordering.groups.map(({ first }) => first), "earliest"];
  return { measures, asksOfSale: asksOfSale(ordering), table };
}

function fits({ acquiredOnDayOfSale, term, results }: LotGroup, result: Result, isLong: boolean, thatDay: boolean): boolean {
  if (acquiredOnDayOfSale && !thatDay) return false;
  if (term !== undefined && isLong !== (term === "long")) return false;
  return results === undefined || results.includes(result);
}

function place(result: number, isLong: boolean, thatDay: boolean): number {
  return result * 4 + (isLong ? 2 : 0) + (thatDay ? 1 : 0);
}

export class Weighing {
  /** Entries so far; an entry is its position in the columns. */
  count = 0;
  piece = new Int32Array(FEW);
  /** Which of the pools given. */
  pool = new Int32Array(FEW);
  group = new Uint8Array(FEW);
  /** The measure as a double, the smaller the earlier. */
  private key = new Float64Array(FEW);
  /** What the key of a tax measure was made of, to tell how exact it is. */
  private size = new Float64Array(FEW);
  /** The basis that counts at this price, over `units`; not always the piece's own (R-GIFT-1). */
  private basisCents = new Float64Array(FEW);
  private units = new Float64Array(FEW);
  /** Millionths; 0 where no tax is weighed. */
  private rate = new Float64Array(FEW);

  private pieces!: Pieces;
  private groups!: Groups;
  private unknownGroup: number | null = null;
  private sale: SaleCircumstances | null = null;
  private price = 0;
  private shortRate = 0;
  private longRate = 0;

  /** `sale` is needed where the ordering asks about it. */
  start(pieces: Pieces, ordering: Ordering, sale: SaleCircumstances | null): void {
    this.count = 0;
    this.pieces = pieces;
    this.groups = groupsOf(ordering);
    if (sale === null && this.groups.asksOfSale) throw new Error("Ranking: the method asks about the sale");
    const { unknownCost } = ordering;
    this.unknownGroup = unknownCost === "asZero" ? null : unknownCost === "first" ? 0 : ordering.groups.length + 1;
    this.sale = sale;
    if (sale === null) return;
    this.price = sale.proceedsCents / sale.units;
    this.shortRate = Math.round((sale.shortRate ?? 0) * RATE_SCALE);
    this.longRate = Math.round((sale.longRate ?? 0) * RATE_SCALE);
  }

  /** Groups in order, those of unknown cost included. */
  get groupCount(): number {
    return this.groups.measures.length;
  }

  add(piece: Piece, pool: number): void {
    if (this.count === this.piece.length) this.grow();
    const { pieces, sale, unknownGroup } = this;
    const at = this.count++;
    this.piece[at] = piece;
    this.pool[at] = pool;
    this.units[at] = pieces.units[piece]!;
    this.basisCents[at] = pieces.basisCents[piece]!;
    // Nothing is known to rank a lot of unknown cost by but its dates.
    if (unknownGroup !== null && pieces.basisUnknown(piece)) this.group[at] = unknownGroup;
    else this.group[at] = sale === null ? 1 : this.groupAtPrice(at, piece, sale);
    this.weigh(at, piece);
  }

  /** Two entries of one group: negative when `a` leaves first. */
  compare(a: number, b: number): number {
    const { key, pieces, piece } = this;
    const difference = key[a]! - key[b]!;
    switch (this.groups.measures[this.group[a]!]!) {
      case "leastTax":
        return this.compareTax(a, b, difference) || pieces.byAcquisition(piece[a]!, piece[b]!);
      case "mostTax":
        return -this.compareTax(a, b, -difference) || pieces.byAcquisition(piece[a]!, piece[b]!);
      case "dearest":
        return difference || this.compareCost(b, a) || pieces.byAcquisition(piece[a]!, piece[b]!);
      case "cheapest":
        return difference || this.compareCost(a, b) || pieces.byAcquisition(piece[a]!, piece[b]!);
      default:
        return difference || pieces.byAcquisition(piece[a]!, piece[b]!);
    }
  }

  /** A quotient is rounded, but never past another: where two differ, so do what they stand for. */
  private weigh(at: number, piece: Piece): void {
    switch (this.groups.measures[this.group[at]!]!) {
      case "earliest":
        this.key[at] = 0;
        return;
      case "latest":
        this.key[at] = -this.pieces.acquired[piece]!;
        return;
      case "oldestPeriod":
        this.key[at] = this.pieces.holdingFrom[piece]!;
        return;
      case "dearest":
        this.key[at] = -(this.basisCents[at]! / this.units[at]!);
        return;
      case "cheapest":
        this.key[at] = this.basisCents[at]! / this.units[at]!;
        return;
      case "leastTax":
        this.key[at] = this.taxPerUnit(at);
        return;
      case "mostTax":
        this.key[at] = -this.taxPerUnit(at);
    }
  }

  private taxPerUnit(at: number): number {
    const basis = this.basisCents[at]! / this.units[at]!;
    this.size[at] = (Math.abs(this.price) + Math.abs(basis)) * this.rate[at]!;
    return (this.price - basis) * this.rate[at]!;
  }

  /**
   * R-GIFT-1: shares given when they were worth less than the giver's basis have that value for their basis, and a period from
   * the gift, where the sale is at a loss against it; between the two they bring neither gain nor loss.
   */
  private groupAtPrice(at: number, piece: Piece, sale: SaleCircumstances): number {
    let result = this.result(this.basisCents[at]!, this.units[at]!, sale);
    let isLong = sale.isLongTerm(piece);
    const rider = result === LOSS ? this.pieces.rider(piece) : null;
    const lossBasisCents = rider?.lossBasisCents ?? null;
    if (lossBasisCents !== null && lossBasisCents < this.basisCents[at]!) {
      if (this.result(lossBasisCents, this.units[at]!, sale) === LOSS) {
        this.basisCents[at] = lossBasisCents;
        isLong = sale.isLongTermFrom(rider!.lossFrom);
      } else {
        this.basisCents[at] = sale.proceedsCents;
        this.units[at] = sale.units;
        result = NONE;
      }
    }
    this.rate[at] = isLong ? this.longRate : this.shortRate;
    const group = this.groups.table[place(result, isLong, this.pieces.acquired[piece] === sale.day)]!;
    if (group < 0) throw new Error("Ranking: a lot fits no group of its method");
    return group;
  }

  private result(basisCents: number, units: number, sale: SaleCircumstances): number {
    const gain = this.price - basisCents / units || compareCost(sale.proceedsCents, sale.units, basisCents, units);
    return gain < 0 ? LOSS : gain > 0 ? GAIN : NONE;
  }

  private compareCost(a: number, b: number): number {
    return compareCost(this.basisCents[a]!, this.units[a]!, this.basisCents[b]!, this.units[b]!);
  }

  /**
   * Tax per share = (net price − adjusted basis per share) × rate of the lot's own term. Exact. Shares without tax, because
   * they gain nothing or their rate is 0, are told apart by their basis: the smaller gain first. docs/decisions/0010.
   */
  private compareTax(a: number, b: number, difference: number): number {
    if (Math.abs(difference) > TOO_CLOSE * (this.size[a]! + this.size[b]!)) return difference;
    const { units, rate } = this;
    // At one rate the dearer share is taxed less; at a rate of 0 it gains less.
    if (rate[a] === rate[b]) return this.compareCost(b, a);
    // ((P·u − basis·U) × rate) ÷ (u·U), with U common to both sides and so left out.
    const left = this.taxNumerator(a) * BigInt(units[b]!);
    const right = this.taxNumerator(b) * BigInt(units[a]!);
    if (left === 0n && right === 0n) return this.compareCost(b, a);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  private taxNumerator(at: number): bigint {
    const { proceedsCents, units } = this.sale!;
    return (BigInt(proceedsCents) * BigInt(this.units[at]!) - BigInt(this.basisCents[at]!) * BigInt(units)) * BigInt(this.rate[at]!);
  }

  private grow(): void {
    const larger = <T extends Int32Array | Uint8Array | Float64Array>(column: T): T => {
      const copy = new (column.constructor as new (length: number) => T)(column.length * 2);
      copy.set(column);
      return copy;
    };
    this.piece = larger(this.piece);
    this.pool = larger(this.pool);
    this.group = larger(this.group);
    this.key = larger(this.key);
    this.size = larger(this.size);
    this.basisCents = larger(this.basisCents);
    this.units = larger(this.units);
    this.rate = larger(this.rate);
  }
}

/** Room to start with. */
const FEW = 64;
