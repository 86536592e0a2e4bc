/**
 * Rows of a broker's form that are sales in a retirement account, because the account they name is one of the trades'. Such
 * sales are no capital gains (R-WS-9) and belong on no Form 8949, so nothing is missing in the trades. Figures alone prove
 * nothing: an IRA may have sold as much on the day of a taxable sale that the trades lack.
 */
import type { Book } from "../../lots/book-types";
import { isRetirement } from "../../rules/accounts";
import type { ReportedSale } from "../form-8949-types";
import { rowOnForm } from "../forms-together";
import { namesOfReported } from "../names-on-1099";

export interface ShelteredSale extends ReportedSale {
  /** As the trades name it. */
  readonly retirementAccount: string;
}

export interface Sheltered {
  readonly inRetirement: readonly ShelteredSale[];
  readonly missing: readonly ReportedSale[];
}

/** @param rows that no taxable sale of ours is */
export function sheltered(book: Book, rows: readonly ReportedSale[]): Sheltered {
  if (rows.length === 0) return { inRetirement: [], missing: rows };
  const { trades, choices } = book;
  const accounts = new Map<ReportedSale, string>();
  const { accountOf } = namesOfReported(trades, rows);
  for (const row of rows) {
    const name = trades.accounts[accountOf(row) ?? -1];
    if (name !== undefined && isRetirement(choices, name)) accounts.set(row, name);
  }
  return {
    inRetirement: rows.flatMap((row) => (accounts.has(row) ? [{ ...row, retirementAccount: accounts.get(row)! }] : [])),
    missing: rows.filter((row) => !accounts.has(row)),
  };
}

/** "Row 3 of the broker's form is of Roth IRA, a retirement account: it belongs on no Form 8949 and is left out." */
export function shelteredSentence(sale: ShelteredSale): string {
  return `R${rowOnForm(sale).slice(1)} is of ${sale.retirementAccount || "an account without a name"}, a retirement account: it belongs on no Form 8949 and is left out.`;
}
