import assert from "node:assert/strict";
import fc from "fast-check";
import { day } from "../lots/trades-of";
import { firstLongTermDay, holdingTerm } from "../../src/rules/holding-term";
import { calendarFromDay, isoFromDay } from "../../src/values/plain-date";

/** The rulebook's table under R-HP-1: acquired, last short-term day, first long-term day. */
const TABLE = [
  ["2023-03-01", "2024-03-01", "2024-03-02"],
  ["2023-02-28", "2024-02-29", "2024-03-01"],
  ["2024-02-28", "2025-02-28", "2025-03-01"],
  ["2024-02-29", "2025-02-28", "2025-03-01"],
  ["2023-04-30", "2024-04-30", "2024-05-01"],
] as const;

describe("R-HP-1 (Rev. Rul. 66-7, 66-97; Caspe): more than one year is long-term", () => {
  for (const [acquired, lastShort, firstLong] of TABLE) {
    it(`acquired ${acquired}: short on ${lastShort}, long on ${firstLong}`, () => {
      assert.equal(holdingTerm(day(acquired), day(lastShort)), "Short");
      assert.equal(holdingTerm(day(acquired), day(firstLong)), "Long");
      assert.equal(isoFromDay(firstLongTermDay(day(acquired))), firstLong);
    });
  }

  it("the first long-term day carries the date of the day after acquisition, one year on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40000 }), (acquired) => {
        const counted = calendarFromDay(acquired + 1);
        const long = calendarFromDay(firstLongTermDay(acquired));
        assert.equal(long.year, counted.year + 1);
        const isLeapDay = counted.month === 2 && counted.dayOfMonth === 29;
        assert.deepEqual([long.month, long.dayOfMonth], isLeapDay ? [3, 1] : [counted.month, counted.dayOfMonth]);
      }),
    );
  });
});

describe("R-HP-4, R-HP-6: other ways a period begins", () => {
  it("inherited shares are long-term at once", () => assert.equal(holdingTerm(day("2024-05-01"), day("2024-05-01"), "Inherited"), "Long"));
  it("shares from exercised rights are long-term on the anniversary itself", () => {
    assert.equal(holdingTerm(day("2023-06-15"), day("2024-06-14"), "Rights exercise"), "Short");
    assert.equal(holdingTerm(day("2023-06-15"), day("2024-06-15"), "Rights exercise"), "Long");
  });
});
