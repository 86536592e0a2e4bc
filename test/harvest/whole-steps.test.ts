import assert from "node:assert/strict";
import { wholeSteps } from "../../src/harvest/whole-steps";
import type { OfferedPiece } from "../../src/harvest/least-tax/offers";

const piece = (units: number, basisCents: number, isLong: boolean): OfferedPiece => ({ steps: units, basisCents, isLong, lossBasisCents: null });

describe("R-LOT-5, R-RND-2: pieces of a lot in whole shares", () => {
  it("pieces that end with a share stay as they are", () => {
    assert.deepEqual(wholeSteps([piece(10, 1000, true), piece(30, 3300, false)], 4), [piece(1, 1000, true), piece(3, 3300, false)]);
  });
  it("1.5 shares at 22.48 in front of 2.5 at 27.63: 14.99, then 7.49 + 5.53 = 13.02, then 22.10 for two", () => {
    // 22.48 × 10 ÷ 15 = 14.99; 27.63 × 5 ÷ 25 = 5.53.
    assert.deepEqual(wholeSteps([piece(15, 2248, true), piece(25, 2763, true)], 4), [piece(1, 1499, true), piece(1, 1302, true), piece(2, 2210, true)]);
  });
  it("a share of both terms is none that is long-term", () => {
    assert.deepEqual(wholeSteps([piece(5, 100, true), piece(15, 300, false)], 2), [piece(1, 200, false), piece(1, 200, false)]);
  });
  it("no piece is lost that is smaller than a share: 0.3 of 3 contracts", () => {
    assert.deepEqual(wholeSteps([piece(3, 2401, true), piece(27, 8235, true)], 3), [piece(1, 2401 + 2135, true), piece(2, 6100, true)]);
  });
  it("three pieces in one share", () => {
    assert.deepEqual(wholeSteps([piece(2, 20, true), piece(3, 30, true), piece(5, 50, true)], 1), [piece(1, 100, true)]);
  });
  it("thirds of a share, cut to the last of six decimals, keep every unit and cent", () => {
    const cut = wholeSteps([piece(1, 333, true), piece(2, 667, false)], 1_000_000);
    assert.equal(cut.reduce((sum, { steps }) => sum + steps, 0), 1_000_000);
    assert.equal(cut.reduce((sum, { basisCents }) => sum + basisCents, 0), 1000);
  });
});
