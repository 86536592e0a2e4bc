/**
 * R-ID-2: lots named on a sale, and the log ‘Taxlot SpecID’ that says when. A row of the log is of a sale by sale date, symbol and
 * account; a log whose columns the user has taken away is asked for the symbol alone. Pure.
 */
import { plainHeading } from "../../import/column-words";
import { TradeKind, type Trades } from "../../lots/trades";
import { grouped } from "../../report/match-1099-rules";
import { settlementDay } from "../../rules/short-sales/year";
import type { PackageCheck } from "../../sheet/copy/copy-types";
import { readDateCell } from "../../sheet/date-cells";
import { yearOf, type Day } from "../../values/plain-date";
import { count } from "../sentences";
import { someRows } from "./checks-of-trades";
import type { PackageFacts } from "./package-facts";

type Cells = readonly (readonly unknown[])[];

interface NamedSale {
  readonly row: number;
  readonly sold: Day;
  readonly symbol: string;
  readonly account: string;
}

/** null: the log does not tell. */
interface Logged {
  readonly on: Day | null;
  readonly sold: Day | null;
  readonly symbol: string;
  readonly account: string | null;
}

export function checkIdentifications({ desk: { book }, year }: PackageFacts, log: Cells | null): PackageCheck {
  const name = "Identification log";
  const sales = namedSales(book.trades, year);
  if (sales.length === 0) return { name, state: "not applicable", sentence: `No sale of ${year} names its lots.`, screen: null };
  const bySymbol = readLog(log ?? []);
  const logged = sales.map((sale) => ({ sale, rows: (bySymbol.get(sale.symbol) ?? []).filter((row) => isOf(row, sale)) }));
  const missing = logged.flatMap(({ sale, rows }) => (rows.length === 0 ? [sale] : []));
  const late = logged.flatMap(({ sale, rows }) => (rows.length > 0 && rows.every((row) => isLate(row, sale)) ? [sale] : []));
  if (missing.length === 0 && late.length === 0) return { name, state: "done", sentence: `${count(sales.length, "sale names its lots", "sales name their lots")}, and the log ‘Taxlot SpecID’ says when.`, screen: null };
  const sentences = [
    ...(missing.length === 0 ? [] : [`Sales in ${rowsOf(missing)} name their lots, and no log says when they were named.`]),
    ...(late.length === 0 ? [] : [`The lots of ${rowsOf(late)} are in the log, but later than settlement.`]),
  ];
  return { name, state: "open", sentence: `${sentences.join(" ")} Have the broker's confirmations at hand.`, screen: null };
}

function rowsOf(sales: readonly NamedSale[]): string {
  return someRows(sales.map(({ row }) => row));
}

function namedSales(trades: Trades, year: number): readonly NamedSale[] {
  const sales: NamedSale[] = [];
  for (const [at, { lots }] of trades.details) {
    if (trades.kind[at] !== TradeKind.Sell || lots === undefined || lots.length === 0 || yearOf(trades.day[at]!) !== year) continue;
    sales.push({ row: trades.row[at]!, sold: trades.day[at]!, symbol: plain(trades.symbols[trades.symbol[at]!]), account: plain(trades.accounts[trades.account[at]!]) });
  }
  return sales;
}

/** By symbol. */
function readLog([headings = [], ...rows]: Cells): ReadonlyMap<string, readonly Logged[]> {
  const column = (heading: string): number => headings.findIndex((cell) => plainHeading(String(cell ?? "")) === plainHeading(heading));
  const [on, sold, symbol, account] = [column("Logged on"), column("Sale date"), column("Symbol"), column("Account")];
  const logged = rows.map((row) => ({ on: dayIn(row[on]), sold: dayIn(row[sold]), symbol: plain(row[symbol]), account: account < 0 ? null : plain(row[account]) }));
  return grouped(logged, (row) => row.symbol);
}

function isOf({ sold, account }: Logged, sale: NamedSale): boolean {
  return (sold === null || sold === sale.sold) && (account === null || account === "" || account === sale.account);
}

function isLate({ on }: Logged, { sold }: NamedSale): boolean {
  return on !== null && on > settlementDay(sold);
}

function dayIn(cell: unknown): Day | null {
  const read = readDateCell(cell);
  return read === null || "says" in read ? null : read.day;
}

function plain(cell: unknown): string {
  return String(cell ?? "").trim().toUpperCase();
}
