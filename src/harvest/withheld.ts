/** The wrong row that withholds what is asked about: with a pool of the group unknown, its losses and purchases are too. */
import type { Book } from "../lots/book-types";
import type { Problem } from "../values/outcome";

/** @param book of the symbols asked about only. null: nothing is withheld. A row that names no symbol withholds none. */
export function withheldBy(book: Book): Problem | null {
  const refusal = book.refusals.find(({ symbol, pools }) => symbol !== null || pools.length > 0);
  if (refusal === undefined) return null;
  const problem = /[.?]$/.test(refusal.problem) ? refusal.problem : `${refusal.problem}.`;
  return { kind: "bad-input", sentence: `${problem} ${refusal.whatToDo}`.trim() };
}
