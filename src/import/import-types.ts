/**
 * What a broker's file says, as plain data: rows of trades in the design's words, what the broker reported, and every line
 * accounted for. Nothing of a file is lost: each of its lines is a trade, counted as not mattering, or left to the user.
 */
import { TRADES_FIELDS, type TradesField } from "./column-words";

/** A file as it was chosen or dropped. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a workbook, as `openWorkbook` gives them. */
  readonly sheets?: readonly SheetOfFile[];
}

/** A sheet of a workbook that is a file: texts by row, its first row the first; blank rows are empty, all others equally wide. */
export interface SheetOfFile {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export type FileKind = "trades" | "open lots" | "closed lots" | "form 1099-B" | "positions";

/** Columns of an imported row: headings of the Trades table (design section 4). Dates are ISO days, amounts plain decimals. */
export type ImportedCells = Readonly<Partial<Record<ImportedHeading, string>>>;
export const IMPORTED_HEADINGS = TRADES_FIELDS;
export type ImportedHeading = TradesField;

export interface ImportedTrade {
  /** Of the file; its first line is 1. Of a quoted cell that runs over lines, the first. */
  readonly line: number;
  /** Further lines that state the same event: the other leg of a split, the shares of an assigned option. */
  readonly otherLines?: readonly number[];
  readonly cells: ImportedCells;
  /** What the user should know of this row, in sentences; empty: nothing. */
  readonly note: string;
}

/** A sale as the broker reports it: closed lots, or a line of a Form 1099-B or 1099-DA. Cents; null: the file does not say. */
export interface BrokerSale {
  readonly line: number;
  readonly account: string;
  readonly symbol: string;
  readonly description: string;
  /** ISO day; "VARIOUS"; null. */
  readonly acquired: string | null;
  readonly sold: string;
  /** A decimal. */
  readonly quantity: string | null;
  readonly proceedsCents: number;
  readonly basisCents: number | null;
  readonly washCents: number | null;
  readonly term: "Short" | "Long" | null;
  readonly basisReported: boolean | null;
  readonly form: "1099-B" | "1099-DA" | "none" | null;
}

/** Characters of a line that the user is shown. */
export const CHARACTERS_SHOWN = 300;

/** A line that must be looked at by the user. */
export interface UndecidedLine {
  readonly line: number;
  /** The line as it stands in the file, cut to CHARACTERS_SHOWN. */
  readonly text: string;
  /** What is not understood and what to do. */
  readonly sentence: string;
  /** A row that would be right but for one thing (a missing basis, an unknown action), to be completed on the sheet; null. */
  readonly draft: ImportedCells | null;
}

export interface FileRead {
  readonly is: "read";
  readonly name: string;
  /** As the table of formats names it, such as "Schwab transactions". */
  readonly format: string;
  readonly kind: FileKind;
  /** Its accounts, as rows and sales name them. */
  readonly accounts: readonly string[];
  /** False: the file names no account, and the broker's name stands for it until the user gives one (`readSourceFile(file, account)`). */
  readonly namesAccount: boolean;
  /** What the user should know of the whole file, in sentences; empty: nothing. */
  readonly note: string;
  /** Oldest first; of one day in the order they happened as far as the file tells. */
  readonly trades: readonly ImportedTrade[];
  readonly sales: readonly BrokerSale[];
  /** Lines that move no lot, by what they are: "Cash dividend" 12. */
  readonly counted: readonly { readonly label: string; readonly lines: readonly number[] }[];
  readonly undecided: readonly UndecidedLine[];
  /** What the file calls its securities in words, where another file of the broker has only these. */
  readonly described?: readonly { readonly symbol: string; readonly description: string }[];
  /** Every line of the file, unedited, in cells: line 1 first; blank lines, and lines inside a quoted cell, are empty. */
  readonly source: readonly (readonly string[])[];
  readonly control: ControlTotal;
}

/** What ties the source to the rows: footed on the source sheet and in the accountant's copy. */
export interface ControlTotal {
  /** Lines with content below the headings, without titles, repeated headings, totals and footers. */
  readonly lines: number;
  /** trades + counted + undecided lines: always `lines` together. */
  readonly tradeLines: number;
  readonly countedLines: number;
  readonly undecidedLines: number;
  /** Sum of the file's amount column over all those lines, in cents; null where the file has none. */
  readonly amountCents: number | null;
  /** What was summed, by line of the file, as plain decimals: the source sheet foots them beside the lines. */
  readonly amounts?: readonly { readonly line: number; readonly dollars: string }[];
  /** SHA-256 or another published digest of the bytes, hex: tells the same file again. */
  readonly digest: string;
}

/** No format's signature stands in the file: its columns are to be named by the user. */
export interface UnknownLayout {
  readonly is: "unknown";
  readonly name: string;
  /** Where headings seem to be, the line of the file, first line 1. */
  readonly headingLine: number;
  readonly headings: readonly string[];
  readonly sample: readonly (readonly string[])[];
  /** Headings normalised and joined: under it a mapping is remembered. */
  readonly fingerprint: string;
  /** What our synonyms make of the headings, by column; null: nothing. */
  readonly guessed: readonly (ImportedHeading | null)[];
}

/** The user's word for each column; null: left alone. */
export interface ColumnMapping {
  readonly fingerprint: string;
  readonly columns: readonly (ImportedHeading | null)[];
  /** For files without an account column. */
  readonly account: string | null;
}
