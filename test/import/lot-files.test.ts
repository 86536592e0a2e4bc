/** Lots and positions of Schwab and Fidelity (broker layouts, sections 1.2 to 1.5, 2.2 and 2.3). */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { lotsOf, readText, undecidedOfLine } from "./read-sample";

const quoted = (...cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(",");
const DETAILS = quoted("Symbol", "Name", "Closed Date", "Opened Date", "Quantity", "Proceeds Per Share", "Cost Per Share", "Proceeds", "Cost Basis (CB)",
  "Gain/Loss ($)", "Gain/Loss (%)", "Long Term Gain/Loss", "Short Term Gain/Loss", "Term", "Unadjusted Cost Basis", "Wash Sale?", "Disallowed Loss");
const sale = (symbol: string, wash: string) =>
  quoted(symbol, "NAME", "06/02/2025", "03/03/2025", "10", "$9.00", "$12.00", "$90.00", "$120.00", "-$30.00", "-25%", "", "-$30.00", "Short Term", "$120.00", wash === "" ? "No" : "YES", wash);

describe("Charles Schwab, realized gains lot by lot", () => {
  it("several accounts follow each other, each under its own title and headings", () => {
    const file = readText("lots.csv", [
      quoted("Realized Gain/Loss - Lot Details for ...615 as of Wed Sep 16 10:16:58 EDT 2026 from 01/01/2025 to 12/31/2025"), DETAILS, sale("XYZ", "$12.50"),
      "", quoted("Realized Gain/Loss - Lot Details for ...777 as of Wed Sep 16 10:16:58 EDT 2026 from 01/01/2025 to 12/31/2025"), DETAILS, sale("ABC", ""),
      quoted("Total", "", "", "", "", "", "", "$180.00", "", "", "", "", "", "", "", "", ""),
    ].join("\n"));
    assert.deepEqual([file.kind, file.accounts, file.trades], ["closed lots", ["...615", "...777"], []]);
    assert.deepEqual(file.sales[0], {
      line: 3, account: "...615", symbol: "XYZ", description: "NAME", acquired: "2025-03-03", sold: "2025-06-02", quantity: "10",
      proceedsCents: 9000, basisCents: 12000, washCents: 1250, term: "Short", basisReported: null, form: null,
    });
    assert.deepEqual([file.sales[1]?.washCents, file.sales[1]?.line], [null, 7]);
    assert.deepEqual([file.control.lines, file.control.tradeLines, file.control.amountCents], [2, 2, 18000]);
  });
  it("all accounts in one file: each stands in a line of its own above its headings", () => {
    const file = readText("lots.csv", [
      quoted("Realized Gain/Loss - Lot Details for All_Accounts as of Tue Mar 03  19:13:09 EDT 2026 from 01/01/2025 to 12/31/2025"),
      quoted("Individual ...999"), DETAILS, sale("XYZ", "$12.50"), "", quoted("Roth IRA ...9876"), DETAILS, sale("ABC", ""),
    ].join("\n"));
    assert.deepEqual(file.sales.map(({ line, account, symbol }) => [line, account, symbol]), [[4, "Individual ...999", "XYZ"], [8, "Roth IRA ...9876", "ABC"]]);
    assert.deepEqual([file.accounts, file.undecided, file.control.lines], [["Individual ...999", "Roth IRA ...9876"], [], 2]);
  });
  it("under its other headings: Description, Total Proceeds, Cost Basis, Unadjusted Cost", () => {
    const file = readText("lots.csv", [
      "Realized Gain/Loss - Lot Details", "Individual Brokerage ...1234",
      quoted("Symbol", "Description", "Closed Date", "Opened Date", "Quantity", "Proceeds/Share", "Cost/Share", "Total Proceeds", "Cost Basis", "Gain/Loss $", "Gain/Loss %",
        "LT Gain/Loss", "ST Gain/Loss", "Term", "Unadjusted Cost", "Wash Sale?", "Disallowed Loss", "Cost Basis Method"),
      quoted("AAPL", "Apple Inc", "06/15/2026", "01/10/2026", "2", "205.00", "175.00", "$410.00", "$350.00", "$60.00", "17.14%", "", "$60.00", "Short Term", "$350.00", "NO", "", "FIFO"),
    ].join("\n"));
    assert.deepEqual(file.sales.map(({ account, description, proceedsCents, basisCents, term }) => [account, description, proceedsCents, basisCents, term]),
      [["Individual Brokerage ...1234", "Apple Inc", 41000, 35000, "Short"]]);
    assert.equal(file.control.amountCents, 41000);
  });
  it("a sale that cannot be read is asked about", () => {
    const file = readText("lots.csv", ["title", DETAILS, sale("XYZ", "").replace("06/02/2025", "soon")].join("\n"));
    assert.match(undecidedOfLine(file, 3).sentence, /"soon" is no date of a sale/);
  });
});

describe("Charles Schwab, realized gains in summary", () => {
  it("has no dates of purchase, and says so", () => {
    const headings = quoted("Symbol", "Name", "Closed Date", "Quantity", "Closing Price", "Cost Basis Method", "Proceeds", "Cost Basis (CB)", "Total Gain/Loss ($)",
      "Total Gain/Loss (%)", "Long Term (LT) Gain/Loss ($)", "Short Term (ST) Gain/Loss ($)", "Wash Sale?", "Disallowed Loss");
    const file = readText("s.csv", [headings, quoted("XYZ", "NAME", "06/02/2025", "10", "$9.00", "Specific Lots", "$90.00", "$80.00", "$10.00", "1%", "$10.00", "--", "No", "--")].join("\n"));
    assert.deepEqual([file.sales[0]?.acquired, file.sales[0]?.term, file.sales[0]?.basisCents], [null, "Long", 8000]);
    assert.match(file.note, /no dates of purchase/);
  });
});

describe("Charles Schwab, open lots of a symbol", () => {
  const HEADINGS = '"Open Date","Quantity","Price","Cost/Share","Market Value","Cost Basis","Gain/Loss $","Gain/Loss %","Holding Period",';
  it("open the book; symbol and account stand in the title, a trailing column is empty, a total ends it", () => {
    const file = readText("x.csv", [
      '"SHOP Lot Details for XXXX-5792 as of 08:03 AM ET, 02/11/2022"', "", HEADINGS,
      '"01/05/2021 00:00:00","10","$900.00","$800.00","$9,000.00","$8,000.00","$1,000.00","12.5%","Long Term",',
      '"Total","10","","","$9,000.00","$8,000.00","$1,000.00","12.5%","",',
    ].join("\n"));
    assert.deepEqual([file.kind, file.accounts, file.control.lines], ["open lots", ["XXXX-5792"], 1]);
    assert.deepEqual(lotsOf([file], "Symbol", "Account", "Quantity", "Basis", "Acquired"), ["SHOP XXXX-5792 10 8000 44201"]);
  });
});

describe("Fidelity, closed lots", () => {
  it("money with a blank at its end, the term by the column that has a figure, and no wash column", () => {
    const file = readText("c.csv", [
      "Symbol(CUSIP),Security Description,Quantity,Date Acquired,Date Sold,Proceeds,Cost Basis,Short Term Gain/Loss,Long Term Gain/Loss",
      'ACME(004934109),ACME CORP,10,03/03/2024,06/02/2025,"$3621.38 ","$3000.00 ",-,"$621.38 "',
      "ACME(004934109),ACME CORP,10,VARIOUS,06/03/2025,$10.00,$20.00,($10.00),-", "",
    ].join("\n"));
    assert.deepEqual(file.sales.map(({ symbol, acquired, proceedsCents, basisCents, washCents, term }) => [symbol, acquired, proceedsCents, basisCents, washCents, term]), [
      ["ACME", "2024-03-03", 362138, 300000, null, "Long"],
      ["ACME", "VARIOUS", 1000, 2000, null, "Short"],
    ]);
    assert.equal(file.namesAccount, false);
  });
});

describe("Fidelity, closed lots of options", () => {
  it("the contract is named as in the history, without the minus before it", () => {
    const file = readText("c.csv", [
      "Symbol(CUSIP),Security Description,Quantity,Date Acquired,Date Sold,Proceeds,Cost Basis,Short Term Gain/Loss,Long Term Gain/Loss",
      '-NVDA260327C200(6470931AB),CALL (NVDA),1.000,Various,03/15/2026,"$309.33 ","$1.00 ","$308.33 ", - ',
    ].join("\n"));
    assert.deepEqual(file.sales.map(({ symbol, acquired, term }) => [symbol, acquired, term]), [["NVDA 260327C200", "VARIOUS", "Short"]]);
  });
});

describe("Positions are told from lots", () => {
  it("Schwab's and Fidelity's: each line counted, nothing entered, and the file says why", () => {
    const schwab = readText("p.csv", [
      '"Positions for All-Accounts as of 02:01 PM ET, 2026/08/07"', "", '"Individual ...615"',
      quoted("Symbol", "Description", "Qty (Quantity)", "Price", "Mkt Val (Market Value)", "Cost Basis", "Reinvest?"),
      quoted("XYZ", "XYZ CORP", "10", "$9.00", "$90.00", "$80.00", "Yes"),
      quoted("Cash & Cash Investments", "--", "--", "--", "$5.00", "--", "--"),
      quoted("Account Total", "--", "--", "--", "$95.00", "$80.00", "--"),
    ].join("\n"));
    const fidelity = readText("p.csv", [
      "Account number,Account name,Symbol,Description,Quantity,Last price,Last price change,Current value,Percent of account,Cost basis total,Average cost basis,Type",
      "X1,Individual,ACME,ACME CORP,10,$9.00,$0.10,$90.00,50%,$80.00,$8.00,Cash",
      "X1,Individual,Pending Activity,,,,,$5.00,,,,",
      "", '"Date downloaded 01/31/2026 5:02 pm"',
    ].join("\n"));
    for (const file of [schwab, fidelity]) {
      assert.deepEqual([file.kind, file.trades, file.undecided], ["positions", [], []]);
      assert.deepEqual([file.control.lines, file.control.countedLines, file.control.amountCents], [2, 2, 9500]);
      assert.match(file.note, /average cost, not lots/);
    }
  });
});
