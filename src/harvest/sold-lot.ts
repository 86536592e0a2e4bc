/** What a sale of a simulation came to: read from the realized pieces and washes of its position in the book. */
import type { Tried } from "../lots/tries";
import type { WashMatch } from "../lots/book-types";
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

/** What the first `count` what-if sales came to, in their order. */
export function soldLots(book: Tried, count: number, asOf: Day): SoldLot[] {
  const { realized, fundDisallowedCents, trades } = book;
  const sums = Array.from({ length: count }, () => new Sums());
  for (let at = 0; at < realized.count; at++) {
    const sale = realized.sale[at]! - trades.count;
    if (sale >= 0) sums[sale]?.addPiece(book, at, fundDisallowedCents.get(at) ?? 0);
  }
  for (const match of book.washes) if (match.lossSale >= trades.count) sums[match.lossSale - trades.count]?.washes.push(match);
  return sums.map((one) => one.sold(book, asOf));
}

class Sums {
  readonly washes: WashMatch[] = [];
  private readonly terms = new Set<number>();
  private basis = 0;
  private proceeds = 0;
  private fund = 0;
  /** By term: short, long. */
  private readonly gain: [number, number] = [0, 0];
  private readonly disallowed: [number, number] = [0, 0];

  addPiece({ realized }: Tried, at: number, fundCents: number): void {
    const term = realized.longTerm[at] === 1 ? 1 : 0;
    const [proceeds, basis] = [realized.proceedsCents[at]!, realized.basisCents[at]!];
    this.terms.add(term);
    this.basis += basis;
    this.proceeds += proceeds;
    this.gain[term] += proceeds - basis;
    this.disallowed[term] += realized.disallowedCents[at]!;
    this.fund += fundCents;
  }

  sold(book: Tried, asOf: Day): SoldLot {
    const lostByWash = this.washes.reduce((sum, { permanentCents }) => sum + permanentCents, 0);
    return {
      basisCents: this.basis,
      proceedsCents: this.proceeds,
      shortGainCents: this.gain[0],
      longGainCents: this.gain[1],
      shortDisallowedCents: this.disallowed[0],
      longDisallowedCents: this.disallowed[1],
      permanentCents: lostByWash + this.fund,
      replacedCents: this.disallowed[0] + this.disallowed[1] - this.fund,
      fundDisallowedCents: this.fund,
      term: termOf(this.terms),
      washedBy: washedBy(book, this.washes, asOf),
    };
  }
}

export function termOf(longTerms: ReadonlySet<number>): HarvestTerm {
  if (longTerms.size > 1) return "Mixed";
  return longTerms.has(1) ? "Long" : "Short";
}

/** One entry a replacement purchase and account, in the order of the matches. */
function washedBy({ trades, unitsPerShare, realized }: Tried, washes: readonly WashMatch[], asOf: Day): WashedBy[] {
  const found = new Map<string, { at: number; account: number; units: number; symbol: number; disallowedCents: number; permanentCents: number }>();
  for (const match of washes) {
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
