/** Exports pasted as they are; layouts and words of the brokers' own files (broker layouts, sections 1.1, 2.1, 3.1, 4.2, 5 to 7.1). */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { lines, reading } from "./reading";

function picture(rows: readonly (readonly unknown[])[]) {
  const { trades, faults, skipped, headingRow } = reading(rows);
  return { lines: lines(trades), faults: faults.map(({ problem }) => problem), skipped: Object.fromEntries(skipped), headingRow, newestFirst: trades.newestFirst, trades };
}

describe("Charles Schwab, transactions", () => {
  const HEADINGS = ["Date", "Action", "Symbol", "Description", "Quantity", "Price", "Fees & Comm", "Amount"];
  const ROWS: readonly (readonly unknown[])[] = [
    ["01/20/2026", "Sell", "XYZ", "XYZ CORP", "50", "$21.00", "$0.05", "$1,049.95"],
    ["01/16/2026 as of 01/15/2026", "Reinvest Shares", "VTI", "VANGUARD TOTAL", "0.4321", "$300.1234", "", "-$129.68"],
    ["01/16/2026 as of 01/15/2026", "Reinvest Dividend", "VTI", "VANGUARD TOTAL", "", "", "", "$129.68"],
    ["01/15/2026", "Bank Interest", "", "BANK INT 121625-011526", "", "", "", "$0.83"],
    ["01/12/2026", "Stock Split", "XYZ", "XYZ CORP", "100", "", "", ""],
    ["01/05/2026", "Buy", "XYZ", "XYZ CORP", "100", "$40.00", "", "-$4,000.00"],
    ["01/02/2026", "Stock Plan Activity", "ACME", "ACME INC", "25", "", "", ""],
    ["01/02/2026", "Buy to Open", "JPM 08/21/2026 200.00 C", "CALL JPMORGAN", "1", "$2.50", "$0.66", "-$250.66"],
  ];
  const EXPECTED = [
    "2 2026-01-20 Sell XYZ A 50 104995",
    "3 2026-01-15 Reinvest VTI A 0.4321 12968",
    "6 2026-01-12 Split XYZ * 0 0",
    "7 2026-01-05 Buy XYZ A 100 400000",
  ];
  // 1 contract × 100 × $2.50 + $0.66
  const OPTION = "9 2026-01-02 Buy JPM 08/21/2026 200.00 C A 1 25066";
  it("reads text as the file has it", () => {
    const read = picture([HEADINGS, ...ROWS]);
    assert.deepEqual(read.lines, [...EXPECTED, OPTION]);
    assert.deepEqual(read.faults, ["Row 8: has neither Price nor Amount, so its basis is unknown."]);
    assert.deepEqual(read.skipped, { "Reinvest Dividend": 1, "Bank Interest": 1 });
    assert.equal(read.newestFirst, true);
    assert.deepEqual(read.trades.details.get(2), { sharesAdded: 100 });
  });
  it("reads the same file after Excel made numbers and dates of it", () => {
    const asNumbers = [
      [46042, "Sell", "XYZ", "XYZ CORP", 50, 21, 0.05, 1049.95],
      ...ROWS.slice(1, 4),
      [46034, "Stock Split", "XYZ", "XYZ CORP", 100, null, null, null],
      [46027, "Buy", "XYZ", "XYZ CORP", 100, 40, null, -4000],
    ];
    assert.deepEqual(picture([HEADINGS, ...asNumbers]).lines, EXPECTED);
  });
  it("reads an older file with its title, ninth column and total", () => {
    const read = picture([
      ["Transactions  for account ...000 as of 09/27/2022"],
      [...HEADINGS, ""],
      ["09/26/2022", "Buy", "XYZ", "XYZ CORP", "10", "$5.00", "", "-$50.00", ""],
      ["Transactions Total", "", "", "", "", "", "", "-$50.00", ""],
    ]);
    assert.deepEqual(read.lines, ["3 2022-09-26 Buy XYZ A 10 5000"]);
    assert.deepEqual([read.faults, read.skipped, read.headingRow], [[], { Total: 1 }, 2]);
  });
  it("names what it does not book", () => {
    const read = picture([HEADINGS, ["01/05/2026", "Stock Merger", "OLD", "", "100", "", "", ""], ["01/05/2026", "Cash In Lieu", "XYZ", "", "", "", "", "$3.21"], ["01/05/2026", "Security Transfer", "ABC", "", "7", "", "", ""]]);
    assert.equal(read.faults.length, 3);
    assert.deepEqual(read.lines, []);
  });
});

describe("Fidelity, history", () => {
  const FOOTER: readonly (readonly unknown[])[] = [
    [],
    ["The data and information in this spreadsheet is provided to you solely for your use and is not for distribution."],
    ["Brokerage services are provided by Fidelity Brokerage Services LLC."],
    ["Date downloaded 01/31/2026 5:02 pm"],
  ];
  const ROWS = {
    sold: "YOU SOLD ACME CORP (ACME) (Cash)",
    bought: "YOU BOUGHT ACME CORP (ACME) (Margin)",
    reinvested: "REINVESTMENT FIDELITY GOVERNMENT MONEY MARKET (SPAXX) (Cash)",
    dividend: "DIVIDEND RECEIVED ACME CORP (ACME) (Cash)",
  };
  it("reads a file of one account, with blank lines first and the disclaimer last", () => {
    const read = picture([
      [], [],
      ["Run Date", "Action", "Symbol", "Description", "Type", "Price ($)", "Quantity", "Commission ($)", "Fees ($)", "Accrued Interest ($)", "Amount ($)", "Cash Balance ($)", "Settlement Date"],
      ["01/30/2026", ROWS.reinvested, "SPAXX", "FIDELITY GOVERNMENT MONEY MARKET", "Cash", 1, 2.15, "", "", "", -2.15, 100, ""],
      ["01/20/2026", ROWS.sold, " ACME", "ACME CORP", "Cash", 30, -10, 4.95, 0.01, "", 295.04, 100, "01/21/2026"],
      ["01/12/2026", ROWS.dividend, "ACME", "ACME CORP", "Cash", "", 0, "", "", "", 3.4, 100, ""],
      ["01/05/2026", ROWS.bought, "ACME", "ACME CORP", "Margin", 25, 20, "", "", "", -500, 100, "01/06/2026"],
      ["01/02/2026", "YOU BOUGHT OPENING TRANSACTION CALL (NVDA)", " -NVDA260807C200", "CALL", "Margin", 2.5, 1, 0.65, 0.02, "", -250.67, 100, ""],
      ["01/02/2026", "Electronic Funds Transfer Received (Cash)", "", "No Description", "Cash", "", 0, "", "", "", 500, 100, ""],
      ...FOOTER,
    ]);
    assert.deepEqual(read.lines, [
      "4 2026-01-30 Reinvest SPAXX A 2.15 215",
      "5 2026-01-20 Sell ACME A 10 29504",
      "7 2026-01-05 Buy ACME A 20 50000",
      // 1 contract × 100 × $2.50 + $0.65 + $0.02
      "8 2026-01-02 Buy -NVDA260807C200 A 1 25067",
    ]);
    assert.deepEqual(read.faults, []);
    assert.deepEqual(read.skipped, { "DIVIDEND RECEIVED": 1, "Electronic Funds Transfer": 1, Footnote: 3 });
    assert.equal(read.newestFirst, true);
  });
  it("reads a file of all accounts, Quantity before Price", () => {
    const read = picture([
      ["Run Date", "Account", "Account Number", "Action", "Symbol", "Description", "Type", "Quantity", "Price ($)", "Commission ($)", "Fees ($)", "Amount ($)", "Settlement Date"],
      ["01/20/2026", "Individual", "X11111111", ROWS.bought, "ACME", "ACME CORP", "Cash", "10", "30.00", "", "", "-300.00", ""],
      ["01/20/2026", "ROTH IRA", "222222222", ROWS.bought, "ACME", "ACME CORP", "Cash", "5", "30.00", "", "", "-150.00", ""],
    ]);
    assert.deepEqual(read.lines, ["2 2026-01-20 Buy ACME Individual 10 30000", "3 2026-01-20 Buy ACME ROTH IRA 5 15000"]);
  });
  it("reads the layout with exchange columns", () => {
    const read = picture([
      ["Run Date", "Action", "Symbol", "Description", "Type", "Exchange Quantity", "Exchange Currency", "Currency", "Price", "Quantity", "Exchange Rate", "Commission", "Fees", "Accrued Interest", "Amount", "Cash Balance", "Settlement Date"],
      ["01/20/2026", ROWS.sold, "ACME", "ACME CORP", "Shares", 0, "", "USD", 30, -10, 0, 4.95, 0.01, "", 295.04, 1, ""],
    ]);
    assert.deepEqual(read.lines, ["2 2026-01-20 Sell ACME A 10 29504"]);
  });
  it("names both legs of a reverse split and a merger", () => {
    const read = picture([
      ["Run Date", "Action", "Symbol", "Quantity", "Price ($)", "Amount ($)"],
      ["01/20/2026", "REVERSE SPLIT R/S FROM 00123#REOR M0051234560001", "ACME", 10, "", 0],
      ["01/20/2026", "REVERSE SPLIT R/S TO 00456#REOR M0051234560000", "00123", -100, "", 0],
      ["01/20/2026", "IN LIEU OF FRX SHARE LEU PAYOUT (ACME)", "ACME", 0, "", 4.2],
    ]);
    assert.equal(read.faults.length, 3);
    assert.deepEqual(read.lines, []);
  });
});

describe("Vanguard, ofxdownload", () => {
  it("passes over the holdings, takes the net amount, and drops the dividend leg with 0 shares", () => {
    const read = picture([
      ["Account Number", "Investment Name", "Symbol", "Shares", "Share Price", "Total Value", ""],
      ["12345678", "VANGUARD TOTAL STOCK", "VTI", "10.5", "300.00", "3150.00", ""],
      [],
      ["Account Number", "Trade Date", "Settlement Date", "Transaction Type", "Transaction Description", "Investment Name", "Symbol", "Shares", "Share Price", "Principal Amount", "Commissions and Fees", "Net Amount", "Accrued Interest", "Account Type", ""],
      ["12345678", "2026-01-05", "2026-01-06", "Buy", "Buy", "VANGUARD TOTAL STOCK", "VTI", "10.0", "299.00", "-2990.0", "0.0", "-2990.0", "0.0", "CASH", ""],
      ["12345678", "2026-01-10", "2026-01-10", "Reinvestment", "Dividend Reinvestment", "VANGUARD TOTAL STOCK", "VTI", "0.0", "0.0", "-150.0", "0.0", "-150.0", "0.0", "CASH", ""],
      ["12345678", "2026-01-10", "2026-01-10", "Reinvestment", "Dividend Reinvestment", "VANGUARD TOTAL STOCK", "VTI", "0.5", "300.0", "-150.0", "0.0", "-150.0", "0.0", "CASH", ""],
      ["12345678", "2026-01-20", "2026-01-21", "Sell", "Sell", "VANGUARD TOTAL STOCK", "VTI", "-2.0", "310.0", "620.0", "0.02", "619.98", "0.0", "CASH", ""],
      ["12345678", "2026-01-21", "2026-01-21", "Sweep in", "Sweep Into Settlement Fund", "VANGUARD FEDERAL MONEY MARKET", "VMFXX", "619.98", "1.0", "-619.98", "0.0", "-619.98", "0.0", "CASH", ""],
    ]);
    assert.deepEqual(read.lines, [
      "5 2026-01-05 Buy VTI 12345678 10 299000",
      "7 2026-01-10 Reinvest VTI 12345678 0.5 15000",
      "8 2026-01-20 Sell VTI 12345678 2 61998",
    ]);
    assert.deepEqual([read.faults, read.skipped], [[], { Reinvestment: 1, "Sweep in": 1 }]);
  });
});

describe("Interactive Brokers, Flex trades", () => {
  it("turns commissions paid, written negative, into fees", () => {
    const read = picture([
      ["ClientAccountID", "AssetClass", "Symbol", "TradeDate", "Buy/Sell", "Quantity", "TradePrice", "Proceeds", "IBCommission", "NetCash"],
      ["U1", "STK", "XYZ", "20260105", "BUY", "100", "10", "-1000", "-1", "-1001"],
      ["U1", "STK", "XYZ", 20260120, "SELL", -100, 11, 1100, -1.02, 1098.98],
    ]);
    assert.deepEqual(read.lines, ["2 2026-01-05 Buy XYZ U1 100 100100", "3 2026-01-20 Sell XYZ U1 100 109898"]);
    assert.deepEqual(read.faults, []);
  });
});

describe("E*TRADE", () => {
  it("reads the second generation, with Amount before Price", () => {
    const read = picture([
      ["For Account:", "####2641"],
      [],
      ["TransactionDate", "TransactionType", "SecurityType", "Symbol", "Quantity", "Amount", "Price", "Commission", "Description"],
      ["01/05/26", "Bought", "EQ", "XYZ", "100", "-1004.95", "10", "4.95", "XYZ CORP"],
      ["01/20/26", "Sold", "EQ", "XYZ", "-100", "1095.05", "11", "4.95", "XYZ CORP"],
      ["01/21/26", "Bought To Open", "OPTN", "XYZ Jan 20", "1", "-100", "1", "0", "CALL"],
    ]);
    assert.deepEqual(read.lines, ["4 2026-01-05 Buy XYZ A 100 100495", "5 2026-01-20 Sell XYZ A 100 109505"]);
    assert.equal(read.faults.length, 1);
  });
  it("reads the third generation, with -- for empty", () => {
    const read = picture([
      ["All Transactions Activity Types"],
      ["Account Activity for Individual -2641 from Current Year"],
      ["Total:", "-18247.05"],
      ["Activity/Trade Date", "Transaction Date", "Settlement Date", "Activity Type", "Description", "Symbol", "Cusip", "Quantity #", "Price $", "Amount $", "Commission", "Category", "Note"],
      ["01/05/26", "01/06/26", "01/06/26", "Bought", "XYZ", "XYZ", "--", "100", "10.00", "-1000.00", "0.0", "--", "--"],
      ["01/09/26", "01/09/26", "--", "Qualified Dividend", "XYZ", "XYZ", "--", "--", "--", "12.00", "--", "--", "--"],
    ]);
    assert.deepEqual([read.lines, read.faults, read.skipped], [["5 2026-01-05 Buy XYZ A 100 100000"], [], { "Qualified Dividend": 1 }]);
  });
});

describe("Robinhood, account activity", () => {
  it("reads brackets as outflow, and the last row's disclaimer as a footnote", () => {
    const read = picture([
      ["Activity Date", "Process Date", "Settle Date", "Instrument", "Description", "Trans Code", "Quantity", "Price", "Amount"],
      ["1/20/2026", "1/20/2026", "1/21/2026", "XYZ", "XYZ\nCUSIP: 1", "Sell", "10", "$52.00", "$519.99"],
      ["1/12/2026", "1/12/2026", "1/12/2026", "XYZ", "Cash Div", "CDIV", "", "", "$1.00"],
      ["1/5/2026", "1/5/2026", "1/6/2026", "XYZ", "XYZ\nCUSIP: 1", "Buy", "10", "$51.12", "($511.20)"],
      ["1/2/2026", "1/2/2026", "1/2/2026", "ABC", "ABC", "ACATI", "5", "", ""],
      ["", "", "", "", "", "", "", "", "The data provided is for informational purposes only."],
    ]);
    assert.deepEqual(read.lines, ["2 2026-01-20 Sell XYZ A 10 51999", "4 2026-01-05 Buy XYZ A 10 51120"]);
    assert.deepEqual(read.skipped, { CDIV: 1, Footnote: 1 });
    assert.deepEqual(read.faults, ['Row 5: "ACATI" cannot be booked from its row alone, so ABC is withheld.']);
  });
});

describe("Coinbase, transaction history", () => {
  it("reads digital assets, staking income among the acquisitions (R-DA-2, R-DA-5)", () => {
    const read = picture([
      ["Transactions"],
      ["User", "Jane Doe", "0000"],
      ["ID", "Timestamp", "Transaction Type", "Asset", "Quantity Transacted", "Price Currency", "Price at Transaction", "Subtotal", "Total (inclusive of fees and/or spread)", "Fees and/or Spread", "Notes"],
      ["a", "2026-01-05 10:00:00 UTC", "Buy", "BTC", "0.01", "USD", "$90000.00", "$900.00", "$910.00", "$10.00", "Bought"],
      ["b", "2026-01-06 10:00:00 UTC", "Staking Income", "ETH", "0.001", "USD", "$3000.00", "$3.00", "$3.00", "$0.00", "Earned"],
      ["c", "2026-01-07 10:00:00 UTC", "Send", "BTC", "-0.001", "USD", "$90000.00", "", "", "", "Sent"],
      ["d", "2026-01-08 10:00:00 UTC", "Deposit", "USD", "500", "USD", "$1.00", "$500", "$500", "$0.00", "Deposit"],
    ]);
    assert.deepEqual(read.lines, ["4 2026-01-05 Buy BTC A 0.01 91000", "5 2026-01-06 Vest ETH A 0.001 300"]);
    assert.deepEqual([...read.trades.digital], [0, 1]);
    assert.deepEqual([read.faults.length, read.skipped], [1, { Deposit: 1 }]);
  });
});

describe("Options in brokers' own words", () => {
  it("Schwab: opened, closed, expired, exercised, assigned (200 or 210 × 100 and the fees)", () => {
    const option = (date: string, action: string, symbol: string, quantity: string, price = "", fees = "", amount = "") => [date, action, symbol, "", quantity, price, fees, amount];
    const read = picture([
      ["Date", "Action", "Symbol", "Description", "Quantity", "Price", "Fees & Comm", "Amount"],
      option("08/19/2024", "Assigned", "JPM 08/16/2024 210.00 P", "1"),
      option("08/19/2024", "Exchange or Exercise", "JPM 08/16/2024 200.00 C", "-1"),
      option("08/19/2024", "Expired", "JPM 08/16/2024 230.00 C", "-2"),
      option("06/05/2024", "Sell to Close", "JPM 08/16/2024 200.00 C", "1", "$3.00", "$0.66", "$299.34"),
      option("06/04/2024", "Buy to Close", "JPM 08/16/2024 210.00 P", "1", "$1.00", "$0.66", "-$100.66"),
      option("06/03/2024", "Sell to Open", "JPM 08/16/2024 210.00 P", "2", "$4.00", "$1.32", "$798.68"),
      option("06/03/2024", "Options Frwd Split", "JPM 08/16/2024 100.00 C", "2"),
    ]);
    assert.deepEqual(read.lines, [
      "2 2024-08-19 Assigned JPM 08/16/2024 210.00 P A 1 2100000",
      "3 2024-08-19 Exercise JPM 08/16/2024 200.00 C A 1 2000000",
      "4 2024-08-16 Expire JPM 08/16/2024 230.00 C A 2 0",
      "5 2024-06-05 Sell JPM 08/16/2024 200.00 C A 1 29934",
      "6 2024-06-04 BuyToCover JPM 08/16/2024 210.00 P A 1 10066",
      "7 2024-06-03 SellShort JPM 08/16/2024 210.00 P A 2 79868",
    ]);
    assert.deepEqual(read.faults, ['Row 8: "Options Frwd Split" cannot be booked from its row alone, so JPM 08/16/2024 100.00 C is withheld.']);
  });
  it("Fidelity: written, bought back, expired, assigned, with the stock's row named as one too many", () => {
    const read = picture([
      ["Run Date", "Action", "Symbol", "Type", "Price ($)", "Quantity", "Commission ($)", "Fees ($)", "Amount ($)"],
      ["01/05/2026", "YOU SOLD OPENING TRANSACTION PUT (NVDA) NVIDIA CORP", " -NVDA260220P180", "Margin", 5, -2, 1.3, 0.04, 998.66],
      ["01/09/2026", "YOU BOUGHT CLOSING TRANSACTION PUT (NVDA) NVIDIA CORP", " -NVDA260220P180", "Margin", 2, 1, 0.65, 0.02, -200.67],
      ["02/23/2026", "ASSIGNED as of Feb-20-2026 PUT (NVDA) NVIDIA CORP", " -NVDA260220P180", "Margin", "", 1, "", "", ""],
      ["02/23/2026", "YOU BOUGHT ASSIGNED PUTS AS OF 02-20-26 NVIDIA CORP", "NVDA", "Margin", 180, 100, "", "", -18000],
      ["02/23/2026", "EXPIRED CALL (NVDA) NVIDIA CORP FEB 20 26", " -NVDA260220C240", "Margin", "", -1, "", "", ""],
    ]);
    assert.deepEqual(read.lines, [
      "2 2026-01-05 SellShort -NVDA260220P180 A 2 99866",
      "3 2026-01-09 BuyToCover -NVDA260220P180 A 1 20067",
      "4 2026-02-23 Assigned -NVDA260220P180 A 1 1800000",
      "6 2026-02-20 Expire -NVDA260220C240 A 1 0",
    ]);
    assert.deepEqual(read.faults, ['Row 5: "YOU BOUGHT ASSIGNED PUTS AS OF 02-20-26 NVIDIA CORP" cannot be booked from its row alone, so NVDA is withheld.']);
  });
  const ROBINHOOD = ["Activity Date", "Process Date", "Settle Date", "Instrument", "Description", "Trans Code", "Quantity", "Price", "Amount"];
  it("Robinhood lists the stock, and the contract under Description", () => {
    const read = picture([
      ROBINHOOD,
      ["1/5/2026", "1/5/2026", "1/6/2026", "XYZ", "XYZ 1/16/2026 Call $45.00", "BTO", "1", "$2.50", "($250.04)"],
      ["1/6/2026", "1/6/2026", "1/7/2026", "XYZ", "XYZ 1/16/2026 Put $40.00", "STO", "2", "$1.00", "$199.92"],
      ["1/16/2026", "1/16/2026", "1/16/2026", "XYZ", "Option Expiration for XYZ 1/16/2026 Call $45.00", "OEXP", "1", "", ""],
      ["1/16/2026", "1/16/2026", "1/16/2026", "XYZ", "XYZ 1/16/2026 Put $40.00", "OASGN", "2", "", ""],
    ]);
    assert.deepEqual(read.faults, []);
    // 2 × 100 × $40 = $8,000 for the stock put to the writer
    assert.deepEqual(read.lines, [
      "2 2026-01-05 Buy XYZ 1/16/2026 Call $45.00 A 1 25004",
      "3 2026-01-06 SellShort XYZ 1/16/2026 Put $40.00 A 2 19992",
      "4 2026-01-16 Expire XYZ 1/16/2026 Call $45.00 A 1 0",
      "5 2026-01-16 Assigned XYZ 1/16/2026 Put $40.00 A 2 800000",
    ]);
    assert.deepEqual([...read.trades.options.values()].map(({ underlying, strike }) => `${read.trades.symbols[underlying]} ${strike}`), ["XYZ 45", "XYZ 40"]);
  });
  it("but a text that names no contract of that stock books nothing under the stock's name", () => {
    const read = picture([
      ROBINHOOD,
      ["1/5/2026", "1/5/2026", "1/6/2026", "XYZ", "XYZ call", "BTO", "1", "$2.50", "($250.04)"],
      ["1/5/2026", "1/5/2026", "1/6/2026", "XYZ", "ABC 1/16/2026 Call $45.00", "OEXP", "1", "", ""],
      ["1/5/2026", "1/5/2026", "1/6/2026", "XYZ", "XYZ 1/16/2026 Call $45.00", "Buy", "1", "$2.50", "($2.50)"],
    ]);
    assert.deepEqual(read.lines, ["4 2026-01-05 Buy XYZ A 1 250"]);
    assert.deepEqual(read.faults, ['Row 2: "BTO" is a trade of an option, but XYZ names none.', "Row 3: expires, but XYZ is no option."]);
  });
  it("Interactive Brokers states asset class, underlying and multiplier", () => {
    const read = picture([
      ["ClientAccountID", "AssetClass", "Symbol", "UnderlyingSymbol", "Multiplier", "TradeDate", "Buy/Sell", "Quantity", "TradePrice", "IBCommission", "NetCash"],
      ["U1", "OPT", "XYZ   260117C00045000", "XYZ", 100, "20260105", "BUY", 1, 2.5, -0.65, -250.65],
      ["U1", "STK", "XYZ", "", 1, "20260106", "BUY", 100, 44, -1, -4401],
    ]);
    assert.deepEqual([read.lines, read.faults], [["2 2026-01-05 Buy XYZ   260117C00045000 U1 1 25065", "3 2026-01-06 Buy XYZ U1 100 440100"], []]);
  });
});

describe("Corporate actions as brokers list them", () => {
  it("one side alone is asked for the other", () => {
    const read = picture([
      ["Date", "Action", "Symbol", "Description", "Quantity", "Price", "Fees & Comm", "Amount"],
      ["03/01/2024", "Spin-off", "KID", "KID CORP", "10", "", "", ""],
      ["03/01/2024", "Cash Merger", "OLD", "OLD CORP", "-100", "", "", "$2,500.00"],
      ["03/01/2024", "Return of Capital", "XYZ", "XYZ CORP", "", "", "", "$60.00"],
    ]);
    assert.deepEqual(read.faults, ["Row 2: is a spin-off without New symbol.", "Row 3: states Quantity -100, but a cash merger pays for every share held."]);
    assert.deepEqual(read.lines, ["4 2024-03-01 ReturnOfCapital XYZ A 0 6000"]);
  });
});

describe("Rows that are no trades", () => {
  const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price"];
  it("totals, footnotes and headings repeated for a second account are counted", () => {
    const read = picture([HEADINGS, [45352, "Buy", "X", 1, 1], ["Total", "", "", 1, ""], HEADINGS, [45353, "Buy", "X", 1, 1], ["Grand total", "", "", 2, ""], ["*** END OF REPORT ***"]]);
    assert.equal(read.lines.length, 2);
    assert.deepEqual([read.faults, read.skipped], [[], { Total: 2, "Headings again": 1, Footnote: 1 }]);
  });
  it("but a half-filled row is never taken for a footnote", () => {
    const read = picture([HEADINGS, ["some day in spring last year", "", "XYZ", 5, ""], ["", "", "XYZ"], ["", "Buyy", "", "", ""], ["maybe a trade", "", "", "", ""]]);
    assert.equal(read.faults.length, 4);
    assert.deepEqual(read.skipped, {});
  });
  it("a total with a date is no total", () =>
    assert.equal(picture([HEADINGS, [45352, "Total return swap", "X", 1, 1]]).faults.length, 1));
});
