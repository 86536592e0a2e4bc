/** Lays out what every question is answered from: the trades read and booked, the day, the prices, the user's thresholds and rates. */
import type { HarvestFacts } from "../../harvest/harvest-types";
import type { Book } from "../../lots/book-types";
import type { Settings, TaxFacts, TradesReading } from "../../sheet/reading-types";
import type { Day } from "../../values/plain-date";
import { saleRates } from "../../sheet/tables/tax-estimate";
import type { Desk } from "./contract";

export interface TradesBooked {
  readonly reading: TradesReading;
  readonly settings: Settings;
  readonly book: Book;
}

export function layDesk({ reading, settings, book }: TradesBooked, asOf: Day, prices: Desk["prices"]): Desk {
  return { reading, settings, choices: settings.choices, book, asOf, prices, facts: harvestFacts(reading, settings, asOf, prices) };
}

export function harvestFacts({ trades }: TradesReading, { choices, tax }: Settings, asOf: Day, prices: Desk["prices"]): HarvestFacts {
  return {
    trades,
    choices,
    asOf,
    prices: prices ?? new Map(),
    minLossCents: tax.minLoss === null ? null : Math.round(tax.minLoss * 100),
    minLossShare: tax.minLossPercent,
    replacements: tax.replacements,
    rates: ratesOf(tax),
  };
}

/** All levies together; none unless both terms are stated. */
function ratesOf(tax: TaxFacts): HarvestFacts["rates"] {
  const rates = saleRates(tax);
  return rates.ok ? { short: rates.value.short.toNumber(), long: rates.value.long.toNumber() } : null;
}
