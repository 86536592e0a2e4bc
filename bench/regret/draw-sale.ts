/**
 * A random sale: lots bought along a random price path, a part of them sold on one day of the tax year, and the return
 * of the year it falls in. Everything comes from the seed. `GENERATOR` says the same in words; change both together.
 */
import type { WhatIfSale } from "../../src/lots/book-types";
import { DEFAULT_CHOICES, type Choices } from "../../src/lots/choices";
import { TradeKind, type Trades } from "../../src/lots/trades";
import type { SaleToCompare } from "../../src/report/compare-sale";
import { WINDOW_DAYS } from "../../src/rules/wash-sale/window";
import type { FilingStatus } from "../../src/tax/filing-status";
import { lawInForce } from "../../src/tax/law-in-force";
import { taxDifference, type TaxBasis } from "../../src/tax/tax-basis";
import type { TaxSituation } from "../../src/tax/year-tax";
import { done } from "../../src/values/outcome";
import { dayFromCalendar, type Day } from "../../src/values/plain-date";
import { seededDraw } from "../../test/oracle/seeded";

export const TAX_YEAR = 2026;

/** What stands in the year before the sale. */
export type YearSoFar = "nothing" | "gains" | "losses" | "carryover";
/** Where the return stands without capital results. */
export type IncomeBand = "zeroBand" | "between" | "niit";

export interface DrawnSale extends SaleToCompare {
  readonly soFar: YearSoFar;
  readonly band: IncomeBand;
}

export const GENERATOR: readonly string[] = [
  `Price: steps of seven days for six years, each normal on the logarithm; drift even between −5% and 20% a year, volatility even between 15% and 50% a year, first price $20 to $300 (even on the logarithm).`,
  `Lots: 3 to 40 purchases of one security in one account, on days drawn evenly from six years before the sale to ${WINDOW_DAYS + 1} days before it; in every other portfolio at equal distances instead, as of a savings plan. A usual purchase is $500 to $20,000 (even on the logarithm), each is half to one and a half times the usual one, in whole shares, at least 1.`,
  `Sale: 10% to 90% of the shares held, in whole shares, at the last price of the path, on a day drawn evenly from ${TAX_YEAR}. No fees.`,
  `Return: ${TAX_YEAR}, by the rate schedules; single 45%, joint 40%, head of household 10%, separate 5%; taxable income without capital gains $15,000 to $1,000,000 (even on the logarithm), of it up to 5% qualified dividends and no other investment income; modified adjusted gross income is that plus the standard deduction. No state tax.`,
  `Year so far: nothing, gains, losses, or a loss carried in, one quarter each. Gains and losses: short-term, long-term or both, $500 to $50,000 for each (even on the logarithm). Carried in: of one term, the same range.`,
  `With purchases in the wash window: the same sales, with one to three more purchases of the usual size on days drawn evenly from the ${WINDOW_DAYS} days before. They may be sold too, and where they are not they replace what is sold at a loss.`,
  `MINTAX, FOLIO_WLFS and FOLIO_WGFS need rates stated in advance. They get what the next $1,000 of short-term and of long-term gain would cost in that return with nothing else realised or carried, NIIT included.`,
];

/** Days before the sale in which lots are bought, and the steps of the path. */
const SPAN_DAYS = 2191;
const STEP_DAYS = 7;

/** Rev. Proc. 2025-32: how far adjusted gross income stands above taxable income here. */
const STANDARD_DEDUCTION: Readonly<Record<FilingStatus, number>> = { Single: 16_100_00, MFJ: 32_200_00, HOH: 24_150_00, MFS: 16_100_00 };

class Chance {
  private readonly draw;

  constructor(seed: number) {
    this.draw = seededDraw(seed);
  }

  whole(least: number, most: number): number {
    return least + this.draw(most - least + 1);
  }

  even(least: number, most: number): number {
    return least + ((most - least) * this.draw(1_000_000_007)) / 1_000_000_007;
  }

  evenOnLog(least: number, most: number): number {
    return Math.exp(this.even(Math.log(least), Math.log(most)));
  }

  /** Box and Muller. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(this.even(1e-9, 1)));
    return radius * Math.cos(this.even(0, 2 * Math.PI));
  }

  sign(): 1 | -1 {
    return this.draw(2) === 0 ? 1 : -1;
  }
}

export function drawSale(seed: number, at: number): DrawnSale {
  return drawn(seed, at, false);
}

/** The sale of `drawSale`, with purchases in the wash window before it. */
export function drawSaleInWindow(seed: number, at: number): DrawnSale {
  return drawn(seed, at, true);
}

function drawn(seed: number, at: number, buysInWindow: boolean): DrawnSale {
  const seedOfSale = Math.imul(seed, 0x9e3779b1) + Math.imul(at + 1, 0x85ebca6b);
  const chance = new Chance(seedOfSale);
  const day = dayFromCalendar(TAX_YEAR, 1, 1) + chance.whole(0, 364);
  const priceCents = pricePath(chance);
  const older = purchases(chance, day, priceCents);
  const sale = partOf(chance, older, day, priceCents(SPAN_DAYS));
  const trades = buysInWindow ? withPurchasesInWindow(new Chance(Math.imul(seedOfSale, 0xc2b2ae35) + 1), older, day, priceCents) : older;
  const soFar = (["nothing", "gains", "losses", "carryover"] as const)[chance.whole(0, 3)]!;
  const { situation, band } = drawReturn(chance, soFar === "carryover");
  const basis: TaxBasis = { by: "law", situation };
  const realised = soFar === "gains" ? eitherTerm(chance, 1) : soFar === "losses" ? eitherTerm(chance, -1) : { shortCents: 0, longCents: 0 };
  return { trades, choices: withRates(situation), sale, basis: done(basis), realised: done(realised), soFar, band };
}

/** Whole cents on a day of the span, counted from its first. */
function pricePath(chance: Chance): (day: number) => number {
  const drift = chance.even(-0.05, 0.2);
  const volatility = chance.even(0.15, 0.5);
  const years = STEP_DAYS / 365.25;
  let log = Math.log(chance.evenOnLog(2_000, 30_000));
  const cents = Array.from({ length: Math.ceil(SPAN_DAYS / STEP_DAYS) + 1 }, () => {
    const price = Math.max(1, Math.round(Math.exp(log)));
    log += (drift - volatility ** 2 / 2) * years + volatility * Math.sqrt(years) * chance.normal();
    return price;
  });
  return (day) => cents[Math.ceil(day / STEP_DAYS)]!;
}

function purchases(chance: Chance, saleDay: Day, priceCents: (day: number) => number): Trades {
  const count = chance.whole(3, 40);
  const isPlan = chance.sign() > 0;
  const usualCents = chance.evenOnLog(500_00, 20_000_00);
  const last = SPAN_DAYS - WINDOW_DAYS - 1;
  const days = Array.from({ length: count }, (_, at) => (isPlan ? Math.round((at * last) / (count - 1)) : chance.whole(0, last))).sort((a, b) => a - b);
  const shares = days.map((day) => Math.max(1, Math.round((usualCents * chance.even(0.5, 1.5)) / priceCents(day))));
  return purchasesOf(days.map((day) => saleDay - SPAN_DAYS + day), shares, days.map((day, at) => shares[at]! * priceCents(day)));
}

/** Sized like the purchases before, which are of about the same number of dollars each. */
function withPurchasesInWindow(chance: Chance, { day, shares, amountCents }: Trades, saleDay: Day, priceCents: (day: number) => number): Trades {
  const usualCents = amountCents.reduce((sum, one) => sum + one, 0) / amountCents.length;
  const daysBefore = Array.from({ length: chance.whole(1, 3) }, () => chance.whole(1, WINDOW_DAYS)).sort((a, b) => b - a);
  const prices = daysBefore.map((before) => priceCents(SPAN_DAYS - before));
  const more = prices.map((price) => Math.max(1, Math.round((usualCents * chance.even(0.5, 1.5)) / price)));
  const days = [...day, ...daysBefore.map((before) => saleDay - before)];
  return purchasesOf(days, [...shares, ...more], [...amountCents, ...more.map((bought, at) => bought * prices[at]!)]);
}

/** One symbol, one account, bought only. */
export function purchasesOf(days: readonly Day[], shares: readonly number[], amountsCents: readonly number[]): Trades {
  const count = days.length;
  return {
    count,
    row: Int32Array.from(days, (_, at) => at + 2),
    day: Int32Array.from(days),
    kind: new Uint8Array(count).fill(TradeKind.Buy),
    symbol: new Int32Array(count),
    account: new Int32Array(count),
    shares: Float64Array.from(shares),
    amountCents: Float64Array.from(amountsCents),
    details: new Map(),
    symbols: ["XYZ"],
    accounts: ["A"],
    digital: new Set(),
    funds: new Set(),
    collectibles: new Set(),
    options: new Map(),
    newestFirst: false,
    faults: [],
  };
}

function partOf(chance: Chance, trades: Trades, day: Day, priceCents: number): WhatIfSale {
  const held = trades.shares.reduce((sum, one) => sum + one, 0);
  const shares = Math.max(1, Math.floor(held * chance.even(0.1, 0.9)));
  return { symbol: 0, account: 0, shares, proceedsCents: shares * priceCents, day, method: null };
}

function drawReturn(chance: Chance, carries: boolean): { readonly situation: TaxSituation; readonly band: IncomeBand } {
  const place = chance.whole(1, 100);
  const status: FilingStatus = place <= 45 ? "Single" : place <= 85 ? "MFJ" : place <= 95 ? "HOH" : "MFS";
  const law = lawInForce(TAX_YEAR, status);
  if (!law.ok) throw new Error(law.problem.sentence);
  const taxableIncomeCents = Math.round(chance.evenOnLog(15_000_00, 1_000_000_00));
  const magiCents = taxableIncomeCents + STANDARD_DEDUCTION[status];
  const dividendsCents = Math.round(taxableIncomeCents * chance.even(0, 0.05));
  const carriedCents = carries ? amount(chance) : 0;
  const carriesShort = chance.sign() > 0;
  const situation: TaxSituation = {
    law: law.value,
    taxableIncomeCents,
    magiCents,
    qualifiedDividendsCents: dividendsCents,
    investmentIncomeCents: dividendsCents,
    carryShortCents: carriesShort ? carriedCents : 0,
    carryLongCents: carriesShort ? 0 : carriedCents,
    seniorDeductionCents: 0,
    stateRate: 0,
    ordinaryBy: "schedule",
  };
  const band = taxableIncomeCents < law.value.zeroTop ? "zeroBand" : magiCents > law.value.niitThreshold ? "niit" : "between";
  return { situation, band };
}

function amount(chance: Chance): number {
  return Math.round(chance.evenOnLog(500_00, 50_000_00));
}

function eitherTerm(chance: Chance, sign: 1 | -1): { readonly shortCents: number; readonly longCents: number } {
  const which = chance.whole(0, 2);
  const [short, long] = [sign * amount(chance), sign * amount(chance)];
  return { shortCents: which === 1 ? 0 : short, longCents: which === 0 ? 0 : long };
}

/** The rates that a careful owner would have stated beforehand. */
function withRates(situation: TaxSituation): Choices {
  const basis: TaxBasis = { by: "law", situation: { ...situation, carryShortCents: 0, carryLongCents: 0 } };
  const none = { shortCents: 0, longCents: 0 };
  const gainCents = 1_000_00;
  const shortRate = taxDifference(basis, none, { shortCents: gainCents, longCents: 0 }) / gainCents;
  const longRate = taxDifference(basis, none, { shortCents: 0, longCents: gainCents }) / gainCents;
  return { ...DEFAULT_CHOICES, shortRate, longRate };
}
