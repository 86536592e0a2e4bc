/**
 * What may wash a loss later, or makes its figure uncertain (R-TLH-3): dividends being reinvested, regular purchases and
 * vests, in any account whose purchases wash the sale (R-WS-9, R-WS-10, R-WS-14), and what the lot itself is.
 */
import { eventsOfGroup, tiesOf } from "../lots/book";
import { TradeKind } from "../lots/trades";
import { sharesOf } from "../lots/units";
import { isIgnoredPlan, isRetirement } from "../rules/accounts";
import { finalOn } from "../rules/wash-sale/window";
import type { Day } from "../values/plain-date";
import type { HarvestWarning } from "./harvest-types";
import type { Group } from "./group";
import type { HeldLot } from "./held-lots";
import type { SoldLot } from "./sold-lot";

/** A dividend comes once a quarter, and may be a week late. */
const REINVESTED_WITHIN_DAYS = 100;
const BOUGHT_WITHIN_DAYS = 400;

export function warningsOf(group: Group, lot: HeldLot, sold: SoldLot): HarvestWarning[] {
  const warnings: HarvestWarning[] = [];
  if (lot.pieces.some(({ basisUnknown }) => basisUnknown)) warnings.push({ kind: "unknown-basis" });
  if (lot.atAverage) warnings.push({ kind: "averaged" });
  if (sold.fundDisallowedCents > 0) warnings.push({ kind: "fund-six-months" });
  const underShort = lot.pieces.reduce((sum, piece) => sum + (piece.underShort ? piece.units : 0), 0);
  if (underShort > 0) warnings.push({ kind: "short-holds-period", shares: sharesOf(underShort, lot.unitsPerShare) });
  const { trades, year } = group.facts;
  if (year.ok && trades.collectibles.has(lot.symbol)) warnings.push({ kind: "collectible", symbol: trades.symbols[lot.symbol]! });
  if (isSoldShort(group, lot)) warnings.push({ kind: "short-open" });
  if (!group.reach.isUnderTheRule(lot)) return warnings;
  return [...warnings, ...ofSecurity(group, lot)];
}

/** By group, symbol and account: lots of one security have these in common. */
const known = new WeakMap<Group, Map<string, readonly HarvestWarning[]>>();

function ofSecurity(group: Group, lot: HeldLot): readonly HarvestWarning[] {
  let ofGroup = known.get(group);
  if (ofGroup === undefined) known.set(group, (ofGroup = new Map()));
  const key = `${lot.symbol} ${lot.account}`;
  let warnings = ofGroup.get(key);
  if (warnings === undefined) ofGroup.set(key, (warnings = [...comingPurchases(group, lot), ...identicalHeld(group, lot)]));
  return warnings;
}

function isSoldShort({ facts, standing }: Group, { symbol }: HeldLot): boolean {
  const { identicalClass } = tiesOf(facts.trades, facts.choices);
  return standing.book.openShorts.some((short) => identicalClass[short.symbol] === identicalClass[symbol]);
}

/** Purchases of what is identical, by account, that may go on within 30 days after the sale. */
function comingPurchases({ facts }: Group, lot: HeldLot): HarvestWarning[] {
  const { trades, choices, asOf } = facts;
  const { identicalClass, group: groupOf } = tiesOf(trades, choices);
  const reinvested = new Map<number, Day>();
  const bought = new Map<string, { account: number; isVest: boolean; days: Set<Day> }>();
  const events = eventsOfGroup(trades, choices, groupOf[lot.symbol]!);
  // The latest rows stand last.
  for (let i = events.length - 1; i >= 0; i--) {
    const at = events[i]!;
    const [day, kind, account] = [trades.day[at]!, trades.kind[at]!, trades.account[at]!];
    if (day > asOf) continue;
    if (day < asOf - BOUGHT_WITHIN_DAYS) break;
    if (identicalClass[trades.symbol[at]!] !== identicalClass[lot.symbol]) continue;
    if (choices.view === "broker" ? account !== lot.account : isIgnoredPlan(choices, trades.accounts[account] ?? "")) continue;
    if (kind === TradeKind.Reinvest && day >= asOf - REINVESTED_WITHIN_DAYS && !reinvested.has(account)) reinvested.set(account, day);
    if (kind !== TradeKind.Buy && kind !== TradeKind.Vest) continue;
    const key = `${kind} ${account}`;
    const known = bought.get(key) ?? { account, isVest: kind === TradeKind.Vest, days: new Set() };
    bought.set(key, known);
    known.days.add(day);
  }
  const placed = (account: number) => ({ account: trades.accounts[account]!, retirement: isRetirement(choices, trades.accounts[account]!) });
  const warnings: HarvestWarning[] = [...reinvested].map(([account, lastDay]) => ({ kind: "reinvests", ...placed(account), lastDay }));
  for (const { account, isVest, days } of bought.values()) {
    const expected = nextExpected([...days].sort((a, b) => a - b), isVest ? 2 : 3);
    if (expected === null || expected <= asOf || expected >= finalOn(asOf)) continue;
    warnings.push({ kind: "buys-regularly", ...placed(account), expected });
  }
  return warnings;
}

/** The day after the last by the usual distance; null where the days are too few or not regular. */
function nextExpected(days: readonly Day[], fewest: number): Day | null {
  // The last few tell: a plan that has changed its rhythm has the new one.
  const last = days.slice(-4);
  if (last.length < fewest) return null;
  const gaps = last.slice(1).map((day, i) => day - last[i]!).sort((a, b) => a - b);
  const [least, most] = [gaps[0]!, gaps.at(-1)!];
  // Months and quarters are not of one length, and a weekend or holiday moves a day.
  if (most > least * 1.2 + 4) return null;
  return last.at(-1)! + gaps[Math.floor(gaps.length / 2)]!;
}

/** Other symbols of the user's identical group that are held. */
function identicalHeld({ facts, standing }: Group, lot: HeldLot): HarvestWarning[] {
  const { trades, choices } = facts;
  const { identicalClass } = tiesOf(trades, choices);
  const found = new Map<string, HarvestWarning>();
  for (const { symbol, account } of standing.book.openLots) {
    if (symbol === lot.symbol || identicalClass[symbol] !== identicalClass[lot.symbol]) continue;
    const warning = { kind: "identical-held" as const, symbol: trades.symbols[symbol]!, account: trades.accounts[account]! };
    found.set(`${symbol} ${account}`, warning);
  }
  return [...found.values()];
}
