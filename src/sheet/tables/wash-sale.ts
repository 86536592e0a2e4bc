/** WASHSALE: what the wash-sale rule does to each trade, one value a row (R-WS-1 to R-WS-14). */
import type { Book, WashMatch } from "../../lots/book-types";
import { dollarsFromCents, moneyText, rowsText, sharesFromUnits } from "../../report/figures";
import { caveatOfLost, reasonLost } from "../../report/lost-for-good";
import { piecesOfSales } from "../../report/pieces-of-sale";
import { saleResults, type SaleResults } from "../../report/sale-results";
import { washLinks } from "../../report/wash-links";
import { finalOn, isProvisional, washRuleApplies } from "../../report/wash-window";
import { serialFromDay } from "../../values/plain-date";
import type { TradesReading } from "../reading-types";
import { resultByRow } from "./by-row";
import type { Cell, Table } from "./cell";
import { pieceNote } from "./piece-note";

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
      return (trade) => dollarsFromCents(results.disallowedCents[trade]!);
    case "Shares":
      return (trade) => sharesFromUnits(book, trades.symbol[trade]!, results.washedUnits[trade]!);
    case "Replacement":
      return replacementOf(book, results);
    case "Status":
      return (trade) => washStatus(book, results, trade);
    case "Final on":
      return (trade) => (isTestedLoss(book, results, trade) ? serialFromDay(finalOn(trades.day[trade]!)) : "");
    case "Note":
      return noteOf(book, results);
  }
}

/** A taxable sale at a loss that the rule can reach. */
function isTestedLoss(book: Book, results: SaleResults, trade: number): boolean {
  return results.lossCents[trade]! > 0 && washRuleApplies(book, book.trades.symbol[trade]!);
}

/**
 * A loss that is washed whole can lose no more, so it is Washed even while its window is open.
 * Provisional is judged by the last day of the trades, since no function knows today's date.
 */
function washStatus(book: Book, results: SaleResults, trade: number): WashStatus {
  if (!isTestedLoss(book, results, trade)) return "None";
  const disallowed = results.disallowedCents[trade]!;
  if (disallowed === results.lossCents[trade]!) return "Washed";
  if (isProvisional(book, book.trades.day[trade]!)) return "Provisional";
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
  return (trade) => {
    if (results.lossCents[trade]! > 0) {
      const said = new Set(pieces.of(trade).map((piece) => pieceNote(book, links, piece)));
      said.delete("");
      return [...said].join(" ");
    }
    return replacementNote(book, links.ofReplacement(trade));
  };
}

/** Beside the purchase: whose loss its shares carry. */
function replacementNote(book: Book, matches: readonly WashMatch[]): string {
  if (matches.length === 0) return "";
  const rows = [...new Set(matches.map((match) => book.trades.row[match.lossSale]!))];
  const added = matches.reduce((sum, match) => sum + match.basisAddedCents, 0);
  const lost = matches.reduce((sum, match) => sum + match.permanentCents, 0);
  const caveats = new Set(
    matches.filter((match) => match.permanentCents > 0).map((match) => caveatOfLost(reasonLost(book, match.replacementAccount))),
  );
  const effects = [
    ...(added > 0 ? [`${moneyText(added)} added to basis`] : []),
    ...(lost > 0 ? [`${moneyText(lost)} lost for good${[...caveats].join("")}`] : []),
  ];
  return `Replaces shares sold on ${rowsText(rows)}: ${effects.join(", ")}.`;
}
