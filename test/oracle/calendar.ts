/** Civil days of the oracle, through the UTC calendar of the language and nothing of ours. */

const DAY = 86400000;

/** Days since 1970-01-01 of an ISO date. */
export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The count starts the day after (R-HP-1), on the day itself (R-HP-6), or does not matter (R-HP-4). */
export type Counting = "day after" | "on the day" | "inherited";

/**
 * R-HP-1: the count starts the day after the effective date; long-term from the day one calendar
 * year after that start. The language turns 29 February of a common year into 1 March, as the rule does.
 */
export function isLongTerm(effective: number, sold: number, counting: Counting = "day after"): boolean {
  return counting === "inherited" || sold >= monthsAfter(effective + (counting === "on the day" ? 0 : 1), 12);
}

/** R-HP-8: the purchase day is not counted, the sale day is. */
export function isWithinSixMonths(acquired: number, sold: number): boolean {
  return sold < monthsAfter(acquired + 1, 6);
}

function monthsAfter(day: number, months: number): number {
  const start = new Date(day * DAY);
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, start.getUTCDate()) / DAY;
}
