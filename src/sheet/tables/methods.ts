/** METHODS: the relief methods, in which order each takes lots, and whose they are. */
import type { Method } from "../../lots/choices";
import type { Table } from "./cell";

export const METHODS_HEADINGS = ["Name", "Order", "Ties", "Whose", "Source"] as const;

interface MethodDescription {
  readonly name: Method;
  readonly order: string;
  readonly ties: string;
  readonly whose: string;
  readonly source: string;
}

const STANDING_ORDER = "Treas. Reg. 1.1012-1(c)(8), as a standing order (R-ID-3)";
const EARLIER_FIRST = "Earlier acquired first, then the order of the rows";

const METHODS: readonly MethodDescription[] = [
  {
    name: "FIFO",
    order: "Earliest acquired first",
    ties: "The order of the rows, then the front of the lot",
    whose: "The law's rule where no lot is identified; default of most brokers for stock",
    source: "Treas. Reg. 1.1012-1(c)(1); IRC 1012(c)(1) (R-ID-1)",
  },
  {
    name: "LIFO",
    order: "Latest acquired first",
    ties: "The order of the rows, then the front of the lot",
    whose: "Schwab, Fidelity, Interactive Brokers, E*TRADE",
    source: STANDING_ORDER,
  },
  {
    name: "HIFO",
    order: "Highest adjusted basis per share first",
    ties: EARLIER_FIRST,
    whose: "Schwab High Cost, Vanguard HIFO, Fidelity HICO, Interactive Brokers Highest Cost, Tamarac High Cost",
    source: `${STANDING_ORDER}; order R-ID-4`,
  },
  {
    name: "LOFO",
    order: "Lowest adjusted basis per share first",
    ties: EARLIER_FIRST,
    whose: "Schwab Low Cost, E*TRADE LOFO",
    source: `${STANDING_ORDER}; order R-ID-4`,
  },
  {
    name: "SPEC",
    order: "The lots named in the Lots column, in the order written; FIFO where a sale names none",
    ties: "None",
    whose: "The law's specific identification; Schwab Specified Lots, Vanguard SpecID",
    source: "Treas. Reg. 1.1012-1(c)(3) (R-ID-2)",
  },
  {
    name: "MINTAX",
    order: "Lowest (net price - adjusted basis per share) x rate of the lot's own term first; needs Short rate and Long rate",
    ties: EARLIER_FIRST,
    whose: "Taxlot. Not Vanguard MinTax or Schwab Tax Lot Optimizer, which sort into groups of term and sign without rates",
    source: `${STANDING_ORDER}; order R-ID-5`,
  },
];

export function methodsTable(): Table {
  return [
    [...METHODS_HEADINGS],
    ...METHODS.map(({ name, order, ties, whose, source }) => [name, order, ties, whose, source]),
  ];
}
