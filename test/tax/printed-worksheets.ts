/**
 * The printed worksheets, line by line, as an oracle for src/tax: Schedule D with its Capital Loss Carryover Worksheet, the
 * Qualified Dividends and Capital Gain Tax Worksheet, the tax table, and Form 8960. Amounts are the verified ones of
 * tax-tables.json; nothing of src is used. Income is in whole cents and tax in thousandths of a cent, with rates per mille, so
 * that everything is whole numbers.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export interface StatusAmounts {
  readonly ordinaryTops: readonly number[];
  readonly ltcg: { readonly zeroMax: number; readonly fifteenMax: number };
  readonly niitThreshold: number;
  readonly capitalLossLimit: number;
}

interface Tables {
  readonly years: Readonly<Record<string, { readonly status: Readonly<Record<string, StatusAmounts>> }>>;
}

export const TABLES = JSON.parse(readFileSync(resolve(__dirname, "tax-tables.json"), "utf8")) as Tables;
const PER_MILLE = [100, 120, 220, 240, 320, 350, 370];

/** Year, status in lower case, amounts in dollars. */
export const YEARS_AND_STATUSES: readonly (readonly [number, string, StatusAmounts])[] = Object.entries(TABLES.years).flatMap(([year, { status }]) =>
  Object.entries(status).map(([name, amounts]) => [Number(year), name, amounts] as const),
);

export interface ScheduleDLines {
  readonly line7: number;
  readonly line15: number;
  readonly line16: number;
  /** Positive. */
  readonly line21: number;
}

/** Part I to III of Schedule D. Carryovers positive. */
export function scheduleDLines(limitDollars: number, short: number, long: number, line6: number, line14: number): ScheduleDLines {
  const line7 = short - line6;
  const line15 = long - line14;
  const line16 = line7 + line15;
  const line21 = line16 < 0 ? Math.min(-line16, limitDollars * 100) : 0;
  return { line7, line15, line16, line21 };
}

/** Lines 8 and 13 of the Capital Loss Carryover Worksheet. @param income Form 1040 line 15 of the year, below zero where it would be */
export function carryoverLines(income: number, { line7, line15, line16, line21 }: ScheduleDLines): readonly [line8: number, line13: number] {
  // Filled in only where line 16 is a loss.
  if (line16 >= 0) return [0, 0];
  const w1 = income;
  const w2 = line21;
  const w3 = Math.max(0, w1 + w2);
  const w4 = Math.min(w2, w3);
  const w5 = line7 < 0 ? -line7 : 0;
  const w6 = Math.max(0, line15);
  const w7 = w4 + w6;
  const w8 = line7 < 0 ? Math.max(0, w5 - w7) : 0;
  const w9 = line15 < 0 ? -line15 : 0;
  const w10 = Math.max(0, line7);
  const w11 = Math.max(0, w4 - w5);
  const w12 = w10 + w11;
  const w13 = line15 < 0 ? Math.max(0, w9 - w12) : 0;
  return [w8, w13];
}

/** The tax rate schedules. Thousandths of a cent. */
export function scheduleTax(amounts: StatusAmounts, income: number): number {
  return PER_MILLE.reduce((tax, rate, at) => {
    const from = at === 0 ? 0 : amounts.ordinaryTops[at - 1]! * 100;
    const to = (amounts.ordinaryTops[at] ?? Infinity) * 100;
    return tax + rate * Math.max(0, Math.min(income, to) - from);
  }, 0);
}

/** The tax table under $100,000: the schedule's tax on the middle of the line, in whole dollars. Thousandths of a cent. */
export function tableTax(amounts: StatusAmounts, income: number): number {
  if (income >= 100_000_00) return scheduleTax(amounts, income);
  const [from, to] = tableLine(income);
  return Math.round(scheduleTax(amounts, (from + to) / 2) / A_DOLLAR) * A_DOLLAR;
}

const A_DOLLAR = 100_000;

/** "At least" and "but less than", in cents. */
function tableLine(income: number): readonly [number, number] {
  const printed = [0, 5_00, 15_00, 25_00, 50_00];
  for (let at = 1; at < printed.length; at++) if (income < printed[at]!) return at === 1 ? [0, 0] : [printed[at - 1]!, printed[at]!];
  const width = income < 3000_00 ? 25_00 : 50_00;
  const from = income - (income % width);
  return [from, from + width];
}

export interface GainTaxLines {
  /** Taxed by the ordinary schedule, at 0, at 15 and at 20 %. */
  readonly line5: number;
  readonly line9: number;
  readonly line17: number;
  readonly line20: number;
  readonly line23: number;
  /** Thousandths of a cent. */
  readonly line25: number;
}

/** Qualified Dividends and Capital Gain Tax Worksheet. @param line1 taxable income, not below zero */
export function gainTaxLines(
  amounts: StatusAmounts,
  line1: number,
  dividends: number,
  { line15: scheduleD15, line16: scheduleD16 }: Pick<ScheduleDLines, "line15" | "line16">,
  tax: typeof scheduleTax = scheduleTax,
): GainTaxLines {
  const line2 = dividends;
  // Line 3: the smaller of lines 15 and 16 of Schedule D; 0 where either is blank or a loss.
  const line3 = scheduleD15 > 0 && scheduleD16 > 0 ? Math.min(scheduleD15, scheduleD16) : 0;
  const line4 = line2 + line3;
  const line5 = Math.max(0, line1 - line4);
  const line6 = amounts.ltcg.zeroMax * 100;
  const line7 = Math.min(line1, line6);
  const line8 = Math.min(line5, line7);
  const line9 = line7 - line8;
  const line10 = Math.min(line1, line4);
  const line11 = line9;
  const line12 = line10 - line11;
  const line13 = amounts.ltcg.fifteenMax * 100;
  const line14 = Math.min(line1, line13);
  const line15 = line5 + line9;
  const line16 = Math.max(0, line14 - line15);
  const line17 = Math.min(line12, line16);
  const line18 = 150 * line17;
  const line19 = line9 + line17;
  const line20 = line10 - line19;
  const line21 = 200 * line20;
  const line22 = tax(amounts, line5);
  const line23 = line18 + line21 + line22;
  const line24 = tax(amounts, line1);
  const line25 = Math.min(line23, line24);
  return { line5, line9, line17, line20, line23, line25 };
}

/** Form 8960, lines 12 to 17. Thousandths of a cent. */
export function investmentTax(amounts: StatusAmounts, investmentIncome: number, magi: number): number {
  const line12 = Math.max(0, investmentIncome);
  const line15 = Math.max(0, magi - amounts.niitThreshold * 100);
  const line16 = Math.min(line12, line15);
  return 38 * line16;
}
