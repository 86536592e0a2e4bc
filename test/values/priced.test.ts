import assert from "node:assert/strict";
import fc from "fast-check";
import Decimal from "decimal.js";
import { centsOfShares, exactDecimal, fractionOf } from "../../src/values/priced";

describe("Shares at a price, in cents", () => {
  it("33 shares at 40 are 1,320.00", () => assert.equal(centsOfShares(33, 1, 40), 132000));
  it("1.005 dollars a share, which no double holds, rounds up to 1.01", () => assert.equal(centsOfShares(1, 1, 1.005), 101));
  it("a half cent rounds up: 0.5 share at 0.01 is a cent", () => assert.equal(centsOfShares(5, 10, 0.01), 1));
  it("and what is less rounds down: 0.4999 share at 0.01", () => assert.equal(centsOfShares(4999, 10000, 0.01), 0));
  it("prices of 15 digits keep every digit: 10 million shares at 1234567.89012345", () =>
    // 1e7 × 1,234,567.89012345 = 12,345,678,901,234.50
    assert.equal(centsOfShares(1e7, 1, 1234567.89012345), 1234567890123450));
  it("agrees with decimal arithmetic", () => {
    const price = fc.integer({ min: 0, max: 999_999_999 }).chain((digits) => fc.integer({ min: 0, max: 9 }).map((k) => digits / 10 ** k));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e7 }), price, (units, unitsPerShare, dollars) => {
        const wide = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
        const cents = new wide(units).times(dollars).times(100).dividedBy(unitsPerShare).toDecimalPlaces(0).toNumber();
        assert.equal(centsOfShares(units, unitsPerShare, dollars), cents);
      }),
    );
  });
});

describe("A decimal as a fraction", () => {
  it("0.1 + 0.2 is the 0.3 a cell shows", () => {
    const { numerator, denominator } = exactDecimal(0.1 + 0.2);
    assert.equal(numerator * 10n, denominator * 3n);
  });
  it("large and small ones keep their value", () => {
    assert.deepEqual(exactDecimal(1e20), { numerator: 10n ** 20n, denominator: 1n });
    const small = exactDecimal(2.5e-9);
    assert.equal(small.numerator * 4n * 10n ** 8n, small.denominator);
  });
});

describe("A fraction of a total", () => {
  it("2/11 of 5,000.00 are 909.09", () => assert.equal(fractionOf(500000, 1660n, 9130n), 90909));
  it("half a cent goes up", () => assert.equal(fractionOf(1, 1n, 2n), 1));
});
