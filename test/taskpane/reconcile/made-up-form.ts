/**
 * Sales of 2025 and a broker's form with every kind of difference. A symbol a kind; dollars:
 *
 *   symbol  what differs                    ours: proceeds  basis  wash   theirs: proceeds  basis  wash
 *   TIE     nothing                               1,200     1,000     0          1,200.00   1,000     0
 *   RND     a cent of rounding                    1,000       900     0          1,000.01     900     0
 *   WSH     bought again in the Roth IRA          4,000     5,000 1,000          4,000.00   5,000     0
 *   RSU     came as pay: 100 × 30                 3,500     3,000     0          3,500.00   1,000     0
 *   SPL     split 2:1: half of 2,000              1,500     1,000     0          1,500.00   2,000     0
 *   MIS     the form has no basis                 1,100     1,000     0          1,100.00       –     0
 *   TRM     a year and a day: long, not short       600       500     0            600.00     500     0
 *   ONL     not on the form                         300       200     0                 –       –     –
 *   PRC     five dollars of proceeds                800       700     0            795.00     700     0
 *   BAS     basis, and nothing explains it          900       750     0            900.00     650     0
 *   GHO     not in the trades                         –         –     –            500.00     400     0
 *                                                14,900    14,050 1,000         15,095.01  12,150     0
 */
export const TRADES_HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Ratio"];

export const TRADES: readonly (readonly (string | number)[])[] = [
  ["2024-01-02", "Buy", "TIE", 100, 10, "Schwab", ""],
  ["2024-01-02", "Buy", "RND", 10, 90, "Schwab", ""],
  ["2024-01-02", "Buy", "SPL", 100, 20, "Schwab", ""],
  ["2024-01-02", "Buy", "MIS", 10, 100, "Schwab", ""],
  ["2024-01-02", "Buy", "ONL", 10, 20, "Schwab", ""],
  ["2024-01-02", "Buy", "PRC", 10, 70, "Schwab", ""],
  ["2024-01-02", "Buy", "BAS", 10, 75, "Schwab", ""],
  ["2024-01-02", "Buy", "ELS", 10, 10, "Other", ""],
  ["2024-02-01", "Vest", "RSU", 100, 30, "Schwab", ""],
  ["2024-05-01", "Buy", "TRM", 10, 50, "Schwab", ""],
  ["2024-06-03", "Split", "SPL", "", "", "", "2:1"],
  ["2025-01-10", "Buy", "WSH", 100, 50, "Schwab", ""],
  ["2025-03-03", "Sell", "TIE", 100, 12, "Schwab", ""],
  ["2025-03-04", "Sell", "RND", 10, 100, "Schwab", ""],
  ["2025-03-05", "Sell", "MIS", 10, 110, "Schwab", ""],
  ["2025-03-06", "Sell", "ONL", 10, 30, "Schwab", ""],
  ["2025-03-07", "Sell", "PRC", 10, 80, "Schwab", ""],
  ["2025-03-10", "Sell", "BAS", 10, 90, "Schwab", ""],
  ["2025-03-11", "Sell", "ELS", 10, 12, "Other", ""],
  ["2025-05-02", "Sell", "TRM", 10, 60, "Schwab", ""],
  ["2025-05-05", "Sell", "RSU", 100, 35, "Schwab", ""],
  ["2025-06-02", "Sell", "WSH", 100, 40, "Schwab", ""],
  ["2025-06-10", "Buy", "WSH", 100, 41, "Roth IRA", ""],
  ["2025-07-01", "Sell", "SPL", 100, 15, "Schwab", ""],
];

/** Row of the trades range, headings being row 1. */
export function saleRowOf(symbol: string): number {
  return TRADES.findIndex((row) => row[1] === "Sell" && row[2] === symbol) + 2;
}

export const FORM_HEADINGS = ["Symbol", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Wash disallowed", "Term", "Basis reported", "Form", "Account"];

export const FORM: readonly (readonly (string | number)[])[] = [
  ["TIE", "2024-01-02", "2025-03-03", 100, 1200, 1000, "", "Long", "Yes", "1099-B", "Schwab"],
  ["RND", "2024-01-02", "2025-03-04", 10, 1000.01, 900, "", "Long", "Yes", "1099-B", "Schwab"],
  ["MIS", "2024-01-02", "2025-03-05", 10, 1100, "", "", "Long", "No", "1099-B", "Schwab"],
  ["PRC", "2024-01-02", "2025-03-07", 10, 795, 700, "", "Long", "Yes", "1099-B", "Schwab"],
  ["BAS", "2024-01-02", "2025-03-10", 10, 900, 650, "", "Long", "Yes", "1099-B", "Schwab"],
  ["TRM", "2024-05-01", "2025-05-02", 10, 600, 500, "", "Short", "Yes", "1099-B", "Schwab"],
  ["RSU", "2024-02-01", "2025-05-05", 100, 3500, 1000, "", "Long", "Yes", "1099-B", "Schwab"],
  ["WSH", "2025-01-10", "2025-06-02", 100, 4000, 5000, "", "Short", "Yes", "1099-B", "Schwab"],
  ["SPL", "2024-01-02", "2025-07-01", 100, 1500, 2000, "", "Long", "Yes", "1099-B", "Schwab"],
  ["GHO", "2024-01-02", "2025-08-01", 5, 500, 400, "", "Long", "Yes", "1099-B", "Schwab"],
  ["OLD", "2023-01-02", "2024-08-01", 5, 70, 60, "", "Long", "Yes", "1099-B", "Schwab"],
  ["BAD", "2024-01-02", "2025-09-01", 5, "much", 60, "", "Long", "Yes", "1099-B", "Schwab"],
];

/** Row of the form's range, headings being row 1. */
export function formRowOf(symbol: string): number {
  return FORM.findIndex((row) => row[0] === symbol) + 2;
}

/** Cause by cause, in order: its symbols with ours less theirs in cents; null: not an amount. */
export const EXPECTED_CAUSES: readonly (readonly [cause: string, symbol: string, differenceCents: number | null])[] = [
  ["Only in the trades", "ONL", 300_00],
  ["Only on the form", "GHO", -500_00],
  ["Proceeds differ", "PRC", 5_00],
  ["Missing basis", "MIS", 1_000_00],
  ["Basis differs", "BAS", 100_00],
  ["Basis supplement", "RSU", 2_000_00],
  ["Corporate action", "SPL", -1_000_00],
  ["Wash in another account", "WSH", 1_000_00],
  ["Term differs", "TRM", null],
  ["Rounding", "RND", -1],
];

/** Proceeds: 300 + 500 + 5 + 0.01. Basis: 2,000 + 1,000 + 1,000 + 100. */
export const EXPECTED_ANSWER = "1 sale is only on the form and 1 only in your trades: $805.01 of proceeds differ.";
export const EXPECTED_SECOND = "1 of 10 sales of 2025 ties. After that, $4,100.00 of basis and $1,000.00 of wash sales differ, and 1 sale has another term.";
