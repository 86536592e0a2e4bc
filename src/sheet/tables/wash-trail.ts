/** WASHTRAIL: one row for every block of replacement shares that met a loss, for the accountant to follow. */
import type { Book, WashMatch } from "../../lots/book-types";
import { lotName } from "../../lots/trades";
import { dollarsFromCents, sharesFromUnits } from "../../report/figures";
import { refusedPools } from "../../report/refused-pools";
import { rulesOfWash } from "../../report/wash-rules";
import { washesInOrder } from "../../report/wash-year";
import { finalOn } from "../../report/wash-window";
import { serialFromDay } from "../../values/plain-date";
import type { Row, Table } from "./cell";
import { refusedRows } from "./refused-rows";

export const WASHTRAIL_HEADINGS = [
  "Sale row", "Symbol", "Sold", "Loss lot", "Shares", "Disallowed", "Replacement row", "Replacement account",
  "Replacement date", "Basis added", "Holding from", "Permanent", "Final on", "Rule",
] as const;

const TEXTS: ReadonlySet<string> = new Set(["Symbol", "Loss lot", "Replacement account", "Rule"]);

/** @param year tax year of the loss sales to list, or null for all */
export function washTrailTable(book: Book, year: number | null): Table {
  const table: Table = [[...WASHTRAIL_HEADINGS]];
  table.push(...refusedRows(book, refusedPools(book), WASHTRAIL_HEADINGS, TEXTS, "Rule"));
  for (const match of washesInOrder(book, year)) table.push(matchRow(book, match));
  return table;
}

function matchRow(book: Book, match: WashMatch): Row {
  const { trades } = book;
  const symbol = book.realized.symbol[match.piece]!;
  return [
    trades.row[match.lossSale]!,
    trades.symbols[symbol]!,
    serialFromDay(match.lossDay),
    lotName(trades, match.lossPurchase),
    sharesFromUnits(book, symbol, match.units),
    dollarsFromCents(match.disallowedCents),
    trades.row[match.replacement]!,
    trades.accounts[match.replacementAccount]!,
    serialFromDay(trades.day[match.replacement]!),
    dollarsFromCents(match.basisAddedCents),
    serialFromDay(match.holdingFrom),
    dollarsFromCents(match.permanentCents),
    serialFromDay(finalOn(match.lossDay)),
    rulesOfWash(book, match),
  ];
}
