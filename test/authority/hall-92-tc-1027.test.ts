import assert from "node:assert/strict";
import { picture, row } from "./picture";

describe("Hall v. Commissioner, 92 T.C. 1027 (1989): shares not identified at the sale are the earliest, account by account", () => {
  // The taxpayer gave the broker a number of shares and a price, no lots (figures assumed).
  const bought = [
    row("1980-03-03", "BUY", "200", { price: "9", lotId: "first" }),
    row("1982-02-01", "BUY", "300", { price: "14", lotId: "last" }),
  ];
  it("he reckoned last in, first out: 250 x 14 = 3,500; the court takes 200 x 9 + 50 x 14 = 2,500", () =>
    assert.deepEqual(picture([...bought, row("1982-11-01", "SELL", "250", { price: "16" })], { method: "SPEC" }).sold, [
      "200 of 1980-03-03 on 1982-11-01: 3200.00 - 1800.00 = 1400.00, long, 0.00 disallowed",
      "50 of 1982-02-01 on 1982-11-01: 800.00 - 700.00 = 100.00, short, 0.00 disallowed",
    ]));
  it("had he named the lot, it would have been the lot named", () =>
    assert.deepEqual(
      picture([...bought, row("1982-11-01", "SELL", "250", { price: "16", lots: [{ lotId: "last", quantity: "250" }] })], { method: "SPEC" }).sold,
      ["250 of 1982-02-01 on 1982-11-01: 4000.00 - 3500.00 = 500.00, short, 0.00 disallowed"],
    ));
  it("an older lot in another account stays there", () =>
    assert.deepEqual(
      picture([row("1979-01-02", "BUY", "500", { price: "5", account: "CERT" }), ...bought, row("1982-11-01", "SELL", "200", { price: "16" })]).sold,
      ["200 of 1980-03-03 on 1982-11-01: 3200.00 - 1800.00 = 1400.00, long, 0.00 disallowed"],
    ));
});
