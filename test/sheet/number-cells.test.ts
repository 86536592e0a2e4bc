import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { dollarsText, rateFromText, readNumberCell } from "../../src/sheet/number-cells";

describe("Numbers as brokers write them (broker layouts, section 0.3)", () => {
  const NUMBERS: readonly (readonly [unknown, number])[] = [
    ["1234.56", 1234.56],
    ["$1,234.56", 1234.56],
    ["-$1,234.56", -1234.56],
    ["$-1,234.56", -1234.56],
    ["($1,234.56)", -1234.56],
    ["(511.20)", -511.2],
    ["$-1.00", -1],
    ["$3621.38 ", 3621.38],
    ["$ 12", 12],
    ["+7", 7],
    [".5", 0.5],
    ["100.", 100],
    ["1,000,000", 1000000],
    ["1E-05", 0.00001],
    ["\u221212.50", -12.5],
    ["12\u00a0", 12],
    ["0", 0],
    [0.30000000000000004, 0.3],
    [-5, -5],
  ];
  for (const [cell, value] of NUMBERS) {
    it(`reads ${JSON.stringify(cell)} as ${value}`, () => assert.equal(readNumberCell(cell), value));
  }
  for (const cell of ["--", "-", "---", "", null, undefined, " "]) {
    it(`reads ${JSON.stringify(cell)} as no figure`, () => assert.equal(readNumberCell(cell), null));
  }
  for (const cell of ["ten", "1,5", "1.234,56", "12,34,567", "5%", "9S", "1 234", "--5", "$", "()", "-(5)", "1e999", "0x10", "5 shares"]) {
    it(`refuses ${JSON.stringify(cell)} rather than guess`, () =>
      assert.deepEqual(readNumberCell(cell), { says: `is "${cell}", which is not a number` }));
  }
  it("refuses a boolean where a number belongs", () =>
    assert.deepEqual(readNumberCell(true), { says: "is TRUE, which is not a number" }));
  it("names the error of an error cell", () =>
    assert.deepEqual(readNumberCell("#N/A"), { says: "holds the error #N/A" }));
  it("keeps 15 digits of a longer text, as Excel would", () =>
    assert.equal(readNumberCell("0.123456789012345678"), 0.123456789012346));
});

describe("Rates", () => {
  it("reads per cent and fractions alike", () => {
    assert.equal(rateFromText("24%"), 0.24);
    assert.equal(rateFromText("3.8 %"), 0.038);
    assert.equal(rateFromText("0.15"), 0.15);
    assert.equal(rateFromText("high"), null);
  });
});

describe("Dollars in a sentence", () => {
  it("groups thousands and shows at least cents", () => {
    assert.equal(dollarsText(1234567.5), "1,234,567.50");
    assert.equal(dollarsText(-3), "-3.00");
    assert.equal(dollarsText(0.12345), "0.12345");
  });
});
