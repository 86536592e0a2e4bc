import assert from "node:assert/strict";
import { layOutDraft } from "../../../src/sheet/placing/draft-layout";
import type { DraftBlock, SheetDraft } from "../../../src/sheet/placing/sheet-draft";

const LOTS: DraftBlock = {
  title: "Lots to sell",
  columns: [
    { heading: "Symbol", format: "text" },
    { heading: "Sell by", format: "date" },
    { heading: "Loss", format: "money" },
    { heading: "Share", format: "percent" },
  ],
  content: {
    kind: "rows",
    rows: [
      ["XYZ", 46000, -250.5, { formula: "=C{row}/SUM(C{first}:C{last})", value: 0.25 }],
      ["=cmd", 46001, -751.5, { formula: "C{row}/C{last}", value: 0.75 }],
    ],
  },
  totals: ["Loss"],
  name: "HarvestPlan",
  whenEmpty: "No lot was ticked.",
};

function draft(more: Partial<SheetDraft> = {}): SheetDraft {
  return {
    sheetName: "Harvest 2026-12-05",
    title: "Harvest plan",
    madeBy: "Taxlot, as of 12/5/2026.",
    notes: ["Prices of ‘Taxlot Prices’."],
    blocks: [LOTS],
    charts: [],
    landscape: true,
    ...more,
  };
}

describe("pane-look, Sheets we write: what goes into which cell", () => {
  const layout = layOutDraft(draft());

  it("puts title, grey line and notes on top, a blank row, then the table with its own title", () => {
    assert.deepEqual(layout.cells.slice(0, 6), [
      ["Harvest plan"],
      ["'Taxlot, as of 12/5/2026."],
      ["Prices of ‘Taxlot Prices’."],
      [],
      ["Lots to sell"],
      ["Symbol", "Sell by", "Loss", "Share"],
    ]);
  });

  it("fills {row}, {first} and {last} with rows of the sheet, and keeps text that looks like a formula text", () => {
    // Headings stand in row 6, so the rows are 7 and 8.
    assert.deepEqual(layout.cells.slice(6, 8), [
      ["XYZ", 46000, -250.5, "=C7/SUM(C7:C8)"],
      ["'=cmd", 46001, -751.5, "=C8/C8"],
    ]);
  });

  it("re-adds a total with a plain SUM in a row of its own under a border", () => {
    assert.deepEqual(layout.cells[8], ["Total", null, "=SUM(C7:C8)", null]);
    assert.deepEqual(
      layout.dressed.filter(({ dress }) => dress === "lined").map(({ area }) => area),
      [{ row: 8, column: 0, rows: 1, columns: 4 }],
    );
  });

  it("writes no Total over the sum of the first column", () => {
    const block: DraftBlock = { ...LOTS, columns: [{ heading: "Loss", format: "money" }], content: { kind: "rows", rows: [[-1]] } };
    assert.deepEqual(layOutDraft(draft({ blocks: [block] })).cells.at(-1), ["=SUM(A7:A7)"]);
  });

  it("formats every column below its heading, the totals too", () => {
    assert.deepEqual(layout.numberFormats, [
      { area: { row: 6, rows: 3, column: 1, columns: 1 }, format: "m/d/yyyy" },
      { area: { row: 6, rows: 3, column: 2, columns: 1 }, format: "#,##0.00;-#,##0.00" },
      { area: { row: 6, rows: 3, column: 3, columns: 1 }, format: "0.0%;-0.0%" },
    ]);
    assert.deepEqual(
      layout.dressed.filter(({ dress }) => dress === "right").map(({ area }) => area),
      [{ row: 5, column: 1, rows: 1, columns: 3 }],
    );
  });

  it("keeps the lines down to the headings in sight, repeats the headings in print and names the table with them", () => {
    assert.equal(layout.frozenRows, 6);
    assert.equal(layout.repeatedRow, 5);
    assert.deepEqual(layout.names, [{ name: "HarvestPlan", area: { row: 5, column: 0, rows: 3, columns: 4 } }]);
  });

  it("freezes nothing under a heap of notes that would fill a small window", () => {
    const many = layOutDraft(draft({ notes: Array.from({ length: 20 }, () => "A note.") }));
    assert.equal(many.frozenRows, 0);
    assert.equal(many.repeatedRow, 24);
  });

  it("says a sentence in place of a table without rows: no headings, no name, no total", () => {
    const empty = layOutDraft(draft({ blocks: [{ ...LOTS, content: { kind: "rows", rows: [] } }] }));
    assert.deepEqual(empty.cells.slice(4), [["Lots to sell"], ["No lot was ticked."]]);
    assert.deepEqual([empty.names, empty.frozenRows, empty.repeatedRow], [[], 0, null]);
  });

  it("sets blocks one under the other, a blank row between, each column as wide as the widest need", () => {
    const orders: DraftBlock = { ...LOTS, title: null, name: null, totals: [], columns: [{ heading: "A heading that is much longer", format: "text" }], content: { kind: "rows", rows: [["x"]] } };
    const two = layOutDraft(draft({ blocks: [LOTS, orders] }));
    assert.deepEqual(two.cells.slice(9), [[], ["A heading that is much longer"], ["x"]]);
    assert.ok((two.widths[0] ?? 0) > (layout.widths[0] ?? 0));
    assert.equal(two.widths[1], layout.widths[1]);
    assert.equal(two.frozenRows, 6);
  });

  it("leaves the rows of a spill to Excel and formats some more below it", () => {
    const spill = layOutDraft(draft({ blocks: [{ ...LOTS, content: { kind: "spill", formula: "=TAXLOT.HARVEST(Trades)", rows: 4 } }] }));
    assert.deepEqual(spill.cells.slice(5), [["=TAXLOT.HARVEST(Trades)"], [], [], []]);
    assert.deepEqual(spill.spills, [{ row: 5, column: 0, rows: 4, columns: 4 }]);
    assert.deepEqual(spill.numberFormats[0]?.area, { row: 6, rows: 203, column: 1, columns: 1 });
  });

  it("counts dates from 1904 where the workbook does: 1,462 days less", () => {
    const row = layOutDraft(draft(), { from1904: true }).cells[6];
    assert.deepEqual(row?.slice(0, 3), ["XYZ", 46000 - 1462, -250.5]);
  });

  it("writes a number no cell can hold as a blank", () => {
    const block: DraftBlock = { ...LOTS, content: { kind: "rows", rows: [["XYZ", Number.NaN, Infinity, null]] } };
    assert.deepEqual(layOutDraft(draft({ blocks: [block] })).cells[6], ["XYZ", null, null, null]);
  });

  it("wraps a column that holds a long sentence", () => {
    const block: DraftBlock = { ...LOTS, totals: [], content: { kind: "rows", rows: [["x".repeat(57), null, 1, null], ["y", null, 1, null]] } };
    const wrapped = layOutDraft(draft({ blocks: [block] })).dressed.filter(({ dress }) => dress === "wrapped");
    assert.deepEqual(wrapped.map(({ area }) => area), [{ row: 6, column: 0, rows: 2, columns: 1 }]);
  });

  it("sets text off that stands right of figures", () => {
    const columns = [{ heading: "Loss", format: "money" }, { heading: "Why", format: "text" }, { heading: "Note", format: "text" }] as const;
    const block: DraftBlock = { ...LOTS, columns, totals: [], content: { kind: "rows", rows: [[-1, "a", "b"]] } };
    const indented = layOutDraft(draft({ blocks: [block] })).dressed.filter(({ dress }) => dress === "indented");
    assert.deepEqual(indented.map(({ area }) => area), [{ row: 5, column: 1, rows: 2, columns: 1 }]);
  });
});

describe("pane-look, Sheets we write: native charts", () => {
  const chart = { title: "Loss by symbol", type: "ColumnClustered", block: 0, categories: "Symbol", series: ["Loss", "Share"] } as const;

  it("take categories without and series with their heading, and stand below the tables", () => {
    const [laid] = layOutDraft(draft({ charts: [chart] })).charts;
    assert.deepEqual(laid?.categories, { row: 6, column: 0, rows: 2, columns: 1 });
    assert.deepEqual(laid?.series, [{ row: 5, column: 2, rows: 3, columns: 1 }, { row: 5, column: 3, rows: 3, columns: 1 }]);
    // The totals are row 8, one blank row.
    assert.deepEqual([laid?.at.row, laid?.at.column], [10, 0]);
  });

  it("stand beside a table that may grow, and one under the other", () => {
    const spill: DraftBlock = { ...LOTS, content: { kind: "spill", formula: "=TAXLOT.HARVEST(T)", rows: 4 } };
    const charts = layOutDraft(draft({ blocks: [spill], charts: [chart, chart] })).charts;
    assert.deepEqual(charts.map(({ at }) => [at.row, at.column]), [[5, 5], [24, 5]]);
  });

  it("are left out where their table has no rows or lacks a column", () => {
    const empty = layOutDraft(draft({ blocks: [{ ...LOTS, content: { kind: "rows", rows: [] } }], charts: [chart] }));
    assert.deepEqual(empty.charts, []);
    assert.deepEqual(layOutDraft(draft({ charts: [{ ...chart, categories: "Lot" }] })).charts, []);
  });
});
