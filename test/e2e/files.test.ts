import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SheetContent, WorkbookContent } from "../../workbench/content";
import { readWorkbookFile } from "../../workbench/files";
import { PROJECT } from "../../workbench/paths";
import { openAndSettle, settle, typeInto, workbookOf } from "./at-the-keyboard";
import { workbench } from "./one-browser";

const SAMPLE = join(PROJECT, "assets", "samples", "taxlot-sample.xlsx");

/** "Sheet!row,column" of every formula. */
function formulasOf(content: WorkbookContent): Readonly<Record<string, string>> {
  const formulas: Record<string, string> = {};
  for (const sheet of content.sheets) {
    for (const [row, cells] of Object.entries(sheet.rows)) {
      for (const [column, cell] of Object.entries(cells)) {
        if (cell.formula !== undefined) formulas[`${sheet.name}!${row},${column}`] = cell.formula;
      }
    }
  }
  return formulas;
}

async function saved(): Promise<WorkbookContent> {
  const { page } = workbench();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as .xlsx" }).click();
  const download = await downloading;
  return readWorkbookFile(readFileSync(await download.path()), download.suggestedFilename());
}

describe("Files in the workbench", () => {
  before(() => openAndSettle(workbookOf([["nothing yet"]])));

  it("Open… keeps every formula of the sample, and every one of ours answers", async () => {
    const { page } = workbench();
    await page.getByLabel("File to open").setInputFiles(SAMPLE);
    await page.getByText("taxlot-sample.xlsx").waitFor();
    await settle();
    const content = await workbench().content();
    const original = readWorkbookFile(readFileSync(SAMPLE), "taxlot-sample.xlsx");
    assert.ok(Object.keys(formulasOf(original)).length > 20);
    assert.deepEqual(formulasOf(content), formulasOf(original));
    const errors = ["#NAME?", "#BUSY!", "#SPILL!", "#REF!"];
    for (const sheet of content.sheets) {
      for (const [row, cells] of Object.entries(sheet.rows)) {
        for (const [column, { value, formula }] of Object.entries(cells)) {
          const error = typeof value === "object" ? value.error : "";
          assert.ok(!errors.includes(error), `${sheet.name} row ${row} column ${column} (${String(formula)}) shows ${error}`);
        }
      }
    }
  });

  it("what it calculates is what the file already showed", async () => {
    const content = await workbench().content();
    const original = readWorkbookFile(readFileSync(SAMPLE), "taxlot-sample.xlsx");
    for (const [index, sheet] of original.sheets.entries()) {
      for (const [row, cells] of Object.entries(sheet.rows)) {
        for (const [column, cell] of Object.entries(cells)) {
          const now: unknown = content.sheets[index]?.rows[Number(row)]?.[Number(column)]?.value;
          assert.deepEqual(now ?? "", cell.value ?? "", `${sheet.name} row ${row} column ${column}`);
        }
      }
    }
  });

  it("Save as .xlsx keeps formulas, values, tables and names", async () => {
    const content = await workbench().content();
    const file = await saved();
    assert.deepEqual(formulasOf(file), formulasOf(content));
    assert.deepEqual(file.names, content.names);
    for (const [index, sheet] of content.sheets.entries()) {
      const again: SheetContent | undefined = file.sheets[index];
      assert.equal(again?.name, sheet.name);
      assert.deepEqual(again?.tables, sheet.tables);
      for (const [row, cells] of Object.entries(sheet.rows)) {
        for (const [column, cell] of Object.entries(cells)) {
          const now: unknown = again?.rows[Number(row)]?.[Number(column)]?.value;
          assert.deepEqual(now ?? "", cell.value ?? "", `${sheet.name} row ${row} column ${column}`);
        }
      }
    }
  });

  it("a saved edit is there when the file is opened again", async () => {
    await openAndSettle(workbookOf([[1, "=A1*2"]]));
    await typeInto("A1", "21");
    const again = await saved();
    assert.equal(again.sheets[0]?.rows[0]?.[1]?.value, 42);
    assert.equal(again.sheets[0]?.rows[0]?.[1]?.formula, "=A1*2");
  });

  it("a file that is no workbook is refused in a sentence, and the open one stays", async () => {
    const { page } = workbench();
    const picture = { name: "holiday.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004 not a workbook") };
    await page.getByLabel("File to open").setInputFiles(picture);
    await page.getByRole("alert").waitFor();
    const sentence = await page.getByRole("alert").innerText();
    assert.match(sentence, /holiday\.xlsx/);
    assert.equal((await workbench().content()).name, "Test.xlsx");
  });
});
