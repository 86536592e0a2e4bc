/** What the client handed over, unedited (PBC): the cells as they were read, their row numbers, and plain totals. */
import { findBroker1099Columns } from "../broker-1099-columns";
import { readCell } from "../cells";
import { headingMeaning } from "../../import/column-words";
import { readNumberCell } from "../number-cells";
import { PROVIDED, SOURCE_OF } from "../placing/copy-sheet";
import type { ColumnFormat, ResultColumn } from "../placing/result-tables";
import { sheetNameFor } from "../placing/placement";
import type { DraftCell } from "../placing/sheet-draft";
import type { SourceCells } from "./copy-types";
import { columnReference, placeSheet, sumOfColumn, type Check, type PlacedSheet } from "./placed-sheet";

const ROW = "Row";
const AMOUNT_READ = "Amount as a number";
const SUMMED: ReadonlySet<string> = new Set(["Quantity", "Fees", "Amount"]);
const DATED: ReadonlySet<string> = new Set(["Date", "Acquired"]);

/** @param existing names of sheets already in the copy */
export function sourceSheet(source: SourceCells, extractedOn: string, existing: readonly string[]): PlacedSheet {
  const { cells, control } = source;
  const headings = headingsOf(cells);
  const columns = columnsOfSource(cells, headings);
  const amounts = amountsWrittenAsText(cells, columns);
  const body = cells.slice(headings === null ? 0 : 1);
  const firstRow = headings === null ? 1 : 2;
  const withAmounts = amounts === null ? columns : [...columns, { heading: AMOUNT_READ, format: "money" as const }];
  const counted = `${body.length} ${body.length === 1 ? "row" : "rows"}${headings === null ? "" : " below the headings"}`;
  const digestText = control?.digest ?? null;
  const digest = digestText === null ? "" : ` Digest of the file (SHA-256): ${digestText}.`;
  return placeSheet({
    draft: {
      sheetName: sheetNameFor(`Source ${source.name}`, existing),
      title: `${SOURCE_OF}${source.name}`,
      madeBy: `${PROVIDED}${source.place} on ${extractedOn}; ${counted}.${digest}`,
      notes: [
        `Unedited: every cell as it was read. ${ROW} is the row of the range or the line of the file, which the other sheets refer to.`,
        "A control total adds up the cells as they stand, purchases and sales alike: it shows that none was lost or changed on the way here, and nothing else.",
      ],
      blocks: [
        {
          title: null,
          columns: withAmounts,
          content: {
            kind: "rows",
            rows: body.map((row, at) => [
              at + firstRow,
              ...columns.slice(1).map((_, column) => plainCell(row[column])),
              ...(amounts === null ? [] : [amounts[at + firstRow - 1] ?? null]),
            ]),
          },
          totals: body.length === 0 ? [] : withAmounts.slice(1).filter((column) => isSummed(column, body, withAmounts)).map(({ heading }) => heading),
          totalsCalled: "Control total",
          name: null,
          whenEmpty: "The source is empty.",
        },
      ],
      charts: [],
      landscape: true,
    },
    shows: `What the client provided, unedited (PBC): ${source.place}`,
    rows: body.length,
    checks: (placed) => checksOf(source, body.length, amounts !== null, placed),
  });
}

/** The first row, where it holds nothing but texts; headings of the same name get a number, so that each names one column. */
function headingsOf(cells: SourceCells["cells"]): readonly string[] | null {
  const first = (cells[0] ?? []).map(readCell);
  const filled = first.filter(({ kind }) => kind !== "blank");
  if (filled.length < 2 || filled.some(({ kind }) => kind !== "text")) return null;
  return first.map((cell) => (cell.kind === "text" ? cell.value : ""));
}

function columnsOfSource(cells: SourceCells["cells"], headings: readonly string[] | null): readonly ResultColumn[] {
  const body = cells.slice(headings === null ? 0 : 1);
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const used = new Set([ROW]);
  // A broker's form has lines above its headings.
  const form = findBroker1099Columns(cells);
  const formDays = form.ok ? [form.value.at.Acquired, form.value.at.Sold] : [];
  const named = Array.from({ length: width }, (_, column): ResultColumn => {
    const wanted = headings?.[column] || `Column ${column + 1}`;
    let heading = wanted;
    for (let number = 2; used.has(heading); number++) heading = `${wanted} (${number})`;
    used.add(heading);
    return { heading, format: formatOf(wanted, body.map((row) => row[column]), formDays.includes(column)) };
  });
  return [{ heading: ROW, format: "whole" }, ...named];
}

/** A column without any number is read from the left. */
function formatOf(heading: string, below: readonly unknown[], isDayOfForm: boolean): ColumnFormat {
  if (!below.some((cell) => typeof plainCell(cell) === "number")) return "text";
  const field = headingMeaning(heading)?.field ?? "";
  if (isDayOfForm || DATED.has(field)) return "date";
  return field === "Amount" || field === "Fees" ? "money" : "quantity";
}

/** Only sums that say something, and only where the cells are numbers. */
function isSummed({ heading }: ResultColumn, body: SourceCells["cells"], columns: readonly ResultColumn[]): boolean {
  if (heading === AMOUNT_READ) return true;
  if (!SUMMED.has(headingMeaning(heading)?.field ?? "")) return false;
  const column = columns.findIndex((one) => one.heading === heading) - 1;
  return body.some((row) => typeof plainCell(row[column]) === "number");
}

/** Amounts of a file are text; their sum needs numbers beside them. By position of the row; null: nothing to read. */
function amountsWrittenAsText(cells: SourceCells["cells"], columns: readonly ResultColumn[]): readonly (number | null)[] | null {
  const at = columns.findIndex(({ heading }) => headingMeaning(heading)?.field === "Amount");
  if (at < 1) return null;
  const texts = cells.slice(1).map((row) => row[at - 1]).filter((cell) => typeof cell === "string" && cell.trim() !== "");
  if (texts.length === 0) return null;
  return cells.map((row) => {
    const read = readNumberCell(row[at - 1]);
    return typeof read === "number" ? read : null;
  });
}

/** As it was read: numbers and texts are not touched, an error stands as its text. */
export function plainCell(cell: unknown): DraftCell {
  if (typeof cell === "string" || typeof cell === "boolean") return cell === "" ? null : cell;
  if (typeof cell === "number" && Number.isFinite(cell)) return cell;
  const read = readCell(cell);
  if (read.kind === "blank") return null;
  return read.kind === "error" ? read.code : read.value;
}

function checksOf({ control }: SourceCells, rows: number, hasAmounts: boolean, placed: Pick<PlacedSheet, "sheet" | "tables">): Check[] {
  const counted = columnReference(placed, ROW, 0);
  const checks: Check[] = [{ mark: "S", says: "rows", unit: "rows", stated: rows, readded: counted === null ? "0" : `COUNT(${counted})`, expected: rows }];
  const amountCents = control?.amountCents ?? null;
  if (amountCents !== null && hasAmounts) {
    checks.push({ mark: "S", says: "amounts", unit: "cents", stated: amountCents, readded: sumOfColumn(placed, AMOUNT_READ), expected: amountCents });
  }
  return checks;
}
