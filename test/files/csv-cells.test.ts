import assert from "node:assert/strict";
import fc from "fast-check";
import type { CellValue } from "../../workbench/content";
import { cellFromText } from "../../workbench/files/csv-cells";

function valueOf(text: string): CellValue | undefined {
  return cellFromText(text)?.value;
}

function table(cases: readonly (readonly [string, CellValue | undefined, string?])[]): void {
  for (const [text, value, format] of cases) {
    it(`${JSON.stringify(text)} is ${JSON.stringify(value)}${format ? ` shown as ${format}` : ""}`, () => {
      const cell = cellFromText(text);
      assert.deepEqual(cell?.value, value);
      assert.equal(cell?.numberFormat, format);
    });
  }
}

describe("Numbers in a CSV file, as US Excel reads them", () => {
  table([
    ["", undefined],
    ["12", 12],
    ["-3.25", -3.25],
    ["+5", 5],
    [".5", 0.5],
    ["0.5", 0.5],
    ["7.", 7],
    [" 12 ", 12],
    ["1,234.50", 1234.5, "#,##0.00"],
    ["1,234", 1234, "#,##0"],
    ["$1,234.56", 1234.56, '"$"#,##0.00'],
    ["-$1,234.56", -1234.56, '"$"#,##0.00'],
    ["$-1234.56", -1234.56, '"$"#,##0.00'],
    ["($511.20)", -511.2, '"$"#,##0.00'],
    ["$3621.38 ", 3621.38, '"$"#,##0.00'],
    ["$0.1234", 0.1234, '"$"#,##0.0000'],
    ["(12.5)", -12.5],
    ["12.5%", 0.125, "0.0%"],
    ["1.5E-05", 0.000015],
    ["1e-7", 1e-7],
    ["0.12345678901234567", 0.123456789012346],
    ["-0", 0],
  ]);
});

describe("Days in a CSV file, as US Excel reads them", () => {
  // 2024-03-01 is day 45352 of Excel's count.
  table([
    ["2024-03-01", 45352, "yyyy-mm-dd"],
    ["3/1/2024", 45352, "m/d/yyyy"],
    ["03/01/2024", 45352, "m/d/yyyy"],
    ["03/01/24", 45352, "m/d/yyyy"],
    ["3/1/29", 47178, "m/d/yyyy"],
    ["3/1/30", 11018, "m/d/yyyy"],
    ["2024/03/01", 45352, "yyyy-mm-dd"],
    ["03-01-2024", 45352, "m/d/yyyy"],
    ["1-Mar-2024", 45352, "d-mmm-yyyy"],
    ["March 1, 2024", 45352, "d-mmm-yyyy"],
    ["3/1/2024 12:00", 45352.5, "m/d/yyyy h:mm"],
    ["2024-03-01 6:00 PM", 45352.75, "yyyy-mm-dd h:mm"],
    ["9:00:00", 0.375, "h:mm:ss"],
    ["2/29/2024", 45351, "m/d/yyyy"],
  ]);
});

describe("Text in a CSV file that Excel or a careless reader would spoil", () => {
  const kept = [
    "2:1", "1:10", "10:01", "1-2", "1/2", "3-1-24", "12-31", "MAR1", "SEP", "Mar-24", "DEC 5", "1-Mar", "00123", "007", "0012.50", "1234567890123456",
    "2E10", "12E5", "38259P508", "TRUE", "FALSE", "=1+1", "+A1", "-", "--", "@x", "-2+3", "1,23", "1,2345", "1.234,56", "$", "%", "()", "(1", "1)", "(-1)",
    "-$-1", "2/30/2024", "13/45/2024", "2023-02-29", "1/1/1899", "1/1/1900", "12:30", "25:00:00", "01/16/2026 as of 01/15/2026", "2024-01-05 12:30:45 UTC",
    "2024-01-05T12:30:45Z", "20240301;093000", " padded ", "BRK.B", "1.2.3", "9S", "Jan-05-2024", "#1", "SPAXX**", " -NVDA260807C200", "Infinity", "NaN", "0x10",
    "1e999", "1_000", "٣",
  ];
  for (const text of kept) it(`${JSON.stringify(text)} stays text`, () => assert.equal(valueOf(text), text));
  it("an eight-digit day is the number Excel makes of it", () => assert.equal(valueOf("20240301"), 20240301));
  it("an error Excel knows is that error", () => {
    assert.deepEqual(valueOf("#N/A"), { error: "#N/A" });
    assert.deepEqual(valueOf("#value!"), { error: "#VALUE!" });
    assert.equal(valueOf("#WHAT?"), "#WHAT?");
  });
  it("never becomes a formula, whatever it is", () => {
    fc.assert(fc.property(fc.string(), (text) => assert.equal(cellFromText(text)?.formula, undefined)));
  });
  it("stays as it was when it is not a finite number", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const value = valueOf(text);
        assert.ok(value === text || typeof value === "object" || Number.isFinite(value));
      }),
    );
  });
  it("a number that JavaScript prints is read back to 15 digits", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 }), (number) => {
        const text = String(number);
        fc.pre(!text.includes("e"));
        assert.equal(valueOf(text), Number(number.toPrecision(15)) + 0);
      }),
    );
  });
});
