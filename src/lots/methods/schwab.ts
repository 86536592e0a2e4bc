/** Schwab's cost basis methods. Specified lots are SPEC; its average cost is AVG. */
import { secondSource, vendorPage, type LotMethod } from "./lot-method";
import { CHEAPEST_FIRST, DEAREST_FIRST, EARLIEST_FIRST, LATEST_FIRST, SIX_GROUPS } from "./ordering";

const NAMED = vendorPage("Schwab, Cost Basis Method");

export const SCHWAB: readonly LotMethod[] = [
  {
    name: "SCHWAB_TLO",
    ordering: SIX_GROUPS,
    whose: "Schwab Tax Lot Optimizer",
    source: secondSource("the six groups, Mutual Fund Observer discussion 62604; the aim, losses first and short-term gains last, is on Schwab's own page"),
  },
  { name: "SCHWAB_FIFO", ordering: EARLIEST_FIRST, whose: "Schwab, default for stock and ETFs; same as FIFO", source: NAMED },
  { name: "SCHWAB_LIFO", ordering: LATEST_FIRST, whose: "Schwab; same as LIFO", source: NAMED },
  { name: "SCHWAB_HIGH_COST", ordering: DEAREST_FIRST, whose: "Schwab High Cost; same as HIFO", source: NAMED },
  { name: "SCHWAB_LOW_COST", ordering: CHEAPEST_FIRST, whose: "Schwab Low Cost; same as LOFO", source: NAMED },
];
