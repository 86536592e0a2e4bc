/**
 * R-AVG-2, R-AVG-3: average basis. The basis sold is the pool's, divided once; shares leave first acquired first
 * and share it by quantity; the lots left share what stays by quantity. Read plainly: nothing is averaged before the
 * first disposition, so until then every lot shows its own cost.
 * R-AVG-1: shares from before 2012 are a pool of their own unless the choice says otherwise.
 */
import type { CaseSettings } from "../cases/case-format";
import { dayOf } from "./calendar";
import { Exact, spread, take } from "./cents";
import { divided, fraction, fractionOf, isEqual, isMoreThanNone, rounded, times, type Fraction } from "./fraction";
import { basisOf, byAcquisition, sharesOf, type Piece } from "./holdings";
import type { LedgerState } from "./ledger-state";
import { methodOf } from "./relief";

const FIRST_COVERED_DAY = dayOf("2012-01-01");

/** R-AVG-2 divides the basis sold; what is given away or moved takes its part of the pool unrounded. The shares leave with their part of the average; the rest of the pool stays as one. */
export function pickAtAverage(state: LedgerState, held: readonly Piece[], shares: Fraction, what: string, isSale = true): Piece[] {
  const pools = poolsOf(state.settings, held).map((pool) => ({ isIn: inPool(state.settings, pool[0] as Piece), basis: basisOf(pool), shares: sharesOf(pool) }));
  const [first] = held;
  state.averaged.add(`${first?.account}/${first?.symbol}`);
  const picked = state.holdings.pick([...held].sort(byAcquisition), shares, what);
  for (const pool of pools) {
    const gone = picked.filter(pool.isIn);
    if (gone.length === 0) continue;
    const basisGone = isSale ? averageOf(state.settings, pool.basis, sharesOf(gone), pool.shares) : take(pool.basis, sharesOf(gone), pool.shares);
    setBasis(gone, basisGone);
    const stays = state.holdings.held(first?.symbol ?? "", first?.account ?? "").filter((piece) => pool.isIn(piece) && !picked.includes(piece));
    setBasis(stays, pool.basis.minus(basisGone));
  }
  return picked;
}

/** Once sold at average, the lots of an account show what the average gives them. */
export function shareOutPools(state: LedgerState): void {
  const places = new Set([...state.holdings.pieces].filter((piece) => piece.state === "held").map((piece) => `${piece.account}/${piece.symbol}`));
  for (const place of places) if (state.averaged.has(place)) shareOut(state, place);
}

/**
 * An action that looks at the basis of lots: a pool is shared out first. A merger is a disposition, so it makes a pool
 * where average is the standing method; the others leave lots their own cost until the first disposition.
 */
export function shareOutBefore(state: LedgerState, symbol: string, isDisposition: boolean, day: number): void {
  for (const account of state.accountOrder) {
    const place = `${account}/${symbol}`;
    if (isDisposition && methodOf(state.settings, account, symbol, day) === "AVG") state.averaged.add(place);
    if (state.averaged.has(place)) shareOut(state, place);
  }
}

function shareOut(state: LedgerState, place: string): void {
  const held = [...state.holdings.pieces].filter((piece) => piece.state === "held" && `${piece.account}/${piece.symbol}` === place);
  for (const pool of poolsOf(state.settings, held.sort(byAcquisition))) setBasis(pool, basisOf(pool));
}

function averageOf(settings: CaseSettings, basis: Exact, q: Fraction, Q: Fraction): Exact {
  if (settings.averageRounding !== "perShareCents" || isEqual(q, Q)) return take(basis, q, Q);
  const perShare = fraction(rounded(divided(fractionOf(basis.toFixed(0)), Q)), 1n);
  return new Exact(rounded(times(perShare, q)).toString());
}

function setBasis(pieces: readonly Piece[], basis: Exact): void {
  const parts = spread(basis, pieces.map((piece) => piece.shares));
  pieces.forEach((piece, index) => (piece.basis = parts[index] as Exact));
}

function poolsOf(settings: CaseSettings, held: readonly Piece[]): Piece[][] {
  const [old, covered] = [held.filter((piece) => !isCovered(settings, piece)), held.filter((piece) => isCovered(settings, piece))];
  return [old, covered].filter((pool) => isMoreThanNone(sharesOf(pool)));
}

function inPool(settings: CaseSettings, example: Piece): (piece: Piece) => boolean {
  return (piece) => isCovered(settings, piece) === isCovered(settings, example);
}

function isCovered(settings: CaseSettings, piece: Piece): boolean {
  return settings.coveredPools === "together" || piece.purchase.day >= FIRST_COVERED_DAY;
}
