import assert from "node:assert/strict";
import { picture, row } from "./picture";

describe("Publication 550, Wash Sales", () => {
  it("bought for 1,000, sold for 750, rebought for 800: 250 not deductible, basis of the new shares 1,050", () => {
    const { sold, left } = picture([
      row("2024-03-04", "BUY", "100", { amount: "1000" }),
      row("2024-09-10", "SELL", "100", { amount: "750" }),
      row("2024-09-25", "BUY", "100", { amount: "800" }),
    ]);
    assert.deepEqual(sold, ["100 of 2024-03-04 on 2024-09-10: 750.00 - 1000.00 = -250.00, short, 250.00 disallowed"]);
    assert.deepEqual(left, ["100 of 2024-09-25: 1050.00, counts from 2024-03-19"]);
  });

  it("more stock sold than bought: 75 of 100 replaced, 250 of 1,000 deductible, new bases 3,250 and 1,375", () => {
    const { sold, left } = picture([
      row("2023-09-21", "BUY", "100", { amount: "5000" }),
      row("2023-12-21", "BUY", "50", { amount: "2750" }),
      row("2023-12-28", "BUY", "25", { amount: "1125" }),
      row("2024-01-03", "SELL", "100", { amount: "4000" }),
    ]);
    assert.equal(sold[0], "100 of 2023-09-21 on 2024-01-03: 4000.00 - 5000.00 = -1000.00, short, 750.00 disallowed");
    assert.deepEqual(left.map((line) => line.split(",")[0]), ["50 of 2023-12-21: 3250.00", "25 of 2023-12-28: 1375.00"]);
  });

  it("bonus shares count as bought: a second award within 30 days washes the loss on the first (numbers assumed)", () => {
    const { sold, left } = picture([
      row("2023-02-15", "RSU_VEST", "10", { price: "50" }),
      row("2023-11-15", "SELL", "10", { price: "40" }),
      row("2023-12-01", "RSU_VEST", "10", { price: "42" }),
    ]);
    assert.deepEqual(sold, ["10 of 2023-02-15 on 2023-11-15: 400.00 - 500.00 = -100.00, short, 100.00 disallowed"]);
    assert.deepEqual(left, ["10 of 2023-12-01: 520.00, counts from 2023-03-03"]);
  });

  it("the spouse's purchase washes the sale (numbers assumed)", () => {
    const { sold, left } = picture([
      row("2024-01-02", "BUY", "100", { price: "50" }),
      row("2024-02-01", "SELL", "100", { price: "40" }),
      row("2024-02-05", "BUY", "100", { price: "41", account: "S", accountOwner: "spouse" }),
    ]);
    assert.deepEqual(sold, ["100 of 2024-01-02 on 2024-02-01: 4000.00 - 5000.00 = -1000.00, short, 1000.00 disallowed"]);
    assert.deepEqual(left, ["100 of 2024-02-05 in S: 5100.00, counts from 2024-01-06"]);
  });
});
