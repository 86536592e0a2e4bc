/**
 * R-SS-2: what a short sale does to identical shares held, the spouse's included (1233(b), (d), (e)(1)).
 * Left open by the rulebook, and read plainly from the statute: each short sale looks at the shares by
 * itself, whatever another did to them; a loss is long-term for as many of the shares closed, first
 * closed first, as had been held over a year when it was opened.
 */
import { isLongTerm } from "./calendar";
import { compare, isMoreThanNone, lesser, minus, plus, type Fraction } from "./fraction";
import { byAcquisition, sharesOf, type Piece } from "./holdings";
import type { LedgerState } from "./ledger-state";
import type { Opening, ShortPiece } from "./short-positions";

/** On the day of the short sale. */
export function lookAtHeldStock(state: LedgerState, opening: Opening, symbol: string, shorted: Fraction): void {
  const held = identicalHeld(state, symbol);
  const isOld = (piece: Piece) => piece.shortedBy.size === 0 && isLongTerm(piece.effective, opening.day, piece.counting);
  opening.heldOverYear = sharesOf(held.filter(isOld));
  markYoung(state, opening, held.filter((piece) => !isOld(piece)), shorted);
}

/** Shares bought between short and cover, as far as the short sale is larger than the shares it already reaches. */
export function lookAtPurchase(state: LedgerState, bought: readonly Piece[]): void {
  const symbol = bought[0]?.symbol ?? "";
  const openings = new Map<Opening, ShortPiece[]>();
  for (const short of [...state.shorts.pieces].filter((one) => one.state === "held" && !state.options.has(one.symbol) && isSame(state, one.symbol, symbol))) {
    openings.set(short.opening, [...(openings.get(short.opening) ?? []), short]);
  }
  for (const [opening, open] of [...openings].sort(([a], [b]) => a.row - b.row)) {
    const marked = sharesOf([...state.holdings.pieces].filter((piece) => piece.shortedBy.has(opening)));
    const room = minus(minus(sharesOf(open), marked), opening.soldBeforeClosing);
    // Marking for an earlier short may have cut them.
    const now = [...state.holdings.pieces].filter((piece) => bought.some((one) => one.purchase === piece.purchase && one.account === piece.account));
    if (isMoreThanNone(room)) markYoung(state, opening, now.filter((piece) => state.isTaxed(piece.account)).sort(byAcquisition), room);
  }
}

function markYoung(state: LedgerState, opening: Opening, young: readonly Piece[], upTo: Fraction): void {
  let open = upTo;
  for (const piece of young) {
    if (!isMoreThanNone(open)) return;
    const front = state.holdings.cutFront(piece, lesser(open, piece.shares));
    front.shortedBy = new Set([...front.shortedBy, opening]);
    open = minus(open, front.shares);
  }
}

/** At the closing those shares begin their period again, as many as are closed, earliest first. */
export function beginAgain(state: LedgerState, opening: Opening, closed: Fraction, day: number): void {
  const alreadySold = lesser(opening.soldBeforeClosing, closed);
  opening.soldBeforeClosing = minus(opening.soldBeforeClosing, alreadySold);
  let open = minus(closed, alreadySold);
  for (const piece of [...state.holdings.pieces].filter((one) => one.shortedBy.has(opening)).sort(byAcquisition)) {
    if (!isMoreThanNone(open)) return;
    const front = state.holdings.cutFront(piece, lesser(open, piece.shares));
    open = minus(open, front.shares);
    front.shortedBy = new Set([...front.shortedBy].filter((one) => one !== opening));
    front.effective = day;
    front.counting = "on the day";
  }
}

/** How many of the shares closed can make a long-term loss. */
export function takeHeldOverYear(opening: Opening, closed: Fraction): Fraction {
  const longTerm = compare(opening.heldOverYear, closed) < 0 ? opening.heldOverYear : closed;
  opening.heldOverYear = minus(opening.heldOverYear, longTerm);
  return longTerm;
}

export function isShortedYoung(piece: Piece): boolean {
  return piece.shortedBy.size > 0;
}

/** Shares sold or given away before the closing began their period then: they count towards the shorted quantity. */
export function heldSharesLeft(piece: Piece): void {
  for (const opening of piece.shortedBy) opening.soldBeforeClosing = plus(opening.soldBeforeClosing, piece.shares);
}

function identicalHeld(state: LedgerState, symbol: string): Piece[] {
  return [...state.holdings.pieces]
    .filter((piece) => piece.state === "held" && isSame(state, piece.symbol, symbol) && state.isTaxed(piece.account))
    .sort(byAcquisition);
}

function isSame(state: LedgerState, a: string, b: string): boolean {
  return state.settings.view === "broker" ? a === b : state.identical(a, b);
}
