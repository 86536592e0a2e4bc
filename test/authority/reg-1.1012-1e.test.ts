import assert from "node:assert/strict";
import { picture, row } from "./picture";

/** The paragraphs restated with numbers of ours; the regulation's own examples were not found in print. */
const FUND = { assetType: "fund" } as const;

describe("Treas. Reg. 1.1012-1(e)(7)(i), (ii): one average for the account, holding periods apart", () => {
  it("50 at 12 and 30 at 20 are 1,200 over 80: 60 sold carry 900, 50 of them long", () => {
    const { sold, left } = picture(
      [
        row("2022-04-04", "BUY", "50", { price: "12", ...FUND }),
        row("2023-10-02", "BUY", "30", { price: "20", ...FUND }),
        row("2024-04-15", "SELL", "60", { price: "18" }),
      ],
      { method: "AVG" },
    );
    assert.deepEqual(sold, [
      "50 of 2022-04-04 on 2024-04-15: 900.00 - 750.00 = 150.00, long, 0.00 disallowed",
      "10 of 2023-10-02 on 2024-04-15: 180.00 - 150.00 = 30.00, short, 0.00 disallowed",
    ]);
    assert.deepEqual(left, ["20 of 2023-10-02: 300.00"]);
  });
});

describe("Treas. Reg. 1.1012-1(e)(7)(iv): wash sales reach averaged shares", () => {
  it("40 sold at a loss of 80, 10 rebought: 20 of it joins the pool", () => {
    const { sold, left } = picture(
      [
        row("2023-03-06", "BUY", "60", { price: "9", ...FUND }),
        row("2023-05-08", "BUY", "60", { price: "11", ...FUND }),
        row("2024-02-05", "SELL", "40", { price: "8" }),
        row("2024-02-12", "BUY", "10", { price: "8", ...FUND }),
        row("2024-06-03", "SELL", "45", { price: "10" }),
      ],
      { method: "AVG" },
    );
    // 80 left at 10 = 800, + 80 + 20 = 900 over 90: 10 a share; 20 of March and 25 of May are sold for 450.
    assert.deepEqual(sold, [
      "40 of 2023-03-06 on 2024-02-05: 320.00 - 400.00 = -80.00, short, 20.00 disallowed",
      "20 of 2023-03-06 on 2024-06-03: 200.00 - 200.00 = 0.00, long, 0.00 disallowed",
      "25 of 2023-05-08 on 2024-06-03: 250.00 - 250.00 = 0.00, long, 0.00 disallowed",
    ]);
    assert.deepEqual([...left].sort(), ["10 of 2024-02-12: 100.00, counts from 2023-03-13", "35 of 2023-05-08: 350.00"]);
  });
});

describe("Treas. Reg. 1.1012-1(e)(9): a later change of method leaves lots at their averaged basis", () => {
  it("20 at 10 and 20 at 30, 10 sold at the average of 20; then lots: 10 of the first still carry 200", () => {
    const { sold } = picture(
      [
        row("2022-04-04", "BUY", "20", { price: "10", ...FUND }),
        row("2022-08-01", "BUY", "20", { price: "30", ...FUND }),
        row("2024-01-08", "SELL", "10", { price: "25" }),
        row("2024-07-08", "SELL", "10", { price: "25" }),
      ],
      { method: "AVG", methods: [{ method: "FIFO", symbol: "STOCK", fromDate: "2024-02-01" }] },
    );
    assert.equal(sold[1], "10 of 2022-04-04 on 2024-07-08: 250.00 - 200.00 = 50.00, long, 0.00 disallowed");
  });
});

describe("Treas. Reg. 1.1012-1(e)(8): a gift worth less than its giver's basis may not be averaged", () => {
  const ledger = (fmv: string) => [
    row("2022-04-04", "BUY", "20", { price: "10", ...FUND }),
    row("2023-04-03", "GIFT_IN", "20", { donorBasis: "400", donorAcquired: "2020-01-06", fmv }),
    row("2024-01-08", "SELL", "10", { price: "25" }),
  ];
  it("worth 300 against 400: refused, naming the gift's row", () => assert.throws(() => picture(ledger("15"), { method: "AVG" }), /row 3/));
  it("worth 500 against 400: averaged, 600 over 40, so 10 carry 150", () =>
    assert.match(picture(ledger("25"), { method: "AVG" }).sold[0] ?? "", /250\.00 - 150\.00 = 100\.00/));
});
