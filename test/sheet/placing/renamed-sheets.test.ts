import assert from "node:assert/strict";
import { draftsUnderNames } from "../../../src/sheet/placing/renamed-sheets";
import type { SheetDraft } from "../../../src/sheet/placing/sheet-draft";

function draft(sheetName: string, formula: string): SheetDraft {
  return {
    sheetName, title: sheetName, madeBy: "", notes: [], charts: [], landscape: false,
    blocks: [{ title: null, columns: [{ heading: "Check", format: "money" }], content: { kind: "rows", rows: [[{ formula, value: 0 }], ["Sales!A1"]] }, totals: [], name: null, whenEmpty: "" }],
  };
}

function formulaOf({ blocks }: SheetDraft): unknown {
  const content = blocks[0]?.content;
  return content?.kind === "rows" ? content.rows[0]?.[0] : null;
}

describe("The accountant's copy inside a workbook that has sheets of the same names", () => {
  it("lets its formulas look at its own sheets, not at the user's, and leaves texts and other sheets alone", () => {
    const drafts = [draft("Cover", "=SUM(Sales!C{first}:C9)-'Form 8949'!B2-Mine!A1"), draft("Form 8949", '=IF(A1="Sales!A1",SALES!A1,0)'), draft("Sales", "=A1")];
    const named = draftsUnderNames(drafts, ["Cover", "Form 8949 (2)", "Sales (2)"]);
    assert.deepEqual(named.map(({ sheetName }) => sheetName), ["Cover", "Form 8949 (2)", "Sales (2)"]);
    assert.deepEqual(named.map(formulaOf), [
      { formula: "=SUM('Sales (2)'!C{first}:C9)-'Form 8949 (2)'!B2-Mine!A1", value: 0 },
      { formula: `=IF(A1="Sales!A1",'Sales (2)'!A1,0)`, value: 0 },
      { formula: "=A1", value: 0 },
    ]);
    const content = named[0]?.blocks[0]?.content;
    assert.deepEqual(content?.kind === "rows" && content.rows[1], ["Sales!A1"]);
  });
});
