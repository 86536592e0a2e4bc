import assert from "node:assert/strict";
import type { SheetContent } from "../../workbench/content";
import { sheetReport, withoutAnswer } from "../../workbench/run/report";

function sheet(rows: SheetContent["rows"]): SheetContent {
  return { name: "Trades", rows, columnWidthsPx: {}, tables: [] };
}

describe("cells.json", () => {
  it("tells an error from a text that reads the same, and says why where the function did", () => {
    const { cells } = sheetReport(sheet({ 0: { 0: { value: { error: "#VALUE!" } }, 1: { value: "#VALUE!" } } }), (_, column) =>
      column === 0 ? "Row 3: sells 5, only 2 held." : null,
    );
    assert.deepEqual(cells, [
      { address: "A1", value: "#VALUE!", type: "error", message: "Row 3: sells 5, only 2 held." },
      { address: "B1", value: "#VALUE!" },
    ]);
  });
});

describe("A formula without an answer", () => {
  it("names the filled cell nearest to a table that has no room", () => {
    const rows = {
      0: { 0: { value: "Date" }, 7: { formula: "=TAXLOT.REALIZED(A1:F9)", value: { error: "#SPILL!" } as const } },
      2: { 8: { value: "note" } },
      9: { 9: { value: "far" } },
    };
    const workbook = { name: "a.xlsx", sheets: [sheet(rows)], activeSheet: 0, names: [] };
    assert.deepEqual(withoutAnswer(workbook), ["Trades!H1 shows #SPILL!: its table needs empty cells, and the nearest filled one is I3"]);
  });
});
