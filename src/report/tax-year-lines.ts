/** The capital part of a year's return in lines: Schedule D, the carryovers, and the tax the results add (R-NET-1 to R-TAX-5). */

export interface TaxLine {
  /** As the form numbers it, such as "Sch D 7"; blank where no form has it. */
  readonly line: string;
  readonly label: string;
  /** null: cannot be told; the sentence says why. */
  readonly cents: number | null;
  readonly sentence: string | null;
}
