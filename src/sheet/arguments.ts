/**
 * Reads the single-cell arguments of the functions. `name` is the parameter as the user sees it; it opens the sentence
 * of a problem. A blank cell (null, "", undefined, and 0 where a number cannot be meant) is an omitted argument.
 */
import type { Method } from "../lots/choices";
import { refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import type { Day } from "../values/plain-date";

const NOT_YET = "The argument reader has not landed yet.";

/** A date that must be there: serial, ISO text or US text. */
export function dateArgument(cell: unknown, name: string): Outcome<Day> {
  return refuse("bad-input", `${name}: ${NOT_YET} ${String(cell)}`);
}

/** A date that may be left out: null. */
export function optionalDateArgument(cell: unknown, name: string): Outcome<Day | null> {
  return refuse("bad-input", `${name}: ${NOT_YET} ${String(cell)}`);
}

/** Shares, above zero, cleaned to 15 significant digits. */
export function sharesArgument(cell: unknown, name: string): Outcome<number> {
  return refuse("bad-input", `${name}: ${NOT_YET} ${String(cell)}`);
}

/** A price per share in dollars, zero or more. */
export function priceArgument(cell: unknown, name: string): Outcome<number> {
  return refuse("bad-input", `${name}: ${NOT_YET} ${String(cell)}`);
}

/** Text that must be there (symbol, account), trimmed. */
export function textArgument(cell: unknown, name: string): Outcome<string> {
  return refuse("bad-input", `${name}: ${NOT_YET} ${String(cell)}`);
}

/** Text that may be left out: null. */
export function optionalTextArgument(cell: unknown, name: string): Outcome<string | null> {
  return refuse("bad-input", `${name}: ${NOT_YET} ${String(cell)}`);
}

/** One of a closed list of words, any case; left out: the default. */
export function wordArgument<W extends string>(
  cell: unknown,
  name: string,
  words: readonly W[],
  defaultWord: W,
): Outcome<W> {
  return refuse("bad-input", `${name}: ${NOT_YET} ${String(cell)} ${words.join()} ${defaultWord}`);
}

/** A calendar year, or null when left out. */
export function optionalYearArgument(cell: unknown, name: string): Outcome<number | null> {
  return refuse("bad-input", `${name}: ${NOT_YET} ${String(cell)}`);
}

/** A relief method, or null when left out (the standing order of the settings). */
export function optionalMethodArgument(cell: unknown, name: string): Outcome<Method | null> {
  return refuse("bad-input", `${name}: ${NOT_YET} ${String(cell)}`);
}

/** A row number of the trades range: whole, 1 to rowCount. */
export function rowArgument(cell: unknown, name: string, rowCount: number): Outcome<number> {
  return refuse("bad-input", `${name}: ${NOT_YET} ${String(cell)} ${rowCount}`);
}

/**
 * The prices range, two columns Symbol and Price, with or without headings: dollars per share by symbol in upper case.
 * Rows without a symbol or a price are left out; null when the argument is left out.
 */
export function pricesArgument(
  cells: readonly (readonly unknown[])[] | null | undefined,
): Outcome<ReadonlyMap<string, number> | null> {
  return refuse("bad-input", `prices: ${NOT_YET} ${String(cells)}`);
}

/** Proceeds of a hypothetical sale: shares × price in whole cents, rounded once, half away from zero. */
export function proceedsCents(shares: number, price: number): Outcome<number> {
  return refuse("bad-input", `${NOT_YET} ${shares} ${price}`);
}
