/**
 * NETTING (R-NET-1 to R-NET-4): the lines of Schedule D and of its Capital Loss Carryover Worksheet. What depends on a
 * filing status that the settings do not state is #N/A with the sentence that says so; the other lines stand.
 */
import { dollarsFromCents } from "../../report/figures";
import { STATUS_NEEDED } from "../../report/tax-year-lines";
import { scheduleD, SCHEDULE_D_LABELS as LABELS, type ScheduleD } from "../../tax/schedule-d";
import { done, type Outcome } from "../../values/outcome";
import type { Settings } from "../reading-types";
import { returnFactsOf } from "../return-facts";
import type { Cell, Table } from "./cell";

export const NETTING_HEADINGS = ["Line", "Label", "Amount"] as const;

/** @param shortCents results of the year, gains less losses; carryovers come from the settings */
export function nettingTable({ tax }: Pick<Settings, "tax">, shortCents: number, longCents: number): Outcome<Table> {
  const facts = returnFactsOf(tax, null);
  if (!facts.ok) return facts;
  const netted = scheduleD(facts.value, shortCents, longCents);
  const ofStatus = (cents: (known: NonNullable<ScheduleD["ofStatus"]>) => number): Cell =>
    netted.ofStatus === null ? STATUS_NEEDED : dollarsFromCents(cents(netted.ofStatus));
  return done([
    [...NETTING_HEADINGS],
    [7, LABELS.netShort, dollarsFromCents(netted.netShortCents)],
    [15, LABELS.netLong, dollarsFromCents(netted.netLongCents)],
    [16, LABELS.total, dollarsFromCents(netted.totalCents)],
    [21, LABELS.deduction, ofStatus(({ deductionCents }) => deductionCents)],
    ["Worksheet 8", LABELS.carryShortOut, ofStatus(({ carryover }) => carryover.shortCents)],
    ["Worksheet 13", LABELS.carryLongOut, ofStatus(({ carryover }) => carryover.longCents)],
  ]);
}
