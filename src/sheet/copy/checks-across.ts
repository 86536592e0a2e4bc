/** What one sheet must agree with on another: the form with the sales it is made from. */
import type { CopyFacts } from "./copy-types";
import { sumWhere, type Check, type PlacedSheet } from "./placed-sheet";
import { SALES } from "./sales-sheet";

const PARTS = [
  { part: "I", term: "Short", lines: ["1a", "1b", "2", "3"] },
  { part: "II", term: "Long", lines: ["8a", "8b", "9", "10"] },
] as const;

/** Column (h) of each part against the allowed gains of its term. In whole dollars the two differ by rounding, and are not held together. */
export function gainChecks({ wholeDollars }: CopyFacts, form: PlacedSheet, sales: PlacedSheet): Check[] {
  if (wholeDollars) return [];
  return PARTS.map(({ part, term, lines }): Check => {
    const onForm = lines.map((line) => sumWhere(form, "(h) Gain", [["Schedule D line", `"${line}"`]])).join("+");
    return {
      mark: "A",
      says: `part ${part} (h) less ‘${SALES}’, ${term.toLowerCase()}`,
      unit: "cents",
      stated: 0,
      readded: `ROUND(${onForm}-${sumWhere(sales, "Allowed gain", [["Term", `"${term}"`]])},2)`,
      expected: 0,
    };
  });
}
