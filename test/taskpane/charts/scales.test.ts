import assert from "node:assert/strict";
import { nextPosition } from "../../../src/taskpane/charts/roving";
import { monthsOnAxis, scaleWithZero, ticksWithRoom } from "../../../src/taskpane/charts/scales";
import { dayFromCalendar, isoFromDay } from "../../../src/values/plain-date";

describe("The scales of a picture", () => {
  it("zero is always on it, whether all figures are gains or all are losses", () => {
    assert.deepEqual(scaleWithZero([40, 90], [0, 100]).domain(), [0, 100]);
    assert.deepEqual(scaleWithZero([-40, -90], [0, 100]).domain(), [-100, 0]);
  });

  it("nothing to show still has an axis of some length", () => {
    assert.deepEqual(scaleWithZero([], [0, 100]).domain(), [0, 1]);
    assert.deepEqual(scaleWithZero([0, 0], [0, 100]).domain(), [0, 1]);
  });

  it("words of ticks that would touch are thinned out, and 0 stays", () => {
    const dollars = (tick: number): string => (tick === 0 ? "$0" : `−$${-tick / 1000},000`);
    // At 40 px a tick, words of 7 letters at 6.2 px and a gap of 8 need 51 px: every second one has room.
    assert.deepEqual(ticksWithRoom([-6000, -4000, -2000, 0], (tick) => 120 + tick / 50, dollars), [-4000, 0]);
    assert.deepEqual(ticksWithRoom([-6000, -4000, -2000, 0], (tick) => 180 + tick * 0.03, dollars), [-6000, -4000, -2000, 0]);
    assert.deepEqual(ticksWithRoom([-2000, 0], (tick) => 10 + tick / 500, dollars), [0]);
  });

  it("months stand at their first days and within the axis", () => {
    const months = monthsOnAxis(dayFromCalendar(2026, 10, 2), dayFromCalendar(2027, 2, 1), 6).map(isoFromDay);
    assert.deepEqual(months, ["2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"]);
  });

  it("a long time is marked by quarters or years, so that the words have room", () => {
    const months = monthsOnAxis(dayFromCalendar(2020, 5, 1), dayFromCalendar(2026, 12, 31), 4).map(isoFromDay);
    assert.deepEqual(months, ["2022-01-01", "2024-01-01", "2026-01-01"]);
  });

  it("a few days within one month have no month to mark", () => {
    assert.deepEqual(monthsOnAxis(dayFromCalendar(2026, 5, 2), dayFromCalendar(2026, 5, 20), 4), []);
  });
});

describe("Arrow keys between the marks of a picture", () => {
  it("right and down lead on, left and up back, and the ends hold", () => {
    assert.equal(nextPosition("ArrowRight", 0, 3), 1);
    assert.equal(nextPosition("ArrowDown", 2, 3), 2);
    assert.equal(nextPosition("ArrowLeft", 2, 3), 1);
    assert.equal(nextPosition("ArrowUp", 0, 3), 0);
  });

  it("Home and End lead to the first and the last, other keys nowhere", () => {
    assert.equal(nextPosition("Home", 2, 3), 0);
    assert.equal(nextPosition("End", 0, 3), 2);
    assert.equal(nextPosition("Tab", 1, 3), -1);
  });
});
