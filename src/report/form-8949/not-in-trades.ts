/** A sale that the broker reports and the trades do not have, in a sentence. */
import { isoFromDay } from "../../values/plain-date";
import { plainNumber } from "../figures";
import type { ReportedSale } from "../form-8949-types";
import { rowOnForm } from "../forms-together";

/** "Row 7 of the broker's form, 100 XYZ sold 2024-03-01, is not in the trades. …" */
export function notInTradesSentence(sale: ReportedSale): string {
  const { symbol, description, cusip, quantity, sold } = sale;
  const what = [quantity === null ? "" : plainNumber(quantity), symbol || description || cusip].filter(Boolean).join(" ");
  return `R${rowOnForm(sale).slice(1)}, ${what} sold ${isoFromDay(sold)}, is not in the trades. Add the sale, or clear the row.`;
}
