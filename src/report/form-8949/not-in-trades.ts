/** A sale that the broker reports and the trades do not have, in a sentence. */
import { isoFromDay } from "../../values/plain-date";
import { plainNumber } from "../figures";
import type { ReportedSale } from "../form-8949-types";

/** "Row 7 of the broker's form, 100 XYZ sold 2024-03-01, is not in the trades. …" */
export function notInTradesSentence({ row, symbol, description, cusip, quantity, sold }: ReportedSale): string {
  const what = [quantity === null ? "" : plainNumber(quantity), symbol || description || cusip].filter(Boolean).join(" ");
  return `Row ${row} of the broker's form, ${what} sold ${isoFromDay(sold)}, is not in the trades. Add the sale, or clear the row.`;
}
