import assert from "node:assert/strict";
import { event, picture, row } from "./picture";

/** Numbers ours. */
const FUND = { assetType: "fund" } as const;

describe("26 USC 852(b)(4): fund shares sold at a loss within six months", () => {
  const sold = (on: string, kind: string, amount: string) =>
    picture([
      row("2024-01-31", "BUY", "50", { price: "40", ...FUND }),
      event("2024-03-15", kind, { amount }),
      row(on, "SELL", "50", { price: "38" }),
    ]).sold;
  it("a capital gain dividend larger than the loss makes all of it long-term", () =>
    assert.deepEqual(sold("2024-06-03", "CAPITAL_GAIN_DIVIDEND", "150"), ["50 of 2024-01-31 on 2024-06-03: 1900.00 - 2000.00 = -100.00, long, 0.00 disallowed"]));
  it("an exempt-interest dividend larger than the loss disallows all of it", () =>
    assert.deepEqual(sold("2024-06-03", "EXEMPT_INTEREST_DIVIDEND", "150"), ["50 of 2024-01-31 on 2024-06-03: 1900.00 - 2000.00 = -100.00, short, 100.00 disallowed"]));
  it("six months from 31 January end on 31 July, which is inside", () =>
    assert.match(sold("2024-07-31", "EXEMPT_INTEREST_DIVIDEND", "150")[0] ?? "", / 100\.00 disallowed$/));
  it("1 August is outside", () => assert.match(sold("2024-08-01", "EXEMPT_INTEREST_DIVIDEND", "150")[0] ?? "", / 0\.00 disallowed$/));
});
