/** FORM8949 (R-8949-1 to R-8949-6): the rows of the form, in dollars. */
import type { Book } from "../../lots/book-types";
import { dollarsFromCents } from "../../report/figures";
import type { Box8949, Form8949Row } from "../../report/form-8949-types";
import { notInTradesSentence } from "../../report/form-8949/not-in-trades";
import { form8949 } from "../../report/form-8949/rows";
import { rowsInWholeDollars } from "../../report/form-8949/whole-dollars";
import { refusedPools } from "../../report/refused-pools";
import { serialFromDay } from "../../values/plain-date";
import type { Broker1099 } from "../read-broker-1099";
import { notAvailable, valueError, type Cell, type ErrorCell, type Row, type Table } from "./cell";
import { refusedRows } from "./refused-rows";

export const FORM8949_HEADINGS = [
  "Box", "Description", "Acquired", "Sold", "Proceeds", "Cost", "Code", "Adjustment", "Gain", "Sale row", "Account", "Schedule D", "Note",
] as const;

const TEXTS: ReadonlySet<string> = new Set(["Box", "Description", "Acquired", "Code", "Account", "Schedule D", "Note"]);

export interface Form8949Request {
  readonly year: number;
  /** null: every box. */
  readonly box: Box8949 | null;
  /** R-RND-4. */
  readonly inWholeDollars: boolean;
  /** null: not given. */
  readonly broker: Broker1099 | null;
}

/** What keeps the form from being whole stands on top in every box: nobody can say in which one it belongs. */
export function form8949Table(book: Book, { year, box, inWholeDollars, broker }: Form8949Request): Table {
  const { rows, notInTrades } = form8949(book, year, broker?.sales ?? null);
  const wanted = (inWholeDollars ? rowsInWholeDollars(rows) : rows).filter((row) => box === null || row.box === box);
  return [
    [...FORM8949_HEADINGS],
    ...refusedRows(book, refusedPools(book), FORM8949_HEADINGS, TEXTS, "Note"),
    ...(broker?.faults ?? []).map(({ sentence, isNote }) => (isNote ? noteAlone(sentence) : withoutFigures(valueError(sentence)))),
    ...notInTrades.map((sale) => withoutFigures(notAvailable(notInTradesSentence(sale)))),
    ...wanted.map(formRow),
  ];
}

function withoutFigures(error: ErrorCell): Row {
  return FORM8949_HEADINGS.map((heading): Cell => (heading === "Note" ? error.sentence : TEXTS.has(heading) ? "" : error));
}

/** Blank figures: a total over the column stands. */
function noteAlone(sentence: string): Row {
  return FORM8949_HEADINGS.map((heading) => (heading === "Note" ? sentence : ""));
}

function formRow(row: Form8949Row): Row {
  return [
    row.box,
    row.description,
    typeof row.acquired === "number" ? serialFromDay(row.acquired) : row.acquired,
    serialFromDay(row.sold),
    dollarsFromCents(row.proceedsCents),
    dollarsFromCents(row.costCents),
    row.code,
    dollarsFromCents(row.adjustmentCents),
    dollarsFromCents(row.gainCents),
    row.saleRow,
    row.account,
    row.scheduleDLine,
    row.note,
  ];
}
