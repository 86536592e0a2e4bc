import assert from "node:assert/strict";
import { averagePool } from "../../src/rules/average-pools";
import { day } from "../lots/trades-of";

describe("R-AVG-1: covered and noncovered fund shares", () => {
  // Treas. Reg. 1.6045-1(a)(15): fund shares are covered when acquired on or after 1 January 2012.
  it("part on 1 January 2012", () => {
    assert.notEqual(averagePool(day("2011-12-31")), averagePool(day("2012-01-01")));
    assert.equal(averagePool(day("2011-01-02")), averagePool(day("2011-12-31")));
    assert.equal(averagePool(day("2012-01-01")), averagePool(day("2024-06-03")));
  });
});
