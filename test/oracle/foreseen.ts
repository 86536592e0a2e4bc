/**
 * What the whole ledger tells before its rows are booked: when a loss is met, the regulation's reader
 * knows the purchases of the 30 days after it. Quantities that depend on what is held by then (a stock
 * dividend's ratio, the new shares of a taxable merger) are learnt by booking the ledger once more.
 */
import type { CaseTransaction } from "../cases/case-format";
import { divided, fractionOf, ONE, times, type Fraction } from "./fraction";

export interface Foreseen {
  /** New shares for one old, by row. */
  readonly growth: Map<number, Fraction>;
  /** Shares acquired in a row by an account. */
  readonly arrivals: Map<string, Arrival>;
}

export interface Arrival {
  readonly row: number;
  readonly account: string;
  readonly symbol: string;
  /** Which part of the purchase: shares that come of several option pieces keep those apart. */
  readonly part: number;
  readonly shares: Fraction;
  /** An acquisition for wash sales (R-WS-2). */
  readonly canReplace: boolean;
}

export function nothingForeseen(): Foreseen {
  return { growth: new Map(), arrivals: new Map() };
}

export function foreseeArrival(foreseen: Foreseen, arrival: Arrival): void {
  foreseen.arrivals.set(`${arrival.row}/${arrival.account}/${arrival.part}`, arrival);
}

export function isSameForeseen(a: Foreseen, b: Foreseen): boolean {
  return asText(a) === asText(b);
}

function asText({ growth, arrivals }: Foreseen): string {
  const lines = [
    ...[...growth].map(([row, ratio]) => `${row} ${ratio.over}/${ratio.under}`),
    ...[...arrivals].map(([key, { symbol, shares, canReplace }]) => `${key} ${symbol} ${shares.over}/${shares.under} ${canReplace}`),
  ];
  return lines.sort().join("\n");
}

export function splitRatio(split: CaseTransaction): Fraction {
  return divided(fractionOf(split.newShares ?? "1"), fractionOf(split.oldShares ?? "1"));
}

/** What the symbol held before row `from` is called before row `to`, and how many shares one has become (R-WS-11, R-CA-10). */
export function followed(
  rows: readonly CaseTransaction[],
  growth: ReadonlyMap<number, Fraction>,
  symbol: string,
  from: number,
  to: number,
): { readonly symbol: string; readonly growth: Fraction } {
  let [name, factor] = [symbol, ONE];
  for (let row = from; row < to; row += 1) {
    const one = rows[row] as CaseTransaction;
    if (one.symbol !== name) continue;
    if (one.action === "SYMBOL_CHANGE") name = one.newSymbol ?? name;
    factor = times(factor, growth.get(row) ?? (one.action === "SPLIT" ? splitRatio(one) : ONE));
  }
  return { symbol: name, growth: factor };
}
