/**
 * Wash sales as the regulation reads them, with the whole ledger in view: when a loss is met, the
 * purchases of the 30 days after it are already known, and its shares are taken one by one to the
 * earliest acquired share that may replace them (R-WS-1 to R-WS-11, R-WS-13 to R-WS-17; 1.1091-1(b)-(e)).
 */
import type { Counting } from "./calendar";
import { ZERO, type Exact, take } from "./cents";
import { followed } from "./foreseen";
import { divided, fractionOf, isMoreThanNone, lesser, minus, ONE, times, type Fraction } from "./fraction";
import { byAcquisition, type Piece, type Purchase } from "./holdings";
import type { LedgerState, Match, Sold } from "./ledger-state";

export interface LossPiece {
  readonly sold: Sold;
  readonly purchase: Purchase;
  readonly counting: Counting;
  /** Shares of the sold symbol are counted as they are just before this row. */
  readonly countedAt: number;
  openShares: Fraction;
  openLoss: Exact;
}

/** Matches one loss piece with everything that replaces it; adjusts the replacement shares. */
export function matchLoss(state: LedgerState, loss: LossPiece): void {
  if (isOutsideTheRule(state, loss.sold)) return;
  const candidates = [...state.holdings.pieces].filter((piece) => mayReplace(state, loss, piece)).sort(byAcquisition);
  for (const candidate of candidates) {
    if (!isMoreThanNone(loss.openShares)) return;
    const match = matchShares(state, loss, candidate);
    loss.sold.disallowed = loss.sold.disallowed.plus(match.disallowed);
    state.matches.push(match);
  }
}

/** R-WS-15, R-WS-17. */
function isOutsideTheRule({ settings, digital }: LedgerState, { symbol, account }: Sold): boolean {
  if ((settings.view ?? "taxpayer") === "none") return true;
  if (digital.has(symbol) && settings.digitalWash !== "on") return true;
  return (settings.washExempt ?? []).includes(account);
}

function mayReplace(state: LedgerState, loss: LossPiece, piece: Piece): boolean {
  const { settings } = state;
  if (!piece.canReplace) return false;
  if (Math.abs(piece.purchase.day - loss.sold.soldOn) > 30) return false;
  if (piece.purchase === loss.purchase) return false;
  if (settings.candidateRule === "acquiredAfterSoldLot" && piece.purchase.row < loss.purchase.row) return false;

  const soldSymbol = lossWhenMet(state, loss, piece).symbol;
  if (settings.view === "broker") {
    return soldSymbol === piece.symbol && piece.purchase.account === loss.sold.account && !piece.moved;
  }
  if (isIgnoredPlan(state, piece.account)) return false;
  return lossSharesCoveredByOne(state, soldSymbol, piece.symbol) !== null;
}

/** R-WS-9: 401(k), HSA and the like, by choice left out. */
export function isIgnoredPlan(state: LedgerState, account: string): boolean {
  const { type } = state.accounts(account);
  return state.settings.planAccounts === "ignore" && type !== "taxable" && type !== "ira" && type !== "roth";
}

/** The loss as it stands when it meets the piece: at the sale for what is held, at the purchase for what is coming. */
function lossWhenMet(state: LedgerState, loss: LossPiece, piece: Piece): { readonly symbol: string; readonly growth: Fraction } {
  if (piece.state !== "coming") return { symbol: loss.sold.symbol, growth: ONE };
  return followed(state.rows, state.foreseen.growth, loss.sold.symbol, loss.countedAt, piece.purchase.row);
}

/** R-WS-13, R-WS-14: how many shares (or contracts) of the loss one share (or contract) of the other replaces; null when none. */
function lossSharesCoveredByOne(state: LedgerState, lossSymbol: string, symbol: string): Fraction | null {
  const [sold, bought] = [state.options.get(lossSymbol), state.options.get(symbol)];
  if (state.identical(lossSymbol, symbol)) return ONE;
  if (sold === undefined && bought === undefined) return null;
  if (sold === undefined && bought?.type === "call") {
    return state.identical(lossSymbol, bought.underlying) ? fractionOf(bought.multiplier) : null;
  }
  if (sold?.type === "call" && bought === undefined) {
    const isMatched = state.settings.stockAfterCallLoss === "matched" && state.identical(sold.underlying, symbol);
    return isMatched ? divided(ONE, fractionOf(sold.multiplier)) : null;
  }
  if (sold === undefined || bought === undefined || state.settings.optionLosses !== "sameUnderlyingAndType") return null;
  const isSameKind = sold.type === bought.type && state.identical(sold.underlying, bought.underlying);
  return isSameKind ? divided(fractionOf(bought.multiplier), fractionOf(sold.multiplier)) : null;
}

/** Share for share until either side runs out (R-WS-8). */
function matchShares(state: LedgerState, loss: LossPiece, candidate: Piece): Match {
  const met = lossWhenMet(state, loss, candidate);
  const covered = lossSharesCoveredByOne(state, met.symbol, candidate.symbol) ?? ONE;
  const open = times(loss.openShares, met.growth);
  const matched = lesser(open, times(candidate.shares, covered));
  const replacement = state.holdings.cutFront(candidate, divided(matched, covered));
  const disallowed = take(loss.openLoss, matched, open);
  const shares = divided(matched, met.growth);
  loss.openLoss = loss.openLoss.minus(disallowed);
  loss.openShares = minus(loss.openShares, shares);
  replacement.canReplace = false;

  const isLost = isLostForGood(state, loss.sold.account, replacement.account);
  const basisAdded = isLost ? ZERO : disallowed;
  replacement.basis = replacement.basis.plus(basisAdded);
  if (!isLost) tack(state, loss, replacement);
  return {
    lossRow: loss.sold.row,
    lossLot: loss.sold.lot,
    shares,
    disallowed,
    permanent: disallowed.minus(basisAdded),
    replacementSheetRow: replacement.purchase.sheetRow,
    replacementAccount: replacement.account,
    basisAdded,
    holdingFrom: replacement.effective,
  };
}

/** R-WS-9. */
export function isLostForGood(state: LedgerState, lossAccount: string, replacementAccount: string): boolean {
  if (!state.isTaxed(replacementAccount)) return true;
  const owners = [lossAccount, replacementAccount].map((name) => state.accounts(name).owner);
  return state.settings.spouseReplacement === "permanent" && owners[0] !== owners[1];
}

/** R-WS-6. A period that begins on a day is told from the day before it once other days join it. */
function tack(state: LedgerState, loss: LossPiece, replacement: Piece): void {
  if (loss.counting === "inherited" && state.settings.inheritedTack === "none") return;
  const own = replacement.counting === "on the day" ? replacement.effective - 1 : replacement.effective;
  replacement.effective = tacked(state, loss, own);
  replacement.counting = "day after";
}

function tacked({ settings }: LedgerState, { sold, counting }: LossPiece, own: number): number {
  // R-HP-6: a period that begins on a day is the one that would count from the day before.
  const from = counting === "on the day" ? sold.effective - 1 : sold.effective;
  const heldDays = sold.soldOn - from;
  switch (settings.washHoldingPeriod ?? "tackDays") {
    case "substituteDate":
      return Math.min(own, from);
    case "tackNoOverlap":
      return Math.min(own, Math.max(from, own - heldDays));
    default:
      return own - heldDays;
  }
}
