/** Vanguard's cost basis methods. SpecID is SPEC; its average cost is AVG. */
import { standingOrder, vendorPage, type LotMethod } from "./lot-method";
import { SIX_GROUPS } from "./ordering";
import { sameAs } from "./same-as";

const UNKNOWN_IS_ZERO = "a lot of unknown cost counts as basis 0";

export const VANGUARD: readonly LotMethod[] = [
  {
    name: "VANGUARD_MINTAX",
    ordering: SIX_GROUPS,
    remark: UNKNOWN_IS_ZERO,
    whose: "Vanguard MinTax",
    source: standingOrder(vendorPage("Vanguard, Minimum tax method")),
  },
  sameAs("HIFO", "VANGUARD_HIFO", "Vanguard HIFO", vendorPage("Vanguard, Cost basis methods available"), UNKNOWN_IS_ZERO),
  sameAs(
    "FIFO",
    "VANGUARD_FIFO",
    "Vanguard FIFO",
    vendorPage("Vanguard, First in, first out"),
    "Vanguard sells lots of unknown date before all others; here every lot has a date",
  ),
];
