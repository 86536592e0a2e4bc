/** What the sheet layer reads from ranges, before any lot is booked. */
import type { Choices } from "../lots/choices";
import type { RowFault, Trades } from "../lots/trades";
import type { FilingStatus } from "../tax/filing-status";
import type { OrdinaryBy } from "../tax/regular-tax";

/** A column of the trades range and what it was taken for. */
export interface RecognizedColumn {
  /** 0-based position in the range. */
  readonly column: number;
  /** As written in the heading cell; "" in the no-heading order. */
  readonly heading: string;
  /** The design's name of the column ("Quantity", "Fees" …), or null: left alone. */
  readonly field: string | null;
}

export interface TradesReading {
  readonly trades: Trades;
  /** Row of the headings in the range (first row = 1), or null when the no-heading order was assumed. */
  readonly headingRow: number | null;
  readonly columns: readonly RecognizedColumn[];
  /** Rows known to have no effect on lots (dividends in cash, interest …), counted by action as written. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Every row that is wrong, in row order: those of `trades.faults`. */
  readonly faults: readonly RowFault[];
  /** Rows of the range, so that per-row results can be aligned with it. */
  readonly rowCount: number;
}

/** The settings range, read. Tax facts are kept for the functions that need rates. */
export interface Settings {
  readonly choices: Choices;
  readonly tax: TaxFacts;
}

/** The return, as far as the user stated it: dollars and fractions; null where the settings say nothing. */
export interface TaxFacts {
  readonly taxYear: number | null;
  readonly filingStatus: FilingStatus | null;
  /** Without capital gains and losses, as MAGI and Investment income are. */
  readonly taxableIncome: number | null;
  readonly magi: number | null;
  /** Part of the taxable income. */
  readonly qualifiedDividends: number | null;
  /** Net investment income besides capital gains. */
  readonly investmentIncome: number | null;
  /** Of 2025 to 2028 (R-NET-4). */
  readonly seniorDeduction: number | null;
  readonly seniorInCarryover: "statute" | "worksheet";
  readonly ordinaryTax: OrdinaryBy;
  readonly carryoverShort: number | null;
  readonly carryoverLong: number | null;
  readonly shortRate: number | null;
  readonly longRate: number | null;
  readonly stateRate: number | null;
  readonly niitRate: number | null;
  readonly minLoss: number | null;
  readonly minLossPercent: number | null;
  readonly roundToDollars: boolean;
  readonly replacements: ReadonlyMap<string, readonly string[]>;
}
