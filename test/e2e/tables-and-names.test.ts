import assert from "node:assert/strict";
import type { WorkbookContent } from "../../workbench/content";
import { openAndSettle, settle, shownIn, typeRows, workbookOf } from "./at-the-keyboard";
import { workbench } from "./one-browser";

/** A table Trades at A1:E3 and a name Prices at H1:I2, with formulas over them on another sheet. */
function workbook(): WorkbookContent {
  const trades = workbookOf(
    [
      ["Date", "Action", "Symbol", "Quantity", "Price", null, null, "Symbol", "Price"],
      ["2023-01-10", "Buy", "XYZ", 100, 50, null, null, "XYZ", 60],
      ["2023-02-10", "Buy", "XYZ", 100, 55],
    ],
    { tables: [{ name: "Trades", range: "A1:E3" }] },
  );
  const results = workbookOf([
    ['=SUM(TAXLOT.TRADEGAIN(Trades[#All],"Gain"))'],
    ["=SUM(Trades[Quantity])"],
    ["=ROWS(Trades)"],
    ["=SUM(INDEX(Prices,0,2))"],
  ]).sheets[0]!;
  return {
    ...trades,
    sheets: [...trades.sheets, { ...results, name: "Results" }],
    names: [{ name: "Prices", refersTo: "=Trades!$H$1:$I$2" }],
  };
}

/** Values of A1:A4 on the sheet Results. */
async function results(): Promise<readonly unknown[]> {
  const rows = (await workbench().content()).sheets[1]!.rows;
  return [0, 1, 2, 3].map((row) => rows[row]?.[0]?.value);
}

describe("Tables and names", () => {
  before(() => openAndSettle(workbook()));

  it("stand in formulas of ours and of Excel's own", async () => {
    // Nothing sold; 100 + 100 shares; two rows below the headings; one price of 60.
    assert.deepEqual(await results(), [0, 200, 2, 60]);
  });

  it("a trade typed right below the table belongs to it, on every sheet", async () => {
    await typeRows("A4", [["6/1/2023", "Sell", "XYZ", "100", "70"]]);
    // FIFO: 100 x (70 - 50) = 2,000.
    assert.deepEqual(await results(), [2000, 300, 3, 60]);
    const content = await workbench().content();
    assert.deepEqual(content.sheets[0]!.tables, [{ name: "Trades", range: "A1:E4" }]);
  });

  it("both follow rows that are inserted above them", async () => {
    await workbench().page.evaluate(() => window.workbench!.grid.insertRows(window.workbench!.grid.activeSheetId(), 0, 2));
    await settle();
    assert.equal(await shownIn("A3"), "Date");
    assert.deepEqual(await results(), [2000, 300, 3, 60]);
    const content = await workbench().content();
    assert.equal(content.sheets[0]!.tables[0]?.range, "A3:E6");
    assert.match(content.names[0]?.refersTo ?? "", /\$?H\$?3:\$?I\$?4$/);
  });
});
