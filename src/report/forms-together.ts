/** Forms of several brokers or accounts counted together: each row keeps where it is printed. */
import type { ReportedSale } from "./form-8949-types";

export interface ReportedForm {
  /** As the user knows it: "‘Broker 1099 Schwab’". */
  readonly name: string;
  readonly sales: readonly ReportedSale[];
  /** Rows of its range, headings counted. */
  readonly rows: number;
}

/** One form is itself; of several the rows are counted on, so that no two have one number. */
export function formsTogether(forms: readonly ReportedForm[]): readonly ReportedSale[] {
  const [only] = forms;
  if (only === undefined || forms.length === 1) return only?.sales ?? [];
  const before = rowsBefore(forms);
  return forms.flatMap(({ name, sales }, at) => sales.map((sale) => ({ ...sale, row: before[at]! + sale.row, printed: { form: name, row: sale.row } })));
}

/** How many rows of other forms are counted before those of each. */
export function rowsBefore(forms: readonly Pick<ReportedForm, "rows">[]): readonly number[] {
  let above = 0;
  return forms.map(({ rows }) => (above += rows) - rows);
}

/** "row 7 of the broker's form", or of which one. */
export function rowOnForm({ row, printed }: Pick<ReportedSale, "row" | "printed">): string {
  return printed === undefined ? `row ${row} of the broker's form` : `row ${printed.row} of ${printed.form}`;
}
