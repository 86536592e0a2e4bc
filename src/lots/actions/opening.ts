/**
 * What an earlier book left: its open lots, losses whose window was still open, and short positions.
 * A lot stands on the day it was acquired and a loss on the day of its sale, so that the windows of wash sales
 * run on over the year's end (R-WS-12).
 */
import { PIECE_CARRIED_LOSS } from "../book-types";
import type { Ledger } from "../ledger";
import type { Piece } from "../pieces";
import type { Opening, RowFault } from "../trades";
import type { Day } from "../../values/plain-date";
import { matchLosses } from "./record";
import { closedShort, openShort } from "./short-sale";

export function openLot(ledger: Ledger, at: number): RowFault | null {
  const { trades, pieces } = ledger;
  const detail = trades.details.get(at);
  const opening = detail?.opening;
  const piece = pieceOf(ledger, at, trades.amountCents[at]!);
  if (opening !== undefined) {
    if (opening.lossBasis !== null) {
      Object.assign(pieces.riderOf(piece), { lossBasisCents: opening.lossBasis.cents, lossFrom: opening.lossBasis.from });
    }
    if (opening.moved) pieces.markTransferred(piece);
    if (opening.usedAsReplacement) {
      if (isTacked(opening, trades.day[at]!)) tackAsListed(ledger, piece, opening.holdingFrom);
      pieces.markReplacement(piece);
    } else if (!opening.canReplace) pieces.markNoAcquisition(piece);
  }
  if (opening?.averaged) ledger.averages.join(ledger.pool(trades.symbol[at]!, trades.account[at]!));
  if (detail?.basisUnknown) pieces.markBasisUnknown(piece);
  ledger.arrive(piece, trades.symbol[at]!, trades.account[at]!);
  return null;
}

/** A realized piece without proceeds whose basis is the loss, for purchases still to come. */
export function openLoss(ledger: Ledger, at: number): RowFault | null {
  const { trades, pieces, realized } = ledger;
  const symbol = trades.symbol[at]!;
  const account = trades.account[at]!;
  const day = trades.day[at]!;
  const lossCents = trades.amountCents[at]!;
  const piece = pieceOf(ledger, at, lossCents);
  pieces.acquired[piece] = trades.details.get(at)?.acquired ?? day;
  pieces.symbol[piece] = symbol;
  pieces.account[piece] = account;
  if (ledger.retirement[account] === 1) return null;
  const longTerm = ledger.isLongTerm(piece, day);
  const row = realized.add(pieces, piece, at, day, 0, longTerm, PIECE_CARRIED_LOSS);
  const opening = trades.details.get(at)?.opening;
  if (opening?.ofShort) {
    const short = closedShort(ledger, at, opening.purchase);
    ledger.shortRule.closedAtLoss({ realized: row, sale: at, short, lossCents }, day);
    return null;
  }
  matchLosses(ledger, [{ realized: row, sale: at, order: at, piece, symbol, account, lossCents }], day);
  return null;
}

export function openingShort(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  openShort(ledger, at, ledger.unitsAt(at), trades.amountCents[at]!, trades.details.get(at)?.opening?.washAddedCents);
  return null;
}

function pieceOf(ledger: Ledger, at: number, cents: number): Piece {
  const { trades, pieces } = ledger;
  const opening = trades.details.get(at)?.opening;
  const purchase = opening?.purchase ?? at;
  const units = ledger.unitsAt(at);
  const { sequence, place } = ledger.queueOf(purchase, units);
  const piece = pieces.add(purchase, sequence, trades.day[at]!, units, cents);
  pieces.place[piece] = place;
  if (opening !== undefined) pieces.setPeriodStart(piece, opening.periodStart);
  pieces.holdingFrom[piece] = opening?.holdingFrom ?? trades.day[at]!;
  pieces.washAddedCents[piece] = opening?.washAddedCents ?? 0;
  return piece;
}

/** Whether its period took over that of shares sold and was not begun anew since (R-WS-6, R-SS-2). */
function isTacked({ holdingFrom, periodStart }: Opening, acquired: Day): boolean {
  return holdingFrom !== acquired && (periodStart === "Purchase" || periodStart === "Inherited");
}

/** How the other ways of tacking would date the lot is not listed, so that they are taken to agree. */
function tackAsListed({ pieces }: Ledger, piece: Piece, from: Day): void {
  pieces.tack(piece, { tackDays: from, substituteDate: from, tackNoOverlap: from }, from);
}
