/**
 * A lower bound by prices: what must hold is taken into the sum at a price, and then each offer is decided by itself. Any
 * prices bound the least from below (weak duality), so nothing rests on who found them. A part of an offer counts with all
 * that the rounding of cents can do for it.
 */
import type { LinearOffer } from "./linear-offer";
import type { SaleSpace } from "./sale-space";

export interface Prices {
  /** Of a cent of the year's short-term and long-term results. */
  readonly short: number;
  readonly long: number;
  /** Of a cent of the cash to be raised; negative, where there can be too much: of a cent that is. */
  readonly cash: number;
  /** Of a cent under a symbol's cap, by symbol; not negative. */
  readonly ofSymbol: ReadonlyMap<number, number>;
}

type Sums = Pick<SaleSpace, "task" | "limits" | "offers" | "cash">;

/** @property leasts by offer, part of the sum */
export interface LeastSum {
  readonly sum: number;
  readonly leasts: Float64Array;
}

/** The least of short × its price + long × its price over all sales that keep what is priced. */
export function leastSum(space: Sums, prices: Prices): LeastSum {
  const { task, offers, cash, limits } = space;
  const leasts = Float64Array.from(offers, (offer, at) => leastOf(offer, costsOf(offer, prices, limits.symbolOf[at]!)));
  let sum = prices.short * task.shortCents + prices.long * task.longCents - (task.movedCents ?? 0) * Math.abs(prices.short - prices.long);
  if (prices.cash !== 0) sum += prices.cash * (prices.cash > 0 ? cash[0] : cash[1]);
  for (const [symbol, price] of prices.ofSymbol) sum -= price * limits.mostCents[symbol]!;
  return { sum: leasts.reduce((all, one) => all + one, sum), leasts };
}

interface Costs {
  /** Of a step of each piece. */
  readonly ofStep: readonly number[];
  /** What rounding can save where a part is sold. */
  readonly off: number;
}

function costsOf({ pieces, off }: LinearOffer, { short, long, cash, ofSymbol }: Prices, symbol: number): Costs {
  const cent = (ofSymbol.get(symbol) ?? 0) - cash;
  return {
    ofStep: pieces.map((piece) => short * piece.short + long * piece.long + cent * piece.proceeds),
    off: Math.abs(short) * off.short + Math.abs(long) * off.long + Math.abs(cent) * off.proceeds,
  };
}

function leastOf({ pieces, steps }: LinearOffer, { ofStep, off }: Costs): number {
  let [cost, within] = [0, steps > 1 ? ofStep[0]! : Infinity];
  for (let at = 0; at < pieces.length; at += 1) {
    cost += pieces[at]!.steps * ofStep[at]!;
    // The last step is left out: beyond it the offer is sold whole.
    if (steps > 1) within = Math.min(within, at === pieces.length - 1 ? cost - ofStep[at]! : cost);
  }
  return Math.min(0, cost, within - off);
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Steps of each offer that leave the sum below `least.sum + room`; no better sale has others. */
export function ranges(space: Sums, prices: Prices, { leasts }: LeastSum, room: number): Range[] {
  return space.offers.map((offer, at) => rangeOf(offer, costsOf(offer, prices, space.limits.symbolOf[at]!), leasts[at]! + room));
}

/** What sums of doubles are off must not leave a step out. */
const BINARY = 1e-6;

function rangeOf({ pieces, steps }: LinearOffer, { ofStep, off }: Costs, most: number): Range {
  const below = most + BINARY;
  const inner = below + off;
  let [from, to] = [Infinity, -Infinity];
  if (0 <= below) [from, to] = [0, 0];
  let [first, cost] = [0, 0];
  pieces.forEach((piece, at) => {
    const slope = ofStep[at]!;
    const last = first + piece.steps;
    // Steps of this piece, after the first 0 of it, at which the line lies below.
    const [low, high] = slope === 0 ? (cost <= inner ? [first, last] : [1, 0]) : within(first, cost, slope, inner);
    const [start, end] = [Math.max(first, Math.ceil(low - BINARY), 1), Math.min(last, Math.floor(high + BINARY), steps - 1)];
    if (start <= end) [from, to] = [Math.min(from, start), Math.max(to, end)];
    cost += piece.steps * slope;
    first = last;
  });
  if (cost <= below) [from, to] = [Math.min(from, steps), steps];
  return from > to ? { from: 0, to: steps } : { from, to };
}

/** Where cost + slope × (steps − first) is at most `most`. */
function within(first: number, cost: number, slope: number, most: number): readonly [number, number] {
  const at = first + (most - cost) / slope;
  return slope > 0 ? [-Infinity, at] : [at, Infinity];
}
