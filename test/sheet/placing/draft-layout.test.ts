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

  it("keeps figures on the right where the texts of a spill above reach down to them", () => {
    const spill: DraftBlock = { ...LOTS, columns: [{ heading: "Loss", format: "money" }, { heading: "Term", format: "text" }], content: { kind: "spill", formula: "=X()", rows: 3 }, totals: [], name: null };
    const { dressed, tables } = layOutDraft(draft({ blocks: [spill, LOTS] }));
    const below = tables[1]!;
    const inColumnB = dressed.filter(({ area: { row, rows, column, columns } }) => column <= 1 && column + columns > 1 && row <= below.row + 1 && row + rows > below.row + 1);
    assert.deepEqual(inColumnB.map(({ dress }) => dress).filter((dress) => dress === "indented" || dress === "right"), ["indented", "right"]);
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
    const columns = [{ heading: "Symbols", format: "text" }, { heading: "What is said of it", format: "text" }] as const;
    const orders: DraftBlock = { ...LOTS, title: null, name: null, totals: [], columns, content: { kind: "rows", rows: [["A long symbol", "A sentence that runs on over the cells to its right, which are empty"]] } };
    const two = layOutDraft(draft({ blocks: [LOTS, orders] }));
    assert.deepEqual(two.cells.slice(9, 11), [[], ["Symbols", "What is said of it"]]);
    assert.ok((two.widths[0] ?? 0) > (layout.widths[0] ?? 0));
    // The last text of a narrower table widens nothing and is not wrapped.
    assert.equal(two.widths[1], layout.widths[1]);
    assert.ok(!two.dressed.some(({ area, dress }) => dress === "wrapped" && area.row === 11));
    assert.equal(two.frozenRows, 6);
  });

  it("makes a spill as wide and its rows as high as what it is expected to fill, texts wrapped and names whole", () => {
    const account = "Z000007312 Individual TOD";
    const note = "The broker sees one account and one security; the rule counts all of yours, so that 45.00 more is disallowed here.";
    const columns = [{ heading: "Account", format: "text" }, { heading: "Loss", format: "money" }, { heading: "Note", format: "text" }, { heading: "Row", format: "text" }] as const;
    const spill: DraftBlock = { ...LOTS, columns, content: { kind: "spill", formula: "=X()", rows: 3, like: [[account, 1, note, "3"], ["A", 2, "", "4"]] }, totals: [], name: null };
    const { widths, heights, dressed, tables, cells } = layOutDraft(draft({ blocks: [spill] }));
    const [table] = tables;
    // A digit of Calibri 11 is 5.6 points wide.
    assert.ok(widths[0]! >= account.length * 5.6 + 12, `${widths[0]}`);
    assert.ok(widths[2]! < note.length * 5.6 / 2);
    assert.ok(dressed.some(({ area, dress }) => dress === "wrapped" && area.column === 2 && area.row === table!.row + 1 && area.rows >= 2));
    const lines = heights.find(({ row }) => row === table!.row + 1)!.points / 15;
    assert.ok(lines * (widths[2]! - 12) >= note.length * 5.6, `${lines} lines`);
    assert.ok(heights.every(({ row }) => row !== table!.row + 2));
    assert.deepEqual(cells.slice(table!.row + 1), [[], []]);
  });

  it("calls the sums what the table calls them", () => {
    const { cells } = layOutDraft(draft({ blocks: [{ ...LOTS, totalsCalled: "Control total" }] }));
    assert.equal(cells.at(-1)![0], "Control total");
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
    const wrapped = layOutDraft(draft({ blocks: [block] })).dressed.filter(({ area, dress }) => dress === "wrapped" && area.row > 5);
    assert.deepEqual(wrapped.map(({ area }) => area), [{ row: 6, column: 0, rows: 2, columns: 1 }]);
  });

  it("sets text off that stands right of figures", () => {
    const columns = [{ heading: "Loss", format: "money" }, { heading: "Why", format: "text" }, { heading: "Note", format: "text" }] as const;
    const block: DraftBlock = { ...LOTS, columns, totals: [], content: { kind: "rows", rows: [[-1, "a", "b"]] } };
    const indented = layOutDraft(draft({ blocks: [block] })).dressed.filter(({ dress }) => dress === "indented");
    assert.deepEqual(indented.map(({ area }) => area), [{ row: 5, column: 1, rows: 2, columns: 1 }]);
  });
});

describe("pane-look, Sheets we write: they print readably", () => {
  const NARROW: DraftBlock = { ...LOTS, title: "By term", name: null, columns: LOTS.columns.slice(0, 3), content: { kind: "rows", rows: [["Short", 46000, -1], ["Long", 46000, -2]] }, totals: [] };
  const WIDE: DraftBlock = {
    ...LOTS, totals: [],
    columns: [...LOTS.columns, ...Array.from({ length: 12 }, (_, at) => ({ heading: `Money ${at}`, format: "money" as const }))],
  };

  it("wrap their headings, in a row high enough for the most lines", () => {
    const columns = [{ heading: "Symbol", format: "text" }, { heading: "First day to buy again", format: "date" }] as const;
    const laid = layOutDraft(draft({ blocks: [{ ...LOTS, columns, totals: [], content: { kind: "rows", rows: [["XYZ", 46000]] } }] }));
    // A date has 10 characters, 9 of them in bold: "First day | to buy | again".
    assert.deepEqual(laid.heights, [{ row: 5, points: 45 }]);
    assert.ok(laid.dressed.some(({ area, dress }) => dress === "wrapped" && area.row === 5));
    assert.equal(laid.widths[1], 68);
  });

  it("leave rows whose headings fit into a line to Excel", () => assert.deepEqual(layOutDraft(draft({ blocks: [NARROW] })).heights, []));

  it("set remarks below the tables, above one that may grow and is not printed", () => {
    const spill: DraftBlock = { ...LOTS, title: "Live", name: null, content: { kind: "spill", formula: "=TAXLOT.HARVEST(T)", rows: 3 } };
    const laid = layOutDraft(draft({ blocks: [LOTS, spill], remarks: ["How it came about."] }));
    assert.deepEqual(laid.cells.slice(9, 14), [[], ["How it came about."], [], ["Live"], ["=TAXLOT.HARVEST(T)"]]);
    assert.deepEqual(laid.printed, { row: 0, column: 0, rows: 11, columns: 4 });
  });

  it("print whole where nothing may grow, or nothing else stands there", () => {
    const spill: DraftBlock = { ...LOTS, content: { kind: "spill", formula: "=TAXLOT.HARVEST(T)", rows: 3 } };
    assert.equal(layOutDraft(draft()).printed, null);
    assert.equal(layOutDraft(draft({ blocks: [spill] })).printed, null);
  });

  it("set a chart beside a narrow table, and whatever would reach it below", () => {
    const chart = { title: "Loss by symbol", type: "ColumnClustered", block: 0, categories: "Symbol", series: ["Loss"], beside: 1 } as const;
    const laid = layOutDraft(draft({ blocks: [WIDE, NARROW, NARROW, WIDE], charts: [chart], remarks: ["A sentence."] }));
    const at = laid.charts[0]!.at;
    // Title, grey line, note, blank, title, headings, two rows, blank: the narrow table has its title in row 10.
    assert.deepEqual([at.row, at.column], [9, 6]);
    const texts = laid.cells.map((row) => row[0] ?? null);
    assert.equal(texts.filter((text, row) => text === "By term" && row < at.row + at.rows).length, 2);
    assert.equal(texts.lastIndexOf("Lots to sell"), at.row + at.rows + 1);
    assert.ok(texts.indexOf("A sentence.") > at.row + at.rows);
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
    assert.deepEqual(charts.map(({ at }) => [at.row, at.column]), [[5, 5], [22, 5]]);
  });

  it("are left out where their table has no rows or lacks a column", () => {
    const empty = layOutDraft(draft({ blocks: [{ ...LOTS, content: { kind: "rows", rows: [] } }], charts: [chart] }));
    assert.deepEqual(empty.charts, []);
    assert.deepEqual(layOutDraft(draft({ charts: [{ ...chart, categories: "Lot" }] })).charts, []);
  });
});
