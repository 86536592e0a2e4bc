/**
 * The order in which pieces of ours are tried against rows of the broker's form that share account, security and day (R-8949-3):
 * the closest agreement first, a single piece before a sale of several lots, and everything together last. Each rule says which of
 * a side's sales stand together and what the two sides must have in common; quantities and cents agree exactly.
 */
import type { Book } from "../lots/book-types";
import { sharesFromUnits } from "./figures";
import type { ReportedSale } from "./form-8949-types";

/** One side's sale, or several that stand together for one of the other side's. */
export interface Candidate<T> {
  readonly members: readonly T[];
  /** What it must have in common with the other side. */
  readonly key: string;
}

export interface MatchingRule {
  ofOurs(pieces: readonly number[]): Candidate<number>[];
  ofTheirs(rows: readonly ReportedSale[]): Candidate<ReportedSale>[];
}

type Together = "each" | "by lot" | "by sale and term" | "by sale" | "by term" | "all";
type InCommon = "quantity" | "acquired" | "proceeds" | "term";

const RULES: readonly (readonly [ours: Together, theirs: Together, ...inCommon: InCommon[]])[] = [
  ["each", "each", "quantity", "acquired", "proceeds"],
  ["each", "each", "quantity", "acquired"],
  ["each", "each", "quantity", "proceeds", "term"],
  ["by sale and term", "each", "quantity", "proceeds"],
  ["by sale", "each", "quantity", "proceeds"],
  ["each", "each", "quantity", "proceeds"],
  ["by lot", "by lot", "quantity", "acquired"],
  ["each", "each", "quantity", "term"],
  ["by sale and term", "each", "quantity", "term"],
  ["by sale", "each", "quantity"],
  ["each", "each", "quantity"],
  ["by term", "by term", "quantity", "term"],
  ["by sale", "all", "quantity"],
  ["by lot", "all", "quantity"],
  ["all", "each", "quantity"],
  ["all", "all", "quantity"],
  // Without a quantity, or with one counted otherwise, the money tells.
  ["each", "each", "proceeds"],
  ["by sale and term", "each", "proceeds"],
  ["by sale", "each", "proceeds"],
  ["by sale", "all", "proceeds"],
  ["all", "each", "proceeds"],
  ["all", "all", "proceeds"],
];

export function matchingRules(book: Book): readonly MatchingRule[] {
  return RULES.map(([ours, theirs, ...inCommon]): MatchingRule => ({
    ofOurs: (pieces) => candidates(pieces, (piece) => partOfOurs(book, ours, piece), (members) => inCommon.map((what) => keyOfOurs(book, what, members))),
    ofTheirs: (rows) => candidates(rows, (row) => partOfTheirs(theirs, row), (members) => inCommon.map((what) => keyOfTheirs(what, members))),
  }));
}

/** A key of null: the side does not state what must be in common, and nothing matches by it. */
function candidates<T>(items: readonly T[], partOf: (item: T) => string | null, keys: (members: readonly T[]) => (string | null)[]): Candidate<T>[] {
  const together = [...grouped(items.map((item, at) => ({ item, part: partOf(item) ?? `each ${at}` })), ({ part }) => part).values()];
  return together.flatMap((group) => {
    const members = group.map(({ item }) => item);
    const key = keys(members);
    return key.includes(null) ? [] : [{ members, key: key.join(" ") }];
  });
}

/** null: it stands alone. */
export function partOfOurs({ realized }: Book, together: Together, piece: number): string | null {
  switch (together) {
    case "each":
      return null;
    case "by lot":
      return String(realized.acquired[piece]);
    case "by sale and term":
      return `${realized.sale[piece]} ${realized.longTerm[piece]}`;
    case "by sale":
      return String(realized.sale[piece]);
    case "by term":
      return String(realized.longTerm[piece]);
    case "all":
      return "all";
  }
}

function partOfTheirs(together: Together, row: ReportedSale): string | null {
  switch (together) {
    case "by lot":
      return String(row.acquired);
    case "by term":
      return String(row.term);
    case "all":
      return "all";
    default:
      return null;
  }
}

function keyOfOurs(book: Book, what: InCommon, members: readonly number[]): string | null {
  const { realized } = book;
  switch (what) {
    case "quantity":
      return quantityKey(members.reduce((sum, piece) => sum + sharesFromUnits(book, realized.symbol[piece]!, realized.units[piece]!), 0));
    case "acquired":
      return same(members.map((piece) => String(realized.acquired[piece])));
    case "proceeds":
      return String(members.reduce((sum, piece) => sum + realized.proceedsCents[piece]!, 0));
    case "term":
      return same(members.map((piece) => (realized.longTerm[piece] === 1 ? "Long" : "Short")));
  }
}

function keyOfTheirs(what: InCommon, members: readonly ReportedSale[]): string | null {
  switch (what) {
    case "quantity":
      return members.some(({ quantity }) => quantity === null) ? null : quantityKey(members.reduce((sum, { quantity }) => sum + quantity!, 0));
    case "acquired":
      return same(members.map(({ acquired }) => (acquired === null ? null : String(acquired))));
    case "proceeds":
      return String(members.reduce((sum, { proceedsCents }) => sum + proceedsCents, 0));
    case "term":
      return same(members.map(({ term }) => term));
  }
}

function same(values: readonly (string | null)[]): string | null {
  return values.every((value) => value === values[0]) ? values[0]! : null;
}

/** Twelve digits: sums of decimals of shares carry binary dust beyond them. */
export function quantityKey(shares: number): string {
  return String(Number(shares.toPrecision(12)));
}

export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
