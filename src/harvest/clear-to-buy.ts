/**
 * The first day on which a purchase washes no loss (R-TLH-3), found by trying: the window (R-WS-1), whose purchases
 * count (R-WS-9, R-WS-10), what counts as one (R-WS-2, R-WS-4, R-WS-8, R-WS-13) are the engine's business. Between the
 * days tried nothing can turn clean: a window leaves a loss behind on the 31st day after it.
 */
import { bookTrades } from "../lots/book";
import type { Choices } from "../lots/choices";
import type { Trades } from "../lots/trades";
import { sharesOf } from "../lots/units";
import { FEDERAL_LAW } from "../rules/federal-law";
import { finalOn } from "../rules/wash-sale/window";
import { done, type Outcome } from "../values/outcome";
import type { Day } from "../values/plain-date";
import { daysToTry } from "./days-to-try";
import { washRisk } from "./wash-risk";

/**
 * First day on or after `from` on which buying the symbol, in whatever quantity, washes no loss of the rows.
 * @param symbol in the rows, or identical by the settings to one that is
 * @returns bad-input where a wrong row withholds the symbol or one tied to it
 */
export function clearToBuy(trades: Trades, choices: Choices, symbol: string, from: Day): Outcome<Day> {
  const { lossDays, shares } = lossesAbout(trades, choices, symbol);
  let blockedUntil = from;
  for (const day of daysToTry(from, lossDays.map(finalOn))) {
    if (day < blockedUntil) continue;
    const risk = washRisk(trades, choices, { symbol, account: null, shares, day });
    if (!risk.ok) return risk;
    if (risk.value.disallowedCents === 0) return done(day);
    // A loss that is open to a purchase today is so until its window is past.
    blockedUntil = Math.max(day, ...risk.value.losses.map(({ sold }) => finalOn(sold)));
  }
  throw new Error("clearToBuy: the last day tried lies past every window");
}

/** Days of loss sales of what is tied to the symbol, and more shares than all of them sold. */
function lossesAbout(trades: Trades, choices: Choices, symbol: string): { readonly lossDays: Day[]; readonly shares: number } {
  const upper = symbol.toUpperCase();
  const group = choices.identical.find((names) => names.some((name) => name.toUpperCase() === upper)) ?? [];
  const tied = [symbol, ...group].map((name) => trades.symbols.findIndex((known) => known.toUpperCase() === name.toUpperCase()));
  const lossDays = new Set<Day>();
  let shares = 1;
  for (const tiedTo of new Set(tied.filter((at) => at >= 0))) {
    const { realized, unitsPerShare } = bookTrades(trades, choices, FEDERAL_LAW, { tiedTo });
    for (let piece = 0; piece < realized.count; piece++) {
      if (realized.proceedsCents[piece]! >= realized.basisCents[piece]!) continue;
      lossDays.add(realized.sold[piece]!);
      shares += Math.ceil(sharesOf(realized.units[piece]!, unitsPerShare[realized.symbol[piece]!]!));
    }
  }
  return { lossDays: [...lossDays], shares };
}
