/**
 * What a purchase would wash, before it is made: the disallowed losses of the range with it less those without it, both
 * through the engine (R-WS-1 to R-WS-14). Losses sold before the purchase and after it count, and so does what would be
 * lost for good (R-WS-9). What the purchase costs changes no disallowed loss of a past sale and is taken as 0.
 */
import { bookTrades } from "../lots/book";
import { PIECE_RETIREMENT, type Book } from "../lots/book-types";
import type { Choices } from "../lots/choices";
import type { Trades } from "../lots/trades";
import { accountChoice, isRetirement } from "../rules/accounts";
import { FEDERAL_LAW } from "../rules/federal-law";
import { done, type Outcome, type Problem } from "../values/outcome";
import type { Day } from "../values/plain-date";
import { withheldBy } from "./withheld";

export interface PurchaseAsked {
  /** Any case; in the rows, or identical by the settings to one that is. */
  readonly symbol: string;
  /** Any case; in the rows or the settings. null: a taxable account; in the broker view that in which it washes most. */
  readonly account: string | null;
  /** Contracts of an option. Above 0. */
  readonly shares: number;
  readonly day: Day;
}

export interface WashRisk {
  /** What is lost for good included. */
  readonly disallowedCents: number;
  readonly permanentCents: number;
  /** Sales of which it washes something, in the order of the rows. */
  readonly losses: readonly LossAtRisk[];
}

export interface LossAtRisk {
  /** Row of the sale in the range. */
  readonly row: number;
  readonly sold: Day;
  readonly disallowedCents: number;
}

/** Where a wrong row withholds the symbol, or one tied to it, its losses are not known: bad-input with that row. */
export function washRisk(rows: Trades, choices: Choices, asked: PurchaseAsked): Outcome<WashRisk> {
  const { trades, symbol } = withNames(rows, asked);
  const without = bookTrades(trades, choices, FEDERAL_LAW, { tiedTo: symbol });
  const before = disallowedIn(without);
  let problem = withheldBy(without);
  let most: WashRisk = { disallowedCents: 0, permanentCents: 0, losses: [] };
  for (const account of accountsFor(trades, choices, asked.account)) {
    if (problem !== null) return { ok: false, problem };
    const purchase = { symbol, account, shares: asked.shares, costCents: 0, day: asked.day };
    const withIt = bookTrades(trades, choices, FEDERAL_LAW, { whatIfs: [{ kind: "purchase", purchase }] });
    problem = isTooFine(withIt) ? tooFine(asked) : withheldBy(withIt);
    const risk = riskOf(trades, before, disallowedIn(withIt));
    if (risk.disallowedCents > most.disallowedCents) most = risk;
  }
  return problem === null ? done(most) : { ok: false, problem };
}

/** The rows alone can be kept exactly: a quantity that then cannot is too fine beside them, whichever row is told of. */
function isTooFine({ refusals }: Book): boolean {
  return refusals.some(({ column, symbol }) => column === "Quantity" && symbol !== null);
}

function tooFine({ symbol, shares }: PurchaseAsked): Problem {
  const sentence = `quantity is ${shares}, which cannot be kept exactly beside the quantities of ${symbol} in the rows. Round it.`;
  return { kind: "bad-input", sentence };
}

/** A symbol or account that no row has, but the settings do, joins the names of the trades. */
function withNames(trades: Trades, asked: PurchaseAsked): { readonly trades: Trades; readonly symbol: number } {
  const symbols = joined(trades.symbols, asked.symbol);
  const accounts = asked.account === null ? trades.accounts : joined(trades.accounts, asked.account);
  const isKnown = symbols === trades.symbols && accounts === trades.accounts;
  return { trades: isKnown ? trades : { ...trades, symbols, accounts }, symbol: indexOf(symbols, asked.symbol) };
}

function joined(names: readonly string[], name: string): readonly string[] {
  return indexOf(names, name) >= 0 ? names : [...names, name];
}

function indexOf(names: readonly string[], name: string): number {
  return names.findIndex((known) => known.toUpperCase() === name.toUpperCase());
}

/**
 * R-WS-10: in the taxpayer's view the purchase washes the same in every taxable account, so one stands for all, the
 * taxpayer's own before a spouse's; a broker looks into the account of the loss only.
 */
function accountsFor(trades: Trades, choices: Choices, account: string | null): number[] {
  if (account !== null) return [indexOf(trades.accounts, account)];
  const all = trades.accounts.map((_, at) => at);
  const taxable = all.filter((at) => !isRetirement(choices, trades.accounts[at]!));
  if (choices.view === "broker" && taxable.length > 0) return taxable;
  const own = taxable.find((at) => accountChoice(choices, trades.accounts[at]!).owner === "Self");
  return [own ?? taxable[0] ?? 0];
}

interface Disallowed {
  readonly bySale: ReadonlyMap<number, { readonly sold: Day; readonly cents: number }>;
  readonly permanentCents: number;
}

/** Of taxable sales, by whatever rule: what is no wash sale is the same in both books. */
function disallowedIn({ realized, washes }: Book): Disallowed {
  const bySale = new Map<number, { sold: Day; cents: number }>();
  for (let piece = 0; piece < realized.count; piece++) {
    if (realized.disallowedCents[piece] === 0 || (realized.flags[piece]! & PIECE_RETIREMENT) !== 0) continue;
    const sale = realized.sale[piece]!;
    const before = bySale.get(sale)?.cents ?? 0;
    bySale.set(sale, { sold: realized.sold[piece]!, cents: before + realized.disallowedCents[piece]! });
  }
  return { bySale, permanentCents: washes.reduce((sum, match) => sum + match.permanentCents, 0) };
}

/** A purchase before a sale can also take a replacement's place and so set another loss free: what is left over counts. */
function riskOf(trades: Trades, without: Disallowed, withIt: Disallowed): WashRisk {
  const sales = [...new Set([...without.bySale.keys(), ...withIt.bySale.keys()])].sort((a, b) => a - b);
  const changes = sales.map((sale) => ({
    row: trades.row[sale]!,
    sold: (withIt.bySale.get(sale) ?? without.bySale.get(sale))!.sold,
    disallowedCents: (withIt.bySale.get(sale)?.cents ?? 0) - (without.bySale.get(sale)?.cents ?? 0),
  }));
  const sum = changes.reduce((total, change) => total + change.disallowedCents, 0);
  return {
    disallowedCents: Math.max(0, sum),
    permanentCents: Math.max(0, withIt.permanentCents - without.permanentCents),
    losses: changes.filter((change) => change.disallowedCents > 0),
  };
}
