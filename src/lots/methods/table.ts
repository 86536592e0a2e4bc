/** All methods in one table, found by name. */
import { FIDELITY } from "./fidelity";
import { FOLIO } from "./folio";
import { orderInWords, tiesInWords } from "./in-words";
import { INTERACTIVE_BROKERS } from "./interactive-brokers";
import type { LotMethod } from "./lot-method";
import type { Ordering } from "./ordering";
import { OTHER_HOUSES } from "./other-houses";
import { OWN_METHODS } from "./own-methods";
import { SCHWAB } from "./schwab";
import { VANGUARD } from "./vanguard";

export const LOT_METHODS: readonly LotMethod[] = [
  ...OWN_METHODS,
  ...SCHWAB,
  ...VANGUARD,
  ...FIDELITY,
  ...INTERACTIVE_BROKERS,
  ...OTHER_HOUSES,
  ...FOLIO,
];

const BY_NAME: ReadonlyMap<string, LotMethod> = new Map(LOT_METHODS.map((method) => [method.name, method]));

/** Names people write for the same thing. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["AVERAGE", "AVG"],
  ["AVERAGE_BASIS", "AVG"],
  ["AVERAGE_COST", "AVG"],
  ["SPECID", "SPEC"],
  ["SPEC_ID", "SPEC"],
  ["IBKR_LIFO", "IBKR_LI"],
]);

/** The method a text names, in any case, with blanks or hyphens for `_`; null when it names none. */
export function methodNamed(text: string): LotMethod | null {
  const name = plainName(text);
  return BY_NAME.get(OTHER_NAMES.get(name) ?? name) ?? null;
}

/** Names of the house that a text begins with, so that a near miss can be answered; empty for a house not in the table. */
export function methodsOfHouse(text: string): readonly string[] {
  const [house] = plainName(text).split("_");
  return LOT_METHODS.map(({ name }) => name).filter((name) => name.startsWith(`${house}_`));
}

/** E*TRADE writes itself with a star. */
function plainName(text: string): string {
  return text.trim().toUpperCase().replace(/\*/g, "").replace(/[\s\u00a0_-]+/g, "_");
}

/** The order of a method whose name has been checked. */
export function orderingOf(name: string): Ordering {
  return known(name).ordering;
}

export interface MethodInWords {
  readonly name: string;
  readonly order: string;
  readonly ties: string;
  readonly whose: string;
  readonly source: string;
}

/** What a method does and whose it is, for METHODS and EXPLAIN. `name` has been checked; another one is a bug. */
export function describeMethod(name: string): MethodInWords {
  const { ordering, order, remark, ties, whose, source } = known(name);
  const words = order ?? orderInWords(ordering);
  return {
    name,
    order: remark === undefined ? words : `${words}; ${remark}`,
    ties: ties ?? tiesInWords(ordering),
    whose,
    source,
  };
}

function known(name: string): LotMethod {
  const method = BY_NAME.get(name);
  if (method === undefined) throw new Error(`${name} is no relief method`);
  return method;
}
