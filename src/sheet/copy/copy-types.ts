/** The accountant's copy as data: sheets of values and plain Excel formulas, ready for any .xlsx writer (design section 9). */
import type { Book } from "../../lots/book-types";
import type { Form8949Row, ReportedSale, ScheduleDLine } from "../../report/form-8949-types";
import type { Reconciliation } from "../../report/reconcile-types";
import type { Day } from "../../values/plain-date";
import type { SheetDraft } from "../placing/sheet-draft";

/** A sheet of the copy: a draft with what only a file of its own needs. */
export interface CopySheet {
  readonly draft: SheetDraft;
  /** Cells may be selected and read, not changed, until the protection is lifted; it has no password. */
  readonly protected: boolean;
  /** Cells left open for the accountant, such as the sign-off block: A1 addresses. */
  readonly open: readonly string[];
  /** Cells in red words: A1 addresses. */
  readonly alarming: readonly string[];
  /** Cells and columns whose formulas must give 0, in red where they do not: A1 addresses such as `K7:K90`. */
  readonly differences: readonly string[];
  /** Texts that lead to a sheet of this copy: the cell, and the name of the sheet. */
  readonly links: readonly { readonly cell: string; readonly sheet: string }[];
}

export interface AccountantCopy {
  /** Without folder, with .xlsx. */
  readonly fileName: string;
  readonly title: string;
  /** What made it, for the properties of the file: "Taxlot for Excel 0.1.0". */
  readonly madeBy: string;
  /** The day it was made; a file says no other time. */
  readonly madeOn: Day;
  readonly sheets: readonly CopySheet[];
  /** What is not yet green, in sentences: also on the cover. */
  readonly openPoints: readonly string[];
}

/** One line of the checklist on the Package screen and the cover. */
export interface PackageCheck {
  readonly name: string;
  readonly state: "done" | "open" | "not applicable";
  readonly sentence: string;
  /** Where it is mended. */
  readonly screen: "data" | "settings" | "import" | "reconcile" | "wash" | null;
}

/** Cells that the figures come from, as they were read: never edited, never corrected. */
export interface SourceCells {
  /** Name of the sheet or file: "Trades", "schwab_2025.csv". */
  readonly name: string;
  /** Where it was read: "‘Trades’!A1:L60", "file schwab_2025.csv". */
  readonly place: string;
  /** Values as Excel or the file gave them; rows may be of different lengths. */
  readonly cells: readonly (readonly unknown[])[];
  /** What the reader counted, in cents; null: nothing to hold the sheet against. */
  readonly control: { readonly lines: number; readonly amountCents: number | null; readonly digest: string | null } | null;
}

/** Everything the copy is made from. Tables that are not there yet are null: their sheets say so, and so does the cover. */
export interface CopyFacts {
  readonly year: number;
  /** The day of the copy. */
  readonly asOf: Day;
  /** Version of the add-in, "0.1.0". */
  readonly engineVersion: string;
  /** Version of the law it computes by, "2026-11". */
  readonly rulesVersion: string;
  /** Taxpayer as they want to be named; null: a line is left open. */
  readonly client: string | null;
  /** All trades booked: figures of the year and its wash sales, whose replacements may come in January. */
  readonly book: Book;
  /** The same trades through 31 December of the year, and of the year before: the lots carried forward and brought in. */
  readonly bookAtYearEnd: Book;
  readonly bookYearBefore: Book;
  /** The trades the figures come from. */
  readonly trades: SourceCells;
  /** Broker files behind them and other ranges, such as the broker's 1099-B. */
  readonly otherSources: readonly SourceCells[];
  /** In words, as `settingsSummary` tells them; null: every default. */
  readonly settingsInWords: string | null;
  /** Rows of the settings range; null: none. */
  readonly settingsRows: readonly (readonly unknown[])[] | null;
  readonly form8949: readonly Form8949Row[] | null;
  /** Rows of the form were rounded to whole dollars. */
  readonly wholeDollars: boolean;
  readonly scheduleD: readonly ScheduleDLine[] | null;
  /** Against the brokers' forms, all together; null: there is none. */
  readonly reconciliation: ReconciliationFacts | null;
  /** The sheet `Taxlot SpecID`, headings first; null: no such sheet. */
  readonly identifications: readonly (readonly unknown[])[] | null;
  readonly checks: readonly PackageCheck[];
}

export interface ReconciliationFacts extends Omit<Reconciliation, "tied"> {
  /** Every row of the forms that could be read, those of other years too. */
  readonly reported: readonly ReportedSale[];
  /** Rows of the forms that could not, a sentence each. */
  readonly faults: readonly string[];
  /** What the forms say that is counted nowhere, though no figure waits for it. */
  readonly uncounted?: readonly string[];
}
