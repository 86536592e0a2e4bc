/** Whom the next dollar of long-term gain meets first: a loss, or a band (R-NET-1). */
import type { TaxLine } from "./tax-year-lines";

/** Schedule D line 15 or 16 is a loss, which the next long-term gain lowers before any of it is taxed as a gain. */
export function lossTakesGain(lines: readonly Pick<TaxLine, "line" | "cents">[]): boolean {
  return lines.some(({ line, cents }) => (line === "Sch D 15" || line === "Sch D 16") && cents !== null && cents < 0);
}
