/** R-ID-4: costs per share are compared exactly, however close they lie and however large the numbers. */
import assert from "node:assert/strict";
import { compareCost } from "../../src/lots/cost-order";
import { Pieces } from "../../src/lots/pieces";
import { Pool } from "../../src/lots/pool";
import { relieve } from "../../src/lots/relief";

/** x² is odd and above 2^53, so no double is x²; the nearest one is x² - 1 = (x + 1)(x - 1). */
const X = 94906267;

describe("R-ID-4: cost per share, where doubles no longer tell two apart", () => {
  it("x ÷ (x - 1) is dearer than (x + 1) ÷ x, because x² is more than x² - 1", () => {
    assert.equal(X * X, (X + 1) * (X - 1), "these numbers no longer look alike as doubles");
    assert.equal(Math.sign(compareCost(X, X - 1, X + 1, X)), 1);
    assert.equal(Math.sign(compareCost(X + 1, X, X, X - 1)), -1);
  });
  it("equal costs are equal at any size: 2x ÷ 2y = x ÷ y", () => {
    assert.equal(compareCost(2 * X, 2 * (X - 1), X, X - 1), 0);
    assert.equal(compareCost(200, 20, 100, 10), 0);
  });
  for (const method of ["HIFO", "FIDELITY_HICO"]) {
    it(`${method} takes the dearer of the two though it was acquired later`, () => {
      const pieces = new Pieces(8);
      const pool = new Pool(pieces, 0, 0);
      const cheaper = pieces.add(0, 0, 10, X, X + 1);
      const dearer = pieces.add(1, 1, 20, X - 1, X);
      pool.insert(cheaper);
      pool.insert(dearer);
      assert.deepEqual(relieve(pieces, [pool], X - 1, method, null), [dearer]);
    });
  }
  it("a method with groups by term and sign takes them in the same order", () => {
    const pieces = new Pieces(8);
    const pool = new Pool(pieces, 0, 0);
    const cheaper = pieces.add(0, 0, 10, X, X + 1);
    const dearer = pieces.add(1, 1, 20, X - 1, X);
    pool.insert(cheaper);
    pool.insert(dearer);
    const sale = { day: 30, proceedsCents: 1, units: 2, shortRate: null, longRate: null, isLongTerm: () => false, isLongTermFrom: () => false };
    assert.deepEqual(relieve(pieces, [pool], 2 * X - 1, "SCHWAB_TLO", sale), [dearer, cheaper]);
  });
});
