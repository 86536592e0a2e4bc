/** The record of pieces whose basis or term is not simply that of a purchase: gifts, inheritance, shorts against them, funds. */
import {
  PIECE_FUND_LONG, PIECE_GIFT_LOSS, PIECE_GIFT_NEITHER, PIECE_INHERITED, PIECE_RETIREMENT, PIECE_TERM_BY_SHORT_SALE,
  PIECE_TERM_DEPENDS_ON_TACKING, PIECE_UNKNOWN_BASIS,
} from "../book-types";
import type { LossPiece } from "../law";
import type { Ledger } from "../ledger";
import type { Piece } from "../pieces";
import { take } from "../../values/take";
import type { Recorded } from "./record";
import { termDepends } from "./term-depends";

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
    pieces.beginWithSale(piece, day);
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
 * received on them, and the rest is long-term up to their capital gain dividends. IRC 852(b)(4). Both are
 * reckoned share by share, so each part of the piece bears its share of what is disallowed.
 */
function recordFundLoss(ledger: Ledger, sold: Recorded, piece: Piece, longTerm: boolean, losses: LossPiece[]): void {
  const { pieces } = ledger;
  const { proceedsCents } = sold;
  const { capitalGainCents, exemptInterestCents } = pieces.rider(piece)!;
  const lossCents = pieces.basisCents[piece]! - proceedsCents;
  const exemptCents = Math.min(lossCents, exemptInterestCents);
  const restCents = lossCents - exemptCents;
  const longCents = longTerm ? 0 : Math.min(restCents, capitalGainCents);
  if (longCents === 0 || longCents === restCents) {
    recordPart(ledger, sold, { piece, proceedsCents, exemptCents, isLongByRule: longCents > 0 }, longTerm, losses);
    return;
  }
  const units = take(pieces.units[piece]!, longCents, restCents);
  // Too few shares to be cut: the term of most of the loss.
  if (units === 0 || units === pieces.units[piece]!) {
    recordPart(ledger, sold, { piece, proceedsCents, exemptCents, isLongByRule: units > 0 }, longTerm, losses);
    return;
  }
  const basisCents = pieces.basisCents[piece]!;
  const part = pieces.cutFront(piece, units);
  const partProceedsCents = take(proceedsCents, longCents, restCents);
  const partExemptCents = take(exemptCents, longCents, restCents);
  pieces.basisCents[part] = partProceedsCents + partExemptCents + longCents;
  pieces.basisCents[piece] = basisCents - pieces.basisCents[part]!;
  recordPart(ledger, sold, { piece: part, proceedsCents: partProceedsCents, exemptCents: partExemptCents, isLongByRule: true }, longTerm, losses);
  const rest = { piece, proceedsCents: proceedsCents - partProceedsCents, exemptCents: exemptCents - partExemptCents, isLongByRule: false };
  recordPart(ledger, sold, rest, longTerm, losses);
}

interface FundPart {
  readonly piece: Piece;
  readonly proceedsCents: number;
  readonly exemptCents: number;
  readonly isLongByRule: boolean;
}

function recordPart(ledger: Ledger, sold: Recorded, part: FundPart, longTerm: boolean, losses: LossPiece[]): void {
  const { pieces, realized } = ledger;
  const { piece, proceedsCents, exemptCents, isLongByRule } = part;
  const { sale, symbol, day } = sold;
  const order = sold.order ?? sale;
  const flags = (sold.flags ?? 0) | (isLongByRule ? PIECE_FUND_LONG : 0);
  const at = realized.add(pieces, piece, sale, day, proceedsCents, longTerm || isLongByRule, flags);
  ledger.recordedAs(piece, at, order);
  if (exemptCents > 0) ledger.disallowFundLoss(at, exemptCents);
  const lossCents = pieces.basisCents[piece]! - proceedsCents - exemptCents;
  if (lossCents > 0) losses.push({ realized: at, sale, order, piece, symbol, account: pieces.account[piece]!, lossCents });
}
