import assert from "node:assert/strict";
import { workbookOf } from "../at-the-keyboard";
import { excel, inExcel, openInProbe, probe } from "./probe";

describe("Many cells in the workbench, through office.js", () => {
  beforeEach(() => openInProbe(workbookOf([["Date"]])));

  // office.js cuts what has more than 1,500 cells into chunks of its own.
  it("10,000 rows of 5 written in one go stand where they belong, and are read back", async () => {
    const seen = await excel(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Trades");
      const rows = Array.from({ length: 10_000 }, (_, row) => [row, `Lot ${row}`, row / 4, row % 2 === 0, `=A${row + 2}*2`]);
      const range = sheet.getRange("A2:E10001");
      range.formulas = rows;
      range.numberFormat = rows.map(() => ["0", "@", "0.00", "General", "0"]);
      await context.sync();
      const last = sheet.getRange("A10001:E10001").load("values,formulas,numberFormat");
      const middle = sheet.getRange("A5002:B5002").load("values");
      const used = sheet.getUsedRange().load("address");
      await context.sync();
      return [last.values, last.formulas[0]?.[4] as unknown, last.numberFormat, middle.values, used.address];
    });
    // Row 10,001 of the sheet holds the last of the rows counted from 0: 9,999 / 4 = 2,499.75, 9,999 x 2 = 19,998.
    assert.deepEqual(seen, [
      [[9999, "Lot 9999", 2499.75, false, 19998]],
      "=A10001*2",
      [["0", "@", "0.00", "General", "0"]],
      [[5000, "Lot 5000"]],
      "Trades!A1:E10001",
    ]);
  });

  it("a table of 2,000 rows for a range of 1,000 is refused whole", async () => {
    const { failure } = await inExcel(async (context) => {
      context.workbook.worksheets.getItem("Trades").getRange("A2:B1001").values = Array.from({ length: 2000 }, (_, row) => [row, row]);
      await context.sync();
    });
    assert.equal(failure?.code, "InvalidArgument");
    assert.deepEqual(Object.keys((await probe().content()).sheets[0]!.rows), ["0"]);
  });

  it("the range around two others reaches from the first corner to the last, on one sheet", async () => {
    const seen = await excel(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Trades");
      const byRange = sheet.getRange("C3").getBoundingRect(sheet.getRange("A5:B6")).load("address");
      const byAddress = sheet.getRange("C3:C4").getBoundingRect("E1").load("address");
      await context.sync();
      return [byRange.address, byAddress.address];
    });
    assert.deepEqual(seen, ["Trades!A3:C6", "Trades!C1:E4"]);
    const { failure } = await inExcel(async (context) => {
      const other = context.workbook.worksheets.add("Other").getRange("A1");
      context.workbook.worksheets.getItem("Trades").getRange("A1").getBoundingRect(other).load("address");
      await context.sync();
    });
    assert.equal(failure?.code, "InvalidArgument");
  });
});
