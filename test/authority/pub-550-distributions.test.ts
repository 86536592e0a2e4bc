import assert from "node:assert/strict";
import { event, picture, row } from "./picture";

/**
 * Stock rights and another class of stock: figures as in the shared cases; the publication's print was not found.
 * Nondividend distribution: read in Publication 17 (tax year 2017), days assumed.
 * Stock dividend: read in the IRS volunteers' course (Publication 4491), dates assumed.
 */
describe("Publication 550, Stocks: nontaxable stock rights", () => {
  const rights = (electAllocate: boolean) =>
    picture([
      row("2022-01-10", "BUY", "100", { price: "22" }),
      row("2023-06-01", "RIGHTS", "10", { newSymbol: "RIGHT", fmvParent: "30", fmvNew: "3", electAllocate }),
      row("2023-06-15", "SELL", "10", { symbol: "RIGHT", price: "3" }),
    ]);
  it("10 rights at 3 on 100 shares at 30, elected: 30/3,030 of 2,200 is 21.78", () => {
    assert.deepEqual(rights(true).sold, ["RIGHT 10 of 2022-01-10 on 2023-06-15: 30.00 - 21.78 = 8.22, long, 0.00 disallowed"]);
    assert.deepEqual(rights(true).left, ["100 of 2022-01-10: 2178.22"]);
  });
  it("not elected: nothing goes to the rights", () => {
    assert.deepEqual(rights(false).sold, ["RIGHT 10 of 2022-01-10 on 2023-06-15: 30.00 - 0.00 = 30.00, long, 0.00 disallowed"]);
    assert.deepEqual(rights(false).left, ["100 of 2022-01-10: 2200.00"]);
  });
});

describe("Publication 550, Stocks: a stock dividend", () => {
  it("of the same class: 1,100 spread over 100 and 10 shares, 10.00 each", () =>
    assert.deepEqual(
      picture([row("2022-01-10", "BUY", "100", { amount: "1100" }), row("2023-04-03", "STOCK_DIVIDEND", "10", {})]).left,
      ["110 of 2022-01-10: 1100.00"],
    ));
  it("of another class: a share of 100, common worth 150 and preferred 50, is 75 and 25", () =>
    assert.deepEqual(
      picture([
        row("2020-02-03", "BUY", "1", { price: "100" }),
        row("2023-04-03", "STOCK_DIVIDEND_OTHER", "1", { newSymbol: "PREFERRED", fmvParent: "150", fmvNew: "50" }),
      ]).left,
      ["1 of 2020-02-03: 75.00", "PREFERRED 1 of 2020-02-03: 25.00"],
    ));
});

describe("Publications 17 and 550, nondividend distributions", () => {
  const paid = (...amounts: readonly (readonly [string, string])[]) =>
    picture([row("2004-03-01", "BUY", "10", { amount: "100" }), ...amounts.map(([date, amount]) => event(date, "RETURN_OF_CAPITAL", { amount }))]);
  it("stock of 100, 80 paid in 2007: basis 20, nothing taxed", () =>
    assert.deepEqual(paid(["2007-06-01", "80"]), { sold: [], matched: [], left: ["10 of 2004-03-01: 20.00"] }));
  it("30 more in 2017: 20 against basis, 10 long-term gain", () =>
    assert.deepEqual(paid(["2007-06-01", "80"], ["2017-06-01", "30"]).sold, [
      "10 of 2004-03-01 on 2017-06-01: 10.00 - 0.00 = 10.00, long, 0.00 disallowed",
    ]));
  it("whatever comes later, here 20, is all long-term gain", () =>
    assert.equal(
      paid(["2007-06-01", "80"], ["2017-06-01", "30"], ["2018-06-01", "20"]).sold[1],
      "10 of 2004-03-01 on 2018-06-01: 20.00 - 0.00 = 20.00, long, 0.00 disallowed",
    ));
});

describe("Johnson v. United States, 435 F.2d 1257 (4th Cir. 1970): each block is charged with its own part", () => {
  it("3.00 a share on blocks of 2.00 and 50.00 (numbers ours): 100 of gain though the other block has basis left", () => {
    const { sold, left } = picture([
      row("2019-03-01", "BUY", "100", { price: "2" }),
      row("2023-09-01", "BUY", "100", { price: "50" }),
      event("2024-03-15", "RETURN_OF_CAPITAL", { amount: "600" }),
    ]);
    assert.deepEqual(sold, ["100 of 2019-03-01 on 2024-03-15: 100.00 - 0.00 = 100.00, long, 0.00 disallowed"]);
    assert.deepEqual(left, ["100 of 2019-03-01: 0.00", "100 of 2023-09-01: 4700.00"]);
  });
});
