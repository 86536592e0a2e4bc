/**
 * The least tax over all ways to divide proceeds between short-term and long-term lots. The tax depends on the lots only
 * through the two sums of gains and never falls when one rises, so for each division each side sells what gains least for
 * a dollar, and one variable is left. Along it the tax is piecewise linear: its least value stands where a lot ends or where
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
  readonly proceedsCents: number;
}

export interface Division {
  /** Proceeds of short-term lots, the rest is of long-term ones. */
  readonly shortProceedsCents: number;
  /** Of the whole year, not rounded. */
  readonly taxCents: number;
}

/** The lowest valleys, the deepest first: at least one. */
export function divisions(task: SweepTask, most: number): Division[] {
  const { tax, short, long, proceedsCents } = task;
  const places = placesOf(task);
  const found: Division[] = [];
  let before: Division | null = null;
  let descends = true;
  let [lastShort, lastLong] = [0, 0];
  const visit = (shortProceedsCents: number, shortCents: number, longCents: number): void => {
    const here = { shortProceedsCents, taxCents: tax.of(shortCents, longCents) };
    if (before !== null && here.taxCents > before.taxCents && descends) found.push(before);
    if (before === null || here.taxCents !== before.taxCents) descends = before === null || here.taxCents < before.taxCents;
    before = here;
  };
  const [shortAt, longAt] = [walker(short), walker(long, -1)];
  for (const [at, place] of places.entries()) {
    const shortCents = task.shortCents + shortAt(place);
    const longCents = task.longCents + longAt(proceedsCents - place);
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
function placesOf({ short, long, proceedsCents }: SweepTask): Float64Array {
  const least = Math.max(0, proceedsCents - long.proceeds.at(-1)!);
  const greatest = Math.min(proceedsCents, short.proceeds.at(-1)!);
  const places = [least, greatest];
  for (const place of short.proceeds) if (place > least && place < greatest) places.push(place);
  for (const end of long.proceeds) {
    const place = proceedsCents - end;
    if (place > least && place < greatest) places.push(place);
  }
  return Float64Array.from(places).sort();
}

/** The curve's gain at places that only rise, or (step −1) only fall. */
function walker(points: Points, step: 1 | -1 = 1): (cents: number) => number {
  const { proceeds, gain } = points;
  let at = step === 1 ? 0 : proceeds.length - 1;
  return (cents) => {
    if (step === 1) while (at + 1 < proceeds.length && proceeds[at + 1]! <= cents) at += 1;
    else while (at > 0 && proceeds[at]! > cents) at -= 1;
    if (at === proceeds.length - 1) return gain[at]!;
    const width = proceeds[at + 1]! - proceeds[at]!;
    return width === 0 ? gainAt(points, cents) : gain[at]! + ((cents - proceeds[at]!) / width) * (gain[at + 1]! - gain[at]!);
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
