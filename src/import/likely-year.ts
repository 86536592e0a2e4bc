/** Years that a trade of a broker's file can be of. Others are typing errors, such as 1926 or 2126 for 2026. */
const FIRST_YEAR = 1930;
const LAST_YEAR = 2099;

/** What is wrong with the year of an ISO day, and what to do; null: nothing. */
export function unlikelyYear(iso: string): string | null {
  const year = Number(/^(\d{4})-\d\d-\d\d$/.exec(iso)?.[1] ?? FIRST_YEAR);
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return null;
  return `The year ${year} lies too far off for a trade of yours. Correct the date.`;
}
