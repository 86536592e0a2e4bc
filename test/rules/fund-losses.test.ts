import assert from "node:assert/strict";
import { isHeldSixMonthsOrLess } from "../../src/rules/fund-losses";
import { day } from "../lots/trades-of";

describe("R-HP-8: six months of a fund share", () => {
  // The day of purchase does not count and the day of sale does: bought 10 January, the count starts 11 January
  // and six months are over with 10 July; the sale of 11 July is the first after more than six months.
  const cases: readonly (readonly [acquired: string, sold: string, within: boolean])[] = [
    ["2024-01-10", "2024-07-10", true],
    ["2024-01-10", "2024-07-11", false],
    ["2024-08-30", "2025-02-28", true],
    ["2024-08-30", "2025-03-01", false],
    ["2023-08-31", "2024-02-29", true],
    ["2023-08-31", "2024-03-01", false],
    ["2024-01-10", "2024-01-10", true],
  ];
  for (const [acquired, sold, within] of cases) {
    it(`bought ${acquired}, sold ${sold}: ${within ? "six months or less" : "more than six months"}`, () => {
      assert.equal(isHeldSixMonthsOrLess(day(acquired), day(sold)), within);
    });
  }
});
