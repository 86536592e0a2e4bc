/**
 * Reads the prices range (design section 6): two columns, Symbol and Price, with or without headings. An Excel Stocks
 * cell can stand for the symbol, and brings its own price where the column beside it has none.
 */
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import { quoteCell, readCell } from "./cells";
import { headingMeaning } from "./column-words";
import { dollarsText, readNumberCell, type CellFault, type NumberReading } from "./number-cells";
import { nameIn } from "./cell-names";
import { currencyOfFormat, stockIn, tickerInText, type StockCell } from "./stock-cells";

type Rows = readonly (readonly unknown[])[];

/**
 * Dollars per share by symbol in upper case; null when the argument is left out. A row without symbol or price, or
 * whose price is an error cell, is left out: its symbol then has no price, which the function says. A price that is no
 * number, is below zero, or is given twice and differently is bad-input, naming the row.
 */
export function pricesArgument(cells: Rows | null | undefined): Outcome<ReadonlyMap<string, number> | null> {
  if (!Array.isArray(cells)) return done(null);
  const { first, symbolAt, priceAt } = columnsOf(cells);
  const prices = new Map<string, number>();
  for (let index = first; index < cells.length; index++) {
    const row = (cells as Rows)[index] ?? [];
    const symbolCell = row[symbolAt];
    const stock = stockIn(symbolCell);
    const symbol = symbolOf(symbolCell, stock);
    if (typeof symbol === "object" && symbol !== null) return refusePrice(index, symbol.says);
    const beside = readCell(row[priceAt]).kind === "error" ? null : readNumberCell(row[priceAt]);
    // A quote that failed to load is a price that is absent, and takes down its own symbol only.
    const price = beside ?? stock?.price ?? null;
    if (symbol === null || price === null) continue;
    if (typeof price === "object") return refusePrice(index, `the price of ${symbol} ${price.says}`);
    if (price < 0) return refusePrice(index, `the price of ${symbol} is ${dollarsText(price)}, below zero`);
    const currency = foreignCurrency(row[priceAt], beside, stock);
    if (currency !== null) {
      return refuse("bad-input", `Prices row ${index + 1}: the price of ${symbol} is in ${currency}, not in US dollars. Give it in dollars in the column beside it, or clear the row.`);
    }
    const other = prices.get(symbol);
    if (other !== undefined && other !== price) {
      return refusePrice(index, `${symbol} is priced ${quoteCell(price)} here and ${quoteCell(other)} above`);
    }
    prices.set(symbol, price);
  }
  return done(prices.size === 0 && isBlank(cells) ? null : prices);
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

function refusePrice(index: number, says: string): Outcome<never> {
  return refuse("bad-input", `Prices row ${index + 1}: ${says}. Correct it, or clear the row.`);
}
