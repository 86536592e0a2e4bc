/**
 * Which security and which account of the trades a row of the broker's form means. A security goes by its symbol, else by a
 * CUSIP that the trades use for one, else by a symbol that stands as a word in the description. An account goes by its name,
 * or by the last digits that a masked number shows; where no row names an account of ours, accounts are left out of account.
 */
import type { Trades } from "../lots/trades";
import type { ReportedSale } from "./form-8949-types";

export interface NamesOfReported {
  /** Indexes into `symbols`; empty: none of ours. */
  securitiesOf(row: ReportedSale): readonly number[];
  /** Index into `accounts`, NO_ACCOUNT where the row names one that is none of ours; null: the row names none. */
  accountOf(row: ReportedSale): number | null;
  /** Whether the form reports nothing of this account: every row names another one. */
  isElsewhere(account: number): boolean;
}

/** An account that none of the trades is in. */
const NO_ACCOUNT = -1;

export function namesOfReported(trades: Trades, reported: readonly ReportedSale[]): NamesOfReported {
  const securities = new Map<ReportedSale, readonly number[]>();
  const accounts = new Map<ReportedSale, number | null>();
  const bySymbol = indexesByName(trades.symbols);
  const named = reported.filter(({ account }) => account !== "");
  const isAnyKnown = named.some(({ account }) => accountNamed(trades, account) !== NO_ACCOUNT);
  for (const row of reported) {
    securities.set(row, securitiesNamed(bySymbol, row));
    accounts.set(row, row.account === "" || !isAnyKnown ? null : accountNamed(trades, row.account));
  }
  const told = new Set(accounts.values());
  return {
    securitiesOf: (row) => securities.get(row) ?? [],
    accountOf: (row) => accounts.get(row) ?? null,
    isElsewhere: (account) => reported.length > 0 && !told.has(null) && !told.has(account),
  };
}

/** Brokers write BRK.B, BRK/B, BRK B and BRKB for one share. */
export function plainSymbol(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

function indexesByName(symbols: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const byName = new Map<string, number[]>();
  symbols.forEach((symbol, at) => {
    const name = plainSymbol(symbol) || symbol;
    byName.set(name, [...(byName.get(name) ?? []), at]);
  });
  return byName;
}

function securitiesNamed(bySymbol: ReadonlyMap<string, readonly number[]>, { symbol, cusip, description }: ReportedSale): readonly number[] {
  for (const name of [symbol, cusip]) {
    const found = name === "" ? undefined : bySymbol.get(plainSymbol(name) || name);
    if (found !== undefined) return found;
  }
  const whole = bySymbol.get(plainSymbol(description));
  if (whole !== undefined) return whole;
  // A row with a symbol of its own means that one, whatever words its description has.
  if (symbol !== "") return [];
  const words = new Set(description.toUpperCase().split(/[\s,;:()[\]"']+/).map(plainSymbol));
  return [...words].flatMap((word) => (word.length > 1 ? bySymbol.get(word) ?? [] : []));
}

const SHOWN_DIGITS = /(\d{3,})\W*$/;

function accountNamed(trades: Trades, name: string): number {
  const plain = name.trim().toUpperCase();
  const exact = trades.accounts.findIndex((account) => account.toUpperCase() === plain);
  if (exact >= 0) return exact;
  const digits = SHOWN_DIGITS.exec(plain)?.[1];
  if (digits === undefined) return NO_ACCOUNT;
  const ending = trades.accounts.flatMap((account, at) => {
    const own = SHOWN_DIGITS.exec(account.toUpperCase())?.[1];
    return own !== undefined && (own.endsWith(digits) || digits.endsWith(own)) ? [at] : [];
  });
  return ending.length === 1 ? ending[0]! : NO_ACCOUNT;
}
