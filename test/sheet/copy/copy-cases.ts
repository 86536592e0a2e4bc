/** Trades whose texts try to be formulas, and a broker's form for them. */
import type { ReportedSale } from "../../../src/report/form-8949-types";
import { dayFromCalendar, serialFromDay } from "../../../src/values/plain-date";
import type { Cells } from "./copy-facts";

const on = (year: number, month: number, day: number): number => serialFromDay(dayFromCalendar(year, month, day));

export const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account", "Lot", "Note"];
export const LINK = '=HYPERLINK("http://example.com","click")';

/** Lot 1: 100 at 10.00 = 1,000.00; sold 60 at 8.00 = 480.00, a loss of 120.00; 40 bought back within 30 days at 7.00 wash 80.00. */
export const UNFRIENDLY_TRADES: Cells = [
  HEADINGS,
  [on(2024, 1, 2), "Buy", "=SUM(A1)", 100, 10, 0, "+Broker", "@lot", LINK],
  [on(2024, 3, 4), "Sell", "=SUM(A1)", 60, 8, 0, "+Broker", "", "-1"],
  [on(2024, 3, 14), "Buy", "=SUM(A1)", 40, 7, 0, "+Broker", "", "<b>&\"'</b>"],
  [on(2022, 5, 2), "Buy", "-DASH", 10, 20, 0, LINK, "", ""],
  [on(2024, 6, 3), "Sell", "-DASH", 4, 33.333, 0.01, LINK, "", ""],
  [on(2023, 2, 1), "Buy", "600519", 10, 5, 0, "@Home", "", ""],
  [on(2024, 2, 2), "Sell", "600519", 3, 6, 0, "@Home", "", ""],
  [on(2024, 2, 5), "Buy", "STAR*", 7, 5, 0, "@Home", "", ""],
  [on(2024, 2, 6), "Buy", "STARS", 9, 5, 0, "@Home", "", ""],
];
export const UNFRIENDLY_SETTINGS: Cells = [["# =1+1", ""], ["Method", "FIFO"]];

export const reportedSales: readonly ReportedSale[] = [
  {
    row: 2, symbol: "=SUM(A1)", description: LINK, cusip: "000123", account: "+Broker", acquired: dayFromCalendar(2024, 1, 2), sold: dayFromCalendar(2024, 3, 4),
    quantity: 60, proceedsCents: 48_001, basisCents: 60_000, washCents: 8_000, term: "Short", basisReported: true, form: "1099-B",
  },
];
