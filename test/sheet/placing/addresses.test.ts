import assert from "node:assert/strict";
import {
  absoluteAddress,
  addressForReading,
  addressWithinSheet,
  blockFromAddress,
  columnLetters,
  sheetInFormula,
} from "../../../src/sheet/placing/addresses";

describe("Addresses as Excel writes them", () => {
  it("columns run A to Z, AA, and end at XFD", () => {
    assert.deepEqual([0, 25, 26, 51, 701, 702, 16_383].map(columnLetters), ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
  });

  it("one cell is written as one cell", () => {
    assert.equal(addressWithinSheet({ sheet: "S", row: 0, column: 0, rows: 1, columns: 1 }), "A1");
    assert.equal(addressWithinSheet({ sheet: "S", row: 2, column: 1, rows: 10, columns: 8 }), "B3:I12");
  });

  it("a formula gets fixed rows and columns", () => {
    assert.equal(absoluteAddress({ sheet: "Trades", row: 0, column: 0, rows: 120, columns: 8 }), "Trades!$A$1:$H$120");
    assert.equal(absoluteAddress({ sheet: "2024's trades", row: 0, column: 0, rows: 1, columns: 1 }), "'2024''s trades'!$A$1");
  });

  it("quotes sheet names that Excel would read as something else", () => {
    assert.equal(sheetInFormula("Trades"), "Trades");
    for (const name of ["My trades", "2024", "Q1", "R1C1", "TRUE", "a-b", "R"]) assert.equal(sheetInFormula(name), `'${name}'`, name);
  });

  it("reads back every address it writes", () => {
    for (const sheet of ["Trades", "My 'own' trades", "Q1", "A!B"]) {
      const block = { sheet, row: 6, column: 27, rows: 4, columns: 3 };
      assert.deepEqual(blockFromAddress(absoluteAddress(block)), block);
    }
  });

  it("refuses several areas, whole columns and addresses without a sheet", () => {
    assert.equal(blockFromAddress("S!A1:B2,S!C1"), null);
    assert.equal(blockFromAddress("S!A:H"), null);
    assert.equal(blockFromAddress("A1"), null);
  });

  it("names the sheet in sentences", () => {
    assert.equal(addressForReading({ sheet: "My trades", row: 0, column: 9, rows: 1, columns: 1 }), "‘My trades’!J1");
  });
});
