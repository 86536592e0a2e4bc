import assert from "node:assert/strict";
import { longTermDayOf, termOfLot, type HeldPeriod } from "../../src/rules/term-of-lot";
import { day } from "../harvest/facts-of";

const LOT: HeldPeriod = { holdingFrom: day("2024-12-20"), periodStart: "Purchase" };

describe("R-SS-2, R-HP-1: the term of a lot that is held", () => {
  it("a lot of 20 December 2024 is long-term from 21 December 2025 on", () => {
    assert.equal(longTermDayOf(LOT), day("2025-12-21"));
    assert.deepEqual(["2025-12-20", "2025-12-21"].map((sold) => termOfLot(LOT, day(sold))), ["Short", "Long"]);
  });
  it("under an open short it has no such day, and stays short-term however long it is held", () => {
    const held: HeldPeriod = { ...LOT, underShort: true };
    assert.equal(longTermDayOf(held), null);
    assert.deepEqual(["2025-12-20", "2025-12-21", "2030-01-02"].map((sold) => termOfLot(held, day(sold))), ["Short", "Short", "Short"]);
  });
  it("begun anew by closing the short on 10 March 2026 it is long-term on the anniversary (R-HP-6)", () => {
    assert.equal(longTermDayOf({ holdingFrom: day("2026-03-10"), periodStart: "Short-sale restart" }), day("2027-03-10"));
  });
});
