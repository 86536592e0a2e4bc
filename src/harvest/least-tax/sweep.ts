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
  let before: Division | null = null;
  let descends = true;
  let [lastShort, lastLong] = [0, 0];
  const visit = (shortSize: number, shortCents: number, longCents: number): void => {
    const here = { shortSize, taxCents: tax.of(shortCents, longCents) };
    if (before !== null && here.taxCents > before.taxCents && descends) found.push(before);
    if (before === null || here.taxCents !== before.taxCents) descends = before === null || here.taxCents < before.taxCents;
    before = here;
  };
  const [shortAt, longAt] = [walker(task.short), walker(task.long, -1)];
  for (const [at, place] of places.entries()) {
    const shortCents = task.shortCents + shortAt(place);
    const longCents = task.longCents + longAt(size - place);
    if (at > 0) {
      for (const share of crossings(tax, lastShort, lastLong, shortCents, longCents)) {
        const last = places[at - 1]!;
        visit(last + share * (place - last), lastShort + share * (shortCents - lastShort), lastLong + share * (longCents - lastLong));
      }
    }
    visit(place, shortCents, longCents);
    [lastShort, lastLong] = [shortCents, longCents];
  }
  if (before !== null && descends) found.push(before);
  return found.sort((a, b) => a.taxCents - b.taxCents).slice(0, most);
}

/** Where a lot of either side ends. */
function placesOf({ short, long, size }: SweepTask): Float64Array {
  const least = Math.max(0, size - long.size.at(-1)!);
  const greatest = Math.min(size, short.size.at(-1)!);
  const places = [least, greatest];
  for (const place of short.size) if (place > least && place < greatest) places.push(place);
  for (const end of long.size) {
    const place = size - end;
    if (place > least && place < greatest) places.push(place);
  }
  return Float64Array.from(places).sort();
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
  const [low, high] = from < to ? [from, to] : [to, from];
  // The lines ascend.
  for (const line of lines) {
    if (line >= high) return;
    if (line > low) found.push((line - from) / (to - from));
  }
}
