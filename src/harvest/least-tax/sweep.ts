/**
 * The least tax over all ways to divide what is to be sold between short-term and long-term lots. The tax depends on the
 * lots only through the two sums of gains and never falls when one rises, so for each division each side sells what gains
 * least for its size, and one variable is left. Along it the tax is piecewise linear: its least value stands where a lot ends or where
 * the path crosses a kink of the tax. Over fractional shares this is exact, and so a bound for whole ones.
 */
import type { Points } from "./gain-curve";
import { gainAt } from "./gain-curve";
import type { QuickTax } from "./quick-tax";

export interface SweepTask {
  readonly tax: QuickTax;
  /** Realised this year already. Cents. */
  readonly shortCents: number;
  readonly longCents: number;
  readonly short: Points;
  readonly long: Points;
  /** Of both together; no more than they have. */
  readonly size: number;
}

export interface Division {
  /** Size of short-term lots; the rest is of long-term ones. */
  readonly shortSize: number;
  /** Of the whole year, not rounded. */
  readonly taxCents: number;
}

/** The lowest valleys, the deepest first: at least one. */
export function divisions(task: SweepTask, most: number): Division[] {
  const { tax, size } = task;
  const places = placesOf(task);
  const found: Division[] = [];
  let beforeSize = 0;
  let beforeTax = NaN;
  let descends = true;
  const visit = (shortSize: number, shortCents: number, longCents: number): void => {
    const taxCents = tax.of(shortCents, longCents);
    if (descends && taxCents > beforeTax) found.push({ shortSize: beforeSize, taxCents: beforeTax });
    // Of the first place nothing is known: NaN is neither below nor above.
    if (taxCents !== beforeTax) descends = !(taxCents > beforeTax);
    beforeSize = shortSize;
    beforeTax = taxCents;
  };
  const shortAt = walker(task.short);
  const longAt = walker(task.long, -1);
  let lastShort = 0;
  let lastLong = 0;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at]!;
    const shortCents = task.shortCents + shortAt(place);
    const longCents = task.longCents + longAt(size - place);
    if (at > 0) {
      const last = places[at - 1]!;
      for (const share of crossings(tax, lastShort, lastLong, shortCents, longCents)) {
        visit(last + share * (place - last), lastShort + share * (shortCents - lastShort), lastLong + share * (longCents - lastLong));
      }
    }
    visit(place, shortCents, longCents);
    lastShort = shortCents;
    lastLong = longCents;
  }
  if (descends) found.push({ shortSize: beforeSize, taxCents: beforeTax });
  return found.sort((a, b) => a.taxCents - b.taxCents).slice(0, most);
}

/** Where a lot of either side ends. */
function placesOf({ short, long, size }: SweepTask): Float64Array {
  const least = Math.max(0, size - long.size.at(-1)!);
  const greatest = Math.min(size, short.size.at(-1)!);
  const places = new Float64Array(2 + short.size.length + long.size.length);
  places[0] = least;
  places[1] = greatest;
  let count = 2;
  const add = (place: number): void => {
    if (place > least && place < greatest) places[count++] = place;
  };
  for (let at = 0; at < short.size.length; at += 1) add(short.size[at]!);
  for (let at = 0; at < long.size.length; at += 1) add(size - long.size[at]!);
  return places.subarray(0, count).sort();
}

/** The curve's gain at places that only rise, or (step −1) only fall. */
function walker(points: Points, step: 1 | -1 = 1): (place: number) => number {
  const { size, gain } = points;
  let at = step === 1 ? 0 : size.length - 1;
  return (place) => {
    if (step === 1) while (at + 1 < size.length && size[at + 1]! <= place) at += 1;
    else while (at > 0 && size[at]! > place) at -= 1;
    if (at === size.length - 1) return gain[at]!;
    const width = size[at + 1]! - size[at]!;
    return width === 0 ? gainAt(points, place) : gain[at]! + ((place - size[at]!) / width) * (gain[at + 1]! - gain[at]!);
  };
}

/** Shares of the way, ascending, at which it crosses a kink. */
function crossings({ kinks }: QuickTax, fromShort: number, fromLong: number, toShort: number, toLong: number): readonly number[] {
  const found: number[] = [];
  addCrossings(found, kinks.short, fromShort, toShort);
  addCrossings(found, kinks.long, fromLong, toLong);
  addCrossings(found, kinks.total, fromShort + fromLong, toShort + toLong);
  return found.length < 2 ? found : found.sort((a, b) => a - b);
}

function addCrossings(found: number[], lines: readonly number[], from: number, to: number): void {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  // The lines ascend.
  for (const line of lines) {
    if (line >= high) return;
    if (line > low) found.push((line - from) / (to - from));
  }
}
