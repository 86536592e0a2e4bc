/**
 * The plane of the year's short-term and long-term results, cut along the kinks of the tax: in each cell the tax is linear,
 * or the lesser of two linear functions, each of which then makes a cell of its own.
 */
import type { QuickTax } from "../quick-tax";

/** Results in cents; a point of the plane. */
export interface Point {
  readonly short: number;
  readonly long: number;
}

/** short, long, and both together, each between two numbers. */
export interface Region {
  readonly short: readonly [number, number];
  readonly long: readonly [number, number];
  readonly total: readonly [number, number];
}

/** At least `cents` of a × short + b × long. */
export interface HalfPlane {
  readonly a: number;
  readonly b: number;
  readonly cents: number;
}

export interface Cell extends Region {
  /** The tax is short × `ofShort` + long × `ofLong` + `constant`. Cents. */
  readonly ofShort: number;
  readonly ofLong: number;
  readonly constant: number;
  readonly corners: readonly Point[];
  /** Nothing in it that can be reached has less tax. */
  readonly least: number;
}

/** @param within where all results lie that can be reached; @param beyond what else is known of them */
export function cellsOf(tax: QuickTax, within: Region, beyond: readonly HalfPlane[]): Cell[] {
  // A cent wider on each side, so that a region without breadth has some.
  const wide = ([least, most]: readonly [number, number]): [number, number] => [least - 1, most + 1];
  const cells: Cell[] = [];
  for (const short of strips(tax.kinks.short, wide(within.short))) {
    for (const long of strips(tax.kinks.long, wide(within.long))) {
      for (const total of strips(tax.kinks.total, wide(within.total))) {
        const region = { short, long, total };
        const corners = cornersOf(region);
        if (corners.length < 3) continue;
        const reached = beyond.reduce<readonly Point[]>(cut, corners);
        if (reached.length > 0) cells.push(...linearCells(tax, region, corners, reached));
      }
    }
  }
  return cells.sort((a, b) => a.least - b.least);
}

function strips(lines: readonly number[], [least, most]: readonly [number, number]): [number, number][] {
  const ends = [least, ...lines.filter((line) => line > least && line < most), most];
  return ends.slice(1).map((end, at) => [ends[at]!, end]);
}

function cornersOf({ short, long, total }: Region): readonly Point[] {
  const [left, right] = short;
  const [bottom, top] = long;
  const box = [
    { short: left, long: bottom },
    { short: right, long: bottom },
    { short: right, long: top },
    { short: left, long: top },
  ];
  return cut(cut(box, { a: 1, b: 1, cents: total[0] }), { a: -1, b: -1, cents: -total[1] });
}

/** What of a convex polygon lies in a half plane. */
function cut(corners: readonly Point[], { a, b, cents }: HalfPlane): readonly Point[] {
  const over = ({ short, long }: Point): number => a * short + b * long - cents;
  return corners.flatMap((to, at) => {
    const from = corners.at(at - 1)!;
    const [before, here] = [over(from), over(to)];
    const isCrossed = (before < 0 && here > 0) || (before > 0 && here < 0);
    const share = before / (before - here);
    const crossing = { short: from.short + share * (to.short - from.short), long: from.long + share * (to.long - from.long) };
    return [...(isCrossed ? [crossing] : []), ...(here >= 0 ? [to] : [])];
  });
}

function linearCells(tax: QuickTax, region: Region, corners: readonly Point[], reached: readonly Point[]): Cell[] {
  const cells = tax.branches.flatMap((branch) => {
    const linear = linearOn(branch, corners);
    if (linear === null) return [];
    const least = Math.min(...reached.map((point) => valueAt(linear, point)));
    return [{ ...region, ...linear, corners, least }];
  });
  const [one, ...others] = cells;
  if (one === undefined) return [];
  // A branch that is nowhere less adds nothing.
  const isLess = (cell: Cell): boolean => corners.some((corner) => valueAt(cell, corner) < valueAt(one, corner) - LINEAR_CENTS);
  return [one, ...others.filter(isLess)];
}

type Linear = Pick<Cell, "ofShort" | "ofLong" | "constant">;

export function valueAt({ ofShort, ofLong, constant }: Linear, { short, long }: Point): number {
  return ofShort * short + ofLong * long + constant;
}

/** What binary fractions of sums of billions are off. */
const LINEAR_CENTS = 1e-3;

/** null: the corners stand in one line, or nearly. */
function linearOn(of: (short: number, long: number) => number, corners: readonly Point[]): Linear | null {
  const three = widest(corners);
  if (three === null) return null;
  const [p, q, r] = three;
  const [from, toQ, toR] = [p, q, r].map(({ short, long }) => of(short, long)) as [number, number, number];
  const doubleArea = area(p, q, r);
  const ofShort = ((toQ - from) * (r.long - p.long) - (toR - from) * (q.long - p.long)) / doubleArea;
  const ofLong = ((toR - from) * (q.short - p.short) - (toQ - from) * (r.short - p.short)) / doubleArea;
  const linear = { ofShort, ofLong, constant: from - ofShort * p.short - ofLong * p.long };
  const middle = { short: mean(corners.map(({ short }) => short)), long: mean(corners.map(({ long }) => long)) };
  for (const point of [...corners, middle]) {
    const off = Math.abs(valueAt(linear, point) - of(point.short, point.long));
    if (off > LINEAR_CENTS + Math.abs(from) * 1e-9) throw new Error(`The tax has a kink that it does not tell, near ${point.short} short and ${point.long} long.`);
  }
  return linear;
}

function widest(corners: readonly Point[]): readonly [Point, Point, Point] | null {
  let best: readonly [Point, Point, Point] | null = null;
  let most = 1e-6;
  for (const [at, p] of corners.entries()) {
    for (const [next, q] of corners.slice(at + 1).entries()) {
      for (const r of corners.slice(at + next + 2)) {
        const wide = Math.abs(area(p, q, r));
        if (wide > most) [best, most] = [[p, q, r], wide];
      }
    }
  }
  return best;
}

function area(p: Point, q: Point, r: Point): number {
  return (q.short - p.short) * (r.long - p.long) - (r.short - p.short) * (q.long - p.long);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
