/** Files of no known format (broker layouts, section 9, last row): the user names the columns. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { ImportedHeading } from "../../src/import/import-types";
import { readMappedFile } from "../../src/import/read-mapped-file";
import { readSourceFile } from "../../src/import/read-source-file";
import * as sample from "./read-sample";
import { lotsOf, shown, trades } from "./read-sample";

const NAME = "other.csv";
const file = (text: string) => sample.fileOfText(NAME, text);
const layoutOf = (text: string) => sample.layoutOf(NAME, text);
const mapped = (text: string, columns: readonly (ImportedHeading | null)[], account: string | null = "Mine") => sample.mapped(NAME, text, columns, account);

const TEXT = [
  "My trades of 2025, as kept by hand",
  "",
  "When;What;Ticker;How many;At;Total;Remarks",
  "2025-03-03;Bought;XYZ;100;10.00;1,000.00;first",
  "2025-03-04;Dividend;XYZ;;;12.00;",
  "2025-03-05;Sold;XYZ;-40;11.00;(440.00);",
  "2025-03-06;Bartered;XYZ;1;;;",
  "2025-03-07;Split;XYZ;60;;;",
  "Total;;;;;572.00;",
].join("\r\n");
const COLUMNS: readonly (ImportedHeading | null)[] = ["Date", "Action", "Symbol", "Quantity", "Price", "Amount", null];

describe("A file that no format knows", () => {
  it("shows its headings below a title, a few rows, and what our words make of them", () => {
    const layout = layoutOf(TEXT);
    assert.deepEqual([layout.headingLine, layout.headings[0], layout.sample.length], [3, "When", 5]);
    assert.deepEqual(layout.guessed, [null, null, "Symbol", null, null, "Amount", null]);
    assert.equal(layoutOf("Trade Date,Side,Ticker,Qty,Price,Commission,Fee,Total,Net Amount\n1,2,3").guessed.join(), "Date,Action,Symbol,Quantity,Price,Fees,Fees,,Amount");
  });
  it("is read by the columns named, every line in its place", () => {
    const read = mapped(TEXT, COLUMNS);
    assert.deepEqual(read.trades.map(({ line, cells }) => `${line} ${shown(cells, ["Date", "Action", "Quantity", "Price", "Amount", "Account"])}`), [
      "4 2025-03-03 Buy 100 10 1000 Mine",
      "6 2025-03-05 Sell 40 11 440 Mine",
      "8 2025-03-07 Split 60   Mine",
    ]);
    assert.deepEqual(read.undecided.map(({ line, sentence }) => `${line} ${sentence.slice(0, 34)}`), ['7 "Bartered" is not a known action. ']);
    const { lines, tradeLines, countedLines, undecidedLines, amountCents } = read.control;
    // 1000 + 12 − 440
    assert.deepEqual([lines, tradeLines, countedLines, undecidedLines, amountCents], [5, 3, 1, 1, 57200]);
    // 60 left of 100, and 60 more by the split; 1000 × 60/100
    assert.deepEqual(lotsOf([read], "Symbol", "Quantity", "Basis"), ["XYZ 120 600"]);
  });
  it("fees that no column shows are told from the amount while they are small, else the row is asked about", () => {
    const sale = (total: string) => mapped(TEXT.replace("(440.00)", total), COLUMNS);
    assert.equal(sale("435.05").trades.find(({ line }) => line === 6)?.cells.Fees, "4.95");
    assert.match(sale("400.00").undecided[0]?.sentence ?? "", /The amount is 400, but quantity, price and fees come to 440.00/);
  });
  it("takes N/A for a blank: no symbol of that name is booked", () => {
    const read = mapped(TEXT.replace("Bought;XYZ", "Bought;N/A"), COLUMNS);
    assert.deepEqual([read.trades.map(({ line }) => line), read.undecided.map(({ line, draft }) => `${line} ${draft?.Symbol ?? ""}`)], [[6, 8], ["4 ", "7 XYZ"]]);
  });
  it("without an account, asks for it", () => assert.equal(mapped(TEXT, COLUMNS, null).namesAccount, false));
  it("refuses to be read without a column for the date, and when its headings are others", () => {
    const without = readMappedFile(file(TEXT), { fingerprint: layoutOf(TEXT).fingerprint, columns: [null, ...COLUMNS.slice(1)], account: null });
    assert.equal(!without.ok && without.problem.sentence, "Name the column of other.csv that is Date.");
    const other = readMappedFile(file("A,B,C,D\n1,2,3,4"), { fingerprint: layoutOf(TEXT).fingerprint, columns: COLUMNS, account: null });
    assert.equal(!other.ok && other.problem.sentence, "other.csv has other headings than the columns you named. Name its columns.");
  });
  it("what is no table is refused with what to do", () => {
    for (const text of ["", "   \n \n", "hello", "%PDF-1.7", "PK\u0003\u0004", "<html><table>"]) {
      const outcome = readSourceFile(file(text));
      assert.ok(!outcome.ok && /^other\.csv (is|holds) .*\. ?.*\.$/s.test(outcome.problem.sentence), text);
    }
  });
});

describe("What parts the cells of a file", () => {
  const ALL = ["Date", "Action", "Symbol", "Quantity", "Price", "Amount"] as const;
  const shownOf = (text: string, columns: readonly (ImportedHeading | null)[] = ALL) =>
    trades(mapped(text, columns, "Mine"), "Date", "Action", "Symbol", "Quantity", "Amount");

  it("is what splits most lines alike, whatever commas stand in dates and figures", () => {
    // 1,000 shares at 1,250.00 are 1,250,000.00.
    const head = "Date;Action;Symbol;Quantity;Price;Amount";
    assert.deepEqual(shownOf(`${head}\nJan 2, 2025;Buy;AAPL;1,000;$1,250.00;-$1,250,000.00\n`), ["2025-01-02 Buy AAPL 1000 1250000"]);
  });
  it("and not a remark with many commas below a table in tabs", () => {
    const text = ["Date\tAction\tSymbol\tQuantity\tPrice\tAmount", "01/02/2025\tBuy\tAAPL\t1,000\t$1,250.00\t-$1,250,000.00",
      "Note: rows of cash, dividends, interest, fees, transfers, and other items are left out", ""].join("\n");
    assert.deepEqual(shownOf(text), ["2025-01-02 Buy AAPL 1000 1250000"]);
  });
  it("nor what stands in quotation marks", () => {
    // 1,828 at 1,675.05 are 3,061,991.40.
    const text = 'Date|Action|Quantity|Price|Symbol|Amount\n"2020-03-17, 10:15:00"|Buy|1,828|$1,675.05|AAPL|"-$3,061,991.40"\n';
    assert.deepEqual(shownOf(text, ["Date", "Action", "Quantity", "Price", "Symbol", "Amount"]), ["2020-03-17 Buy AAPL 1828 3061991.4"]);
  });
});

describe("Decimals written with a comma", () => {
  it("are to be written with a point: said on the row and once for the file", () => {
    const file = mapped("Date;Action;Symbol;Quantity;Price;Amount\n2024-12-30;Buy;SAP;10;12,50;125,00\n2024-12-31;Buy;SAP;10;12,50;125,00\n", ["Date", "Action", "Symbol", "Quantity", "Price", "Amount"], "Mine");
    assert.deepEqual([file.trades, file.note], [[], "This file writes decimals with a comma. Write them with a point in it, and import it again."]);
    assert.deepEqual(file.undecided.map(({ line, sentence }) => [line, /"12,50", and decimals are to be written with a point/.test(sentence)]), [[2, true], [3, true]]);
  });
});

describe("B and S", () => {
  it("are a purchase and a sale under a heading of sides, and unknown under another", () => {
    const text = (heading: string) => `Date,${heading},Symbol,Quantity,Price\n2025-01-02,B,AAPL,10,100\n2025-01-03,S,AAPL,4,110\n`;
    const columns = ["Date", "Action", "Symbol", "Quantity", "Price"] as const;
    assert.deepEqual(trades(mapped(text("Side"), columns, "Mine"), "Action", "Quantity"), ["Buy 10", "Sell 4"]);
    assert.deepEqual(mapped(text("Code word"), columns, "Mine").undecided.map(({ line }) => line), [2, 3]);
  });
});
