/** What the Import screen asks and shows. */
import type { Combined, RowOnSheet } from "../../import/combine";
import type { AccountQuestion, AccountSettled } from "../../import/settle-accounts";
import type { ColumnMapping, FileRead, SourceFile, UnknownLayout } from "../../import/import-types";

export interface ImportAsk {
  readonly files: readonly FileToRead[];
  /** Rows of the Table that earlier imports made, and the files they came from. */
  readonly rows: readonly RowOnSheet[];
  readonly known: readonly { readonly name: string; readonly digest: string; readonly format: string }[];
  /** Columns that the user named before. */
  readonly remembered: readonly ColumnMapping[];
}

export interface FileToRead extends SourceFile {
  /** The user's word for a file that names no account; null: none yet. */
  readonly account: string | null;
  /** As the user has just named its columns; null: what is remembered counts. */
  readonly columns: ColumnMapping | null;
  /** Whether lots held become rows of trades; null: where no trade is known that could have bought them. */
  readonly takesLots: boolean | null;
  /** What the user said of accounts: each as the file names it, and as the Trades table does. */
  readonly settled: readonly AccountSettled[];
}

/** What became of one file, in the order asked. */
export type FileAnswer =
  | {
      readonly is: "read";
      readonly file: FileRead;
      /** The columns it was read by where its layout is not known. */
      readonly columns: ColumnMapping | null;
      readonly layout: UnknownLayout | null;
      /** Of a file of lots held: whether they become rows of trades; null: any other file. */
      readonly takesLots: boolean | null;
      /** null: its accounts are certain, and it is among `combined`. */
      readonly question: AccountQuestion | null;
    }
  | { readonly is: "unknown"; readonly layout: UnknownLayout }
  | { readonly is: "refused"; readonly name: string; readonly sentence: string };

export interface ImportView {
  readonly files: readonly FileAnswer[];
  /** Of those that were read and ask for no account, in the same order: what is new and what is there. */
  readonly combined: Combined;
}
