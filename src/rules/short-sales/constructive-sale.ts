/**
 * R-SS-5: shorting against an appreciated long lot, or buying against an appreciated short, is a sale of that
 * position at its value that day, unless closed by the 30th day after the year and left at risk for 60 days.
 * IRC 1259(a) to (c). Found and said; not computed.
 */
import type { Ledger } from "../../lots/ledger";
import { NO_PIECE, type Piece } from "../../lots/pieces";
import { compareCost } from "../../lots/cost-order";
import type { Short } from "../../lots/shorts";

export function remarkShortAgainstLong(ledger: Ledger, short: Short): void {
  const { pieces } = ledger;
  if (!concerns(ledger, short.account)) return;
  for (const pool of ledger.allPools()) {
    if (pool.units === 0 || !isSame(ledger, pool.symbol, short.symbol) || !concerns(ledger, pool.account)) continue;
    for (let piece = pool.first; piece !== NO_PIECE; piece = pieces.next[piece]!) {
      const isAppreciated = compareCost(pieces.basisCents[piece]!, pieces.units[piece]!, short.proceedsCents, short.units) < 0;
      if (!isAppreciated) continue;
      ledger.remark("constructive-sale", short.opening, pieces.purchase[piece]!);
      return;
    }
  }
}

export function remarkPurchaseAgainstShort(ledger: Ledger, piece: Piece): void {
  const { pieces } = ledger;
  if (!concerns(ledger, pieces.account[piece]!) || !pieces.isAcquisition(piece)) return;
  for (const short of ledger.shorts.all()) {
    if (!isSame(ledger, short.symbol, pieces.symbol[piece]!) || !concerns(ledger, short.account)) continue;
    if (compareCost(pieces.basisCents[piece]!, pieces.units[piece]!, short.proceedsCents, short.units) >= 0) continue;
    ledger.remark("constructive-sale", pieces.purchase[piece]!, short.opening);
    return;
  }
}

function isSame(ledger: Ledger, one: number, other: number): boolean {
  return ledger.identicalClass[one] === ledger.identicalClass[other];
}

function concerns(ledger: Ledger, account: number): boolean {
  return ledger.choices.view !== "broker" && ledger.retirement[account] === 0;
}
