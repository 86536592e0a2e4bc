import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { washRisk } from "../../src/harvest/wash-risk";
import { buy, day, factsOf } from "./facts-of";

describe("WASHRISK of a quantity that cannot be kept exactly", () => {
  const facts = factsOf({ transactions: [buy("2024-01-02", 1e6, 50), buy("2024-02-01", 1e6, 40, { action: "SELL" })] }, "2024-02-10", {});
  const sentence = (shares: number): string => {
    const risk = washRisk(facts.trades, facts.choices, { symbol: "XYZ", account: null, shares, day: day("2024-02-10") });
    return risk.ok ? "answered" : risk.problem.sentence;
  };
  it("says so of the quantity, and blames no row", () => {
    assert.equal(sentence(0.123456789012), "quantity is 0.123456789012, which cannot be kept exactly beside the quantities of XYZ in the rows. Round it.");
    assert.equal(sentence(1e-15), "quantity is 1e-15, which cannot be kept exactly beside the quantities of XYZ in the rows. Round it.");
  });
  it("one that can is answered", () => assert.equal(sentence(0.1234), "answered"));
});
