/**
 * Fidelity's and National Financial's disposal methods, by their codes. Lots of unknown cost go first under FIFO and INFI,
 * last under every other. Specified shares are SPEC; its average cost is AVG.
 */
import { standingOrder, vendorPage, type LotMethod } from "./lot-method";
import { grouped, CHEAPEST_FIRST, DEAREST_FIRST, LATEST_FIRST, SIX_GROUPS, type Ordering } from "./ordering";

const CODES = standingOrder(vendorPage("Fidelity, Cost Basis Disposal Methods"));
const BY_SYMMETRY = standingOrder("by symmetry with the high-cost codes Fidelity publishes, not verified");

function unknownLast(ordering: Ordering): Ordering {
  return { ...ordering, unknownCost: "last" };
}

const LONG_FIRST = [{ term: "long" }, { term: "short" }] as const;
const SHORT_FIRST = [{ term: "short" }, { term: "long" }] as const;

export const FIDELITY: readonly LotMethod[] = [
  {
    name: "FIDELITY_FIFO",
    ordering: { groups: [{ first: "oldestPeriod" }], unknownCost: "first" },
    whose: "Fidelity and National Financial FIFO",
    source: CODES,
  },
  {
    name: "FIDELITY_INFI",
    ordering: { groups: [{ acquiredOnDayOfSale: true, first: "earliest" }, { first: "oldestPeriod" }], unknownCost: "first" },
    whose: "Fidelity Intraday First-In, First-Out",
    source: CODES,
  },
  {
    name: "FIDELITY_LIFO",
    ordering: unknownLast(LATEST_FIRST),
    whose: "Fidelity LIFO",
    source: standingOrder("by the name, text not read, not verified; lots of unknown cost as published for every code but FIFO and INFI"),
  },
  { name: "FIDELITY_HICO", ordering: unknownLast(DEAREST_FIRST), whose: "Fidelity High Cost", source: CODES },
  { name: "FIDELITY_HICL", ordering: unknownLast(grouped("dearest", LONG_FIRST)), whose: "Fidelity High Cost Long-Term", source: CODES },
  { name: "FIDELITY_HICS", ordering: unknownLast(grouped("dearest", SHORT_FIRST)), whose: "Fidelity High Cost Short-Term", source: CODES },
  { name: "FIDELITY_LOCO", ordering: unknownLast(CHEAPEST_FIRST), whose: "Fidelity Low Cost", source: BY_SYMMETRY },
  { name: "FIDELITY_LOCL", ordering: unknownLast(grouped("cheapest", LONG_FIRST)), whose: "Fidelity Low Cost Long-Term", source: BY_SYMMETRY },
  { name: "FIDELITY_LOCS", ordering: unknownLast(grouped("cheapest", SHORT_FIRST)), whose: "Fidelity Low Cost Short-Term", source: BY_SYMMETRY },
  {
    name: "FIDELITY_TAX_SENSITIVE",
    ordering: unknownLast(SIX_GROUPS),
    remark: "taken to be of the same family as Schwab's and Vanguard's; order not published",
    whose: "Fidelity Tax Sensitive",
    source: standingOrder("not published where it could be read, not verified; name: one secondary source"),
  },
];
