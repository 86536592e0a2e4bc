/** The year of a sale from the settings and the trades: how its tax is worked out and what it has realised besides. */
import type { YearSoFar } from "../harvest/year-so-far";
import type { Book } from "../lots/book-types";
import { realisedInYear } from "../report/realised-in-year";
import { done, type Outcome } from "../values/outcome";
import type { Day } from "../values/plain-date";
import type { Settings } from "./reading-types";
import { taxBasisOfYear } from "./tax-basis-of-year";

/**
 * missing-fact: the settings do not state the return of the year, or a collectible was sold at a long-term gain.
 * bad-input: a wrong row may hide results of the year.
 * @param book    of all trades
 * @param lastDay what is sold after it does not count; null: the whole year
 */
export function yearSoFar(settings: Settings, book: Book, year: number, lastDay: Day | null): Outcome<YearSoFar> {
  const basis = taxBasisOfYear(settings, year);
  if (!basis.ok) return basis;
  const realised = realisedInYear(book, year, lastDay);
  return realised.ok ? done({ year, basis: basis.value, realised: realised.value }) : realised;
}
