import assert from "node:assert/strict";
import { asCell, asText } from "../../../src/sheet/placing/text-cells";

describe("Design section 7: text is never written as a formula, nor turned into a number or a date", () => {
  for (const text of ["=1+1", "+1", "-5", "@name", "'quoted", " =1", "\t=1", "001234", "1e5", "3/1", "2024-03-01", "50%", "$5", "MAR1", "Dec 5", "12:30", "TRUE", "false", "row 2", "#N/A", "(5)", "5-Jan"]) {
    it(`${JSON.stringify(text)} gets an apostrophe`, () => assert.equal(asText(text), `'${text}`));
  }
  for (const text of ["XYZ", "Brokerage", "Long", "Harvest plan", "Prices of ‘Taxlot Prices’.", "Überweisung", ""]) {
    it(`${JSON.stringify(text)} is written as it is`, () => assert.equal(asText(text), text));
  }
  it("a sentence with figures is too long to be anything else", () => {
    const sentence = "Row 41 sells 120 XYZ but only 100 are held in Schwab on that day.";
    assert.equal(asText(sentence), sentence);
  });
  it("text longer than a cell takes is cut and says so", () => {
    const cut = asText("x".repeat(40_000));
    assert.ok(cut.length <= 32_767 && cut.endsWith("…"));
  });
  it("a blank stays blank, and what is no number is none", () => {
    assert.deepEqual(["", null, Number.NaN, Infinity, 0, false].map(asCell), [null, null, null, null, 0, false]);
  });
});
