import assert from "node:assert/strict";
import { workbookOf } from "../at-the-keyboard";
import { excel, inExcel, openInProbe, probe } from "./probe";

/** One request batch that changes everything undo must cover. */
function writePlan() {
  return excel(async (context) => {
    const sheet = context.workbook.worksheets.add("Plan");
    const cells = sheet.getRange("A1:B2");
    cells.formulas = [["Lot", "Gain"], ["AAPL", "=1+1"]];
    cells.format.font.bold = true;
    sheet.tables.add("A1:B2", true).name = "PlanTable";
    sheet.charts.add("Line", cells, "Auto");
    context.workbook.names.add("PlanCells", cells);
    const trades = context.workbook.worksheets.getItem("Trades");
    trades.getRange("A2").values = [[1]];
    trades.getRange("B2").format.fill.color = "#FF0000";
    await context.sync();
  });
}

describe("Undo in the workbench", () => {
  before(() => openInProbe(workbookOf([["Date", "Twice"], [45000, "=A2*2"]])));

  it("takes back all that one batch wrote, and does it again", async () => {
    const { page } = probe();
    const before = await probe().content();
    await writePlan();
    await probe().settled(60_000);
    const written = await probe().content();
    assert.deepEqual(written.sheets.map(({ name }) => name), ["Trades", "Plan"]);
    assert.equal(written.sheets[0]!.rows[1]?.[1]?.value, 2);
    await page.evaluate(() => window.workbench!.undo());
    await probe().settled(60_000);
    assert.deepEqual(await probe().content(), before);
    await page.evaluate(() => window.workbench!.redo());
    await probe().settled(60_000);
    // Which sheet is in front is no part of a step.
    assert.deepEqual({ ...(await probe().content()), activeSheet: 0 }, { ...written, activeSheet: 0 });
    await page.evaluate(() => window.workbench!.undo());
  });

  it("by the button on the page, and by Ctrl+Z in the sheet, one step each", async () => {
    const { page } = probe();
    const write = () =>
      excel(async (context) => {
        const cell = context.workbook.worksheets.getItem("Trades").getRange("A5").load("values");
        await context.sync();
        cell.values = [[Number(cell.values[0]?.[0]) + 1]];
        await context.sync();
      });
    const a5 = async () => (await probe().content()).sheets[0]!.rows[4]?.[0]?.value;
    for (let times = 0; times < 3; times++) await write();
    await page.getByRole("button", { name: "Undo" }).click();
    assert.equal(await a5(), 2);
    const box = await page.evaluate(() => window.workbench!.grid.cellBox({ sheetId: window.workbench!.grid.activeSheetId(), row: 6, column: 3 }));
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.keyboard.press("Control+z");
    assert.equal(await a5(), 1);
  });
});

describe("What the workbench refuses when a test says so", () => {
  before(() => openInProbe(workbookOf([["Date"], [45000]])));

  const read = async (context: Excel.RequestContext) => {
    const range = context.workbook.worksheets.getItem("Trades").getRange("A2").load("values");
    await context.sync();
    return range.values[0]?.[0] as unknown;
  };

  it("a request while somebody types in a cell; with delayForCellEdit it waits for the end", async () => {
    const { page } = probe();
    await page.evaluate(() => window.workbench!.refusals.editCell(true));
    assert.equal((await inExcel(read)).failure?.code, "InvalidOperationInCellEditMode");
    const waiting = inExcel(read, { delayForCellEdit: true });
    const first = await Promise.race([waiting, new Promise((resolve) => setTimeout(() => resolve("still waiting"), 700))]);
    assert.equal(first, "still waiting");
    await page.evaluate(() => window.workbench!.refusals.editCell(false));
    assert.deepEqual(await waiting, { value: 45000, failure: null });
  });

  it("a request while Excel is busy, and no more than were asked for", async () => {
    await probe().page.evaluate(() => window.workbench!.refusals.beBusy(1));
    assert.equal((await inExcel(read)).failure?.code, "HostIsBusy");
    assert.equal((await inExcel(read)).failure, null);
  });

  it("nothing to a second pane: both are served and told of edits", async () => {
    const { page } = probe();
    await page.evaluate(() => window.workbench!.openSecondPane());
    const second = await (await page.waitForSelector('iframe[title="Second Taxlot task pane"]')).contentFrame();
    assert.ok(second);
    await second.waitForFunction(() => typeof Excel !== "undefined" && typeof Excel.run === "function");
    await second.evaluate(() => Office.onReady());
    const watch = async (context: Excel.RequestContext) => {
      const heard = window as unknown as { heard: string[] };
      heard.heard = [];
      context.workbook.worksheets.onChanged.add(async (event) => void heard.heard.push(event.address));
      await context.sync();
    };
    await excel(watch);
    await excel(watch, second);
    await excel(async (context) => {
      context.workbook.worksheets.getItem("Trades").getRange("B2").values = [[7]];
      await context.sync();
    }, second);
    for (const pane of [probe().pane(), second]) {
      await pane.waitForFunction(() => (window as unknown as { heard: string[] }).heard.length > 0);
      assert.deepEqual(await pane.evaluate(() => (window as unknown as { heard: string[] }).heard), ["B2"]);
    }
    await page.evaluate(() => window.workbench!.closeSecondPane());
  });
});
