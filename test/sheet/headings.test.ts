import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { headingMeaning, TRADES_FIELDS } from "../../src/import/column-words";
import { findTradesHeading } from "../../src/sheet/headings";
import { HEADINGS, lines, read, reading } from "./reading";

describe("The headings of the trades range (design section 4)", () => {
  for (const field of TRADES_FIELDS) {
    it(`knows ${field} in any case`, () => {
      for (const written of [field, field.toUpperCase(), ` ${field.toLowerCase()} `, field.replace(" ", "_")]) {
        assert.equal(headingMeaning(written)?.field, field, written);
      }
    });
  }
  const SYNONYMS: readonly (readonly [string, string])[] = [
    ["Trade Date", "Date"], ["Run Date", "Date"], ["Activity Date", "Date"], ["TransactionDate", "Date"], ["Timestamp", "Date"],
    ["Activity/Trade Date", "Date"], ["Transaction Type", "Action"], ["Trans Code", "Action"], ["Activity Type", "Action"],
    ["Buy/Sell", "Action"], ["Side", "Action"], ["Ticker", "Symbol"], ["Instrument", "Symbol"], ["Qty", "Quantity"],
    ["Shares", "Quantity"], ["Quantity #", "Quantity"], ["Quantity Transacted", "Quantity"], ["Price ($)", "Price"], ["Price $", "Price"],
    ["Share Price", "Price"], ["Price (USD)", "Price"], ["Fees & Comm", "Fees"], ["Commission ($)", "Fees"], ["Fees ($)", "Fees"],
    ["Commissions and Fees", "Fees"], ["Comm/Fee", "Fees"], ["Amount ($)", "Amount"], ["Net Amount", "Amount"], ["Account Number", "Account"],
    ["Account Name", "Account"], ["ClientAccountID", "Account"], ["SecurityType", "Type"], ["Lot ID", "Lot"], ["Order ID", "Order"],
    ["\ufeffDate", "Date"], ["Acct", "Account"], ["Acct.", "Account"], ["Acct #", "Account"], ["Acct Name", "Account"], ["Acct Number", "Account"],
  ];
  for (const [written, field] of SYNONYMS) it(`takes ${written.trim()} for ${field}`, () => assert.equal(headingMeaning(written)?.field, field));
  for (const written of ["Settlement Date", "Settle Date", "Process Date", "Description", "Cash Balance ($)", "Accrued Interest ($)", "Principal Amount",
    "Subtotal", "Cusip", "Note", "Exchange Quantity", "Account Type", "Acct Type", ""]) {
    it(`leaves ${written || "a blank heading"} alone`, () => assert.equal(headingMeaning(written), null));
  }
});

describe("Finding the heading row", () => {
  it("finds it under titles and account lines", () => {
    const found = findTradesHeading([["Transactions for account ...123 as of 01/31/2026"], [], ["", ""], ["Date", "Action", "Symbol", "Quantity"]]);
    assert.equal(found?.headingRow, 4);
  });
  it("prefers the row that names more of what is needed", () => {
    // Vanguard's file opens with a table of holdings.
    const found = findTradesHeading([
      ["Account Number", "Investment Name", "Symbol", "Shares", "Share Price", "Total Value"],
      ["123", "Fund", "VTSAX", 10, 100, 1000],
      ["Account Number", "Trade Date", "Transaction Type", "Symbol", "Shares", "Share Price"],
    ]);
    assert.equal(found?.headingRow, 3);
  });
  it("says which columns it recognised and which it leaves alone", () => {
    const found = findTradesHeading([["Notes", "Date", "Action", "Symbol", "Qty", "Settlement Date"]]);
    assert.deepEqual(found?.columns, [
      { column: 0, heading: "Notes", field: null },
      { column: 1, heading: "Date", field: "Date" },
      { column: 2, heading: "Action", field: "Action" },
      { column: 3, heading: "Symbol", field: "Symbol" },
      { column: 4, heading: "Qty", field: "Quantity" },
      { column: 5, heading: "Settlement Date", field: null },
    ]);
    assert.deepEqual(found?.missing, []);
  });
  it("says what is missing", () => assert.deepEqual(findTradesHeading([["Date", "Symbol"]])?.missing, ["Action", "Quantity"]));
  it("does not look beyond the first 25 filled rows", () => {
    const titles = Array.from({ length: 25 }, () => ["title"]);
    assert.equal(findTradesHeading([...titles, HEADINGS]), null);
    assert.equal(findTradesHeading([...titles.slice(1), HEADINGS])?.headingRow, 25);
  });
  it("finds nothing in a sheet of something else", () => {
    assert.equal(findTradesHeading([]), null);
    assert.equal(findTradesHeading([["Rent", 1200], ["Food", 300]]), null);
    assert.equal(findTradesHeading([[45352, 45353], [1, 2]]), null);
  });
});

describe("Two headings for one thing", () => {
  const fieldsOf = (...headings: string[]) => findTradesHeading([headings])?.columns.filter(({ field }) => field !== null).map(({ heading, field }) => `${heading}=${field}`);
  it("the trade date wins over run and transaction date (R-LOT-2)", () => {
    assert.deepEqual(fieldsOf("Run Date", "Trade Date", "Action", "Symbol", "Quantity")?.slice(0, 1), ["Trade Date=Date"]);
    assert.deepEqual(fieldsOf("Activity/Trade Date", "Transaction Date", "Settlement Date", "Activity Type", "Symbol", "Quantity #")?.slice(0, 1), ["Activity/Trade Date=Date"]);
  });
  it("the design's own heading wins over a synonym", () =>
    assert.deepEqual(fieldsOf("Date", "Action", "Symbol", "Shares", "Quantity"), ["Date=Date", "Action=Action", "Symbol=Symbol", "Quantity=Quantity"]));
  it("the net amount wins over the total", () =>
    assert.deepEqual(fieldsOf("Date", "Action", "Symbol", "Quantity", "Total", "Net Amount")?.slice(4), ["Net Amount=Amount"]));
  it("commission and fees are both fees", () =>
    assert.deepEqual(fieldsOf("Date", "Action", "Symbol", "Quantity", "Commission ($)", "Fees ($)")?.slice(4), ["Commission ($)=Fees", "Fees ($)=Fees"]));
});

describe("Account and Account Number", () => {
  const headings = ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Account Number"];
  it("uses the name, which is what the settings will say", () => {
    const { trades } = reading([headings, [45352, "Buy", "X", 1, 1, "ROTH IRA", "111"], [45352, "Buy", "X", 1, 1, "Individual", "222"]]);
    assert.deepEqual(trades.accounts, ["ROTH IRA", "Individual"]);
  });
  it("keeps two accounts of one name apart (R-ID-1: account by account)", () => {
    const { trades } = reading([headings, [45352, "Buy", "X", 1, 1, "Individual", "111"], [45352, "Buy", "X", 1, 1, "INDIVIDUAL", "222"], [45352, "Buy", "X", 1, 1, "Roth", 333], [45352, "Buy", "X", 1, 1, "Individual", "111"]]);
    assert.deepEqual(trades.accounts, ["Individual (111)", "INDIVIDUAL (222)", "Roth"]);
    assert.deepEqual([...trades.account], [0, 1, 2, 0]);
  });
  it("uses the number where the name is blank or has no column", () => {
    assert.deepEqual(reading([headings, [45352, "Buy", "X", 1, 1, "", "111"]]).trades.accounts, ["111"]);
    assert.deepEqual(reading([[...headings.slice(0, 5), "Account Number"], [45352, "Buy", "X", 1, 1, "111"]]).trades.accounts, ["111"]);
  });
});

describe("A range without headings", () => {
  it("has Date, Action, Symbol, Quantity, Price, Fees and Account in that order", () => {
    const { trades, headingRow, columns } = reading([
      [45352, "Buy", "XYZ", 200, 50, 15, "IRA", "ignored"],
      ["3/4/2024", "Sell", "XYZ", 100, 55, "", ""],
    ]);
    assert.deepEqual(lines(trades), ["1 2024-03-01 Buy XYZ IRA 200 1001500", "2 2024-03-04 Sell XYZ A 100 550000"]);
    assert.equal(headingRow, null);
    assert.deepEqual(columns.map(({ field }) => field), ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account", null]);
  });
  it("still names its wrong rows", () => {
    const { faults } = reading([["soon", "Buy", "XYZ", 1, 1], [45352, "Buy", "XYZ", 1, 1]]);
    assert.deepEqual(faults.map(({ problem }) => problem), ['Row 1: Date is "soon", which is not a date.']);
  });
});

describe("A table whose actions stand under Type or Description", () => {
  it("takes the column whose words are actions", () => {
    const { trades } = reading([["Date", "Type", "Symbol", "Quantity", "Price"], [45352, "Buy", "X", 1, 1], [45353, "Sell", "X", 1, 1]]);
    assert.deepEqual(lines(trades), ["2 2024-03-01 Buy X A 1 100", "3 2024-03-02 Sell X A 1 100"]);
  });
  it("but not a Type beside an Action", () => assert.deepEqual(read([45352, "Buy", "X", 1, 1]), ["2 2024-03-01 Buy X A 1 100"]));
});
