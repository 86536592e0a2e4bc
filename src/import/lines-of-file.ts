/** The lines of a file, whatever it is written in. */
import { done } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import type { SourceFile } from "./import-types";
import { sourceLines } from "./source-lines";
import type { SourceLine } from "./source-lines";
import { textOfBytes } from "./text-of-bytes";

/** Lines with content; refused (bad-input) where there is nothing to read. */
export function linesOfFile({ name, bytes }: SourceFile): Outcome<readonly SourceLine[]> {
  const text = textOfBytes(bytes, name);
  return text.ok ? done(sourceLines(text.value)) : text;
}
