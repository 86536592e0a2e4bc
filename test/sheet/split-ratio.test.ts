import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readRatioCell } from "../../src/sheet/split-ratio";

function ratio(cell: unknown): string | null {
  const read = readRatioCell(cell);
  if (read === null) return null;
  return "says" in read ? read.says : `${read.newShares}:${read.oldShares}`;
}

describe("R-CA-1: the ratio of a split, new shares for old shares", () => {
  const RATIOS: readonly (readonly [unknown, string])[] = [
    ["2:1", "2:1"],
    ["2 : 1", "2:1"],
    ["2-for-1", "2:1"],
    ["2 for 1", "2:1"],
    ["2 FOR 1", "2:1"],
    ["3/2", "3:2"],
    ["1:10", "1:10"],
    ["1 for 10", "1:10"],
    ["20:1", "20:1"],
    ["4:2", "2:1"],
    ["1.05:1", "21:20"],
    ["1.5", "3:2"],
    [2, "2:1"],
    [1.5, "3:2"],
    [1.05, "21:20"],
    [1.25, "5:4"],
    [20, "20:1"],
  ];
  for (const [cell, read] of RATIOS) it(`reads ${JSON.stringify(cell)} as ${read}`, () => assert.equal(ratio(cell), read));
  it("takes a blank as no ratio", () => {
    for (const cell of [null, "", 0]) assert.equal(ratio(cell), null);
  });
});

describe("A ratio that Excel changed while it was typed", () => {
  // Typed 2:1 is 2 hours 1 minute: 121 of 1440 minutes.
  for (const [typed, cell] of [["2:1", 121 / 1440], ["1:10", 70 / 1440], ["3:2", 182 / 1440], ["24:1", 1441 / 1440], ["30:1", 1801 / 1440]] as const) {
    it(`refuses the time that ${typed} became (${cell})`, () =>
      assert.match(ratio(cell) ?? "", /what Excel makes of a ratio typed like a time/));
  }
  it("refuses the date that 3/2 became", () => assert.match(ratio(46083) ?? "", /typed like a date$/));
  it("says that 0.5 may be a time or a ratio below one", () => {
    assert.equal(ratio(0.5), "is 0.5, which may be a ratio typed like a time, such as 2:1, or a ratio below one, such as 1 for 2");
    assert.match(ratio(0.1) ?? "", /such as 1 for 10$/);
  });
  it("refuses a ratio below zero", () =>
    assert.equal(ratio(-1), "is -1, and a ratio counts shares on both sides, so neither is below zero"));
  it("refuses a bare number below 1", () => assert.match(ratio(0.123) ?? "", /a ratio below 1 needs both sides/));
  for (const cell of ["two for one", "2:", ":1", "0:1", "1:0", "2:1:00", "-2:1", "2", "1/3"]) {
    if (cell === "2") it("reads the text 2 as the number", () => assert.equal(ratio(cell), "2:1"));
    else if (cell === "1/3") it("reads 1/3 as one for three", () => assert.equal(ratio(cell), "1:3"));
    else it(`refuses ${cell}`, () => assert.match(ratio(cell) ?? "", /is not new shares for old shares/));
  }
  it("refuses a boolean and names an error", () => {
    assert.match(ratio(true) ?? "", /not a ratio/);
    assert.equal(ratio("#VALUE!"), "holds the error #VALUE!");
  });
});
