/** REALIZED: one row for every sold piece of a lot, in order of sale. */
import { PIECE_RETIREMENT, type Book } from "../../lots/book-types";
import { lotName } from "../../lots/trades";
import { dollarsFromCents, sharesFromUnits } from "../../report/figures";
import { formCodes } from "../../report/form-codes";
import { refusedPools } from "../../report/refused-pools";
import { remarksOfRows } from "../../report/remarks";
import { taxYearOf } from "../../report/tax-year";
import { washLinks } from "../../report/wash-links";
import { serialFromDay } from "../../values/plain-date";
import type { Row, Table } from "./cell";
import { pieceNote } from "./piece-note";
import { refusedRows } from "./refused-rows";
import { inOrderOfSale } from "./order-of-sale";

export const REALIZED_HEADINGS = [
  "Sale row", "Symbol", "Account", "Lot", "Quantity", "Acquired", "Holding from", "Sold",
  "Proceeds", "Basis", "Gain", "Term", "Disallowed", "Allowed gain", "Code", "Note",
] as const;

const TEXTS: ReadonlySet<string> = new Set(["Symbol", "Account", "Lot", "Term", "Code", "Note"]);

/**
 * @param year tax year of the sales to list (R-LOT-2, R-SS-4), or null for all. A refused pool is listed in every
 *             year: nobody can say which year its missing numbers belong to.
 */
export function realizedTable(book: Book, year: number | null): Table {
  const table: Table = [[...REALIZED_HEADINGS]];
  table.push(...refusedRows(book, refusedPools(book), REALIZED_HEADINGS, TEXTS, "Note"));
  const links = washLinks(book);
  const remarks = remarksOfRows(book);
  const { flags, sale } = book.realized;
  for (const piece of inOrderOfSale(book)) {
    if ((flags[piece]! & PIECE_RETIREMENT) !== 0 || (year !== null && taxYearOf(book, piece) !== year)) continue;
    table.push(pieceRow(book, piece, [pieceNote(book, links, piece), ...remarks.of(sale[piece]!)]));
  }
  return table;
}

function pieceRow(book: Book, piece: number, notes: readonly string[]): Row {
  const { realized, trades } = book;
  const symbol = realized.symbol[piece]!;
  const proceeds = realized.proceedsCents[piece]!;
  const basis = realized.basisCents[piece]!;
  const disallowed = realized.disallowedCents[piece]!;
  return [
    trades.row[realized.sale[piece]!]!,
    trades.symbols[symbol]!,
    trades.accounts[realized.account[piece]!]!,
    lotName(trades, realized.purchase[piece]!),
    sharesFromUnits(book, symbol, realized.units[piece]!),
    serialFromDay(realized.acquired[piece]!),
    serialFromDay(realized.holdingFrom[piece]!),
    serialFromDay(realized.sold[piece]!),
    dollarsFromCents(proceeds),
    dollarsFromCents(basis),
    dollarsFromCents(proceeds - basis),
    realized.longTerm[piece] === 1 ? "Long" : "Short",
    dollarsFromCents(disallowed),
    dollarsFromCents(proceeds - basis + disallowed),
    formCodes(book, piece),
    notes.filter((note) => note !== "").join(" "),
  ];
}
