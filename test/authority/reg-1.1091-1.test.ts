import assert from "node:assert/strict";
import { picture, row } from "./picture";

describe("Treas. Reg. 1.1091-1(h): losses from wash sales", () => {
  it("Example 1: bought 100 for 10,000 and 100 for 9,000, sold the first 100 for 9,000 three weeks later: no loss", () => {
    const { sold, matched, left } = picture([
      row("1954-12-01", "BUY", "100", { amount: "10000" }),
      row("1954-12-15", "BUY", "100", { amount: "9000" }),
      row("1955-01-03", "SELL", "100", { amount: "9000" }),
    ]);
    // 10,000 - 9,000 = 1,000, all of it replaced. 1 Dec to 3 Jan is 33 days; 15 Dec less 33 days is 12 Nov.
    assert.deepEqual(sold, ["100 of 1954-12-01 on 1955-01-03: 9000.00 - 10000.00 = -1000.00, short, 1000.00 disallowed"]);
    assert.deepEqual(matched, ["100 sold in row 4 by row 3: 1000.00 to its basis, which counts from 1954-11-12"]);
    assert.deepEqual(left, ["100 of 1954-12-15: 10000.00, counts from 1954-11-12"]);
  });

  it("Example 2: 75 bought against 100 sold: the loss on 75 is disallowed, 250 on the other 25 is a deduction", () => {
    const { sold, matched, left } = picture([
      row("1954-09-21", "BUY", "100", { amount: "5000" }),
      row("1954-12-21", "BUY", "50", { amount: "2750" }),
      row("1954-12-27", "BUY", "25", { amount: "1125" }),
      row("1955-01-03", "SELL", "100", { amount: "4000" }),
    ]);
    // 1,000 of loss is 10 a share: 50 take 500, 25 take 250. 21 Sep to 3 Jan is 104 days.
    assert.deepEqual(sold, ["100 of 1954-09-21 on 1955-01-03: 4000.00 - 5000.00 = -1000.00, short, 750.00 disallowed"]);
    assert.deepEqual(matched, [
      "50 sold in row 5 by row 3: 500.00 to its basis, which counts from 1954-09-08",
      "25 sold in row 5 by row 4: 250.00 to its basis, which counts from 1954-09-14",
    ]);
    assert.deepEqual(left, ["50 of 1954-12-21: 3250.00, counts from 1954-09-08", "25 of 1954-12-27: 1375.00, counts from 1954-09-14"]);
  });

  it("Example 3: 50 bought on each of four days after the sale: the first 100 replace, the rest do not", () => {
    const { sold, left } = picture([
      row("1954-09-15", "BUY", "100", { amount: "5000" }),
      row("1956-02-01", "SELL", "100", { amount: "4000" }),
      ...["15", "16", "17", "18"].map((day) => row(`1956-02-${day}`, "BUY", "50", { amount: "2000" })),
    ]);
    // Held 504 days, so long-term; 15 Feb 1956 less 504 days is 29 Sep 1954.
    assert.deepEqual(sold, ["100 of 1954-09-15 on 1956-02-01: 4000.00 - 5000.00 = -1000.00, long, 1000.00 disallowed"]);
    assert.deepEqual(left, [
      "50 of 1956-02-15: 2500.00, counts from 1954-09-29",
      "50 of 1956-02-16: 2500.00, counts from 1954-09-30",
      "50 of 1956-02-17: 2000.00",
      "50 of 1956-02-18: 2000.00",
    ]);
  });
});

describe("Treas. Reg. 1.1091-1(a): thirty days before or after, the sale day not counted", () => {
  const soldOn3June = (bought: string) =>
    picture([
      row("2024-01-15", "BUY", "100", { price: "50" }),
      row("2024-06-03", "SELL", "100", { price: "40" }),
      row(bought, "BUY", "100", { price: "41" }),
    ]).matched.length;
  it("a purchase on the 30th day after is inside", () => assert.equal(soldOn3June("2024-07-03"), 1));
  it("a purchase on the 31st day after is outside", () => assert.equal(soldOn3June("2024-07-04"), 0));
  it("a purchase on the 30th day before is inside", () => assert.equal(soldOn3June("2024-05-04"), 1));
  it("a purchase on the 31st day before is outside", () => assert.equal(soldOn3June("2024-05-03"), 0));
});

describe("Treas. Reg. 1.1091-1(b): several loss sales are taken in the order of disposition", () => {
  it("one later purchase washes the earlier sale, though the later loss is larger", () => {
    const { matched } = picture([
      row("2023-05-01", "BUY", "200", { price: "30" }),
      row("2024-03-11", "SELL", "100", { price: "25" }),
      row("2024-03-15", "SELL", "100", { price: "24" }),
      row("2024-03-20", "BUY", "100", { price: "26" }),
    ]);
    // (30 - 25) x 100 = 500. Held 315 days: 20 Mar 2024 less 315 days is 10 May 2023.
    assert.deepEqual(matched, ["100 sold in row 3 by row 5: 500.00 to its basis, which counts from 2023-05-10"]);
  });

  it("of two blocks sold in one order the one acquired first is taken first, whatever was picked first", () => {
    const { sold } = picture(
      [
        row("2023-02-01", "BUY", "100", { price: "50" }),
        row("2023-06-01", "BUY", "100", { price: "60" }),
        row("2024-01-10", "SELL", "200", { price: "40" }),
        row("2024-01-20", "BUY", "100", { price: "41" }),
      ],
      { method: "LIFO" },
    );
    assert.deepEqual([...sold].sort(), [
      "100 of 2023-02-01 on 2024-01-10: 4000.00 - 5000.00 = -1000.00, short, 1000.00 disallowed",
      "100 of 2023-06-01 on 2024-01-10: 4000.00 - 6000.00 = -2000.00, short, 0.00 disallowed",
    ]);
  });
});

describe("Treas. Reg. 1.1091-1(c), (d): share for share, in the order of acquisition", () => {
  it("what was bought before the sale replaces before what was bought after", () => {
    const { matched } = picture([
      row("2024-01-02", "BUY", "100", { price: "50" }),
      row("2024-02-20", "BUY", "60", { price: "42" }),
      row("2024-03-01", "SELL", "100", { price: "40" }),
      row("2024-03-10", "BUY", "60", { price: "41" }),
    ]);
    // 10 a share: 60 take 600, 40 take 400. Held 59 days.
    assert.deepEqual(matched, [
      "60 sold in row 4 by row 3: 600.00 to its basis, which counts from 2023-12-23",
      "40 sold in row 4 by row 5: 400.00 to its basis, which counts from 2024-01-11",
    ]);
  });
});

describe("Treas. Reg. 1.1091-1(e): a share that has replaced one loss share replaces no other", () => {
  it("100 bought after two losses of 60: 60 for the first, 40 for the second, 20 of the second loss allowed", () => {
    const { sold } = picture([
      row("2023-03-01", "BUY", "120", { price: "20" }),
      row("2024-04-01", "SELL", "60", { price: "15" }),
      row("2024-04-05", "SELL", "60", { price: "14" }),
      row("2024-04-10", "BUY", "100", { price: "16" }),
    ]);
    // First loss 60 x 5 = 300; second 60 x 6 = 360, of which 40/60 is 240.
    assert.deepEqual(sold, [
      "60 of 2023-03-01 on 2024-04-01: 900.00 - 1200.00 = -300.00, long, 300.00 disallowed",
      "60 of 2023-03-01 on 2024-04-05: 840.00 - 1200.00 = -360.00, long, 240.00 disallowed",
    ]);
  });
});
