/**
 * The rows of Form 8949 for a year (R-8949-1 to R-8949-6): the taxable pieces sold, those of the same sale, term and box in one
 * row (R-8949-5), each with the broker's figures where its form is given and the sale is found there.
 */
import { PIECE_BOOT, PIECE_CARRIED_LOSS, PIECE_CASH_IN_LIEU, PIECE_RETIREMENT, PIECE_RETURN_OF_CAPITAL, PIECE_SHORT, type Book } from "../../lots/book-types";
import { TradeKind } from "../../lots/trades";
import { yearOf } from "../../values/plain-date";
import type { Box8949, Form8949Row, ReportedSale } from "../form-8949-types";
import { isLongTermCollectible } from "../form-codes";
import { grouped } from "../match-1099-rules";
import { matchReported } from "../match-1099";
import { namesOfReported } from "../names-on-1099";
import { taxYearOf } from "../tax-year";
import { assumedForm, isBasisKnown, type FormOfSale } from "./assumed-form";
import { boxOf, isBasisReported, partOf, scheduleDLineOf } from "./box";
import { formColumns, type SaleFigures } from "./columns";
import { acquiredColumn, describe } from "./description";
import { formsInWholeDollars, HALF_A_DOLLAR } from "./forms-in-dollars";
import { withTwins, type NotInTrades } from "./not-in-trades";
import { portionsOf, wholePiece, type Portion } from "./portions";
import { reportedWhole } from "./reported-whole";
import { BASIS_UNSAID, rowNote, type HowFound } from "./row-note";
import { sheltered, type ShelteredSale } from "./sheltered";

export interface Form8949 {
  /** By box, then day sold, then row of the sale. */
  readonly rows: readonly Form8949Row[];
  /** Sales of the year that the broker reports and the trades do not have: the form is short of them. */
  readonly notInTrades: readonly NotInTrades[];
}

/** A row of the form with what it was made from. */
export interface ComparedSale {
  readonly row: Form8949Row;
  readonly figures: SaleFigures;
  readonly portions: readonly Portion[];
  readonly how: HowFound;
}

export interface ComparedSales extends Pick<Form8949, "notInTrades"> {
  /** In the order of the form's rows. */
  readonly sales: readonly ComparedSale[];
  /** Rows of the broker's form that belong to other years. */
  readonly otherYears: readonly ReportedSale[];
  /** Rows of the broker's form that are sales in a retirement account: they belong on no Form 8949. */
  readonly inRetirement: readonly ShelteredSale[];
}

/** @param reported rows of the broker's form; null: none is given */
export function form8949(book: Book, year: number, reported: readonly ReportedSale[] | null): Form8949 {
  const { sales, notInTrades } = comparedSales(book, year, reported);
  return { rows: sales.map(({ row }) => row), notInTrades };
}

/** @param reported rows of the broker's form; null: none is given */
export function comparedSales(book: Book, year: number, reported: readonly ReportedSale[] | null): ComparedSales {
  const sold = piecesToReport(book, year);
  const { matched, onlyOurs, onlyTheirs } = matchReported(book, sold, reported ?? []);
  const { isElsewhere } = namesOfReported(book.trades, reported ?? []);
  const isOfYear = (piece: number): boolean => taxYearOf(book, piece) === year;
  const found = matched.flatMap((one) => portionsOf(book, one).map((portion) => placed(book, year, portion, "found")));
  const isRounded = formsInWholeDollars(found.map(({ portion }) => portion));
  const others = onlyOurs.map((piece) => {
    const isAssumed = reported === null || reported.length === 0 || isElsewhere(book.realized.account[piece]!);
    return placed(book, year, wholePiece(book, piece), isAssumed ? "assumed" : "not found");
  });
  const inYear = [...found, ...others].filter(({ portion }) => isOfYear(portion.piece));
  const sales = [...grouped(inYear, (one) => keyOf(book, one)).values()]
    .flatMap((together) => washedApart(book, together))
    .map((together) => rowOf(book, together, isRounded));
  const { inRetirement, missing } = sheltered(book, onlyTheirs.filter((row) => yearOf(row.sold) === year));
  return {
    sales: formPerhapsMissing(reportedWhole(sales), reported ?? []).sort(({ row: a }, { row: b }) => (a.box < b.box ? -1 : a.box > b.box ? 1 : a.sold - b.sold || a.saleRow - b.saleRow || 0)),
    notInTrades: withTwins(missing, reported ?? []),
    inRetirement,
    otherYears: [
      ...matched.flatMap((one) => (one.pieces.some(isOfYear) ? [] : one.reported)),
      ...onlyTheirs.filter((row) => yearOf(row.sold) !== year),
    ].sort((a, b) => a.row - b.row),
  };
}

/** A form without accounts is taken to cover all of them; where nothing of one is found on it, that account's own form may be missing. */
function formPerhapsMissing(sales: readonly ComparedSale[], reported: readonly ReportedSale[]): ComparedSale[] {
  const known = new Set([...sales.filter(({ how }) => how === "found").map(({ row }) => row.account.toUpperCase()), ...reported.map(({ account }) => account.toUpperCase())]);
  return sales.map((sale) => {
    if (sale.how !== "not found" || known.has(sale.row.account.toUpperCase())) return sale;
    return { ...sale, row: { ...sale.row, note: `${sale.row.note} It names no account: give the form of ${sale.row.account || "this account"} too, if there is one, each with Account.` } };
  });
}

/** Taxable pieces of the year and of the days around it: a broker may count a short in another year than the law (R-SS-4). */
function piecesToReport(book: Book, year: number): number[] {
  const { count, flags, sold } = book.realized;
  const pieces: number[] = [];
  for (let piece = 0; piece < count; piece++) {
    if ((flags[piece]! & PIECE_RETIREMENT) === 0 && Math.abs(yearOf(sold[piece]!) - year) <= 1) pieces.push(piece);
  }
  return pieces;
}

interface PlacedPortion {
  readonly portion: Portion;
  readonly box: Box8949;
  readonly how: HowFound;
  /** The broker's paper has the sale and does not say whether it reported the basis. */
  readonly isBasisUnsaid: boolean;
}

function placed(book: Book, year: number, portion: Portion, how: HowFound): PlacedPortion {
  const { realized, trades } = book;
  const isDigital = trades.digital.has(realized.symbol[portion.piece]!);
  const isLong = realized.longTerm[portion.piece] === 1;
  return { portion, box: boxOf({ year, isDigital, isLong, ...formOf(book, year, portion, how) }), how, isBasisUnsaid: isBasisUnsaid(portion) };
}

function formOf(book: Book, year: number, { piece, reported }: Portion, how: HowFound): FormOfSale {
  if (reported === null) return how === "assumed" ? assumedForm(book, piece, year) : { form: "none", basisReported: false };
  const { form, basisReported, basisCents } = reported.row;
  const assumed = assumedForm(book, piece, year).form;
  // A row of a broker's form is on a form, whatever would be assumed of the sale without it.
  return {
    form: form ?? (assumed === "none" ? "1099-B" : assumed),
    basisReported: basisReported ?? (basisCents !== null && isBasisKnown(book, piece)),
  };
}

function isBasisUnsaid({ reported }: Portion): boolean {
  return reported !== null && reported.row.basisReported === null && reported.row.form !== "none";
}

/** What makes rows differ in kind though one row of the trades made them. */
export const KINDS_OF_ROW = PIECE_BOOT | PIECE_RETURN_OF_CAPITAL | PIECE_CASH_IN_LIEU | PIECE_CARRIED_LOSS | PIECE_SHORT;

function keyOf({ realized }: Book, { portion: { piece, reported }, box, how, isBasisUnsaid }: PlacedPortion): string {
  const kind = [box, realized.sale[piece], realized.symbol[piece], realized.account[piece], realized.sold[piece], realized.flags[piece]! & KINDS_OF_ROW, how];
  // A lot of which the form errs in the term, or holds back the basis, hides nothing of the lots beside it.
  const isBasisHeldBack = isBasisReported(box) && reported?.basisCents === null;
  return [...kind, reported !== null && isOtherTerm(realized, piece, reported.row), isBasisHeldBack, isBasisUnsaid].join(" ");
}

function isOtherTerm({ longTerm }: Book["realized"], piece: number, { term }: ReportedSale): boolean {
  return term !== null && (term === "Long") !== (longTerm[piece] === 1);
}

/** A row whose gains are larger than its losses cannot carry what is disallowed of these (R-WS-7): then the lots with a disallowed loss stand by themselves. */
function washedApart({ realized }: Book, together: readonly PlacedPortion[]): (readonly PlacedPortion[])[] {
  const sum = (of: (portion: Portion) => number): number => together.reduce((all, { portion }) => all + of(portion), 0);
  const disallowedCents = sum((portion) => portion.disallowedCents);
  if (disallowedCents <= Math.max(0, sum(({ basisCents, proceedsCents }) => basisCents - proceedsCents))) return [together];
  const purchases = new Set(together.flatMap(({ portion }) => (portion.disallowedCents > 0 ? [realized.purchase[portion.piece]!] : [])));
  const isWashed = ({ portion }: PlacedPortion): boolean => purchases.has(realized.purchase[portion.piece]!);
  const [washed, others] = [together.filter(isWashed), together.filter((one) => !isWashed(one))];
  return others.length === 0 ? [washed] : [washed, others];
}

function rowOf(book: Book, together: readonly PlacedPortion[], isRounded: (row: ReportedSale) => boolean): ComparedSale {
  const { realized, trades } = book;
  const portions = together.map(({ portion }) => portion);
  const [{ box, how, isBasisUnsaid: isUnsaid }, { piece }] = [together[0]!, portions[0]!];
  const figures = figuresOf(book, portions, isRounded);
  const columns = formColumns(figures, box);
  // R-8949-4: only where the form says that it reported the basis, shows it and that nothing needs adjusting, and says nothing of ordinary income.
  const isOrdinary = portions.some(({ reported }) => reported?.row.isOrdinary === true);
  const direct = !isOrdinary && !isUnsaid && how === "found" && isBasisReported(box) && columns.code === "" && typeof figures.reported?.basisCents === "number";
  const row: Form8949Row = {
    box,
    part: partOf(box),
    description: describe(book, portions),
    acquired: acquiredColumn(book, portions),
    sold: realized.sold[piece]!,
    ...columns,
    saleRow: trades.row[realized.sale[piece]!]!,
    symbol: trades.symbols[realized.symbol[piece]!]!,
    account: trades.accounts[realized.account[piece]!]!,
    direct,
    scheduleDLine: scheduleDLineOf(box, direct),
    ...(isUnsaid ? { basisUnsaid: true as const } : {}),
    note: [...(isUnsaid ? [BASIS_UNSAID] : []), rowNote(book, piece, box, figures, how), ...(isOrdinary ? ["The form says ordinary income."] : [])].filter(Boolean).join(" "),
  };
  return { row, figures, portions, how };
}

function figuresOf(book: Book, portions: readonly Portion[], isRounded: (row: ReportedSale) => boolean): SaleFigures {
  const sum = (of: (portion: Portion) => number): number => portions.reduce((all, portion) => all + of(portion), 0);
  const { piece } = portions[0]!;
  const { realized, trades } = book;
  const isReported = portions.every(({ reported }) => reported !== null);
  return {
    proceedsCents: sum(({ proceedsCents }) => proceedsCents),
    basisCents: sum(({ basisCents }) => basisCents),
    washCents: sum(({ disallowedCents, byFundRuleCents }) => disallowedCents - byFundRuleCents),
    otherDisallowedCents: sum(({ byFundRuleCents }) => byFundRuleCents),
    isCollectible: portions.some((portion) => isLongTermCollectible(book, portion.piece)),
    hasPremiumReceived: trades.kind[realized.sale[piece]!] === TradeKind.Assigned,
    isWrittenOption: (realized.flags[piece]! & PIECE_SHORT) !== 0 && trades.options.has(realized.symbol[piece]!),
    roundingCents: portions.length + [...new Set(portions.flatMap(({ reported }) => reported?.row ?? []))].filter(isRounded).length * HALF_A_DOLLAR,
    reported: isReported
      ? {
          proceedsCents: sum(({ reported }) => reported!.proceedsCents),
          basisCents: portions.some(({ reported }) => reported!.basisCents === null) ? null : sum(({ reported }) => reported!.basisCents!),
          washCents: sum(({ reported }) => reported!.washCents),
          isOtherTerm: portions.some(({ reported, piece: one }) => isOtherTerm(realized, one, reported!.row)),
        }
      : null,
  };
}
