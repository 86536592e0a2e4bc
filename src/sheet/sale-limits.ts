/** Reads the limits of a plan of sales: a range in the manner of the settings, name first, values after. */
import type { SaleLimits } from "../harvest/sale-goal";
import { done, refuse, type Outcome } from "../values/outcome";
import type { Trades } from "../lots/trades";
import { quoteCell, readCell } from "./cells";
import { dollarsOf, plainWord, textOf } from "./setting-values";

/** Limits that a range may hold. */
const NAMES = "Keep, Keep account, Most of symbol or Least trade";

interface LimitsInProgress {
  readonly trades: Trades;
  /** Keys of the lots held on the day. */
  readonly heldKeys: ReadonlySet<string>;
  readonly keepLots: Set<string>;
  readonly keepSymbols: Set<string>;
  readonly keepAccounts: Set<string>;
  readonly mostOf: Map<string, number>;
  mostOfSymbolCents: number | null;
  leastTradeCents: number | null;
}

type Values = readonly unknown[];

/**
 * bad-input: the first row that cannot be read. A limit ignored would sell what is to be kept.
 * @param heldKeys keys of the lots that are held, as in HarvestLot
 */
export function readSaleLimits(cells: readonly Values[], trades: Trades, heldKeys: ReadonlySet<string>): Outcome<SaleLimits> {
  const work: LimitsInProgress = {
    trades, heldKeys, keepLots: new Set(), keepSymbols: new Set(), keepAccounts: new Set(), mostOf: new Map(), mostOfSymbolCents: null, leastTradeCents: null,
  };
  for (const [at, row] of cells.entries()) {
    const problem = readRow(work, row);
    if (problem !== null) return refuse("bad-input", `limits row ${at + 1}: ${problem}.`);
  }
  const { keepLots, keepSymbols, keepAccounts, mostOf, mostOfSymbolCents, leastTradeCents } = work;
  return done({ keepLots, keepSymbols, keepAccounts, mostOf, mostOfSymbolCents, leastTradeCents });
}

/** What is wrong, or null. */
function readRow(work: LimitsInProgress, [nameCell, ...values]: Values): string | null {
  const read = readCell(nameCell);
  if (read.kind === "error") return `the name holds the error ${read.code}`;
  const name = read.kind === "text" ? plainWord(read.value) : "";
  const isBlank = values.every((value) => readCell(value).kind === "blank" || value === 0);
  if (read.kind === "blank" || nameCell === 0) return isBlank ? null : `has values and no name. Write ${NAMES} in front`;
  if (name.startsWith("#")) return null;
  const limit = LIMITS.get(name);
  if (limit === undefined) return `${quoteCell(nameCell)} is no limit. Write ${NAMES}`;
  return limit.read(work, values) ?? beyond(values, limit.takes(values), limit.said);
}

interface Limit {
  readonly read: (work: LimitsInProgress, values: Values) => string | null;
  /** How many values it has. */
  readonly takes: (values: Values) => number;
  readonly said: string;
}

const LIMITS: ReadonlyMap<string, Limit> = new Map([
  ["keep", { read: readKeep, takes: () => 3, said: "Keep has a symbol, a lot and an account" }],
  ["keep account", { read: readKeepAccount, takes: () => 1, said: "Keep account has one account" }],
  ["most of symbol", { read: readMost, takes: (values: Values) => (namesSymbol(values) ? 2 : 1), said: "Most of symbol has its dollars last, behind the symbol if there is one" }],
  ["least trade", { read: readLeast, takes: () => 1, said: "Least trade has one amount" }],
]);

/** A value that the limit does not have would be ignored, and what it keeps would be sold. */
function beyond(values: Values, takes: number, said: string): string | null {
  const more = values.slice(takes).find((value) => readCell(value).kind !== "blank" && value !== 0);
  return more === undefined ? null : `${said}, and ${quoteCell(more)} stands behind. Write a row of its own for it`;
}

function readKeep({ trades, heldKeys, keepLots, keepSymbols }: LimitsInProgress, [symbolCell, lotCell, accountCell]: Values): string | null {
  const [symbol, lot, account] = [textOf(symbolCell), textOf(lotCell), textOf(accountCell)];
  if (!symbol.ok) return `symbol ${symbol.problem.sentence}`;
  if (!lot.ok) return `lot ${lot.problem.sentence}`;
  if (!account.ok) return `account ${account.problem.sentence}`;
  if (symbol.value === null) return "Keep names no symbol. Write the symbol beside it";
  const upper = symbol.value.toUpperCase();
  if (!trades.symbols.some((known) => known.toUpperCase() === upper)) return `no row of the trades has ${symbol.value}. Check the symbol`;
  if (lot.value === null && account.value === null) {
    keepSymbols.add(upper);
    return null;
  }
  const kept = [...heldKeys].filter((key) => isLot(key, upper, lot.value?.toUpperCase() ?? null, account.value?.toUpperCase() ?? null));
  if (kept.length === 0) {
    const names = [...(lot.value === null ? [] : [`lot ${lot.value}`]), symbol.value, ...(account.value === null ? [] : [`in ${account.value}`])].join(" ");
    return `${names} is not held on that day in a taxable account with a price. Check the names`;
  }
  for (const key of kept) keepLots.add(key);
  return null;
}

/** A key is `XYZ|Schwab|L1` in upper case. */
function isLot(key: string, symbol: string, lot: string | null, account: string | null): boolean {
  if (!key.startsWith(`${symbol}|`) || (lot !== null && !key.endsWith(`|${lot}`))) return false;
  return account === null || key.startsWith(`${symbol}|${account}|`);
}

function readKeepAccount({ trades, keepAccounts }: LimitsInProgress, [cell]: Values): string | null {
  const account = textOf(cell);
  if (!account.ok) return `account ${account.problem.sentence}`;
  if (account.value === null) return "Keep account names no account. Write it beside it";
  const upper = account.value.toUpperCase();
  if (!trades.accounts.some((known) => known.toUpperCase() === upper)) return `no row of the trades names account ${account.value}. Check it`;
  keepAccounts.add(upper);
  return null;
}

/** Dollars for every symbol, or a symbol and its dollars. */
function readMost(work: LimitsInProgress, [first, second]: Values): string | null {
  const hasSymbol = namesSymbol([first, second]);
  const cents = centsOf(hasSymbol ? second : first, "Most of symbol");
  if (typeof cents === "string") return cents;
  if (!hasSymbol) {
    if (work.mostOfSymbolCents !== null) return "Most of symbol for all symbols stands in two rows. Keep one of them";
    work.mostOfSymbolCents = cents;
    return null;
  }
  const symbol = String((first as string).trim()).toUpperCase();
  if (!work.trades.symbols.some((known) => known.toUpperCase() === symbol)) return `no row of the trades has ${symbol}. Check the symbol`;
  if (work.mostOf.has(symbol)) return `Most of symbol for ${symbol} stands in two rows. Keep one of them`;
  work.mostOf.set(symbol, cents);
  return null;
}

function namesSymbol([first, second]: Values): boolean {
  return readCell(first).kind === "text" && readCell(second).kind !== "blank";
}

function readLeast(work: LimitsInProgress, [cell]: Values): string | null {
  const cents = centsOf(cell, "Least trade");
  if (typeof cents === "string") return cents;
  if (work.leastTradeCents !== null) return "Least trade stands in two rows. Keep one of them";
  work.leastTradeCents = cents;
  return null;
}

/** Cents above zero, or what is wrong. */
function centsOf(cell: unknown, name: string): number | string {
  const dollars = dollarsOf(cell);
  if (!dollars.ok) return `${name} ${dollars.problem.sentence}`;
  if (dollars.value === null) return `${name} has no amount. Write the dollars beside it, such as 5000`;
  const cents = Math.round(dollars.value * 100);
  return cents > 0 && Number.isSafeInteger(cents) ? cents : `${name} is ${quoteCell(cell)}; write dollars above 0, such as 5000`;
}
