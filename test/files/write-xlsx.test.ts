import assert from "node:assert/strict";
import { read as readWithSheetJs } from "@e965/xlsx";
import type { CellContent, SheetContent, WorkbookContent } from "../../workbench/content";
import { writeWorkbookFile } from "../../workbench/files";
import { partsOfFile } from "./workbook-parts";

type Rows = Record<number, Record<number, CellContent>>;

function sheet(rows: Rows, more: Partial<SheetContent> = {}): SheetContent {
  return { name: "Trades", rows, columnWidthsPx: {}, tables: [], ...more };
}

function workbook(sheets: readonly SheetContent[], more: Partial<WorkbookContent> = {}): WorkbookContent {
  return { name: "trades.xlsx", sheets, activeSheet: 0, names: [], ...more };
}

function partsOf(content: WorkbookContent): Record<string, string> {
  return partsOfFile(writeWorkbookFile(content));
}

function sheetXmlOf(rows: Rows, more?: Partial<SheetContent>): string {
  return partsOf(workbook([sheet(rows, more)]))["xl/worksheets/sheet1.xml"]!;
}

describe("An .xlsx file that Excel opens with live functions", () => {
  const spilled: Rows = {
    0: { 0: { value: "Lot", formula: "=TAXLOT.OPENLOTS(A9:H20)", spill: { rows: 2, columns: 3 } }, 1: { value: "Basis" }, 2: { value: "Note" } },
    1: { 0: { value: "row 2" }, 1: { value: { error: "#VALUE!" } }, 2: { value: "Row 4: sells 120 XYZ, only 100 held." } },
  };
  it("stores our functions under the name add-ins have in files", () =>
    assert.match(sheetXmlOf(spilled), /<f [^>]*>_xldudf_TAXLOT_OPENLOTS\(A9:H20\)<\/f>/));
  it("stores a spill as a dynamic array over the cells it filled", () =>
    assert.match(sheetXmlOf(spilled), /<c r="A1" t="str" cm="1"><f t="array" ref="A1:C2">[^<]*<\/f><v>Lot<\/v><\/c>/));
  it("stores the value of every spilled cell, errors as errors", () => {
    const xml = sheetXmlOf(spilled);
    assert.match(xml, /<c r="B2" t="e"><v>#VALUE!<\/v><\/c>/);
    assert.match(xml, /<c r="C2" t="s"><v>\d+<\/v><\/c>/);
  });
  it("adds the metadata that cm=1 points to, with its type and relationship, and only then", () => {
    const parts = partsOf(workbook([sheet(spilled)]));
    assert.match(parts["xl/metadata.xml"]!, /<metadataType name="XLDAPR"/);
    assert.match(parts["xl/metadata.xml"]!, /<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"\/>/);
    assert.match(parts["xl/metadata.xml"]!, /<cellMetadata count="1"><bk><rc t="1" v="0"\/><\/bk><\/cellMetadata>/);
    assert.match(parts["[Content_Types].xml"]!, /PartName="\/xl\/metadata.xml" ContentType="[^"]*sheetMetadata\+xml"/);
    assert.match(parts["xl/_rels/workbook.xml.rels"]!, /relationships\/sheetMetadata" Target="metadata.xml"/);
    assert.equal(partsOf(workbook([sheet({ 0: { 0: { value: 1, formula: "=SUM(B1:B2)" } } })]))["xl/metadata.xml"], undefined);
  });
  it("stores a function of ours that gives one value as a dynamic array too, so that Excel shows no @", () =>
    assert.match(
      sheetXmlOf({ 0: { 0: { value: 12, formula: "=TAXLOT.LOTGAIN(A9:H20,\"XYZ\",1,2,3)" } } }),
      /<c r="A1" cm="1"><f t="array" ref="A1">_xldudf_TAXLOT_LOTGAIN/,
    ));
  it("stores a spill that begins with a blank as calculated, with an empty text", () => {
    const parts = partsOf(workbook([sheet({ 0: { 0: { formula: "=TAXLOT.WASHSALE(A9:H20)", spill: { rows: 2, columns: 1 } } }, 1: { 0: { value: 5 } } })]));
    assert.match(parts["xl/worksheets/sheet1.xml"]!, /<c r="A1" t="str" cm="1"><f t="array" ref="A1:A2">[^<]*<\/f><v><\/v><\/c>/);
    assert.doesNotMatch(parts["xl/workbook.xml"]!, /fullCalcOnLoad/);
  });
  it("stores plain formulas plainly", () =>
    assert.match(sheetXmlOf({ 0: { 0: { value: 3, formula: "=SUM(B1:B2)*C1" } } }), /<c r="A1"><f>SUM\(B1:B2\)\*C1<\/f><v>3<\/v><\/c>/));
  it("lets Excel keep the values until it recalculates, unless a formula has none yet", () => {
    const calculated = partsOf(workbook([sheet(spilled)]))["xl/workbook.xml"]!;
    assert.match(calculated, /<calcPr calcId="\d{6}"\/>/);
    const fresh = partsOf(workbook([sheet({ 0: { 0: { formula: "=1+1" } } })]))["xl/workbook.xml"]!;
    assert.match(fresh, /fullCalcOnLoad="1"/);
  });
  it("writes the same bytes for the same workbook", () =>
    assert.deepEqual(writeWorkbookFile(workbook([sheet(spilled)])), writeWorkbookFile(workbook([sheet(spilled)]))));
});

describe("Text that looks like a formula (DESIGN section 7)", () => {
  for (const text of ["=1+1", "=cmd|'/c calc'!A1", "+A1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"]) {
    it(`${JSON.stringify(text)} is written as text`, () => {
      const bytes = writeWorkbookFile(workbook([sheet({ 0: { 0: { value: text } } })]));
      assert.doesNotMatch(partsOfFile(bytes)["xl/worksheets/sheet1.xml"]!, /<f[ >]/);
      const cell = readWithSheetJs(bytes, { type: "array" }).Sheets["Trades"]!["A1"];
      assert.equal(cell.t, "s");
      assert.equal(cell.f, undefined);
      assert.equal(cell.v, text);
    });
    it(`${JSON.stringify(text)} stays text in Excel when its cell is edited`, () => {
      const parts = partsOf(workbook([sheet({ 0: { 0: { value: text } } })]));
      const look = Number(/<c r="A1" s="(\d+)"/.exec(parts["xl/worksheets/sheet1.xml"]!)?.[1]);
      const looks = /<cellXfs[^>]*>(.*?)<\/cellXfs>/.exec(parts["xl/styles.xml"]!)![1]!.match(/<xf [^>]*>/g)!;
      assert.match(looks[look]!, /quotePrefix="1"/);
      assert.doesNotMatch(looks[0]!, /quotePrefix/);
    });
  }
  it("stays text when a formula gave it", () => {
    const xml = sheetXmlOf({ 0: { 0: { value: "=1+1", formula: '="="&"1+1"' } } });
    assert.match(xml, /<f>&quot;=&quot;&amp;&quot;1\+1&quot;<\/f><v>=1\+1<\/v>/);
  });
});

describe("An .xlsx file read by another library (SheetJS)", () => {
  const content = workbook(
    [
      sheet(
        {
          0: { 0: { value: "Date" }, 1: { value: "Amount" }, 2: { value: "Amount" }, 3: {} },
          1: { 0: { value: 45352, numberFormat: "yyyy-mm-dd" }, 1: { value: -1234.5, numberFormat: "#,##0.00" }, 2: { value: true } },
        },
        { tables: [{ name: "Trades", range: "A1:D2" }] },
      ),
      sheet({ 4: { 2: { value: "a<b & \"c\" é 😀 \u0007 _x0041_\nline", style: { bold: true } } } }, { name: "It's & <more>" }),
    ],
    { names: [{ name: "TaxlotSettings", refersTo: "='It''s & <more>'!$A$1:$C$5" }] },
  );
  const found = readWithSheetJs(writeWorkbookFile(content), { type: "array", cellNF: true });
  it("finds the sheets, values and formats", () => {
    assert.deepEqual(found.SheetNames, ["Trades", "It's & <more>"]);
    assert.equal(found.Sheets["Trades"]!["A2"].v, 45352);
    assert.equal(found.Sheets["Trades"]!["A2"].z, "yyyy-mm-dd");
    assert.equal(found.Sheets["Trades"]!["A2"].w, "2024-03-01");
    assert.equal(found.Sheets["Trades"]!["B2"].w, "-1,234.50");
    assert.equal(found.Sheets["Trades"]!["C2"].v, true);
  });
  it("finds text as it was, whatever characters it holds", () =>
    assert.equal(found.Sheets["It's & <more>"]!["C5"].v, "a<b & \"c\" é 😀 \u0007 _x0041_\nline"));
  it("finds the names", () =>
    assert.deepEqual(found.Workbook?.Names?.map(({ Name, Ref }) => [Name, Ref]), [["TaxlotSettings", "'It''s & <more>'!$A$1:$C$5"]]));
  it("finds table headings that Excel accepts: each a text, none twice, the same in the cells", () => {
    const table = partsOfFile(writeWorkbookFile(content))["xl/tables/table1.xml"]!;
    assert.deepEqual([...table.matchAll(/<tableColumn id="\d" name="([^"]*)"/g)].map(([, name]) => name), ["Date", "Amount", "Amount2", "Column4"]);
    assert.equal(found.Sheets["Trades"]!["C1"].v, "Amount2");
    assert.equal(found.Sheets["Trades"]!["D1"].v, "Column4");
  });
});

describe("What no .xlsx file can hold", () => {
  it("an unfinite number becomes #NUM!", () =>
    assert.match(sheetXmlOf({ 0: { 0: { value: Infinity } } }), /t="e"><v>#NUM!<\/v>/));
  it("errors newer than the format become those older programs show", () =>
    assert.match(sheetXmlOf({ 0: { 0: { value: { error: "#SPILL!" }, formula: "=A2:A3" } } }), /<v>#VALUE!<\/v>/));
  it("text is cut where Excel ends it, at 32,767 characters", () => {
    const bytes = writeWorkbookFile(workbook([sheet({ 0: { 0: { value: "x".repeat(40_000) } } })]));
    assert.equal(readWithSheetJs(bytes, { type: "array" }).Sheets["Trades"]!["A1"].v.length, 32_767);
  });
  it("a table of headings alone gets the one row a table must have", () => {
    const parts = partsOf(workbook([sheet({ 0: { 0: { value: "Date" } } }, { tables: [{ name: "T", range: "A1:A1" }] })]));
    assert.match(parts["xl/tables/table1.xml"]!, /ref="A1:A2"/);
  });
});
