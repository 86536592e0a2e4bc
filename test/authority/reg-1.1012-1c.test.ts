import assert from "node:assert/strict";
import { bookRanges } from "../cases/book-through-functions";
import { serialFromIso, type Cell } from "../cases/case-ranges";
import { drawn, picture, row } from "./picture";

const twoLots = [
  row("2020-05-01", "BUY", "100", { price: "30", lotId: "L1" }),
  row("2023-05-01", "BUY", "100", { price: "50", lotId: "L2" }),
];

describe("Treas. Reg. 1.1012-1(c)(1): without identification the earliest lot is sold", () => {
  it("100 at 30 and 100 at 50, 100 sold at 60: gain 6,000 - 3,000", () =>
    assert.deepEqual(picture([...twoLots, row("2024-06-03", "SELL", "100", { price: "60" })]).sold, [
      "100 of 2020-05-01 on 2024-06-03: 6000.00 - 3000.00 = 3000.00, long, 0.00 disallowed",
    ]));
  it("a transfer is charged against the earliest lot too", () => {
    const moved = { date: "2023-06-01", action: "TRANSFER", symbol: "STOCK", quantity: "100", fromAccount: "A", toAccount: "B" };
    assert.deepEqual([...picture([...twoLots, moved]).left].sort(), ["100 of 2020-05-01 in B: 3000.00", "100 of 2023-05-01: 5000.00"]);
  });
});

describe("Treas. Reg. 1.1012-1(c)(1)(ii): fills of one order on one day are one lot at the average", () => {
  const fills = (orders: readonly [string, string]): Cell[][] => [
    ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account", "Order"],
    [serialFromIso("2023-01-03"), "Buy", "STOCK", 60, 10, "", "", orders[0]],
    [serialFromIso("2023-01-03"), "Buy", "STOCK", 40, 10.1, "", "", orders[1]],
    [serialFromIso("2023-09-01"), "Sell", "STOCK", 50, 12, "", "", ""],
  ];
  // 600 + 404 = 1,004 for 100 shares: 10.04 a share, 50 of them 502.
  it("one order: 50 of the 100 carry 502.00", () =>
    assert.deepEqual(drawn(bookRanges(fills(["17", "17"]), null)).sold, [
      "50 of 2023-01-03 on 2023-09-01: 600.00 - 502.00 = 98.00, short, 0.00 disallowed",
    ]));
  it("two orders stay two lots: 50 of the first carry 500.00", () =>
    assert.deepEqual(drawn(bookRanges(fills(["17", "18"]), null)).sold, [
      "50 of 2023-01-03 on 2023-09-01: 600.00 - 500.00 = 100.00, short, 0.00 disallowed",
    ]));
});

describe("Treas. Reg. 1.1012-1(c)(2), (3): the lot named is the lot sold", () => {
  it("the later lot named: gain 6,000 - 5,000", () =>
    assert.deepEqual(picture([...twoLots, row("2024-06-03", "SELL", "100", { price: "60", lots: [{ lotId: "L2", quantity: "100" }] })]).sold, [
      "100 of 2023-05-01 on 2024-06-03: 6000.00 - 5000.00 = 1000.00, long, 0.00 disallowed",
    ]));
  it("parts of two lots named: 40 x (60 - 50) and 10 x (60 - 30)", () => {
    const lots = [
      { lotId: "L2", quantity: "40" },
      { lotId: "L1", quantity: "10" },
    ];
    assert.deepEqual(picture([...twoLots, row("2024-06-03", "SELL", "50", { price: "60", lots })]).sold, [
      "40 of 2023-05-01 on 2024-06-03: 2400.00 - 2000.00 = 400.00, long, 0.00 disallowed",
      "10 of 2020-05-01 on 2024-06-03: 600.00 - 300.00 = 300.00, long, 0.00 disallowed",
    ]);
  });
});

describe("Treas. Reg. 1.1012-1(c)(8): a standing order identifies the lots of every sale", () => {
  const under = (method: string) => picture([...twoLots, row("2024-06-03", "SELL", "100", { price: "60" })], { method }).sold[0]?.slice(0, 17);
  it("latest first", () => assert.equal(under("LIFO"), "100 of 2023-05-01"));
  it("highest cost first", () => assert.equal(under("HIFO"), "100 of 2023-05-01"));
  it("lowest cost first", () => assert.equal(under("LOFO"), "100 of 2020-05-01"));
});
