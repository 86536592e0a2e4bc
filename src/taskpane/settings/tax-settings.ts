/** The settings of the tax in the form, by what they are about; each with a line of help. */
import { FILING_STATUSES, MONEY_SETTINGS, TAX_WORD_SETTINGS } from "../../sheet/setting-names";
import { dollarsOf, yearOf } from "../../sheet/setting-values";
import type { TaxFacts } from "../../sheet/reading-types";
import { SENIOR_DEDUCTION_YEARS } from "../../tax/fixed-amounts";
import { FIRST_YEAR, LAST_YEAR } from "../../tax/law-in-force";
import { done, refuse, type Outcome } from "../../values/outcome";
import { asTyped, named, rate, type SingleSetting } from "./single-setting";

const YEAR: SingleSetting = {
  name: "Tax year",
  label: "Tax year",
  help: `${FIRST_YEAR} to ${LAST_YEAR}`,
  shown: ({ tax }) => String(tax.taxYear ?? ""),
  read: (text) => named("Tax year", yearOf(text)),
};

const STATUS: SingleSetting = {
  name: "Filing status",
  label: "Filing status",
  help: "Surviving spouse: MFJ",
  words: FILING_STATUSES,
  mayBeBlank: true,
  shown: ({ tax }) => tax.filingStatus ?? "",
  read: asTyped,
};

export const RETURN_FACTS: readonly SingleSetting[] = [
  YEAR,
  STATUS,
  money("Taxable income", "Without capital gains and losses"),
  money("Qualified dividends", "Part of the taxable income"),
  money("MAGI", "Without capital gains. Blank: the taxable income"),
  money("Investment income", "Besides gains. Blank: the qualified dividends"),
  rate("State rate", ({ tax }) => tax.stateRate, "On what the results add"),
];

export const LOSSES_CARRIED_IN: readonly SingleSetting[] = [
  money("Carryover short", "Schedule D line 6"),
  money("Carryover long", "Schedule D line 14"),
];

export const FINER_POINTS: readonly SingleSetting[] = [
  word("Ordinary tax", "Table: steps of $50"),
  money("Senior deduction", `At 65, ${SENIOR_DEDUCTION_YEARS.first} to ${SENIOR_DEDUCTION_YEARS.last}`),
  word("Senior deduction in carryover", "Statute: added back to income"),
];

export const OWN_RATES: readonly SingleSetting[] = [
  rate("Short rate", ({ tax }) => tax.shortRate, "On short-term gains"),
  rate("Long rate", ({ tax }) => tax.longRate, "On long-term gains"),
  rate("NIIT", ({ tax }) => tax.niitRate, "Added to both"),
];

export const TAX_SETTINGS: readonly SingleSetting[] = [...RETURN_FACTS, ...LOSSES_CARRIED_IN, ...FINER_POINTS, ...OWN_RATES];

/** Dollars with the sign that MONEY_SETTINGS allows; a carryover is a loss and may be typed with either. */
export function money(name: (typeof MONEY_SETTINGS)[number]["name"], help?: string): SingleSetting {
  const { fact, sign } = MONEY_SETTINGS.find((setting) => setting.name === name)!;
  const read = (text: string): Outcome<number | null> => {
    const dollars = dollarsOf(text);
    if (!dollars.ok || dollars.value === null) return dollars;
    if (sign === "loss") return done(Math.abs(dollars.value));
    return dollars.value < 0 && sign === "positive" ? refuse("bad-input", `is ${text.trim()}, below zero. Write 0 or more`) : dollars;
  };
  return { name, label: name, help, unit: "$", shown: ({ tax }) => String(tax[fact] ?? ""), read: (text) => named(name, read(text)) };
}

function word(name: (typeof TAX_WORD_SETTINGS)[number]["name"], help: string): SingleSetting {
  const { fact, words } = TAX_WORD_SETTINGS.find((setting) => setting.name === name)!;
  const wordOf = (tax: TaxFacts): string => words.find(([, meaning]) => meaning === tax[fact])![0];
  return { name, label: name, help, words: words.map(([one]) => one), shown: ({ tax }) => wordOf(tax), read: asTyped };
}
