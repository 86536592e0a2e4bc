import assert from "node:assert/strict";
import { settlementDay, yearOfShort } from "../../src/rules/short-sales/year";
import { isoFromDay } from "../../src/values/plain-date";
import { day } from "../lots/trades-of";

describe("R-SS-4: the year of a short", () => {
  // Trades settle two business days later until 27 May 2024 and one from 28 May 2024 on (R-ID-2).
  const settlements: readonly (readonly [traded: string, settled: string, why: string])[] = [
    ["2024-12-31", "2025-01-02", "New Year's Day is no business day"],
    ["2024-12-30", "2024-12-31", "one business day"],
    ["2023-12-28", "2024-01-02", "two business days over a weekend and New Year's Day"],
    ["2023-12-27", "2023-12-29", "two business days"],
    ["2024-05-24", "2024-05-28", "a Friday, two business days (Memorial Day is not known to this calendar)"],
    ["2024-05-28", "2024-05-29", "the first day of one-day settlement"],
    ["2022-12-30", "2023-01-04", "New Year's Day fell on a Sunday and is kept on Monday"],
    ["2021-12-30", "2022-01-03", "exchanges trade on 31 December 2021 although 1 January is a Saturday"],
    ["2021-12-23", "2021-12-28", "Christmas fell on a Saturday and is kept on Friday the 24th"],
    ["2022-12-23", "2022-12-28", "Christmas fell on a Sunday and is kept on Monday the 26th"],
    ["2024-12-24", "2024-12-26", "Christmas on a Wednesday"],
    ["2016-12-29", "2017-01-04", "three business days before September 2017, over a Monday holiday"],
  ];
  for (const [traded, settled, why] of settlements) {
    it(`${traded} settles on ${settled}: ${why}`, () => {
      assert.equal(isoFromDay(settlementDay(day(traded))), settled);
    });
  }

  it("a loss counts on delivery, a gain on the covering trade date (Rev. Rul. 2002-44)", () => {
    assert.equal(yearOfShort(day("2024-12-31"), true), 2025);
    assert.equal(yearOfShort(day("2024-12-31"), false), 2024);
    assert.equal(yearOfShort(day("2024-12-30"), true), 2024);
  });
});
