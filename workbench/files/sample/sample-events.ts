/**
 * Events of the sample workbook beyond buying and selling, one of each kind: companies, days and terms as they were,
 * prices about those of the day, everything else invented. Chosen to show each rule at work, not to suggest anything.
 */
import { FIDELITY, SCHWAB } from "./sample-trades";

/** In the order of the columns of the Events sheet. */
export const EVENT_HEADINGS = [
  "Date", "Action", "Symbol", "Quantity", "Price", "Account", "New symbol", "Ratio", "Value", "New value", "Cash per share", "Cash in lieu", "Type",
] as const;
export type EventHeading = (typeof EVENT_HEADINGS)[number];

export type EventRow = Readonly<Partial<Record<EventHeading, string | number>>>;

/** A fund kept at average basis by the settings. */
export const AVERAGED_FUND = "VFIAX";

/** A fund is marked on each of its rows, as one fills down a column. */
function fund(date: string, action: string, quantity: number, price: number): EventRow {
  return { Date: date, Action: action, Symbol: AVERAGED_FUND, Quantity: quantity, Price: price, Account: FIDELITY, Type: "Fund" };
}

export const SAMPLE_EVENTS: readonly EventRow[] = [
  { Date: "2019-10-15", Action: "Buy", Symbol: "IPHI", Quantity: 40, Price: 62.4, Account: FIDELITY },
  { Date: "2020-06-10", Action: "Buy", Symbol: "IBM", Quantity: 33, Price: 129.1, Account: SCHWAB },
  // 2.323 shares of Marvell and $66 for each share of Inphi; 92.92 shares, of which 0.92 are paid.
  { Date: "2021-04-20", Action: "Merger", Symbol: "IPHI", "New symbol": "MRVL", Ratio: "2.323:1", "New value": 45.2, "Cash per share": 66, "Cash in lieu": 41.58 },
  // One share of Kyndryl for five of IBM; 6.6 shares, of which 0.6 are paid.
  { Date: "2021-11-03", Action: "Spin-off", Symbol: "IBM", "New symbol": "KD", Ratio: "1:5", Value: 120.85, "New value": 26.38, "Cash in lieu": 15.83 },
  fund("2022-03-15", "Buy", 25, 393.12),
  { Date: "2022-04-05", Action: "Sell", Symbol: "KD", Quantity: 6, Price: 12.9, Account: SCHWAB },
  { Date: "2022-06-15", Action: "Buy", Symbol: "ATVI", Quantity: 50, Price: 76.55, Account: SCHWAB },
  fund("2022-12-21", "Reinvest", 0.112, 358.76),
  { Date: "2023-04-03", Action: "Sell short", Symbol: "SNAP", Quantity: 100, Price: 10.92, Account: SCHWAB },
  { Date: "2023-05-08", Action: "Inherit", Symbol: "JNJ", Quantity: 30, Account: SCHWAB, Value: 162.1 },
  { Date: "2023-05-15", Action: "Buy to cover", Symbol: "SNAP", Quantity: 100, Price: 8.41, Account: SCHWAB },
  { Date: "2023-06-20", Action: "Sell", Symbol: "JNJ", Quantity: 30, Price: 164.8, Account: SCHWAB },
  { Date: "2023-10-13", Action: "Taxable merger", Symbol: "ATVI", "Cash per share": 95 },
  fund("2024-01-16", "Buy", 10, 439.4),
  fund("2024-05-15", "Sell", 12, 489.6),
];

/** Rows that the sheet explains below the table: what stands beside them, and which event it is. */
export const EXPLAINED_EVENTS: readonly (readonly [label: string, action: string, symbol: string])[] = [
  ["Spin-off", "Spin-off", "IBM"],
  ["Merger, stock and cash", "Merger", "IPHI"],
  ["Merger for cash", "Taxable merger", "ATVI"],
  ["Fund on average cost", "Sell", AVERAGED_FUND],
  ["Inherited lot", "Sell", "JNJ"],
  ["Covered short", "Buy to cover", "SNAP"],
];
