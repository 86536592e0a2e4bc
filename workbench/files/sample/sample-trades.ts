/**
 * The trades of the sample workbook: four invented accounts, real symbols at about the prices of the day,
 * splits and dividends as they happened. Chosen to show each rule at work, not to suggest anything.
 */

/** In the order of the columns of the Trades sheet. */
export const TRADE_HEADINGS = [
  "Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account", "Lot", "Lots", "New symbol", "Ratio", "To account",
] as const;
export type TradeHeading = (typeof TRADE_HEADINGS)[number];

export type TradeRow = Readonly<Partial<Record<TradeHeading, string | number>>>;

export const SCHWAB = "Schwab";
export const FIDELITY = "Fidelity";
export const ROTH = "Roth IRA";
export const SPOUSE = "Sam";

function trade(date: string, action: string, symbol: string, quantity: number, price: number, account: string, more: TradeRow = {}): TradeRow {
  return { Date: date, Action: action, Symbol: symbol, Quantity: quantity, Price: price, Account: account, ...more };
}

/** A dividend put into shares of the same fund or company. */
function reinvested(date: string, symbol: string, quantity: number, price: number): TradeRow {
  return trade(date, "Reinvest", symbol, quantity, price, FIDELITY);
}

export const SAMPLE_TRADES: readonly TradeRow[] = [
  trade("2022-01-18", "Buy", "AAPL", 40, 169.8, SCHWAB),
  trade("2022-01-18", "Buy", "MSFT", 25, 302.65, FIDELITY),
  trade("2022-02-02", "Buy", "PYPL", 50, 132.57, SCHWAB),
  trade("2022-02-04", "Buy", "FB", 20, 237.09, FIDELITY),
  trade("2022-02-10", "Buy", "DIS", 60, 152.16, SCHWAB),
  // Dividends are reinvested.
  trade("2022-03-08", "Buy", "SCHD", 200, 76.2, FIDELITY),
  trade("2022-04-25", "Buy", "VTI", 40, 213.5, SCHWAB),
  // Every account that holds FB.
  { Date: "2022-06-09", Action: "Symbol change", Symbol: "FB", "New symbol": "META" },
  trade("2022-06-16", "Sell", "AAPL", 40, 130.06, SCHWAB, { Fees: 0.12 }),
  reinvested("2022-06-27", "SCHD", 1.9388, 72.6),
  // 14 days after the loss: washed whole.
  trade("2022-06-30", "Buy", "AAPL", 40, 136.72, SCHWAB),
  reinvested("2022-09-26", "SCHD", 1.9233, 66.85),
  trade("2022-11-04", "Sell", "PYPL", 50, 76.09, SCHWAB, { Fees: 0.09 }),
  // Spouse bought 20 of the 50 sold.
  trade("2022-11-10", "Buy", "PYPL", 20, 88.83, SPOUSE),
  reinvested("2022-12-12", "SCHD", 1.8721, 76.6),
  trade("2022-12-27", "Sell", "DIS", 60, 86.37, SCHWAB, { Fees: 0.12 }),
  // In the Roth IRA: lost for good.
  trade("2023-01-09", "Buy", "DIS", 40, 94.77, ROTH),
  trade("2023-01-25", "Buy", "NVDA", 30, 193.23, SCHWAB),
  // Dividends are reinvested.
  trade("2023-03-03", "Buy", "PFE", 150, 40.91, FIDELITY),
  reinvested("2023-03-27", "SCHD", 1.726, 71.1),
  // Restricted stock, at its value that day.
  trade("2023-05-15", "Vest", "AMZN", 12, 111.2, SPOUSE),
  trade("2023-05-25", "Buy", "NVDA", 10, 379.8, FIDELITY, { Lot: "NV-May" }),
  reinvested("2023-06-12", "PFE", 1.5729, 39.1),
  reinvested("2023-06-26", "SCHD", 1.9327, 71.35),
  trade("2023-07-31", "Sell", "AAPL", 15, 196.45, SCHWAB, { Fees: 0.03 }),
  reinvested("2023-09-05", "PFE", 1.7455, 35.6),
  trade("2023-09-06", "Buy", "NVDA", 5, 470.61, SCHWAB),
  reinvested("2023-09-25", "SCHD", 1.9168, 71.5),
  reinvested("2023-12-04", "PFE", 2.1743, 28.91),
  reinvested("2023-12-11", "SCHD", 2.1313, 73.6),
  // The dividend of 12/4 washes a part.
  trade("2023-12-14", "Sell", "PFE", 100, 26.66, FIDELITY, { Fees: 0.04 }),
  trade("2023-12-27", "Buy", "INTC", 100, 50.76, SCHWAB),
  reinvested("2024-03-01", "PFE", 0.8763, 26.6),
  // The lot was named at the sale.
  trade("2024-03-08", "Sell", "NVDA", 5, 875.28, FIDELITY, { Fees: 0.04, Lots: "NV-May:5" }),
  reinvested("2024-03-25", "SCHD", 1.6497, 79.05),
  trade("2024-04-02", "Sell", "INTC", 100, 43.94, SCHWAB, { Fees: 0.04 }),
  // First link of a chain.
  trade("2024-04-12", "Buy", "INTC", 100, 35.69, SCHWAB),
  trade("2024-04-26", "Sell", "INTC", 100, 31.88, SCHWAB, { Fees: 0.03 }),
  // Second link.
  trade("2024-05-10", "Buy", "INTC", 80, 29.85, SCHWAB),
  // Every account that holds NVDA.
  { Date: "2024-06-10", Action: "Split", Symbol: "NVDA", Ratio: "10:1" },
  reinvested("2024-06-14", "PFE", 0.862, 27.46),
  reinvested("2024-07-01", "SCHD", 2.2931, 77.3),
  trade("2024-07-15", "Sell", "AAPL", 10, 234.4, SCHWAB, { Fees: 0.06 }),
  // The chain ends: all of it counts.
  trade("2024-08-02", "Sell", "INTC", 80, 21.48, SCHWAB, { Fees: 0.02 }),
  trade("2024-08-07", "Buy", "NVDA", 100, 98.91, SCHWAB),
  reinvested("2024-09-03", "PFE", 0.8313, 28.92),
  // Basis and dates move along.
  { Date: "2024-09-06", Action: "Transfer", Symbol: "MSFT", Quantity: 10, Account: FIDELITY, "To account": SCHWAB },
  reinvested("2024-09-30", "SCHD", 1.9411, 84.5),
  { Date: "2024-10-11", Action: "Split", Symbol: "SCHD", Ratio: "3:1" },
  trade("2024-11-18", "Sell", "PFE", 58.0623, 24.8, FIDELITY, { Fees: 0.05 }),
  // Given away: nothing is realized.
  { Date: "2024-12-03", Action: "Gift given", Symbol: "AAPL", Quantity: 5, Account: SCHWAB },
  reinvested("2024-12-16", "SCHD", 6.2043, 28.05),
  // Below its cost a year later, and long-term one day after the year is over.
  trade("2024-12-30", "Buy", "ADBE", 10, 446, SCHWAB),
  trade("2025-01-17", "Buy", "UNH", 10, 509, SCHWAB),
  trade("2025-01-27", "Sell", "NVDA", 40, 118.42, FIDELITY, { Fees: 0.13 }),
  trade("2025-02-20", "Buy", "NKE", 60, 77, SCHWAB),
  trade("2025-03-05", "Buy", "TGT", 25, 117.05, SCHWAB),
  trade("2025-03-28", "Buy", "LULU", 15, 293, FIDELITY),
  reinvested("2025-03-31", "SCHD", 5.9123, 27.95),
  trade("2025-05-15", "Sell", "UNH", 10, 274.35, SCHWAB, { Fees: 0.08 }),
  // 25 days after the loss: 6 of 10 washed.
  trade("2025-06-09", "Buy", "UNH", 6, 304.5, SCHWAB),
  reinvested("2025-06-30", "SCHD", 6.5796, 26.5),
  // Long-term since the purchase in Fidelity.
  trade("2025-07-31", "Sell", "MSFT", 10, 533.5, SCHWAB),
  reinvested("2025-09-29", "SCHD", 6.4546, 27.3),
  // Buying back by 11/23 would wash it.
  trade("2025-10-24", "Sell", "TGT", 25, 94.3, SCHWAB),
  // HIFO by standing order.
  trade("2025-10-29", "Sell", "NVDA", 20, 207.04, SCHWAB),
  // A sale of the older 15 at a loss by 12/17 is washed by these 5, unless they are sold first.
  trade("2025-11-17", "Buy", "LULU", 5, 167, FIDELITY),
  // In the Roth IRA: a loss on NKE in Schwab by 12/20 is lost for good for 20 shares.
  trade("2025-11-20", "Buy", "NKE", 20, 63.2, ROTH),
];

/** Day the sample looks at its lots, and about the prices of that day. */
export const SAMPLE_AS_OF = "2025-12-05";
export const SAMPLE_PRICES: readonly (readonly [symbol: string, price: number])[] = [
  ["AAPL", 278.78], ["ADBE", 346], ["AMZN", 229.53], ["DIS", 105.4], ["LULU", 184], ["META", 673.42], ["MSFT", 483.16],
  ["NKE", 66], ["NVDA", 182.41], ["PYPL", 62], ["SCHD", 27.4], ["UNH", 331], ["VTI", 337.5],
];
