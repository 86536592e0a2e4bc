/** A sheet to be written, as plain data: what stands where, in which format, with which totals, names and charts. */
import { dollarsFromCents } from "../../report/figures";
import type { ResultColumn } from "./result-tables";

/** A value to write; a date is an Excel serial. Text is always written as text, whatever it starts with. */
export type DraftCell = string | number | boolean | null;

/** A blank cell where there is no amount. */
export function dollarsOrNull(cents: number | null): number | null {
  return cents === null ? null : dollarsFromCents(cents);
}

/**
 * A formula of plain Excel or of ours, in English: `{row}` is the sheet row it is written to, `{first}` and `{last}` are
 * the first and last row of its table below the headings, `{first+2}` two rows below the first. Every table starts in column A.
 */
export interface DraftFormula {
  readonly formula: string;
  /** What it is expected to give: for widths, tests and hosts that do not calculate. */
  readonly value?: DraftCell;
}

export interface DraftBlock {
  /** A line above the table; null: none. */
  readonly title: string | null;
  readonly columns: readonly ResultColumn[];
  readonly content:
    | { readonly kind: "rows"; readonly rows: readonly (readonly (DraftCell | DraftFormula)[])[] }
    /** One formula that spills the table, its heading row included; `rows` is what it is expected to fill, heading included. */
    | {
        readonly kind: "spill";
        readonly formula: string;
        readonly rows: number;
        /** What is expected below the headings, for widths, wrapping and heights; left out: not known. */
        readonly like?: readonly (readonly DraftCell[])[];
      };
  /** Headings of the columns that get a plain SUM under a top border. Only for rows. */
  readonly totals: readonly string[];
  /** What stands before the sums; left out: "Total". */
  readonly totalsCalled?: string;
  /** Workbook name for the table with its headings, such as `HarvestPlan`; a taken one is not given. null: none. */
  readonly name: string | null;
  /** Said in place of the table when it has no row. */
  readonly whenEmpty: string;
}

export interface DraftChart {
  readonly title: string;
  readonly type: "ColumnClustered" | "BarClustered" | "XYScatter" | "Line";
  /** Which block, from 0, and which of its columns by heading: categories first, then one a series. */
  readonly block: number;
  readonly categories: string;
  readonly series: readonly string[];
  /** To the right of this block, from 0, which is narrow; absent: below the tables, or right of one that may grow. */
  readonly beside?: number;
}

export interface SheetDraft {
  /** A taken name is counted up, ` (2)`; it is cut to 31 characters, and \ / ? * [ ] : become blanks. */
  readonly sheetName: string;
  readonly title: string;
  /** The grey line under the title: what made this, with which settings and as-of date. */
  readonly madeBy: string;
  /** Sentences between the title and the first table; empty: none. */
  readonly notes: readonly string[];
  /** Sentences below the tables, and above a table that may grow. */
  readonly remarks?: readonly string[];
  /** One under the other, a blank row between. */
  readonly blocks: readonly DraftBlock[];
  readonly charts: readonly DraftChart[];
  /** Printing in landscape; the first block's heading row repeats. */
  readonly landscape: boolean;
  /** A page to be read from its top: no row stays in sight, and none repeats. */
  readonly isPage?: true;
}

/** A sheet that was written, with all it takes to remove it again if nobody touched it. */
export interface WrittenSheet {
  readonly sheetName: string;
  readonly draft: SheetDraft;
  /** Names that were given. */
  readonly names: readonly string[];
  /** Every cell written, as Excel read it back. */
  readonly contents: readonly (readonly unknown[])[];
  /** What could not be done, in a sentence; null when all was. */
  readonly shortcoming: string | null;
}
