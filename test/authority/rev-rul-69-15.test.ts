import assert from "node:assert/strict";
import { event, picture, row } from "./picture";

/** The ruling, read in print, has no figures; those of the second test were met in a published explanation of a 3:2 split. */
describe("Rev. Rul. 69-15: a fraction sold is received tax-free, then sold", () => {
  it("10 percent on 45 shares for 990.00: 49.5, and the half sold for 12.00 carries 990 x 0.5/49.5 = 10.00", () => {
    const { sold, left } = picture([
      row("2022-02-07", "BUY", "45", { amount: "990" }),
      row("2024-04-01", "STOCK_DIVIDEND", "4.5", { cashInLieu: "12" }),
    ]);
    assert.deepEqual(sold, ["0.5 of 2022-02-07 on 2024-04-01: 12.00 - 10.00 = 2.00, long, 0.00 disallowed"]);
    assert.deepEqual(left, ["49 of 2022-02-07: 980.00"]);
  });
  it("3:2 on 55 shares for 1,000: 82.5, half a share paid with 10.00 carries 6.06, gain 3.94", () =>
    assert.deepEqual(
      picture([
        row("2023-06-05", "BUY", "55", { amount: "1000" }),
        event("2024-03-04", "SPLIT", { newShares: "3", oldShares: "2", cashInLieu: "10" }),
      ]).sold,
      ["0.5 of 2023-06-05 on 2024-03-04: 10.00 - 6.06 = 3.94, short, 0.00 disallowed"],
    ));
});

describe("Rev. Rul. 66-365: cash for a fraction in a reorganization is a sale of the fraction", () => {
  it("one new for four old (numbers ours): 15 old are 3.75 new, 0.75 paid with 30.00 of 600 x 0.75/3.75 = 120", () => {
    const { sold, left } = picture([
      row("2023-09-05", "BUY", "15", { price: "40" }),
      event("2024-03-04", "MERGER", { newSymbol: "X", newShares: "1", oldShares: "4", cashInLieu: "30", taxable: false }),
    ]);
    assert.deepEqual(sold, ["X 0.75 of 2023-09-05 on 2024-03-04: 30.00 - 120.00 = -90.00, short, 0.00 disallowed"]);
    assert.deepEqual(left, ["X 3 of 2023-09-05: 480.00"]);
  });
});
