/**
 * Our sales of a year against the broker's form: proceeds first, then basis, then washes, then terms (R-8949-3). Both sides are
 * compared row by row of Form 8949, so that the codes and amounts proposed here are those that the form has. Every sale of ours
 * and every row of theirs is in one difference, in what ties, or in what is named as left out; nothing is dropped.
 */
import type { Book } from "../lots/book-types";
import { brokersViewOf } from "./brokers-view";
import { inOneString } from "./form-8949/columns";
import { notInTradesSentence } from "./form-8949/not-in-trades";
import { comparedSales, type ComparedSale } from "./form-8949/rows";
import { shelteredSentence, type ShelteredSale } from "./form-8949/sheltered";
import type { Difference, ReportedSale } from "./form-8949-types";
import { rowOnForm } from "./forms-together";
import { grouped } from "./match-1099-rules";
import { namesOfReported } from "./names-on-1099";
import { compareParts, type TiedPart } from "./reconcile-sale";
import { totalsOfOurs, totalsOfTheirs } from "./reconcile-totals";
import type { AccountElsewhere, Reconciliation, TiedSale, TiedTotal } from "./reconcile-types";
import { refusedPools } from "./refused-pools";
import { summedRows } from "./summed-rows";

const PARTS: readonly Difference["part"][] = ["Row", "Proceeds", "Basis", "Wash", "Term"];

/**
 * @param book     booked by the settings of the return
 * @param brokers  the same trades in the broker's view (R-WS-10)
 * @param reported rows of the broker's form, one or more
 */
export function reconcile(book: Book, brokers: Book, year: number, reported: readonly ReportedSale[]): Reconciliation {
  const { sales, notInTrades, otherYears, inRetirement } = comparedSales(book, year, reported);
  const viewOf = brokersViewOf(book, brokers);
  const onForm = sales.filter(({ how }) => how === "found");
  const summed = summedRows(onForm.map(({ portions }) => portions), viewOf);
  const compared = onForm.map((sale) => compareParts(book, sale, viewOf(sale.portions), summed));
  const notFound = sales.filter(({ how }) => how === "not found");
  const onlyOurs = notFound.map(({ row }) => onlyInTrades(row));
  const differences = [...onlyOurs, ...onlyOnForm(book, notInTrades, reported), ...inRetirement.map(ofRetirement), ...compared.flatMap((one) => one.differences)];
  return {
    differences: differences.sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || a.sold - b.sold || firstRow(a) - firstRow(b)),
    ties: tiedTotals(compared.flatMap(({ ties }) => ties), onForm.length),
    tied: onForm.filter((_, at) => compared[at]!.differences.length === 0).map(tiedSale),
    sales: onForm.length + notFound.length,
    totals: { ours: totalsOfOurs([...onForm, ...notFound]), theirs: totalsOfTheirs(reported, otherYears) },
    accountsElsewhere: accountsElsewhere(sales),
    otherYears,
  };
}

function tiedSale({ row, portions }: ComparedSale): TiedSale {
  const { symbol, account, sold, proceedsCents, saleRow } = row;
  return { symbol, account, sold, proceedsCents, saleRow, brokerRow: portions[0]!.reported!.row.row };
}

function firstRow({ saleRows, brokerRow }: Difference): number {
  return saleRows[0] ?? brokerRow ?? 0;
}

function onlyInTrades(row: ComparedSale["row"]): Difference {
  return {
    symbol: row.symbol, account: row.account, sold: row.sold, part: "Row",
    oursCents: row.proceedsCents, theirsCents: null, differenceCents: row.proceedsCents,
    cause: "Only in the trades", code: row.code, adjustmentCents: row.adjustmentCents,
    note: `${row.description} is on no row of the broker's form: box ${row.box}.`,
    saleRows: [row.saleRow], brokerRow: null,
  };
}

function ofRetirement(sale: ShelteredSale): Difference {
  return { ...rowOfTheirs(sale), account: sale.account || sale.retirementAccount, cause: "Retirement account", note: shelteredSentence(sale) };
}

/** @param rows of the form that no sale of ours is */
function onlyOnForm(book: Book, rows: readonly ReportedSale[], reported: readonly ReportedSale[]): Difference[] {
  const firstAlike = new Map<string, ReportedSale>();
  for (const sale of reported) if (!firstAlike.has(likeness(sale))) firstAlike.set(likeness(sale), sale);
  const { pools } = refusedPools(book);
  const { securitiesOf } = namesOfReported(book.trades, rows);
  const noteOf = (sale: ReportedSale): string => {
    const first = firstAlike.get(likeness(sale))!;
    if (first.row !== sale.row) return `R${rowOnForm(sale).slice(1)} repeats ${repeated(first, sale)}. Clear it if the sale is listed twice.`;
    const pool = pools.find(({ symbol }) => symbol === null || securitiesOf(sale).includes(symbol));
    return pool === undefined ? notInTradesSentence(sale) : `Your sales of it are withheld. ${pool.sentence}`;
  };
  return rows.map((sale): Difference => ({ ...rowOfTheirs(sale), cause: "Only on the form", note: noteOf(sale) }));
}

function rowOfTheirs(sale: ReportedSale): Omit<Difference, "cause" | "note"> {
  return {
    symbol: sale.symbol || sale.description || sale.cusip, account: sale.account, sold: sale.sold, part: "Row",
    oursCents: null, theirsCents: sale.proceedsCents, differenceCents: -sale.proceedsCents, code: "", adjustmentCents: 0, saleRows: [], brokerRow: sale.row,
  };
}

/** Of the same form its row is enough. */
function repeated(first: ReportedSale, sale: ReportedSale): string {
  return first.printed?.form === sale.printed?.form ? `row ${first.printed?.row ?? first.row}` : rowOnForm(first);
}

/** Equal where two rows say the same sale. */
function likeness({ symbol, description, cusip, account, acquired, sold, quantity, proceedsCents, basisCents, washCents }: ReportedSale): string {
  return JSON.stringify([symbol, description, cusip, account, acquired, sold, quantity, proceedsCents, basisCents, washCents]);
}

function tiedTotals(ties: readonly TiedPart[], compared: number): TiedTotal[] {
  return (["Proceeds", "Basis", "Wash"] as const).map((part) => {
    const ofPart = ties.filter((tie) => tie.part === part);
    const adjustmentCents = ofPart.reduce((sum, tie) => sum + tie.adjustmentCents, 0);
    return {
      part, compared, adjustmentCents,
      sales: ofPart.length,
      cents: ofPart.reduce((sum, { cents }) => sum + cents, 0),
      code: part === "Wash" && adjustmentCents > 0 ? "W" : "",
    };
  });
}

function accountsElsewhere(sales: readonly ComparedSale[]): AccountElsewhere[] {
  const rows = sales.filter(({ how }) => how === "assumed").map(({ row }) => row);
  return [...grouped(rows, ({ account }) => account)].map(([account, ofAccount]) => ({
    account,
    sales: ofAccount.length,
    proceedsCents: ofAccount.reduce((sum, { proceedsCents }) => sum + proceedsCents, 0),
    code: inOneString(ofAccount.map(({ code }) => code)),
    adjustmentCents: ofAccount.reduce((sum, { adjustmentCents }) => sum + adjustmentCents, 0),
    saleRows: [...new Set(ofAccount.map(({ saleRow }) => saleRow))].sort((a, b) => a - b),
  }));
}
