/** The lines of a file as they stand in it, on a sheet of their own, footed in plain formulas. Pure. */
import { Exact } from "../../import/figures";
import type { FileRead } from "../../import/import-types";
import { columnLetters } from "./addresses";
import { isSheetOfCopy } from "./copy-sheet";
import type { Area, LaidOutSheet } from "./draft-layout";
import { NUMBER_FORMATS } from "./result-tables";
import { asText } from "./text-cells";

/** What the sheet of a file is called before taken names are counted up. */
export function sourceSheetName(fileName: string): string {
  return `Source ${fileName}`;
}

/** Left of the digest, on every sheet of a file: by it the sheet is found again. */
const DIGEST_LABEL = "SHA-256";
const FILE_LABEL = "File";
const FORMAT_LABEL = "Format";
/** The label stands in column A, what it labels in column B. */
export const LABEL_ROWS = 6;

type Cell = string | number | null;

/** Left of the file's own cells: its line number, what became of the line, its amount as a number. */
export const OWN_COLUMNS = ["Line", "Became", "Amount"] as const;
/** Above the first line of the file, its headings among them. */
export const HEAD_ROWS = 13;
const WIDTHS = [80, 190, 90];
const CELL_WIDTH = 90;
const MONEY_WITH_MORE = "#,##0.00##;-#,##0.00##";

/** The name, digest and format of the file that a sheet is of, from its first rows; null: it is no such sheet. */
export function fileOfSheet(topRows: readonly (readonly unknown[])[]): { readonly name: string; readonly digest: string; readonly format: string } | null {
  const beside = (label: string): string => String(topRows.find(([first]) => first === label)?.[1] ?? "");
  const digest = beside(DIGEST_LABEL);
  return /^[0-9a-f]{64}$/.test(digest) ? { name: beside(FILE_LABEL), digest, format: beside(FORMAT_LABEL) } : null;
}

/** Rows the sheet of a file takes. */
export function rowsOfSource({ source }: FileRead): number {
  return HEAD_ROWS + source.length;
}

/**
 * Whether a sheet repeats what stands elsewhere: the unedited lines of an imported file, whose trades and sales have sheets of
 * their own, or a sheet of the accountant's copy. What it holds must not be read a second time.
 */
export function repeatsOthers(topRows: readonly (readonly unknown[])[]): boolean {
  return fileOfSheet(topRows) !== null || isSheetOfCopy(topRows);
}

export function layOutSource(file: FileRead, madeBy: string): LaidOutSheet {
  const width = Math.max(1, file.source.reduce((widest, { length }) => Math.max(widest, length), 0));
  const columns = OWN_COLUMNS.length + width;
  const head = headOf(file, madeBy);
  const headings = [...OWN_COLUMNS, ...Array.from({ length: width }, (_, column) => `Column ${columnLetters(column)}`)];
  const became = becameOfLines(file);
  const amounts = amountsOfLines(file);
  const lines = file.source.map((cells, at): readonly Cell[] => [at + 1, textCell(became.get(at + 1) ?? ""), amounts.get(at + 1) ?? null, ...cells.map(textCell)]);
  const area = (row: number, column: number, rows: number, wide: number): Area => ({ row, column, rows, columns: wide });
  const below = Math.max(1, lines.length);
  return {
    cells: [...head, headings, ...lines],
    columns,
    expected: expectedOf(file),
    tables: [area(CONTROL_ROW, 0, 4, 4), area(HEAD_ROWS - 1, 0, lines.length + 1, columns)],
    spills: [],
    dressed: [
      { area: area(0, 0, 1, 1), dress: "title" },
      { area: area(1, 0, 1, 1), dress: "grey" },
      { area: area(CONTROL_ROW, 0, 1, 4), dress: "heading" },
      { area: area(CONTROL_ROW, 1, 1, 3), dress: "right" },
      { area: area(HEAD_ROWS - 1, 0, 1, columns), dress: "heading" },
    ],
    numberFormats: [
      { area: area(CONTROL_ROW + 3, 1, 1, 3), format: NUMBER_FORMATS.money },
      { area: area(HEAD_ROWS, 2, below, 1), format: MONEY_WITH_MORE },
    ],
    widths: [...WIDTHS, ...Array.from({ length: width }, () => CELL_WIDTH)],
    heights: [],
    printed: null,
    frozenRows: 0,
    repeatedRow: HEAD_ROWS - 1,
    names: [],
    charts: [],
  };
}

/** Row (from 0) of the headings of the control total. */
export const CONTROL_ROW = 7;

function headOf(file: FileRead, madeBy: string): (readonly Cell[])[] {
  const { control } = file;
  const first = HEAD_ROWS + 1;
  const last = HEAD_ROWS + Math.max(1, file.source.length);
  const counted = (formula: string, row: number): Cell[] => [formula, `=B${row}-C${row}`];
  const amount: readonly Cell[] = control.amountCents === null
    ? ["Amount", "not in the file", null, null]
    : ["Amount", control.amountCents / 100, ...counted(`=ROUND(SUM(C${first}:C${last}),2)`, CONTROL_ROW + 4)];
  return [
    [asText(`Lines of ${file.name}`)],
    [textCell(madeBy)],
    [FILE_LABEL, textCell(file.name)],
    [DIGEST_LABEL, textCell(control.digest)],
    [FORMAT_LABEL, textCell(file.format)],
    ["Import", asText(fateOf(control))],
    [],
    ["Control total", "When read", "On this sheet", "Difference"],
    ["Lines", control.lines, ...counted(`=COUNTA(B${first}:B${last})`, CONTROL_ROW + 2)],
    ["Looked at", control.undecidedLines, ...counted(`=COUNTIF(B${first}:B${last},"${UNDECIDED}*")`, CONTROL_ROW + 3)],
    amount,
    [],
  ];
}

function fateOf({ tradeLines, countedLines, undecidedLines }: FileRead["control"]): string {
  const [trades, counted, asked] = [tradeLines, countedLines, undecidedLines].map((lines) => lines.toLocaleString("en-US"));
  return `${trades} ${tradeLines === 1 ? "line" : "lines"} became trades or sales, ${counted} ${countedLines === 1 ? "moves" : "move"} no lot, ` +
    `${asked} ${undecidedLines === 1 ? "is" : "are"} to be looked at. The lines below are unedited text.`;
}

/** What begins the word on a line that the user has to look at. */
export const UNDECIDED = "To look at";

function expectedOf({ control }: FileRead): LaidOutSheet["expected"] {
  const at = (row: number, value: number) => [{ row, column: 2, value }, { row, column: 3, value: 0 }];
  return [
    ...at(CONTROL_ROW + 1, control.lines),
    ...at(CONTROL_ROW + 2, control.undecidedLines),
    ...(control.amountCents === null ? [] : at(CONTROL_ROW + 3, control.amountCents / 100)),
  ];
}

/** What became of each line that is a row of the file; titles, headings and footers have nothing here. */
function becameOfLines(file: FileRead): ReadonlyMap<number, string> {
  const became = new Map<number, string>();
  for (const { line } of file.sales) became.set(line, "Reported sale");
  for (const { line, otherLines, note } of file.trades) {
    for (const each of [line, ...(otherLines ?? [])]) became.set(each, note === "" ? "Trade" : `Trade. ${note}`);
  }
  for (const { label, lines } of file.counted) for (const line of lines) became.set(line, `Moves no lot: ${label}`);
  for (const { line, sentence } of file.undecided) became.set(line, `${UNDECIDED}: ${sentence}`);
  return became;
}

/** Cells hold 15 digits; a sum of them rounded to cents is the control total all the same. */
function amountsOfLines({ control }: FileRead): ReadonlyMap<number, number> {
  return new Map((control.amounts ?? []).map(({ line, dollars }) => [line, new Exact(dollars).toNumber()]));
}

function textCell(text: string): Cell {
  return text === "" ? null : asText(text);
}
