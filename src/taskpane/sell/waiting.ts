/**
 * Wait or sell (R-TLH-6, R-TAX-5): shares of a sale that turn long-term later, and what selling them on that day instead
 * saves or costs at today's price. Shares of one day are weighed together, gains and losses apart; the rest of the sale is
 * taken to be made all the same. What is washed of a loss has no tax to weigh, and is left out.
 */
import { waitOrSell } from "../../harvest/least-tax/wait-or-sell";
import { afterSales, type YearSoFar } from "../../harvest/year-so-far";
import { PIECE_SHORT, PIECE_TERM_BY_SHORT_SALE, type Book } from "../../lots/book-types";
import { allowedByTerm, type SaleRealized } from "../../report/compare-methods";
import { sharesFromUnits } from "../../report/figures";
import { piecesOfSales } from "../../report/pieces-of-sale";
import { firstLongTermDay } from "../../rules/holding-term";
import { yearOf, type Day } from "../../values/plain-date";
import type { LotsHeld } from "./held-lots";
import type { Waiting } from "./sell-view";

interface Waiters {
  readonly longTermOn: Day;
  readonly isLoss: boolean;
  units: number;
  valueCents: number;
  basisCents: number;
}

/** Soonest first. @param book with the hypothetical sale, `realized` what it comes to */
export function waitings(book: Book, realized: SaleRealized, { holdsPeriod, periodStart }: LotsHeld, year: YearSoFar, day: Day): readonly Waiting[] {
  const { realized: pieces, trades } = book;
  const byDay = new Map<string, Waiters>();
  let symbol = 0;
  for (const piece of piecesOfSales(book).of(trades.count)) {
    symbol = pieces.symbol[piece]!;
    const gain = pieces.proceedsCents[piece]! - pieces.basisCents[piece]!;
    const isHeld = (pieces.flags[piece]! & (PIECE_SHORT | PIECE_TERM_BY_SHORT_SALE)) !== 0 || holdsPeriod(pieces.purchase[piece]!);
    if (pieces.longTerm[piece] === 1 || gain === 0 || pieces.disallowedCents[piece]! > 0 || isHeld || trades.collectibles.has(symbol)) continue;
    const longTermOn = firstLongTermDay(pieces.holdingFrom[piece]!, periodStart(pieces.purchase[piece]!, pieces.holdingFrom[piece]!));
    if (longTermOn <= day) continue;
    const key = `${longTermOn} ${gain < 0}`;
    const known = byDay.get(key);
    const waiters = known ?? { longTermOn, isLoss: gain < 0, units: 0, valueCents: 0, basisCents: 0 };
    if (known === undefined) byDay.set(key, waiters);
    waiters.units += pieces.units[piece]!;
    waiters.valueCents += pieces.proceedsCents[piece]!;
    waiters.basisCents += pieces.basisCents[piece]!;
  }
  const multiplier = trades.options.get(symbol)?.multiplier ?? 1;
  return [...byDay.values()]
    .sort((a, b) => a.longTermOn - b.longTermOn || Number(a.isLoss) - Number(b.isLoss))
    .map((waiters) => waitingOf(waiters, sharesFromUnits(book, symbol, waiters.units), multiplier, realized, year, day))
    // A loss that is worth the same then has nothing to be weighed.
    .filter(({ isLoss, savesCents }) => !isLoss || savesCents !== 0);
}

function waitingOf({ longTermOn, isLoss, valueCents, basisCents }: Waiters, shares: number, multiplier: number, sale: SaleRealized, year: YearSoFar, day: Day): Waiting {
  const { shortCents, longCents } = allowedByTerm(sale);
  const rest = afterSales(year, { shortCents: shortCents - (valueCents - basisCents), longCents });
  const { taxNowCents, taxLaterCents, breakEvenValueCents, breakEvenMove } = waitOrSell({ basis: year.basis, realised: rest.realised, valueCents, basisCents });
  return {
    shares,
    longTermOn,
    days: longTermOn - day,
    isLoss,
    savesCents: taxNowCents - taxLaterCents,
    breakEvenPriceCents: Math.round(breakEvenValueCents / (shares * multiplier)),
    breakEvenMove,
    isAnotherYear: yearOf(longTermOn) !== year.year,
  };
}
