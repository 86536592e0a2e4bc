/** A desk laid from rows, as the engine lays it, and its answers. */
import assert from "node:assert/strict";
import { bookTrades } from "../../src/lots/book";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { readSettings } from "../../src/sheet/read-settings";
import { readTrades } from "../../src/sheet/read-trades";
import type { Answering, Desk, Question, Questions, Step } from "../../src/taskpane/engine/contract";
import { layDesk } from "../../src/taskpane/engine/desk";
import { existingDay, type Day } from "../../src/values/plain-date";

export type Rows = readonly (readonly unknown[])[];

export const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Account"];

/** `day("2025-12-05")` */
export function day(iso: string): Day {
  const [year = 0, month = 0, ofMonth = 0] = iso.split("-").map(Number);
  const found = existingDay(year, month, ofMonth);
  assert.ok(found !== null, iso);
  return found;
}

export interface DeskFacts {
  readonly rows: Rows;
  readonly headings?: readonly string[];
  readonly settings?: Rows;
  readonly asOf: string;
  readonly prices?: Readonly<Record<string, number>>;
}

export function deskOf({ rows, headings = HEADINGS, settings, asOf, prices }: DeskFacts): Desk {
  const reading = readTrades([headings, ...rows].map((row) => [...row]));
  assert.ok(reading.ok);
  const chosen = readSettings(settings?.map((row) => [...row]));
  assert.ok(chosen.ok, chosen.ok ? "" : chosen.problem.sentence);
  const book = bookTrades(reading.value.trades, chosen.value.choices, FEDERAL_LAW);
  const priced = prices === undefined ? null : { bySymbol: new Map(Object.entries(prices)), faults: [] };
  return layDesk({ reading: reading.value, settings: chosen.value, book }, day(asOf), priced);
}

const AT_ONCE: Step = { working: () => undefined, breathe: () => Promise.resolve() };

/** The answer as it comes out of the worker: a copy, so that what cannot be copied fails here. */
export async function answerOf<Q extends Question>(answering: Answering<Q>, desk: Desk, ask: Questions[Q]["ask"]): Promise<Questions[Q]["answer"]> {
  const outcome = await answering(desk, ask, AT_ONCE);
  assert.ok(outcome.ok, outcome.ok ? "" : outcome.problem.sentence);
  return structuredClone(outcome.value);
}

/** The sentence with which an answer is refused. */
export async function refusalOf<Q extends Question>(answering: Answering<Q>, desk: Desk, ask: Questions[Q]["ask"]): Promise<string> {
  const outcome = await answering(desk, ask, AT_ONCE);
  assert.ok(!outcome.ok, "answered instead of refused");
  return outcome.problem.sentence;
}
