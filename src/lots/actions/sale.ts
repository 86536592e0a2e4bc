/** Sell: shares leave by identification or method, and each piece realizes its own gain (R-BASIS-1, R-ID, R-RND-2). */
import { PIECE_RETIREMENT, PIECE_TERM_DEPENDS_ON_TACKING } from "../book-types";
import type { Method } from "../choices";
import type { Law, LossPiece } from "../law";
import { rowFault, type Ledger } from "../ledger";
import { methodInForce } from "../method-order";
import type { Piece, Pieces } from "../pieces";
import type { Pool } from "../pool";
import type { TaxPerShare } from "../relief";
import type { LotChoice, RowFault } from "../trades";
import type { Day } from "../../values/plain-date";
import { take } from "../../values/take";
import { allOrGiven, heldUnits, leave, tooFew, type Hindrance } from "./leave";

export function sale(ledger: Ledger, at: number): RowFault | null {
  const losses: LossPiece[] = [];
  const fault = sellRow(ledger, at, ledger.trades.amountCents[at]!, losses);
  if (fault === null) matchLosses(ledger, losses, ledger.trades.day[at]!);
  return fault;
}

/** The rows of one order (R-LOT-1): proceeds are averaged, and no share of the order replaces another (R-WS-4). */
export function saleOfOrder(ledger: Ledger, fills: readonly number[]): RowFault | null {
  const { trades } = ledger;
  const losses: LossPiece[] = [];
  let unitsLeft = fills.reduce((sum, at) => sum + ledger.unitsAt(at), 0);
  let centsLeft = fills.reduce((sum, at) => sum + trades.amountCents[at]!, 0);
  for (const at of fills) {
    const units = ledger.unitsAt(at);
    const proceedsCents = take(centsLeft, units, unitsLeft);
    unitsLeft -= units;
    centsLeft -= proceedsCents;
    const fault = sellRow(ledger, at, proceedsCents, losses);
    if (fault !== null) return fault;
  }
  matchLosses(ledger, losses, trades.day[fills[0]!]!);
  return null;
}

function sellRow(ledger: Ledger, at: number, proceedsCents: number, losses: LossPiece[]): RowFault | null {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  const account = trades.account[at]!;
  const hindrance = sellShares(
    ledger,
    {
      sale: at,
      symbol,
      account,
      pools: ledger.pool(symbol, account).alone,
      units: ledger.unitsAt(at),
      proceedsCents,
      day: trades.day[at]!,
      method: null,
      lots: trades.details.size === 0 ? undefined : trades.details.get(at)?.lots,
    },
    losses,
  );
  return hindrance === null ? null : rowFault(trades, at, hindrance.column, hindrance.problem, hindrance.whatToDo);
}

export interface SharesSold {
  readonly sale: number;
  readonly symbol: number;
  /** null: taken from several accounts. */
  readonly account: number | null;
  readonly pools: readonly Pool[];
  readonly units: number;
  readonly proceedsCents: number;
  readonly day: Day;
  /** null: the standing order. */
  readonly method: Method | null;
  readonly lots: readonly LotChoice[] | undefined;
}

/** Sells, records the pieces and adds those at a loss to `losses`. */
export function sellShares(ledger: Ledger, sold: SharesSold, losses: LossPiece[]): Hindrance | null {
  const held = heldUnits(sold.pools);
  const units = allOrGiven(sold.units, held);
  if (units > held) return tooFew(ledger, { ...sold, verb: "sells", units, held });
  const method = sold.method ?? standingMethod(ledger, sold);
  if (method === null) {
    return {
      column: "Method",
      problem: `takes ${ledger.symbolName(sold.symbol)} from accounts whose standing orders differ`,
      whatToDo: "Name the account or the method.",
    };
  }
  const tax = method === "MINTAX" && sold.lots === undefined ? taxPerShare(ledger, sold, units) : null;
  if (method === "MINTAX" && sold.lots === undefined && tax === null) {
    return {
      column: "Method",
      problem: `MINTAX needs tax rates, and the settings lack ${missingRates(ledger)}`,
      whatToDo: `Add ${missingRates(ledger)} to the settings.`,
    };
  }
  const pieces = leave(ledger, { pools: sold.pools, units, method, lots: sold.lots, tax }, "sells", sold.symbol);
  if (!Array.isArray(pieces)) return pieces;
  record(ledger, sold, pieces, losses);
  return null;
}

/** R-ID-7: each account has its own standing order; null when those of several accounts differ. */
function standingMethod(ledger: Ledger, sold: SharesSold): Method | null {
  if (ledger.choices.methods.length === 0) return "FIFO";
  const symbol = ledger.symbolName(sold.symbol);
  const methods = sold.pools.map((pool) => methodInForce(ledger.choices, symbol, ledger.accountName(pool.account), sold.day));
  return new Set(methods).size > 1 ? null : (methods[0] ?? "FIFO");
}

function missingRates({ choices }: Ledger): string {
  const missing = [choices.shortRate === null ? ["Short rate"] : [], choices.longRate === null ? ["Long rate"] : []];
  return missing.flat().join(" and ");
}

function taxPerShare(ledger: Ledger, sold: SharesSold, units: number): TaxPerShare | null {
  const { shortRate, longRate } = ledger.choices;
  if (shortRate === null || longRate === null) return null;
  return {
    proceedsCents: sold.proceedsCents,
    units,
    shortRate,
    longRate,
    isLongTerm: (piece) => ledger.law.isLongTerm(ledger.pieces.holdingFrom[piece]!, sold.day),
  };
}

/**
 * One realized piece for every piece that left; proceeds go over them in the order of relief
 * (R-RND-2). Every share of the sale stops being a candidate before any loss is matched (R-WS-4).
 */
export function record(ledger: Ledger, sold: Recorded, pieces: readonly Piece[], losses: LossPiece[]): void {
  const { pieces: store, realized, retirement, law } = ledger;
  const { sale, symbol, day } = sold;
  let centsLeft = sold.proceedsCents;
  let unitsLeft = 0;
  for (const piece of pieces) unitsLeft += store.units[piece]!;
  for (const piece of pieces) {
    const proceedsCents = take(centsLeft, store.units[piece]!, unitsLeft);
    centsLeft -= proceedsCents;
    unitsLeft -= store.units[piece]!;
    store.stopBeingCandidate(piece);
    const account = store.account[piece]!;
    const isRetirement = retirement[account] === 1;
    let flags = sold.flags ?? 0;
    if (isRetirement) flags |= PIECE_RETIREMENT;
    if (termDepends(law, store, piece, day)) flags |= PIECE_TERM_DEPENDS_ON_TACKING;
    const longTerm = law.isLongTerm(store.holdingFrom[piece]!, day);
    const at = realized.add(store, piece, sale, day, proceedsCents, longTerm, flags);
    // R-WS-9: a loss inside a retirement account is never a tax loss.
    const basisCents = store.basisCents[piece]!;
    if (proceedsCents < basisCents && !isRetirement) {
      losses.push({ realized: at, sale, piece, symbol, account, lossCents: basisCents - proceedsCents });
    }
  }
}

/** What the record of a sale needs to know of it. */
export interface Recorded {
  readonly sale: number;
  readonly symbol: number;
  readonly proceedsCents: number;
  readonly day: Day;
  /** PIECE_* bits that hold for every piece. */
  readonly flags?: number;
}

/** R-WS-3.1: several lots of one order count as sold in the order they were acquired. */
export function matchLosses(ledger: Ledger, losses: LossPiece[], day: Day): void {
  if (losses.length === 0) return;
  if (losses.length > 1) losses.sort((a, b) => ledger.pieces.byAcquisition(a.piece, b.piece));
  ledger.washRuleFor(losses[0]!.symbol)?.sold(losses, day);
}

/** R-WS-6: warn where the three ways of tacking disagree about the term of an actual sale. */
function termDepends(law: Law, pieces: Pieces, piece: Piece, sold: Day): boolean {
  const tacked = pieces.tackedDates(piece);
  if (tacked === null) return false;
  const long = law.isLongTerm(tacked.tackDays, sold);
  return long !== law.isLongTerm(tacked.substituteDate, sold) || long !== law.isLongTerm(tacked.tackNoOverlap, sold);
}
