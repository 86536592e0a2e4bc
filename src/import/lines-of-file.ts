/** The lines of a file, whatever it is written in. */
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import type { SourceFile } from "./import-types";
import { linesOfJson } from "./json-lines";
import { sourceLines } from "./source-lines";
import type { SourceLine } from "./source-lines";
import { textOfBytes } from "./text-of-bytes";

/** Lines with content; refused (bad-input) where there is nothing to read. */
export function linesOfFile({ name, bytes }: SourceFile): Outcome<readonly SourceLine[]> {
  const text = textOfBytes(bytes, name);
  if (!text.ok) return text;
  if (!/^\ufeff?\s*[[{]/.test(text.value)) return done(sourceLines(text.value));
  const records = linesOfJson(text.value);
  return records === null
    ? refuse("bad-input", `${name} holds no list of transactions that can be read. Download it as CSV.`)
    : done(records);
}
