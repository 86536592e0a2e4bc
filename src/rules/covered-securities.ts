/**
 * Which securities are covered, so that the broker reports their basis (R-8949-1): stock acquired from 2011 on, fund shares from
 * 2012, options from 2014, digital assets from 2026 where they were acquired with the broker (R-DA-3).
 * IRC 6045(g)(3); Treas. Reg. 1.6045-1(a)(15).
 */
import { dayFromCalendar, type Day } from "../values/plain-date";
import { averagePool } from "./average-pools";

export type SecurityKind = "stock" | "fund" | "option" | "digital";

const COVERED_FROM: Readonly<Record<Exclude<SecurityKind, "fund">, Day>> = {
  stock: dayFromCalendar(2011, 1, 1),
  option: dayFromCalendar(2014, 1, 1),
  digital: dayFromCalendar(2026, 1, 1),
};

/** @param acquired of a short position or a written option: the day it was opened */
export function isCovered(kind: SecurityKind, acquired: Day): boolean {
  return kind === "fund" ? averagePool(acquired) === 1 : acquired >= COVERED_FROM[kind];
}
