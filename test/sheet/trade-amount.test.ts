import assert from "node:assert/strict";
import Decimal from "decimal.js";
import fc from "fast-check";
import { describe, it } from "mocha";
import { centsOf, costCents, saleCents, tradeCents } from "../../src/sheet/trade-amount";
import { fault, read } from "./reading";

describe("R-BASIS-1 and R-RND-1: cost and proceeds in whole cents, rounded once", () => {
  it("200 × $50 + $15 costs 10,015.00 (case S-SEED-01)", () => assert.equal(tradeCents(200, 50, 15, 1), 1001500));
  it("a sale keeps price less fees", () => assert.equal(tradeCents(100, 51.25, 4.95, -1), 512005));
  it("a half cent rounds away from zero", () => {
    assert.equal(tradeCents(1, 0.005, 0, 1), 1);
    assert.equal(tradeCents(0.5, 10.01, 0, 1), 501);
    // 0.005 − 1.00 = −0.995, and half a cent below −0.99 is −1.00.
    assert.equal(tradeCents(1, 0.005, 1, -1), -100);
    assert.equal(tradeCents(1, 0.995, 1, -1), -1);
  });
  it("fees of a fraction of a cent are rounded with the whole, not alone", () => {
    // 10 × 1.0004 + 0.001 = 10.005
    assert.equal(tradeCents(10, 1.0004, 0.001, 1), 1001);
  });
  it("takes more decimals than eight through decimal.js", () => {
    // 0.000000012345 × 67000.12 = 0.00082711648… dollars
    assert.equal(tradeCents(0.000000012345, 67000.12, 0, 1), 0);
    // 1.0000000005 × 1,000,000,000 = 1,000,000,000.50
    assert.equal(tradeCents(1.0000000005, 1000000000, 0, 1), 100000000050);
  });
  it("rounds a dollar figure half away from zero", () => {
    assert.equal(centsOf(1.005), 101);
    assert.equal(centsOf(-1.005), -101);
    assert.equal(centsOf(0.1), 10);
  });

  const decimal = (digits: number, places: number) =>
    fc.integer({ min: 1, max: 10 ** digits }).map((whole) => Number(`${whole}e-${places}`));
  it("equals decimal.js on any cells", () => {
    const figures = fc.oneof(decimal(9, 0), decimal(10, 2), decimal(12, 4), decimal(12, 6), decimal(14, 8), decimal(15, 11));
    const fees = fc.oneof(fc.constant(0), decimal(5, 2), decimal(6, 3));
    fc.assert(
      fc.property(figures, figures, fees, fc.constantFrom(1 as const, -1 as const), (shares, price, fee, sign) => {
        const exact = new Decimal(shares).times(price).plus(new Decimal(fee).times(sign)).times(100);
        const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
        const whole = new Exact(new Exact(shares).times(price).plus(new Exact(fee).times(sign)).times(100)).toDecimalPlaces(0);
        fc.pre(whole.abs().lte(9e15) && exact.isFinite());
        assert.equal(tradeCents(shares, price, fee, sign), 0 + whole.toNumber());
      }),
      { numRuns: 3000 },
    );
  });
  it("equals decimal.js on constructed half cents", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4e7 }), (odd) => {
        // (2n − 1) ÷ 2 cents exactly
        const price = Number(`${(2 * odd - 1) * 5}e-3`);
        assert.equal(tradeCents(1, price, 0, 1), odd);
      }),
    );
  });
});

describe("Amount is the cash, and counts when it agrees with price and quantity", () => {
  const stated = (shares: number, price: number | null, fees: number, amount: number | null) => ({ shares, price, fees, amount });
  it("a purchase's sign says nothing more", () => {
    assert.equal(costCents(stated(100, 10, 5, -1005)), 100500);
    assert.equal(costCents(stated(100, 10, 5, 1005)), 100500);
  });
  it("a rounded price is forgiven half of its last digit for each share", () => {
    // 1000 × half a cent = 5.00, and one cent more.
    assert.equal(costCents(stated(1000, 12.35, 0, 12345.01)), 1234501);
    assert.equal(typeof costCents(stated(1000, 12.35, 0, 12344.98)), "object");
  });
  it("a rounded share count is forgiven half of its last digit", () => {
    // 3.333 shares at 30.00: half of 0.001 × 30 = 0.015, half a cent × 3.333 = 0.0167, one cent more: 0.0417.
    assert.equal(costCents(stated(3.333, 30, 0, 100.03)), 10003);
    assert.equal(typeof costCents(stated(3.333, 30, 0, 100.04)), "object");
  });
  it("alone, it is the cost or the proceeds, fees included", () => {
    assert.equal(costCents(stated(3, null, 0, 100)), 10000);
    assert.equal(saleCents(stated(100, null, 4.95, 995.05)), 99505);
  });
  it("0 beside a price is the empty cell of an old Excel", () => {
    assert.equal(costCents(stated(10, 5, 0, 0)), 5000);
    assert.equal(saleCents(stated(10, 5, 0, 0)), 5000);
  });
  it("a price of 0 beside an amount is the empty cell of an old Excel", () => assert.equal(costCents(stated(10, 0, 0, 70)), 7000));
  it("a sale whose fees exceed the price has proceeds below zero", () => {
    assert.equal(saleCents(stated(10, 0.1, 5, -4)), -400);
    assert.equal(saleCents(stated(10, 0.1, 5, null)), -400);
    assert.equal(saleCents(stated(10, 0, 5, -5)), -500);
  });
});

describe("What Price, Fees and Amount cannot say", () => {
  it("a purchase with neither price nor amount has an unknown basis", () =>
    assert.deepEqual(fault(45352, "Buy", "XYZ", 10, "", "", "", ""), {
      column: "Price",
      problem: "Row 2: has neither Price nor Amount, so its basis is unknown.",
      whatToDo: "Fill in Price or Amount; for shares that cost nothing write 0.",
    }));
  it("a zero-cost purchase is stated with a 0, by price or by amount", () => {
    assert.deepEqual(read([45352, "Buy", "XYZ", 10, 0, "", "", ""]), ["2 2024-03-01 Buy XYZ A 10 0"]);
    assert.deepEqual(read([45352, "Buy", "XYZ", 10, "", "", "", 0]), ["2 2024-03-01 Buy XYZ A 10 0"]);
    assert.deepEqual(read([45352, "Buy", "XYZ", 10, 0, 2, "", null]), ["2 2024-03-01 Buy XYZ A 10 200"]);
  });
  it("a sale with neither has unknown proceeds", () =>
    assert.equal(fault(45352, "Sell", "XYZ", 10, "", "", "", "").problem, "Row 2: has neither Price nor Amount, so its proceeds are unknown."));
  it("a sale's amount below zero, alone, is asked", () =>
    assert.equal(fault(45352, "Sell", "XYZ", 10, "", "", "", -500).problem, "Row 2: Amount of the sale is -500.00, below zero."));
  it("a disagreement states both numbers", () =>
    assert.deepEqual(fault(45352, "Buy", "XYZ", 10, 100, 1, "", 1000), {
      column: "Amount",
      problem: "Row 2: Amount is 1,000.00, but 10 × 100.00 + 1.00 fees is 1,001.00.",
      whatToDo: "Correct Quantity, Price, Fees or Amount; Amount is the total with fees.",
    }));
  it("so does that of a sale", () =>
    assert.equal(fault(45352, "Sell", "XYZ", 10, 100, 1, "", 1001).problem, "Row 2: Amount is 1,001.00, but 10 × 100.00 - 1.00 fees is 999.00."));
  it("a negative price is a problem", () =>
    assert.equal(fault(45352, "Buy", "XYZ", 10, -5, "", "", "").problem, "Row 2: Price is -5.00, below zero."));
  it("negative fees are a problem", () =>
    assert.deepEqual(fault(45352, "Sell", "XYZ", 10, 5, -1, "", ""), {
      column: "Fees",
      problem: "Row 2: Fees are -1.00, which would be money received.",
      whatToDo: "Write fees as a positive number, or leave them blank.",
    }));
  it("text, booleans and errors are named by row and column", () => {
    assert.equal(fault(45352, "Buy", "XYZ", 10, "cheap", "", "", "").problem, 'Row 2: Price is "cheap", which is not a number.');
    assert.equal(fault(45352, "Buy", "XYZ", 10, 5, true, "", "").problem, "Row 2: Fees is TRUE, which is not a number.");
    assert.deepEqual(fault(45352, "Buy", "XYZ", 10, 5, "", "", { type: "Error", basicValue: "#N/A" }), {
      column: "Amount",
      problem: "Row 2: Amount holds the error #N/A.",
      whatToDo: "Repair the formula in that cell, or type the value.",
    });
  });
  it("more money than cents can count is refused", () =>
    assert.equal(fault(45352, "Buy", "XYZ", 1e12, 1e6, "", "", "").problem, "Row 2: comes to more than $90 trillion."));
});
