/** What the year's lines are told from: its trades, and the return that the settings state (R-NET-1 to R-TAX-6). */
import type { Book } from "../lots/book-types";
import { nettedInYear, uncoveredGain } from "../report/realised-in-year";
import type { YearToTell } from "../report/tax-year-lines";
import type { Day } from "../values/plain-date";
import type { Settings } from "./reading-types";
import { returnFactsOf } from "./return-facts";
import { taxBasisOfYear } from "./tax-basis-of-year";

/** @param lastDay sales after it do not count; null: the whole year */
export function yearToTell(book: Book, settings: Pick<Settings, "tax">, year: number, lastDay: Day | null): YearToTell {
  return {
    results: nettedInYear(book, year, lastDay),
    facts: returnFactsOf(settings.tax, year),
    // R-TAX-4: a gain at rates of its own leaves Schedule D standing, and no tax.
    basis: uncoveredGain(book, year, lastDay) ?? taxBasisOfYear(settings, year),
  };
}
