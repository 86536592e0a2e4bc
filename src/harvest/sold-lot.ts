/** What a sale of a simulation came to: read from the realized pieces and washes of its position in the book. */
import type { Tried } from "../lots/tries";
import { sharesOf } from "../lots/units";
import type { Day } from "../values/plain-date";
import type { HarvestTerm, WashedBy } from "./harvest-types";

export interface SoldLot {
  readonly basisCents: number;
  readonly proceedsCents: number;
  /** proceeds − basis, by the term of the pieces. */
  readonly shortGainCents: number;
  readonly longGainCents: number;
  /** Disallowed, by the term of the pieces: washed, and what R-HP-8 takes. */
  readonly shortDisallowedCents: number;
  readonly longDisallowedCents: number;
  /** Of the disallowed, what is lost for good (R-WS-9, R-HP-8). */
  readonly permanentCents: number;
  /** Of the disallowed, what another purchase replaced (R-WS-5). */
  readonly replacedCents: number;
  readonly fundDisallowedCents: number;
  readonly term: HarvestTerm;
  readonly washedBy: readonly WashedBy[];
}

/** @param position of the sale: `trades.count + i` */
export function soldLot(book: Tried, position: number, asOf: Day): SoldLot {
  const { realized, fundDisallowedCents } = book;
  const sums = { basis: 0, proceeds: 0, shortGain: 0, longGain: 0, shortDisallowed: 0, longDisallowed: 0, fund: 0 };
  const terms = new Set<number>();
  for (let at = 0; at < realized.count; at++) {
    if (realized.sale[at] !== position) continue;
    const [proceeds, basis] = [realized.proceedsCents[at]!, realized.basisCents[at]!];
    const isLong = realized.longTerm[at]!;
    terms.add(isLong);
    sums.basis += basis;
    sums.proceeds += proceeds;
    sums[isLong === 1 ? "longGain" : "shortGain"] += proceeds - basis;
    sums[isLong === 1 ? "longDisallowed" : "shortDisallowed"] += realized.disallowedCents[at]!;
    sums.fund += fundDisallowedCents.get(at) ?? 0;
  }
  const washes = book.washes.filter(({ lossSale }) => lossSale === position);
  const lostByWash = washes.reduce((sum, { permanentCents }) => sum + permanentCents, 0);
  return {
    basisCents: sums.basis,
    proceedsCents: sums.proceeds,
    shortGainCents: sums.shortGain,
    longGainCents: sums.longGain,
    shortDisallowedCents: sums.shortDisallowed,
    longDisallowedCents: sums.longDisallowed,
    permanentCents: lostByWash + sums.fund,
    replacedCents: sums.shortDisallowed + sums.longDisallowed - sums.fund,
    fundDisallowedCents: sums.fund,
    term: termOf(terms),
    washedBy: washedBy(book, position, asOf),
  };
}

export function termOf(longTerms: ReadonlySet<number>): HarvestTerm {
  if (longTerms.size > 1) return "Mixed";
  return longTerms.has(1) ? "Long" : "Short";
}

/** One entry a replacement purchase and account, in the order of the matches. */
function washedBy({ trades, washes, unitsPerShare, realized }: Tried, position: number, asOf: Day): WashedBy[] {
  const found = new Map<string, { at: number; account: number; units: number; symbol: number; disallowedCents: number; permanentCents: number }>();
  for (const match of washes) {
    if (match.lossSale !== position) continue;
    const key = `${match.replacement} ${match.replacementAccount}`;
    let one = found.get(key);
    if (one === undefined) {
      const symbol = realized.symbol[match.piece]!;
      found.set(key, (one = { at: match.replacement, account: match.replacementAccount, units: 0, symbol, disallowedCents: 0, permanentCents: 0 }));
    }
    one.units += match.units;
    one.disallowedCents += match.disallowedCents;
    one.permanentCents += match.permanentCents;
  }
  return [...found.values()].map(({ at, account, units, symbol, disallowedCents, permanentCents }) => ({
    row: trades.row[at]!,
    symbol: trades.symbols[trades.symbol[at]!]!,
    account: trades.accounts[account]!,
    day: trades.day[at]!,
    shares: sharesOf(units, unitsPerShare[symbol]!),
    disallowedCents,
    permanentCents,
    pending: trades.day[at]! > asOf,
  }));
}
