import assert from "node:assert/strict";
import fc from "fast-check";
import type { CellContent, CellStyle, ErrorText, SheetContent, WorkbookContent } from "../../workbench/content";
import { readWorkbookFile, writeWorkbookFile } from "../../workbench/files";

const storedErrors: readonly ErrorText[] = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.integer(),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("=1+1", "_x0041_", " padded ", "two\nlines", "\u0001", "#N/A", "00123", "]]>", "<v>"),
  fc.boolean(),
  fc.constantFrom(...storedErrors).map((error) => ({ error })),
);
const formula = fc.constantFrom(
  "=TAXLOT.OPENLOTS(Trades[#All],B2)", "=SUM(A1:A9)", "=LET(x,B2,x*2)", "=SORT(A1:A9)", "=A1#", "=1/3", '="a<b & ""c"""', "=TAXLOTDEV.METHODS()",
);
const color = fc.constantFrom("#1F4E79", "#DDEBF7", "#FF0000");
const style: fc.Arbitrary<CellStyle> = fc.record(
  {
    bold: fc.constant(true), italic: fc.constant(true), underline: fc.constant(true), fontColor: color, fontSizePt: fc.constantFrom(9, 14),
    fill: color, horizontal: fc.constantFrom("left" as const, "center" as const, "right" as const), wrap: fc.constant(true),
    topBorder: fc.constant(true), bottomBorder: fc.constant(true), leftBorder: fc.constant(true), rightBorder: fc.constant(true),
    vertical: fc.constant("middle" as const), indent: fc.constantFrom(1, 3),
  },
  { requiredKeys: [] },
);
const look = fc.record(
  { numberFormat: fc.constantFrom("yyyy-mm-dd", "#,##0.00", '"$"#,##0.00;[Red]-"$"#,##0.00', "0.0%", "m/d/yyyy"), style },
  { requiredKeys: [] },
);
const plainCell = fc.record({ value }).chain((cell) => look.map((looks) => ({ ...cell, ...looks })));
const formulaCell = fc.record({ value, formula, spill: fc.record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.constant(1) }) });
const cell: fc.Arbitrary<CellContent> = fc.oneof(plainCell, formulaCell);
const rows = fc.dictionary(fc.nat(40).map(String), fc.dictionary(fc.nat(30).map(String), cell, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), {
  maxKeys: 8, noNullPrototype: true,
});
const sheetNames = ["Trades", "Taxlot Settings", "It's & <more>", "Lots 2024"];
const sheet = fc.record(
  {
    rows,
    columnWidthsPx: fc.dictionary(fc.nat(20).map(String), fc.integer({ min: 20, max: 400 }), { noNullPrototype: true }),
    tables: fc.constant([]),
    freeze: fc.constantFrom({ rows: 1, columns: 0 }, { rows: 3, columns: 2 }, { rows: 0, columns: 1 }),
    hideGridlines: fc.constant(true as const),
    tabColor: color,
    isProtected: fc.constant(true as const),
    rowHeightsPx: fc.dictionary(fc.nat(50).map(String), fc.integer({ min: 8, max: 400 }), { minKeys: 1, noNullPrototype: true }),
    print: fc.constantFrom(
      { landscape: true, repeatRows: "1:4" },
      { repeatRows: "8:9", area: "A1:B20" },
      { landscape: true },
      { centerHorizontally: true, area: "A1:H40", zoom: { scalePercent: 80 }, header: { left: "Plan of &D", right: "&A" } },
      { zoom: { pagesWide: 2, pagesHigh: 3 }, footer: { center: "Page &P of &N" } },
    ),
  },
  { requiredKeys: ["rows", "columnWidthsPx", "tables"] },
);
const workbook: fc.Arbitrary<WorkbookContent> = fc.array(sheet, { minLength: 1, maxLength: 4 }).chain((sheets) =>
  fc.record({
    name: fc.constant("any.xlsx"),
    sheets: fc.constant(sheets.map((each, at): SheetContent => ({ ...each, name: sheetNames[at]! }))),
    activeSheet: fc.nat(sheets.length - 1),
    isStructureProtected: fc.constant(true as const),
    names: fc.constantFrom([], [{ name: "TaxlotSettings", refersTo: "=Trades!$A$1:$D$9" }, { name: "Own", refersTo: "=Trades!$A$1", sheet: "Trades" }]),
  }),
);

/** Without the style object that says nothing, which no file keeps apart from no style. */
function plain(content: WorkbookContent): unknown {
  return JSON.parse(JSON.stringify(content, (key, each) => (key === "style" && Object.keys(each).length === 0 ? undefined : each)));
}

describe("A workbook written and read again", () => {
  it("is the same workbook", () => {
    fc.assert(
      fc.property(workbook, (content) => {
        assert.deepEqual(plain(readWorkbookFile(writeWorkbookFile(content), content.name)), plain(content));
      }),
      { numRuns: 200 },
    );
  });
  it("keeps a table and the formulas in it", () => {
    const content: WorkbookContent = {
      name: "t.xlsx",
      activeSheet: 0,
      names: [],
      sheets: [
        {
          name: "Trades",
          columnWidthsPx: {},
          tables: [{ name: "Trades", range: "B2:C4", styleName: "TableStyleLight9", showTotals: true, showBandedRows: false, showFilterButton: false }],
          rows: {
            4: { 1: { value: "Total" }, 2: { value: 15, formula: "=SUBTOTAL(109,Trades[Amount])" } },
            1: { 1: { value: "Date" }, 2: { value: "Amount" } },
            2: { 1: { value: 45352, numberFormat: "yyyy-mm-dd" }, 2: { value: 5 } },
            3: { 2: { value: 10, formula: "=Trades[[#This Row],[Amount]]*2" } },
          },
        },
      ],
    };
    assert.deepEqual(readWorkbookFile(writeWorkbookFile(content), "t.xlsx"), content);
  });
});
