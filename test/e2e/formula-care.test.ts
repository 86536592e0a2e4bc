import assert from "node:assert/strict";
import { openAndSettle, settle, workbookOf } from "./at-the-keyboard";
import { goTo } from "./in-the-pane";
import { workbench } from "./one-browser";

const TRADES = [
  ["Date", "Action", "Symbol", "Quantity", "Price"],
  ["2023-01-10", "Buy", "XYZ", 100, 50],
  ["2023-06-01", "Sell", "XYZ", 40, 70],
];

/** FIFO: 40 x (70 - 50) = 800; 60 shares are left. */
const GAIN = 800;

/** Presses the button and waits until the pane says so. */
async function press(name: string, says: RegExp): Promise<void> {
  const pane = workbench().pane();
  await goTo(pane, "package");
  await pane.getByRole("button", { name, exact: true }).click();
  await pane.getByTestId("said").filter({ hasText: says }).waitFor({ timeout: 60_000 });
  await settle();
}

async function resultsSheet() {
  return (await workbench().content()).sheets.find(({ name }) => name === "Results")!;
}

describe("Formulas in this workbook: repair, freeze and thaw in the workbench", () => {
  before(async () => {
    const trades = workbookOf(TRADES);
    const results = workbookOf([
      ["=SUM(TAXLOT.TRADEGAIN(Trades!A1:E3))"],
      ["=TAXLOT.OPENLOTS(Trades!A1:E3)"],
    ]).sheets[0]!;
    await openAndSettle({ ...trades, sheets: [...trades.sheets, { ...results, name: "Results" }] });
  });

  it("freezes to the very values and keeps the formulas on a visible sheet", async () => {
    const before = await resultsSheet();
    assert.equal(before.rows[0]?.[0]?.value, GAIN);
    await press("Freeze", /Froze 2 formulas as values\./);
    const after = await resultsSheet();
    const cells = Object.values(after.rows).flatMap((row) => Object.values(row));
    assert.deepEqual(cells.filter(({ formula }) => formula !== undefined), []);
    assert.equal(after.rows[0]?.[0]?.value, GAIN);
    const valuesOf = (sheet: typeof before) =>
      Object.values(sheet.rows).map((row) => Object.values(row).map(({ value }) => value ?? "").filter((value) => value !== ""));
    assert.deepEqual(valuesOf(after), valuesOf(before));
    assert.ok((await workbench().content()).sheets.some(({ name, hidden }) => name === "Taxlot Frozen" && hidden !== true));
  });

  it("thaws to live formulas and takes its sheet away", async () => {
    await press("Thaw", /Put 2 formulas back where they stood\./);
    const { rows } = await resultsSheet();
    assert.equal(rows[0]?.[0]?.formula, "=SUM(TAXLOT.TRADEGAIN(Trades!A1:E3))");
    assert.equal(rows[0]?.[0]?.value, GAIN);
    assert.equal(rows[1]?.[0]?.formula, "=TAXLOT.OPENLOTS(Trades!A1:E3)");
    assert.ok(!(await workbench().content()).sheets.some(({ name }) => name === "Taxlot Frozen"));
  });

  it("repairs a formula that stands under its stored name", async () => {
    await workbench().page.evaluate(() => {
      const { grid } = window.workbench!;
      const sheet = grid.sheets().find(({ name }) => name === "Results")!;
      grid.write({ sheetId: sheet.id, row: 9, column: 0, rows: 1, columns: 1 }, [[{ formula: "=SUM(_xldudf_TAXLOT_TRADEGAIN(Trades!A1:E3))" }]]);
    });
    await settle();
    assert.deepEqual((await resultsSheet()).rows[9]?.[0]?.value, { error: "#NAME?" });
    await press("Repair formulas", /Repaired 1 formula\./);
    const { rows } = await resultsSheet();
    assert.equal(rows[9]?.[0]?.formula, "=SUM(TAXLOT.TRADEGAIN(Trades!A1:E3))");
    assert.equal(rows[9]?.[0]?.value, GAIN);
  });
});
