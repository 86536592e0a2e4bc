/** The record of pieces whose basis or term is not simply that of a purchase: gifts, inheritance, shorts against them, funds. */
import {
  PIECE_FUND_LONG, PIECE_GIFT_LOSS, PIECE_GIFT_NEITHER, PIECE_INHERITED, PIECE_RETIREMENT, PIECE_TERM_BY_SHORT_SALE,
  PIECE_TERM_DEPENDS_ON_TACKING, PIECE_UNKNOWN_BASIS,
} from "../book-types";
import type { LossPiece } from "../law";
import type { Ledger } from "../ledger";
import { NO_PIECE, type Piece } from "../pieces";
import { take } from "../../values/take";
import { termDepends, type Recorded } from "./record";

/** Records one piece; `sold.proceedsCents` are the proceeds of this piece, `sold.flags` its flags so far. */
export function recordSpecial(ledger: Ledger, sold: Recorded, piece: Piece, losses: LossPiece[]): void {
  const { pieces, law } = ledger;
  const { proceedsCents, day } = sold;
  let flags = sold.flags ?? 0;
  const rider = pieces.rider(piece);
  if (rider !== null && rider.lossBasisCents !== null) flags |= basisOfGift(ledger, piece, proceedsCents);
  if (pieces.basisUnknown(piece)) flags |= PIECE_UNKNOWN_BASIS;
  if (pieces.periodStart(piece) === "Inherited") flags |= PIECE_INHERITED;
  if (pieces.isUnderShort(piece)) {
    // R-SS-2: the period begins with this sale, because the short is still open. IRC 1233(b)(2).
    if (law.isLongTerm(pieces.holdingFrom[piece]!, day, pieces.periodStart(piece))) flags |= PIECE_TERM_BY_SHORT_SALE;
    pieces.holdingFrom[piece] = day;
  }
  if (termDepends(law, pieces, piece, day)) flags |= PIECE_TERM_DEPENDS_ON_TACKING;
  const longTerm = ledger.isLongTerm(piece, day);
  const lossCents = pieces.basisCents[piece]! - proceedsCents;
  const isLoss = lossCents > 0 && (flags & PIECE_RETIREMENT) === 0;
  if (isLoss && rider !== null && law.isHeldSixMonthsOrLess(pieces.acquired[piece]!, day)) {
    recordFundLoss(ledger, { ...sold, flags }, piece, longTerm, losses);
    return;
  }
  const at = ledger.realized.add(pieces, piece, sold.sale, day, proceedsCents, longTerm, flags);
  ledger.recordedAs(piece, at, sold.order ?? sold.sale);
  if (!isLoss) return;
  losses.push({ realized: at, sale: sold.sale, order: sold.order ?? sold.sale, piece, symbol: sold.symbol, account: pieces.account[piece]!, lossCents });
  ledger.remarkFundLoss(piece, sold.sale, day);
}

/**
 * R-GIFT-1: sold above the giver's basis, that basis; below the value at the gift, that value, with the
 * period from the gift; between the two neither gain nor loss. IRC 1015(a). Answers the PIECE_* bit.
 */
function basisOfGift({ pieces }: Ledger, piece: Piece, proceedsCents: number): number {
  const rider = pieces.rider(piece)!;
  const lossBasisCents = rider.lossBasisCents!;
  if (proceedsCents >= pieces.basisCents[piece]! || lossBasisCents >= pieces.basisCents[piece]!) return 0;
  if (proceedsCents >= lossBasisCents) {
    pieces.basisCents[piece] = proceedsCents;
    return PIECE_GIFT_NEITHER;
  }
  pieces.basisCents[piece] = lossBasisCents;
  pieces.setPeriodStart(piece, "Purchase");
  pieces.holdingFrom[piece] = rider.lossFrom;
  return PIECE_GIFT_LOSS;
}

/**
 * R-HP-8: loss on fund shares held six months or less is disallowed up to the exempt-interest dividends
 * received on them, and the rest is long-term up to their capital gain dividends. IRC 852(b)(4).
 */
function recordFundLoss(ledger: Ledger, sold: Recorded, piece: Piece, longTerm: boolean, losses: LossPiece[]): void {
  const { pieces, realized } = ledger;
  const { sale, symbol, day, proceedsCents } = sold;
  const flags = sold.flags ?? 0;
  const account = pieces.account[piece]!;
  const { capitalGainCents, exemptInterestCents } = pieces.rider(piece)!;
  const lossCents = pieces.basisCents[piece]! - proceedsCents;
  const disallowedCents = Math.min(lossCents, exemptInterestCents);
  const longCents = longTerm ? 0 : Math.min(lossCents - disallowedCents, capitalGainCents);
  let restProceedsCents = proceedsCents;
  let rest = piece;
  const part = longCents > 0 ? cutByLoss(ledger, piece, longCents, lossCents, proceedsCents) : NO_PIECE;
  if (part !== NO_PIECE) {
    rest = part === piece ? NO_PIECE : piece;
    const partProceedsCents = pieces.basisCents[part]! - longCents;
    restProceedsCents -= partProceedsCents;
    const at = realized.add(pieces, part, sale, day, partProceedsCents, true, flags | PIECE_FUND_LONG);
    losses.push({ realized: at, sale, order: sold.order ?? sale, piece: part, symbol, account, lossCents: longCents });
  }
  if (rest === NO_PIECE) return;
  const at = realized.add(pieces, rest, sale, day, restProceedsCents, longTerm, flags);
  if (disallowedCents > 0) ledger.disallowFundLoss(at, disallowedCents);
  const left = pieces.basisCents[rest]! - restProceedsCents - disallowedCents;
  if (left > 0) losses.push({ realized: at, sale, order: sold.order ?? sale, piece: rest, symbol, account, lossCents: left });
}

/**
 * Cuts off the part of a sold piece that carries `partCents` of its loss, to the cent: the piece itself when that is
 * all, NO_PIECE when the shares are too few to be cut.
 */
function cutByLoss({ pieces }: Ledger, piece: Piece, partCents: number, lossCents: number, proceedsCents: number): Piece {
  if (partCents === lossCents) return piece;
  const units = take(pieces.units[piece]!, partCents, lossCents);
  if (units === 0 || units === pieces.units[piece]!) return NO_PIECE;
  const basisCents = pieces.basisCents[piece]!;
  const part = pieces.cutFront(piece, units);
  pieces.basisCents[part] = take(proceedsCents, partCents, lossCents) + partCents;
  pieces.basisCents[piece] = basisCents - pieces.basisCents[part]!;
  pieces.account[part] = pieces.account[piece]!;
  pieces.symbol[part] = pieces.symbol[piece]!;
  return part;
}
