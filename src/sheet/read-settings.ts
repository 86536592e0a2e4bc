/** Reads the settings range (design section 5): name first, values after; blank rows and rows that start with # are notes. */
import { DEFAULT_CHOICES } from "../lots/choices";
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import { quoteCell, readCell } from "./cells";
import type { Settings } from "./reading-types";
import {
  FILING_STATUSES, MONEY_SETTINGS, RATE_SETTINGS, SETTING_NAMES, TAX_WORD_SETTINGS, WORD_SETTINGS, type TaxWordSetting, type WordSetting,
} from "./setting-names";
import { REPEATABLE_SETTINGS } from "./repeatable-settings";
import type { Cells, SettingsInProgress } from "./repeatable-settings";
import { dollarsOf, percentOf, plainWord, rateOf, wordOf, yearOf, yesOrNoOf } from "./setting-values";

export const DEFAULT_SETTINGS: Settings = {
  choices: DEFAULT_CHOICES,
  tax: {
    taxYear: null,
    filingStatus: null,
    taxableIncome: null,
    magi: null,
    qualifiedDividends: null,
    investmentIncome: null,
    seniorDeduction: null,
    seniorInCarryover: "statute",
    ordinaryTax: "schedule",
    carryoverShort: null,
    carryoverLong: null,
    shortRate: null,
    longRate: null,
    stateRate: null,
    niitRate: null,
    minLoss: null,
    minLossPercent: null,
    roundToDollars: false,
    replacements: new Map(),
  },
};

/**
 * The settings of a range; an omitted or blank one gives the defaults. The first row that cannot be read refuses the
 * whole range (bad-input): a setting ignored would change numbers silently.
 */
export function readSettings(cells: readonly Cells[] | null | undefined): Outcome<Settings> {
  if (!Array.isArray(cells)) return done(DEFAULT_SETTINGS);
  const work = begin();
  for (let index = 0; index < cells.length; index++) {
    const row = (cells[index] as Cells | undefined) ?? [];
    if (index === 0 && isHeadings(row)) continue;
    const problem = readRow(work, row, index + 1);
    if (problem !== null) return refuse("bad-input", `Settings row ${index + 1}: ${problem}.`);
  }
  const { choices, tax, methods, accounts, washExempt, identical, replacements } = work;
  const { shortRate, longRate } = tax;
  return done({
    choices: { ...choices, methods, accounts, washExempt, identical, shortRate, longRate },
    tax: { ...tax, replacements },
  });
}

function begin(): SettingsInProgress {
  return {
    choices: { ...DEFAULT_CHOICES },
    tax: { ...DEFAULT_SETTINGS.tax },
    methods: [],
    accounts: new Map(),
    washExempt: new Set(),
    identical: [],
    replacements: new Map(),
    onceRows: new Map(),
  };
}

/** A sentence without its opening and full stop, or null when the row is read. */
function readRow(work: SettingsInProgress, cells: Cells, row: number): string | null {
  const [nameCell, ...values] = cells;
  const read = readCell(nameCell);
  if (read.kind === "blank" || (read.kind === "number" && read.value === 0)) return nameless(values);
  if (read.kind === "error") return `its name holds the error ${read.code}. Repair the formula in that cell`;
  if (read.kind === "text" && read.value.startsWith("#")) return null;
  const written = read.kind === "text" ? plainWord(read.value) : "";
  const name = SETTING_NAMES.find((known) => withoutHyphens(plainWord(known)) === withoutHyphens(written));
  if (name === undefined) {
    return `${quoteCell(nameCell)} is no setting. The nearest are ${nearestNames(written).join(" and ")}; start a note with #`;
  }
  const fault = REPEATABLE_SETTINGS[name] ? REPEATABLE_SETTINGS[name](work, values) : readOnce(work, name, values, row);
  return fault === null ? null : `${name} ${fault}`;
}

/** `Setting | Value` above the settings, as trades and prices have headings. */
function isHeadings([name, value]: Cells): boolean {
  const [heading, beside] = [name, value].map((cell) => {
    const read = readCell(cell);
    return read.kind === "text" ? plainWord(read.value) : read.kind === "blank" ? "" : null;
  });
  return HEADINGS.has(heading ?? "") && (beside === "" || VALUE_HEADINGS.has(beside ?? ""));
}

const HEADINGS: ReadonlySet<string> = new Set(["setting", "settings", "name"].map(plainWord));
const VALUE_HEADINGS: ReadonlySet<string> = new Set(["value", "values"].map(plainWord));

const NEAREST_NAMED = 2;

/** The names that take the fewest changes of a letter. @param written as `plainWord` has it */
function nearestNames(written: string): readonly string[] {
  const away = (name: string): number => lettersChanged(withoutHyphens(plainWord(name)), withoutHyphens(written));
  return [...SETTING_NAMES].map((name) => ({ name, changes: away(name) })).sort((a, b) => a.changes - b.changes).slice(0, NEAREST_NAMED).map(({ name }) => name);
}

/** Letters to add, take away or replace (Levenshtein 1966). */
function lettersChanged(from: string, to: string): number {
  let before = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const now = [row];
    for (let at = 1; at <= to.length; at++) {
      const replaced = before[at - 1]! + (from[row - 1] === to[at - 1] ? 0 : 1);
      now.push(Math.min(replaced, before[at]! + 1, now[at - 1]! + 1));
    }
    before = now;
  }
  return before[to.length]!;
}

/** "Same day sales" is Same-day sales. */
function withoutHyphens(name: string): string {
  return name.replace(/-/g, " ");
}

function nameless(values: Cells): string | null {
  const stray = values.find((cell) => {
    const { kind } = readCell(cell);
    return kind !== "blank" && cell !== 0;
  });
  if (stray === undefined) return null;
  return `${quoteCell(stray)} has no setting's name before it. Fill in the name, or start the row with #`;
}

function readOnce(work: SettingsInProgress, name: string, values: Cells, row: number): string | null {
  const first = work.onceRows.get(name);
  if (first !== undefined) return `is set in row ${first} already. Keep one of the two rows`;
  work.onceRows.set(name, row);
  const cell = values[0];
  const word = [...WORD_SETTINGS, ...TAX_WORD_SETTINGS].find((setting) => setting.name === name);
  if (word) {
    const second = values.slice(1).find((extra) => isWordOf(word, extra));
    if (second !== undefined) return `has two values, ${quoteCell(cell)} and ${quoteCell(second)}. Keep one of them`;
    return readWord(work, word, cell);
  }
  const money = MONEY_SETTINGS.find((setting) => setting.name === name);
  if (money) return readMoney(work, money, cell);
  const rate = RATE_SETTINGS.find((setting) => setting.name === name);
  if (rate) return keep(rateOf(cell), (value) => (work.tax[rate.fact] = value));
  switch (name) {
    case "Tax year":
      return keep(yearOf(cell), (value) => (work.tax.taxYear = value));
    case "Forms year":
      // For the screens alone (placing/forms-rows.ts); it must be a year all the same.
      return keep(yearOf(cell), () => undefined);
    case "Filing status":
      return keep(wordOf(cell, FILING_STATUSES), (value) => (work.tax.filingStatus = value));
    case "Min loss percent":
      return keep(percentOf(cell), (value) => (work.tax.minLossPercent = value));
    default:
      return keep(yesOrNoOf(cell), (value) => (work.tax.roundToDollars = value ?? false));
  }
}

function keep<T>(outcome: Outcome<T>, settle: (value: T) => void): string | null {
  if (!outcome.ok) return outcome.problem.sentence;
  settle(outcome.value);
  return null;
}

/** Text further to the right is a note, unless it is itself a value of the setting. */
function isWordOf(setting: WordSetting | TaxWordSetting, cell: unknown): boolean {
  const word = wordOf(cell, setting.words.map(([allowed]) => allowed));
  return word.ok && word.value !== null;
}

function readWord(work: SettingsInProgress, setting: WordSetting | TaxWordSetting, cell: unknown): string | null {
  const word = wordOf(cell, setting.words.map(([allowed]) => allowed));
  return keep(word, (value) => {
    const meaning = setting.words.find(([allowed]) => allowed === value)?.[1];
    if (meaning === undefined) return;
    if ("fact" in setting) Object.assign(work.tax, { [setting.fact]: meaning });
    else Object.assign(work.choices, { [setting.choice]: meaning });
  });
}

function readMoney(work: SettingsInProgress, setting: (typeof MONEY_SETTINGS)[number], cell: unknown): string | null {
  const dollars = dollarsOf(cell);
  if (!dollars.ok) return dollars.problem.sentence;
  const { value } = dollars;
  if (value !== null && value < 0 && setting.sign === "positive") return `is ${value}, below zero. Write 0 or more`;
  work.tax[setting.fact] = value !== null && setting.sign === "loss" ? Math.abs(value) : value;
  return null;
}
