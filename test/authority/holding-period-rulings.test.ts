import assert from "node:assert/strict";
import { callFunction } from "../cases/built-functions";
import { isoFromSerial, serialFromIso } from "../cases/case-ranges";

/** The rulings speak of six months; the count is the same for the year of today's law. */
function term(acquired: string, sold: string): unknown {
  const answer = callFunction("HOLDINGTERM", [[serialFromIso(acquired)]], [[serialFromIso(sold)]], null);
  return "error" in answer ? answer : one(answer.value);
}

function firstLongDay(acquired: string): string {
  const answer = callFunction("LONGTERMDATE", [[serialFromIso(acquired)]], null);
  return "error" in answer ? answer.message : isoFromSerial(Number(one(answer.value)));
}

function one(value: unknown): unknown {
  return Array.isArray(value) ? (value as unknown[][])[0]?.[0] : value;
}

describe("Rev. Rul. 66-97: the trade date bought is left out, the trade date sold is counted", () => {
  it("bought 1 Mar 2023, sold 1 Mar 2024: held one year, not more", () => assert.equal(term("2023-03-01", "2024-03-01"), "Short"));
  it("sold 2 Mar 2024: held more than one year", () => assert.equal(term("2023-03-01", "2024-03-02"), "Long"));
});

describe("Rev. Rul. 70-598: trade dates count, whatever the days of payment and delivery", () => {
  // Bought Tuesday 24 December 1968, delivered on the 30th.
  it("bought 24 Dec 1968: 24 Dec 1969 is the last short day", () => assert.equal(term("1968-12-24", "1969-12-24"), "Short"));
  it("25 Dec 1969 is the first long day, five days before the anniversary of delivery", () =>
    assert.equal(firstLongDay("1968-12-24"), "1969-12-25"));
});

describe("Rev. Rul. 66-7: a lot bought on the last day of a month matures on the first of a month", () => {
  const cases = [
    ["2023-01-31", "2024-02-01"],
    ["2023-02-28", "2024-03-01"],
    ["2024-02-29", "2025-03-01"],
    ["2023-04-30", "2024-05-01"],
    ["2023-12-31", "2025-01-01"],
  ] as const;
  for (const [acquired, firstLong] of cases) {
    it(`bought ${acquired}: first long day ${firstLong}`, () => {
      assert.equal(firstLongDay(acquired), firstLong);
      assert.equal(term(acquired, firstLong), "Long");
      assert.equal(term(acquired, isoFromSerial(serialFromIso(firstLong) - 1)), "Short");
    });
  }
});

describe("Caspe v. United States, 694 F.2d 1116 (8th Cir. 1982): calendar months, not days", () => {
  // Bought 30 November 1972, sold on the last day of the last month of the period: not more than the period.
  it("bought 30 Nov 1972, sold 30 Nov 1973: short", () => assert.equal(term("1972-11-30", "1973-11-30"), "Short"));
  it("sold 1 Dec 1973: long", () => assert.equal(term("1972-11-30", "1973-12-01"), "Long"));
});

describe("26 USC 1222: more than one year, counted in calendar years", () => {
  it("366 days are exactly one year when a leap day lies between", () => assert.equal(term("2023-06-15", "2024-06-15"), "Short"));
  it("the 367th day is more", () => assert.equal(term("2023-06-15", "2024-06-16"), "Long"));
});
