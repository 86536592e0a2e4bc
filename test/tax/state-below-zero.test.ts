/** State rate × what the results add to taxable income, which a return never prints below zero. Single, 2025, 5 %. */
import assert from "node:assert/strict";
import { records, value } from "../functions/calling";

const of = (income: number): unknown[][] => [["Tax year", 2025], ["Filing status", "Single"], ["Taxable income", income], ["State rate", 0.05]];

describe("R-TAX-5: the state rate where taxable income is below zero", () => {
  it("a gain of 10,000 on -20,000 adds nothing", () => assert.equal(Number([value("GAINTAX", 0, 10_000, "Added", of(-20_000))].flat(2)[0]), 0));
  it("a gain of 30,000 on -20,000 adds 10,000 of income: 500.00, all else in the 0 % band", () =>
    assert.equal(Number([value("GAINTAX", 0, 30_000, "Added", of(-20_000))].flat(2)[0]), 500));
  it("a gain of 10,000 on 20,000 adds all of it: 500.00", () => assert.equal(Number([value("GAINTAX", 0, 10_000, "Added", of(20_000))].flat(2)[0]), 500));
  it("a loss of 2,000 on -20,000 saves nothing and is carried on whole (R-TLH-5)", () => {
    const rows = [["Date", "Action", "Symbol", "Quantity", "Price", "Account"], ["2024-01-02", "Buy", "AA", 100, 50, "A"]];
    const [row] = records("HARVEST", rows, [["AA", 30]], "2025-12-10", "", of(-20_000));
    assert.deepEqual([row!["Tax saved"], row!["Carried over"]], [0, 2000]);
  });
  it("a loss of 2,000 on 1,000 takes away 1,000 of income: 50.00 of state tax and 10 % of 1,000", () => {
    assert.equal(Number([value("GAINTAX", 0, -2000, "Added", of(1000))].flat(2)[0]), -150);
  });
});
