import assert from "node:assert/strict";
import { workbookOf } from "../at-the-keyboard";
import { excel, openInProbe, probe } from "./probe";

/** What the handlers in the add-in's page have noted, once there are so many notes or nothing more has come for a while. */
async function noted(count: number): Promise<unknown[]> {
  await probe().pane().waitForFunction((wanted) => window.name !== "" && (window as unknown as { notes: unknown[] }).notes.length >= wanted, count);
  return probe().pane().evaluate(() => (window as unknown as { notes: unknown[] }).notes.splice(0));
}

describe("Events of the workbench, through office.js", () => {
  before(() => openInProbe(workbookOf([["Date", "Symbol"], [45000, "XYZ"]])));

  it("tells the workbook, all sheets and the one sheet what is selected, until the handlers are removed", async () => {
    await excel(async (context) => {
      const page = window as unknown as { notes: unknown[]; stop: () => Promise<void> };
      page.notes = [];
      const { worksheets } = context.workbook;
      const onAll = worksheets.onSelectionChanged.add(async (event) => void page.notes.push(["all", event.address]));
      const onOne = worksheets.getItem("Trades").onSelectionChanged.add(async (event) => void page.notes.push(["one", event.address]));
      const onBook = context.workbook.onSelectionChanged.add(async () => void page.notes.push(["book"]));
      page.stop = () =>
        Excel.run(context, async (again) => {
          onAll.remove();
          onOne.remove();
          onBook.remove();
          await again.sync();
        });
      await context.sync();
      worksheets.getItem("Trades").getRange("B2:C3").select();
      await context.sync();
    });
    assert.deepEqual((await noted(3)).sort(), [["all", "B2:C3"], ["book"], ["one", "B2:C3"]]);
    await probe().pane().evaluate(() => (window as unknown as { stop: () => Promise<void> }).stop());
    await excel(async (context) => {
      const page = window as unknown as { notes: unknown[] };
      context.workbook.worksheets.getItem("Trades").getRange("A1").select();
      context.workbook.worksheets.onChanged.add(async (event) => void page.notes.push(["changed", event.address]));
      await context.sync();
      context.workbook.worksheets.getItem("Trades").getRange("A2").values = [[45001]];
      await context.sync();
    });
    // Were a handler of selections still there, it would have been told before.
    assert.deepEqual(await noted(1), [["changed", "A2"]]);
  });

  it("tells of sheets added, renamed and deleted", async () => {
    await excel(async (context) => {
      const page = window as unknown as { notes: unknown[] };
      page.notes = [];
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(async () => void page.notes.push("added"));
      worksheets.onDeleted.add(async () => void page.notes.push("deleted"));
      worksheets.onNameChanged.add(async (event) => void page.notes.push(`${event.nameBefore} is now ${event.nameAfter}`));
      await context.sync();
      const sheet = worksheets.add("Plan");
      sheet.name = "Harvest plan";
      await context.sync();
      sheet.delete();
      await context.sync();
    });
    assert.deepEqual(await noted(3), ["added", "Plan is now Harvest plan", "deleted"]);
  });

  it("tells of each of 1,000 edits, in order, and the last value stands", async () => {
    await excel(async (context) => {
      const page = window as unknown as { notes: unknown[] };
      page.notes = [];
      const sheet = context.workbook.worksheets.getItem("Trades");
      sheet.onChanged.add(async (event) => void page.notes.push(event.address));
      await context.sync();
      for (let edit = 0; edit < 1000; edit++) sheet.getRange(`D${(edit % 10) + 1}`).values = [[edit]];
      await context.sync();
    });
    const addresses = (await noted(2000)).filter((note) => typeof note === "string");
    assert.deepEqual(addresses, Array.from({ length: 1000 }, (_, edit) => `D${(edit % 10) + 1}`));
    const last = (await probe().content()).sheets[0]!.rows[9]?.[3]?.value;
    assert.equal(last, 999);
  });

  it("tells of the sheets that a calculation has put results into, with the cells, and of no others", async () => {
    await openInProbe(workbookOf([["Price", "Twice"], [45000, "=A2*2"], [1, "=B2+A3"]]));
    await excel(async (context) => {
      const page = window as unknown as { notes: unknown[] };
      page.notes = [];
      const { worksheets } = context.workbook;
      worksheets.add("Plan").getRange("A1").values = [["Lot"]];
      await context.sync();
      const trades = worksheets.getItem("Trades").load("id");
      await context.sync();
      worksheets.onCalculated.add(async (event) => void page.notes.push(["all", event.type, event.worksheetId === trades.id, event.address]));
      worksheets.getItem("Plan").onCalculated.add(async () => void page.notes.push(["Plan"]));
      trades.onCalculated.add(async (event) => {
        await Excel.run(async (again) => {
          const results = again.workbook.worksheets.getItem("Trades").getRange("B2:B3").load("values");
          await again.sync();
          page.notes.push(["Trades", event.address, ...results.values.flat()]);
        });
      });
      await context.sync();
      trades.getRange("A2").values = [[7]];
      await context.sync();
    });
    // 7 x 2 = 14, and 14 + 1 = 15.
    assert.deepEqual((await noted(2)).sort(), [
      ["Trades", "B2:B3", 14, 15],
      ["all", "WorksheetCalculated", true, "B2:B3"],
    ]);
  });
});
