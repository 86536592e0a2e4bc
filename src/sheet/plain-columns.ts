/** Where the quick reader of plain rows finds its cells. */
import type { TradesField } from "../import/column-words";
import type { TradesLayout } from "./trades-layout";

/** The columns of a layout that the quick way can read; a column that the range lacks is -1. */
export interface PlainColumns {
  readonly date: number;
  readonly quantity: number;
  readonly price: number;
  readonly fees: number;
  readonly amount: number;
  /** Columns that must be blank for a row to be plain. */
  readonly others: readonly number[];
}

/** Marks of a purchase or sale, and columns of other actions: an error cell in one of those is a fault of the row. */
const OTHER_FIELDS: readonly TradesField[] = ["Type", "Lot", "Lots", "Order", "Time", "Ratio", "Cash in lieu", "New symbol",
  "To account", "Underlying", "Multiplier", "Acquired"];

/** null when no row of the layout is plain. */
export function plainColumnsOf({ at, fees, accountNumber, digital }: TradesLayout): PlainColumns | null {
  const [date, quantity, price] = [at.Date, at.Quantity, at.Price];
  if (date === undefined || quantity === undefined || price === undefined) return null;
  if (fees.length > 1 || fees[0]?.sign === -1 || accountNumber !== null || digital) return null;
  const others = OTHER_FIELDS.flatMap((field) => at[field] ?? []);
  return { date, quantity, price, fees: fees[0]?.column ?? -1, amount: at.Amount ?? -1, others };
}
