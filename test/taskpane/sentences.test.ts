import assert from "node:assert/strict";
import { accountsLine, answerLine, buttonLabel, count, plannedLine, skippedLine, withheldLine, wroteSentence } from "../../src/taskpane/sentences";
import type { RowProblem } from "../../src/taskpane/read-book";
import type { ResultTable } from "../../src/sheet/placing/result-tables";
import type { WrittenTable } from "../../src/sheet/placing/writing";

const problem = (row: number): RowProblem => ({
  row,
  sentence: "",
  whatToDo: "",
  cell: { sheet: "S", row: row - 1, column: 0, rows: 1, columns: 1 },
});

const written = (table: ResultTable, rows: number): WrittenTable => {
  const block = { sheet: "Trades", row: 0, column: 9, rows, columns: 16 };
  return { table, source: { namespace: "TAXLOT", tradesInFormula: "Trades[#All]", trades: block, settings: null }, block, headings: 0, cells: [], dressed: block, before: { widths: [], numberFormats: [] }, ownSheet: false, shortcoming: null };
};

describe("What the pane says", () => {
  it("answers one question in the first line", () => {
    const book = { lots: 143, symbols: 21, trades: 900, problems: [], withheld: [] };
    assert.equal(answerLine(book), "You hold 143 lots in 21 symbols.");
    assert.equal(answerLine({ ...book, problems: [problem(4), problem(9), problem(12)] }), "You hold 143 lots in 21 symbols. 3 rows need you.");
    assert.equal(answerLine({ ...book, lots: 1, symbols: 1, problems: [problem(4)] }), "You hold 1 lot in 1 symbol. 1 row needs you.");
  });

  it("counts a row with two problems once", () => {
    assert.match(answerLine({ lots: 2, symbols: 1, trades: 3, problems: [problem(4), problem(4)], withheld: [] }), /1 row needs you/);
  });

  it("an empty result is a result", () => {
    assert.equal(answerLine({ lots: 0, symbols: 0, trades: 6, problems: [], withheld: [] }), "No lot is open: everything bought has been sold.");
    assert.equal(answerLine({ lots: 0, symbols: 0, trades: 0, problems: [], withheld: [] }), "No row here is a trade.");
  });

  it("does not say that all is sold when numbers are withheld", () => {
    const book = { lots: 0, symbols: 0, trades: 6, problems: [problem(3)] };
    assert.equal(answerLine({ ...book, withheld: [] }), "1 row needs you. No other lot is open.");
    assert.equal(answerLine({ ...book, withheld: ["XYZ in A"] }), "1 row needs you. Apart from XYZ in A, no lot is open.");
  });

  it("does not deny that rows are trades when each of them has a problem", () => {
    const problems = [problem(2), problem(3), problem(4)];
    assert.equal(answerLine({ lots: 0, symbols: 0, trades: 0, problems, withheld: ["XYZ"] }), "3 rows need you.");
  });

  it("says what will be written and where", () => {
    const block = { sheet: "Lots", row: 0, column: 0, rows: 64, columns: 16 };
    assert.equal(plannedLine({ table: "OPENLOTS", block, headings: 0, newSheet: false }), "Writes 63 rows of open lots to ‘Lots’!A1.");
    assert.equal(plannedLine({ table: "OPENLOTS", block, headings: 0, newSheet: true }), "Writes 63 rows of open lots to new sheet ‘Lots’.");
  });

  it("says what was written, the headings not counted", () => {
    assert.equal(wroteSentence([written("OPENLOTS", 64)]), "Wrote 63 rows of open lots as live formulas.");
    assert.equal(
      wroteSentence([written("WASHSALE", 120), written("OPENLOTS", 64), written("REALIZED", 1)]),
      "Wrote wash sales beside 119 rows, 63 rows of open lots and realized sales (none now) as live formulas.",
    );
  });

  it("names the button after what it writes", () => {
    assert.equal(buttonLabel([{ table: "OPENLOTS" }]), "Write open lots");
    assert.equal(buttonLabel([{ table: "OPENLOTS" }, { table: "REALIZED" }, { table: "WASHSALE" }]), "Write 3 tables");
    assert.equal(buttonLabel([]), "Write");
  });

  it("says which rows it passed over, most first", () => {
    assert.equal(
      skippedLine(new Map([["Interest", 3], ["Dividend", 9]])),
      "12 rows have no effect on lots and were passed over: Dividend (9), Interest (3).",
    );
    assert.equal(skippedLine(new Map()), null);
  });

  it("names what is withheld, never as a wall", () => {
    assert.equal(withheldLine(["XYZ in Schwab"]), "Until these are right, XYZ in Schwab shows #VALUE! instead of numbers.");
    assert.equal(withheldLine(["A", "B"]), "Until these are right, A and B show #VALUE! instead of numbers.");
    assert.match(withheldLine(Array.from({ length: 30 }, (_, index) => `S${index}`)), /S7 and 22 more show/);
  });

  it("says which accounts count as what by their names", () => {
    const roth = { account: "ROTH IRA", type: "Roth IRA" } as const;
    const settings = { block: { sheet: "Taxlot Settings", row: 0, column: 0, rows: 60, columns: 4 }, cells: [] };
    assert.equal(accountsLine({ typedByName: [], settings: null }), "Every account counts as taxable and your own.");
    assert.equal(accountsLine({ typedByName: [], settings }), null);
    assert.equal(
      accountsLine({ typedByName: [roth], settings: null }),
      "ROTH IRA counts as a Roth IRA by its name; all other accounts as taxable and your own. Change it in the settings.",
    );
    assert.match(
      accountsLine({ typedByName: [roth, { account: "Joe HSA", type: "HSA" }], settings }) ?? "",
      /^ROTH IRA counts as a Roth IRA and Joe HSA as an HSA by their names; the settings say what others count as\./,
    );
  });

  it("counts in plain figures", () => {
    assert.deepEqual([count(1, "row"), count(1204, "row")], ["1 row", "1,204 rows"]);
  });
});
