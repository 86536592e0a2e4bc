/** Folio's inventory relief methods, by their codes. Its AVGC is AVG. */
import { STANDING_ORDER, vendorPage, type LotMethod } from "./lot-method";
import {
  grouped, CHEAPEST_FIRST, DEAREST_FIRST, EARLIEST_FIRST, LATEST_FIRST, LEAST_TAX_FIRST, MOST_TAX_FIRST,
} from "./ordering";

const CODES = vendorPage("Folio, Tax Lot Relief Methods; Gain/Loss Information");
const TERM_THEN_GAIN = `${STANDING_ORDER}; order: Folio, Gain/Loss Information, vendor's own page for model portfolios, verified for the first group, the second by symmetry`;
const WEIGHTED = `${STANDING_ORDER}; order: Folio, Tax Lot Relief Methods, names verified on the vendor's own page, gain × rate by a secondary source`;

const LONG_FIRST = [{ term: "long" }, { term: "short" }] as const;
const SHORT_FIRST = [{ term: "short" }, { term: "long" }] as const;

export const FOLIO: readonly LotMethod[] = [
  { name: "FOLIO_FIFO", ordering: EARLIEST_FIRST, whose: "Folio FIFO; same as FIFO", source: CODES },
  { name: "FOLIO_LIFO", ordering: LATEST_FIRST, whose: "Folio LIFO; same as LIFO", source: CODES },
  {
    name: "FOLIO_LGHL",
    ordering: DEAREST_FIRST,
    remark: "which is the greatest loss or smallest gain first",
    whose: "Folio Maximize Losses / Minimize Gains",
    source: CODES,
  },
  {
    name: "FOLIO_HGLL",
    ordering: CHEAPEST_FIRST,
    remark: "which is the greatest gain or smallest loss first",
    whose: "Folio Maximize Gains / Minimize Losses",
    source: CODES,
  },
  { name: "FOLIO_LLTG", ordering: grouped("dearest", LONG_FIRST), whose: "Folio Maximize Long-Term Losses", source: TERM_THEN_GAIN },
  { name: "FOLIO_LSTG", ordering: grouped("dearest", SHORT_FIRST), whose: "Folio Maximize Short-Term Losses", source: TERM_THEN_GAIN },
  { name: "FOLIO_HLTG", ordering: grouped("cheapest", LONG_FIRST), whose: "Folio Maximize Long-Term Gain", source: TERM_THEN_GAIN },
  { name: "FOLIO_HSTG", ordering: grouped("cheapest", SHORT_FIRST), whose: "Folio Maximize Short-Term Gain", source: TERM_THEN_GAIN },
  { name: "FOLIO_WLFS", ordering: LEAST_TAX_FIRST, whose: "Folio Maximize Losses / Minimize Gains, Tax Weighted", source: WEIGHTED },
  { name: "FOLIO_WGFS", ordering: MOST_TAX_FIRST, whose: "Folio Maximize Gains / Minimize Losses, Tax Weighted", source: WEIGHTED },
];
