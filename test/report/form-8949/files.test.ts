import assert from "node:assert/strict";
import Papa from "papaparse";
import { form8949Csv } from "../../../src/report/form-8949-csv";
import { form8949Statements, form8949StatementsCsv } from "../../../src/report/form-8949-statement";
import type { Form8949Row } from "../../../src/report/form-8949-types";
import { txfFile } from "../../../src/report/txf";
import { dayFromCalendar } from "../../../src/values/plain-date";

const SOLD = dayFromCalendar(2024, 2, 1);

function row(some: Partial<Form8949Row> = {}): Form8949Row {
  const one: Form8949Row = {
    box: "D", part: "II", description: "100 sh. XYZ", acquired: dayFromCalendar(2023, 1, 10), sold: SOLD, proceedsCents: 4500_00, costCents: 5007_50,
    code: "W", adjustmentCents: 304_50, gainCents: 0, saleRow: 3, symbol: "XYZ", account: "A", direct: false, scheduleDLine: "8b", note: "", ...some,
  };
  return { ...one, gainCents: one.proceedsCents - one.costCents + one.adjustmentCents };
}

const DIRECT = row({ costCents: 4000_00, code: "", adjustmentCents: 0, direct: true, scheduleDLine: "8a" });

/** The records of a TXF file, read by the specification: a mark alone ends one, the first letter of a line tells the field. */
function records(text: string): string[][] {
  return text.split("^\r\n").slice(0, -1).map((record) => record.split("\r\n").filter(Boolean));
}

describe("TXF version 042", () => {
  it("writes a header, and a sale in record format 5 with cost before proceeds and the wash after them", () => {
    const { text, refused, remarks } = txfFile([row()], dayFromCalendar(2025, 2, 20));
    assert.deepEqual(records(text), [
      ["V042", "ATaxlot for Excel", "D 02/20/2025"],
      ["TD", "N323", "C1", "L1", "P100 sh. XYZ", "D01/10/2023", "D02/01/2024", "$5007.50", "$4500.00", "$304.50"],
    ]);
    assert.deepEqual([refused, remarks], [[], []]);
  });

  it("has the numbers 321, 711, 712, 323, 713 and 714 for boxes A to F, and format 4 without a wash", () => {
    const rows = (["A", "B", "C", "D", "E", "F"] as const).map((box) => row({ box, code: "", adjustmentCents: 0 }));
    const written = records(txfFile(rows, SOLD).text).slice(1);
    assert.deepEqual(written.map(([, number]) => number), ["N321", "N711", "N712", "N323", "N713", "N714"]);
    assert.ok(written.every((record) => record.length === 9));
  });

  it("refuses, row by row, boxes G to L and every code but W, and writes the others", () => {
    const { written, refused } = txfFile([row(), row({ box: "K", code: "" }), row({ code: "BW", saleRow: 7 }), row({ code: "T" })], SOLD);
    assert.equal(written.length, 1);
    assert.deepEqual(refused.map(({ sentence }) => sentence), [
      "100 sh. XYZ (row 3): TXF has no number for box K. Enter it by hand.",
      "100 sh. XYZ (row 7): TXF cannot carry code B. Enter it by hand.",
      "100 sh. XYZ (row 3): TXF cannot carry code T. Enter it by hand.",
    ]);
  });

  it("leaves the day acquired blank where it is no day, and says so", () => {
    const { text, remarks } = txfFile([row({ acquired: "VARIOUS" }), row({ acquired: "INHERITED" })], SOLD);
    assert.deepEqual(records(text).slice(1).map((record) => record[5]), ["D", "D"]);
    assert.deepEqual(remarks, ["2 rows have VARIOUS or INHERITED for the day acquired, which TXF leaves blank. Write the word in your program."]);
  });

  it("is ASCII, and no description ends a record", () => {
    const { text } = txfFile([row({ description: "5 sh. ^É\r\n^\r\nTD" })], SOLD);
    assert.equal(records(text).length, 2);
    assert.match(text, /^[\x20-\x7e\r\n]*$/);
    assert.equal(records(text)[1]![4], "P5 sh.  E   TD");
  });

  it("holds no sale where there is none", () => assert.equal(records(txfFile([], SOLD).text).length, 1));
});

describe("Form 8949 as a comma-separated file", () => {
  it("has columns (a) to (h) with box, account and line", () => {
    assert.equal(form8949Csv([row()]).split("\r\n")[1], "D,100 sh. XYZ,01/10/2023,02/01/2024,4500.00,5007.50,W,304.50,-203.00,A,8b");
  });

  it("keeps text that starts like a formula text, and quotes", () => {
    const lines = form8949Csv([row({ description: '=HYPERLINK("x","y")', account: "@home, joint" })]).split("\r\n");
    assert.equal(lines[1], `D,"'=HYPERLINK(""x"",""y"")",01/10/2023,02/01/2024,4500.00,5007.50,W,304.50,-203.00,"'@home, joint",8b`);
  });
});

describe("Exception 2: a statement for each broker and box", () => {
  const rows = [row(), row({ code: "B", adjustmentCents: -10_00 }), DIRECT, row({ box: "A", part: "I" }), row({ account: "=Broker" })];

  it("stands in the order of the form, Part I first, by account and box, with totals and a line on the form with code M, without the rows that go straight to Schedule D", () => {
    const statements = form8949Statements(rows);
    assert.deepEqual(statements.map(({ account, box, rows: own }) => `${account} ${box} ${own.length}`), ["A A 1", "=Broker D 1", "A D 2"]);
    // 4,500 twice, 5,007.50 twice, 304.50 − 10 of adjustments: −1,015 + 294.50 = −720.50.
    assert.deepEqual(statements[2]!.lineOnForm, {
      description: "A: see attached statement", code: "BMW", proceedsCents: 9000_00, costCents: 10_015_00, adjustmentCents: 294_50, gainCents: -720_50,
    });
  });

  it("prints title, headings, rows, totals and the line on the form", () => {
    const lines = form8949StatementsCsv(form8949Statements([row()]), 2024).split("\r\n");
    assert.deepEqual(lines, [
      '"Statement to Form 8949 for 2024, Part II, Box D: A"',
      "(a) Description of property,(b) Date acquired,(c) Date sold,(d) Proceeds,(e) Cost or other basis,(f) Code,(g) Adjustment,(h) Gain or (loss)",
      "100 sh. XYZ,01/10/2023,02/01/2024,4500.00,5007.50,W,304.50,-203.00",
      "Totals,,,4500.00,5007.50,,304.50,-203.00",
      "On Form 8949: A: see attached statement,,,4500.00,5007.50,MW,304.50,-203.00",
      "",
    ]);
  });

  it("keeps a broker whose name starts like a formula as text", () => {
    assert.ok(form8949StatementsCsv(form8949Statements(rows), 2024).split(/\r\n|,/).every((field) => !/^"?[=+@]/.test(field)));
  });

  it("is none where every row goes straight to Schedule D", () => assert.deepEqual(form8949Statements([DIRECT]), []));
});

describe("Texts that would be formulas, fields or lines of their own, in every file for tax programs", () => {
  const HOSTILE = [
    '=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(1)", "\t=1+1", "\r\n=1+1", " =1+1", "cmd|'/c calc'!A0", '=cmd|"/c calc"!A0', 'say "yes", he said', "a;=1+1",
    "one\nD,100 sh. FAKE", "one\r\n^\r\nTD\r\nN321", "one\u2028two", "\uff1d1+1", "^", "", "\u0000",
  ];
  const rows = HOSTILE.map((text) => row({ description: text, account: text, symbol: text, note: text }));
  const fieldsOf = (csv: string): string[][] => Papa.parse<string[]>(csv).data;

  it("the 8949 CSV has one line and eleven fields a row, whether its reader knows quotes or takes line by line", () => {
    const csv = form8949Csv(rows);
    assert.equal(csv.split(/[\r\n\u0085\u2028]+/).filter(Boolean).length, rows.length + 1);
    const read = fieldsOf(csv).slice(1, -1);
    assert.deepEqual(read.map(({ length }) => length), rows.map(() => 11));
    read.forEach((fields, at) => {
      for (const text of [fields[1]!, fields[9]!]) {
        assert.doesNotMatch(text, /^\s*[=+\-@\uff1d]/);
        assert.equal(text.replace(/^'/, "").trim(), HOSTILE[at]!.replace(/[\r\n\t\u2028\u0000]+/g, " ").trim(), "nothing else is changed");
      }
      // 4,500.00 − 5,007.50 + 304.50
      assert.deepEqual([fields[4], fields[5], fields[6], fields[7], fields[8]], ["4500.00", "5007.50", "W", "304.50", "-203.00"]);
    });
  });

  it("the statement has its own lines and no more, and amounts in their columns", () => {
    const statements = form8949Statements(rows);
    const csv = form8949StatementsCsv(statements, 2024);
    // Title, headings, a row, totals, the line on the form, and a blank line between two.
    assert.equal(csv.split("\r\n").length - 1, statements.length * 6 - 1);
    assert.equal(csv.split(/[\r\n\u0085\u2028]+/).filter(Boolean).length, statements.length * 5);
    for (const fields of fieldsOf(csv)) assert.ok(fields.every((text, column) => (column > 3 && /^-?[\d.]+$/.test(text)) || !/^\s*[=+\-@\uff1d]/.test(text)), fields.join(" | "));
  });

  it("the TXF has as many records as rows, ten lines each, in ASCII", () => {
    const { text, written } = txfFile(rows, SOLD);
    assert.equal(written.length, rows.length);
    const found = records(text).slice(1);
    assert.equal(found.length, rows.length);
    assert.ok(found.every((record) => record.length === 10 && record[0] === "TD" && record[4]!.startsWith("P")));
    assert.match(text, /^[\x20-\x7e\r\n]*$/);
  });
});
