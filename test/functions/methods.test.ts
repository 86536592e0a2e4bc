import assert from "node:assert/strict";
import { records, value } from "./calling";
import { RATES, THREE_LOTS } from "./example-trades";

describe("METHODS", () => {
  it("lists the methods of this engine, each with its source", () => {
    const methods = records("METHODS");
    const names = methods.map((method) => String(method["Name"]));
    assert.deepEqual(names.slice(0, 7), ["FIFO", "LIFO", "HIFO", "LOFO", "SPEC", "AVG", "MINTAX"]);
    assert.deepEqual([...new Set(names.slice(7).map((name) => name.split("_")[0]))], ["SCHWAB", "VANGUARD", "FIDELITY", "IBKR", "ETRADE", "TDA", "TAMARAC", "FOLIO"]);
    for (const method of methods) {
      for (const heading of ["Order", "Ties", "Whose", "Source"]) assert.notEqual(method[heading], "", `${method["Name"]}: ${heading}`);
      assert.match(String(method["Source"]), /R-(ID|AVG)-\d/);
    }
  });

  it("every name it lists is one that LOTGAIN takes", () => {
    for (const { Name } of records("METHODS")) {
      assert.equal(typeof value("LOTGAIN", THREE_LOTS, "XYZ", 10, 40, "2024-06-03", Name, "Gain", RATES), "number", String(Name));
    }
  });
});
