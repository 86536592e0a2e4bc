/** Why a sold piece is short-term or long-term. */
import {
  PIECE_CARRIED_LOSS, PIECE_FUND_LONG, PIECE_GIFT_LOSS, PIECE_GIFT_NEITHER, PIECE_INHERITED, PIECE_SHORT, PIECE_TERM_BY_SHORT_SALE,
  PIECE_TERM_DEPENDS_ON_TACKING, type Book,
} from "../../lots/book-types";
import type { PeriodStart } from "../../lots/period-start";
import { TradeKind } from "../../lots/trades";
import { firstLongTermDay, holdingTerm } from "../../rules/holding-term";
import { isoFromDay } from "../../values/plain-date";
import { withClosingRow } from "./restarted";

/** Sentences; the first tells where the period counts from when that is not the day after the purchase. */
export function termSentences(book: Book, piece: number): string[] {
  const { realized } = book;
  const flags = realized.flags[piece]!;
  if ((flags & PIECE_GIFT_NEITHER) !== 0) return [];
  if ((flags & PIECE_SHORT) !== 0) return [termOfShort(book, piece, flags)];
  const word = realized.longTerm[piece] === 1 ? "Long-term" : "Short-term";
  if ((flags & PIECE_INHERITED) !== 0) return ["Long-term: inherited (R-HP-4)."];
  if ((flags & PIECE_FUND_LONG) !== 0) {
    return ["Long-term: this much of the loss on fund shares held six months or less is covered by capital gain dividends received on them (R-HP-8)."];
  }
  if ((flags & PIECE_TERM_BY_SHORT_SALE) !== 0) {
    return [`${word}: the shares were held against a short sale that was still open, so their period had not begun again (R-SS-2).`];
  }
  if (realized.holdingFrom[piece] === realized.sold[piece] && realized.acquired[piece]! < realized.sold[piece]!) {
    return [`${word}: a short sale stood against the shares, so their period began no earlier than the day they were sold (R-SS-2).`];
  }
  const start = periodStartOf(book, piece);
  const firstLong = isoFromDay(firstLongTermDay(realized.holdingFrom[piece]!, start));
  const sold = isoFromDay(realized.sold[piece]!);
  const rule = start === "Purchase" ? "R-HP-1" : "R-HP-6";
  const said = [...whereItCounts(book, piece, start)];
  said.push(
    realized.longTerm[piece] === 1
      ? `Long-term: sold ${sold}, on or after ${firstLong} (${rule}).`
      : `Short-term: sold ${sold}, before ${firstLong}, the first long-term day (${rule}).`,
  );
  if ((flags & PIECE_TERM_DEPENDS_ON_TACKING) !== 0) {
    said.push("Another choice of the setting Wash holding period gives the other term (R-WS-6).");
  }
  return said;
}

/** R-SS-1, R-SS-2, R-OPT-3. */
function termOfShort({ realized, trades }: Book, piece: number, flags: number): string {
  const isLong = realized.longTerm[piece] === 1;
  if ((flags & PIECE_TERM_BY_SHORT_SALE) !== 0) {
    return isLong
      ? "Long-term: identical shares had been held over a year when the short was opened, which makes a loss on closing it long-term (R-SS-2)."
      : "Short-term: identical shares were held a year or less when the short was opened, or bought while it was open (R-SS-2).";
  }
  if (trades.options.has(realized.symbol[piece]!)) return "Short-term, however long the option stood open (R-OPT-3).";
  return isLong ? "Long-term, by the shares delivered (R-SS-1)." : "Short-term: the shares that close a short are bought as it closes (R-SS-1).";
}

function whereItCounts(book: Book, piece: number, start: PeriodStart): string[] {
  const { realized, trades } = book;
  const acquired = realized.acquired[piece]!;
  const from = realized.holdingFrom[piece]!;
  const flags = realized.flags[piece]!;
  if ((flags & PIECE_GIFT_LOSS) !== 0) return [`Sold at a loss, a gift counts from the day it was received, ${isoFromDay(from)} (R-GIFT-1).`];
  const counted = isoFromDay(from);
  if (start === "Rights exercise") return [`Its holding period begins on ${counted}, the day the rights were exercised, that day included (R-HP-6).`];
  if (start === "Short-sale restart") return [`Its holding period began anew on ${counted}, the day a short sale was closed${withClosingRow(book, realized.symbol[piece]!, from)}, that day included (R-SS-2).`];
  if (from === acquired) return [];
  if ((flags & PIECE_CARRIED_LOSS) !== 0) return [`Its holding period counted from ${counted}.`];
  const purchase = realized.purchase[piece]!;
  if (trades.kind[purchase] === TradeKind.GiftReceived) {
    const detail = trades.details.get(purchase);
    const rule = detail?.fromSpouse ? "R-GIFT-3" : "R-GIFT-1";
    if (detail?.acquired === from) return [`Its holding period counts from ${counted}, when the giver acquired it (${rule}).`];
  }
  if (trades.kind[purchase] === TradeKind.OpenLot) return [`Its holding period counts from ${counted}, as row ${trades.row[purchase]} brings it.`];
  return [`Its holding period counts from ${counted} after a wash sale (R-WS-6).`];
}

/**
 * How the period of a sold piece begins. The book keeps it for open lots only; for a sold piece it follows from the row
 * that made the lot, or from a period that counts from a later day than the shares were acquired (R-HP-6).
 */
function periodStartOf({ realized, trades }: Book, piece: number): PeriodStart {
  const purchase = realized.purchase[piece]!;
  const from = realized.holdingFrom[piece]!;
  const acquired = realized.acquired[piece]!;
  const sold = realized.sold[piece]!;
  const isLong = realized.longTerm[piece] === 1;
  const opening = trades.details.get(purchase)?.opening;
  const likely: PeriodStart =
    from > acquired && (realized.flags[piece]! & PIECE_GIFT_LOSS) === 0
      ? "Short-sale restart"
      : opening !== undefined && opening.holdingFrom === from
        ? opening.periodStart
        : trades.kind[purchase] === TradeKind.ExerciseRights && from === acquired
          ? "Rights exercise"
          : "Purchase";
  return (holdingTerm(from, sold, likely) === "Long") === isLong ? likely : "Purchase";
}
