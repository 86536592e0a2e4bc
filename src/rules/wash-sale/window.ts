/**
 * R-WS-1: a loss sale is tested against acquisitions from 30 days before to 30 days after it, trade
 * dates, 61 days in all. IRC 1091(a); Treas. Reg. 1.1091-1(a).
 */
import type { Day } from "../../values/plain-date";

export const WINDOW_DAYS = 30;

/** First day of the window of a sale: older shares cannot replace it. */
export function windowOpens(sold: Day): Day {
  return sold - WINDOW_DAYS;
}

/** Whether an acquisition on or after the sale still falls into its window. */
export function isInWindow(sold: Day, acquired: Day): boolean {
  return acquired - sold <= WINDOW_DAYS;
}

/** R-WS-12: the first day on which no purchase can wash the sale any more. */
export function finalOn(sold: Day): Day {
  return sold + WINDOW_DAYS + 1;
}
