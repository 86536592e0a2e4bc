/**
 * R-SS-2: what a short sale does to identical shares held, the spouse's included (1233(b), (d), (e)(1)).
 * Brokers need not apply it, so the broker view does not (R-WS-10).
 * Left open by the rulebook, and read plainly: a share answers for one share sold short, so several short sales
 * together reach as many as they are large; what one closing restarts are the earliest acquired of them; a loss is
 * long-term for as many of the shares closed, first closed first, as had been held over a year when it was opened.
 */
import { isLongTerm } from "./calendar";
import { compare, isMoreThanNone, lesser, minus, plus, type Fraction } from "./fraction";
import { byAcquisition, sharesOf, type Piece } from "./holdings";
import type { LedgerState } from "./ledger-state";
import type { Opening } from "./short-positions";

/** On the day of the short sale. */
export function lookAtHeldStock(state: LedgerState, opening: Opening, symbol: string, shorted: Fraction): void {
  if (state.settings.view === "broker") return;
  const held = reachable(state, symbol);
  const isOld = (piece: Piece) => piece.shortedBy === null && isLongTerm(piece.effective, opening.day, piece.counting);
  opening.heldOverYear = sharesOf(held.filter(isOld));
  reach(state, opening, held.filter((piece) => !isOld(piece)), shorted);
}

/** Shares bought between short and cover, as far as the short sales are larger than the shares they reach already. */
export function lookAtPurchase(state: LedgerState, bought: readonly Piece[]): void {
  const symbol = bought[0]?.symbol;
  if (symbol === undefined || state.settings.view === "broker") return;
  const open = [...state.shorts.pieces].filter((one) => one.state === "held" && !state.options.has(one.symbol) && state.identical(one.symbol, symbol));
  for (const opening of [...new Set(open.map((one) => one.opening))].sort((a, b) => a.row - b.row)) {
    const held = reachable(state, symbol);
    const room = minus(sharesOf(open.filter((one) => one.opening === opening)), opening.reached);
    reach(state, opening, held.filter((piece) => bought.some((one) => one.purchase === piece.purchase)), room);
  }
}

function reach(state: LedgerState, opening: Opening, young: readonly Piece[], upTo: Fraction): void {
  let open = upTo;
  for (const piece of young.filter((one) => one.shortedBy === null)) {
    if (!isMoreThanNone(open)) return;
    const front = state.holdings.cutFront(piece, lesser(open, piece.shares));
    front.shortedBy = opening;
    opening.reached = plus(opening.reached, front.shares);
    open = minus(open, front.shares);
  }
}

/** At the closing those shares begin their period again, as many as are closed, earliest first. */
export function beginAgain(state: LedgerState, closing: Opening, symbol: string, closed: Fraction, day: number): void {
  let open = closed;
  for (const piece of reachable(state, symbol).filter((one) => one.shortedBy !== null)) {
    if (!isMoreThanNone(open)) return;
    const front = state.holdings.cutFront(piece, lesser(open, piece.shares));
    open = minus(open, front.shares);
    closing.reached = minus(closing.reached, lesser(front.shares, closing.reached));
    front.shortedBy = null;
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

function reachable(state: LedgerState, symbol: string): Piece[] {
  return [...state.holdings.pieces]
    .filter((piece) => piece.state === "held" && state.identical(piece.symbol, symbol) && state.isTaxed(piece.account))
    .sort(byAcquisition);
}
