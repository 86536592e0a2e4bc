/** TRADEGAIN: what each trade realized, one value a row. Rows that realize nothing show 0, or "" for text. */
import { PIECE_RETIREMENT, type Book } from "../../lots/book-types";
import { dollarsFromCents } from "../../report/figures";
import { piecesOfSales } from "../../report/pieces-of-sale";
import { remarksOfRows } from "../../report/remarks";
import { saleResults, TERM_LONG, TERM_SHORT, type SaleResults } from "../../report/sale-results";
import { washLinks } from "../../report/wash-links";
import { accountChoice } from "../../rules/accounts";
import type { TradesReading } from "../reading-types";
import { resultByRow } from "./by-row";
import type { Cell, Table } from "./cell";
import { pieceNotes } from "./piece-note";

export const TRADEGAIN_PARTS = [
  "Gain", "Allowed gain", "Proceeds", "Basis", "Short", "Long", "Term", "Note",
] as const;
export type TradeGainPart = (typeof TRADEGAIN_PARTS)[number];

export function tradeGainTable(reading: TradesReading, book: Book, part: TradeGainPart): Table {
  const cellOf = part === "Note" ? noteOf(book) : partOf(saleResults(book), part);
  return resultByRow(reading, book, { heading: part, cellOf, isNote: part === "Note" });
}

/** `Short` and `Long` are parts of `Gain`: their sum is the gain before anything is disallowed. */
function partOf(results: SaleResults, part: Exclude<TradeGainPart, "Note">): (trade: number) => Cell {
  const { proceedsCents, basisCents, shortCents, longCents, disallowedCents } = results;
  const gain = (trade: number): number => shortCents[trade]! + longCents[trade]!;
  switch (part) {
    case "Gain":
      return (trade) => dollarsFromCents(gain(trade));
    case "Allowed gain":
      return (trade) => dollarsFromCents(gain(trade) + disallowedCents[trade]!);
    case "Proceeds":
      return (trade) => dollarsFromCents(proceedsCents[trade]!);
    case "Basis":
      return (trade) => dollarsFromCents(basisCents[trade]!);
    case "Short":
      return (trade) => dollarsFromCents(shortCents[trade]!);
    case "Long":
      return (trade) => dollarsFromCents(longCents[trade]!);
    case "Term":
      return (trade) => termWord(results.terms[trade]!);
  }
}

function termWord(terms: number): string {
  if (terms === (TERM_SHORT | TERM_LONG)) return "Mixed";
  return terms === TERM_LONG ? "Long" : terms === TERM_SHORT ? "Short" : "";
}

function noteOf(book: Book): (trade: number) => Cell {
  const links = washLinks(book);
  const pieces = piecesOfSales(book);
  const remarks = remarksOfRows(book);
  return (trade) => {
    const said = new Set<string>();
    for (const piece of pieces.of(trade)) {
      const isSheltered = (book.realized.flags[piece]! & PIECE_RETIREMENT) !== 0;
      for (const note of isSheltered ? [notTaxable(book, piece)] : pieceNotes(book, links, piece)) said.add(note);
    }
    for (const remark of remarks.of(trade)) said.add(remark);
    said.delete("");
    return [...said].join(" ");
  };
}

/** R-WS-9: sales there move lots and are not the taxpayer's taxable sales. */
function notTaxable(book: Book, piece: number): string {
  const { owner } = accountChoice(book.choices, book.trades.accounts[book.realized.account[piece]!]!);
  return owner === "Corporation"
    ? "Sold by a corporation: not the taxpayer's gain or loss."
    : "Sold in a retirement account: no taxable gain or loss.";
}
