/** Explains rows that move, multiply, rename or give away shares without selling them. */
import { EVERY_ACCOUNT, lotName } from "../../lots/trades";
import { isoFromDay } from "../../values/plain-date";
import { plainNumber, sharesText } from "../figures";
import type { ExplainedRow } from "./explained-row";
import { lotsTaken } from "./lots-around";
import { accountText, lotWithBasis, sharesMoved } from "./naming";
import { explainPieces } from "./pieces";
import { moneyText } from "../../values/money-text";

export function explainSplit(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const detail = trades.details.get(trade);
  const symbol = trades.symbols[trades.symbol[trade]!]!;
  const size =
    detail?.sharesAdded !== undefined
      ? `changes the shares of ${symbol} by ${plainNumber(detail.sharesAdded)}`
      : `turns every ${detail?.ratio?.oldShares ?? 1} ${symbol} into ${detail?.ratio?.newShares ?? 1}`;
  const sentences = [
    `Row ${trades.row[trade]} is a ${detail?.stockDividend ? "stock dividend" : "split"} on ${isoFromDay(trades.day[trade]!)} that ${size}, in ${accountText(explained)}.`,
    `Each lot keeps its total basis (${detail?.stockDividend ? "R-CA-2" : "R-CA-1"}) and its dates (R-HP-5). Losses still waiting for replacement shares are counted in new shares (R-WS-11).`,
  ];
  if (detail?.cashInLieuCents !== undefined) {
    sentences.push(`Cash of ${moneyText(detail.cashInLieuCents)} for a fraction of a share counts as a sale of that fraction (R-CA-2).`);
  }
  return [...sentences, ...explainPieces(explained), ...heldAtDayEnd(explained, trades.account[trade]!)];
}

export function explainTransfer(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const to = trades.details.get(trade)?.toAccount ?? trades.account[trade]!;
  return [
    `Row ${trades.row[trade]} moves ${sharesMoved(explained)} from ${accountText(explained)} to ${trades.accounts[to]} on ${isoFromDay(trades.day[trade]!)}.`,
    `${whichLots(explained)}${lotsThatLeft(explained)} Basis, dates and wash-sale marks travel with the shares; a transfer is no purchase and no sale (R-LOT-3).`,
    ...heldAtDayEnd(explained, trades.account[trade]!),
    ...heldAtDayEnd(explained, to),
  ];
}

export function explainGiftGiven(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  return [
    `Row ${trades.row[trade]} gives away ${sharesMoved(explained)} from ${accountText(explained)} on ${isoFromDay(trades.day[trade]!)}.`,
    `${whichLots(explained)}${lotsThatLeft(explained)} Nothing is realized; the basis leaves with the shares (R-GIFT-2).`,
    ...heldAtDayEnd(explained, trades.account[trade]!),
  ];
}

export function explainSymbolChange(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const renamed = trades.details.get(trade)?.newSymbol;
  const newName = renamed === undefined ? "" : trades.symbols[renamed];
  return [
    `Row ${trades.row[trade]} renames ${trades.symbols[trades.symbol[trade]!]} to ${newName} on ${isoFromDay(trades.day[trade]!)}, in ${accountText(explained)}.`,
    "Lots keep their basis and dates, and open wash-sale windows follow the new symbol (R-CA-10).",
    ...heldAtDayEnd(explained, trades.account[trade]!, renamed),
  ];
}

function whichLots({ book, trade }: ExplainedRow): string {
  return book.trades.details.get(trade)?.lots === undefined
    ? "The earliest lots leave first (R-ID-1)."
    : "The lots named on the row leave, in the order written (R-ID-2).";
}

/** ` Here: 40 XYZ of lot "row 2"; 10 XYZ of lot "row 5".` */
function lotsThatLeft(explained: ExplainedRow): string {
  const { book, trade } = explained;
  const { trades } = book;
  const symbol = trades.symbol[trade]!;
  const taken = lotsTaken(explained.bookBefore(), explained.bookAfter(), symbol, trades.account[trade]!);
  if (taken.length === 0) return "";
  return ` Here: ${taken.map((one) => `${sharesText(book, symbol, one.units)} of lot "${lotName(trades, one.from)}"`).join("; ")}.`;
}

/** The lots of the symbol that an account (or every account) holds when the day is over. */
function heldAtDayEnd({ book, trade, bookAtDayEnd }: ExplainedRow, account: number, symbolNow?: number): string[] {
  const { trades } = book;
  const symbol = symbolNow ?? trades.symbol[trade]!;
  const after = bookAtDayEnd();
  const lots = after.openLots.filter(
    (lot) => lot.symbol === symbol && (account === EVERY_ACCOUNT || lot.account === account),
  );
  const day = isoFromDay(trades.day[trade]!);
  const place = account === EVERY_ACCOUNT ? "all accounts together hold" : `${trades.accounts[account]} holds`;
  if (lots.length === 0) return [`At the end of ${day} ${place} no ${trades.symbols[symbol]}.`];
  const listed = lots.map((lot) => lotWithBasis(after, lot));
  return [`At the end of ${day} ${place} ${listed.join("; ")}.`];
}
