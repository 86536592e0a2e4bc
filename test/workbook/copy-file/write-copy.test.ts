import assert from "node:assert/strict";
import { strFromU8, unzipSync } from "fflate";
import { layOutDraft } from "../../../src/sheet/placing/draft-layout";
import { writeCopy } from "../../../src/workbook/copy-file/write-copy";
import { SETTINGS_RANGE, TRADES_RANGE } from "../../../workbench/files/sample/ledger-sheets";
import { readXlsx } from "../../../workbench/files/read-xlsx";
import { copyFacts, copyOf } from "../../sheet/copy/copy-facts";
import { LINK, UNFRIENDLY_SETTINGS, UNFRIENDLY_TRADES } from "../../sheet/copy/copy-cases";

const sample = () => copyOf(copyFacts(TRADES_RANGE, SETTINGS_RANGE, 2025));

async function partsOf(copy = sample()): Promise<ReadonlyMap<string, string>> {
  return new Map(Object.entries(unzipSync(await writeCopy(copy))).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const sheetsOf = (parts: ReadonlyMap<string, string>) => [...parts].filter(([name]) => name.startsWith("xl/worksheets/")).map(([, xml]) => xml);
const formulasOf = (xml: string) => [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula!);

describe("The file of the accountant's copy", () => {
  it("holds no formula of ours, no link out of the file, and only functions that every program knows", async () => {
    const parts = await partsOf();
    const formulas = sheetsOf(parts).flatMap(formulasOf);
    assert.ok(formulas.length > 100, String(formulas.length));
    const functions = new Set(formulas.flatMap((formula) => [...formula.replace(/'[^']*'/g, "").matchAll(/[A-Z_][A-Z0-9_.]*(?=\()/gi)].map(([name]) => name)));
    assert.deepEqual([...functions].sort(), ["ABS", "COUNT", "COUNTIF", "ROUND", "SUM", "SUMIFS"]);
    for (const [name, xml] of parts) {
      assert.doesNotMatch(xml, /TAXLOT\.|_xldudf|TargetMode/, name);
      assert.doesNotMatch(name, /externalLink|vba|connections/i);
    }
  });

  it("keeps the value of each formula beside it", async () => {
    for (const xml of sheetsOf(await partsOf())) assert.doesNotMatch(xml, /<\/f><\/c>/);
  });

  it("protects every sheet without a password, and leaves the cells for signing open", async () => {
    const parts = await partsOf();
    const sheets = sheetsOf(parts);
    for (const xml of sheets) {
      assert.match(xml, /<sheetProtection sheet="1"/);
      assert.doesNotMatch(xml, /password|hashValue/);
    }
    assert.match(parts.get("xl/styles.xml")!, /<protection locked="0"\/>/);
    const book = readXlsx(await writeCopy(sample()), "copy.xlsx");
    assert.ok(book.sheets.every(({ isProtected }) => isProtected === true));
  });

  it("prints in landscape, one page wide, with the headings again on every page and its number below", async () => {
    const parts = await partsOf();
    for (const xml of sheetsOf(parts)) {
      assert.match(xml, /<pageSetUpPr fitToPage="1"\/>/);
      assert.match(xml, /<pageSetup paperSize="1" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
      assert.match(xml, /Page &amp;P of &amp;N/);
    }
    const titles = [...parts.get("xl/workbook.xml")!.matchAll(/_xlnm\.Print_Titles" localSheetId="(\d+)"/g)].map(([, at]) => Number(at));
    const withTables = sample().sheets.flatMap(({ draft }, at) => (layOutDraft(draft).repeatedRow === null ? [] : [at]));
    assert.deepEqual(titles, withTables);
    assert.ok(titles.length >= 7);
  });

  it("is the same bytes for the same copy, and tells no time but the day of the copy", async () => {
    const [one, two] = [await writeCopy(sample()), await writeCopy(sample())];
    assert.deepEqual(one, two);
    assert.match((await partsOf()).get("docProps/core.xml")!, /2026-02-15T00:00:00Z.*2026-02-15T00:00:00Z/);
  });

  it("leads from the cover to every sheet, inside the file", async () => {
    const copy = sample();
    const cover = (await partsOf(copy)).get("xl/worksheets/sheet1.xml")!;
    const links = [...cover.matchAll(/<hyperlink ref="A\d+" location="([^"]*)"/g)].map(([, to]) => to!);
    assert.equal(links.length, copy.sheets.length - 1);
    assert.ok(links.includes("'Form 8949'!A1"));
  });

  it("writes text that looks like a formula as text, in every sheet, and says so to the program that edits it", async () => {
    const copy = copyOf(copyFacts(UNFRIENDLY_TRADES, UNFRIENDLY_SETTINGS, 2024, {
      client: LINK, identifications: [["Logged on", "Symbol"], [LINK, "@x"]], otherSources: [{ name: LINK, place: LINK, cells: [["Symbol", "Note"], [LINK, "+1"]], control: null }],
    }));
    const parts = await partsOf(copy);
    const formulas = sheetsOf(parts).flatMap(formulasOf).map((formula) => formula.replace(/'(?:[^']|'')*'/g, ""));
    assert.deepEqual(formulas.filter((formula) => /HYPERLINK|A1\)$/.test(formula)), []);
    const book = readXlsx(await writeCopy(copy), "copy.xlsx");
    const texts = book.sheets.flatMap(({ rows }) => Object.values(rows).flatMap((row) => Object.values(row)));
    assert.ok(texts.filter(({ value, formula }) => value === LINK && formula === undefined).length >= 5);
    assert.ok(texts.some(({ value, formula }) => value === "<b>&\"'</b>" && formula === undefined));
    assert.match(parts.get("xl/styles.xml")!, /quotePrefix="1"/);
  });

  it("refuses to write a formula of ours: that would be a bug", async () => {
    const copy = sample();
    const [first] = copy.sheets;
    const block = { title: null, columns: [{ heading: "A", format: "text" as const }], content: { kind: "rows" as const, rows: [[{ formula: "=TAXLOT.OPENLOTS(A1:B2)" }]] }, totals: [], name: null, whenEmpty: "" };
    await assert.rejects(writeCopy({ ...copy, sheets: [{ ...first!, draft: { ...first!.draft, blocks: [block] } }] }), /no place in a copy/);
  });
});
