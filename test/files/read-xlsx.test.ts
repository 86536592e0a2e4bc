import assert from "node:assert/strict";
import type { CellContent, SheetContent, WorkbookContent } from "../../workbench/content";
import { UnreadableFile } from "../../workbench/content";
import { readWorkbookFile } from "../../workbench/files";
import { oneSheetFile } from "./workbook-parts";

function sheetOf(sheetData: string, more?: Readonly<Record<string, string>>): SheetContent {
  return read(sheetData, more).sheets[0]!;
}

function read(sheetData: string, more?: Readonly<Record<string, string>>): WorkbookContent {
  return readWorkbookFile(oneSheetFile(sheetData, more), "trades.xlsx");
}

function cell(sheet: SheetContent, row: number, column: number): CellContent | undefined {
  return sheet.rows[row]?.[column];
}

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="h:mm"/></numFmts>
  <fonts><font><sz val="11"/><color theme="1"/></font><font><b/><i val="0"/><u/><sz val="14"/><color rgb="FF1F4E79"/></font></fonts>
  <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
  <fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill></fill></fills>
  <borders><border><top/><bottom/></border><border><top style="thin"/><bottom/></border></borders>
  <cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/>
  <xf numFmtId="4" fontId="1" fillId="2" borderId="1"><alignment horizontal="right" wrapText="1"/></xf></cellXfs></styleSheet>`;

describe("Cells of an .xlsx file (ECMA-376 part 1, 18.3.1.4)", () => {
  it("reads every kind of cell Excel writes", () => {
    const sheet = sheetOf(
      `<row r="2"><c r="B2"><v>12.5</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c>
       <c r="F2" t="inlineStr"><is><t>in </t></is></c><c r="G2" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="H2" t="d"><v>2024-03-01</v></c><c r="I2"/></row>`,
      { "xl/sharedStrings.xml": "<sst><si><t>first</t></si><si><r><t>rich </t></r><r><t>text_x000D_&lt;</t></r><rPh><t>spoken</t></rPh></si></sst>" },
    );
    assert.deepEqual(sheet.rows, {
      1: {
        1: { value: 12.5 }, 2: { value: "rich text\r<" }, 3: { value: true }, 4: { value: { error: "#N/A" } },
        5: { value: "in " }, 6: { value: "ax", formula: '=A1&"x"' }, 7: { value: 45352 },
      },
    });
  });
  it("counts on where a writer leaves addresses out, and reads prefixed elements", () => {
    const sheet = sheetOf("<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row>");
    assert.deepEqual(sheet.rows, { 0: { 0: { value: 1 }, 1: { value: 2 } }, 1: { 0: { value: 3 } } });
  });
  it("keeps formulas with the values they were saved with, under the names people type", () => {
    const sheet = sheetOf(
      `<row r="1"><c r="A1" cm="1" t="e"><f t="array" ref="A1:B2">_xldudf_TAXLOT_OPENLOTS(Trades[#All])</f><v>#VALUE!</v></c><c r="B1"><v>7</v></c></row>
       <row r="2"><c r="A2"><v>8</v></c></row>
       <row r="3"><c r="A3"><f t="shared" ref="A3:A4" si="0">IF(B1="B1",A1,0)</f><v>1</v></c></row>
       <row r="4"><c r="A4"><f t="shared" si="0"/><v>2</v></c><c r="B4"><f>SUM(_xlfn.ANCHORARRAY(A1))</f></c></row>`,
    );
    assert.deepEqual(cell(sheet, 0, 0), {
      value: { error: "#VALUE!" }, formula: "=TAXLOT.OPENLOTS(Trades[#All])", spill: { rows: 2, columns: 2 },
    });
    assert.deepEqual(cell(sheet, 0, 1), { value: 7 });
    assert.equal(cell(sheet, 3, 0)?.formula, '=IF(B2="B1",A2,0)');
    assert.deepEqual(cell(sheet, 3, 1), { formula: "=SUM(A1#)" });
  });
  it("reads number formats, own and built in, and the looks of a cell", () => {
    const sheet = sheetOf('<row r="1"><c r="A1" s="1"><v>45352</v></c><c r="B1" s="2"><v>45352</v></c><c r="C1" s="4"/></row>', { "xl/styles.xml": STYLES });
    assert.equal(cell(sheet, 0, 0)?.numberFormat, "yyyy\\-mm\\-dd");
    assert.equal(cell(sheet, 0, 1)?.numberFormat, "m/d/yyyy");
    assert.deepEqual(cell(sheet, 0, 2), {
      numberFormat: "#,##0.00",
      style: { bold: true, underline: true, fontColor: "#1F4E79", fontSizePt: 14, fill: "#DDEBF7", horizontal: "right", wrap: true, topBorder: true },
    });
  });
  it("moves dates of a workbook that counts from 1904, and no other number", () => {
    const workbook = '<workbook><workbookPr date1904="1"/><sheets><sheet name="Trades" r:id="rId1"/></sheets></workbook>';
    const content = read(
      '<row r="1"><c r="A1" s="1"><v>43890</v></c><c r="B1"><v>43890</v></c><c r="C1" s="3"><v>0.5</v></c></row>',
      { "xl/styles.xml": STYLES, "xl/workbook.xml": workbook },
    );
    // 1 March 2024 is 45352 counted from 1900 and 1462 days less counted from 1904.
    assert.equal(cell(content.sheets[0]!, 0, 0)?.value, 45352);
    assert.equal(cell(content.sheets[0]!, 0, 1)?.value, 43890);
    assert.equal(cell(content.sheets[0]!, 0, 2)?.value, 0.5);
    assert.equal(content.date1904, undefined);
  });
});

describe("What stands around the cells of an .xlsx file", () => {
  const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  it("reads tables; a row of totals is known and not in the range", () => {
    const sheet = sheetOf("", {
      "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="rId1" Type="${REL}/table" Target="../tables/table1.xml"/><Relationship Id="rId2" Type="${REL}/table" Target="../tables/table2.xml"/></Relationships>`,
      "xl/tables/table1.xml": '<table id="1" name="T" displayName="Trades" ref="A1:H12" totalsRowCount="1"><tableColumns><tableColumn name="a"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>',
      "xl/tables/table2.xml": '<table id="2" displayName="Bare" ref="K1:L3" headerRowCount="0"/>',
    });
    assert.deepEqual(sheet.tables, [
      { name: "Trades", range: "A1:H11", styleName: "TableStyleMedium2", showTotals: true, showFilterButton: false },
    ]);
  });
  it("reads widths, frozen rows, gridlines and print settings", () => {
    const sheet = sheetOf("", {
      "xl/worksheets/sheet1.xml": `<worksheet><sheetViews><sheetView showGridLines="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>
        <cols><col min="1" max="2" width="10" customWidth="1"/><col min="4" max="16384" width="20"/></cols><sheetData/><pageSetup orientation="landscape"/></worksheet>`,
      "xl/workbook.xml": `<workbook><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="Trades" r:id="rId1" state="hidden"/></sheets>
        <definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Trades!$1:$2</definedName>
        <definedName name="TaxlotSettings">'Taxlot &amp; Settings'!$A$1:$B$9</definedName><definedName name="Own" localSheetId="0">Trades!$A$1</definedName>
        <definedName name="Secret" hidden="1">1</definedName></definedNames></workbook>`,
    });
    assert.deepEqual(sheet.freeze, { rows: 1, columns: 0 });
    assert.equal(sheet.hideGridlines, true);
    assert.equal(sheet.hidden, true);
    assert.deepEqual(sheet.print, { landscape: true, repeatRows: "1:2" });
    assert.deepEqual([sheet.columnWidthsPx[0], sheet.columnWidthsPx[1], sheet.columnWidthsPx[2], sheet.columnWidthsPx[3]], [70, 70, undefined, 140]);
  });
  it("reads names, those of one sheet with their sheet, and none that Excel hides", () => {
    const names = read("", {
      "xl/workbook.xml": `<workbook><sheets><sheet name="Trades" r:id="rId1"/></sheets><definedNames>
        <definedName name="TaxlotSettings">'Taxlot &amp; Settings'!$A$1:$B$9</definedName><definedName name="Own" localSheetId="0">Trades!$A$1</definedName>
        <definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Trades!$A$1</definedName></definedNames></workbook>`,
    }).names;
    assert.deepEqual(names, [
      { name: "TaxlotSettings", refersTo: "='Taxlot & Settings'!$A$1:$B$9" },
      { name: "Own", refersTo: "=Trades!$A$1", sheet: "Trades" },
    ]);
  });
  it("leaves chart sheets out and still knows which sheet is in front", () => {
    const content = read('<row r="1"><c r="A1"><v>1</v></c></row>', {
      "xl/workbook.xml": '<workbook><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="Chart" r:id="rId9"/><sheet name="Trades" r:id="rId1"/></sheets></workbook>',
    });
    assert.deepEqual(content.sheets.map(({ name }) => name), ["Trades"]);
    assert.equal(content.activeSheet, 0);
  });
  it("refuses, with a sentence, a zip that is no workbook and a workbook without cells", () => {
    assert.throws(() => read("", { "xl/workbook.xml": "<workbook/>" }), (failure: Error) => {
      assert.ok(failure instanceof UnreadableFile);
      assert.equal(failure.message, '"trades.xlsx" has no sheet with cells.');
      return true;
    });
  });
});
