/**
 * Reads the prices range (design section 6): two columns, Symbol and Price, with or without headings. An Excel Stocks
 * cell can stand for the symbol, and brings its own price where the column beside it has none.
 */
import { quoteCell, readCell } from "./cells";
import { headingMeaning } from "../import/column-words";
import { dollarsText, readNumberCell, type CellFault, type NumberReading } from "./number-cells";
import { nameIn } from "./cell-names";
import { currencyOfFormat, stockIn, tickerInText, type StockCell } from "./stock-cells";

type Rows = readonly (readonly unknown[])[];

/** A row of the prices that cannot be used. Its symbol then has no price; the other symbols keep theirs. */
export interface PriceFault {
  /** Row of the range, its first row being 1. */
  readonly row: number;
  /** In upper case; null where the row's symbol cannot be told. */
  readonly symbol: string | null;
  readonly sentence: string;
}

export interface Prices {
  /** Dollars per share by symbol in upper case. */
  readonly bySymbol: ReadonlyMap<string, number>;
  readonly faults: readonly PriceFault[];
}

/**
 * null when the argument is left out or blank. A row without symbol or price, or whose price is an error cell, is left
 * out: its symbol then has no price, which the function says. A price that is no number, is below zero, is not in
 * dollars, or is given twice and differently is a fault, naming the row, and leaves its own symbol without a price.
 */
export function pricesArgument(cells: Rows | null | undefined): Prices | null {
  if (!Array.isArray(cells)) return null;
  const { first, symbolAt, priceAt } = columnsOf(cells);
  const bySymbol = new Map<string, number>();
  const faults: PriceFault[] = [];
  for (let index = first; index < cells.length; index++) {
    const read = priceInRow((cells as Rows)[index] ?? [], symbolAt, priceAt);
    if (read === null) continue;
    const { symbol, price } = read;
    const other = symbol === null ? undefined : bySymbol.get(symbol);
    if (typeof price === "object") faults.push(faultIn(index, symbol, price.says));
    else if (other !== undefined && other !== price) faults.push(faultIn(index, symbol, `${symbol} is priced ${quoteCell(price)} here and ${quoteCell(other)} above.${CORRECT}`));
    else if (symbol !== null) bySymbol.set(symbol, price);
  }
  for (const { symbol } of faults) if (symbol !== null) bySymbol.delete(symbol);
  return bySymbol.size === 0 && faults.length === 0 && isBlank(cells) ? null : { bySymbol, faults };
}

const CORRECT = " Correct it, or clear the row.";

/** The price of a row, or what is wrong with it; null where it has no symbol or no price. */
function priceInRow(row: readonly unknown[], symbolAt: number, priceAt: number): { readonly symbol: string | null; readonly price: number | CellFault } | null {
  const stock = stockIn(row[symbolAt]);
  const symbol = symbolOf(row[symbolAt], stock);
  if (typeof symbol === "object" && symbol !== null) return { symbol: null, price: { says: `${symbol.says}.${CORRECT}` } };
  const beside = readCell(row[priceAt]).kind === "error" ? null : readNumberCell(row[priceAt]);
  // A quote that failed to load is a price that is absent.
  const price = beside ?? stock?.price ?? null;
  if (symbol === null || price === null) return null;
  if (typeof price === "object") return { symbol, price: { says: `the price of ${symbol} ${price.says}.${CORRECT}` } };
  if (price < 0) return { symbol, price: { says: `the price of ${symbol} is ${dollarsText(price)}, below zero.${CORRECT}` } };
  const currency = foreignCurrency(row[priceAt], beside, stock);
  if (currency === null) return { symbol, price };
  return { symbol, price: { says: `the price of ${symbol} is in ${currency}, not in US dollars. Give it in dollars in the column beside it, or clear the row.` } };
}

function faultIn(index: number, symbol: string | null, says: string): PriceFault {
  return { row: index + 1, symbol, sentence: `Prices row ${index + 1}: ${says}` };
}

/** The symbol in upper case, null for a blank cell, or what is wrong with it. */
function symbolOf(cell: unknown, stock: StockCell | null): string | null | CellFault {
  const read = readCell(cell);
  if (stock !== null) return stock.symbol?.toUpperCase() ?? { says: `${quoteCell(cell)} is a card that names no ticker symbol` };
  if (read.kind === "error") return { says: `Symbol holds the error ${read.code}` };
  const name = nameIn(cell);
  return name === null ? null : (tickerInText(name) ?? name).toUpperCase();
}

/**
 * The currency of a price that is not in dollars. A figure beside a foreign stock is one in dollars, unless it is the
 * stock's own: then nobody has converted it.
 */
function foreignCurrency(priceCell: unknown, beside: NumberReading, stock: StockCell | null): string | null {
  const ofStock = stock?.currency ?? null;
  const isOwn = beside === null || beside === stock?.price;
  if (isOwn && ofStock !== null && ofStock !== "USD") return ofStock;
  return beside === null ? null : currencyOfFormat(priceCell);
}

function columnsOf(cells: Rows): { first: number; symbolAt: number; priceAt: number } {
  const fields = (cells[0] ?? []).map((cell) => {
    const read = readCell(cell);
    return read.kind === "text" ? headingMeaning(read.value)?.field : undefined;
  });
  const symbolAt = fields.indexOf("Symbol");
  const priceAt = fields.indexOf("Price");
  if (symbolAt >= 0 && priceAt >= 0) return { first: 1, symbolAt, priceAt };
  // Headings of other names are told by the second cell, which is text and no figure, and by the rows under them.
  const second = readNumberCell(cells[0]?.[1]);
  const isTextBeside = second !== null && typeof second === "object" && readCell(cells[0]?.[1]).kind === "text";
  const isUnnamedHeading = isTextBeside && stockIn(cells[0]?.[0]) === null && !isBlank(cells.slice(1));
  const isHeading = fields[0] === "Symbol" ? second === null || isTextBeside : isUnnamedHeading;
  return { first: isHeading ? 1 : 0, symbolAt: 0, priceAt: 1 };
}

function isBlank(cells: Rows): boolean {
  return cells.every((row) => row.every((cell) => readCell(cell).kind === "blank"));
}
