/** The lots that a sale of one security may take, as offers of the search for the least tax. */
import type { Book, OpenLot } from "../lots/book-types";
import { lotNames } from "../lots/trades";
import { sharesOf } from "../lots/units";
import { termOfLot } from "../rules/term-of-lot";
import { decimalsOf, powerOfTen } from "../values/decimals";
import type { Day } from "../values/plain-date";
import { take } from "../values/take";
import type { Offer, OfferedPiece } from "./least-tax/offers";

export interface SaleOffers {
  readonly offers: readonly Offer[];
  /** By offer. */
  readonly lots: readonly OfferedLot[];
  /** The sale, in steps. */
  readonly steps: number;
  readonly sharesOfSteps: (steps: number) => number;
}

export interface OfferedLot {
  /** A name no other lot answers to, as a sale names it. */
  readonly name: string;
  readonly pieces: readonly OpenLot[];
}

/** Brokers trade no finer than this. */
const MOST_DECIMALS = 6;

/**
 * One offer a purchase, wherever its shares now lie. null: the shares cannot be cut evenly, or are more than are held.
 * @param held of one security, front first, as they stand at the end of the day
 */
export function saleOffers(book: Book, held: readonly OpenLot[], sale: { readonly shares: number; readonly proceedsCents: number; readonly day: Day }): SaleOffers | null {
  const unitsPerShare = book.unitsPerShare[held[0]?.symbol ?? 0]!;
  const stepUnits = stepOf(held, unitsPerShare, sale.shares);
  const steps = Math.round((sale.shares * unitsPerShare) / stepUnits);
  const byPurchase = new Map<number, OpenLot[]>();
  for (const piece of held) {
    if (piece.units % stepUnits !== 0) return null;
    const pieces = byPurchase.get(piece.purchase);
    if (pieces === undefined) byPurchase.set(piece.purchase, [piece]);
    else pieces.push(piece);
  }
  const lots = [...byPurchase].map(([purchase, pieces]) => ({ name: lotNames(book.trades, purchase).at(-1)!, pieces }));
  const offers = lots.map(({ name, pieces }): Offer => {
    const count = pieces.reduce((sum, { units }) => sum + units / stepUnits, 0);
    const proceedsOf = (sold: number): number => (sold > steps ? (sale.proceedsCents * sold) / steps : take(sale.proceedsCents, sold, steps));
    return {
      key: name,
      symbol: book.trades.symbols[pieces[0]!.symbol]!,
      steps: count,
      pieces: pieces.map((piece) => offeredPiece(piece, piece.units / stepUnits, sale.day)),
      // More shares may be held than the sale has proceeds for: at its price they are worth so much.
      valueCents: (sale.proceedsCents * count) / steps,
      proceedsOf,
      isEven: sale.proceedsCents % steps === 0 && pieces.every((piece) => piece.basisCents % (piece.units / stepUnits) === 0),
    };
  });
  const available = offers.reduce((sum, offer) => sum + offer.steps, 0);
  if (steps > available || steps < 1) return null;
  return { offers, lots, steps, sharesOfSteps: (count) => sharesOf(count * stepUnits, unitsPerShare) };
}

export function offeredPiece(piece: OpenLot, steps: number, day: Day): OfferedPiece {
  return { steps, isLong: termOfLot(piece, day) === "Long", basisCents: piece.basisCents, lossBasisCents: piece.lossBasis?.cents ?? null };
}

/** Units of the finest decimal of the sale and the lots, so that every lot is a whole number of steps. */
function stepOf(held: readonly OpenLot[], unitsPerShare: number, shares: number): number {
  const finest = [shares, ...held.map(({ units }) => sharesOf(units, unitsPerShare))].map((one) => decimalsOf(one) ?? Infinity);
  const decimals = Math.max(...finest);
  const stepUnits = decimals <= MOST_DECIMALS ? unitsPerShare / powerOfTen(decimals) : 1;
  return Number.isInteger(stepUnits) ? stepUnits : 1;
}
