/**
 * The first day on which a loss sale is clean (R-TLH-3), found by trying sales where a purchase could reach them
 * (reach.ts). Between the days tried nothing can turn clean: a window leaves a purchase behind on the 31st day after
 * it, and what is held changes only on days with rows that do more than add shares.
 */
import { bookTrades, eventsOfGroup, tiesOf } from "../lots/book";
import type { Choices } from "../lots/choices";
import { TradeKind, type Trades } from "../lots/trades";
import { FEDERAL_LAW } from "../rules/federal-law";
import { finalOn, WINDOW_DAYS } from "../rules/wash-sale/window";
import { done, refuse, type Outcome } from "../values/outcome";
import { isoFromDay, type Day } from "../values/plain-date";
import { daysToTry } from "./days-to-try";
import type { HarvestFacts } from "./harvest-types";
import { heldLots, type HeldLot } from "./held-lots";
import { Reach } from "./reach";
import { soldLots } from "./sold-lot";
import { Standing } from "./standing";
import { withheldBy } from "./withheld";

/** A day is looked for, whatever the loss saves. */
const NO_TAX_ASKED = refuse("missing-fact", "No tax is asked for.");

/**
 * First day on or after `from` on which each lot of the symbol in a taxable account, sold whole and alone at a loss,
 * would not be washed by any purchase of the rows. A renamed security is followed to its new symbol (R-CA-10).
 * @param symbol index into the symbols of the trades
 * @returns missing-fact where none is held; bad-input where a wrong row withholds the symbol or one tied to it
 */
export function clearToSell(trades: Trades, choices: Choices, symbol: number, from: Day): Outcome<Day> {
  const withheld = withheldBy(bookTrades(trades, choices, FEDERAL_LAW, { tiedTo: symbol }));
  if (withheld !== null) return { ok: false, problem: withheld };
  const { arrivals, changes, onlyTrades } = rowsTiedTo(trades, choices, symbol);
  let blockedUntil = from;
  for (const day of daysToTry(from, [...changes, ...changes.map(finalOn), ...arrivals.map(finalOn)])) {
    if (day < blockedUntil) continue;
    const sold = new SalesForNothing(trades, choices, namesOn(trades, symbol, from, day), day);
    if (sold.lots.length === 0) return noneHeld(trades.symbols[symbol]!, day);
    const lastWasher = sold.lastWasher();
    if (lastWasher === null) return done(day);
    // What washes a lot today does so until its window is past, or until a row changes what is held.
    const change = changes.find((changed) => changed > day) ?? Infinity;
    blockedUntil = Math.min(finalOn(lastWasher), change);
    if (change < finalOn(lastWasher) && onlyTrades) blockedUntil = Math.max(blockedUntil, blockedLonger(trades, choices, symbol, day));
  }
  throw new Error("clearToSell: the last day tried lies past every window");
}

/**
 * A day before which every day from `day` on is blocked, found by looking ahead: a lot and a purchase that both are held
 * and free to be matched later were so all the time, whatever was sold meanwhile.
 */
function blockedLonger(trades: Trades, choices: Choices, symbol: number, day: Day): Day {
  for (let ahead = WINDOW_DAYS; ahead > 0; ahead = Math.floor(ahead / 2)) {
    const later = new SalesForNothing(trades, choices, new Set([symbol]), day + ahead);
    if (later.isWashedByPurchaseBefore(day + 1)) return day + ahead + 1;
  }
  return day;
}

function noneHeld(symbol: string, day: Day): Outcome<never> {
  return refuse("missing-fact", `No ${symbol} is held in a taxable account on ${isoFromDay(day)}, so there is nothing to sell.`);
}

const ONLY_ADDS: ReadonlySet<number> = new Set([TradeKind.Buy, TradeKind.Reinvest, TradeKind.Vest]);

interface TiedRows {
  /** Days of rows that only add shares, and of all others, in order. */
  readonly arrivals: readonly Day[];
  readonly changes: readonly Day[];
  /** The others are sales and splits: nothing comes in that is older than its row. */
  readonly onlyTrades: boolean;
}

/** Of the rows that are booked together with a symbol's. */
function rowsTiedTo(trades: Trades, choices: Choices, symbol: number): TiedRows {
  const arrivals = new Set<Day>();
  const changes = new Set<Day>();
  let onlyTrades = true;
  for (const at of eventsOfGroup(trades, choices, tiesOf(trades, choices).group[symbol]!)) {
    const kind = trades.kind[at]!;
    (ONLY_ADDS.has(kind) ? arrivals : changes).add(trades.day[at]!);
    if (!ONLY_ADDS.has(kind) && kind !== TradeKind.Sell && kind !== TradeKind.Split) onlyTrades = false;
  }
  return { arrivals: [...arrivals], changes: [...changes].sort((a, b) => a - b), onlyTrades };
}

/** What is held as the symbol on `from` may be on `day` under these symbols. */
function namesOn(trades: Trades, symbol: number, from: Day, day: Day): Set<number> {
  const names = new Set([symbol]);
  const renames = [...trades.details.keys()].filter((at) => trades.kind[at] === TradeKind.SymbolChange && trades.day[at]! > from && trades.day[at]! <= day);
  for (const at of renames.sort((a, b) => trades.day[a]! - trades.day[b]!)) {
    const { newSymbol } = trades.details.get(at)!;
    if (names.has(trades.symbol[at]!) && newSymbol !== undefined) names.add(newSymbol);
  }
  return names;
}

/** Each lot sold whole and alone at the end of a day, for nothing, so that it is a loss. */
class SalesForNothing {
  readonly lots: readonly HeldLot[];
  private readonly facts: HarvestFacts;
  private readonly standing: Standing;
  private readonly reach: Reach;

  constructor(
    private readonly trades: Trades,
    choices: Choices,
    symbols: ReadonlySet<number>,
    private readonly day: Day,
  ) {
    const prices = new Map([...symbols].map((symbol) => [trades.symbols[symbol]!.toUpperCase(), 0]));
    this.facts = { trades, choices, asOf: day, prices, minLossCents: null, minLossShare: null, replacements: new Map(), year: NO_TAX_ASKED };
    const [symbol] = symbols;
    this.standing = new Standing(this.facts, symbol!);
    this.lots = heldLots(this.facts, this.standing.book);
    this.reach = new Reach(this.facts, this.standing.book, tiesOf(trades, choices).group[symbol!]!);
  }

  /** Whether one of the lots was bought before a day, and something else bought before it washes it. */
  isWashedByPurchaseBefore(bought: Day): boolean {
    if (!this.reach.isPlain) return false;
    return this.lots.some((lot) => {
      if (this.trades.day[lot.purchase]! >= bought) return false;
      const [first] = this.reach.of(lot, this.day);
      return first !== undefined && first.day < bought;
    });
  }

  /** Day of the last purchase found to wash one of the lots, the first that any washes; null: every one is clean. */
  lastWasher(): Day | null {
    for (const [at, lot] of this.lots.entries()) {
      const washers = this.reach.isPlain ? this.reach.of(lot, this.day) : null;
      if (washers?.length === 0) continue;
      // What is held and free to replace does so; what is still to come may be claimed by earlier losses first. Of a
      // pool at average the front lot's shares leave, whichever lot is sold (R-AVG-3).
      const leaves = !lot.atAverage || this.isFront(at);
      const held = leaves ? washers?.filter(({ isPending }) => !isPending).at(-1) : undefined;
      if (held !== undefined) return held.day;
      const { washedBy } = soldLots(this.standing.sell([{ lot, shares: null }]), 1, this.day)[0]!;
      if (washedBy.length > 0) return Math.max(...washedBy.map((washer) => washer.day));
    }
    return null;
  }

  /** Whether the lot is the first acquired of its pool: lots are listed by pool, in that order. */
  private isFront(at: number): boolean {
    const [lot, before] = [this.lots[at]!, this.lots[at - 1]];
    return before === undefined || before.symbol !== lot.symbol || before.account !== lot.account;
  }
}
