/** Rows that changed the shares of a lot without selling them, and the basis each moved out of it or into it. */
import { PIECE_GIFT_LOSS, PIECE_GIFT_NEITHER, type OpenLot } from "../../lots/book-types";
import { TradeKind } from "../../lots/trades";
import { isoFromDay } from "../../values/plain-date";
import { take } from "../../values/take";
import { rowsText } from "../figures";
import { acquiredSymbol } from "../replacement";
import { averagedApart } from "./average";
import type { ExplainedRow } from "./explained-row";
import { basisOf, lotsOf, unitsOfLots } from "./lots-around";
import { moneyText } from "../../values/money-text";

export interface RowOfLot {
  /** Position in the trades. */
  readonly at: number;
  /** Basis that left the lot on this row without a sale; negative where some came in. */
  readonly movedCents: number;
}

const NAMES: Readonly<Partial<Record<TradeKind, string>>> = {
  [TradeKind.Transfer]: "transfer",
  [TradeKind.Split]: "split or stock dividend",
  [TradeKind.GiftGiven]: "gift given",
  [TradeKind.SymbolChange]: "change of symbol",
  [TradeKind.OtherClass]: "stock dividend of another class",
  [TradeKind.SpinOff]: "spin-off",
  [TradeKind.Rights]: "rights",
  [TradeKind.ExerciseRights]: "rights exercised",
  [TradeKind.RightsLapse]: "rights lapsed",
  [TradeKind.Merger]: "merger",
  [TradeKind.ReturnOfCapital]: "return of capital",
  [TradeKind.Exercise]: "option exercised",
};

/** What moves basis out of a lot, or into it, without a sale: the words and the rule. */
const MOVES: Readonly<Partial<Record<TradeKind, readonly [string, string]>>> = {
  [TradeKind.GiftGiven]: ["left with shares given away", "R-GIFT-2"],
  [TradeKind.ReturnOfCapital]: ["returned as capital", "R-CA-6"],
  [TradeKind.ExerciseRights]: ["gone into shares bought with the rights", "R-CA-5"],
  [TradeKind.RightsLapse]: ["moved back to the stock when rights lapsed", "R-CA-5"],
  [TradeKind.Exercise]: ["gone into the exercise of the option", "R-OPT-2"],
};

/** Each row is looked at with two bookings; what lies beyond so many is left to the rows' own explanations. */
const MOST_ROWS = 60;

/** In order of booking. */
export function rowsOfLot(explained: ExplainedRow, purchase: number): RowOfLot[] {
  const { trades } = explained.book;
  const symbols = new Set([trades.symbol[purchase]!, acquiredSymbol(trades, purchase)]);
  const found: RowOfLot[] = [];
  let looked = 0;
  for (let step = 0; step < trades.count; step++) {
    const at = trades.newestFirst ? trades.count - 1 - step : step;
    if (at === purchase || !symbols.has(trades.symbol[at]!) || trades.day[at]! < trades.day[purchase]!) continue;
    const newSymbol = trades.details.get(at)?.newSymbol;
    if (newSymbol !== undefined) symbols.add(newSymbol);
    if (NAMES[trades.kind[at] as TradeKind] === undefined) continue;
    looked += 1;
    if (looked > MOST_ROWS) break;
    const row = changedBy(explained, purchase, at);
    if (row !== null) found.push(row);
  }
  return found;
}

function changedBy(explained: ExplainedRow, purchase: number, at: number): RowOfLot | null {
  const { book } = explained;
  const ofPurchase = (lots: readonly OpenLot[]): OpenLot[] => lots.filter((lot) => lot.purchase === purchase);
  const before = explained.bookUpTo(at, false);
  const after = explained.bookUpTo(at, true);
  const was = ofPurchase(before.openLots);
  const is = ofPurchase(after.openLots);
  if (was.map(keyOf).join() === is.map(keyOf).join()) return null;
  if (book.trades.kind[at] === TradeKind.GiftGiven) {
    const shared = givenAtAverage(explained, was, is, at);
    if (shared !== null) return { at, movedCents: shared };
  }
  const sold = explained.pieces.of(at).filter((piece) => book.realized.purchase[piece] === purchase);
  return { at, movedCents: basisOf(was) - basisOf(is) - sold.reduce((sum, piece) => sum + book.realized.basisCents[piece]!, 0) };
}

function keyOf(lot: OpenLot): string {
  return [lot.symbol, lot.account, lot.units, lot.basisCents].join(" ");
}

/** Shares given out of an averaged pool take the average with them (R-AVG-3); null where none is averaged. */
function givenAtAverage(explained: ExplainedRow, was: readonly OpenLot[], is: readonly OpenLot[], at: number): number | null {
  const { book } = explained;
  const { trades } = book;
  const [first] = was;
  if (first === undefined || !book.choices.methods.some(({ method }) => method === "AVG")) return null;
  const isInPool = (lot: OpenLot): boolean => averagedApart(book, lot.acquired) === averagedApart(book, first.acquired);
  const pool = (included: boolean): OpenLot[] =>
    lotsOf(explained.bookUpTo(at, included), trades.symbol[at]!, trades.account[at]!).filter(isInPool);
  const [before, after] = [pool(false), pool(true)];
  const units = unitsOfLots(before) - unitsOfLots(after);
  return units <= 0 ? null : take(basisOf(before) - basisOf(after), unitsOfLots(was) - unitsOfLots(is), units);
}

/** `Other rows that changed these shares: row 4 (2024-05-01, return of capital); row 6 (2024-08-12, transfer).` */
export function otherRowsSentence({ book }: ExplainedRow, rows: readonly RowOfLot[]): string[] {
  const { trades } = book;
  if (rows.length === 0) return [];
  const named = rows.map(({ at }) => `row ${trades.row[at]} (${isoFromDay(trades.day[at]!)}, ${NAMES[trades.kind[at] as TradeKind]})`);
  return [`Other rows that changed these shares: ${named.join("; ")}.`];
}

/**
 * ` + $60.00 returned as capital (R-CA-6, row 4) - $5.00 moved between …`: one term for each cause.
 * @param elsewhere cents that are in no sale and no open lot; the terms add up to it
 * @param flags     of the pieces that were sold of the lot
 */
export function movedTerms({ book }: ExplainedRow, rows: readonly RowOfLot[], elsewhere: number, flags: number): string {
  const { trades, choices } = book;
  const byKind = new Map<TradeKind, RowOfLot[]>();
  for (const row of rows) {
    const kind = trades.kind[row.at] as TradeKind;
    if (MOVES[kind] !== undefined) byKind.set(kind, [...(byKind.get(kind) ?? []), row]);
  }
  const terms: string[] = [];
  let left = elsewhere;
  for (const [kind, moved] of byKind) {
    const cents = moved.reduce((sum, row) => sum + row.movedCents, 0);
    left -= cents;
    const [words, rule] = MOVES[kind]!;
    const ofRows = rowsText(moved.filter((row) => row.movedCents !== 0).map((row) => trades.row[row.at]!));
    if (cents !== 0) terms.push(term(cents, `${words} (${rule}, ${ofRows})`));
  }
  if (left === 0) return terms.join("");
  if ((flags & (PIECE_GIFT_LOSS | PIECE_GIFT_NEITHER)) !== 0) terms.push(term(left, "between the giver's basis and the basis used (R-GIFT-1)"));
  else if (choices.methods.some(({ method }) => method === "AVG")) terms.push(term(left, "moved between the lots of the pool by averaging (R-AVG-2)"));
  else terms.push(term(left, "in changes told at other rows"));
  return terms.join("");
}

function term(cents: number, why: string): string {
  return ` ${cents > 0 ? "+" : "-"} ${moneyText(Math.abs(cents))} ${why}`;
}
