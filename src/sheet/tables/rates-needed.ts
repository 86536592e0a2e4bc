/** What a method that weighs tax lacks: it has rates of its own, those of the settings (R-ID-5). */

/**
 * "MINTAX ranks lots by their tax and needs rates, and the settings give none. Add Short rate and Long rate to the
 * settings.", or which one is absent.
 */
export function ratesNeeded(method: string, rates: { readonly shortRate: number | null; readonly longRate: number | null }): string {
  const needs = `${method} ranks lots by their tax and needs`;
  if (rates.shortRate === null && rates.longRate === null) {
    return `${needs} rates, and the settings give none. Add Short rate and Long rate to the settings.`;
  }
  const absent = rates.shortRate === null ? "Short rate" : "Long rate";
  return `${needs} both rates, and the settings give no ${absent}. Add ${absent} to the settings.`;
}
