import assert from "node:assert/strict";
import { readWorkbookFile, writeWorkbookFile } from "../../../workbench/files";
import { workbookOf } from "../at-the-keyboard";
import { openInProbe, probe } from "./probe";

/** Through the real office.js in the add-in's page; the code of its failure, or null. */
function createWorkbook(base64: string): Promise<string | null> {
  return probe().pane().evaluate(async (bytes) => {
    try {
      await Excel.createWorkbook(bytes);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  }, base64);
}

/** The files made so far, as text that crosses over. */
async function created(): Promise<readonly Uint8Array[]> {
  const files = await probe().page.evaluate(() => window.workbench!.created.map((bytes) => [...bytes]));
  return files.map((bytes) => Uint8Array.from(bytes));
}

describe("Excel.createWorkbook in the workbench", () => {
  beforeEach(() => openInProbe(workbookOf([["Date"]])));

  it("hands over the very bytes, and the bar offers them", async () => {
    const before = (await created()).length;
    const file = writeWorkbookFile(workbookOf([["Total", 12.5]]));
    assert.equal(await createWorkbook(Buffer.from(file).toString("base64")), null);
    const made = (await created())[before]!;
    assert.deepEqual(Buffer.from(made), Buffer.from(file));
    assert.equal(readWorkbookFile(made, "made.xlsx").sheets[0]!.rows[0]?.[1]?.value, 12.5);
    assert.match((await probe().page.textContent("#offered")) ?? "", /^Save Workbook\d+\.xlsx$/);
  });

  it("refuses what is no workbook", async () => {
    const before = (await created()).length;
    assert.equal(await createWorkbook(Buffer.from("no workbook").toString("base64")), "InvalidArgument");
    assert.equal((await created()).length, before);
  });
});
