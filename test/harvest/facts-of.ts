/** Harvest questions over ranges, as a user would have them on a sheet. */
import type { CaseTransaction, LedgerCase } from "../cases/case-format";
import { serialFromIso, settingsRange, tradesRange } from "../cases/case-ranges";
import { harvestLots } from "../../src/harvest/harvest-lots";
import { runToEnd, type HarvestAnswer, type HarvestFacts, type HarvestLot, type HarvestPlan } from "../../src/harvest/harvest-types";
import { planOf, type ChosenLot } from "../../src/harvest/plan";
import { readSettings } from "../../src/sheet/read-settings";
import { readTrades } from "../../src/sheet/read-trades";
import { dayFromSerial, yearOf, type Day } from "../../src/values/plain-date";
import { done, refuse, type Outcome } from "../../src/values/outcome";
import type { YearSoFar } from "../../src/harvest/year-so-far";

export type HarvestLedger = Pick<LedgerCase, "settings" | "transactions">;

export function day(iso: string): Day {
  return dayFromSerial(serialFromIso(iso));
}

/** @param prices dollars by symbol */
export function factsOf(
  ledger: HarvestLedger,
  asOf: string,
  prices: Readonly<Record<string, number>>,
  more: Partial<HarvestFacts> = {},
): HarvestFacts {
  const reading = readTrades(tradesRange(ledger.transactions));
  const settings = readSettings(settingsRange(ledger));
  if (!reading.ok) throw new Error(reading.problem.sentence);
  if (!settings.ok) throw new Error(settings.problem.sentence);
  return {
    trades: reading.value.trades,
    choices: settings.value.choices,
    asOf: day(asOf),
    prices: new Map(Object.entries(prices).map(([symbol, price]) => [symbol.toUpperCase(), price])),
    minLossCents: null,
    minLossShare: null,
    replacements: new Map(),
    year: refuse("missing-fact", "The settings state no return."),
    ...more,
  };
}

/** So much gain of each term that every loss saves at the rate of its own term. */
const PLENTY_CENTS = 1e11;

/** A year at stated rates with plenty of gains of both terms. */
export function plentyAtRates(asOf: string, short: number, long: number): Outcome<YearSoFar> {
  const rates = { short, long, state: 0, niit: 0, lossLimitCents: 300_000, carryShortCents: 0, carryLongCents: 0 };
  return done({ year: yearOf(day(asOf)), basis: { by: "rates", rates }, realised: { shortCents: PLENTY_CENTS, longCents: PLENTY_CENTS } });
}

export function harvest(facts: HarvestFacts): HarvestAnswer {
  return runToEnd(harvestLots(facts));
}

export function lotOf(answer: HarvestAnswer, lot: string): HarvestLot {
  const found = answer.lots.find((one) => one.lot === lot);
  if (found === undefined) throw new Error(`No candidate ${lot} among ${answer.lots.map(({ key }) => key).join(", ")}.`);
  return found;
}

export function plan(facts: HarvestFacts, chosen: readonly ChosenLot[]): HarvestPlan {
  const planned = runToEnd(planOf(facts, chosen));
  if (!planned.ok) throw new Error(planned.problem.sentence);
  return planned.value;
}

/** A short way to write rows. */
export function buy(date: string, quantity: number, price: number, more: Partial<CaseTransaction> = {}): CaseTransaction {
  return { date, action: "BUY", symbol: "XYZ", quantity: String(quantity), price: String(price), ...more };
}
