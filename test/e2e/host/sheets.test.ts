import assert from "node:assert/strict";
import { readWorkbookFile, writeWorkbookFile } from "../../../workbench/files";
import { workbookOf } from "../at-the-keyboard";
import { excel, inExcel, openInProbe, probe } from "./probe";

describe("Sheets of the workbench, through office.js", () => {
  beforeEach(() => openInProbe(workbookOf([["Date", "Symbol"], [45000, "XYZ"]])));

  it("are named, coloured, moved, hidden and brought back", async () => {
    const seen = await excel(async (context) => {
      const sheet = context.workbook.worksheets.add("Plan");
      sheet.tabColor = "#0F5B4A";
      sheet.showGridlines = false;
      sheet.position = 0;
      sheet.visibility = "Hidden";
      sheet.load("position,visibility,tabColor,showGridlines");
      await context.sync();
      return [sheet.position, sheet.visibility, sheet.tabColor, sheet.showGridlines];
    });
    assert.deepEqual(seen, [0, "Hidden", "#0F5B4A", false]);
    const [plan] = (await probe().content()).sheets;
    assert.deepEqual([plan?.name, plan?.hidden, plan?.tabColor, plan?.hideGridlines], ["Plan", true, "#0F5B4A", true]);
  });

  it("protected refuse every write and keep what they hold; unprotected take it", async () => {
    const write = () =>
      inExcel(async (context) => {
        context.workbook.worksheets.getItem("Trades").getRange("A2").values = [[1]];
        await context.sync();
      });
    await excel(async (context) => {
      context.workbook.worksheets.getItem("Trades").protection.protect();
      await context.sync();
    });
    assert.equal((await write()).failure?.code, "AccessDenied");
    assert.equal((await probe().content()).sheets[0]!.rows[1]?.[0]?.value, 45000);
    const isProtected = await excel(async (context) => {
      const protection = context.workbook.worksheets.getItem("Trades").protection.load("protected");
      await context.sync();
      protection.unprotect();
      await context.sync();
      return protection.protected;
    });
    assert.equal(isProtected, true);
    assert.equal((await write()).failure, null);
  });

  it("cannot be added while the workbook's structure is protected", async () => {
    await openInProbe({ ...workbookOf([["Date"]]), isStructureProtected: true });
    const { failure } = await inExcel(async (context) => {
      context.workbook.worksheets.add("Plan");
      await context.sync();
    });
    assert.equal(failure?.code, "AccessDenied");
    assert.deepEqual((await probe().content()).sheets.map(({ name }) => name), ["Trades"]);
  });

  it("deleted between two requests are ItemNotFound for what was held of them", async () => {
    const { failure } = await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.add("Gone");
      const range = sheet.getRange("A1:B2");
      context.trackedObjects.add(range);
      await context.sync();
      sheet.delete();
      await context.sync();
      range.values = [[1, 2], [3, 4]];
      await context.sync();
    });
    assert.equal(failure?.code, "ItemNotFound");
  });

  it("keep how they print, into the file and back", async () => {
    await excel(async (context) => {
      const page = context.workbook.worksheets.getItem("Trades").pageLayout;
      page.orientation = "Landscape";
      page.centerHorizontally = true;
      page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 2 };
      page.setPrintTitleRows("$8:$8");
      page.setPrintArea("A1:B2");
      page.headersFooters.defaultForAllPages.centerFooter = "Page &P";
      await context.sync();
    });
    const content = await probe().content();
    const print = {
      landscape: true,
      repeatRows: "8:8",
      centerHorizontally: true,
      area: "A1:B2",
      zoom: { pagesWide: 1, pagesHigh: 2 },
      footer: { center: "Page &P" },
    };
    assert.deepEqual(content.sheets[0]!.print, print);
    assert.deepEqual(readWorkbookFile(writeWorkbookFile(content), "print.xlsx").sheets[0]!.print, print);
  });
});
