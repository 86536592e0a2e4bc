import type { Day } from "../values/plain-date";

/** `from` and the days after it, in order, each once. */
export function daysToTry(from: Day, later: readonly Day[]): Day[] {
  return [...new Set([from, ...later.filter((day) => day > from)])].sort((a, b) => a - b);
}
