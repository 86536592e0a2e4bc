import assert from "node:assert/strict";
import { picture, row } from "../authority/picture";

describe("Tacking (R-WS-6): held from 1 August 2023 to 5 June 2024, replaced 30 days before the sale", () => {
  const under = (washHoldingPeriod: string) =>
    picture(
      [
        row("2023-08-01", "BUY", "10", { price: "50" }),
        row("2024-05-06", "BUY", "10", { price: "42" }),
        row("2024-06-05", "SELL", "10", { price: "40" }),
        row("2024-07-20", "SELL", "10", { price: "60" }),
      ],
      { washHoldingPeriod },
    ).sold[1];
  const line = (term: string) => `10 of 2024-05-06 on 2024-07-20: 600.00 - 520.00 = 80.00, ${term}, 0.00 disallowed`;
  // 309 days before 6 May 2024 is 2 July 2023, so 20 July 2024 is over a year; from 1 August 2023 it is not.
  it("tack days: from 2 July 2023, long", () => assert.equal(under("tackDays"), line("long")));
  it("substitute date: from 1 August 2023, short", () => assert.equal(under("substituteDate"), line("short")));
  it("tack no overlap: from 1 August 2023, short", () => assert.equal(under("tackNoOverlap"), line("short")));
});

describe("Tacking (R-WS-6): replaced 20 days after the sale", () => {
  const under = (washHoldingPeriod: string) =>
    picture(
      [row("2023-08-01", "BUY", "10", { price: "50" }), row("2024-06-05", "SELL", "10", { price: "40" }), row("2024-06-25", "BUY", "10", { price: "42" })],
      { washHoldingPeriod },
    ).left;
  it("tack days and no overlap: 309 days before 25 June 2024", () => {
    assert.deepEqual(under("tackDays"), ["10 of 2024-06-25: 520.00, counts from 2023-08-21"]);
    assert.deepEqual(under("tackNoOverlap"), ["10 of 2024-06-25: 520.00, counts from 2023-08-21"]);
  });
  it("substitute date: the sold lot's own", () => assert.deepEqual(under("substituteDate"), ["10 of 2024-06-25: 520.00, counts from 2023-08-01"]));
});

describe("Inherited lot tack in a wash (R-WS-6): inherited 15 January, sold at a loss 46 days later, rebought", () => {
  const under = (inheritedTack: "actualDays" | "none") =>
    picture(
      [row("2024-01-15", "INHERIT", "20", { fmv: "70" }), row("2024-03-01", "SELL", "20", { price: "60" }), row("2024-03-11", "BUY", "20", { price: "61" })],
      { inheritedTack },
    ).left;
  it("actual days: 1,220 + 200, from 25 January", () => assert.deepEqual(under("actualDays"), ["20 of 2024-03-11: 1420.00, counts from 2024-01-25"]));
  it("none: the basis all the same, its own date", () => assert.deepEqual(under("none"), ["20 of 2024-03-11: 1420.00"]));
});
