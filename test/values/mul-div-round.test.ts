import assert from "node:assert/strict";
import fc from "fast-check";
import { mulDivRound } from "../../src/values/mul-div-round";
import { take } from "../../src/values/take";

/** The definition, in unlimited integers. */
function exactly(a: number, b: number, c: number): number {
  const [x, y, z] = [BigInt(a), BigInt(b), BigInt(c)];
  return Number((2n * x * y + z) / (2n * z));
}

const LARGEST_CENTS = 1e15;

describe("R-RND-1: cents are rounded half away from zero, exactly", () => {
  it("rounds a half up: 1 of 3 cents in halves", () => assert.equal(mulDivRound(3, 1, 2), 2));
  it("rounds below a half down: 100.00 over three shares is 33.33", () => assert.equal(mulDivRound(10000, 1, 3), 3333));

  it("agrees with unlimited integers on any operands whose result fits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: LARGEST_CENTS }),
        fc.integer({ min: 1, max: LARGEST_CENTS }),
        fc.integer({ min: 0, max: LARGEST_CENTS }),
        (a, c, b) => {
          const part = b % (c + 1);
          assert.equal(mulDivRound(a, part, c), exactly(a, part, c));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it("agrees on results built to sit on or beside a half", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3e7 }),
        fc.integer({ min: 1, max: 3e7 }),
        fc.integer({ min: -1, max: 1 }),
        (quotient, halfDivisor, nudge) => {
          // (quotient + ½) × c = a × 1 where c = 2 × halfDivisor
          const divisor = 2 * halfDivisor;
          const product = quotient * divisor + halfDivisor + nudge;
          const factor = 1000;
          assert.equal(mulDivRound(product, factor, divisor * factor), exactly(product, factor, divisor * factor));
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe("R-RND-2: take leaves the remainder with the other part", () => {
  it("S-RND-01: 100.00 of three shares sold one by one is 33.33, 33.34, 33.33", () => {
    const first = take(10000, 1, 3);
    const second = take(10000 - first, 1, 2);
    const third = take(10000 - first - second, 1, 1);
    assert.deepEqual([first, second, third], [3333, 3334, 3333]);
  });

  it("is symmetric for negative totals: half away from zero", () => {
    assert.equal(take(-5, 1, 2), -3);
    assert.equal(take(5, 1, 2), 3);
  });

  it("never answers minus zero", () => assert.ok(Object.is(take(-1, 1, 1000), 0)));

  it("parts add up to the total however often it is divided", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 20 }),
        (total, parts) => {
          let left = total;
          let whole = parts.reduce((sum, part) => sum + part, 0);
          let sum = 0;
          for (const part of parts) {
            const taken = take(left, part, whole);
            sum += taken;
            left -= taken;
            whole -= part;
          }
          assert.equal(sum, total);
        },
      ),
    );
  });
});
