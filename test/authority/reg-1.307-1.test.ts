import assert from "node:assert/strict";
import { event, picture, row } from "./picture";

/** The figures of the regulation's example were read in its text; it gives years only, so the days are assumed. */
const rightsOf1954 = [
  row("1947-05-01", "BUY", "100", { price: "100" }),
  row("1954-08-02", "RIGHTS", "100", { newSymbol: "RIGHT", fmvParent: "110", fmvNew: "19" }),
];

describe("Treas. Reg. 1.307-1(b): basis is split between stock and rights by their values", () => {
  it("11,000 and 1,900 of 12,900: 8,527.13 stays with the stock, 1,472.87 goes to the rights", () =>
    assert.deepEqual(picture(rightsOf1954).left, ["100 of 1947-05-01: 8527.13", "RIGHT 100 of 1947-05-01: 1472.87"]));

  it("rights sold: 14.7287 of basis each, here for 19", () =>
    assert.deepEqual(picture([...rightsOf1954, row("1954-08-16", "SELL", "100", { symbol: "RIGHT", price: "19" })]).sold, [
      "RIGHT 100 of 1947-05-01 on 1954-08-16: 1900.00 - 1472.87 = 427.13, long, 0.00 disallowed",
    ]));

  it("rights exercised: the new stock stands at 90 + 14.7287 = 104.7287 a share, the old at 85.2713", () =>
    assert.deepEqual(
      [...picture([...rightsOf1954, row("1954-09-01", "EXERCISE_RIGHTS", "100", { symbol: "RIGHT", price: "90", newSymbol: "STOCK" })]).left].sort(),
      ["100 of 1947-05-01: 8527.13", "100 of 1954-09-01: 10472.87"],
    ));

  it("the general rule applies only to rights exercised or sold: lapsed, they leave all 10,000 with the stock", () =>
    assert.deepEqual(picture([...rightsOf1954, event("1954-09-30", "RIGHTS_LAPSE", { symbol: "RIGHT" })]), {
      sold: [],
      matched: [],
      left: ["100 of 1947-05-01: 10000.00"],
    }));
});

describe("26 USC 307(b), Treas. Reg. 1.307-2: rights worth less than 15 percent of the stock", () => {
  /** Numbers ours: 50 shares of 40.00; rights on 2,500 of stock are under 15 percent below 375. */
  const rightsWorth = (each: string, electAllocate?: boolean) =>
    picture([
      row("2022-03-07", "BUY", "50", { price: "40" }),
      row("2024-04-01", "RIGHTS", "50", { newSymbol: "RIGHT", fmvParent: "50", fmvNew: each, ...(electAllocate === undefined ? {} : { electAllocate }) }),
    ]).left;
  it("7.49 each is 374.50: basis zero", () =>
    assert.deepEqual(rightsWorth("7.49"), ["50 of 2022-03-07: 2000.00", "RIGHT 50 of 2022-03-07: 0.00"]));
  it("7.50 each is 375.00: 2,000 x 375/2,875 = 260.87 must go to them", () =>
    assert.deepEqual(rightsWorth("7.50"), ["50 of 2022-03-07: 1739.13", "RIGHT 50 of 2022-03-07: 260.87"]));
  it("5.00 each and elected: 2,000 x 250/2,750 = 181.82", () =>
    assert.deepEqual(rightsWorth("5", true), ["50 of 2022-03-07: 1818.18", "RIGHT 50 of 2022-03-07: 181.82"]));
});

describe("26 USC 1223(5): stock bought with rights is held from the day of exercise itself", () => {
  const soldOn = (sold: string) =>
    picture([
      row("2020-02-03", "BUY", "10", { price: "20", lotId: "OLD" }),
      row("2024-03-01", "RIGHTS", "10", { newSymbol: "RIGHT", fmvParent: "30", fmvNew: "1" }),
      row("2024-03-20", "EXERCISE_RIGHTS", "10", { symbol: "RIGHT", price: "25", newSymbol: "STOCK", lotId: "NEW" }),
      row(sold, "SELL", "10", { price: "40", lots: [{ lotId: "NEW" }] }),
    ]).sold[0]?.split(", ")[1];
  it("exercised 20 March 2024, sold 19 March 2025: short", () => assert.equal(soldOn("2025-03-19"), "short"));
  it("sold 20 March 2025: long", () => assert.equal(soldOn("2025-03-20"), "long"));
});
