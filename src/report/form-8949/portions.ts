/**
 * Cuts pieces of ours and rows of the broker's form, which together are the same sales, into portions of one piece and one row
 * each, by quantity in order of acquisition. Money of both sides is divided with `take`, so that both still add up (R-RND-2).
 */
import type { Book } from "../../lots/book-types";
import { dividedFigures } from "./divided-figures";
import { unitsOfReported } from "./reported-units";
import { take } from "../../values/take";
import type { ReportedSale } from "../form-8949-types";
import type { MatchedSales } from "../match-1099";

export interface Portion {
  readonly piece: number;
  readonly units: number;
  readonly proceedsCents: number;
  readonly basisCents: number;
  readonly disallowedCents: number;
  /** Part of `disallowedCents` (R-HP-8). */
  readonly byFundRuleCents: number;
  readonly reported: ReportedPortion | null;
}

/** What falls to the portion of one row of the form. */
export interface ReportedPortion {
  readonly row: ReportedSale;
  readonly proceedsCents: number;
  readonly basisCents: number | null;
  readonly washCents: number;
}

/** A piece that no broker reports. */
export function wholePiece(book: Book, piece: number): Portion {
  return { piece, units: book.realized.units[piece]!, ...moneyOf(book, piece), reported: null };
}

export function portionsOf(book: Book, { pieces, reported }: MatchedSales): Portion[] {
  const cuts = cutByUnits(book, pieces, reported);
  const figures = dividedFigures(book, cuts);
  return cuts.map(({ piece, row, units, money }, at): Portion => {
    const { proceedsCents, basisCents, washCents } = figures[at]!;
    return { piece, units, ...money, reported: { row, proceedsCents, basisCents, washCents } };
  });
}

/** Units that one piece and one row share, with our money of them. */
export interface Cut {
  readonly piece: number;
  readonly row: ReportedSale;
  /** 0 for pieces of no shares. */
  readonly units: number;
  readonly money: Pick<Portion, "proceedsCents" | "basisCents" | "disallowedCents" | "byFundRuleCents">;
}

function cutByUnits(book: Book, pieces: readonly number[], reported: readonly ReportedSale[]): Cut[] {
  const { acquired, units } = book.realized;
  const ours = [...pieces].sort((a, b) => acquired[a]! - acquired[b]! || a - b);
  // Pieces of no shares, such as a return of capital, stand side by side.
  const lengths = ours.map((piece) => units[piece]! || 1);
  const theirs = stretchesOf(book, ours[0]!, reported, lengths.reduce((sum, length) => sum + length, 0));
  const cuts: Cut[] = [];
  let [start, end, at] = [0, 0, 0];
  ours.forEach((piece, order) => {
    const money = new Remaining(moneyOf(book, piece));
    end += lengths[order]!;
    while (start < end) {
      const { row, end: rowEnd } = theirs[at]!;
      const part = Math.min(end, rowEnd) - start;
      cuts.push({ piece, row, units: units[piece]! === 0 ? 0 : part, money: money.take(part, end - start) });
      start += part;
      if (start === rowEnd) at++;
    }
  });
  return cuts;
}

interface Stretch {
  readonly row: ReportedSale;
  readonly end: number;
}

/** Rows by the day acquired, as stretches of `total` units; the money of a row too small for a unit goes to the row before it. */
function stretchesOf(book: Book, piece: number, reported: readonly ReportedSale[], total: number): Stretch[] {
  const rows = [...reported].sort((a, b) => (a.acquired ?? Infinity) - (b.acquired ?? Infinity) || a.row - b.row);
  const lengths = unitsOfReported(book, piece, rows, total);
  const first = lengths.findIndex((length) => length > 0);
  const stretches: { row: ReportedSale; length: number }[] = [];
  // The first that has a length opens the list, so that every smaller one finds a row to go to.
  for (const at of [first, ...[...rows.keys()].filter((other) => other !== first)]) {
    const row = rows[at]!;
    const last = stretches[stretches.length - 1];
    if (lengths[at]! > 0 || last === undefined) stretches.push({ row, length: lengths[at]! });
    else last.row = withMoneyOf(last.row, row);
  }
  let end = 0;
  return stretches.map(({ row, length }) => ({ row, end: (end += length) }));
}

function withMoneyOf(row: ReportedSale, other: ReportedSale): ReportedSale {
  const basisCents = row.basisCents === null ? null : row.basisCents + (other.basisCents ?? 0);
  return { ...row, proceedsCents: row.proceedsCents + other.proceedsCents, basisCents, washCents: row.washCents + other.washCents };
}

type Amounts<K extends string> = Record<K, number>;

/** Amounts that are given out part by part, each time from what is left. */
class Remaining<K extends string> {
  constructor(private left: Readonly<Amounts<K>>) {}

  take(part: number, of: number): Amounts<K> {
    const taken = {} as Amounts<K>;
    const left = { ...this.left } as Amounts<K>;
    for (const name of Object.keys(this.left) as K[]) {
      taken[name] = take(this.left[name], part, of);
      left[name] -= taken[name];
    }
    this.left = left;
    return taken;
  }
}

function moneyOf({ realized, fundDisallowedCents }: Book, piece: number): Pick<Portion, "proceedsCents" | "basisCents" | "disallowedCents" | "byFundRuleCents"> {
  return {
    proceedsCents: realized.proceedsCents[piece]!,
    basisCents: realized.basisCents[piece]!,
    disallowedCents: realized.disallowedCents[piece]!,
    byFundRuleCents: fundDisallowedCents.get(piece) ?? 0,
  };
}
