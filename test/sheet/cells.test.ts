import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { quoteCell, readCell } from "../../src/sheet/cells";

describe("Every kind of cell that Excel sends", () => {
  it("takes null, empty text, blanks and a missing cell as blank", () => {
    for (const cell of [null, undefined, "", "  ", "\u00a0", { type: "Empty", basicValue: "" }]) {
      assert.deepEqual(readCell(cell), { kind: "blank" });
    }
  });
  it("cleans a number to the 15 digits Excel shows", () => {
    assert.deepEqual(readCell(0.1 + 0.2), { kind: "number", value: 0.3 });
    assert.deepEqual(readCell(1234567.891), { kind: "number", value: 1234567.891 });
    assert.deepEqual(readCell(1 / 3), { kind: "number", value: 0.333333333333333 });
  });
  it("takes a number that is none as an error", () => {
    assert.deepEqual(readCell(Number.NaN), { kind: "error", code: "#NUM!" });
    assert.deepEqual(readCell(Infinity), { kind: "error", code: "#NUM!" });
  });
  it("reads the basic value of a data type", () => {
    assert.deepEqual(readCell({ type: "Double", basicValue: 12.5 }), { kind: "number", value: 12.5 });
    assert.deepEqual(readCell({ type: "FormattedNumber", basicValue: 45352, numberFormat: "m/d/yyyy" }), { kind: "number", value: 45352 });
    assert.deepEqual(readCell({ type: "String", basicValue: " Buy " }), { kind: "text", value: "Buy" });
    assert.deepEqual(readCell({ type: "Boolean", basicValue: true }), { kind: "boolean", value: true });
  });
  it("takes a stock card by its name, not by the error it shows without data types", () => {
    const card = { type: "LinkedEntity", text: "MSFT", basicType: "Error", basicValue: "#VALUE!" };
    assert.deepEqual(readCell(card), { kind: "text", value: "MSFT" });
  });
  it("knows an error as an error object, as a data type and as text", () => {
    assert.deepEqual(readCell({ code: "#N/A", message: "no data" }), { kind: "error", code: "#N/A" });
    assert.deepEqual(readCell({ type: "Error", basicValue: "#N/A", basicType: "Error" }), { kind: "error", code: "#N/A" });
    for (const code of ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!", "#BUSY!", "#GETTING_DATA"]) {
      assert.deepEqual(readCell(code), { kind: "error", code });
    }
  });
  it("leaves a note that starts with # as text", () => {
    assert.deepEqual(readCell("# my note!"), { kind: "text", value: "# my note!" });
    assert.deepEqual(readCell("#1"), { kind: "text", value: "#1" });
  });
  it("keeps text that looks like a formula as text", () => {
    for (const text of ["=1+1", "+5 shares", "-x", "@SUM"]) assert.deepEqual(readCell(text), { kind: "text", value: text });
  });
  it("reads an object of no known kind as an error, never as a value", () => {
    assert.deepEqual(readCell({ type: "Array", elements: [[1]] }), { kind: "error", code: "#VALUE!" });
    assert.deepEqual(readCell({}), { kind: "error", code: "#VALUE!" });
  });
  it("quotes a long text short", () => assert.equal(quoteCell("x".repeat(50)), `"${"x".repeat(39)}…"`));
});
