import assert from "node:assert/strict";
import { event, picture, row } from "../authority/picture";

const FUND = { assetType: "fund" } as const;

describe("Average rounding (R-AVG-2): 770 + 650 = 1,420 over 120 shares, 60 sold at 13", () => {
  const under = (averageRounding: "none" | "perShareCents") =>
    picture(
      [row("2022-03-01", "BUY", "70", { price: "11", ...FUND }), row("2022-05-02", "BUY", "50", { price: "13", ...FUND }), row("2024-03-04", "SELL", "60", { price: "13" })],
      { method: "AVG", averageRounding },
    );
  it("none: 710.00 sold, 710.00 left", () => {
    assert.deepEqual(under("none").sold, ["60 of 2022-03-01 on 2024-03-04: 780.00 - 710.00 = 70.00, long, 0.00 disallowed"]);
    // 10 and 50 of 60: 118.33 and 591.67.
    assert.deepEqual(under("none").left, ["10 of 2022-03-01: 118.33", "50 of 2022-05-02: 591.67"]);
  });
  it("per share to cents: 60 x 11.83 = 709.80 sold", () =>
    assert.deepEqual(under("perShareCents").sold, ["60 of 2022-03-01 on 2024-03-04: 780.00 - 709.80 = 70.20, long, 0.00 disallowed"]));
  it("and no cent is lost: 1,420.00 - 709.80 = 710.20 left", () => {
    const cents = under("perShareCents").left.reduce((sum, line) => sum + Math.round(Number(line.split(": ")[1]) * 100), 0);
    assert.equal(cents, 71020);
  });
});

describe("Covered and noncovered fund shares (R-AVG-1): 100 of 2010 at 10, 100 of 2013 at 20, 150 sold", () => {
  const under = (coveredPools: "separate" | "together") =>
    picture(
      [row("2010-05-03", "BUY", "100", { price: "10", ...FUND }), row("2013-05-01", "BUY", "100", { price: "20", ...FUND }), row("2015-06-01", "SELL", "150", { price: "25" })],
      { method: "AVG", coveredPools },
    ).sold;
  it("separate: 10 and 20 a share", () =>
    assert.deepEqual(under("separate"), [
      "100 of 2010-05-03 on 2015-06-01: 2500.00 - 1000.00 = 1500.00, long, 0.00 disallowed",
      "50 of 2013-05-01 on 2015-06-01: 1250.00 - 1000.00 = 250.00, long, 0.00 disallowed",
    ]));
  it("together: 15 a share", () =>
    assert.deepEqual(under("together"), [
      "100 of 2010-05-03 on 2015-06-01: 2500.00 - 1500.00 = 1000.00, long, 0.00 disallowed",
      "50 of 2013-05-01 on 2015-06-01: 1250.00 - 750.00 = 500.00, long, 0.00 disallowed",
    ]));
});

describe("Cash-in-lieu lot (R-CA-2): 15 shares at 10 and 10 at 20 under HIFO, split 3:2, half a share paid with 9.00", () => {
  const under = (cashInLieuLot: "earliest" | "byMethod") =>
    picture(
      [
        row("2022-02-01", "BUY", "15", { price: "10" }),
        row("2022-08-01", "BUY", "10", { price: "20" }),
        event("2024-04-01", "SPLIT", { newShares: "3", oldShares: "2", cashInLieu: "9" }),
      ],
      { method: "HIFO", cashInLieuLot },
    ).sold;
  // 15 become 22.5 at 150: 150 x 0.5/22.5 = 3.33. 10 become 15 at 200: 200 x 0.5/15 = 6.67.
  it("earliest: 3.33 of the first lot", () => assert.deepEqual(under("earliest"), ["0.5 of 2022-02-01 on 2024-04-01: 9.00 - 3.33 = 5.67, long, 0.00 disallowed"]));
  it("by method: 6.67 of the lot that HIFO sells first", () => assert.deepEqual(under("byMethod"), ["0.5 of 2022-08-01 on 2024-04-01: 9.00 - 6.67 = 2.33, long, 0.00 disallowed"]));
});
