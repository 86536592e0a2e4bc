/** Schwab's cost basis methods. Specified lots are SPEC; its average cost is AVG. */
import { standingOrder, vendorPage, type LotMethod } from "./lot-method";
import { SIX_GROUPS } from "./ordering";
import { sameAs } from "./same-as";

const NAMED = vendorPage("Schwab, Cost Basis Method");

export const SCHWAB: readonly LotMethod[] = [
  {
    name: "SCHWAB_TLO",
    ordering: SIX_GROUPS,
    whose: "Schwab Tax Lot Optimizer",
    source: standingOrder(`Mutual Fund Observer, discussion 62604, one secondary source; name and aim: ${NAMED}`),
  },
  sameAs("FIFO", "SCHWAB_FIFO", "Schwab FIFO, its default for stock and ETFs", NAMED),
  sameAs("LIFO", "SCHWAB_LIFO", "Schwab LIFO", NAMED),
  sameAs("HIFO", "SCHWAB_HIGH_COST", "Schwab High Cost", NAMED),
  sameAs("LOFO", "SCHWAB_LOW_COST", "Schwab Low Cost", NAMED),
];
