/** Facts of a copy from cells, as the pane gathers them. */
import assert from "node:assert/strict";
import { bookTrades } from "../../../src/lots/book";
import { form8949 } from "../../../src/report/form-8949/rows";
import type { ReportedSale } from "../../../src/report/form-8949-types";
import { reconcile } from "../../../src/report/reconcile";
import { scheduleDSummary } from "../../../src/report/schedule-d-summary";
import { FEDERAL_LAW } from "../../../src/rules/federal-law";
import { accountantCopy } from "../../../src/sheet/copy/accountant-copy";
import type { AccountantCopy, CopyFacts } from "../../../src/sheet/copy/copy-types";
import { readSettings } from "../../../src/sheet/read-settings";
import { readTrades } from "../../../src/sheet/read-trades";
import type { ReturnFacts } from "../../../src/tax/schedule-d";
import { dayFromCalendar } from "../../../src/values/plain-date";

export type Cells = readonly (readonly unknown[])[];

export const NO_CARRYOVER: ReturnFacts = { carryShortCents: 0, carryLongCents: 0, lossLimit: { cents: 300_000, isOfStatus: true }, taxableIncomeCents: null, seniorDeductionCents: 0 };

export function copyFacts(trades: Cells, settings: Cells, year: number, change: Partial<CopyFacts> = {}): CopyFacts {
  const reading = readTrades(trades);
  const chosen = readSettings(settings);
  if (!reading.ok) assert.fail(reading.problem.sentence);
  if (!chosen.ok) assert.fail(chosen.problem.sentence);
  const { choices } = chosen.value;
  const bookThrough = (throughDay?: number) => bookTrades(reading.value.trades, choices, FEDERAL_LAW, throughDay === undefined ? {} : { throughDay });
  const book = bookThrough();
  const { rows } = form8949(book, year, null);
  const wholeDollars = change.wholeDollars ?? false;
  return {
    year,
    asOf: dayFromCalendar(year + 1, 2, 15),
    engineVersion: "0.1.0",
    rulesVersion: "2026-11",
    client: "Pat Doe",
    book,
    bookAtYearEnd: bookThrough(dayFromCalendar(year, 12, 31)),
    bookYearBefore: bookThrough(dayFromCalendar(year - 1, 12, 31)),
    trades: { name: "Trades", place: `‘Trades’!A1:L${trades.length}`, cells: trades, control: null },
    otherSources: [],
    settingsInWords: "FIFO, wash sales over all your accounts",
    settingsRows: settings,
    form8949: rows,
    wholeDollars,
    scheduleD: scheduleDSummary(rows, NO_CARRYOVER, wholeDollars),
    reconciliation: null,
    identifications: null,
    checks: [],
    ...change,
  };
}

/** The same facts beside brokers' forms. */
export function withForms(facts: CopyFacts, settings: Cells, reported: readonly ReportedSale[], faults: readonly string[] = []): CopyFacts {
  const chosen = readSettings(settings);
  if (!chosen.ok) assert.fail(chosen.problem.sentence);
  const brokers = bookTrades(facts.book.trades, { ...chosen.value.choices, view: "broker" }, FEDERAL_LAW);
  return { ...facts, reconciliation: { ...reconcile(facts.book, brokers, facts.year, reported), reported, faults } };
}

export function copyOf(facts: CopyFacts): AccountantCopy {
  const copy = accountantCopy(facts);
  if (!copy.ok) assert.fail(copy.problem.sentence);
  return copy.value;
}
