/** Arguments that only the functions about harvesting have. Every problem is bad-input. */
import { DAYS_AHEAD } from "../harvest/term-calendar";
import type { Choices } from "../lots/choices";
import type { Trades } from "../lots/trades";
import { done, refuse, type Outcome } from "../values/outcome";
import { optionalTextArgument, pricesArgument, textArgument } from "./arguments";
import { quoteCell } from "./cells";
import type { Prices } from "./read-prices";
import { dollarsText, readNumberCell } from "./number-cells";
import { LARGEST_CENTS } from "./trade-amount";

/** Prices that must be there, at least one of them usable. */
export function neededPricesArgument(cells: readonly (readonly unknown[])[] | null): Outcome<Prices> {
  const prices = pricesArgument(cells);
  if (prices === null) return refuse("bad-input", "prices is missing; give two columns, Symbol and Price.");
  if (prices.bySymbol.size > 0) return done(prices);
  const [fault] = prices.faults;
  if (fault !== undefined) return refuse("bad-input", fault.sentence);
  return refuse("missing-fact", "prices hold no price. Fill in the Price column, or give another range.");
}

/** Dollars of loss to reach, in cents; null when left out. */
export function targetArgument(cell: unknown): Outcome<number | null> {
  const dollars = readNumberCell(cell);
  if (dollars === null || dollars === 0) return done(null);
  if (typeof dollars === "object") return refuse("bad-input", `target ${dollars.says}.`);
  if (dollars < 0) return refuse("bad-input", `target is ${dollarsText(dollars)}; write the loss to reach as a positive amount, such as 3000.`);
  const cents = Math.round(dollars * 100);
  return cents > LARGEST_CENTS ? refuse("impossible-number", "target is more than $90 trillion.") : done(cents);
}

/** Dollars to reach, above zero, in cents. @param what such as `the dollars to raise, such as 25000` */
export function amountArgument(cell: unknown, name: string, what: string): Outcome<number> {
  const dollars = readNumberCell(cell);
  if (dollars === null) return refuse("bad-input", `${name} is missing; give ${what}.`);
  if (typeof dollars === "object") return refuse("bad-input", `${name} ${dollars.says}.`);
  if (dollars <= 0) return refuse("bad-input", `${name} is ${dollarsText(dollars)}; give ${what}, above 0.`);
  const cents = Math.round(dollars * 100);
  if (cents > LARGEST_CENTS) return refuse("impossible-number", `${name} is more than $90 trillion.`);
  return cents < 1 ? refuse("bad-input", `${name} is less than a cent; give ${what}.`) : done(cents);
}

/** Looks no further ahead: no holding period takes longer to turn. */
const MOST_DAYS = 366;

/** Days to look ahead, 1 or more; left out: 60. */
export function daysArgument(cell: unknown): Outcome<number> {
  const days = readNumberCell(cell);
  if (days === null || days === 0) return done(DAYS_AHEAD);
  const isCount = typeof days === "number" && Number.isInteger(days) && days > 0;
  if (!isCount) return refuse("bad-input", `days is ${quoteCell(cell)}; write a whole number of days, such as 60.`);
  return done(Math.min(days, MOST_DAYS));
}

/** A symbol that a row has: its index. */
export function heldSymbolArgument(cell: unknown, { symbols }: Trades): Outcome<number> {
  const name = textArgument(cell, "symbol");
  if (!name.ok) return name;
  const at = symbols.findIndex((known) => known.toUpperCase() === name.value.toUpperCase());
  return at >= 0 ? done(at) : noRowHas(name.value);
}

/** A symbol that a row has, or that the settings declare identical to one. As the rows write it, else as given. */
export function tradedSymbolArgument(cell: unknown, trades: Trades, choices: Choices): Outcome<string> {
  const held = heldSymbolArgument(cell, trades);
  if (held.ok) return done(trades.symbols[held.value]!);
  const name = textArgument(cell, "symbol");
  if (!name.ok) return name;
  const upper = name.value.toUpperCase();
  const known = new Set(trades.symbols.map((symbol) => symbol.toUpperCase()));
  const isIdentical = choices.identical.some((group) => group.includes(upper) && group.some((symbol) => known.has(symbol)));
  return isIdentical ? done(name.value) : held;
}

/** An account that a row or the settings name; null when left out. */
export function knownAccountArgument(cell: unknown, { accounts }: Trades, choices: Choices): Outcome<string | null> {
  const name = optionalTextArgument(cell, "account");
  if (!name.ok || name.value === null) return name;
  const upper = name.value.toUpperCase();
  if (accounts.some((account) => account.toUpperCase() === upper) || choices.accounts.has(upper)) return name;
  return refuse("bad-input", `account: no row of the trades and no setting names ${name.value}. Check the account, or add it to the settings with its type.`);
}

function noRowHas(symbol: string): Outcome<never> {
  return refuse("bad-input", `symbol: no row of the trades has ${symbol}. Check the symbol, or the range of the trades.`);
}
