import assert from "node:assert/strict";
import { readTrades } from "../../src/sheet/read-trades";
import { isoFromDay } from "../../src/values/plain-date";

/** The day an Expire row of a contract of 29 December 2023 counts on, or its problem. */
function expires(on: string): string {
  const reading = readTrades([
    ["Date", "Action", "Symbol", "Quantity", "Price"],
    ["2022-12-29", "Buy to open", "XYZ 231229C50", 1, 3],
    [on, "Expire", "XYZ 231229C50", "", ""],
  ]);
  assert.ok(reading.ok);
  const { trades } = reading.value;
  return trades.faults[0]?.problem ?? isoFromDay(trades.day[1]!);
}

describe("R-OPT-1: an option ends on the day of its expiry", () => {
  it("whenever the broker posts it: posted on 2 January it is a loss of December", () => {
    assert.equal(expires("2024-01-02"), "2023-12-29");
    assert.equal(expires("2023-12-29"), "2023-12-29");
  });

  it("an earlier row keeps its own day: old symbols tell a Saturday, and it ran out on Friday", () => {
    assert.equal(expires("2023-12-28"), "2023-12-28");
  });
});
