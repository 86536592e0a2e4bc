/** A desk laid from rows as a user would type them, and a step that never waits. */
import assert from "node:assert/strict";
import { bookTrades } from "../../../src/lots/book";
import { FEDERAL_LAW } from "../../../src/rules/federal-law";
import type { PriceFault } from "../../../src/sheet/read-prices";
import { readSettings } from "../../../src/sheet/read-settings";
import { readTrades } from "../../../src/sheet/read-trades";
import type { Desk, Step } from "../../../src/taskpane/engine/contract";
import { layDesk } from "../../../src/taskpane/engine/desk";
import { dayFromCalendar, type Day } from "../../../src/values/plain-date";

export interface Laid {
  readonly rows: readonly (readonly unknown[])[];
  readonly prices?: Readonly<Record<string, number>>;
  readonly faults?: readonly PriceFault[];
  readonly settings?: unknown[][];
  readonly asOf: Day;
}

export const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Lot"];

export function laidDesk({ rows, prices, settings, asOf, faults = [] }: Laid): Desk {
  const chosen = readSettings(settings ?? null);
  assert.ok(chosen.ok, chosen.ok ? "" : chosen.problem.sentence);
  const reading = readTrades([HEADINGS, ...rows]);
  assert.ok(reading.ok, reading.ok ? "" : reading.problem.sentence);
  const book = bookTrades(reading.value.trades, chosen.value.choices, FEDERAL_LAW);
  return layDesk({ reading: reading.value, settings: chosen.value, book }, asOf, prices === undefined ? null : { bySymbol: new Map(Object.entries(prices)), faults });
}

export const atOnce: Step = { working: () => undefined, breathe: () => Promise.resolve() };

export const day = (iso: string): Day => {
  const [year = 0, month = 0, dayOfMonth = 0] = iso.split("-").map(Number);
  return dayFromCalendar(year, month, dayOfMonth);
};
