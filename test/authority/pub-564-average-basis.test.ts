import assert from "node:assert/strict";
import { picture, row } from "./picture";

/** Publication 564 for 2009, Table 3 and its examples: figures read in print, but for the purchase days of the examples. */
const FUND = { assetType: "fund" } as const;
const AVERAGE = { method: "AVG" } as const;
const FIFO = { method: "FIFO" } as const;

describe("Publication 564, Table 3: 210 of 410 shares sold for 6,720", () => {
  const table3 = [
    row("2008-02-06", "BUY", "160", { amount: "4000", ...FUND }),
    row("2008-08-07", "BUY", "240", { amount: "4800", ...FUND }),
    row("2008-12-18", "DRIP", "10", { amount: "300", ...FUND }),
    row("2009-10-01", "SELL", "210", { amount: "6720" }),
  ];
  it("first in, first out: 4,000 + 1,000 = 5,000 of cost", () =>
    assert.deepEqual(picture(table3, FIFO).sold, [
      "160 of 2008-02-06 on 2009-10-01: 5120.00 - 4000.00 = 1120.00, long, 0.00 disallowed",
      "50 of 2008-08-07 on 2009-10-01: 1600.00 - 1000.00 = 600.00, long, 0.00 disallowed",
    ]));
  it("average, unrounded: 9,100 x 210/410 = 4,660.98, of which 160/210 is 3,551.22", () =>
    assert.deepEqual(picture(table3, AVERAGE).sold, [
      "160 of 2008-02-06 on 2009-10-01: 5120.00 - 3551.22 = 1568.78, long, 0.00 disallowed",
      "50 of 2008-08-07 on 2009-10-01: 1600.00 - 1109.76 = 490.24, long, 0.00 disallowed",
    ]));
  it("average as the table prints it, 22.20 a share: 160 x 22.20 = 3,552 and 50 x 22.20 = 1,110", () =>
    assert.deepEqual(picture(table3, { ...AVERAGE, averageRounding: "perShareCents" }).sold, [
      "160 of 2008-02-06 on 2009-10-01: 5120.00 - 3552.00 = 1568.00, long, 0.00 disallowed",
      "50 of 2008-08-07 on 2009-10-01: 1600.00 - 1110.00 = 490.00, long, 0.00 disallowed",
    ]));
});

describe("Publication 564, average basis: 300 shares for 1,000 + 1,200 + 2,600 = 4,800", () => {
  const first = [
    row("2008-02-04", "BUY", "100", { amount: "1000", ...FUND }),
    row("2008-06-16", "BUY", "100", { amount: "1200", ...FUND }),
    row("2008-11-03", "BUY", "100", { amount: "2600", ...FUND }),
    row("2009-05-11", "SELL", "150", { price: "20" }),
  ];
  it("150 sold on 11 May 2009 carry 150 x 16 = 2,400: 1,600 long and 800 short", () =>
    assert.deepEqual(picture(first, AVERAGE).sold, [
      "100 of 2008-02-04 on 2009-05-11: 2000.00 - 1600.00 = 400.00, long, 0.00 disallowed",
      "50 of 2008-06-16 on 2009-05-11: 1000.00 - 800.00 = 200.00, short, 0.00 disallowed",
    ]));
  it("150 more at 14: 2,400 + 2,100 = 4,500, 15 a share, so 50 sold in December carry 750", () => {
    const { sold, left } = picture(
      [...first, row("2009-09-21", "BUY", "150", { price: "14", ...FUND }), row("2009-12-16", "SELL", "50", { price: "18" })],
      AVERAGE,
    );
    assert.equal(sold[2], "50 of 2008-06-16 on 2009-12-16: 900.00 - 750.00 = 150.00, long, 0.00 disallowed");
    assert.deepEqual(left, ["100 of 2008-11-03: 1500.00", "150 of 2009-09-21: 2250.00"]);
  });
});

describe("Publication 564, holding period under average basis: first acquired, first disposed of", () => {
  it("200 of May 2008 and 200 of May 2009, 300 sold in November 2009: 200 long, 100 short (prices assumed)", () => {
    const { sold } = picture(
      [
        row("2008-05-15", "BUY", "200", { price: "9", ...FUND }),
        row("2009-05-14", "BUY", "200", { price: "7", ...FUND }),
        row("2009-11-10", "SELL", "300", { price: "10" }),
      ],
      AVERAGE,
    );
    // 1,800 + 1,400 = 3,200 over 400: 8 a share.
    assert.deepEqual(sold, [
      "200 of 2008-05-15 on 2009-11-10: 2000.00 - 1600.00 = 400.00, long, 0.00 disallowed",
      "100 of 2009-05-14 on 2009-11-10: 1000.00 - 800.00 = 200.00, short, 0.00 disallowed",
    ]);
  });
});
