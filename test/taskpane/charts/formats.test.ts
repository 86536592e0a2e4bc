import assert from "node:assert/strict";
import { date, dateFrom, money, monthOnAxis, percent, quantity, shortDollars, signedMoney, wholeDollars } from "../../../src/taskpane/charts/formats";
import { dayFromCalendar } from "../../../src/values/plain-date";

describe("Figures of the pane: a real minus, cents in tables, whole dollars in summaries", () => {
  it("a loss carries U+2212 before the dollar sign", () => {
    assert.equal(money(-123456), "\u2212$1,234.56");
    assert.equal(money(7), "$0.07");
    assert.equal(money(0), "$0.00");
  });

  it("a change of a gain carries a plus", () => {
    assert.equal(signedMoney(12000), "+$120.00");
    assert.equal(signedMoney(-8000), "\u2212$80.00");
    assert.equal(signedMoney(0), "$0.00");
  });

  it("a summary is in whole dollars, half a dollar away from zero", () => {
    assert.equal(wholeDollars(641249), "$6,412");
    assert.equal(wholeDollars(641250), "$6,413");
    assert.equal(wholeDollars(-150), "\u2212$2");
  });

  it("less than half a dollar is not nothing", () => {
    assert.equal(wholeDollars(31), "$0.31");
    assert.equal(wholeDollars(0), "$0.00");
  });

  it("the amounts of an axis stay narrow", () => {
    assert.equal(shortDollars(2500), "$2,500");
    assert.equal(shortDollars(-12500), "\u2212$12.5k");
    assert.equal(shortDollars(3_000_000), "$3M");
    assert.equal(shortDollars(0.5), "$0.5");
  });

  it("percent has one decimal, and no minus before zero", () => {
    assert.equal(percent(0.125), "12.5 %");
    assert.equal(percent(-0.0004), "0.0 %");
  });

  it("quantities have no trailing zeros and no dust of binary sums", () => {
    assert.equal(quantity(1250), "1,250");
    assert.equal(quantity(0.1 + 0.2), "0.3");
    assert.equal(quantity(12.3456), "12.3456");
  });

  it("dates are written as the user's locale writes them, in no time zone", () => {
    const day = dayFromCalendar(2026, 12, 5);
    assert.equal(date(day, "en-US"), "12/5/2026");
    assert.equal(date(day, "en-GB"), "05/12/2026");
    assert.equal(dateFrom(dayFromCalendar(2026, 12, 21), day, "en-US"), "12/21");
    assert.equal(dateFrom(dayFromCalendar(2027, 1, 5), day, "en-US"), "1/5/2027");
  });

  it("months of an axis name the year where it begins", () => {
    assert.equal(monthOnAxis(dayFromCalendar(2026, 12, 1), "en-US"), "Dec");
    assert.equal(monthOnAxis(dayFromCalendar(2027, 1, 1), "en-US"), "Jan 2027");
  });
});
