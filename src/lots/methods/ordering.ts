/**
 * The order in which a method takes shares, as data: groups of lots one after another, each exhausted before the next, and
 * inside a group one measure per share. Ties of every measure fall back to the order of acquisition (R-ID-4).
 */

/** What a share brings at the net price of the sale, against its adjusted basis. */
export type Result = "loss" | "none" | "gain";

/**
 * Which share of a group goes first. Earliest, latest: by day acquired. Oldest period: by the day the holding period counts
 * from. Dearest, cheapest: by adjusted basis per share, and so the greatest loss or smallest gain, or the reverse, because the
 * price is the same for every share. Least tax, most tax: by gain per share × the rate of the share's own term.
 */
export type Measure = "earliest" | "latest" | "oldestPeriod" | "dearest" | "cheapest" | "leastTax" | "mostTax";

export interface LotGroup {
  /** Absent: both terms. */
  readonly term?: "short" | "long";
  /** Absent: whatever the share brings. */
  readonly results?: readonly Result[];
  readonly acquiredOnDayOfSale?: true;
  readonly first: Measure;
}

export interface Ordering {
  /** A lot belongs to the first group it fits; every lot fits one. */
  readonly groups: readonly LotGroup[];
  /** Where lots of unknown cost stand: before or after all others, or among them with the basis the book gives them, 0. */
  readonly unknownCost: "first" | "last" | "asZero";
}

function alone(first: Measure): Ordering {
  return { groups: [{ first }], unknownCost: "asZero" };
}

export const EARLIEST_FIRST = alone("earliest");
export const LATEST_FIRST = alone("latest");
export const DEAREST_FIRST = alone("dearest");
export const CHEAPEST_FIRST = alone("cheapest");
export const LEAST_TAX_FIRST = alone("leastTax");
export const MOST_TAX_FIRST = alone("mostTax");

/** Groups of one measure, in the order written. */
export function grouped(first: Measure, groups: readonly Omit<LotGroup, "first">[]): Ordering {
  return { groups: groups.map((group) => ({ ...group, first })), unknownCost: "asZero" };
}

/** Losses short before long, then what brings neither, then gains long before short: the six groups most houses share. */
export const SIX_GROUPS = grouped("dearest", [
  { term: "short", results: ["loss"] },
  { term: "long", results: ["loss"] },
  { term: "short", results: ["none"] },
  { term: "long", results: ["none"] },
  { term: "long", results: ["gain"] },
  { term: "short", results: ["gain"] },
]);

/**
 * The same without groups for shares that bring neither: what is no loss waits with the gains, as the smallest of them,
 * because a published "if there is no loss" sends it there.
 */
export const LOSSES_SHORT_FIRST = grouped("dearest", [
  { term: "short", results: ["loss"] },
  { term: "long", results: ["loss"] },
  { term: "long", results: ["none", "gain"] },
  { term: "short", results: ["none", "gain"] },
]);

/** Whether the order depends on the sale itself: its price, its day or the tax rates. */
export function asksOfSale(ordering: Ordering): boolean {
  return ordering.groups.some(
    ({ term, results, acquiredOnDayOfSale, first }) =>
      term !== undefined || results !== undefined || acquiredOnDayOfSale !== undefined || weighsTax(first),
  );
}

/** Whether the order cannot be told without the user's tax rates. */
export function needsRates(ordering: Ordering): boolean {
  return ordering.groups.some(({ first }) => weighsTax(first));
}

export function weighsTax(measure: Measure): boolean {
  return measure === "leastTax" || measure === "mostTax";
}
