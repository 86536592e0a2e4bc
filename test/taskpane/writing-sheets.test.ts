import assert from "node:assert/strict";
import type { DraftBlock, SheetDraft, WrittenSheet } from "../../src/sheet/placing/sheet-draft";
import { removeSheets } from "../../src/workbook/remove-sheet";
import { planSheets, writeSheets } from "../../src/workbook/write-sheets";
import { ExcelError, FakeWorkbook, installFake, type Answer, type Cell } from "./fake-excel";

const PLAN: DraftBlock = {
  title: null,
  columns: [
    { heading: "Symbol", format: "text" },
    { heading: "Sell by", format: "date" },
    { heading: "Loss", format: "money" },
  ],
  content: { kind: "rows", rows: [["XYZ", 46000, -250.5], ["=HYPERLINK(1)", 46001, -751.5]] },
  totals: ["Loss"],
  name: "HarvestPlan",
  whenEmpty: "No lot was ticked.",
};
const HARVEST: DraftBlock = { ...PLAN, content: { kind: "spill", formula: "=TAXLOT.HARVEST(Trades!A1:E3)", rows: 3 }, totals: [], name: null };
const SPILLED: readonly (readonly Cell[])[] = [["Symbol", "Sell by", "Loss"], ["XYZ", 46000, -250.5], ["ABC", 46001, -751.5]];

function draft(more: Partial<SheetDraft> = {}): SheetDraft {
  return { sheetName: "Harvest", title: "Harvest plan", madeBy: "Taxlot", notes: [], blocks: [PLAN], charts: [], landscape: true, ...more };
}

function answer(formula: string): Answer {
  if (formula.includes("HARVEST")) return SPILLED;
  return formula.startsWith("=SUM") ? -1002 : "#NAME?";
}

describe("Design section 10: a plan goes to new sheets, all of it or nothing", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = new FakeWorkbook();
    book.sheet("Trades").put(0, 0, [["Symbol", "Quantity"], ["XYZ", 1]]);
    book.answer = answer;
    restore = installFake(book);
  });
  afterEach(() => restore());

  const sentenceOf = async (drafts: readonly SheetDraft[]): Promise<string> => {
    const outcome = await writeSheets(drafts);
    return outcome.ok ? "" : outcome.problem.sentence;
  };
  const sheetNames = (): readonly string[] => book.sheets.map(({ name }) => name);

  it("writes title, grey line, headings, rows and the total", async () => {
    const written = await writeSheets([draft()]);
    assert.deepEqual(written.ok && written.value.map(({ sheetName, names, shortcoming }) => [sheetName, names, shortcoming]), [["Harvest", ["HarvestPlan"], null]]);
    const { cells, formats, frozenRows, page, looks, filled } = book.sheet("Harvest");
    assert.deepEqual(["0,0", "1,0", "3,0", "4,1", "4,2", "6,0", "6,2"].map((key) => cells.get(key)), ["Harvest plan", "Taxlot", "Symbol", 46000, -250.5, "Total", "=SUM(C5:C6)"]);
    assert.deepEqual([formats.get("4,1"), formats.get("6,2"), frozenRows], ["m/d/yyyy", "#,##0.00;-#,##0.00", 4]);
    assert.deepEqual(Object.fromEntries(page), { orientation: "Landscape", zoom: { horizontalFitToPages: 1 }, titleRows: "$4:$4", footer: "Page &P of &N" });
    assert.equal(looks.get("6,2 EdgeTop"), "Continuous");
    assert.ok(filled.has("3,0") && !filled.has("4,0"));
    assert.deepEqual(book.names.get("HarvestPlan"), { sheet: "Harvest", row: 3, column: 0, rows: 3, columns: 3 });
  });

  it("keeps text that starts like a formula a text", async () => {
    await writeSheets([draft()]);
    const sheet = book.sheet("Harvest");
    assert.equal(sheet.cells.get("5,0"), "=HYPERLINK(1)");
    assert.equal(sheet.isFormula("5,0"), false);
  });

  it("counts taken names up, hidden sheets and other cases too, and says them before", async () => {
    book.sheet("HARVEST").visibility = "Hidden";
    const drafts = [draft(), draft(), draft({ sheetName: "Orders: 12/5/2026 [all of them, and more]" })];
    const planned = await planSheets(drafts);
    assert.deepEqual(planned, { ok: true, value: ["Harvest (2)", "Harvest (3)", "Orders 12 5 2026 all of them, a"] });
    const written = await writeSheets(drafts);
    assert.deepEqual(written.ok && written.value.map(({ sheetName }) => sheetName), planned.ok && planned.value);
  });

  it("leaves a name alone that someone has given", async () => {
    const theirs = { sheet: "Trades", row: 0, column: 0, rows: 1, columns: 1 };
    book.names.set("HarvestPlan", theirs);
    const written = await writeSheets([draft()]);
    assert.deepEqual(written.ok && written.value[0]?.names, []);
    assert.deepEqual(book.names.get("HarvestPlan"), theirs);
  });

  it("counts dates from 1904 in a workbook that does", async () => {
    book.from1904 = true;
    await writeSheets([draft()]);
    assert.equal(book.sheet("Harvest").cells.get("4,1"), 46000 - 1462);
  });

  it("waits for a formula that spills, and leaves its rows to it", async () => {
    const written = await writeSheets([draft({ blocks: [HARVEST] })]);
    assert.ok(written.ok);
    assert.equal(book.sheet("Harvest").cells.size, 3);
    assert.equal(book.shown("Harvest").get("5,2"), -751.5);
  });

  it("writes 10,000 rows in requests that Excel on the web takes", async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [`LOT ${row}`, 46000, "A Note that is long, as those of washed lots are. ".repeat(12)]);
    const written = await writeSheets([draft({ blocks: [{ ...PLAN, totals: [], content: { kind: "rows", rows } }] })]);
    assert.equal(written.ok || written.problem.sentence, true);
    assert.equal(book.sheet("Harvest").cells.get("10003,0"), "LOT 9999");
  }).timeout(20_000);

  it("draws native charts over the written cells", async () => {
    const chart = { title: "Losses", type: "BarClustered", block: 0, categories: "Symbol", series: ["Loss", "Sell by"] } as const;
    await writeSheets([draft({ charts: [chart] })]);
    const [drawn] = book.sheet("Harvest").charts;
    assert.equal(drawn?.title, "Losses");
    assert.deepEqual(drawn?.series.map(({ values, categories }) => [values?.row, values?.column, categories?.column]), [[3, 2, 0], [4, 1, 0]]);
    // Total in row 6, one blank row.
    assert.equal(drawn?.at?.[0].row, 8);
  });

  for (const [error, pattern] of [["#SPILL!", /more rows than there is empty space/], ["#NAME?", /does not know a function in =TAXLOT\.HARVEST/], ["#VALUE!", /answers #VALUE!\. Nothing was written\.$/]] as const) {
    it(`takes every sheet and name back when a formula of the last one shows ${error}`, async () => {
      book.answer = (formula) => (formula.includes("HARVEST") ? error : answer(formula));
      assert.match(await sentenceOf([draft(), draft({ blocks: [HARVEST] })]), pattern);
      assert.deepEqual(sheetNames(), ["Trades"]);
      assert.equal(book.names.size, 0);
    });
  }

  it("takes everything back when Excel refuses halfway", async () => {
    book.beforeSync = () => {
      if (book.sheets.some(({ name, cells }) => name === "Harvest (2)" && cells.size > 0)) {
        book.beforeSync = () => undefined;
        throw new ExcelError("RequestPayloadSizeLimitExceeded");
      }
    };
    assert.equal(await sentenceOf([draft(), draft()]), "Excel refused the request because it is too large.");
    assert.deepEqual(sheetNames(), ["Trades"]);
  });

  it("says that a cell is being edited, and has made nothing", async () => {
    book.beforeSync = () => {
      throw new ExcelError("InvalidOperationInCellEditMode");
    };
    assert.equal(await sentenceOf([draft()]), "Excel is in the middle of a cell edit. Finish it with Enter or Esc, then try again.");
  });

  it("names the sheets that stay when even taking back is refused", async () => {
    let stuck = false;
    book.beforeSync = () => {
      const cells = book.sheets.find(({ name }) => name === "Harvest")?.cells.size ?? 0;
      if (cells > 0 || stuck) stuck = true;
      if (stuck) throw new ExcelError("InvalidOperationInCellEditMode");
    };
    assert.match(await sentenceOf([draft()]), /^Excel is in the middle of a cell edit\. .*stays, unfinished: ‘Harvest’\. Delete it by hand\.$/);
  });

  it("says that a protected structure takes no new sheet", async () => {
    book.protected = true;
    assert.match(await sentenceOf([draft()]), /^The structure of this workbook is protected, so no sheet can be added\./);
    assert.deepEqual(sheetNames(), ["Trades"]);
  });

  it("writes the numbers without print set-up where this Excel has none (ExcelApi 1.9)", async () => {
    book.apiSets.delete("1.9");
    const written = await writeSheets([draft()]);
    assert.equal(written.ok && written.value[0]?.shortcoming, null);
    assert.equal(book.sheet("Harvest").page.size, 0);
  });
});

describe("“Remove what I wrote”: a sheet goes only as it was written", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = new FakeWorkbook();
    book.sheet("Trades");
    book.answer = answer;
    restore = installFake(book);
  });
  afterEach(() => restore());

  const write = async (block: DraftBlock = PLAN): Promise<WrittenSheet> => {
    const written = await writeSheets([draft({ blocks: [block] })]);
    assert.ok(written.ok && written.value[0]);
    return written.value[0];
  };
  const remove = async (written: WrittenSheet): Promise<string | null> => {
    const outcome = await removeSheets([written]);
    const one = outcome.ok ? outcome.value[0]! : outcome;
    return one.ok ? one.value : one.problem.sentence;
  };

  it("takes the sheet and its name", async () => {
    assert.equal(await remove(await write()), null);
    assert.deepEqual([book.sheets.map(({ name }) => name), book.names.size], [["Trades"], 0]);
  });

  it("of several takes those that are as they were written, and leaves the others", async () => {
    const written = await writeSheets([draft({ sheetName: "First" }), draft({ sheetName: "Second" }), draft({ sheetName: "Third" })]);
    assert.ok(written.ok);
    book.sheet("Second").set(40, 0, "mine");
    const removed = await removeSheets(written.value);
    assert.ok(removed.ok);
    assert.deepEqual(removed.value.map((one) => (one.ok ? one.value : one.problem.sentence)), [null, "‘Second’!A41 is not ours, so sheet ‘Second’ stays.", null]);
    assert.deepEqual(book.sheets.map(({ name }) => name), ["Trades", "Second"]);
  });

  it("takes what Undo has left of it: the sheet with nothing on it", async () => {
    const written = await write();
    const sheet = book.sheet("Harvest");
    for (let row = 0; row < 40; row++) for (let column = 0; column < 12; column++) sheet.set(row, column, "");
    assert.equal(await remove(written), null);
    assert.deepEqual(book.sheets.map(({ name }) => name), ["Trades"]);
  });

  it("lets a result that changed by itself go, longer than before", async () => {
    const written = await write(HARVEST);
    book.answer = () => [...SPILLED, ["NEW", 46002, -1]];
    assert.equal(await remove(written), null);
  });

  for (const [what, row, column, says] of [
    ["a changed number", 4, 2, "‘Harvest’!C5 has been changed since it was written, so sheet ‘Harvest’ stays."],
    ["a cell of the user's below", 30, 0, "‘Harvest’!A31 is not ours, so sheet ‘Harvest’ stays."],
    ["a cell of the user's beside the title", 0, 5, "‘Harvest’!F1 is not ours, so sheet ‘Harvest’ stays."],
  ] as const) {
    it(`leaves ${what}`, async () => {
      const written = await write();
      book.sheet("Harvest").set(row, column, "mine");
      assert.equal(await remove(written), says);
      assert.ok(book.names.has("HarvestPlan"));
    });
  }

  it("leaves a chart of the user's", async () => {
    const written = await write();
    const range = { sheet: "Harvest", row: 0, column: 0, rows: 1, columns: 1 };
    book.sheet("Harvest").charts.push({ type: "Line", source: range, series: [], title: "Mine", at: null });
    assert.equal(await remove(written), "Sheet ‘Harvest’ has a chart that is not ours, so it stays.");
  });

  it("leaves a name that someone has given to other cells since", async () => {
    const written = await write();
    book.names.set("HarvestPlan", { sheet: "Trades", row: 0, column: 0, rows: 1, columns: 1 });
    assert.equal(await remove(written), null);
    assert.equal(book.names.get("HarvestPlan")?.sheet, "Trades");
  });

  it("takes a sheet that is already gone for removed", async () => {
    const written = await write();
    book.sheets.pop();
    assert.equal(await remove(written), "Sheet ‘Harvest’ was already gone.");
  });
});
