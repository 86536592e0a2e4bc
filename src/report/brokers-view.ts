/**
 * What the broker's view of the same trades (R-WS-10: same account, same security) has for sales of the taxpayer's view. Box 1g
 * and the basis of a right form are these figures, so a difference that they explain comes from washes the broker cannot see.
 */
import type { Book } from "../lots/book-types";
import { take } from "../values/take";
import { sharesFromUnits } from "./figures";
import type { Portion } from "./form-8949/portions";
import { KINDS_OF_ROW } from "./form-8949/rows";
import { grouped } from "./match-1099-rules";

export interface BrokersFigures {
  readonly basisCents: number;
  /** Wash sales, positive. */
  readonly washCents: number;
  /** null: lots of both terms. */
  readonly longTerm: boolean | null;
  /** Not as many shares of each term as in the taxpayer's view. */
  readonly hasOtherTerms: boolean;
}

/** null: the two views sold other lots, so that nothing can be said of these. */
export type BrokersView = (portions: readonly Portion[]) => BrokersFigures | null;

export function brokersViewOf(book: Book, brokers: Book): BrokersView {
  if (book.choices.view !== "taxpayer") return () => null;
  const [ours, theirs] = [lotsSold(book), lotsSold(brokers)];
  return (portions) => {
    const terms = new Set<number>();
    let [basisCents, washCents, hasOtherTerms] = [0, 0, false];
    for (const [key, ofLot] of grouped(portions, ({ piece }) => keyOf(book, piece))) {
      const [mine, same] = [ours.get(key), theirs.get(key)];
      if (mine === undefined || mine.shares !== same?.shares) return null;
      const part = ofLot.reduce((sum, { units }) => sum + units, 0);
      // A lot that stands in two rows, because a wash has cut it in ours, is divided by its shares.
      const share = (cents: number): number => (part === mine.units ? cents : take(cents, part, mine.units));
      basisCents += share(same.basisCents);
      washCents += share(same.washCents);
      same.terms.forEach((term) => terms.add(term));
      hasOtherTerms ||= mine.longShares !== same.longShares;
    }
    return { basisCents, washCents, longTerm: terms.size === 1 ? terms.has(1) : null, hasOtherTerms };
  };
}

interface LotSold {
  /** Of its own book: securities held identical count in common units, and the broker's view holds none so. */
  units: number;
  shares: number;
  basisCents: number;
  washCents: number;
  readonly terms: Set<number>;
  longUnits: number;
  longShares: number;
}

/** What was sold of a purchase in one sale. */
function lotsSold(book: Book): ReadonlyMap<string, LotSold> {
  const { count, units, symbol, basisCents, disallowedCents, longTerm } = book.realized;
  const lots = new Map<string, LotSold>();
  for (let piece = 0; piece < count; piece++) {
    const key = keyOf(book, piece);
    const lot = lots.get(key) ?? { units: 0, shares: 0, basisCents: 0, washCents: 0, terms: new Set<number>(), longUnits: 0, longShares: 0 };
    lot.units += units[piece]!;
    lot.shares = sharesFromUnits(book, symbol[piece]!, lot.units);
    lot.basisCents += basisCents[piece]!;
    lot.washCents += disallowedCents[piece]! - (book.fundDisallowedCents.get(piece) ?? 0);
    lot.terms.add(longTerm[piece]!);
    lot.longUnits += longTerm[piece] === 1 ? units[piece]! : 0;
    lot.longShares = sharesFromUnits(book, symbol[piece]!, lot.longUnits);
    lots.set(key, lot);
  }
  return lots;
}

function keyOf({ realized }: Book, piece: number): string {
  const { sale, purchase, account, symbol, flags } = realized;
  return [sale[piece], purchase[piece], account[piece], symbol[piece], flags[piece]! & KINDS_OF_ROW].join(" ");
}
