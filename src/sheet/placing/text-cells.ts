/** Text as Excel must be handed it so that it stays text: a leading apostrophe, which Excel keeps to itself. */

import { errorIn } from "../cells";

/** Word for word these are no text in a cell. */
const NOT_TEXT = /^(true|false)$/i;
/** A letter first and no figure anywhere: nothing Excel would read as a formula, number, date or error. */
const SURELY_TEXT = /^\p{L}[^\d]*$/u;
/** No number or date is as long as a sentence. */
const SENTENCE = /^\p{L}.{59,}$/su;
/** Excel takes no longer text in a cell. */
const LONGEST_TEXT = 32_767;

/**
 * `=1+1`, `-5`, `@name`, `001234`, `3/1`, `MAR1` and `TRUE` stay the text they are: Excel reads text that starts with
 * = + - @ as a formula, and turns what looks like a number or date into one.
 */
export function asText(text: string): string {
  const cut = text.length >= LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 2)}…` : text;
  if (cut === "" || ((SURELY_TEXT.test(cut) || SENTENCE.test(cut)) && !NOT_TEXT.test(cut))) return cut;
  return `'${cut}`;
}

/** A cell to write: text as text, a number no cell can hold as blank. */
export function asCell(value: string | number | boolean | null): string | number | boolean | null {
  if (typeof value === "string") return value === "" ? null : asText(value);
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

/** A value that Excel showed, to be written as it was: a text stays a text, an error an error. */
export function asShown(value: unknown): string | number | boolean {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = String(value ?? "");
  return text === "" || errorIn(text) !== null ? text : asText(text);
}
