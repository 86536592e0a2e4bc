/** The wrong row that withholds what is asked about: with a pool of the group unknown, its losses and purchases are too. */
import type { Book } from "../lots/book-types";
import { faultSentence } from "../lots/fault-sentence";
import type { Problem } from "../values/outcome";

/** @param book of the symbols asked about only. null: nothing is withheld. A row that names no symbol withholds none. */
export function withheldBy(book: Book): Problem | null {
  const refusal = book.refusals.find(({ symbol, pools }) => symbol !== null || pools.length > 0);
  return refusal === undefined ? null : { kind: "bad-input", sentence: faultSentence(refusal) };
}
