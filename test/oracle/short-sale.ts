/** R-SS-1 and R-OPT-3: selling short and writing options; closing them (cover, expiry) realizes the gain. */
import type { CaseTransaction } from "../cases/case-format";
import { spread, take, ZERO, type Exact } from "./cents";
import { fractionOf, isEqual, isLess, isMoreThanNone, minus, NONE, total, type Fraction } from "./fraction";
import { Refusal, sharesOf } from "./holdings";
import { moneyOf, type LedgerState, type Sold } from "./ledger-state";
import { beginAgain, lookAtHeldStock, takeHeldOverYear } from "./short-against-stock";
import { byOpening, type Opening, type ShortPiece } from "./short-positions";
import { matchShortLoss } from "./short-wash";

export function foresee(state: LedgerState, one: CaseTransaction, row: number): void {
  const { day, account, lot, sheetRow } = state.purchase(row, one.account ?? "A");
  const opening: Opening = { row, day, account, lot, sheetRow, heldOverYear: NONE, reached: NONE };
  state.shorts.expect(opening, one.symbol, fractionOf(one.quantity ?? "0"));
}

export function openShort(state: LedgerState, one: CaseTransaction, row: number): void {
  const pieces = [...state.shorts.pieces].filter((piece) => piece.opening.row === row).sort(byOpening);
  const proceeds = spread(moneyOf(state, one, -1), pieces.map((piece) => piece.shares));
  pieces.forEach((piece, index) => {
    piece.state = "held";
    piece.proceeds = proceeds[index] as Exact;
  });
  const first = pieces[0];
  if (first !== undefined && !state.options.has(one.symbol)) lookAtHeldStock(state, first.opening, one.symbol, sharesOf(pieces));
}

export function cover(state: LedgerState, one: CaseTransaction, row: number): void {
  closePositions(state, one, row, fractionOf(one.quantity ?? "0"), moneyOf(state, one, 1));
}

/** The pieces closed, first opened first or as named, each with its part of the cost in fill order. */
export function closePositions(state: LedgerState, one: CaseTransaction, row: number, shares: Fraction, cost: Exact): void {
  const closed = chooseShorts(state, one, row, shares);
  const costs = spread(cost, closed.map((piece) => piece.shares));
  const isStock = !state.options.has(one.symbol);
  const entries = closed.flatMap((piece, index) => closingRows(state, piece, costs[index] ?? ZERO, row, isStock));
  state.sold.push(...entries.map(({ sold }) => sold));
  const day = state.day(row);
  if (isStock) {
    for (const piece of closed) beginAgain(state, piece.opening, one.symbol, piece.shares, day);
  }
  if (!isStock) return;
  const losses = entries.filter(({ sold }) => sold.proceeds.lt(sold.basis)).sort((a, b) => byOpening(a.piece, b.piece));
  for (const { sold, piece } of losses) matchShortLoss(state, sold, piece.opening);
}

/** One row, or two where only part of a loss is long-term (R-SS-2). */
function closingRows(state: LedgerState, piece: ShortPiece, cost: Exact, row: number, isStock: boolean): { sold: Sold; piece: ShortPiece }[] {
  const basis = cost.plus(piece.washAdded);
  const isLoss = piece.proceeds.lt(basis);
  const old = isStock ? takeHeldOverYear(piece.opening, piece.shares) : NONE;
  if (!isLoss || !isMoreThanNone(old) || isEqual(old, piece.shares)) {
    return [{ piece, sold: closingRow(state, piece, piece.shares, piece.proceeds, basis, row, isLoss && isMoreThanNone(old)) }];
  }
  const [oldProceeds, oldBasis] = [take(piece.proceeds, old, piece.shares), take(basis, old, piece.shares)];
  return [
    { piece, sold: closingRow(state, piece, old, oldProceeds, oldBasis, row, true) },
    { piece, sold: closingRow(state, piece, minus(piece.shares, old), piece.proceeds.minus(oldProceeds), basis.minus(oldBasis), row, false) },
  ];
}

/** Acquired and sold are both the covering day. */
function closingRow(state: LedgerState, piece: ShortPiece, shares: Fraction, proceeds: Exact, basis: Exact, row: number, longTerm: boolean): Sold {
  const day = state.day(row);
  const { account, lot } = piece.opening;
  return { row, soldOn: day, symbol: piece.symbol, account, lot, acquired: day, effective: day, shares, proceeds, basis, longTerm, disallowed: ZERO };
}

/** Takes the positions out without a row of their own: a written option that is assigned (R-OPT-3). */
export function chooseShorts(state: LedgerState, one: CaseTransaction, row: number, shares: Fraction): ShortPiece[] {
  const pool = state.shorts.held(one.symbol, one.account ?? "A");
  if (one.lots === undefined || one.lots.length === 0) return state.shorts.close(pool, shares, state.rowName(row));
  let needed = shares;
  const closed = one.lots.flatMap(({ lotId, quantity }) => {
    const ofLot = pool.filter((piece) => piece.opening.lot === lotId && piece.state === "held");
    const all = total(ofLot.map((piece) => piece.shares));
    const wanted = quantity === undefined ? (isLess(all, needed) ? all : needed) : fractionOf(quantity);
    needed = minus(needed, wanted);
    return state.shorts.close(ofLot, wanted, `${state.rowName(row)}, short ${lotId}`);
  });
  if (!isEqual(needed, NONE)) throw new Refusal(`${state.rowName(row)}: the positions named are not the shares closed.`);
  return closed;
}
