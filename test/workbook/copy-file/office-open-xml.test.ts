/** The file by the standard (ECMA-376 part 1, 18.3 and 18.8) and by Excel's published limits, so that Excel opens it without mending it. */
import assert from "node:assert/strict";
import { strFromU8, unzipSync } from "fflate";
import type { AccountantCopy } from "../../../src/sheet/copy/copy-types";
import { writeCopy } from "../../../src/workbook/copy-file/write-copy";
import { SETTINGS_RANGE, TRADES_RANGE } from "../../../workbench/files/sample/ledger-sheets";
import { copyFacts, copyOf, withForms } from "../../sheet/copy/copy-facts";
import { HEADINGS, LINK, reportedSales, UNFRIENDLY_SETTINGS, UNFRIENDLY_TRADES } from "../../sheet/copy/copy-cases";

/** CT_Worksheet, in its order. */
const WORKSHEET = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
  "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks",
];
const WORKBOOK = ["fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr"];
const STYLES = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors"];
const FONT = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];

/** Names of the elements directly inside the outermost one. */
function childrenOf(xml: string): string[] {
  const children: string[] = [];
  let depth = 0;
  for (const [, closing, name, empty] of xml.matchAll(/<(\/?)([A-Za-z][\w:]*)[^<>]*?(\/?)>/g)) {
    if (closing === "/") depth--;
    else {
      if (depth === 1) children.push(name!);
      if (empty !== "/") depth++;
    }
  }
  assert.equal(depth, 0, "every element is closed");
  return children;
}

function assertOrder(found: readonly string[], order: readonly string[], where: string): void {
  const places = found.map((name) => order.indexOf(name));
  assert.ok(!places.includes(-1), `${where}: ${found.join(" ")}`);
  assert.deepEqual(places, [...new Set(places)].sort((a, b) => a - b), `${where}: ${found.join(" ")}`);
}

const count = (xml: string, name: string): number => [...xml.matchAll(new RegExp(`<${name}[ />]`, "g"))].length;

const LONG = "Ж".repeat(40_000);
const HOSTILE = ["\u0000\u0007\u000b", "\ud800 alone", "a\udc00", "‮txt.exe", "_x0041_", "line\r\nline", "\ttab", "\uffff", LONG, LINK, "cmd|'/c calc'!A0", "@SUM(A1)", "-2+3", "+1", "]]>", "'"];

const cases: readonly (readonly [string, () => AccountantCopy])[] = [
  ["the sample", () => copyOf(copyFacts(TRADES_RANGE, SETTINGS_RANGE, 2025))],
  ["texts that look like formulas, beside a form", () => copyOf(withForms(copyFacts(UNFRIENDLY_TRADES, UNFRIENDLY_SETTINGS, 2024, { wholeDollars: true }), UNFRIENDLY_SETTINGS, reportedSales, HOSTILE))],
  ["hostile texts everywhere", () => copyOf(copyFacts([HEADINGS, ...UNFRIENDLY_TRADES.slice(1, 4).map((row) => [...row.slice(0, 8), LONG])], [["# note", LONG]], 2024, {
    client: `A&B ${"&".repeat(300)}`,
    identifications: [["Logged on", "Symbol"], ...HOSTILE.map((text) => [text, text])],
    otherSources: [...Array.from({ length: 3 }, (_, at) => ({ name: `a[b]:c*d?/\\e ${"x".repeat(60)}`, place: LINK, cells: [["Symbol", "Note"], ...HOSTILE.map((text) => [text, at])], control: null })), { name: "'", place: "", cells: [], control: null }],
    checks: HOSTILE.map((text) => ({ name: text, state: "open" as const, sentence: text, screen: null })),
  }))],
];

describe("The accountant's copy by ECMA-376 and Excel's limits", function () {
  this.timeout(60_000);
  for (const [name, copy] of cases) {
    it(`${name}: parts, order, counts, numbers of looks and texts, names`, async () => {
      const made = copy();
      const parts = new Map(Object.entries(unzipSync(await writeCopy(made))).map(([path, bytes]) => [path, strFromU8(bytes)]));
      const types = parts.get("[Content_Types].xml")!;
      for (const [path, xml] of parts) {
        assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/, `${path} has signs that XML does not know`);
        assert.doesNotMatch(xml, /\ufffd/, `${path} has half a sign`);
        if (!path.startsWith("[") && !path.endsWith(".rels")) assert.ok(types.includes(`PartName="/${path}"`), `${path} has a type`);
      }
      for (const [, path] of types.matchAll(/PartName="\/([^"]*)"/g)) assert.ok(parts.has(path!), `${path} is there`);
      const styles = parts.get("xl/styles.xml")!;
      assertStyles(styles);
      const texts = [...parts.get("xl/sharedStrings.xml")!.matchAll(/<si><t xml:space="preserve">([^<]*)<\/t><\/si>/g)];
      assert.equal(texts.length, count(parts.get("xl/sharedStrings.xml")!, "si"));
      for (const [, text] of texts) assert.ok(text!.replace(/&\w+;|_x[0-9A-F]{4}_/g, "x").length <= 32_767, "a cell holds 32,767 signs");
      assertWorkbook(parts.get("xl/workbook.xml")!, made);
      const looks = count(/<cellXfs.*<\/cellXfs>/s.exec(styles)![0], "xf");
      for (const [path, xml] of parts) if (path.startsWith("xl/worksheets/")) assertSheet(xml, path, looks, texts.length);
    });
  }

  it("a source of too many columns is refused with what to do", () => assert.throws(
    () => copyOf(copyFacts(UNFRIENDLY_TRADES, [], 2024, { otherSources: [{ name: "wide.csv", place: "file wide.csv", cells: [Array.from({ length: 17_000 }, () => 1)], control: null }] })),
    /The source wide\.csv has more than 16,000 columns\. Clear/,
  ));
});

function assertStyles(styles: string): void {
  assertOrder(childrenOf(styles), STYLES, "styles");
  for (const [list, item] of [["numFmts", "numFmt"], ["fonts", "font"], ["fills", "fill"], ["borders", "border"], ["cellXfs", "xf"], ["cellStyleXfs", "xf"], ["dxfs", "dxf"]] as const) {
    const part = new RegExp(`<${list} count="(\\d+)">(.*?)</${list}>`, "s").exec(styles);
    if (part === null) continue;
    const inside = list === "dxfs" ? part[2]!.replace(/<(font|fill)>.*?<\/\1>/gs, "") : part[2]!;
    assert.equal(Number(part[1]), count(inside, item), list);
  }
  for (const [, font] of /<fonts.*<\/fonts>/s.exec(styles)![0].matchAll(/(<font>.*?<\/font>)/gs)) assertOrder(childrenOf(font!), FONT, "a font");
}

/** Names of sheets: 31 signs, none of []:*?/\, no apostrophe at an end, each once, letters' case aside. */
function assertWorkbook(workbook: string, { sheets }: AccountantCopy): void {
  assertOrder(childrenOf(workbook), WORKBOOK, "workbook");
  const names = sheets.map(({ draft }) => draft.sheetName);
  for (const name of names) {
    assert.ok(name.length > 0 && name.length <= 31, name);
    assert.doesNotMatch(name, /[[\]:*?/\\\u0000-\u001f]|^'|'$/, name);
  }
  assert.equal(new Set(names.map((name) => name.toUpperCase())).size, names.length);
  assert.deepEqual([...workbook.matchAll(/sheetId="(\d+)"/g)].map(([, id]) => Number(id)), names.map((_, at) => at + 1));
  const defined = [...workbook.matchAll(/<definedName name="([^"]*)"(?: localSheetId="(\d+)")?>([^<]*)</g)];
  assert.equal(defined.length, count(workbook, "definedName"));
  assert.equal(new Set(defined.map(([, name, of]) => `${name!.toUpperCase()} ${of ?? ""}`)).size, defined.length, "no name twice");
  for (const [, name, , refersTo] of defined) {
    const sheet = /^(?:'((?:[^']|'')*)'|([A-Za-z]\w*))!\$/.exec(refersTo!.replaceAll("&amp;", "&"));
    assert.ok(sheet !== null && names.includes((sheet[1] ?? sheet[2])!.replaceAll("''", "'")), `${name} points to ${refersTo}`);
  }
}

function assertSheet(xml: string, path: string, looks: number, texts: number): void {
  assertOrder(childrenOf(xml), WORKSHEET, path);
  const numbers = (pattern: RegExp): number[] => [...xml.matchAll(pattern)].map(([, found]) => Number(found));
  for (const look of numbers(/<c [^>]*s="(\d+)"/g)) assert.ok(look < looks, `${path}: look ${look}`);
  for (const text of numbers(/t="s"><v>(\d+)</g)) assert.ok(text < texts, `${path}: text ${text}`);
  const rows = numbers(/<row r="(\d+)"/g);
  assert.deepEqual(rows, [...new Set(rows)].sort((a, b) => a - b), `${path}: rows in order`);
  for (const height of numbers(/ ht="([\d.]+)"/g)) assert.ok(height > 0 && height <= 409, `${path}: a row of ${height} points`);
  for (const width of numbers(/ width="([\d.]+)"/g)) assert.ok(width > 0 && width <= 255, `${path}: a column of ${width}`);
  for (const [, formula] of xml.matchAll(/<f>([^<]*)<\/f>/g)) assert.ok(formula!.length <= 8_192 && !formula!.startsWith("="), `${path}: ${formula}`);
  for (const [, merges, inside] of xml.matchAll(/<mergeCells count="(\d+)">(.*?)<\/mergeCells>/g)) assert.equal(Number(merges), count(inside!, "mergeCell"), path);
  const footer = /<oddFooter>([^<]*)</.exec(xml)![1]!.replaceAll("&amp;", "&");
  assert.ok(footer.length <= 255, `${path}: a footer of ${footer.length} signs`);
  // Doubled ampersands are text; what is left is said to Excel.
  assert.deepEqual([...footer.replaceAll("&&", "").matchAll(/&(.)/g)].map(([, code]) => code), ["L", "8", "C", "8", "P", "N", "R", "8", "A"], footer);
}
