import assert from "node:assert/strict";
import { picture, row } from "./picture";

/** One share bought in 1935 (the day is assumed) for 100 and sold on 15 January 1955 for 80. */
function replacedFor(price: string): readonly string[] {
  return picture([
    row("1935-06-03", "BUY", "1", { price: "100" }),
    row("1955-01-15", "SELL", "1", { price: "80" }),
    row("1955-02-01", "BUY", "1", { price }),
  ]).left;
}

describe("Treas. Reg. 1.1091-2(a): basis of stock acquired in a wash sale", () => {
  it("Example 1: cost 100, sold for 80, replaced for 90: basis 100 + (90 - 80) = 110", () =>
    assert.deepEqual(replacedFor("90"), ["1 of 1955-02-01: 110.00, counts from 1935-06-20"]));
  it("Example 2: cost 100, sold for 80, replaced for 70: basis 100 - (80 - 70) = 90", () =>
    assert.deepEqual(replacedFor("70"), ["1 of 1955-02-01: 90.00, counts from 1935-06-20"]));
  it("replaced for what it was sold for: the old basis of 100 goes on", () =>
    assert.deepEqual(replacedFor("80"), ["1 of 1955-02-01: 100.00, counts from 1935-06-20"]));
});
