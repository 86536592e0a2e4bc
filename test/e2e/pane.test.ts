import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbookFile } from "../../workbench/files";
import { PROJECT } from "../../workbench/paths";
import { paneState, writeTables } from "../../workbench/run/pane-job";
import { openAndSettle, settle, shown, shownIn, typeInto, workbookOf } from "./at-the-keyboard";
import { workbench } from "./one-browser";

const SAMPLES = join(PROJECT, "assets", "samples");

/** Formulas of ours on all sheets. */
async function ourFormulas(): Promise<readonly string[]> {
  const content = await workbench().content();
  const cells = content.sheets.flatMap((sheet) => Object.values(sheet.rows).flatMap((row) => Object.values(row)));
  return cells.map((cell) => cell.formula ?? "").filter((formula) => formula.includes("TAXLOT."));
}

describe("The task pane in the workbench", () => {
  it("writes open lots, realized sales and wash sales beside a plain broker export, as live formulas", async () => {
    const file = "schwab-transactions.csv";
    const opened = readWorkbookFile(readFileSync(join(SAMPLES, file)), file);
    await openAndSettle(opened);
    await writeTables(workbench().pane());
    await settle();
    const formulas = await ourFormulas();
    for (const name of ["OPENLOTS", "REALIZED", "WASHSALE"]) {
      assert.ok(formulas.some((formula) => formula.startsWith(`=TAXLOT.${name}(`)), `${name} in ${formulas.join(" ")}`);
    }
    const content = await workbench().content();
    const before = opened.sheets[0]!.rows;
    for (const [row, cells] of Object.entries(before)) {
      for (const [column, cell] of Object.entries(cells)) {
        assert.deepEqual(content.sheets[0]!.rows[Number(row)]?.[Number(column)]?.value, cell.value, `row ${row} column ${column}`);
      }
    }
  });

  it("takes away again what it wrote, and only that", async () => {
    const pane = workbench().pane();
    await pane.getByRole("button", { name: "Remove what I wrote" }).click();
    await pane.getByTestId("said").filter({ hasText: "Removed." }).waitFor();
    await settle();
    assert.deepEqual(await ourFormulas(), []);
  });

  it("sees an edit by itself", async () => {
    await openAndSettle(
      workbookOf([
        ["Date", "Action", "Symbol", "Quantity", "Price"],
        ["2023-01-10", "Buy", "XYZ", 100, 50],
        ["2023-02-10", "Buy", "ABC", 100, 50],
      ]),
    );
    const pane = workbench().pane();
    assert.equal(await paneState(pane), "read");
    assert.match(await pane.getByTestId("answer").innerText(), /2 lots in 2 symbols/);
    await typeInto("C3", "XYZ");
    await pane.getByTestId("answer").filter({ hasText: /2 lots in 1 symbol/ }).waitFor();
  });

  it("selects the trades when its link is pressed", async () => {
    const { page } = workbench();
    await page.evaluate(() => {
      const grid = window.workbench!.grid;
      grid.select({ sheetId: grid.activeSheetId(), row: 20, column: 8, rows: 1, columns: 1 });
    });
    await workbench().pane().getByTestId("trades-range").click();
    await page.waitForFunction(() => {
      const { row, column, rows, columns } = window.workbench!.grid.selection();
      return row === 0 && column === 0 && rows === 3 && columns === 5;
    });
  });

  it("says so when the workbook holds no trades", async () => {
    await openAndSettle(workbookOf([["Shopping"], ["Milk"]]));
    assert.equal(await paneState(workbench().pane()), "nothing");
    assert.deepEqual(await shown("A1:A2"), [["Shopping"], ["Milk"]]);
    assert.equal(await shownIn("B1"), "");
  });
});
