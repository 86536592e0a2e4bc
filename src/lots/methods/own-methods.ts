/** The law's methods, and the plain orders every house knows (R-ID-1 to R-ID-5, R-AVG-3). */
import { STANDING_ORDER, type LotMethod } from "./lot-method";
import { CHEAPEST_FIRST, DEAREST_FIRST, EARLIEST_FIRST, LATEST_FIRST, LEAST_TAX_FIRST } from "./ordering";

export const OWN_METHODS: readonly LotMethod[] = [
  {
    name: "FIFO",
    ordering: EARLIEST_FIRST,
    whose: "The law's rule where no lot is identified; default of most brokers for stock",
    source: "Treas. Reg. 1.1012-1(c)(1); IRC 1012(c)(1) (R-ID-1)",
  },
  {
    name: "LIFO",
    ordering: LATEST_FIRST,
    whose: "Schwab, Fidelity, Interactive Brokers, E*TRADE",
    source: STANDING_ORDER,
  },
  {
    name: "HIFO",
    ordering: DEAREST_FIRST,
    whose: "Schwab High Cost, Vanguard HIFO, Interactive Brokers Highest Cost, Tamarac High Cost",
    source: `${STANDING_ORDER}; order R-ID-4`,
  },
  {
    name: "LOFO",
    ordering: CHEAPEST_FIRST,
    whose: "Schwab Low Cost, E*TRADE LOFO",
    source: `${STANDING_ORDER}; order R-ID-4`,
  },
  {
    name: "SPEC",
    ordering: EARLIEST_FIRST,
    order: "The lots named in the Lots column, in the order written; FIFO where a sale names none",
    ties: "None",
    whose: "The law's specific identification; Schwab Specified Lots, Vanguard SpecID",
    source: "Treas. Reg. 1.1012-1(c)(3) (R-ID-2)",
  },
  {
    name: "AVG",
    ordering: EARLIEST_FIRST,
    order: "Earliest acquired first, each share at the average adjusted basis of the pool",
    whose: "The law's average basis, for fund and dividend reinvestment plan shares; default of most brokers for funds",
    source: "Treas. Reg. 1.1012-1(e) (R-AVG-1 to R-AVG-3)",
  },
  {
    name: "MINTAX",
    ordering: LEAST_TAX_FIRST,
    whose: "Taxlot. Not Vanguard MinTax or Schwab Tax Lot Optimizer, which sort into groups of term and sign without rates",
    source: `${STANDING_ORDER}; order R-ID-5`,
  },
];
