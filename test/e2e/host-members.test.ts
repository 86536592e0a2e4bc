import assert from "node:assert/strict";
import { openAndSettle, workbookOf } from "./at-the-keyboard";
import { workbench } from "./one-browser";

interface Failure {
  readonly code: string;
  readonly message: string;
}

/** Runs a batch in the add-in's page through the real office.js; answers how it failed, or null. */
function failureOf(batch: (context: Excel.RequestContext) => void): Promise<Failure | null> {
  return workbench()
    .pane()
    .evaluate(async (source) => {
      // The batch crosses into the add-in's page as text.
      // eslint-disable-next-line no-new-func
      const queue = new Function("context", `return (${source})(context)`) as (context: Excel.RequestContext) => void;
      try {
        await Excel.run(async (context) => {
          queue(context);
          await context.sync();
        });
        return null;
      } catch (error) {
        const { code, message } = error as { code: string; message: string };
        return { code, message };
      }
    }, batch.toString());
}

describe("The host behind office.js", () => {
  before(() => openAndSettle(workbookOf([["Date", "Symbol"], [45000, "XYZ"]])));

  it("fails by name for a property it does not have, and the page says it", async () => {
    const failure = await failureOf((context) => {
      context.workbook.worksheets.getActiveWorksheet().load("standardWidth");
    });
    assert.equal(failure?.code, "NotImplemented");
    assert.match(failure?.message ?? "", /Worksheet\.standardWidth/);
    await workbench().page.getByRole("alert").filter({ hasText: "Worksheet.standardWidth" }).waitFor();
  });

  it("fails by name for a method, a setter and an object it does not have", async () => {
    const failures = [
      await failureOf((context) => void context.workbook.worksheets.getActiveWorksheet().copy()),
      await failureOf((context) => (context.workbook.worksheets.getActiveWorksheet().standardWidth = 12)),
      await failureOf((context) => void context.workbook.pivotTables.load("items/name")),
    ];
    assert.deepEqual(failures.map((failure) => failure?.code), ["NotImplemented", "NotImplemented", "NotImplemented"]);
    assert.match(failures[0]!.message, /Worksheet\.copy/);
    assert.match(failures[1]!.message, /Worksheet\.standardWidth/);
    assert.match(failures[2]!.message, /Workbook\.pivotTables/);
    const missing = await workbench().page.evaluate(() => window.workbench!.state().missingMembers);
    assert.ok(missing.includes("Worksheet.copy"), missing.join(", "));
  });

  it("refuses what Excel refuses: a sheet that is not there, a table of the wrong size, a name already taken", async () => {
    const failures = [
      await failureOf((context) => void context.workbook.worksheets.getItem("No such sheet").load("name")),
      await failureOf((context) => (context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2").values = [[1]])),
      await failureOf((context) => void context.workbook.worksheets.add("Trades")),
    ];
    assert.deepEqual(
      failures.map((failure) => failure?.code),
      ["ItemNotFound", "InvalidArgument", "ItemAlreadyExists"],
    );
  });

  it("stops a batch at the action that fails; what came before it stands", async () => {
    await failureOf((context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("D1").values = [["before"]];
      sheet.getRange("not an address").values = [["never"]];
      sheet.getRange("D2").values = [["after"]];
    });
    const cells = await workbench().page.evaluate(() => {
      const grid = window.workbench!.grid;
      return grid.read({ sheetId: grid.activeSheetId(), row: 0, column: 3, rows: 2, columns: 1 }).map((row) => row[0]?.value);
    });
    assert.deepEqual(cells, ["before", undefined]);
  });

  it("says it is Excel on the web with the requirement sets it can keep", async () => {
    const claims = await workbench()
      .pane()
      .evaluate(() => ({
        host: Office.context.host,
        platform: Office.context.platform,
        shared: Office.context.requirements.isSetSupported("SharedRuntime", "1.1"),
        functions: Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.3"),
        undoGroups: Office.context.requirements.isSetSupported("ExcelApi", "1.20"),
      }));
    assert.deepEqual(claims, {
      host: "Excel",
      platform: "OfficeOnline",
      shared: true,
      functions: true,
      undoGroups: false,
    });
  });
});
