import assert from "node:assert/strict";
import { strToU8 } from "fflate";
import { UnreadableFile, type SheetContent } from "../../workbench/content";
import { readWorkbookFile } from "../../workbench/files";
import { sheetName } from "../../workbench/files/read-csv";

function sheetOf(file: string | Uint8Array, name = "trades.csv"): SheetContent {
  return readWorkbookFile(typeof file === "string" ? strToU8(file) : file, name).sheets[0]!;
}

/** Values of the sheet, row by row; blank cells are null. */
function grid(file: string | Uint8Array): unknown[][] {
  const { rows } = sheetOf(file);
  const height = Math.max(...Object.keys(rows).map(Number)) + 1;
  return Array.from({ length: height }, (_, row) => {
    const cells = rows[row] ?? {};
    const width = Math.max(-1, ...Object.keys(cells).map(Number)) + 1;
    return Array.from({ length: width }, (_cell, column) => cells[column]?.value ?? null);
  });
}

function refusal(file: string | Uint8Array, name = "trades.csv"): string {
  try {
    sheetOf(file, name);
  } catch (failure) {
    assert.ok(failure instanceof UnreadableFile, String(failure));
    return failure.message;
  }
  return assert.fail("was opened");
}

const WANTED = [["Date", "Symbol", "Amount"], [45352, "XYZ", 1234.5], [45353, "ABC", -2]];

describe("A trades file, however it was saved", () => {
  const comma = 'Date,Symbol,Amount\n2024-03-01,XYZ,"1,234.50"\n2024-03-02,ABC,-2\n';
  const cases: Readonly<Record<string, string | Uint8Array>> = {
    "with commas": comma,
    "with Windows line ends": comma.replace(/\n/g, "\r\n"),
    "with old Mac line ends": comma.replace(/\n/g, "\r"),
    "with a byte-order mark": `\ufeff${comma}`,
    "with every field in quotes": '"Date","Symbol","Amount"\n"2024-03-01","XYZ","1,234.50"\n"2024-03-02","ABC","-2"',
    "with semicolons": 'Date;Symbol;Amount\n2024-03-01;XYZ;1,234.50\n2024-03-02;ABC;-2\n',
    "with tabs": "Date\tSymbol\tAmount\n2024-03-01\tXYZ\t1,234.50\n2024-03-02\tABC\t-2\n",
    "with bars": "Date|Symbol|Amount\n2024-03-01|XYZ|1,234.50\n2024-03-02|ABC|-2\n",
    "with Excel's own first line": "sep=;\nDate;Symbol;Amount\n2024-03-01;XYZ;1,234.50\n2024-03-02;ABC;-2\n",
    "in UTF-16": new Uint8Array([0xff, 0xfe, ...[...comma].flatMap((letter) => [letter.charCodeAt(0), 0])]),
    "with an end-of-file mark": `${comma}\u001a`,
  };
  for (const [how, file] of Object.entries(cases)) it(how, () => assert.deepEqual(grid(file), WANTED));

  it("with letters of the Western Windows code", () =>
    assert.deepEqual(grid(new Uint8Array([...strToU8("Name,Note\nCaf"), 0xe9, ...strToU8(",x")])), [["Name", "Note"], ["Café", "x"]]));
  it("with line breaks, commas and quotation marks inside quotes", () =>
    assert.deepEqual(grid('A,B\n"one\r\ntwo, ""three""",2\n'), [["A", "B"], ['one\ntwo, "three"', 2]]));
  it("keeps the row numbers of preambles, blank lines and footers, as Excel shows them", () =>
    assert.deepEqual(grid('\n\nAccount ...123\n\nDate,Symbol,Amount\n2024-03-01,XYZ,5\n\n"Date downloaded 03/05/2024 9:00 am"\n'), [
      [], [], ["Account ...123"], [], ["Date", "Symbol", "Amount"], [45352, "XYZ", 5], [], ["Date downloaded 03/05/2024 9:00 am"],
    ]));
  it("keeps rows of different lengths as they are", () => assert.deepEqual(grid("A,B,C\n1\n1,2,3,4"), [["A", "B", "C"], [1], [1, 2, 3, 4]]));
  it("opens by what is in it when the ending is wrong", () => assert.deepEqual(grid(comma), WANTED));
  it("does not take a comma in a long sentence for the separator of the table", () =>
    assert.deepEqual(grid("Trades, fees, dividends, interest and more for account 1\nDate;Amount\n2024-03-01;1\n2024-03-02;2")[2], [45352, 1]));
});

describe("A file that cannot be opened is refused in one sentence", () => {
  const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ["empty", "", /^"trades\.csv" is empty\./],
    ["nothing but blanks", "\ufeff \n\n", /^"trades\.csv" is empty\./],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /neither a workbook nor a text file/],
    ["a PDF", "%PDF-1.7 …", /is a PDF\. Ask the broker's site for the same history as CSV\.$/],
    ["a web page", "\ufeff<!DOCTYPE html><html></html>", /web page/],
    ["JSON", '{"FromDate":"01/01/2024"}', /is JSON/],
    ["a damaged workbook", strToU8("PK\u0003\u0004 and then nothing"), /is damaged and cannot be opened/],
    ["an open quotation mark", 'A,B\n1,"2\n3,4\n5,6', /row 2: a quotation mark opens and never closes/],
    ["half a workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /cannot be opened as a workbook/],
    ["more rows than a sheet", "1,2\n".repeat(1_048_578), /1,048,5\d\d rows; a sheet holds 1,048,576/],
    ["more columns than a sheet", "1,".repeat(16_385), /row 1 has 16,386 columns; a sheet holds 16,384/],
  ];
  for (const [what, file, sentence] of cases) it(what, () => assert.match(refusal(file), sentence)).timeout(60_000);
});

describe("The sheet of a CSV file", () => {
  it("is called like the file, within what a sheet may be called", () => {
    assert.equal(sheetName("Individual_XXX342_Transactions_20260101-093000.csv"), "Individual_XXX342_Transactions_");
    assert.equal(sheetName("C:\\downloads\\my [old]: trades?.csv"), "my  old   trades");
    assert.equal(sheetName("History.csv"), "History 1");
    assert.equal(sheetName(".csv"), "Sheet1");
    assert.equal(sheetName("'quoted'.csv"), "quoted");
  });
  it("has columns as wide as their texts, within reason", () => {
    const widths = sheetOf(`A,Description\n1,${"long text ".repeat(20)}\nx,y`).columnWidthsPx;
    assert.equal(widths[0], 64);
    assert.equal(widths[1], 300);
  });
});
