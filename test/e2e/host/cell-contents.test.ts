import assert from "node:assert/strict";
import { parseAddress } from "../../../workbench/addresses";
import { workbookOf } from "../at-the-keyboard";
import { excel, openInProbe, probe } from "./probe";

/** Clicks on a cell of the sheet in front. */
async function clickOn(address: string): Promise<void> {
  const { page } = probe();
  const box = await page.evaluate((block) => {
    const { grid } = window.workbench!;
    return grid.cellBox({ ...block, sheetId: grid.activeSheetId() });
  }, parseAddress(address)!.block);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

async function valueIn(row: number, column: number): Promise<unknown> {
  return (await probe().content()).sheets[0]!.rows[row]?.[column]?.value;
}

describe("The look of a cell in the workbench", () => {
  before(() => openInProbe(workbookOf([["001234", "TRUE", 1], ["1e5", "0012", true]])));

  it("changes nothing of what it holds: a text of digits stays a text, by program and by hand, and through undo", async () => {
    const { page } = probe();
    const held = [["001234", "TRUE", 1], ["1e5", "0012", true]];
    const values = () =>
      excel(async (context) => {
        const range = context.workbook.worksheets.getItem("Trades").getRange("A1:C2").load("values");
        await context.sync();
        return range.values as unknown[][];
      });
    await excel(async (context) => {
      const range = context.workbook.worksheets.getItem("Trades").getRange("A1:C2");
      range.format.indentLevel = 1;
      range.format.font.bold = true;
      range.numberFormat = Array.from({ length: 2 }, () => ["0.00", "#,##0", "General"]);
      await context.sync();
    });
    assert.deepEqual(await values(), held);
    await clickOn("A1");
    await page.keyboard.press("Control+i");
    assert.deepEqual(await values(), held);
    assert.equal((await probe().content()).sheets[0]!.rows[0]?.[0]?.style?.italic, true);
    for (const step of ["undo", "undo", "redo", "redo"] as const) {
      await page.evaluate((name) => window.workbench![name](), step);
      assert.deepEqual(await values(), held);
    }
  });
});

describe("Typing into a protected sheet of the workbench", () => {
  beforeEach(() => openInProbe(workbookOf([["Date"], [45000]], { isProtected: true })));

  it("is refused with a sentence, and so is the Delete key; nothing changes", async () => {
    const { page } = probe();
    const before = await probe().content();
    await clickOn("A2");
    await page.keyboard.type("7");
    const sentence = page.getByRole("alert").getByText("The sheet Trades is protected.");
    await sentence.waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await clickOn("A2");
    await page.keyboard.press("Delete");
    await sentence.waitFor();
    assert.deepEqual(await probe().content(), before);
  });

  it("is taken once the protection is gone, and formulas calculate all the while", async () => {
    await excel(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Trades");
      sheet.protection.unprotect();
      sheet.getRange("B2").formulas = [["=A2*2"]];
      sheet.protection.protect();
      await context.sync();
    });
    await probe().settled(60_000);
    assert.equal(await valueIn(1, 1), 90000);
    await excel(async (context) => {
      context.workbook.worksheets.getItem("Trades").protection.unprotect();
      await context.sync();
    });
    await clickOn("A2");
    await probe().page.keyboard.type("7");
    await probe().page.keyboard.press("Enter");
    await probe().page.waitForFunction(() => window.workbench!.grid.content().sheets[0]!.rows[1]?.[1]?.value === 14);
  });
});

describe("The spreadsheet of the workbench", () => {
  after(() => probe().page.setViewportSize({ width: 1440, height: 900 }));

  it("fills the window again after it has grown", async () => {
    await openInProbe(workbookOf([["Date"]]));
    const { page } = probe();
    await page.setViewportSize({ width: 900, height: 600 });
    await page.waitForFunction(() => document.querySelector<HTMLCanvasElement>('canvas[id^="univer-sheet-main-canvas"]')!.parentElement!.clientWidth < 900);
    // A busy page is never idle: the sheet must not wait for that.
    await page.evaluate(() => (window.requestIdleCallback = () => 0));
    await page.setViewportSize({ width: 1800, height: 1100 });
    const bare = await page.evaluate(async () => {
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
      const canvas = document.querySelector<HTMLCanvasElement>('canvas[id^="univer-sheet-main-canvas"]')!;
      const frame = canvas.parentElement!;
      const corner = canvas.getContext("2d")!.getImageData(canvas.width - 20, 10, 1, 1).data;
      return [frame.clientWidth - canvas.clientWidth, frame.clientHeight - canvas.clientHeight, corner[3]];
    });
    // The corner on the right, in the row of letters, is drawn: it is not see-through.
    assert.deepEqual(bare, [0, 0, 255]);
  });
});
