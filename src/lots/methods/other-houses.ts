/** E*TRADE, TD Ameritrade and Tamarac. Specific lots are SPEC everywhere, average cost is AVG. */
import { ourReading, secondSource, vendorPage, type LotMethod } from "./lot-method";
import {
  CHEAPEST_FIRST, DEAREST_FIRST, EARLIEST_FIRST, LATEST_FIRST, LOSSES_SHORT_FIRST, SIX_GROUPS,
} from "./ordering";

const ETRADE_LIST = vendorPage("E*TRADE, What is cost basis");
const TAMARAC_LIST = vendorPage("Tamarac, Closing Method Setting");

export const OTHER_HOUSES: readonly LotMethod[] = [
  { name: "ETRADE_FIFO", ordering: EARLIEST_FIRST, whose: "E*TRADE FIFO, its default; same as FIFO", source: ETRADE_LIST },
  { name: "ETRADE_LIFO", ordering: LATEST_FIRST, whose: "E*TRADE LIFO; same as LIFO", source: ETRADE_LIST },
  { name: "ETRADE_HIFO", ordering: DEAREST_FIRST, whose: "E*TRADE HIFO; same as HIFO", source: ETRADE_LIST },
  { name: "ETRADE_LOFO", ordering: CHEAPEST_FIRST, whose: "E*TRADE LOFO; same as LOFO", source: ETRADE_LIST },
  {
    name: "ETRADE_MT",
    ordering: SIX_GROUPS,
    remark: "taken to be of the same family as Schwab's and Vanguard's; order not published",
    whose: "E*TRADE and Morgan Stanley MinTax (MT-Minimum Tax Impact)",
    source: ourReading("the name is on E*TRADE's own page, the order could not be read in full"),
  },
  {
    name: "TDA_TELH",
    ordering: LOSSES_SHORT_FIRST,
    whose: "TD Ameritrade Tax Efficient Loss Harvester (the firm is closed)",
    source: secondSource("TransWikia, quoting TD Ameritrade's page on tax lots"),
  },
  { name: "TAMARAC_FIFO", ordering: EARLIEST_FIRST, whose: "Tamarac FIFO; same as FIFO", source: TAMARAC_LIST },
  { name: "TAMARAC_HIGH_COST", ordering: DEAREST_FIRST, whose: "Tamarac High Cost; same as HIFO", source: TAMARAC_LIST },
  { name: "TAMARAC_TAX", ordering: SIX_GROUPS, whose: "Tamarac (Envestnet) Tax Optimization", source: TAMARAC_LIST },
];
