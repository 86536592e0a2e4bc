/** Tax facts of the settings that cannot be, or cannot be together; each with the setting it is said beside. */
import { SENIOR_DEDUCTION_YEARS } from "../tax/fixed-amounts";
import { lawInForce } from "../tax/law-in-force";
import { moneyText } from "../values/money-text";
import type { Problem } from "../values/outcome";
import type { TaxFacts } from "./reading-types";
import { MONEY_SETTINGS } from "./setting-names";

/** $10 trillion in cents: sums of several such amounts are still exact. */
export const LARGEST_AMOUNT_CENTS = 1e15;

export interface AtOdds {
  /** Name of the setting. */
  readonly setting: string;
  readonly problem: Problem;
}

/** Every one, in the order in which functions refuse. Facts that are merely absent are not among them. */
export function factsAtOdds(tax: TaxFacts): AtOdds[] {
  return [...amountsAtOdds(tax), ...ratesAtOdds(tax), ...returnAtOdds(tax)];
}

/** impossible-number: an amount too large to be exact; bad-input: one that the year does not have. */
export function amountsAtOdds(tax: TaxFacts): AtOdds[] {
  const found: AtOdds[] = MONEY_SETTINGS.filter(({ fact }) => Math.abs(tax[fact] ?? 0) * 100 > LARGEST_AMOUNT_CENTS).map(({ name }) => ({
    setting: name,
    problem: { kind: "impossible-number", sentence: `${name} of the settings is more than $10 trillion. Check the amount.` },
  }));
  const { first, last } = SENIOR_DEDUCTION_YEARS;
  const { seniorDeduction, taxYear } = tax;
  if ((seniorDeduction ?? 0) > 0 && taxYear !== null && (taxYear < first || taxYear > last)) {
    const sentence = `Senior deduction is a deduction of ${first} to ${last}, and Tax year is ${taxYear}. Remove the one, or correct the other, in the settings.`;
    found.push({ setting: "Senior deduction", problem: { kind: "bad-input", sentence } });
  }
  return found;
}

/** missing-fact: one of Short rate and Long rate without the other. */
export function ratesAtOdds({ shortRate, longRate }: TaxFacts): AtOdds[] {
  if ((shortRate === null) === (longRate === null)) return [];
  const [given, absent] = shortRate === null ? ["Long rate", "Short rate"] : ["Short rate", "Long rate"];
  const sentence = `The settings give ${given} and no ${absent}. Add ${absent} to the settings, or remove ${given} to use the tax tables.`;
  return [{ setting: absent!, problem: { kind: "missing-fact", sentence } }];
}

/** Of a return that the tables tax: missing-fact for NIIT beside them, or a year they do not hold; bad-input for a MAGI too low. */
export function returnAtOdds(tax: TaxFacts): AtOdds[] {
  if (tax.shortRate !== null && tax.longRate !== null) return [];
  const found: AtOdds[] = [];
  if (tax.niitRate !== null) found.push({ setting: "NIIT", problem: { kind: "missing-fact", sentence: NIIT_ALONE } });
  // R-TAX-6; the tables hold every status of a year.
  const law = tax.taxYear === null ? null : lawInForce(tax.taxYear, tax.filingStatus ?? "Single");
  if (law !== null && !law.ok) found.push({ setting: "Tax year", problem: law.problem });
  const { taxableIncome } = tax;
  const magi = statedMagi(tax);
  if (magi !== null && taxableIncome !== null && magi < taxableIncome) {
    const [magiText, income] = [magi, taxableIncome].map((dollars) => moneyText(Math.round(dollars * 100)));
    const sentence = `MAGI, ${magiText}, is below Taxable income, ${income}, which cannot be. Correct one of the two in the settings.`;
    found.push({ setting: "MAGI", problem: { kind: "bad-input", sentence } });
  }
  return found;
}

const NIIT_ALONE =
  "The settings give NIIT without Short rate and Long rate, with which it goes; the tax tables work it out from Investment income and MAGI. Remove NIIT, or add both rates.";

/** null: left out, or the 0 that older builds of Excel send for a blank cell. */
function statedMagi({ magi }: TaxFacts): number | null {
  return magi === 0 ? null : magi;
}
