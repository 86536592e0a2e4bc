import assert from "node:assert/strict";
import fc from "fast-check";
import {
  calendarFromDay,
  dayFromCalendar,
  dayFromSerial,
  existingDay,
  isoFromDay,
  oneYearAfter,
  serialFromDay,
} from "../../src/values/plain-date";

describe("civil days", () => {
  it("day 0 is 1970-01-01, Excel's serial 25569", () => {
    assert.equal(dayFromCalendar(1970, 1, 1), 0);
    assert.equal(dayFromSerial(25569), 0);
  });
  it("Excel's serial 36526 is 2000-01-01 and a time of day is dropped", () => {
    assert.equal(isoFromDay(dayFromSerial(36526.75)), "2000-01-01");
    assert.equal(serialFromDay(dayFromCalendar(2000, 1, 1)), 36526);
  });
  it("29 February exists in 2000 and 2024, not in 1900 and 2023", () => {
    assert.notEqual(existingDay(2000, 2, 29), null);
    assert.notEqual(existingDay(2024, 2, 29), null);
    assert.equal(existingDay(1900, 2, 29), null);
    assert.equal(existingDay(2023, 2, 29), null);
  });
  it("agrees with the platform's proleptic calendar on every day from 1600 to 2400", () => {
    fc.assert(
      fc.property(fc.integer({ min: -135140, max: 157054 }), (day) => {
        const platform = new Date(day * 86400000).toISOString().slice(0, 10);
        assert.equal(isoFromDay(day), platform);
        const { year, month, dayOfMonth } = calendarFromDay(day);
        assert.equal(dayFromCalendar(year, month, dayOfMonth), day);
      }),
    );
  });
  it("R-HP-1: 29 February plus one year is 1 March", () =>
    assert.equal(isoFromDay(oneYearAfter(dayFromCalendar(2024, 2, 29))), "2025-03-01"));
});
