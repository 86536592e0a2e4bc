/** WASHSALE: what the wash-sale rule does to each trade, one value a row (R-WS-1 to R-WS-15, R-SS-3). */
import { PIECE_SHORT, type Book, type WashMatch } from "../../lots/book-types";
import { dollarsFromCents, rowsText, sharesFromUnits } from "../../report/figures";
import { caveatOfLost, reasonLost } from "../../report/lost-for-good";
import { piecesOfSales } from "../../report/pieces-of-sale";
import { remarksOfRows } from "../../report/remarks";
import { saleResults, type SaleResults } from "../../report/sale-results";
import { washLinks } from "../../report/wash-links";
import { finalOn, isProvisional } from "../../report/wash-window";
import { serialFromDay } from "../../values/plain-date";
import type { TradesReading } from "../reading-types";
import { resultByRow } from "./by-row";
import type { Cell, Table } from "./cell";
import { pieceNotes } from "./piece-note";
import { moneyText } from "../../values/money-text";

export const WASHSALE_PARTS = ["Disallowed", "Shares", "Replacement", "Status", "Final on", "Note"] as const;
export type WashSalePart = (typeof WASHSALE_PARTS)[number];

export type WashStatus = "None" | "Washed" | "Partly washed" | "Provisional";

export function washSaleTable(reading: TradesReading, book: Book, part: WashSalePart): Table {
  return resultByRow(reading, book, { heading: part, cellOf: partOf(book, part), isNote: part === "Note" });
}

function partOf(book: Book, part: WashSalePart): (trade: number) => Cell {
  const { trades } = book;
  const results = saleResults(book);
  switch (part) {
    case "Disallowed":
      return (trade) => dollarsFromCents(washedCents(results, trade));
    case "Shares":
      return (trade) => sharesFromUnits(book, trades.symbol[trade]!, results.washedUnits[trade]!);
    case "Replacement":
      return replacementOf(book, results);
    case "Status":
      return (trade) => washStatus(book, results, trade);
    case "Final on":
      return (trade) => (results.testedLossCents[trade]! > 0 ? serialFromDay(finalOn(results.sold[trade]!)) : "");
    case "Note":
      return noteOf(book, results);
  }
}

/** What the fund rule took is no wash sale (R-HP-8). */
function washedCents(results: SaleResults, trade: number): number {
  return results.disallowedCents[trade]! - results.byFundRuleCents[trade]!;
}

/**
 * A loss that is washed whole can lose no more, so it is Washed even while its window is open.
 * Provisional is judged by the last day of the trades, since no function knows today's date.
 */
function washStatus(book: Book, results: SaleResults, trade: number): WashStatus {
  const tested = results.testedLossCents[trade]!;
  if (tested === 0) return "None";
  const disallowed = washedCents(results, trade);
  if (disallowed === tested) return "Washed";
  if (isProvisional(book, results.sold[trade]!)) return "Provisional";
  return disallowed > 0 ? "Partly washed" : "None";
}

/** `row 7; row 9`: the purchases that replaced the shares. */
function replacementOf(book: Book, results: SaleResults): (trade: number) => Cell {
  const pieces = piecesOfSales(book);
  const links = washLinks(book);
  return (trade) => {
    if (results.washedUnits[trade] === 0) return "";
    const matches = pieces.of(trade).flatMap((piece) => links.ofPiece(piece));
    const rows = new Set(matches.map((match) => book.trades.row[match.replacement]!));
    return [...rows].map((row) => `row ${row}`).join("; ");
  };
}

function noteOf(book: Book, results: SaleResults): (trade: number) => Cell {
  const pieces = piecesOfSales(book);
  const links = washLinks(book);
  const remarks = remarksOfRows(book);
  return (trade) => {
    const said = new Set(results.lossCents[trade]! > 0 ? pieces.of(trade).flatMap((piece) => pieceNotes(book, links, piece)) : []);
    // A merger can sell at a loss and, with the shares it pays in, replace another loss.
    said.add(replacementNote(book, links.ofReplacement(trade)));
    for (const remark of remarks.ofWashRule(trade)) said.add(remark);
    said.delete("");
    return [...said].join(" ");
  };
}

/** Beside the purchase, or the new short: whose loss it carries. */
function replacementNote(book: Book, matches: readonly WashMatch[]): string {
  if (matches.length === 0) return "";
  const rows = [...new Set(matches.map((match) => book.trades.row[match.lossSale]!))];
  const added = matches.reduce((sum, match) => sum + match.basisAddedCents, 0);
  const lost = matches.reduce((sum, match) => sum + match.permanentCents, 0);
  const caveats = new Set(
    matches.filter((match) => match.permanentCents > 0).map((match) => caveatOfLost(reasonLost(book, match.replacementAccount))),
  );
  const isShort = matches.some((match) => (book.realized.flags[match.piece]! & PIECE_SHORT) !== 0);
  const effects = [
    ...(added > 0 ? [`${moneyText(added)} added to ${isShort ? "the cost of closing it" : "basis"}`] : []),
    ...(lost > 0 ? [`${moneyText(lost)} lost for good${[...caveats].join("")}`] : []),
  ];
  return `${isShort ? "Replaces the short closed" : "Replaces shares sold"} on ${rowsText(rows)}: ${effects.join(", ")}.`;
}
