/** Reads the values beside a setting's name. A fault completes the sentence "Settings row 4: View …". */
import { cleanNumber } from "../values/decimals";
import type { Method } from "../lots/choices";
import { methodNamed, methodsOfHouse } from "../lots/methods/table";
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import type { Day } from "../values/plain-date";
import { quoteCell, readCell } from "./cells";
import { readDateCell } from "./date-cells";
import { rateFromText, readNumberCell } from "./number-cells";
import { OTHER_SPELLINGS } from "./setting-names";

/** Text as words are compared: lower case, single blanks. */
export function plainWord(text: string): string {
  return text.replace(/[\s\u00a0]+/g, " ").trim().toLowerCase();
}

/** "A, B or C" */
export function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}

/** A cell as text: numbers as written (an account 12345), null when blank. */
export function textOf(cell: unknown): Outcome<string | null> {
  const read = readCell(cell);
  switch (read.kind) {
    case "blank":
      return done(null);
    case "error":
      return refuse("bad-input", `holds the error ${read.code}`);
    case "number":
      return done(read.value === 0 ? null : String(read.value));
    default:
      return done(read.kind === "text" ? read.value : quoteCell(cell));
  }
}

/** One of `words` in any case; null when blank. */
export function wordOf<W extends string>(cell: unknown, words: readonly W[]): Outcome<W | null> {
  const text = textOf(cell);
  if (!text.ok) return text;
  if (text.value === null) return done(null);
  const plain = plainWord(text.value);
  const spelled = plainWord(OTHER_SPELLINGS.get(plain) ?? plain);
  const word = words.find((allowed) => plainWord(allowed) === spelled);
  return word === undefined ? refuse("bad-input", `is ${quoteCell(cell)}; write ${alternatives(words)}`) : done(word);
}

/** Dollars; null when blank. */
export function dollarsOf(cell: unknown): Outcome<number | null> {
  const dollars = readNumberCell(cell);
  return dollars !== null && typeof dollars === "object" ? refuse("bad-input", dollars.says) : done(dollars);
}

/** A rate as a fraction of 1: a cell of 0.24 or 24%, or the text `24%`. A bare 24 could be either and is refused. */
export function rateOf(cell: unknown): Outcome<number | null> {
  const rate = fractionOf(cell);
  if (!rate.ok || rate.value === null) return rate;
  const isRate = rate.value >= 0 && rate.value <= 1;
  return isRate ? rate : refuse("bad-input", `is ${quoteCell(cell)}; write a rate from 0% to 100%, such as 24%`);
}

/** A share of a whole, where a bare number of 1 or more counts per cent: 5 and 5% and 0.05 are the same. */
export function percentOf(cell: unknown): Outcome<number | null> {
  const share = fractionOf(cell);
  if (!share.ok || share.value === null) return share;
  const read = readCell(cell);
  const countsPerCent = share.value >= 1 && !(read.kind === "text" && read.value.endsWith("%"));
  const fraction = countsPerCent ? cleanNumber(share.value / 100) : share.value;
  return fraction >= 0 && fraction <= 1 ? done(fraction) : refuse("bad-input", `is ${quoteCell(cell)}; write 0% to 100%`);
}

function fractionOf(cell: unknown): Outcome<number | null> {
  const read = readCell(cell);
  const fromText = read.kind === "text" ? rateFromText(read.value) : null;
  return fromText === null ? dollarsOf(cell) : done(fromText);
}

export function yesOrNoOf(cell: unknown): Outcome<boolean | null> {
  const read = readCell(cell);
  if (read.kind === "boolean") return done(read.value);
  if (read.kind === "number" && (read.value === 0 || read.value === 1)) return done(read.value === 1);
  const word = wordOf(cell, ["Yes", "No", "True", "False"]);
  if (!word.ok) return refuse("bad-input", `is ${quoteCell(cell)}; write Yes or No`);
  return done(word.value === null ? null : word.value === "Yes" || word.value === "True");
}

/** A calendar year such as 2025; null when blank. */
export function yearOf(cell: unknown): Outcome<number | null> {
  const year = readNumberCell(cell);
  if (year === null || year === 0) return done(null);
  const isYear = typeof year === "number" && Number.isInteger(year) && year >= 1900 && year <= 2200;
  return isYear ? done(year) : refuse("bad-input", `is ${quoteCell(cell)}; write a year such as 2025`);
}

export function dayOf(cell: unknown): Outcome<Day | null> {
  const date = readDateCell(cell);
  if (date === null) return done(null);
  return "says" in date ? refuse("bad-input", `${date.says}; write a date such as 2024-03-01`) : done(date.day);
}

/** The law's methods and our own, for the sentence that lists what may be written. */
const PLAIN_METHODS = ["FIFO", "LIFO", "HIFO", "LOFO", "SPEC", "AVG", "MINTAX"];

/** A relief method by a name of METHODS, in any case, with blanks or hyphens for `_`; null when blank. */
export function methodOf(cell: unknown): Outcome<Method | null> {
  const text = textOf(cell);
  if (!text.ok) return text;
  if (text.value === null) return done(null);
  const method = methodNamed(text.value);
  if (method !== null) return done(method.name);
  const ofHouse = methodsOfHouse(text.value);
  const names = ofHouse.length > 0 ? ofHouse : [...PLAIN_METHODS, "a broker's method that METHODS lists"];
  return refuse("bad-input", `is ${quoteCell(cell)}; write ${alternatives(names)}`);
}
