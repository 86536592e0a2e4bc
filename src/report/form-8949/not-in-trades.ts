/** A sale that the broker reports and the trades do not have, in a sentence. */
import { isoFromDay } from "../../values/plain-date";
import { plainNumber } from "../figures";
import type { ReportedSale } from "../form-8949-types";
import { rowOnForm } from "../forms-together";
import { grouped } from "../match-1099-rules";

export interface NotInTrades extends ReportedSale {
  /** Another row of the same sale: a form given twice, or a corrected one beside what it corrects. null: there is none. */
  readonly twin: ReportedSale | null;
}

/** @param reported all rows of the forms */
export function withTwins(missing: readonly ReportedSale[], reported: readonly ReportedSale[]): NotInTrades[] {
  const alike = grouped(reported, saleOf);
  return missing.map((sale) => ({ ...sale, twin: alike.get(saleOf(sale))?.find(({ row }) => row !== sale.row) ?? null }));
}

/** What a corrected form leaves as it was. */
function saleOf({ symbol, description, cusip, account, acquired, sold, quantity }: ReportedSale): string {
  return JSON.stringify([symbol, symbol === "" ? description : "", cusip, account, acquired, sold, quantity]);
}

/** "Row 7 of the broker's form, 100 XYZ sold 2024-03-01, is not in the trades. …" */
export function notInTradesSentence(sale: ReportedSale & Partial<NotInTrades>): string {
  const { symbol, description, cusip, quantity, sold, twin } = sale;
  const what = [quantity === null ? "" : plainNumber(quantity), symbol || description || cusip].filter(Boolean).join(" ");
  const said = `R${rowOnForm(sale).slice(1)}, ${what} sold ${isoFromDay(sold)}, is not in the trades`;
  if (twin === null || twin === undefined) return `${said}. Add the sale, or clear the row.`;
  const isSame = twin.proceedsCents === sale.proceedsCents && twin.basisCents === sale.basisCents && twin.washCents === sale.washCents;
  return isSame
    ? `${said}: it repeats ${rowOnForm(twin)}. Clear it if the sale is listed twice, or add the sale.`
    : `${said}: ${rowOnForm(twin)} is the same sale with other figures. Clear the row that a corrected form replaces, or add the sale.`;
}
