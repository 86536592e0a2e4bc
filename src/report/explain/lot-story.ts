/** What the shares of a lot took up and what became of them; the basis of all parts adds up to what went in. */
import {
  PIECE_BOOT, PIECE_CARRIED_LOSS, PIECE_CASH_IN_LIEU, PIECE_RETIREMENT,
  PIECE_RETURN_OF_CAPITAL, PIECE_SHORT, type Book, type OpenLot, type WashMatch,
} from "../../lots/book-types";
import { TradeKind } from "../../lots/trades";
import { longTermDayOf } from "../../rules/term-of-lot";
import { isoFromDay } from "../../values/plain-date";
import { gainText, sharesText } from "../figures";
import { optionForShares } from "../replacement";
import { newAndOldShares } from "../split-between";
import { effectOf } from "./effect-of-wash";
import type { ExplainedRow } from "./explained-row";
import { withClosingRow } from "./restarted";
import { movedTerms, otherRowsSentence, rowsOfLot } from "./rows-of-lot";
import { moneyText } from "../../values/money-text";

/** One sentence for every loss that shares of this purchase, or this short, took up. */
export function lossesTakenUp({ book, links }: ExplainedRow, purchase: number): string[] {
  return links.ofReplacement(purchase).map((match) => {
    const { trades, realized } = book;
    const shares = sharesText(book, realized.symbol[match.piece]!, match.units);
    const row = `row ${trades.row[match.lossSale]} (${isoFromDay(match.lossDay)})`;
    const when = apart(match, trades.day[purchase]!, trades.kind[purchase] === TradeKind.SellShort);
    if ((realized.flags[match.piece]! & PIECE_SHORT) !== 0) {
      return `Wash sale: this short takes the place of ${shares} closed at a loss on ${row}, ${when} (R-SS-3). ${effectOf(book, match)}`;
    }
    const option = optionForShares(book, match);
    const what = option === undefined ? "shares of this row replace" : `the ${option.type} of this row, each contract covering ${option.multiplier} shares, replaces`;
    const rule = option === undefined ? "R-WS-1, R-WS-3" : "R-WS-13, R-WS-3";
    const between = newAndOldShares(book, match);
    const opening = `Wash sale: ${what} ${shares} sold at a loss on ${row}, ${when} (${rule}).${between === null ? "" : ` A split lies between: ${between} (R-WS-11).`}`;
    return `${opening} ${effectOf(book, match)}`;
  });
}

function apart(match: WashMatch, bought: number, isShort: boolean): string {
  const days = Math.abs(match.lossDay - bought);
  if (days === 0) return "the same day";
  const what = isShort ? "short" : "purchase";
  return `${days} ${days === 1 ? "day" : "days"} ${bought > match.lossDay ? "before" : "after"} this ${what}`;
}

/**
 * Sold, given away or still held.
 * @param purchase  position of the row that made the lot
 * @param costCents what went in: its cost, or the basis it began with
 */
export function lotStory(explained: ExplainedRow, purchase: number, costCents: number, costWord = "cost"): string[] {
  const { book, links } = explained;
  const { trades, realized } = book;
  const sentences: string[] = [];
  let out = 0;
  let flagsMet = 0;
  for (let piece = 0; piece < realized.count; piece++) {
    const flags = realized.flags[piece]!;
    if (realized.purchase[piece] !== purchase || (flags & (PIECE_SHORT | PIECE_CARRIED_LOSS)) !== 0) continue;
    const basis = realized.basisCents[piece]!;
    out += basis;
    flagsMet |= flags;
    const result = (flags & PIECE_RETIREMENT) !== 0
      ? "in a retirement account, no taxable result"
      : gainText(realized.proceedsCents[piece]! - basis);
    sentences.push(`${whatTook(book, piece)} ${sharesText(book, realized.symbol[piece]!, realized.units[piece]!)} of it: basis ${moneyText(basis)}, ${result}.`);
  }
  for (const lot of book.openLots) {
    if (lot.purchase !== purchase) continue;
    out += lot.basisCents;
    const forLoss = lot.lossBasis === null ? "" : ` (for a loss ${moneyText(lot.lossBasis.cents)})`;
    sentences.push(
      `Still held in ${trades.accounts[lot.account]}: ${sharesText(book, lot.symbol, lot.units)}, basis ${moneyText(lot.basisCents)}${forLoss}, ${termToCome(book, lot)}.`,
    );
  }
  const added = links.ofReplacement(purchase).reduce((sum, match) => sum + match.basisAddedCents, 0);
  const rows = rowsOfLot(explained, purchase);
  const rest = movedTerms(explained, rows, costCents + added - out, flagsMet);
  sentences.push(...otherRowsSentence(explained, rows));
  sentences.push(`Check: ${costWord} ${moneyText(costCents)} + wash sales ${moneyText(added)} = ${moneyText(out)} in the lines above${rest}.`);
  return sentences;
}

/** `long-term from 2025-08-12` */
function termToCome(book: Book, lot: OpenLot): string {
  const longTermOn = longTermDayOf(lot);
  if (longTermOn === null) return "short-term until the short sale or put that stands open against it is closed, when its period begins anew (R-SS-2)";
  return `long-term from ${isoFromDay(longTermOn)}${begunAnew(book, lot)}`;
}

/** `, since its period began anew on 2024-08-12 with row 9, which closed a short sale (R-SS-2)` */
function begunAnew(book: Book, lot: OpenLot): string {
  if (lot.periodStart !== "Short-sale restart") return "";
  const row = withClosingRow(book, lot.symbol, lot.holdingFrom);
  const how = row === "" ? "when a short sale was closed" : `${row.trimStart()}, which closed a short sale`;
  return `, since its period began anew on ${isoFromDay(lot.holdingFrom)} ${how} (R-SS-2)`;
}

function whatTook({ trades, realized }: Book, piece: number): string {
  const flags = realized.flags[piece]!;
  const row = `Row ${trades.row[realized.sale[piece]!]}`;
  if ((flags & PIECE_CASH_IN_LIEU) !== 0) return `${row} sold for cash`;
  if ((flags & PIECE_BOOT) !== 0) return `${row} paid cash in a merger for`;
  if ((flags & PIECE_RETURN_OF_CAPITAL) !== 0) return `${row} returned more than its basis on`;
  switch (trades.kind[realized.sale[piece]!]) {
    case TradeKind.Merger:
      return `${row} exchanged in a taxable merger`;
    case TradeKind.Worthless:
      return `${row} counted as sold for nothing`;
    case TradeKind.Expire:
      return `${row} let expire`;
    default:
      return `${row} sold`;
  }
}
