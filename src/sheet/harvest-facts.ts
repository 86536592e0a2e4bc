/** What a harvest rests on, from the trades and the settings as they were read. */
import type { HarvestFacts } from "../harvest/harvest-types";
import type { Book } from "../lots/book-types";
import { yearOf, type Day } from "../values/plain-date";
import type { Settings, TradesReading } from "./reading-types";
import { yearSoFar } from "./year-so-far";

/**
 * @param prices dollars per share by symbol in upper case
 * @param book   of all trades, rows after the day included: they can wash losses before it
 */
export function harvestFacts(
  { trades }: TradesReading,
  settings: Settings,
  asOf: Day,
  prices: ReadonlyMap<string, number>,
  book: Book,
): HarvestFacts {
  const { choices, tax } = settings;
  return {
    trades,
    choices,
    asOf,
    prices,
    minLossCents: tax.minLoss === null ? null : Math.round(tax.minLoss * 100),
    minLossShare: tax.minLossPercent,
    replacements: tax.replacements,
    year: yearSoFar(settings, book, yearOf(asOf), asOf),
  };
}
