/** Vanguard's cost basis methods. SpecID is SPEC; its average cost is AVG. */
import { vendorPage, type LotMethod } from "./lot-method";
import { DEAREST_FIRST, EARLIEST_FIRST, SIX_GROUPS } from "./ordering";

const UNKNOWN_IS_ZERO = "a lot of unknown cost counts as basis 0";

export const VANGUARD: readonly LotMethod[] = [
  {
    name: "VANGUARD_MINTAX",
    ordering: SIX_GROUPS,
    remark: UNKNOWN_IS_ZERO,
    whose: "Vanguard MinTax",
    source: vendorPage("Vanguard, Minimum tax method"),
  },
  {
    name: "VANGUARD_HIFO",
    ordering: DEAREST_FIRST,
    remark: UNKNOWN_IS_ZERO,
    whose: "Vanguard HIFO; same as HIFO",
    source: vendorPage("Vanguard, Cost basis methods available"),
  },
  {
    name: "VANGUARD_FIFO",
    ordering: EARLIEST_FIRST,
    remark: "Vanguard sells lots of unknown date before all others; here every lot has a date",
    whose: "Vanguard FIFO; same as FIFO",
    source: vendorPage("Vanguard, First in, first out"),
  },
];
