/** A harvest lot written by hand, so that a test shows only what matters. */
import type { HarvestLot } from "../../src/harvest/harvest-types";
import { day } from "../lots/trades-of";

/** 100 XYZ for 5,000.00, worth 4,000.00: a short-term loss of 1,000.00, clean. */
export function harvestLot(more: Partial<HarvestLot> = {}): HarvestLot {
  const lossCents = more.lossCents ?? 100000;
  const washedCents = more.washedCents ?? 0;
  return {
    key: "XYZ|A|ROW 2",
    symbol: "XYZ",
    account: "A",
    lot: "row 2",
    row: 2,
    shares: 100,
    acquired: day("2024-03-01"),
    holdingFrom: day("2024-03-01"),
    term: "Short",
    price: 40,
    basisCents: 500000,
    valueCents: 400000,
    lossCents,
    lossShare: 0.2,
    washedCents,
    permanentCents: 0,
    harvestableCents: lossCents - washedCents,
    harvestableShortCents: lossCents - washedCents,
    harvestableLongCents: 0,
    safeShares: 100,
    cleanSaleDay: null,
    cleanRebuyDay: day("2025-01-10"),
    longTermOn: day("2025-03-02"),
    daysToLongTerm: 82,
    worth: null,
    taxSavedCents: null,
    taxSavedLongCents: null,
    washedBy: [],
    cleanAfterSelling: [],
    warnings: [],
    replacements: [],
    ...more,
  };
}
