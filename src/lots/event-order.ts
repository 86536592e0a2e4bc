/**
 * Order of events (R-LOT-4): by date, then by time where rows have one, else as the file runs.
 * A file written newest first is read from the bottom up.
 */
import type { Choices } from "./choices";
import { TradeKind, type Trades } from "./trades";

export interface OrderedEvents {
  /** Positions in the trades, group after group, in booking order within each. */
  readonly order: Int32Array;
  /** By group (its smallest symbol): where its events start in `order`; the next entry is where they end. */
  readonly start: Int32Array;
  /** The trades' columns in the same order: booking reads them in a row and not all over the range. */
  readonly columns: EventColumns;
}

export interface EventColumns {
  readonly day: Int32Array;
  readonly kind: Uint8Array;
  readonly symbol: Int32Array;
  readonly account: Int32Array;
  readonly shares: Float64Array;
  readonly amountCents: Float64Array;
}

export function orderEvents(trades: Trades, choices: Choices, group: Int32Array): OrderedEvents {
  const groupCount = trades.symbols.length;
  const start = new Int32Array(groupCount + 1);
  const { count, symbol } = trades;
  for (let at = 0; at < count; at++) start[group[symbol[at]!]! + 1]! += 1;
  for (let g = 0; g < groupCount; g++) start[g + 1]! += start[g]!;

  const order = new Int32Array(count);
  const fill = start.slice();
  for (let step = 0; step < count; step++) {
    const at = trades.newestFirst ? count - 1 - step : step;
    order[fill[group[symbol[at]!]!]!++] = at;
  }
  for (let g = 0; g < groupCount; g++) {
    const events = order.subarray(start[g]!, start[g + 1]!);
    if (events.length < 2) continue;
    sortByDay(events, trades);
    if (hasTimes(trades) || choices.orderWithinDay === "purchasesFirst") orderWithinDays(events, trades, choices);
  }
  return { order, start, columns: inOrder(trades, order) };
}

function inOrder(trades: Trades, order: Int32Array): EventColumns {
  const count = order.length;
  const day = new Int32Array(count);
  const kind = new Uint8Array(count);
  const symbol = new Int32Array(count);
  const account = new Int32Array(count);
  const shares = new Float64Array(count);
  const amountCents = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = order[i]!;
    day[i] = trades.day[at]!;
    kind[i] = trades.kind[at]!;
    symbol[i] = trades.symbol[at]!;
    account[i] = trades.account[at]!;
    shares[i] = trades.shares[at]!;
    amountCents[i] = trades.amountCents[at]!;
  }
  return { day, kind, symbol, account, shares, amountCents };
}

/** Stable: rows of one day stay as the file runs. */
function sortByDay(events: Int32Array, trades: Trades): void {
  const { day, newestFirst } = trades;
  let sorted = true;
  for (let i = 1; i < events.length && sorted; i++) sorted = day[events[i - 1]!]! <= day[events[i]!]!;
  if (sorted) return;
  const fileOrder = newestFirst ? -1 : 1;
  events.sort((a, b) => day[a]! - day[b]! || (a - b) * fileOrder);
}

const timesKnown = new WeakMap<Trades, boolean>();

function hasTimes(trades: Trades): boolean {
  let known = timesKnown.get(trades);
  if (known === undefined) {
    known = [...trades.details.values()].some((detail) => detail.time !== undefined);
    timesKnown.set(trades, known);
  }
  return known;
}

function orderWithinDays(events: Int32Array, trades: Trades, choices: Choices): void {
  for (let from = 0; from < events.length; ) {
    const day = trades.day[events[from]!];
    let to = from + 1;
    while (to < events.length && trades.day[events[to]!] === day) to++;
    if (to - from > 1) orderOneDay(events.subarray(from, to), trades, choices);
    from = to;
  }
}

/** Timed rows take their places among themselves in order of time; rows without a time stay where they are. */
function orderOneDay(events: Int32Array, trades: Trades, choices: Choices): void {
  const timed = [...events]
    .map((at, place) => ({ at, place, time: trades.details.get(at)?.time }))
    .filter((event) => event.time !== undefined);
  const inOrder = [...timed].sort((a, b) => a.time! - b.time! || a.place - b.place);
  timed.forEach(({ place }, i) => {
    events[place] = inOrder[i]!.at;
  });
  if (choices.orderWithinDay !== "purchasesFirst") return;
  const purchases = events.filter((at) => isPurchase(trades.kind[at]!));
  const others = events.filter((at) => !isPurchase(trades.kind[at]!));
  events.set(purchases);
  events.set(others, purchases.length);
}

/** Shares that come in by a row of their own; put first by Order within day. */
export function isPurchase(kind: number): boolean {
  return ARRIVALS[kind] === 1;
}

const ARRIVALS = new Uint8Array(256);
for (const kind of [
  TradeKind.Buy, TradeKind.Reinvest, TradeKind.Vest, TradeKind.GiftReceived, TradeKind.Inherit, TradeKind.OpenLot,
]) {
  ARRIVALS[kind] = 1;
}
