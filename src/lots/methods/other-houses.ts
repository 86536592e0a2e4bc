/** E*TRADE, TD Ameritrade and Tamarac. Specific lots are SPEC everywhere, average cost is AVG. */
import { standingOrder, vendorPage, type LotMethod } from "./lot-method";
import { LOSSES_SHORT_FIRST, SIX_GROUPS } from "./ordering";
import { sameAs } from "./same-as";

const ETRADE_LIST = vendorPage("E*TRADE, What is cost basis");
const TAMARAC_LIST = vendorPage("Tamarac, Closing Method Setting");

export const OTHER_HOUSES: readonly LotMethod[] = [
  sameAs("FIFO", "ETRADE_FIFO", "E*TRADE FIFO, its default", ETRADE_LIST),
  sameAs("LIFO", "ETRADE_LIFO", "E*TRADE LIFO", ETRADE_LIST),
  sameAs("HIFO", "ETRADE_HIFO", "E*TRADE HIFO", ETRADE_LIST),
  sameAs("LOFO", "ETRADE_LOFO", "E*TRADE LOFO", ETRADE_LIST),
  {
    name: "ETRADE_MT",
    ordering: SIX_GROUPS,
    remark: "taken to be of the same family as Schwab's and Vanguard's; order not published",
    whose: "E*TRADE and Morgan Stanley MinTax (MT-Minimum Tax Impact)",
    source: standingOrder(`its text was not read in full, not verified; name: ${ETRADE_LIST}`),
  },
  {
    name: "TDA_TELH",
    ordering: LOSSES_SHORT_FIRST,
    whose: "TD Ameritrade Tax Efficient Loss Harvester (the firm is closed)",
    source: standingOrder("TransWikia, quoting TD Ameritrade's page on tax lots, one secondary source"),
  },
  sameAs("FIFO", "TAMARAC_FIFO", "Tamarac FIFO", TAMARAC_LIST),
  sameAs("HIFO", "TAMARAC_HIGH_COST", "Tamarac High Cost", TAMARAC_LIST),
  {
    name: "TAMARAC_TAX",
    ordering: SIX_GROUPS,
    whose: "Tamarac (Envestnet) Tax Optimization",
    source: standingOrder(TAMARAC_LIST),
  },
];
