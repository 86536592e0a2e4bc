/**
 * R-AVG-1: covered and noncovered shares are averaged apart, unless the single-account election is on. Fund
 * shares acquired from 1 January 2012 on are covered. Treas. Reg. 1.1012-1(e)(10)(iii), (11); 1.6045-1(a)(15).
 */
import { dayFromCalendar, type Day } from "../values/plain-date";

const FUND_COVERED_FROM = dayFromCalendar(2012, 1, 1);

/** 0 noncovered, 1 covered. */
export function averagePool(acquired: Day): 0 | 1 {
  return acquired >= FUND_COVERED_FROM ? 1 : 0;
}
