/** What a harvest rests on, from the trades and the settings as they were read. */
import type { HarvestFacts } from "../harvest/harvest-types";
import type { Day } from "../values/plain-date";
import type { Settings, TaxFacts, TradesReading } from "./reading-types";
import { saleRates } from "./tables/tax-estimate";

/** @param prices dollars per share by symbol in upper case */
export function harvestFacts(
  { trades }: TradesReading,
  { choices, tax }: Settings,
  asOf: Day,
  prices: ReadonlyMap<string, number>,
): HarvestFacts {
  return {
    trades,
    choices,
    asOf,
    prices,
    minLossCents: tax.minLoss === null ? null : Math.round(tax.minLoss * 100),
    minLossShare: tax.minLossPercent,
    replacements: tax.replacements,
    rates: manualRates(tax),
  };
}

/** Fractions, all levies together; null unless the settings state both terms. */
export function manualRates(tax: TaxFacts): HarvestFacts["rates"] {
  const rates = saleRates(tax);
  return rates.ok ? { short: rates.value.short.toNumber(), long: rates.value.long.toNumber() } : null;
}
