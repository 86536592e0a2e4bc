/** What the Package screen asks and shows. */
import type { AccountantCopy, PackageCheck } from "../../sheet/copy/copy-types";
import type { ForCopy } from "../../sheet/placing/copy-sources";
import type { SettingChange } from "../../sheet/placing/setting-changes";

export interface PackageAsk {
  readonly year: number;
  /** The desk's forms as the page counts them: another number, another answer. */
  readonly formsRevision: number;
  readonly workbook: ForCopy;
}

export interface PackageView {
  readonly year: number;
  /** Rows of the form: lot by lot, as brokers report them, Reconcile compares them and the files have them. */
  readonly sales: number;
  /** After adjustments, as the form prints it; null: the form would fall short. */
  readonly netCents: number | null;
  readonly wholeDollars: boolean;
  readonly client: string | null;
  /** Why Form 8949 would fall short, so that no program is given it; null: it is complete. */
  readonly incomplete: string | null;
  readonly checks: readonly PackageCheck[];
  /** Open points that one press settles. */
  readonly mends: readonly PackageMend[];
}

/** What a press states of an open point, as rows of the visible settings. */
export interface PackageMend {
  /** Name of the point. */
  readonly check: string;
  /** In the user's own voice: the press is their word. */
  readonly label: string;
  readonly changes: readonly SettingChange[];
  /** Once it is written. */
  readonly said: string;
}

/** For other programs. */
export type ExportKind = "csv" | "txf" | "statement";

export interface ExportAsk extends Omit<PackageAsk, "workbook"> {
  readonly kind: ExportKind;
}

export interface ExportView {
  readonly fileName: string;
  readonly mimeType: string;
  readonly text: string;
  /** What is in it, in a sentence. */
  readonly holds: string;
  /** Rows it cannot say, to be entered by hand, in sentences. */
  readonly refused: readonly string[];
  readonly remarks: readonly string[];
}

export interface CopyAsk extends PackageAsk {
  /** Lines of the files in the order of `workbook.sources`. */
  readonly lines: readonly (readonly (readonly unknown[])[])[];
  /** Cells of the desk's forms, in their order. */
  readonly forms: readonly (readonly (readonly unknown[])[])[];
  /** The bytes of an .xlsx file, or, where Excel opens none, the sheets as plain data. */
  readonly as: "file" | "sheets";
}

export interface CopyView {
  readonly fileName: string;
  readonly sheets: number;
  /** null: asked for as sheets. */
  readonly bytes: Uint8Array | null;
  /** null: asked for as a file. */
  readonly copy: AccountantCopy | null;
  /** Cells that must be 0, and how many are not. */
  readonly checkCells: number;
  readonly notZero: number;
}
