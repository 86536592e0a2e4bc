/** Civil days of the oracle, through the UTC calendar of the language and nothing of ours. */

const DAY = 86400000;

/** Days since 1970-01-01 of an ISO date. */
export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * R-HP-1: the count starts the day after the effective date; long-term from the day one calendar
 * year after that start. The language turns 29 February of a common year into 1 March, as the rule does.
 */
export function isLongTerm(effective: number, sold: number): boolean {
  const start = new Date((effective + 1) * DAY);
  const anniversary = Date.UTC(start.getUTCFullYear() + 1, start.getUTCMonth(), start.getUTCDate()) / DAY;
  return sold >= anniversary;
}
