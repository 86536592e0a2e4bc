import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readDateCell, readTimeCell } from "../../src/sheet/date-cells";
import { isoFromDay } from "../../src/values/plain-date";

function day(cell: unknown): string | null {
  const date = readDateCell(cell);
  if (date === null) return null;
  return "says" in date ? date.says : isoFromDay(date.day);
}

describe("Dates in a cell (design section 3; broker layouts, section 0.4)", () => {
  // Serials: Microsoft's documentation gives 1 January 2000 = 36526 and 1 January 2008 = 39448.
  const DATES: readonly (readonly [unknown, string])[] = [
    [36526, "2000-01-01"],
    [39448, "2008-01-01"],
    [45352, "2024-03-01"],
    [45352.75, "2024-03-01"],
    [61, "1900-03-01"],
    ["2024-03-01", "2024-03-01"],
    ["2024-3-1", "2024-03-01"],
    ["2024-03-01T09:31:00Z", "2024-03-01"],
    ["2024-03-01, 09:31:05", "2024-03-01"],
    ["2024-03-01 23:10:00 UTC", "2024-03-01"],
    ["3/1/2024", "2024-03-01"],
    ["03/01/2024", "2024-03-01"],
    ["03/01/24", "2024-03-01"],
    ["12/31/99", "1999-12-31"],
    ["01/02/30", "1930-01-02"],
    ["3/1/2024 9:31 AM", "2024-03-01"],
    ["Mar-01-2024", "2024-03-01"],
    ["Mar 1, 2024", "2024-03-01"],
    ["March 1, 2024", "2024-03-01"],
    ["1-Mar-2024", "2024-03-01"],
    ["01-MAR-24", "2024-03-01"],
    ["20240301", "2024-03-01"],
    ["20240301;093105", "2024-03-01"],
    [20240301, "2024-03-01"],
    [" 2/29/2024 ", "2024-02-29"],
  ];
  for (const [cell, iso] of DATES) it(`reads ${JSON.stringify(cell)} as ${iso}`, () => assert.equal(day(cell), iso));

  for (const cell of [null, "", 0, undefined]) it(`takes ${JSON.stringify(cell)} as no date`, () => assert.equal(day(cell), null));

  for (const cell of ["yesterday", "2/30/2024", "2023-02-29", "13/01/2024", "1.3.2024", "01-03-2024", "2024/03/01", "3/1", "3/1/124",
    "1899-12-31", "2201-01-01", "Foo-05-2024", "2024-03-01 25:00", "20241301", "as of 1/2/2024", "1/2/2024 as of soon"]) {
    it(`refuses ${JSON.stringify(cell)}`, () => assert.equal(day(cell), `is "${cell}", which is not a date`));
  }
  it("refuses serials before March 1900, where Excel's calendar has a day too many", () => {
    assert.equal(day(60), "is 60, which is before March 1900 as an Excel date");
    assert.equal(day(1), "is 1, which is before March 1900 as an Excel date");
    assert.equal(day(-5), "is -5, which is before March 1900 as an Excel date");
  });
  it("refuses serials after the year 2200", () => {
    assert.equal(day(109939), "2200-12-31");
    assert.equal(day(109940), "is 109940, which is after the year 2200 as an Excel date");
    assert.equal(day(1e300), "is 1e+300, which is after the year 2200 as an Excel date");
  });
  it("refuses a boolean and names an error", () => {
    assert.equal(day(true), "is TRUE, which is not a date");
    assert.equal(day("#REF!"), "holds the error #REF!");
  });
  it("takes Schwab's as-of date as effective and the posting date as the file's order", () => {
    const date = readDateCell("01/16/2026 as of 01/15/2026");
    assert.ok(date && "day" in date);
    assert.equal(isoFromDay(date.day), "2026-01-15");
    assert.equal(isoFromDay(date.listedDay), "2026-01-16");
  });
  it("keeps the time of day for ordering", () => {
    const date = readDateCell(45352.75);
    assert.ok(date && "day" in date);
    assert.equal(date.seconds, 18 * 3600);
    const listed = readDateCell("3/1/2024 9:31:05 PM");
    assert.ok(listed && "day" in listed);
    assert.equal(listed.seconds, (21 * 60 + 31) * 60 + 5);
  });
});

describe("The Time column", () => {
  const TIMES: readonly (readonly [unknown, number | null])[] = [
    ["09:31", 34260],
    ["9:31:05 AM", 34265],
    ["9:31 p.m.", 77460],
    ["12:00 AM", 0],
    ["12:30 PM", 45000],
    [0.5, 43200],
    [9 / 24 + 31 / 1440, 34260],
    [45352.25, 21600],
    [0.9999999, 86399],
    ["", null],
    [null, null],
    [0, null],
  ];
  for (const [cell, seconds] of TIMES) it(`reads ${JSON.stringify(cell)} as ${seconds}`, () => assert.equal(readTimeCell(cell), seconds));
  for (const cell of ["25:00", "9:61", "13:00 PM", "noon"]) {
    it(`refuses ${cell}`, () => assert.deepEqual(readTimeCell(cell), { says: `is "${cell}", which is not a time of day` }));
  }
  it("refuses a negative number", () => assert.deepEqual(readTimeCell(-0.5), { says: "is -0.5, which is not a time of day" }));
});
