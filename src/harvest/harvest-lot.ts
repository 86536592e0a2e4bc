/** One lot sold whole, alone: what of its loss counts, what is washed and until when (R-TLH-2, R-TLH-3). */
import type { OpenLot } from "../lots/book-types";
import { longTermDayOf, termOfLot } from "../rules/term-of-lot";
import { finalOn } from "../rules/wash-sale/window";
import { sharesOf } from "../lots/units";
import type { Day } from "../values/plain-date";
import { take } from "../values/take";
import { cleanAfterSelling } from "./clean-after-selling";
import type { Group } from "./group";
import type { HarvestFacts, HarvestLot } from "./harvest-types";
import type { HeldLot } from "./held-lots";
import { soldLots, termOf, type SoldLot } from "./sold-lot";
import { warningsOf } from "./warnings";
import { savedBySale, worthOfSale } from "./worth-of-sales";

/** null when the lot has no loss. */
export function harvestLot(group: Group, lot: HeldLot): HarvestLot | null {
  const { facts, reach } = group;
  const { trades, asOf } = facts;
  if (!lot.atAverage && lot.valueCents >= lowestBasis(lot)) return null;
  const isPlain = reach.isPlain && !lot.atAverage && lot.pieces.every(({ lossBasis }) => lossBasis === null);
  const needsTrying = !isPlain || reach.reaches(lot, asOf);
  const sold = needsTrying ? soldLots(group.standing.sell([{ lot, shares: null }]), 1, asOf)[0]! : soldClean(lot, asOf);
  const lossCents = sold.basisCents - sold.proceedsCents;
  if (lossCents <= 0) return null;
  const shortCents = 0 - sold.shortGainCents - sold.shortDisallowedCents;
  const longCents = 0 - sold.longGainCents - sold.longDisallowedCents;
  const isWashed = sold.replacedCents > 0;
  const cleanSaleDay = isWashed ? cleanDayOf(group, lot) : null;
  const longTermOn = sold.term === "Short" ? longTermDay(leavingPieces(group, lot), asOf) : null;
  const worth = worthOfSale(facts, { symbol: lot.symbol, shortCents, longCents });
  return {
    ...namesOf(facts, lot),
    shares: lot.shares,
    term: sold.term,
    price: lot.price,
    basisCents: sold.basisCents,
    valueCents: sold.proceedsCents,
    lossCents,
    lossShare: lossCents / sold.basisCents,
    washedCents: sold.shortDisallowedCents + sold.longDisallowedCents,
    permanentCents: sold.permanentCents,
    harvestableCents: shortCents + longCents,
    harvestableShortCents: shortCents,
    harvestableLongCents: longCents,
    safeShares: isWashed ? sharesOf(lot.atAverage ? 0 : unitsBeforeLoss(lot), lot.unitsPerShare) : lot.shares,
    cleanSaleDay,
    cleanRebuyDay: reach.isUnderTheRule(lot) ? finalOn(asOf) : asOf,
    longTermOn,
    daysToLongTerm: longTermOn === null ? null : longTermOn - asOf,
    worth,
    taxSavedCents: worth?.savedCents ?? null,
    taxSavedLongCents: longTermOn === null ? null : savedWhenLong(group, lot, sold, longTermOn),
    washedBy: sold.washedBy,
    cleanAfterSelling: isWashed ? cleanAfterSelling(group, lot) : [],
    warnings: warningsOf(group, lot, sold),
    replacements: facts.replacements.get(trades.symbols[lot.symbol]!.toUpperCase()) ?? [],
  };
}

/** What a lot is called in answers. */
export function namesOf({ trades }: HarvestFacts, lot: HeldLot) {
  return {
    key: lot.key,
    symbol: trades.symbols[lot.symbol]!,
    account: trades.accounts[lot.account]!,
    lot: lot.name,
    row: trades.row[lot.purchase]!,
    acquired: lot.pieces[0]!.acquired,
    holdingFrom: lot.pieces[0]!.holdingFrom,
  };
}

/** A gift's basis for a loss may be lower than its giver's (R-GIFT-1). */
function lowestBasis({ pieces }: HeldLot): number {
  return pieces.reduce((sum, { basisCents, lossBasis }) => sum + Math.min(basisCents, lossBasis?.cents ?? Infinity), 0);
}

/** A sale that nothing can wash: value less basis, piece by piece as a sale divides its proceeds (R-RND-2). */
function soldClean(lot: HeldLot, asOf: Day): SoldLot {
  let [shortGainCents, longGainCents, basisCents] = [0, 0, 0];
  const terms = new Set<number>();
  for (const { piece, proceedsCents } of piecesSold(lot)) {
    const isLong = termOfLot(piece, asOf) === "Long";
    terms.add(isLong ? 1 : 0);
    basisCents += piece.basisCents;
    if (isLong) longGainCents += proceedsCents - piece.basisCents;
    else shortGainCents += proceedsCents - piece.basisCents;
  }
  const nothing = { shortDisallowedCents: 0, longDisallowedCents: 0, permanentCents: 0, replacedCents: 0, fundDisallowedCents: 0, washedBy: [] };
  return { ...nothing, basisCents, proceedsCents: lot.valueCents, shortGainCents, longGainCents, term: termOf(terms) };
}

function piecesSold(lot: HeldLot): { readonly piece: OpenLot; readonly proceedsCents: number }[] {
  let [centsLeft, unitsLeft] = [lot.valueCents, lot.units];
  return lot.pieces.map((piece) => {
    const proceedsCents = take(centsLeft, piece.units, unitsLeft);
    centsLeft -= proceedsCents;
    unitsLeft -= piece.units;
    return { piece, proceedsCents };
  });
}

/** Any share sold at a loss meets what replaces it: only shares in front of the first such piece can be sold safely. */
function unitsBeforeLoss(lot: HeldLot): number {
  let units = 0;
  for (const { piece, proceedsCents } of piecesSold(lot)) {
    if (proceedsCents < piece.basisCents) return units;
    units += piece.units;
  }
  return units;
}

/** Tries at most this many days on end; purchases this regular leave no clean day to tell. */
const MOST_DAYS_TRIED = 40;

/** R-TLH-3: the last purchase that would wash the sale + 31 days. */
function cleanDayOf({ facts, standing, reach }: Group, lot: HeldLot): Day | null {
  if (reach.isPlain && !reach.hasPending && !lot.atAverage) return reach.cleanDay(lot);
  let day = facts.asOf;
  for (let tried = 0; tried < MOST_DAYS_TRIED; tried++) {
    const book = standing.sell([{ lot, shares: null }], day);
    const { washedBy: washers } = soldLots(book, 1, facts.asOf)[0]!;
    if (washers.length === 0) return day;
    day = Math.max(...washers.map((washer) => finalOn(washer.day)));
  }
  return day;
}

/** The day the last of its shares turns long-term; null where a short sale keeps some short-term until it closes (R-SS-2). */
function longTermDay(pieces: readonly OpenLot[], asOf: Day): Day | null {
  const last = Math.max(...pieces.map((piece) => longTermDayOf(piece) ?? Infinity));
  return last > asOf && last < Infinity ? last : null;
}

/** R-AVG-3: of a pool at average the earliest shares leave. */
function leavingPieces({ standing }: Group, lot: HeldLot): readonly OpenLot[] {
  if (!lot.atAverage) return lot.pieces;
  const leaving: OpenLot[] = [];
  let units = lot.units;
  for (const piece of standing.book.openLots) {
    if (units <= 0) break;
    if (piece.symbol !== lot.symbol || piece.account !== lot.account) continue;
    leaving.push(piece);
    units -= piece.units;
  }
  return leaving;
}

/** R-TLH-6. What washes the sale today has left the window by then, or has not. */
function savedWhenLong({ facts, reach }: Group, lot: HeldLot, sold: SoldLot, day: Day): number | null {
  const lossCents = sold.basisCents - sold.proceedsCents;
  const stillWashed = sold.replacedCents > 0 && reach.reaches(lot, day);
  const disallowedCents = stillWashed ? sold.shortDisallowedCents + sold.longDisallowedCents : 0;
  return savedBySale(facts, { symbol: lot.symbol, shortCents: 0, longCents: lossCents - disallowedCents });
}
