/** The orders of a plan, and the list of them as a sheet. */
import type { HarvestPlan } from "../../harvest/harvest-types";
import { ORDER_HEADINGS, orderRow, type Order, type OrderTerms } from "../../report/order-list";
import { isoFromDay, type Day } from "../../values/plain-date";
import type { ColumnFormat } from "../placing/result-tables";
import type { SheetDraft } from "../placing/sheet-draft";

/** One a sale, in the order of the plan: its figures rest on each sale being an order of its own (R-WS-4). At average basis no lot is named (R-AVG-3). */
export function ordersOfPlan(plan: HarvestPlan): readonly Order[] {
  return plan.sales.map(({ account, symbol, shares, price, lot, acquired, atAverage }) => ({
    account, symbol, action: "Sell", shares, price, lots: atAverage === true ? [] : [{ lot, acquired, shares }],
  }));
}

const FORMATS: Readonly<Partial<Record<(typeof ORDER_HEADINGS)[number], ColumnFormat>>> = { Quantity: "quantity", "Limit price": "perShare" };

/** @param day the day the orders are meant for */
export function orderListDraft(orders: readonly Order[], terms: OrderTerms, day: Day): SheetDraft {
  return {
    sheetName: `Orders ${isoFromDay(day)}`,
    title: `Orders for ${isoFromDay(day)}`,
    madeBy: "In the order to place them, each an order of its own. Values. Nothing has been sent to a broker.",
    notes: [],
    blocks: [
      {
        title: null,
        columns: ORDER_HEADINGS.map((heading) => ({ heading, format: FORMATS[heading] ?? "text" })),
        content: { kind: "rows", rows: orders.map((order) => orderRow(order, terms).map((cell) => (cell === "" ? null : cell))) },
        totals: [],
        name: "OrderList",
        whenEmpty: "There is no order to list.",
      },
    ],
    charts: [],
    landscape: true,
  };
}
