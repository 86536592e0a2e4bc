/**
 * A plan worked out by hand: 100 XYZ bought at $50 and sold at $38.50, 40 of them replaced in a Roth IRA; 2.5 ABC
 * bought at $200 and sold at $180.
 *   XYZ proceeds 3,850.00  basis 5,000.00  gain −1,150.00  washed 1,150 × 40 ÷ 100 = 460.00, lost for good
 *   ABC proceeds   450.00  basis   500.00  gain    −50.00
 *   counts: XYZ 690.00 long, ABC 50.00 short;  tax 690 × 15 % = 103.50, 50 × 32 % = 16.00
 *   sold long-term later they cost 15 %: 103.50 and 7.50 come back, 0.00 and 8.50 are kept
 */
import type { HarvestPlan, PlannedSale } from "../../../src/harvest/harvest-types";
import type { WorthOfLoss } from "../../../src/harvest/worth-of-loss";
import { dayFromCalendar } from "../../../src/values/plain-date";

export const AS_OF = dayFromCalendar(2026, 12, 4);

function worthOf(savedCents: number, comesBackCents: number): WorthOfLoss {
  return { savedCents, comesBackCents, keptCents: savedCents - comesBackCents, carriedShortCents: 0, carriedLongCents: 0, nothing: null };
}

export const XYZ_SALE: PlannedSale = {
  key: "XYZ|SCHWAB|L1", symbol: "XYZ", account: "Schwab", lot: "L1", row: 7, shares: 100, acquired: dayFromCalendar(2024, 3, 1), term: "Long",
  price: 38.5, basisCents: 500_000, proceedsCents: 385_000, gainCents: -115_000, shortGainCents: 0, longGainCents: -115_000,
  washedCents: 46_000, permanentCents: 46_000, replacements: ["XYZB", "XYZC"], taxSavedCents: 10_350, worth: worthOf(10_350, 10_350),
  washedBy: [{ row: 41, symbol: "XYZ", account: "Roth IRA", day: dayFromCalendar(2026, 11, 20), shares: 40, disallowedCents: 46_000, permanentCents: 46_000, pending: false }],
};

export const ABC_SALE: PlannedSale = {
  key: "ABC|FIDELITY|ROW 9", symbol: "ABC", account: "Fidelity", lot: "row 9", row: 9, shares: 2.5, acquired: dayFromCalendar(2026, 6, 1), term: "Short",
  price: 180, basisCents: 50_000, proceedsCents: 45_000, gainCents: -5_000, shortGainCents: -5_000, longGainCents: 0,
  washedCents: 0, permanentCents: 0, replacements: [], taxSavedCents: 1_600, worth: worthOf(1_600, 750), washedBy: [],
};

export const PLAN: HarvestPlan = {
  asOf: AS_OF, sales: [XYZ_SALE, ABC_SALE], proceedsCents: 430_000, shortGainCents: -5_000, longGainCents: -115_000,
  washedCents: 46_000, permanentCents: 46_000, harvestedCents: 74_000, harvestedShortCents: 5_000, harvestedLongCents: 69_000,
  taxSavedCents: 11_950, worth: worthOf(11_950, 11_100), shortOfTargetCents: 0,
  buyBack: [{ symbol: "XYZ", from: dayFromCalendar(2027, 1, 4) }, { symbol: "ABC", from: dayFromCalendar(2027, 1, 4) }],
};
