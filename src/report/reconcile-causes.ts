/**
 * Why our figure of a sale and the broker's differ by more than rounding. The first cause that explains the whole difference is
 * named: no basis on the form; a wash that the broker's own view cannot have (R-WS-10); pay in the basis, which the form leaves
 * out and a supplement tells (R-BASIS-3); a corporate action between purchase and sale. What none explains is said to differ.
 */
import {
  PIECE_BOOT, PIECE_CASH_IN_LIEU, PIECE_RETURN_OF_CAPITAL, PIECE_UNKNOWN_BASIS, type Book, type WashMatch,
} from "../lots/book-types";
import { TradeKind, type Trades } from "../lots/trades";
import type { BrokersFigures } from "./brokers-view";
import { rowsText } from "./figures";
import { isRounding, type ReportedFigures, type SaleFigures } from "./form-8949/columns";
import type { Portion } from "./form-8949/portions";
import type { DifferenceCause, ReportedSale } from "./form-8949-types";
import { grouped } from "./match-1099-rules";
import type { SummedRow } from "./summed-rows";
import { moneyText } from "../values/money-text";

export interface SaleToExplain {
  readonly book: Book;
  readonly portions: readonly Portion[];
  readonly figures: SaleFigures;
  readonly reported: ReportedFigures;
  /** null: the broker's view tells nothing of this sale. */
  readonly brokers: BrokersFigures | null;
  /** Rows of the form that sum up lots of several rows of ours. */
  readonly summed: ReadonlyMap<ReportedSale, SummedRow>;
}

export interface Cause {
  readonly cause: DifferenceCause;
  /** Sentences. */
  readonly note: string;
}

export function proceedsCause({ book, portions, figures, reported }: SaleToExplain): Cause {
  const less = reported.proceedsCents - figures.proceedsCents;
  if (hasFlag(book, portions, PIECE_CASH_IN_LIEU | PIECE_BOOT | PIECE_RETURN_OF_CAPITAL)) {
    return { cause: "Corporate action", note: `The cash was paid in a corporate action, ${rowsText(saleRowsOf(book, portions))} of your trades.` };
  }
  const premium = figures.hasPremiumReceived ? ", such as the premium of the option, which it leaves out" : "";
  if (less < 0) return { cause: "Proceeds differ", note: `The form has ${moneyText(-less)} less${premium}.` };
  return { cause: "Proceeds differ", note: `The form has ${moneyText(less)} more, such as fees or a premium that it leaves out.` };
}

export function basisCause(sale: SaleToExplain): Cause {
  const { book, portions, figures, reported, brokers } = sale;
  const theirs = reported.basisCents;
  if (hasFlag(book, portions, PIECE_UNKNOWN_BASIS)) {
    return { cause: "Missing basis", note: "Your trades give no basis, and 0 is taken. Enter it in the row of the purchase." };
  }
  if (theirs === null) return { cause: "Missing basis", note: "The form gives no basis." };
  if (explainedByView(theirs, figures.basisCents, brokers?.basisCents, figures.roundingCents)) {
    return { cause: "Wash in another account", note: `With washes of the same account and symbol alone your basis is ${moneyText(brokers!.basisCents)}.` };
  }
  const ofRows = viewOfRows(sale, "basisCents");
  if (ofRows !== null) {
    return { cause: "Wash in another account", note: `The row of the form sums up lots of several rows: with washes of the same account and symbol alone they have ${moneyText(ofRows)}, as it says.` };
  }
  const added = portions.reduce((sum, { piece, units }) => sum + shareOfLot(book, piece, units), 0);
  if (added > 0 && isRounding(figures.basisCents - added - theirs, figures.roundingCents)) {
    return { cause: "Wash differs", note: `The form leaves out ${moneyText(added)} that earlier wash sales added to the basis.` };
  }
  // What the washes elsewhere explain is taken off before another cause is looked for.
  const expected = brokers?.basisCents ?? figures.basisCents;
  const other = otherBasisCause(sale, expected, theirs);
  const ofWashes = figures.basisCents - expected;
  return ofWashes === 0 ? other : { ...other, note: `${other.note} Of the difference ${moneyText(ofWashes)} comes from washes in other accounts.`.trim() };
}

function otherBasisCause({ book, portions }: SaleToExplain, expectedCents: number, theirsCents: number): Cause {
  const vests = portions.filter(({ piece }) => book.trades.kind[book.realized.purchase[piece]!] === TradeKind.Vest);
  if (vests.length > 0 && theirsCents < expectedCents) {
    const rows = rowsText(distinct(vests.map(({ piece }) => book.trades.row[book.realized.purchase[piece]!]!)));
    return { cause: "Basis supplement", note: `The shares came as pay (${rows}); the form leaves pay out of the basis, and the broker's supplement adds it.` };
  }
  if (theirsCents === 0) return { cause: "Missing basis", note: "The form has a basis of 0." };
  const actions = actionsBetween(book, portions);
  if (actions.length > 0) {
    return { cause: "Corporate action", note: `A corporate action changed the basis: ${rowsText(actions)} of your trades.` };
  }
  return { cause: "Basis differs", note: "" };
}

export function washCause(sale: SaleToExplain): Cause {
  const { book, portions, figures, reported, brokers } = sale;
  const fewer = reported.washCents > figures.washCents ? " Yours is smaller: attach a statement that says why." : "";
  const said = replacedIn(book, portions);
  const isOfView = explainedByView(reported.washCents, figures.washCents, brokers?.washCents, figures.roundingCents);
  if (isOfView && brokers?.washCents === 0 && isReplacedAtHome(book, portions)) {
    return { cause: "Wash differs", note: `${said} The form leaves out washes of shares whose basis the broker need not report.` };
  }
  if (isOfView || viewOfRows(sale, "washCents") !== null) {
    return { cause: "Wash in another account", note: `${said}${fewer}`.trim() };
  }
  return { cause: "Wash differs", note: `${said}${fewer}`.trim() };
}

/** @param sentence what the two sides say */
export function termCause({ book, portions, brokers }: SaleToExplain, sentence: string): Cause {
  const isLong = book.realized.longTerm[portions[0]!.piece] === 1;
  // The form has the other term; so has the broker's view where it lacks the wash that carried a period over (R-WS-6).
  const isOfView = brokers !== null && (brokers.longTerm === null ? brokers.hasOtherTerms : brokers.longTerm !== isLong);
  return isOfView
    ? { cause: "Wash in another account", note: `${sentence} A wash sale in another account carried its holding period over.` }
    : { cause: "Term differs", note: sentence };
}

/** Theirs is what the broker's view has, and ours is not. */
function explainedByView(theirs: number, ours: number, view: number | undefined, roundingCents: number): boolean {
  return view !== undefined && view !== ours && isRounding(theirs - view, roundingCents);
}

/** What the rows of the form that these lots stand on say together, where each of them says what the broker's view has; null: it is not so. */
function viewOfRows({ portions, summed }: SaleToExplain, figure: keyof SummedRow): number | null {
  const rows = new Set(portions.map(({ reported }) => reported!.row));
  const views = [...rows].map((row) => summed.get(row)?.[figure] ?? null);
  return views.reduce((sum, view) => (sum === null || view === null ? null : sum + view), 0);
}

/** Basis was not reported and the broker sees every replacement: shares that are not covered keep it from telling the wash (R-WS-10). */
function isReplacedAtHome(book: Book, portions: readonly Portion[]): boolean {
  const { account, symbol } = book.realized;
  const matches = washesOf(book, portions);
  if (portions.some(({ reported }) => reported?.row.basisReported !== false)) return false;
  return matches.length > 0 && matches.every(({ piece, replacement, replacementAccount }) => replacementAccount === account[piece] && book.trades.symbol[replacement] === symbol[piece]);
}

function washesOf({ washes }: Book, portions: readonly Portion[]): WashMatch[] {
  const matches = once(washesByPiece, washes, () => grouped(washes, ({ piece }) => String(piece)));
  return [...new Set(portions.map(({ piece }) => piece))].flatMap((piece) => matches.get(String(piece)) ?? []);
}

/** "Replaced by row 6 in Roth IRA." */
function replacedIn(book: Book, portions: readonly Portion[]): string {
  const { trades } = book;
  const byAccount = new Map<string, number[]>();
  for (const { replacement, replacementAccount } of washesOf(book, portions)) {
    const account = trades.accounts[replacementAccount] ?? "";
    byAccount.set(account, [...(byAccount.get(account) ?? []), trades.row[replacement]!]);
  }
  const places = [...byAccount].map(([account, rows]) => `by ${rowsText(distinct(rows))}${account === "" ? "" : ` in ${account}`}`);
  return places.length === 0 ? "" : `Replaced ${places.join(" and ")}.`;
}

/** What earlier washes added to the basis of these units of a piece, in cents. */
function shareOfLot({ realized }: Book, piece: number, units: number): number {
  const all = realized.units[piece]!;
  return all === 0 ? 0 : Math.round((realized.washAddedCents[piece]! * units) / all);
}

const CORPORATE_ACTIONS: ReadonlySet<number> = new Set([
  TradeKind.Split, TradeKind.SymbolChange, TradeKind.OtherClass, TradeKind.SpinOff, TradeKind.Rights, TradeKind.ExerciseRights,
  TradeKind.RightsLapse, TradeKind.Merger, TradeKind.ReturnOfCapital,
]);

/** Rows of actions on the security sold, or that made it, between the purchase and the sale. */
function actionsBetween({ trades, realized }: Book, portions: readonly Portion[]): number[] {
  const piece = portions[0]!.piece;
  const symbols = new Set(portions.flatMap((portion) => [realized.symbol[portion.piece]!, trades.symbol[realized.purchase[portion.piece]!]!]));
  const from = Math.min(...portions.map((portion) => trades.day[realized.purchase[portion.piece]!]!));
  const rows: number[] = [];
  for (const at of once(actionsOfTrades, trades, () => positionsOfActions(trades))) {
    if (trades.day[at]! < from || trades.day[at]! > realized.sold[piece]!) continue;
    const made = trades.details.get(at)?.newSymbol;
    if (symbols.has(trades.symbol[at]!) || (made !== undefined && symbols.has(made))) rows.push(trades.row[at]!);
  }
  return distinct(rows);
}

function positionsOfActions({ count, kind }: Trades): number[] {
  return Array.from({ length: count }, (_, at) => at).filter((at) => CORPORATE_ACTIONS.has(kind[at]!));
}

/** Found once for all differences of a form, which may be thousands. */
const actionsOfTrades = new WeakMap<Trades, readonly number[]>();
const washesByPiece = new WeakMap<readonly WashMatch[], ReadonlyMap<string, readonly WashMatch[]>>();

function once<K extends object, T>(known: WeakMap<K, T>, key: K, find: () => T): T {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

function hasFlag({ realized }: Book, portions: readonly Portion[], flag: number): boolean {
  return portions.some(({ piece }) => (realized.flags[piece]! & flag) !== 0);
}

function saleRowsOf({ trades, realized }: Book, portions: readonly Portion[]): number[] {
  return distinct(portions.map(({ piece }) => trades.row[realized.sale[piece]!]!));
}

function distinct(rows: readonly number[]): number[] {
  return [...new Set(rows)].sort((a, b) => a - b);
}
