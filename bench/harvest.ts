/** How long a harvest of all candidates takes, and the longest it keeps a page waiting between two steps. */
import { harvestLots } from "../src/harvest/harvest-lots";
import { planForTarget } from "../src/harvest/plan-for-target";
import type { HarvestFacts, Sliced } from "../src/harvest/harvest-types";
import { DEFAULT_CHOICES } from "../src/lots/choices";
import type { Trades } from "../src/lots/trades";
import type { YearSoFar } from "../src/harvest/year-so-far";
import { lawInForce } from "../src/tax/law-in-force";
import { done, type Outcome } from "../src/values/outcome";
import { readTrades } from "../src/sheet/read-trades";
import { seededDraw } from "../test/oracle/seeded";
import { rangeOf, type Range } from "./profiles";

const ROUNDS = 5;

/** Markdown lines: 500 symbols, and one symbol bought nearly every day. */
export function harvestLines(): string {
  const light = factsOf(rangeOf("light", 10000));
  const one = factsOf(oneSymbol(10000));
  return [
    "| harvest of 10,000 trades | candidates | washed | median ms | longest step ms |",
    "|---|---:|---:|---:|---:|",
    line("500 symbols", light),
    line("one symbol, bought nearly every day", one),
    targetLine("500 symbols, to a target of a quarter of all", light),
  ].join("\n");
}

function line(what: string, facts: HarvestFacts): string {
  const runs = Array.from({ length: ROUNDS }, () => timed(harvestLots(facts)));
  const { lots } = runs[0]!.answer;
  const washed = lots.filter(({ washedCents }) => washedCents > 0).length;
  return `| ${what} | ${lots.length} | ${washed} | ${shown(runs.map(({ total }) => total))} | ${shown(runs.map(({ longest }) => longest))} |`;
}

function targetLine(what: string, facts: HarvestFacts): string {
  const all = timed(harvestLots(facts)).answer.lots.reduce((sum, { harvestableCents }) => sum + harvestableCents, 0);
  const runs = Array.from({ length: ROUNDS }, () => timed(planForTarget(facts, Math.round(all / 4), null)));
  const planned = runs[0]!.answer;
  if (!planned.ok || planned.value.shortOfTargetCents > 0) throw new Error("the target was not reached");
  return `| ${what} | ${planned.value.sales.length} | 0 | ${shown(runs.map(({ total }) => total))} | ${shown(runs.map(({ longest }) => longest))} |`;
}

/** The median. */
function shown(times: readonly number[]): string {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!.toFixed(0);
}

function timed<T>(work: Sliced<T>): { readonly answer: T; readonly total: number; readonly longest: number } {
  const start = performance.now();
  let [at, longest] = [start, 0];
  for (;;) {
    const step = work.next();
    const now = performance.now();
    longest = Math.max(longest, now - at);
    at = now;
    if (step.done === true) return { answer: step.value, total: now - start, longest };
  }
}

/** The last day of the range, every symbol a fifth below its last price. */
function factsOf(range: Range): HarvestFacts {
  const reading = readTrades(range);
  if (!reading.ok) throw new Error(reading.problem.sentence);
  const { trades } = reading.value;
  return {
    trades,
    choices: DEFAULT_CHOICES,
    asOf: trades.day.reduce((last, day) => Math.max(last, day), 0),
    prices: lastPrices(trades, 0.8),
    minLossCents: null,
    minLossShare: null,
    replacements: new Map(),
    year: yearByTheTables(2025),
  };
}

/** A return of $150,000 with $50,000 of gains of each term. */
function yearByTheTables(year: number): Outcome<YearSoFar> {
  const law = lawInForce(year, "Single");
  if (!law.ok) return law;
  const amounts = { taxableIncomeCents: 150_000_00, magiCents: 170_000_00, qualifiedDividendsCents: 0, investmentIncomeCents: 0, carryShortCents: 0, carryLongCents: 0, seniorDeductionCents: 0 };
  const basis = { by: "law" as const, situation: { law: law.value, ...amounts, stateRate: 0, ordinaryBy: "schedule" as const } };
  return done({ year, basis, realised: { shortCents: 50_000_00, longCents: 50_000_00 } });
}

function lastPrices(trades: Trades, factor: number): ReadonlyMap<string, number> {
  const prices = new Map<string, number>();
  for (let at = 0; at < trades.count; at++) {
    if (trades.shares[at]! === 0) continue;
    const price = (trades.amountCents[at]! / 100 / trades.shares[at]!) * factor;
    prices.set(trades.symbols[trades.symbol[at]!]!.toUpperCase(), Number(price.toFixed(2)));
  }
  return prices;
}

function oneSymbol(rows: number): Range {
  const draw = seededDraw(5);
  const range: Range = [["Date", "Action", "Symbol", "Quantity", "Price", "Account"]];
  let held = 0;
  for (let i = 0; i < rows; i++) {
    const [day, price] = [45000 + Math.floor((i * 3650) / rows), 50 + draw(2000) / 100];
    const isSale = held > 50 && draw(5) === 0;
    const shares = isSale ? Math.min(held, 1 + draw(20)) : 1 + draw(20);
    held += isSale ? -shares : shares;
    range.push([day, isSale ? "Sell" : "Buy", "ONE", shares, price, "A"]);
  }
  return range;
}
