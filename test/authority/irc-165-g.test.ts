import assert from "node:assert/strict";
import { event, picture, row } from "./picture";

/** Numbers ours. */
describe("26 USC 165(g)(1): worthless stock is lost on the last day of the year", () => {
  it("bought in July 2023, worthless in February 2024: lost on 31 December 2024, long-term", () =>
    assert.deepEqual(picture([row("2023-07-03", "BUY", "200", { price: "7" }), event("2024-02-12", "WORTHLESS")]).sold, [
      "200 of 2023-07-03 on 2024-12-31: 0.00 - 1400.00 = -1400.00, long, 0.00 disallowed",
    ]));
  it("bought on 31 December 2023: exactly one year, so short-term (year-end rule: first long day is 1 January)", () =>
    assert.match(picture([row("2023-12-31", "BUY", "10", { price: "7" }), event("2024-02-12", "WORTHLESS")]).sold[0] ?? "", /, short,/));
  it("a purchase on 30 January is within 30 days of 31 December, one on 31 January is not", () => {
    const rebought = (date: string) =>
      picture([row("2023-07-03", "BUY", "200", { price: "7" }), event("2024-02-12", "WORTHLESS"), row(date, "BUY", "100", { price: "0.02" })]).sold[0]?.split(", ")[2];
    assert.equal(rebought("2025-01-30"), "700.00 disallowed");
    assert.equal(rebought("2025-01-31"), "0.00 disallowed");
  });
});
