/**
 * R-HP-8 (IRC 852(b)(4)): exempt-interest dividends of 200 take 200 of the loss on fund shares held six months or less. No
 * purchase is near, so nothing is washed: 100 × 50 - 100 × 40 = 1,000 of loss, of which 800 counts.
 */
import assert from "node:assert/strict";
import { records } from "./calling";

const ROWS = [
  ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Amount", "Type"],
  ["2025-03-03", "Buy", "XX", 100, 50, "A", "", ""],
  ["2025-08-01", "Buy", "FND", 100, 50, "A", "", "Fund"],
  ["2025-09-20", "Exempt-interest dividend", "FND", "", "", "A", 200, "Fund"],
];
const PRICES = [["FND", 40], ["XX", 60]];
const RETURN = [["Tax year", 2025], ["Filing status", "Single"], ["Taxable income", 60_000]];

describe("R-HP-8: a loss that exempt-interest dividends take is no wash sale", () => {
  it("SELLPLAN says that it comes back in no basis, and not that it is washed", () => {
    const note = String(records("SELLPLAN", ROWS, PRICES, "2025-12-10", 700, RETURN, "", "Loss").at(-1)!["Note"]);
    assert.match(note, /\$200\.00 of loss does not count and comes back in no basis/);
    assert.doesNotMatch(note, /is washed/);
  });
  it("HARVEST disallows the 200 for good, and says nothing of washed shares", () => {
    const [row] = records("HARVEST", ROWS, PRICES, "2025-12-10", "", RETURN);
    assert.deepEqual([row!["Loss"], row!["Washed now"], row!["Permanently lost"], row!["Harvestable loss"]], [1000, 200, 200, 800]);
    assert.match(String(row!["Note"]), /exempt-interest dividends take a part of the loss/);
    assert.doesNotMatch(String(row!["Note"]), /nothing washed/);
  });
});
