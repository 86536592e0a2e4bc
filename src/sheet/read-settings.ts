/** Reads the settings range (design section 5): name first, values after; blank rows and rows that start with # are notes. */
import { DEFAULT_CHOICES } from "../lots/choices";
import type { AccountChoice, Choices, MethodOrder } from "../lots/choices";
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import { quoteCell, readCell } from "./cells";
import type { Settings, TaxFacts } from "./reading-types";
import { ACCOUNT_OWNERS, ACCOUNT_TYPES, FILING_STATUSES, MONEY_SETTINGS, RATE_SETTINGS, SETTING_NAMES, WORD_SETTINGS } from "./setting-names";
import { dayOf, dollarsOf, methodOf, percentOf, plainWord, rateOf, textOf, wordOf, yearOf, yesOrNoOf } from "./setting-values";

export const DEFAULT_SETTINGS: Settings = {
  choices: DEFAULT_CHOICES,
  tax: {
    taxYear: null,
    filingStatus: null,
    taxableIncome: null,
    magi: null,
    qualifiedDividends: null,
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

type Cells = readonly unknown[];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What the rows read so far have settled. */
interface SettingsInProgress {
  readonly choices: Mutable<Choices>;
  readonly tax: Mutable<TaxFacts>;
  readonly methods: MethodOrder[];
  readonly accounts: Map<string, AccountChoice>;
  readonly identical: (readonly string[])[];
  readonly replacements: Map<string, readonly string[]>;
  /** Row of each setting that may stand only once. */
  readonly onceRows: Map<string, number>;
}

/**
 * The settings of a range; an omitted or blank one gives the defaults. The first row that cannot be read refuses the
 * whole range (bad-input): a setting ignored would change numbers silently.
 */
export function readSettings(cells: readonly Cells[] | null | undefined): Outcome<Settings> {
  if (!Array.isArray(cells)) return done(DEFAULT_SETTINGS);
  const work = begin();
  for (let index = 0; index < cells.length; index++) {
    const problem = readRow(work, (cells[index] as Cells | undefined) ?? [], index + 1);
    if (problem !== null) return refuse("bad-input", `Settings row ${index + 1}: ${problem}.`);
  }
  const { choices, tax, methods, accounts, identical, replacements } = work;
  const { shortRate, longRate } = tax;
  return done({
    choices: { ...choices, methods, accounts, identical, shortRate, longRate },
    tax: { ...tax, replacements },
  });
}

function begin(): SettingsInProgress {
  return {
    choices: { ...DEFAULT_CHOICES },
    tax: { ...DEFAULT_SETTINGS.tax },
    methods: [],
    accounts: new Map(),
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
  const name = read.kind === "text" ? SETTING_NAMES.find((known) => plainWord(known) === plainWord(read.value)) : undefined;
  if (name === undefined) {
    return `${quoteCell(nameCell)} is no setting. The settings are ${SETTING_NAMES.join(", ")}; start a note with #`;
  }
  const fault = REPEATABLE[name] ? REPEATABLE[name](work, values) : readOnce(work, name, values, row);
  return fault === null ? null : `${name} ${fault}`;
}

function nameless(values: Cells): string | null {
  const stray = values.find((cell) => {
    const { kind } = readCell(cell);
    return kind !== "blank" && cell !== 0;
  });
  return stray === undefined ? null : `${quoteCell(stray)} has no setting's name before it. Fill in the name, or start the row with #`;
}

function readOnce(work: SettingsInProgress, name: string, values: Cells, row: number): string | null {
  const first = work.onceRows.get(name);
  if (first !== undefined) return `is set in row ${first} already. Keep one of the two rows`;
  work.onceRows.set(name, row);
  const cell = values[0];
  const word = WORD_SETTINGS.find((setting) => setting.name === name);
  if (word) return readWord(work, word, cell);
  const money = MONEY_SETTINGS.find((setting) => setting.name === name);
  if (money) return readMoney(work, money, cell);
  const rate = RATE_SETTINGS.find((setting) => setting.name === name);
  if (rate) return keep(rateOf(cell), (value) => (work.tax[rate.fact] = value));
  switch (name) {
    case "Tax year":
      return keep(yearOf(cell), (value) => (work.tax.taxYear = value));
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

function readWord(work: SettingsInProgress, setting: (typeof WORD_SETTINGS)[number], cell: unknown): string | null {
  const word = wordOf(cell, setting.words.map(([allowed]) => allowed));
  return keep(word, (value) => {
    const meaning = setting.words.find(([allowed]) => allowed === value)?.[1];
    if (meaning !== undefined) Object.assign(work.choices, { [setting.choice]: meaning });
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

const REPEATABLE: Readonly<Record<string, (work: SettingsInProgress, values: Cells) => string | null>> = {
  Method: readMethod,
  Account: readAccount,
  Identical: readIdentical,
  Replacement: readReplacement,
};

/** Method, then account, symbol and from-date where it is not for all. */
function readMethod(work: SettingsInProgress, [methodCell, accountCell, symbolCell, fromCell]: Cells): string | null {
  const method = methodOf(methodCell);
  if (!method.ok) return method.problem.sentence;
  const account = textOf(accountCell);
  if (!account.ok) return `account ${account.problem.sentence}`;
  const symbol = textOf(symbolCell);
  if (!symbol.ok) return `symbol ${symbol.problem.sentence}`;
  const fromDay = dayOf(fromCell);
  if (!fromDay.ok) return `from-date ${fromDay.problem.sentence}`;
  if (method.value === null) return account.value === null && symbol.value === null ? null : "names no method. Fill it in beside the name";
  work.methods.push({
    method: method.value,
    ...(account.value === null ? {} : { account: account.value }),
    ...(symbol.value === null ? {} : { symbol: symbol.value }),
    ...(fromDay.value === null ? {} : { fromDay: fromDay.value }),
  });
  return null;
}

function readAccount(work: SettingsInProgress, [nameCell, typeCell, ownerCell]: Cells): string | null {
  const name = textOf(nameCell);
  if (!name.ok) return `name ${name.problem.sentence}`;
  const type = wordOf(typeCell, ACCOUNT_TYPES);
  if (!type.ok) return `type ${type.problem.sentence}`;
  const owner = wordOf(ownerCell, ACCOUNT_OWNERS);
  if (!owner.ok) return `owner ${owner.problem.sentence}`;
  if (name.value === null) return type.value === null && owner.value === null ? null : "names no account. Fill in its name";
  const key = name.value.toUpperCase();
  if (work.accounts.has(key)) return `${name.value} stands in two rows. Keep one of them`;
  work.accounts.set(key, { name: name.value, type: type.value ?? "Taxable", owner: owner.value ?? "Self" });
  return null;
}

function readIdentical(work: SettingsInProgress, values: Cells): string | null {
  const symbols = symbolsOf(values);
  if (!symbols.ok) return symbols.problem.sentence;
  if (symbols.value.length === 0) return null;
  if (symbols.value.length === 1) return `names only ${symbols.value[0]}. Name at least two symbols`;
  work.identical.push(symbols.value);
  return null;
}

function readReplacement(work: SettingsInProgress, values: Cells): string | null {
  const symbols = symbolsOf(values);
  if (!symbols.ok) return symbols.problem.sentence;
  const [symbol, ...partners] = symbols.value;
  if (symbol === undefined) return null;
  if (partners.length === 0) return `names only ${symbol}. Name the symbols that may replace it`;
  work.replacements.set(symbol, [...(work.replacements.get(symbol) ?? []), ...partners]);
  return null;
}

/** Symbols in upper case, each once; a cell may hold several, parted by commas. */
function symbolsOf(values: Cells): Outcome<string[]> {
  const symbols = new Set<string>();
  for (const cell of values) {
    const text = textOf(cell);
    if (!text.ok) return text;
    for (const part of (text.value ?? "").split(",")) {
      if (part.trim() !== "") symbols.add(part.trim().toUpperCase());
    }
  }
  return done([...symbols]);
}
