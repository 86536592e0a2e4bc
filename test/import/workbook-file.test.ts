/** Files that are .xlsx workbooks (E*TRADE G&L_Expanded, broker layouts, section 5.4), written here by another program's package. */
import assert from "node:assert/strict";
import { utils, write, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { zipSync } from "fflate";
import { describe, it } from "mocha";
import Papa from "papaparse";
import type { FileRead, UnknownLayout } from "../../src/import/import-types";
import { readMappedFile } from "../../src/import/read-mapped-file";
import { readSourceFile } from "../../src/import/read-source-file";
import { openWorkbook } from "../../src/import/workbook/open-workbook";
import * as reader from "../../src/import/workbook/read-workbook";
import type { Outcome } from "../../src/values/outcome";
import { seededDraw } from "../oracle/seeded";
import { readSample, sampleText } from "./read-sample";

const NAME = "G&L_Expanded.xlsx";
const opening = (name: string, bytes: Uint8Array) => openWorkbook({ name, bytes }, () => Promise.resolve(reader));

async function read(bytes: Uint8Array, name = NAME): Promise<Outcome<FileRead | UnknownLayout>> {
  const opened = await opening(name, bytes);
  return opened.ok ? readSourceFile(opened.value, "Plan") : opened;
}

async function readTable(bytes: Uint8Array): Promise<FileRead> {
  const outcome = await read(bytes);
  if (!outcome.ok) assert.fail(outcome.problem.sentence);
  return outcome.value.is === "read" ? outcome.value : assert.fail("no format knows it");
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const outcome = await read(bytes);
  return outcome.ok ? assert.fail("it was read") : outcome.problem.sentence;
}

const SAMPLE = Papa.parse<string[]>(sampleText("etrade-gains.csv").trim()).data;
const MONEY = /^\(?\$([\d,]+\.\d\d)\)?$/;
const DAY = /^(\d\d)\/(\d\d)\/(\d{4})$/;

/** As a workbook has it: amounts and quantities are numbers, days are serials that only their format tells. */
function typed(text: string, is1904: boolean): CellObject {
  const money = MONEY.exec(text)?.[1];
  if (money !== undefined) return { t: "n", v: Number(money.replace(/,/g, "")) * (text.startsWith("(") ? -1 : 1), z: '"$"#,##0.00' };
  const [, month, day, year] = DAY.exec(text) ?? [];
  if (year !== undefined) return { t: "n", v: Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569 - (is1904 ? 1462 : 0), z: "mm/dd/yyyy" };
  return /^\d+$/.test(text) ? { t: "n", v: Number(text) } : { t: "s", v: text };
}

function sheetOf(rows: readonly (readonly string[])[], is1904 = false): WorkSheet {
  const sheet = utils.aoa_to_sheet([]);
  utils.sheet_add_aoa(sheet, rows.map((cells) => cells.map((cell) => (cell === "" ? null : typed(cell, is1904)))));
  return sheet;
}

function bytesOf(sheets: Readonly<Record<string, WorkSheet>>, is1904 = false): Uint8Array {
  const book: WorkBook = { ...utils.book_new(), SheetNames: [], Sheets: {}, Workbook: { WBProps: { date1904: is1904 } } };
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}

const said = ({ sales, control: { digest: _digest, ...control }, counted, undecided }: FileRead) => ({ sales, control, counted, undecided });

describe("E*TRADE's G&L_Expanded.xlsx", () => {
  const csv = readSourceFile({ name: NAME, bytes: new TextEncoder().encode(sampleText("etrade-gains.csv")) }, "Plan");
  assert.ok(csv.ok && csv.value.is === "read");
  const expected = said(csv.value);

  it("says what the same table says as CSV: sales, lines and control total", async () => {
    assert.deepEqual(said(await readTable(bytesOf({ Gains: sheetOf(SAMPLE) }))), expected);
  });
  it("and with days counted from 1904", async () => {
    assert.deepEqual(said(await readTable(bytesOf({ Gains: sheetOf(SAMPLE, true) }, true))), expected);
  });
  it("keeps rows and columns of the sheet for the source: headings in row 1, a cell for each column", async () => {
    const { source } = await readTable(bytesOf({ Gains: sheetOf(SAMPLE) }));
    assert.deepEqual(source[0], SAMPLE[0]);
    assert.deepEqual(source[3]?.slice(0, 5), ["Sell", "XYZ", "RS", "10", "2025-02-14"]);
    assert.equal(source[3]?.length, SAMPLE[0]?.length);
  });
  it("of several sheets reads the one it knows, and names the others", async () => {
    const notes = sheetOf([["Please read"], ["Not advice"]]);
    const { note, sales } = await readTable(bytesOf({ Cover: notes, "G&L": sheetOf(SAMPLE), Terms: notes, Empty: utils.aoa_to_sheet([]) }));
    assert.equal(sales.length, 2);
    assert.match(note, / Sheet ‘G&L’ is read\. ‘Cover’ and ‘Terms’ are not\.$/);
  });
  it("names no sheet where there is one", async () => assert.doesNotMatch((await readTable(bytesOf({ Gains: sheetOf(SAMPLE) }))).note, /Sheet/));

  const changed = async (column: string, cell: CellObject): Promise<FileRead> => {
    const sheet = sheetOf(SAMPLE);
    sheet[utils.encode_cell({ r: 2, c: SAMPLE[0]?.indexOf(column) ?? -1 })] = cell;
    return readTable(bytesOf({ Gains: sheet }));
  };
  it("takes a formula by the value it was saved with", async () => {
    assert.equal((await changed("Total Proceeds", { t: "n", v: 3100, f: "20*155" })).sales[0]?.proceedsCents, 310_000);
  });
  it("refuses a formula that was saved without one, by its cell", async () => {
    const sheet = sheetOf(SAMPLE);
    sheet.M3 = { t: "n", f: "20*155" };
    assert.equal(await refusal(bytesOf({ Gains: sheet })), `${NAME} has a formula without its value in cell M3 of sheet ‘Gains’. Open it in Excel, save it, and choose it again.`);
  });
  it("leaves a sale with an error in a cell to the user", async () => {
    const { sales, undecided } = await changed("Total Proceeds", { t: "e", v: 42 });
    assert.equal(sales.length, 1);
    assert.deepEqual(undecided.map(({ line, sentence }) => [line, sentence]), [[3, 'Proceeds is "#N/A", which is not a number. Write the sale by hand.']]);
  });
  it("reads what binary made of 3,100.30 as Excel shows it", async () => {
    assert.equal((await changed("Total Proceeds", { t: "n", v: 3100 + 0.1 + 0.2 })).sales[0]?.proceedsCents, 310_030);
  });
  it("tells the same file again by its bytes", async () => {
    const bytes = bytesOf({ Gains: sheetOf(SAMPLE) });
    assert.equal((await readTable(bytes)).control.digest, (await readTable(bytes)).control.digest);
  });
});

describe("Other tables in workbooks", () => {
  const HEADINGS = ["When", "What", "Ticker", "Shares", "Total"];
  const ROWS = [HEADINGS, ["03/03/2025", "Bought", "XYZ", "10", "$500.00"]];
  it("a trades file saved as a workbook is read like the CSV", async () => {
    const csv = readSample("schwab-transactions.csv");
    const rows = Papa.parse<string[]>(sampleText("schwab-transactions.csv").trim()).data;
    const outcome = await read(bytesOf({ Schwab: utils.aoa_to_sheet(rows) }));
    assert.ok(outcome.ok && outcome.value.is === "read");
    assert.deepEqual(outcome.value.trades.map(({ cells }) => ({ ...cells, Account: "" })), csv.trades.map(({ cells }) => ({ ...cells, Account: "" })));
  });
  it("an unknown one asks for its columns, and is read by them", async () => {
    const opened = await opening("own.xlsx", bytesOf({ Cover: utils.aoa_to_sheet([["My trades"]]), Own: sheetOf(ROWS) }));
    assert.ok(opened.ok);
    const layout = readSourceFile(opened.value);
    assert.ok(layout.ok && layout.value.is === "unknown");
    assert.deepEqual([layout.value.headings, layout.value.sample], [HEADINGS, [["2025-03-03", "Bought", "XYZ", "10", "500"]]]);
    const mapped = readMappedFile(opened.value, { fingerprint: layout.value.fingerprint, columns: ["Date", "Action", "Symbol", "Quantity", "Amount"], account: "A" });
    assert.ok(mapped.ok);
    assert.deepEqual(mapped.value.trades.map(({ cells }) => cells), [{ Date: "2025-03-03", Action: "Buy", Symbol: "XYZ", Quantity: "10", Amount: "500", Account: "A" }]);
    assert.equal(mapped.value.note, "Sheet ‘Own’ is read. ‘Cover’ is not.");
  });
  it("a day with a time keeps both", async () => {
    // 0.3965 of a day is 9:30:57.6.
    const sheet = utils.aoa_to_sheet([HEADINGS, [{ t: "n", v: 45719.3965, z: "m/d/yy h:mm" }, "Bought", "XYZ", 10, 500]]);
    const layout = await read(bytesOf({ Own: sheet }));
    assert.ok(layout.ok && layout.value.is === "unknown");
    assert.equal(layout.value.sample[0]?.[0], "2025-03-03 09:30:58");
  });
});

describe("Workbooks that cannot be read say so", () => {
  const whole = bytesOf({ Gains: sheetOf(SAMPLE) });
  const text = (content: string) => new TextEncoder().encode(content);
  const wide = (content: string) => Uint8Array.from(content.split("").flatMap((letter) => [letter.charCodeAt(0), 0]));

  it("one without cells", async () => assert.equal(await refusal(bytesOf({ Gains: utils.aoa_to_sheet([]) })), `${NAME} has no sheet with cells. Download it again.`));
  it("one with a password", async () => {
    const locked = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600), ...wide("EncryptedPackage"), ...new Uint8Array(600)]);
    assert.equal(await refusal(locked), `${NAME} is protected by a password. Save a copy without one in Excel, and choose that.`);
  });
  it("one of the old .xls kind", async () => {
    const old = new Uint8Array(write({ SheetNames: ["Gains"], Sheets: { Gains: sheetOf(SAMPLE) } }, { type: "array", bookType: "biff8" }) as ArrayBuffer);
    assert.match(await refusal(old), /is a workbook of the old \.xls kind\. Open it in Excel and save it as CSV\.$/);
  });
  it("one in binary, one of another program, and an archive of files", async () => {
    for (const [bookType, sentence] of [["xlsb", /binary workbook \(\.xlsb\)/], ["ods", /workbook of another program/]] as const) {
      const other = new Uint8Array(write({ SheetNames: ["Gains"], Sheets: { Gains: sheetOf(SAMPLE) } }, { type: "array", bookType }) as ArrayBuffer);
      assert.match(await refusal(other), sentence);
    }
    assert.match(await refusal(zipSync({ "a.csv": text("Date,Action"), "b.csv": text("x") })), /zip archive without a workbook in it/);
  });
  it("one that unpacks to gigabytes, by what it says of itself", async () => {
    const directory = new Uint8Array(whole);
    const view = new DataView(directory.buffer);
    for (let at = 0; at < directory.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2_000_000_000, true);
    assert.match(await refusal(directory), /unpacks to [\d,]+ MB, more than can be read at once/);
  });
  it("one that hides what it unpacks to: no more is unpacked than it states, and that is damage", async () => {
    const bomb = zipSync({ "[Content_Types].xml": text("<Types/>"), "xl/workbook.xml": text("<workbook/>"), "xl/worksheets/sheet1.xml": new Uint8Array(60_000_000) }, { level: 9 });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at < bomb.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    assert.ok(bomb.length < 100_000);
    assert.match(await refusal(bomb), /is damaged and cannot be opened/);
  });
  it("one where the reader of workbooks cannot be loaded", async () => {
    const opened = await openWorkbook({ name: NAME, bytes: whole }, () => Promise.reject(new Error("offline")));
    assert.ok(!opened.ok);
    assert.match(opened.problem.sentence, /could not be loaded\. Choose it again, or save the sheet as CSV\.$/);
  });
  it("one cut off, at any place", async () => {
    for (const share of [0.1, 0.5, 0.9, 0.999]) assert.match(await refusal(whole.slice(0, Math.floor(whole.length * share))), /is damaged and cannot be opened\. Download it again\.$/);
  });
  it("200 with noise among their bytes: refused, or read exactly as the whole one", async () => {
    const expected = said(await readTable(whole));
    for (let seed = 1; seed <= 200; seed++) {
      const draw = seededDraw(seed);
      const broken = new Uint8Array(whole);
      for (let times = draw(5); times >= 0; times--) broken[4 + draw(broken.length - 4)] = draw(256);
      const outcome = await read(broken);
      if (!outcome.ok) assert.match(outcome.problem.sentence, new RegExp(`^${NAME} .*\\.$`));
      else {
        assert.ok(outcome.value.is === "read", `seed ${seed}`);
        assert.deepEqual(said(outcome.value), expected, `seed ${seed}`);
      }
    }
  });
});

describe("A workbook of 100,000 rows", () => {
  it("is read whole", async function () {
    this.timeout(120_000);
    const [headings = [], , row = []] = SAMPLE;
    const needed = ["Record Type", "Symbol", "Qty.", "Date Acquired", "Adjusted Cost Basis", "Date Sold", "Total Proceeds", "Term"].map((name) => headings.indexOf(name));
    const of = (cells: readonly string[]) => needed.map((column) => cells[column] ?? "");
    const rows = [of(headings), ...Array.from({ length: 100_000 }, () => of(row))];
    const bytes = bytesOf({ Gains: utils.aoa_to_sheet(rows) });
    const before = performance.now();
    const { sales, control } = await readTable(bytes);
    console.log(`      ${rows.length.toLocaleString("en-US")} rows of 8 cells, ${(bytes.length / 1e6).toFixed(1)} MB, in ${((performance.now() - before) / 1000).toFixed(1)} s`);
    // 20 shares at $155 each.
    assert.deepEqual([sales.length, control.amountCents], [100_000, 100_000 * 310_000]);
  });
});
