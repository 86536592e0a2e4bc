/**
 * Shares as whole units.
 *
 * Every quantity of a group is a whole number of units, units = shares × unitsPerShare, with
 * unitsPerShare chosen so that no decimal of any row and no reverse split ever leaves a remainder:
 * a power of ten for the decimals, times the old shares of every split.
 */
import { decimalsOf, powerOfTen } from "../values/decimals";
import { TradeKind, type Trades } from "./trades";

/** Largest whole number a double holds without gaps. */
const LARGEST_WHOLE = Number.MAX_SAFE_INTEGER;

/** Whole quantities below this need no look at their digits. */
const LARGEST_COUNT = 1e12;

export interface UnitScale {
  readonly unitsPerShare: number;
  /** Position of the trade whose quantity is too fine or too large for whole units; the scale is then of no use. */
  readonly tooFine: number | null;
}

/** The scale for the trades in `events`, and for a further quantity of a what-if sale. */
export function chooseScale(trades: Trades, events: Int32Array, furtherShares = 0): UnitScale {
  const { shares, kind, details } = trades;
  let decimals = decimalsOf(furtherShares) ?? 0;
  let finest = events[0] ?? 0;
  let held = furtherShares;
  let growth = 1;
  let divisor = 1;
  const splits = new Set<string>();
  const needs = (at: number, quantity: number): void => {
    const own = decimalsOf(Math.abs(quantity)) ?? Infinity;
    if (own > decimals) {
      decimals = own;
      finest = at;
    } else if (decimals === 0 && quantity > shares[finest]!) {
      finest = at;
    }
  };
  for (const at of events) {
    const quantity = shares[at]!;
    if (!Number.isInteger(quantity) || quantity > LARGEST_COUNT) needs(at, quantity);
    held += quantity;
    const detail = details.size === 0 ? undefined : details.get(at);
    if (detail === undefined) continue;
    detail.lots?.forEach((lot) => needs(at, lot.shares ?? 0));
    if (kind[at] !== TradeKind.Split) continue;
    if (detail.sharesAdded !== undefined) {
      needs(at, detail.sharesAdded);
      held += Math.abs(detail.sharesAdded);
    } else if (detail.ratio !== undefined) {
      const { newShares, oldShares } = detail.ratio;
      // Brokers write one row an account for the same split: it divides each share once.
      const key = `${trades.symbol[at]} ${trades.day[at]} ${newShares}:${oldShares}`;
      if (splits.has(key)) continue;
      splits.add(key);
      divisor *= oldShares;
      growth *= Math.max(1, newShares / oldShares);
    }
  }
  const unitsPerShare = powerOfTen(decimals) * divisor;
  const fits = held * growth * unitsPerShare <= LARGEST_WHOLE;
  return { unitsPerShare, tooFine: fits ? null : finest };
}

/** Exact: `shares` has no more decimals than the scale. */
export function unitsOf(shares: number, unitsPerShare: number): number {
  const decimals = decimalsOf(shares) ?? 0;
  const scale = powerOfTen(decimals);
  return decimals === 0 ? shares * unitsPerShare : Math.round(shares * scale) * (unitsPerShare / scale);
}

/** Units as a number of shares, to the 15 digits a cell shows. */
export function sharesOf(units: number, unitsPerShare: number): number {
  const shares = units / unitsPerShare;
  return Number.isInteger(shares) ? shares : Number(shares.toPrecision(15));
}
