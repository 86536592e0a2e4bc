/** Remarks of the book in an explanation: on both rows, after what was computed. */
import { remarksOfRows } from "../remarks";
import type { ExplainedRow } from "./explained-row";

const RULES: readonly (readonly [RegExp, string])[] = [
  [/1259/, "R-SS-5"],
  [/1233/, "R-SS-2"],
  [/1091\(e\)/, "R-SS-3"],
  [/85-87/, "R-WS-13"],
  [/852/, "R-HP-8"],
  [/1\.1012-1\(e\)/, "R-AVG-1"],
];

export function remarkSentences({ book, trade }: ExplainedRow): string[] {
  return remarksOfRows(book).of(trade).map((said) => {
    const rule = RULES.find(([pattern]) => pattern.test(said))?.[1];
    return rule === undefined ? `To look at: ${said}` : `To look at: ${said.replace(/\)\.$/, `; ${rule}).`)}`;
  });
}
