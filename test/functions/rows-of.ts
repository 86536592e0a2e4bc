/** A trades range from rows that name their columns, so that a test shows only what matters. */
import type { Range } from "./example-trades";

export type Named = Readonly<Record<string, unknown>>;

/** Headings in order of first mention; the account is A where no row names one. */
export function rowsOf(...rows: readonly Named[]): Range {
  const headings = [...new Set(["Date", "Action", "Symbol", "Quantity", "Price", ...rows.flatMap((row) => Object.keys(row))])];
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ""))];
}

type Maker = (date: string, symbol: string, more?: Named) => Named;

/** `on("Buy")("2024-01-02", "XYZ", { Quantity: 10, Price: 5 })` */
export function on(action: string): Maker {
  return (date, symbol, more = {}) => ({ Date: date, Action: action, Symbol: symbol, ...more });
}
