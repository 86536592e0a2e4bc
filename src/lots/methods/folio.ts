/** Folio's inventory relief methods, by their codes. Its AVGC is AVG. */
import { standingOrder, vendorPage, type LotMethod } from "./lot-method";
import { grouped, LEAST_TAX_FIRST, MOST_TAX_FIRST } from "./ordering";
import { sameAs } from "./same-as";

const CODES = vendorPage("Folio, Tax Lot Relief Methods");
const TERM_THEN_GAIN = standingOrder(
  `Folio, Gain/Loss Information, vendor's own page for model portfolios, verified there; inside the second term by symmetry; name: ${CODES}`,
);
const WEIGHTED = standingOrder(`gain x rate of the term, not verified in Folio's own words; name: ${CODES}`);

const LONG_FIRST = [{ term: "long" }, { term: "short" }] as const;
const SHORT_FIRST = [{ term: "short" }, { term: "long" }] as const;

export const FOLIO: readonly LotMethod[] = [
  sameAs("FIFO", "FOLIO_FIFO", "Folio FIFO", CODES),
  sameAs("LIFO", "FOLIO_LIFO", "Folio LIFO", CODES),
  sameAs("HIFO", "FOLIO_LGHL", "Folio Maximize Losses / Minimize Gains", CODES, "that is, the greatest loss or smallest gain first"),
  sameAs("LOFO", "FOLIO_HGLL", "Folio Maximize Gains / Minimize Losses", CODES, "that is, the greatest gain or smallest loss first"),
  { name: "FOLIO_LLTG", ordering: grouped("dearest", LONG_FIRST), whose: "Folio Maximize Long-Term Losses", source: TERM_THEN_GAIN },
  { name: "FOLIO_LSTG", ordering: grouped("dearest", SHORT_FIRST), whose: "Folio Maximize Short-Term Losses", source: TERM_THEN_GAIN },
  { name: "FOLIO_HLTG", ordering: grouped("cheapest", LONG_FIRST), whose: "Folio Maximize Long-Term Gain", source: TERM_THEN_GAIN },
  { name: "FOLIO_HSTG", ordering: grouped("cheapest", SHORT_FIRST), whose: "Folio Maximize Short-Term Gain", source: TERM_THEN_GAIN },
  { name: "FOLIO_WLFS", ordering: LEAST_TAX_FIRST, whose: "Folio Maximize Losses / Minimize Gains, Tax Weighted", source: WEIGHTED },
  { name: "FOLIO_WGFS", ordering: MOST_TAX_FIRST, whose: "Folio Maximize Gains / Minimize Losses, Tax Weighted", source: WEIGHTED },
];
