/**
 * Finds the sales that a broker's form reports among the pieces we sold (R-8949-3: proceeds and basis are compared sale by
 * sale). Both sides are taken by account and security; there the sales of a form whose days are not ours are told first, the
 * others by day sold, then quantity, then proceeds. One row of theirs may be several pieces of ours (VARIOUS), several rows one
 * piece (a washed part listed apart), and several several. Nothing is used twice, and what finds no partner is left over on its
 * own side.
 */
import { PIECE_SHORT, type Book } from "../lots/book-types";
import { TradeKind } from "../lots/trades";
import { yearOf } from "../values/plain-date";
import { sharesFromUnits } from "./figures";
import type { ReportedSale } from "./form-8949-types";
import { namesOfReported, type NamesOfReported } from "./names-on-1099";
import { averagedTogether } from "./match-1099-averaged";
import { closestPairs, nearestOnBothSides, type Money } from "./match-1099-closest";
import { pairsInOrder, type DatedSale } from "./match-1099-in-order";
import { securitiesByFigures } from "./match-1099-names";
import { grouped, matchingRules, partOfOurs, quantityKey, type Candidate, type MatchingRule } from "./match-1099-rules";

export interface MatchedSales {
  /** Positions in the realized pieces, in their order; at least one. */
  readonly pieces: readonly number[];
  /** At least one, in the order of the range. */
  readonly reported: readonly ReportedSale[];
}

export interface Matching {
  readonly matched: readonly MatchedSales[];
  /** Pieces that no row of theirs reports, in their order. */
  readonly onlyOurs: readonly number[];
  /** Rows of theirs that no piece of ours is, in the order of the range. */
  readonly onlyTheirs: readonly ReportedSale[];
}

/** A broker may date cash in lieu, or a trade listed by settlement, some days off ours. */
const DAYS_APART = 10;

/** What of ours a row may be some days off: lots each by itself, then those of a sale together. */
const TOGETHER = ["each", "by sale and term", "by sale"] as const;

/**
 * @param pieces positions in the realized pieces: the taxable ones that the form may report
 * @param reported rows of the range
 */
export function matchReported(book: Book, pieces: readonly number[], reported: readonly ReportedSale[]): Matching {
  const work = new MatchingInProgress(book, pieces, reported);
  const rules = matchingRules(book);
  // Rows that name no account of ours may take what the others leave.
  const match = (): void => {
    for (const withAccount of [true, false]) {
      work.matchInOrder(withAccount);
      work.matchBySecurity(rules, withAccount);
    }
  };
  match();
  work.learnNames();
  match();
  work.matchByFigures();
  return work.finished();
}

class MatchingInProgress {
  private readonly matched: MatchedSales[] = [];
  private readonly oursLeft: Set<number>;
  private readonly theirsLeft: Set<ReportedSale>;
  private readonly names: NamesOfReported;
  private learnt: ReadonlyMap<ReportedSale, number> = new Map();

  constructor(private readonly book: Book, pieces: readonly number[], reported: readonly ReportedSale[]) {
    this.names = namesOfReported(book.trades, reported);
    this.oursLeft = new Set(pieces);
    this.theirsLeft = new Set(reported);
  }

  /**
   * A form whose days are not ours, told by the sales that agree in all else: lots each by itself, then those of a sale together.
   *
   * @param withAccount the rows that name an account of ours; false: those that name none
   */
  matchInOrder(withAccount: boolean): void {
    const { symbol, account } = this.book.realized;
    const keyOf = (security: number, ofAccount: number | null, shares: number): string => `${security} ${withAccount ? ofAccount : ""} ${quantityKey(shares)}`;
    for (const together of TOGETHER) {
      const rows = [...this.theirsLeft].filter((row) => row.quantity !== null && (this.names.accountOf(row) !== null) === withAccount && this.securitiesOf(row).length === 1);
      if (rows.length === 0) return;
      const oursBy = grouped(this.oursTogether(together), (pieces) => keyOf(symbol[pieces[0]!]!, account[pieces[0]!]!, this.sharesOf(pieces)));
      for (const [key, its] of grouped(rows, (row) => keyOf(this.securitiesOf(row)[0]!, this.names.accountOf(row), row.quantity!))) {
        const mine = oursBy.get(key) ?? [];
        const pairs = pairsInOrder(mine.map((pieces) => this.datedSale(pieces)), its.map(datedRow));
        for (const [at, place] of pairs) this.take(mine[at]!, [its[place]!]);
      }
    }
  }

  /** @param withAccount the rows that name an account of ours; false: those that name none */
  matchBySecurity(rules: readonly MatchingRule[], withAccount: boolean): void {
    const places = this.placesShared(withAccount);
    for (const rule of rules) {
      for (const { pieces, rows } of places) {
        const ours = pieces.filter((piece) => this.oursLeft.has(piece));
        const theirs = rows.filter((row) => this.theirsLeft.has(row));
        if (ours.length > 0 && theirs.length > 0) this.join(rule.ofOurs(ours), rule.ofTheirs(theirs));
      }
    }
  }

  /** Day, security and account where both sides have sales. */
  private placesShared(withAccount: boolean): { readonly pieces: number[]; readonly rows: ReportedSale[] }[] {
    const { sold, symbol, account } = this.book.realized;
    const placeOf = (day: number, security: number, ofAccount: number | null): string => `${day} ${security} ${withAccount ? ofAccount : ""}`;
    const rowsAt = new Map<string, ReportedSale[]>();
    for (const row of this.theirsLeft) {
      const ofAccount = this.names.accountOf(row);
      if ((ofAccount !== null) !== withAccount) continue;
      for (const security of this.securitiesOf(row)) {
        const place = placeOf(row.sold, security, ofAccount);
        rowsAt.set(place, [...(rowsAt.get(place) ?? []), row]);
      }
    }
    if (rowsAt.size === 0) return [];
    const piecesAt = grouped([...this.oursLeft], (piece) => placeOf(sold[piece]!, symbol[piece]!, account[piece]!));
    return [...rowsAt].flatMap(([place, rows]) => {
      const pieces = piecesAt.get(place);
      return pieces === undefined ? [] : [{ pieces, rows }];
    });
  }

  /** Of what is left: the security of rows whose name the trades do not know. */
  learnNames(): void {
    this.learnt = securitiesByFigures(this.book, [...this.oursLeft], [...this.theirsLeft], this.names);
  }

  private securitiesOf(row: ReportedSale): readonly number[] {
    const learnt = this.learnt.get(row);
    return learnt === undefined ? this.names.securitiesOf(row) : [learnt];
  }

  /**
   * What is left and agrees in quantity and, to the cent, in proceeds, where it is the only one to do so, or on both sides the
   * one nearest in days: rows whose security we do not know by that name sold on the day, and rows of a known one sold on another
   * day that brokers write. Lots each by itself, then those of a sale together; a row without quantity goes by its proceeds.
   */
  matchByFigures(): void {
    const { realized } = this.book;
    for (const together of TOGETHER) {
      const groups = this.oursTogether(together);
      const figures = (quantity: number | null, cents: number): string => `${quantity === null ? "" : quantityKey(quantity)} ${cents}`;
      const counted = grouped(groups, (pieces) => figures(this.sharesOf(pieces), this.moneyOf(pieces).proceedsCents));
      const uncounted = grouped(groups, (pieces) => figures(null, this.moneyOf(pieces).proceedsCents));
      for (const [key, rows] of grouped([...this.theirsLeft], (row) => figures(row.quantity, row.proceedsCents))) {
        const pairs = rows.flatMap((row) => ((row.quantity === null ? uncounted : counted).get(key) ?? []).filter((pieces) => this.mayBe(row, pieces)).map((pieces) => ({ row, pieces })));
        const apart = ({ row, pieces: [piece] }: (typeof pairs)[number]): number => Math.abs(row.sold - realized.sold[piece!]!);
        for (const { row, pieces } of nearestOnBothSides(pairs, ({ row }) => row, ({ pieces }) => pieces, apart)) {
          if (pieces.every((piece) => this.oursLeft.has(piece))) this.take(pieces, [row]);
        }
      }
    }
  }

  private mayBe(row: ReportedSale, pieces: readonly number[]): boolean {
    const { realized } = this.book;
    const accountOfRow = this.names.accountOf(row);
    const securities = this.securitiesOf(row);
    if (securities.length === 0 && row.quantity === null) return false;
    return pieces.every((piece) =>
      (accountOfRow === null || accountOfRow === realized.account[piece]) &&
      (securities.length === 0 ? row.sold === realized.sold[piece] : securities.includes(realized.symbol[piece]!) && isDayOfBroker(this.book, row, piece)));
  }

  /** Candidates with the same in common are paired by their money. */
  private join(ours: readonly Candidate<number>[], theirs: readonly Candidate<ReportedSale>[]): void {
    const oursBy = grouped(ours, ({ key }) => key);
    for (const [key, rows] of grouped(theirs, (candidate) => candidate.key)) {
      const mine = (oursBy.get(key) ?? []).filter(({ members }) => members.every((piece) => this.oursLeft.has(piece)));
      const its = rows.filter(({ members }) => members.every((row) => this.theirsLeft.has(row)));
      if (mine.length === 0 || its.length === 0) continue;
      const pairs = closestPairs(mine.map(({ members }) => this.moneyOf(members)), its.map(({ members }) => moneyOfRows(members)));
      for (const [at, place] of pairs) this.take(mine[at]!.members, its[place]!.members);
    }
  }

  /** What is left of ours. */
  private oursTogether(together: (typeof TOGETHER)[number]): number[][] {
    return [...grouped([...this.oursLeft], (piece) => partOfOurs(this.book, together, piece) ?? `each ${piece}`).values()];
  }

  private sharesOf(pieces: readonly number[]): number {
    const { symbol, units } = this.book.realized;
    return sumOf(pieces, (piece) => sharesFromUnits(this.book, symbol[piece]!, units[piece]!));
  }

  private datedSale(pieces: readonly number[]): DatedSale {
    const { sold, acquired } = this.book.realized;
    const [first, ...others] = pieces.map((piece) => acquired[piece]!);
    return { ...this.moneyOf(pieces), sold: sold[pieces[0]!]!, acquired: others.every((day) => day === first) ? first! : null, parts: pieces.length };
  }

  private moneyOf(pieces: readonly number[]): Money {
    const { proceedsCents, basisCents } = this.book.realized;
    return { proceedsCents: sumOf(pieces, (piece) => proceedsCents[piece]!), basisCents: sumOf(pieces, (piece) => basisCents[piece]!) };
  }

  private take(pieces: readonly number[], reported: readonly ReportedSale[]): void {
    for (const piece of pieces) this.oursLeft.delete(piece);
    for (const row of reported) this.theirsLeft.delete(row);
    this.matched.push({ pieces: [...pieces].sort((a, b) => a - b), reported: [...reported].sort((a, b) => a.row - b.row) });
  }

  finished(): Matching {
    const matched = averagedTogether(this.book, this.matched).sort((a, b) => a.pieces[0]! - b.pieces[0]!);
    return { matched, onlyOurs: [...this.oursLeft], onlyTheirs: [...this.theirsLeft] };
  }
}

/** A day that brokers write for the sale where we write another. */
function isDayOfBroker({ realized, trades }: Book, row: ReportedSale, piece: number): boolean {
  const sold = realized.sold[piece]!;
  if (Math.abs(row.sold - sold) <= DAYS_APART) return true;
  // The day a short was opened, beside the day it was covered; R-CA-9 puts what is worthless on 31 December.
  if ((realized.flags[piece]! & PIECE_SHORT) !== 0) return row.acquired === sold;
  return trades.kind[realized.sale[piece]!] === TradeKind.Worthless && yearOf(row.sold) === yearOf(sold);
}

function datedRow({ proceedsCents, basisCents, sold, acquired }: ReportedSale): DatedSale {
  return { proceedsCents, basisCents, sold, acquired, parts: 1 };
}

function moneyOfRows(rows: readonly ReportedSale[]): Money {
  const isGiven = rows.every(({ basisCents }) => basisCents !== null);
  return { proceedsCents: sumOf(rows, (row) => row.proceedsCents), basisCents: isGiven ? sumOf(rows, (row) => row.basisCents!) : null };
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
