/**
 * Netting and tax cases through the built NETTING and GAINTAX. The settings take incomes without capital results, the
 * cases state them with; so what the results add is taken off first. How the income splits over the gain rates is shown
 * by no function; test/tax checks it.
 */
import Decimal from "decimal.js";
import { callFunction, callTable, isErrorValue } from "./built-functions";
import type { Cell } from "./case-ranges";
import type { Dollars, NettingCase, TaxCase } from "./tax-case-format";

const LABELS = {
  netShort: "Net short-term",
  netLong: "Net long-term",
  total: "Total",
  deduction: "Deduction this year",
  carryShortOut: "Short-term carryover out",
  carryLongOut: "Long-term carryover out",
} as const satisfies Record<keyof NettingCase["expect"], string>;

export function nettingDifferences({ input, expect }: NettingCase): string[] {
  const settings: Cell[][] = [
    ["Filing status", input.filingStatus],
    ["Taxable income", less(input.taxableIncome, addedBy(expect.total, expect.deduction))],
    ["Carryover short", Number(input.carryShortIn)],
    ["Carryover long", Number(input.carryLongIn)],
  ];
  const lines = callTable("NETTING", column(input.shortTerm), column(input.longTerm), settings);
  const byLabel = new Map(lines.map((line) => [line["Label"], line["Amount"]]));
  return Object.entries(LABELS).flatMap(([name, label]) => differs(name, expect[name as keyof typeof LABELS], byLabel.get(label)));
}

export function taxDifferences({ input, expect }: TaxCase): string[] {
  const total = new Decimal(input.netShort).plus(input.netLong);
  const limit = input.filingStatus === "mfs" ? 1500 : 3000;
  const added = addedBy(total.toString(), Decimal.min(total.negated(), limit).toString());
  const settings: Cell[][] = [
    ["Tax year", input.year],
    ["Filing status", input.filingStatus],
    ["Taxable income", less(input.taxableIncome, added)],
    ["Qualified dividends", Number(input.qualifiedDividends)],
  ];
  if (input.magi !== undefined) settings.push(["MAGI", less(input.magi, added)]);
  if (input.netInvestmentIncome !== undefined) settings.push(["Investment income", less(input.netInvestmentIncome, added)]);
  const part = (name: string): unknown => {
    const answer = callFunction("GAINTAX", Number(input.netShort), Number(input.netLong), name, settings);
    return "error" in answer ? `${answer.error}: ${answer.message}` : answer.value;
  };
  const found = differs("tax", expect.tax, part("Regular tax"));
  return expect.niit === undefined ? found : [...found, ...differs("niit", expect.niit, part("NIIT"))];
}

/** What capital results add to the income: a gain, or the deducted loss below zero. */
function addedBy(total: Dollars, deduction: Dollars): Decimal {
  return new Decimal(total).gte(0) ? new Decimal(total) : new Decimal(deduction).negated();
}

function less(dollars: Dollars, added: Decimal): number {
  return new Decimal(dollars).minus(added).toNumber();
}

function column(results: readonly Dollars[]): Cell[][] {
  return results.length === 0 ? [[""]] : results.map((result) => [Number(result)]);
}

function differs(name: string, expected: Dollars, found: unknown): string[] {
  if (typeof found === "number" && new Decimal(found).eq(expected)) return [];
  return [`${name}: expected ${expected}, got ${isErrorValue(found) ? `${found.code}: ${found.message}` : String(found)}`];
}
