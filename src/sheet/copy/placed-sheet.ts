/** A sheet of the copy in its place: other sheets re-add it by address. */
import type { ResultColumn, ColumnFormat } from "../placing/result-tables";
import { columnLetters, sheetInFormula } from "../placing/addresses";
import { layOutDraft, type Area } from "../placing/draft-layout";
import type { DraftBlock, DraftCell, DraftFormula, SheetDraft } from "../placing/sheet-draft";
import type { CopySheet } from "./copy-types";

/** A total that plain formulas re-add: it stands on the cover, and its difference must be 0. */
export interface Check {
  /** Of the legend. */
  readonly mark: string;
  readonly says: string;
  /** As our engine has it, whole cents; rows for counts. */
  readonly stated: number;
  readonly unit: "cents" | "rows";
  /** A plain formula over the sheets of the copy, without =, and what it must give. */
  readonly readded: string;
  readonly expected: number;
}

export interface PlacedSheet {
  readonly sheet: CopySheet;
  /** What it shows, for the contents. */
  readonly shows: string;
  /** Rows of its main table; null where a count says nothing. */
  readonly rows: number | null;
  readonly checks: readonly Check[];
  readonly tables: readonly (Area | null)[];
}

export interface Placing {
  readonly draft: SheetDraft;
  readonly shows: string;
  readonly rows: number | null;
  readonly checks?: (placed: Pick<PlacedSheet, "sheet" | "tables">) => readonly Check[];
  /** Columns whose every cell must be 0, by heading: those of each table that has them, totals included. */
  readonly differenceColumns?: readonly string[];
  readonly open?: readonly string[];
  readonly links?: CopySheet["links"];
  /** How many of the notes on top are alarming: the first ones. */
  readonly alarmingNotes?: number;
  readonly alarming?: readonly string[];
}

/** Rows above the notes: title and origin. */
const ROWS_ABOVE_NOTES = 2;

export function placeSheet(placing: Placing): PlacedSheet {
  const { draft, shows, rows } = placing;
  const { tables } = layOutDraft(draft);
  const alarmingNotes = Array.from({ length: placing.alarmingNotes ?? 0 }, (_, at) => `A${ROWS_ABOVE_NOTES + at + 1}`);
  const sheet: CopySheet = {
    draft,
    protected: true,
    open: placing.open ?? [],
    links: placing.links ?? [],
    alarming: [...alarmingNotes, ...(placing.alarming ?? [])],
    differences: (placing.differenceColumns ?? []).flatMap((heading) => columnsWithTotals(draft.blocks, tables, heading)),
  };
  return { sheet, shows, rows, tables, checks: placing.checks?.({ sheet, tables }) ?? [] };
}

function columnsWithTotals(blocks: readonly DraftBlock[], tables: readonly (Area | null)[], heading: string): string[] {
  return blocks.flatMap((block, at) => {
    const table = tables[at] ?? null;
    const column = block.columns.findIndex((one) => one.heading === heading);
    if (table === null || column < 0) return [];
    const last = table.row + table.rows + (block.totals.includes(heading) ? 1 : 0);
    return [`${columnLetters(column)}${table.row + 2}:${columnLetters(column)}${last}`];
  });
}

type Referred = Pick<PlacedSheet, "sheet" | "tables">;

/** `'Form 8949'!$E$7:$E$90`: the cells of a column, from the first of its tables to the last, or of one block; null: no table. */
export function columnReference({ sheet, tables }: Referred, heading: string, block: number | null = null): string | null {
  const at = block ?? tables.findIndex((table) => table !== null);
  const first = tables[at] ?? null;
  const last = block === null ? ([...tables].reverse().find((table) => table !== null) ?? null) : first;
  if (first === null || last === null) return null;
  const letters = columnOf(sheet.draft.blocks[at]!, heading);
  return `${sheetInFormula(sheet.draft.sheetName)}!$${letters}$${first.row + 2}:$${letters}$${last.row + last.rows}`;
}

/** `SUM(…)` of a column of one table; "0" where the table is empty. */
export function sumOfColumn(placed: Referred, heading: string, block = 0): string {
  const cells = columnReference(placed, heading, block);
  return cells === null ? "0" : `SUM(${cells})`;
}

/** `SUMIFS(…)` over all tables of the sheet; "0" where all are empty. */
export function sumWhere(placed: Referred, heading: string, where: readonly (readonly [heading: string, criterion: string])[], block: number | null = null): string {
  const cells = columnReference(placed, heading, block);
  if (cells === null) return "0";
  return `SUMIFS(${cells},${where.map(([name, criterion]) => `${columnReference(placed, name, block)!},${criterion}`).join(",")})`;
}

export function columnOf(block: Pick<DraftBlock, "columns">, heading: string): string {
  const at = block.columns.findIndex((column) => column.heading === heading);
  if (at < 0) throw new Error(`There is no column ${heading}`);
  return columnLetters(at);
}

export function columnsFrom(formats: Readonly<Record<string, ColumnFormat>>): readonly ResultColumn[] {
  return Object.entries(formats).map(([heading, format]) => ({ heading, format }));
}

/** A formula of the row it stands in: `[Proceeds]` is that column of the row. */
export function rowFormula(columns: readonly ResultColumn[], formula: string, value: DraftCell): DraftFormula {
  return { formula: formula.replace(/\[([^\]]+)\]/g, (_, heading: string) => `${columnOf({ columns }, heading)}{row}`), value };
}
