/**
 * Reads the single-cell arguments of the functions. `name` is the parameter as the user sees it; it opens the sentence
 * of a problem. A blank cell (null, "", undefined, and 0 where a number cannot be meant) is an omitted argument.
 * Every problem is bad-input.
 */
import type { Method } from "../lots/choices";
import { BOXES_8949, type Box8949 } from "../report/form-8949-types";
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import type { Day } from "../values/plain-date";
import { quoteCell } from "./cells";
import { dollarsText, readNumberCell } from "./number-cells";
import { dayOf, methodOf, textOf, wordOf, yearOf } from "./setting-values";
import { LARGEST_CENTS, tradeCents } from "./trade-amount";

export { pricesArgument } from "./read-prices";

/** Opens the sentence with the parameter and closes it. */
function named<T>(outcome: Outcome<T>, name: string): Outcome<T> {
  return outcome.ok ? outcome : refuse("bad-input", `${name} ${outcome.problem.sentence}.`);
}

function required<T>(outcome: Outcome<T | null>, name: string, example: string): Outcome<T> {
  if (!outcome.ok) return outcome;
  return outcome.value === null ? refuse("bad-input", `${name} is missing; give ${example}.`) : done(outcome.value);
}

/** A date that must be there: serial, ISO text or US text. */
export function dateArgument(cell: unknown, name: string): Outcome<Day> {
  return required(optionalDateArgument(cell, name), name, "a date such as 2024-03-01");
}

/** A date that may be left out: null. */
export function optionalDateArgument(cell: unknown, name: string): Outcome<Day | null> {
  return named(dayOf(cell), name);
}

/** Shares, above zero, cleaned to 15 significant digits. */
export function sharesArgument(cell: unknown, name: string): Outcome<number> {
  const shares = readNumberCell(cell);
  if (shares === null) return refuse("bad-input", `${name} is missing; give a number of shares.`);
  if (typeof shares === "object") return refuse("bad-input", `${name} ${shares.says}.`);
  if (shares <= 0) return refuse("bad-input", `${name} is ${shares}; give a number of shares above 0.`);
  if (shares > 1e14) return refuse("impossible-number", `${name} is ${shares}, too large to be exact.`);
  return done(shares);
}

/** A price per share in dollars, zero or more. */
export function priceArgument(cell: unknown, name: string): Outcome<number> {
  const price = readNumberCell(cell);
  if (price === null) return refuse("bad-input", `${name} is missing; give a price per share in dollars.`);
  if (typeof price === "object") return refuse("bad-input", `${name} ${price.says}.`);
  if (price < 0) return refuse("bad-input", `${name} is ${dollarsText(price)}, below zero.`);
  return done(price);
}

/** Text that must be there (symbol, account), trimmed; a number is taken as it is written. */
export function textArgument(cell: unknown, name: string): Outcome<string> {
  return required(optionalTextArgument(cell, name), name, `a ${name}`);
}

/** Text that may be left out: null. */
export function optionalTextArgument(cell: unknown, name: string): Outcome<string | null> {
  return named(textOf(cell), name);
}

/** One of a closed list of words, any case; left out: the default. */
export function wordArgument<W extends string>(
  cell: unknown,
  name: string,
  words: readonly W[],
  defaultWord: W,
): Outcome<W> {
  const word = named(wordOf(cell, words), name);
  return word.ok ? done(word.value ?? defaultWord) : word;
}

/** A calendar year that must be there. */
export function yearArgument(cell: unknown, name: string): Outcome<number> {
  return required(optionalYearArgument(cell, name), name, "a year such as 2024");
}

/** A calendar year, or null when left out. */
export function optionalYearArgument(cell: unknown, name: string): Outcome<number | null> {
  return named(yearOf(cell), name);
}

/** A box of Form 8949, or null when left out. */
export function boxArgument(cell: unknown, name: string): Outcome<Box8949 | null> {
  const letter = textOf(cell);
  if (!letter.ok) return named(letter, name);
  const box = BOXES_8949.find((one) => one === letter.value?.toUpperCase());
  if (letter.value === null || box !== undefined) return done(box ?? null);
  return refuse("bad-input", `${name} is ${quoteCell(cell)}; give a letter from A to L.`);
}

/** A relief method, or null when left out (the standing order of the settings). */
export function optionalMethodArgument(cell: unknown, name: string): Outcome<Method | null> {
  return named(methodOf(cell), name);
}

/** A row number of the trades range: whole, 1 to rowCount. */
export function rowArgument(cell: unknown, name: string, rowCount: number): Outcome<number> {
  const row = readNumberCell(cell);
  const isRow = typeof row === "number" && Number.isInteger(row) && row >= 1 && row <= rowCount;
  return isRow
    ? done(row)
    : refuse("bad-input", `${name} is ${quoteCell(cell)}; give a row of the trades range, 1 to ${rowCount}.`);
}

/** Proceeds of a hypothetical sale: shares × price in whole cents, rounded once, half away from zero. */
export function proceedsCents(shares: number, price: number): Outcome<number> {
  const cents = tradeCents(shares, price, 0, -1);
  return cents > LARGEST_CENTS
    ? refuse("impossible-number", `${shares} shares at ${dollarsText(price)} come to more than $90 trillion.`)
    : done(cents);
}
