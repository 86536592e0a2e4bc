/**
 * Tax on a hypothetical sale at the manual rates of the settings: allowed gain of each term × its rate,
 * with State rate and NIIT added to both. A marginal-rate estimate: no netting, no brackets, no limit on
 * losses; a loss gives a negative tax, the tax it saves.
 */
import Decimal from "decimal.js";
import { done, refuse, type Outcome } from "../../values/outcome";
import type { TaxFacts } from "../reading-types";

// Our own constructor: settings changed elsewhere in the bundle cannot reach money.
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/**
 * "Tax needs rates, and the settings give none. Add Short rate and Long rate to the settings.", or which one is absent.
 * @param purpose what needs them, opening the sentence: "Tax needs"
 */
export function ratesNeeded(purpose: string, rates: { readonly shortRate: number | null; readonly longRate: number | null }): string {
  if (rates.shortRate === null && rates.longRate === null) {
    return `${purpose} rates, and the settings give none. Add Short rate and Long rate to the settings.`;
  }
  const absent = rates.shortRate === null ? "Short rate" : "Long rate";
  return `${purpose} both rates, and the settings give no ${absent}. Add ${absent} to the settings.`;
}

export interface SaleRates {
  readonly short: Decimal;
  readonly long: Decimal;
}

/** Rates as fractions, all levies together. #N/A when the settings do not state both terms. */
export function saleRates(tax: TaxFacts): Outcome<SaleRates> {
  if (tax.shortRate === null || tax.longRate === null) return refuse("missing-fact", ratesNeeded("Tax needs", tax));
  const onTop = new Exact(tax.stateRate ?? 0).plus(tax.niitRate ?? 0);
  return done({ short: onTop.plus(tax.shortRate), long: onTop.plus(tax.longRate) });
}

/** Cents of tax, rounded once. */
export function taxCents(rates: SaleRates, shortCents: number, longCents: number): number {
  const tax = rates.short.times(shortCents).plus(rates.long.times(longCents));
  return tax.toDecimalPlaces(0).toNumber() + 0;
}
