import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { lotsDisagree, readLotsCell } from "../../src/sheet/lot-choices";

describe("R-ID-2: the lots named on a sale", () => {
  const CHOICES: readonly (readonly [unknown, unknown])[] = [
    ["L1", [{ lot: "L1" }]],
    ["L1:30; L2:20", [{ lot: "L1", shares: 30 }, { lot: "L2", shares: 20 }]],
    ["L1:30, L2:20", [{ lot: "L1", shares: 30 }, { lot: "L2", shares: 20 }]],
    ["L1:30;L2", [{ lot: "L1", shares: 30 }, { lot: "L2" }]],
    ["row 5:30", [{ lot: "row 5", shares: 30 }]],
    ["row 5", [{ lot: "row 5" }]],
    ["L1:1,000; L2:20", [{ lot: "L1", shares: 1000 }, { lot: "L2", shares: 20 }]],
    ["L1:1,000;", [{ lot: "L1", shares: 1000 }]],
    ["a:b:2.5", [{ lot: "a:b", shares: 2.5 }]],
    [17, [{ lot: "17" }]],
    ["", null],
    [null, null],
    [0, null],
  ];
  for (const [cell, read] of CHOICES) it(`reads ${JSON.stringify(cell)}`, () => assert.deepEqual(readLotsCell(cell), read));
  for (const cell of ["L1:x", ":30", "L1:0", "L1:-5", ";", "L1:1,000"]) {
    it(`refuses ${JSON.stringify(cell)}`, () => assert.ok("says" in (readLotsCell(cell) ?? {})));
  }
});

describe("Lots against the quantity of the row", () => {
  it("agrees when the shares add up, dust aside", () => {
    assert.equal(lotsDisagree([{ lot: "a", shares: 0.1 }, { lot: "b", shares: 0.2 }], 0.3), null);
  });
  it("leaves the rest to a lot without shares", () => {
    assert.equal(lotsDisagree([{ lot: "a", shares: 30 }, { lot: "b" }], 50), null);
  });
  it("disagrees when the shares are fewer or more", () => {
    assert.deepEqual(lotsDisagree([{ lot: "a", shares: 30 }], 50), { says: "names 30 shares, but Quantity is 50" });
    assert.deepEqual(lotsDisagree([{ lot: "a", shares: 60 }, { lot: "b" }], 50), { says: "names 60 shares, but Quantity is 50" });
  });
});
