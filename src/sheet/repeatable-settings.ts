/** Settings that take as many rows as there are accounts, orders or groups. */
import type { AccountChoice, Choices, MethodOrder } from "../lots/choices";
import { done } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import { quoteCell, readCell } from "./cells";
import { dateFromText } from "../values/date-text";
import type { TaxFacts } from "./reading-types";
import { ACCOUNT_OWNERS, ACCOUNT_TYPES } from "./setting-names";
import { dayOf, methodOf, textOf, wordOf } from "./setting-values";

export type Cells = readonly unknown[];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What the rows read so far have settled. */
export interface SettingsInProgress {
  readonly choices: Mutable<Choices>;
  readonly tax: Mutable<TaxFacts>;
  readonly methods: MethodOrder[];
  readonly accounts: Map<string, AccountChoice>;
  /** In upper case. */
  readonly washExempt: Set<string>;
  readonly identical: (readonly string[])[];
  readonly replacements: Map<string, readonly string[]>;
  /** Row of each setting that may stand only once. */
  readonly onceRows: Map<string, number>;
}

/** Settings that may stand in many rows: what is wrong with the row, or null when it is read. */
export const REPEATABLE_SETTINGS: Readonly<Record<string, (work: SettingsInProgress, values: Cells) => string | null>> = {
  Method: readMethod,
  Account: readAccount,
  "Wash exempt": readWashExempt,
  Identical: readIdentical,
  Replacement: readReplacement,
  // For the pane alone (placing/remembered-columns.ts): no figure depends on it.
  "Import columns": () => null,
  // Nor on this (placing/rules-version-row.ts): it tells by which rules figures were worked out.
  "Rules version": () => null,
  // Nor on this (placing/client-row.ts): whom the accountant's copy is for.
  Client: () => null,
  // Nor on this (placing/forms-rows.ts): which forms the screens count.
  "Form left out": () => null,
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
  if (isDate(accountCell) || isDate(symbolCell)) {
    const [place, cell] = isDate(accountCell) ? ["account", accountCell] : ["symbol", symbolCell];
    return `${place} is ${quoteCell(cell)}, a date. A from-date stands in the fourth place, after method, account and symbol; an account number goes in as text`;
  }
  if (method.value === null) {
    return account.value === null && symbol.value === null ? null : "names no method. Fill it in beside the name";
  }
  const isSameOrder = (order: MethodOrder) =>
    order.fromDay === (fromDay.value ?? undefined) && sameName(order.account, account.value) && sameName(order.symbol, symbol.value);
  if (work.methods.some(isSameOrder)) return "stands in two rows for the same account, symbol and from-date. Keep one of them";
  work.methods.push({
    method: method.value,
    ...(account.value === null ? {} : { account: account.value }),
    ...(symbol.value === null ? {} : { symbol: symbol.value }),
    ...(fromDay.value === null ? {} : { fromDay: fromDay.value }),
  });
  return null;
}

function sameName(one: string | undefined, other: string | null): boolean {
  return (one ?? "").toUpperCase() === (other ?? "").toUpperCase();
}

/** Serials of the years 2000 to 2049, and text that writes a date; bare digits may be an account's number. */
const FIRST_SERIAL = 36526;
const LAST_SERIAL = 54788;

function isDate(cell: unknown): boolean {
  const read = readCell(cell);
  if (read.kind === "number") return Number.isInteger(read.value) && read.value >= FIRST_SERIAL && read.value <= LAST_SERIAL;
  return read.kind === "text" && !/^\d+$/.test(read.value) && dateFromText(read.value) !== null;
}

function readAccount(work: SettingsInProgress, [nameCell, typeCell, ownerCell]: Cells): string | null {
  const name = textOf(nameCell);
  if (!name.ok) return `name ${name.problem.sentence}`;
  const type = wordOf(typeCell, ACCOUNT_TYPES);
  if (!type.ok) return `type ${type.problem.sentence}`;
  const owner = wordOf(ownerCell, ACCOUNT_OWNERS);
  if (!owner.ok) return `owner ${owner.problem.sentence}`;
  if (name.value === null) {
    return type.value === null && owner.value === null ? null : "names no account. Fill in its name";
  }
  const key = name.value.toUpperCase();
  if (work.accounts.has(key)) return `${name.value} stands in two rows. Keep one of them`;
  work.accounts.set(key, { name: name.value, type: type.value ?? "Taxable", owner: owner.value ?? "Self" });
  return null;
}

/** Account names, one a cell: a name may hold a comma. */
function readWashExempt(work: SettingsInProgress, values: Cells): string | null {
  for (const cell of values) {
    const name = textOf(cell);
    if (!name.ok) return name.problem.sentence;
    if (name.value !== null) work.washExempt.add(name.value.toUpperCase());
  }
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
