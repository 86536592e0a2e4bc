/** Where a figure falls on a picture, and which figures stand on its axes. */
import { scaleLinear, type ScaleLinear } from "d3-scale";
import { calendarFromDay, dayFromCalendar, type Day } from "../../values/plain-date";

export type Scale = ScaleLinear<number, number>;

/** Room around the plot, in pixels. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/**
 * A straight scale that takes in every figure and 0, with round ends.
 * Nothing to show, or only zeros: 0 to 1, so that the axis still has a length.
 */
export function scaleWithZero(figures: readonly number[], pixels: readonly [number, number]): Scale {
  let least = 0;
  let most = 0;
  for (const figure of figures) {
    if (figure < least) least = figure;
    if (figure > most) most = figure;
  }
  return scaleLinear(least === most ? [0, 1] : [least, most], pixels).nice(4);
}

/** A straight scale of days. */
export function scaleOfDays(from: Day, through: Day, pixels: readonly [number, number]): Scale {
  return scaleLinear([from, through > from ? through : from + 1], pixels);
}

/** Of the small letters of a picture, and the least gap between two words. */
const LETTER_WIDTH = 6.2;
const GAP = 8;

/** The ticks whose words have room beside each other: every one, or every second, third …, 0 among them where it is one. */
export function ticksWithRoom(ticks: readonly number[], at: (tick: number) => number, format: (tick: number) => string): readonly number[] {
  const zero = Math.max(0, ticks.indexOf(0));
  for (let step = 1; step < ticks.length; step++) {
    const kept = ticks.filter((_, index) => (index - zero) % step === 0);
    const hasRoom = kept.every((tick, index) => {
      const next = kept[index + 1];
      return next === undefined || at(next) - at(tick) >= ((format(tick).length + format(next).length) / 2) * LETTER_WIDTH + GAP;
    });
    if (hasRoom) return kept;
  }
  return ticks.slice(zero, zero + 1);
}

const MONTHS_BETWEEN = [1, 2, 3, 6, 12, 24, 60, 120] as const;

/** First days of months, evenly spaced, at most `atMost` of them; those of a year's beginning come first. */
export function monthsOnAxis(from: Day, through: Day, atMost: number): readonly Day[] {
  const first = calendarFromDay(from);
  const last = calendarFromDay(through);
  const start = first.year * 12 + first.month - 1 + (first.dayOfMonth === 1 ? 0 : 1);
  const end = last.year * 12 + last.month - 1;
  for (const step of MONTHS_BETWEEN) {
    const aligned = Math.ceil(start / step) * step;
    const number = Math.floor((end - aligned) / step) + 1;
    if (number > atMost) continue;
    return Array.from({ length: Math.max(0, number) }, (_, index) => {
      const month = aligned + index * step;
      return dayFromCalendar(Math.floor(month / 12), (month % 12) + 1, 1);
    });
  }
  return [];
}
