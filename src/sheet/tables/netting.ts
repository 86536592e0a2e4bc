/**
 * NETTING (R-NET-1 to R-NET-4): the lines of Schedule D and of its Capital Loss Carryover Worksheet. What depends on a
 * filing status that the settings do not state is #N/A with the sentence that says so; the other lines stand.
 */
import { dollarsFromCents } from "../../report/figures";
import { FILING_STATUSES } from "../../tax/filing-status";
import { lossLimitInForce } from "../../tax/law-in-force";
import { carryover, net } from "../../tax/netting";
import { done, type Outcome } from "../../values/outcome";
import type { Settings, TaxFacts } from "../reading-types";
import { returnAmounts } from "../return-amounts";
import { lossLimitOf } from "../tax-basis-of-settings";
import { notAvailable, type Cell, type Table } from "./cell";

export const NETTING_HEADINGS = ["Line", "Label", "Amount"] as const;

const STATUS_NEEDED =
  "How much of this loss is deducted depends on the filing status, and the settings give none. Add Filing status to the settings.";

/** @param shortCents results of the year, gains less losses; carryovers come from the settings */
export function nettingTable({ tax }: Pick<Settings, "tax">, shortCents: number, longCents: number): Outcome<Table> {
  const amounts = returnAmounts(tax);
  if (!amounts.ok) return amounts;
  const { carryShortCents, carryLongCents, taxableIncomeCents, seniorDeductionCents } = amounts.value;
  const results = { shortCents, longCents, carryShortCents, carryLongCents };
  const limit = limitFor(tax, net(results, 0).totalCents);
  if (!limit.ok) return limit;
  const netted = net(results, limit.value ?? 0);
  // R-NET-4: the worksheet starts from the income less the deduction.
  const income = taxableIncomeCents === null ? null : taxableIncomeCents - netted.deductionCents;
  const carried = carryover(netted, income, seniorDeductionCents);
  const ofStatus = (cents: number): Cell => (limit.value === null ? notAvailable(STATUS_NEEDED) : dollarsFromCents(cents));
  return done([
    [...NETTING_HEADINGS],
    [7, "Net short-term", dollarsFromCents(netted.netShortCents)],
    [15, "Net long-term", dollarsFromCents(netted.netLongCents)],
    [16, "Total", dollarsFromCents(netted.totalCents)],
    [21, "Deduction this year", ofStatus(netted.deductionCents)],
    ["Worksheet 8", "Short-term carryover out", ofStatus(carried.shortCents)],
    ["Worksheet 13", "Long-term carryover out", ofStatus(carried.longCents)],
  ]);
}

/** A loss within the lowest limit is deducted in full whatever the status. */
function limitFor(tax: TaxFacts, totalCents: number): Outcome<number | null> {
  const limit = lossLimitOf(tax);
  if (!limit.ok || limit.value !== null) return limit;
  const limits = FILING_STATUSES.map((status) => lossLimitInForce(tax.taxYear, status));
  const lowest = Math.min(...limits.map((one) => (one.ok ? one.value : 0)));
  return done(-totalCents <= lowest ? lowest : null);
}
