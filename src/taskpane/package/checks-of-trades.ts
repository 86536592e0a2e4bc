/** The points of the checklist that the trades, the settings and the calendar decide. Pure. */
import { PIECE_RETIREMENT, PIECE_UNKNOWN_BASIS } from "../../lots/book-types";
import { rowsText } from "../../report/figures";
import { taxYearOf } from "../../report/tax-year";
import { finalOn } from "../../report/wash-window";
import type { PackageCheck } from "../../sheet/copy/copy-types";
import { returnFactsOf } from "../../sheet/return-facts";
import { moneyText } from "../../values/money-text";
import { dayFromCalendar, isoFromDay, type Day } from "../../values/plain-date";
import { count, joined } from "../sentences";
import { isWindowOpen, taxableSales } from "../wash/loss-sales";
import { ACCOUNTS, CARRYOVERS, undeclaredAccounts } from "./mends";
import type { PackageFacts } from "./package-facts";

export function checkRows({ desk: { reading, book } }: PackageFacts): PackageCheck {
  const name = "Rows of the trades";
  const faults = [...reading.faults, ...book.refusals];
  const rows = new Set(faults.map(({ row }) => row)).size;
  const first = faults[0];
  if (first === undefined) return { name, state: "done", sentence: `All ${count(book.trades.count, "trade")} are read and booked.`, screen: "data" };
  return { name, state: "open", sentence: `${count(rows, "row is", "rows are")} not understood, and what hangs on ${rows === 1 ? "it" : "them"} is left out. Row ${first.row}: ${withoutRow(first.problem, first.row)}. ${first.whatToDo}`.trim(), screen: "data" };
}

function withoutRow(problem: string, row: number): string {
  const label = `Row ${row}: `;
  return (problem.startsWith(label) ? problem.slice(label.length) : problem).replace(/\.$/, "");
}

export function checkYearOver({ desk: { asOf }, year }: PackageFacts): PackageCheck {
  const isOver = asOf > dayFromCalendar(year, 12, 31);
  return {
    name: "The year is over",
    state: isOver ? "done" : "open",
    sentence: isOver ? `${year} was over on ${isoFromDay(asOf)}.` : `${year} is not over on ${isoFromDay(asOf)}: sales and purchases may follow.`,
    screen: null,
  };
}

/** R-WS-12: a loss of December is washed by a purchase of January. */
export function checkWashWindows({ desk: { asOf, book }, year }: PackageFacts): PackageCheck {
  const name = "Wash windows";
  const losses = [...taxableSales(book).values()].filter(({ taxYear, lossLeftCents }) => taxYear === year && lossLeftCents > 0);
  if (losses.length === 0) return { name, state: "not applicable", sentence: `No loss of ${year} is left that a purchase could wash.`, screen: null };
  const open = losses.filter((sale) => isWindowOpen(sale, asOf));
  const last = lastFinalDay(losses);
  if (open.length > 0) {
    const cents = open.reduce((sum, { lossLeftCents }) => sum + lossLeftCents, 0);
    const lastOpen = lastFinalDay(open);
    return { name, state: "open", sentence: `${count(open.length, "sale")} with ${moneyText(cents)} of losses can still be washed by a purchase before ${isoFromDay(lastOpen)}.`, screen: "wash" };
  }
  const yearEnd = dayFromCalendar(year, 12, 31);
  if (last > yearEnd + 1 && book.lastDay <= yearEnd) {
    return {
      name, state: "open", screen: "import",
      sentence: `The trades end on ${isoFromDay(book.lastDay)}, and purchases through ${isoFromDay(last - 1)} can wash losses of ${year}. Add the rows of January of every account; where there were none, this point stands for your accountant to see.`,
    };
  }
  return { name, state: "done", sentence: `The window of the last loss closed on ${isoFromDay(last - 1)}.`, screen: null };
}

function lastFinalDay(sales: readonly { readonly sold: Day }[]): Day {
  return sales.reduce((last, { sold }) => Math.max(last, finalOn(sold)), 0);
}

/** R-ID-6. */
export function checkBasis({ desk: { book }, year }: PackageFacts): PackageCheck {
  const { count: pieces, flags, sale } = book.realized;
  const rows = new Set<number>();
  for (let piece = 0; piece < pieces; piece++) {
    const isMissing = (flags[piece]! & PIECE_UNKNOWN_BASIS) !== 0 && (flags[piece]! & PIECE_RETIREMENT) === 0;
    if (isMissing && taxYearOf(book, piece) === year) rows.add(book.trades.row[sale[piece]!]!);
  }
  if (rows.size === 0) return { name: "Basis", state: "done", sentence: `Every sale of ${year} has its basis.`, screen: null };
  const named = someRows([...rows]);
  return { name: "Basis", state: "open", sentence: `Shares sold in ${named} have no basis, and 0 is taken. Enter what they cost in the row that brought them in.`, screen: "data" };
}

/** R-WS-11: a purchase in an IRA or by the spouse washes too, if the account is known as one. */
export function checkAccounts({ desk }: PackageFacts): PackageCheck {
  const name = ACCOUNTS;
  const named = desk.book.trades.accounts.filter((account) => account !== "");
  if (named.length === 0) return { name, state: "not applicable", sentence: "The trades name no account: all count as one taxable account of your own.", screen: "settings" };
  const undeclared = undeclaredAccounts(desk);
  if (undeclared.length === 0) return { name, state: "done", sentence: `The type of ${named.length === 1 ? `account ${named[0]}` : `all ${named.length} accounts`} is known.`, screen: "settings" };
  // All of them: whoever says what they are has to see them.
  const [verb, whose] = undeclared.length === 1 ? ["counts", "it is"] : ["count", "they are"];
  return { name, state: "open", sentence: `${joined(undeclared)} ${verb} as taxable and your own, because the settings do not say. Name what ${whose}: a purchase in an IRA or by your spouse washes a loss too.`, screen: "settings" };
}

const NAMED_AT_MOST = 4;

/** "rows 5, 9 and 12", "12 rows from row 5 on" */
export function someRows(rows: readonly number[]): string {
  const sorted = [...rows].sort((a, b) => a - b);
  return sorted.length > NAMED_AT_MOST ? `${count(sorted.length, "row")} from row ${sorted[0]} on` : rowsText(sorted);
}

/** R-NET-1. */
export function checkCarryovers({ desk: { settings: { tax } }, year }: PackageFacts): PackageCheck {
  const name = CARRYOVERS;
  const facts = returnFactsOf(tax, year);
  if (!facts.ok) return { name, state: "open", sentence: `Schedule D cannot be told. ${facts.problem.sentence}`, screen: "settings" };
  if (tax.carryoverShort === null && tax.carryoverLong === null) {
    return { name, state: "open", sentence: `The settings name no loss carried into ${year}, and none counts. Write Carryover short and Carryover long of last year's return, 0 where there is none.`, screen: "settings" };
  }
  const { carryShortCents, carryLongCents } = facts.value;
  return { name, state: "done", sentence: `Carried into ${year}: ${moneyText(carryShortCents)} short-term, ${moneyText(carryLongCents)} long-term.`, screen: "settings" };
}
