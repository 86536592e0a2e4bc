/** Small ledgers that several tests share. */
export type Range = readonly (readonly unknown[])[];

export const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account"];

/**
 * Row 2: 200 × 50 + 15 = 10,015.00, which is 50.075 a share.
 * Row 3: half of it, 5,007.50, sold for 4,500.00: a long-term loss of 507.50.
 * Row 4: 60 shares 14 days later: 507.50 × 60 ÷ 100 = 304.50 is washed.
 * Row 5: 2,503.75 of basis sold for 50 × 60 - 5 = 2,995.00.
 */
export const WASHED: Range = [
  HEADINGS,
  ["2023-01-10", "Buy", "XYZ", 200, 50, 15, "A"],
  ["2024-02-01", "Sell", "XYZ", 100, 45, 0, "A"],
  ["2024-02-15", "Buy", "XYZ", 60, 46, 0, "A"],
  ["2024-12-02", "Sell", "XYZ", 50, 60, 5, "A"],
];

/** Lots of 10 shares at 20, 35 and 30; the same sale of 10 at 40 gives 200, 100, 50 and 200 by method. */
export const THREE_LOTS: Range = [
  HEADINGS,
  ["2024-01-02", "Buy", "XYZ", 10, 20, 0, "A"],
  ["2024-02-01", "Buy", "XYZ", 10, 35, 0, "A"],
  ["2024-03-01", "Buy", "XYZ", 10, 30, 0, "A"],
];

/** XYZ sells 120 of 100 held (row 3); ABC is healthy: bought for 100.00, sold for 150.00 (rows 4 and 5). */
export const ONE_SYMBOL_WRONG: Range = [
  HEADINGS,
  ["2024-01-02", "Buy", "XYZ", 100, 10, 0, "A"],
  ["2024-02-01", "Sell", "XYZ", 120, 12, 0, "A"],
  ["2024-01-02", "Buy", "ABC", 10, 10, 0, "A"],
  ["2024-02-01", "Sell", "ABC", 10, 15, 0, "A"],
];
export const OVERSOLD = "Row 3: sells 120 XYZ, only 100 held in A on 2024-02-01. Check the quantity, or add the missing purchase.";

export const RATES: Range = [
  ["Short rate", 0.37],
  ["Long rate", 0.2],
];
