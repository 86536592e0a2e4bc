import assert from "node:assert/strict";
import type { CaseSettings } from "../cases/case-format";
import { picture, row } from "./picture";

/** Dates of a published broker explanation: held 8 days, rebought 13 days after the sale. */
function termOn(sold: string, washHoldingPeriod: CaseSettings["washHoldingPeriod"]): string {
  const { sold: lines } = picture(
    [
      row("2023-01-12", "BUY", "100", { price: "50" }),
      row("2023-01-20", "SELL", "100", { price: "45" }),
      row("2023-02-02", "BUY", "100", { price: "46" }),
      row(sold, "SELL", "100", { price: "55" }),
    ],
    { washHoldingPeriod },
  );
  return lines[1]?.includes(", long,") === true ? "long" : "short";
}

describe("26 USC 1223(3): the replacement's period includes the period of the shares sold", () => {
  it("days added: 2 Feb 2023 less 8 days is 25 Jan 2023, so 25 Jan 2024 is the last short day", () =>
    assert.equal(termOn("2024-01-25", "tackDays"), "short"));
  it("and 26 Jan 2024 the first long one", () => assert.equal(termOn("2024-01-26", "tackDays"), "long"));
  it("the sold lot's date substituted: 12 Jan 2023, so 12 Jan 2024 is the last short day", () =>
    assert.equal(termOn("2024-01-12", "substituteDate"), "short"));
  it("and 13 Jan 2024 the first long one", () => assert.equal(termOn("2024-01-13", "substituteDate"), "long"));
  it("no overlap counted: the same as days added when the replacement comes after the sale", () => {
    assert.equal(termOn("2024-01-25", "tackNoOverlap"), "short");
    assert.equal(termOn("2024-01-26", "tackNoOverlap"), "long");
  });

  const boughtBefore = (washHoldingPeriod: CaseSettings["washHoldingPeriod"]) =>
    picture(
      [
        row("2023-08-01", "BUY", "100", { price: "50" }),
        row("2024-05-06", "BUY", "100", { price: "42" }),
        row("2024-06-05", "SELL", "100", { price: "40" }),
      ],
      { washHoldingPeriod },
    ).left;
  it("bought before the sale: 309 days added reach back before the sold lot itself", () =>
    assert.deepEqual(boughtBefore("tackDays"), ["100 of 2024-05-06: 5200.00, counts from 2023-07-02"]));
  it("bought before the sale, no overlap counted: not before the sold lot", () =>
    assert.deepEqual(boughtBefore("tackNoOverlap"), ["100 of 2024-05-06: 5200.00, counts from 2023-08-01"]));
});

/** Read in its text: the period is included for stock whose acquisition "or the contract or option to acquire" it washed the loss. Numbers ours. */
describe("26 USC 1223(3): stock acquired through the option that washed the loss", () => {
  const CALL = { symbol: "STOCK 250117C45", assetType: "option", optionType: "call", underlying: "STOCK", multiplier: "100" } as const;
  const exercised = (sold: string) =>
    picture([
      row("2024-01-08", "BUY", "100", { price: "50" }),
      row("2024-07-01", "SELL", "100", { price: "47" }),
      row("2024-07-10", "BUY", "1", { price: "4", ...CALL }),
      row("2024-07-25", "EXERCISE", "1", { price: "45", ...CALL }),
      row(sold, "SELL", "100", { price: "60" }),
    ]).sold[1];
  // 175 days before 25 July 2024 is 1 February 2024; the call's own 15 days do not count. 4,500 + 400 + 300 = 5,200.
  it("the 175 days of the loss shares count from the exercise back: 1 February 2025 is the last short day", () =>
    assert.equal(exercised("2025-02-01"), "100 of 2024-07-25 on 2025-02-01: 6000.00 - 5200.00 = 800.00, short, 0.00 disallowed"));
  it("2 February 2025 the first long one", () => assert.match(exercised("2025-02-02") ?? "", /, long,/));
});
