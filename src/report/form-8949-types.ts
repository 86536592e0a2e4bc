/** Form 8949 and the broker's forms as data (R-8949-1 to R-8949-6). Cents; days as in values/plain-date. */
import type { Day } from "../values/plain-date";

export const BOXES_8949 = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"] as const;
export type Box8949 = (typeof BOXES_8949)[number];

/** What the broker's form says of a sale of ours, once it has been found there. */
export interface ReportedSale {
  /** Row of the broker's range, headings counted as row 1; of several forms together, counted on. */
  readonly row: number;
  /** Of several forms together: which one, and its row there. */
  readonly printed?: { readonly form: string; readonly row: number };
  /** Symbol, description, CUSIP and account are "" where the range does not give them. */
  readonly symbol: string;
  readonly description: string;
  readonly cusip: string;
  readonly account: string;
  /** null: VARIOUS, INHERITED or blank. */
  readonly acquired: Day | null;
  readonly sold: Day;
  /** Shares or contracts, never below zero; null: not given. */
  readonly quantity: number | null;
  readonly proceedsCents: number;
  /** null: not given. */
  readonly basisCents: number | null;
  /** Positive; 0 where the form has none. */
  readonly washCents: number;
  /** null: the broker does not say, or does not know (checkbox X or Y, R-8949-1). */
  readonly term: "Short" | "Long" | null;
  readonly basisReported: boolean | null;
  /** Ordinary income by box 2 (R-8949-4). Absent: not so. */
  readonly isOrdinary?: true;
  /** null: the range does not say. */
  readonly form: "1099-B" | "1099-DA" | "none" | null;
}

export interface Form8949Row {
  readonly box: Box8949;
  readonly part: "I" | "II";
  /** (a) such as "100 sh. XYZ". */
  readonly description: string;
  /** (b) a day, "VARIOUS" or "INHERITED". */
  readonly acquired: Day | "VARIOUS" | "INHERITED";
  /** (c) */
  readonly sold: Day;
  /** (d), (e), (g), (h); h = d − e + g always. */
  readonly proceedsCents: number;
  readonly costCents: number;
  /** (f) alphabetical, no blanks. */
  readonly code: string;
  readonly adjustmentCents: number;
  readonly gainCents: number;
  /** Row of the sale in the trades. */
  readonly saleRow: number;
  readonly symbol: string;
  readonly account: string;
  /** May go straight to Schedule D 1a or 8a (R-8949-4). */
  readonly direct: boolean;
  /** "1a", "1b", "2", "3", "8a", "8b", "9", "10". */
  readonly scheduleDLine: string;
  /** The broker's paper has the sale and does not say whether it reported the basis: the box is assumed. Absent: not so. */
  readonly basisUnsaid?: true;
  readonly note: string;
}

export interface ScheduleDLine {
  readonly line: string;
  readonly label: string;
  readonly proceedsCents: number | null;
  readonly costCents: number | null;
  readonly adjustmentCents: number | null;
  readonly gainCents: number;
}

export type DifferenceCause =
  | "Ties"
  | "Rounding"
  | "Wash in another account"
  | "Wash differs"
  | "Basis supplement"
  | "Basis differs"
  | "Corporate action"
  | "Missing basis"
  | "Term differs"
  | "Proceeds differ"
  | "Premium netted"
  | "Only in the trades"
  | "Only on the form"
  | "Retirement account";

export interface Difference {
  readonly symbol: string;
  readonly account: string;
  readonly sold: Day;
  readonly part: "Proceeds" | "Basis" | "Wash" | "Term" | "Row";
  readonly oursCents: number | null;
  readonly theirsCents: number | null;
  readonly differenceCents: number | null;
  readonly cause: DifferenceCause;
  /** Proposed column (f) and (g); blank and 0: none. */
  readonly code: string;
  readonly adjustmentCents: number;
  readonly note: string;
  readonly saleRows: readonly number[];
  readonly brokerRow: number | null;
}
