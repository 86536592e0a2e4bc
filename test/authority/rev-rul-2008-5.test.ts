import assert from "node:assert/strict";
import { picture, row } from "./picture";

/** 100 shares with basis 1,000 sold for 600 on 20 December 2007; the purchase day is assumed. */
const soldFor600 = [
  row("2007-06-01", "BUY", "100", { price: "10" }),
  row("2007-12-20", "SELL", "100", { amount: "600" }),
];

describe("Rev. Rul. 2008-5: replaced in the taxpayer's IRA, the loss is disallowed and no basis rises", () => {
  for (const [name, accountType] of [["an IRA", "ira"], ["a Roth IRA", "roth"]] as const) {
    it(`bought in ${name} the next day: 400 is lost for good`, () => {
      const { sold, matched, left } = picture([
        ...soldFor600,
        row("2007-12-21", "BUY", "100", { price: "6.05", account: "R", accountType }),
      ]);
      assert.deepEqual(sold, ["100 of 2007-06-01 on 2007-12-20: 600.00 - 1000.00 = -400.00, short, 400.00 disallowed"]);
      assert.deepEqual(matched, ["100 sold in row 3 by row 4: 400.00 lost for good"]);
      assert.deepEqual(left, ["100 of 2007-12-21 in R: 605.00"]);
    });
  }

  it("bought in the IRA in part: only the loss on those shares is lost, 400 x 30/100 = 120", () => {
    const { sold, matched } = picture([
      ...soldFor600,
      row("2007-12-21", "BUY", "30", { price: "6.05", account: "R", accountType: "ira" }),
    ]);
    assert.deepEqual(sold, ["100 of 2007-06-01 on 2007-12-20: 600.00 - 1000.00 = -400.00, short, 120.00 disallowed"]);
    assert.deepEqual(matched, ["30 sold in row 3 by row 4: 120.00 lost for good"]);
  });

  it("a loss inside the IRA is nobody's tax loss and is not listed", () => {
    const inIra = { account: "R", accountType: "ira" };
    const { sold, matched } = picture([
      row("2007-06-01", "BUY", "100", { price: "10", ...inIra }),
      row("2007-12-20", "SELL", "100", { amount: "600", ...inIra }),
      row("2007-12-21", "BUY", "100", { price: "6.05" }),
    ]);
    assert.deepEqual(sold, []);
    assert.deepEqual(matched, []);
  });
});
