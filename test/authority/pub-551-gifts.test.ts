import assert from "node:assert/strict";
import { picture, row } from "./picture";

/**
 * Publication 551: giver's basis 10,000, value 8,000, sold for 12,000, 7,000 or 9,000. The first four figures were
 * met in print, the 9,000 only in the shared cases. The publication speaks of land; here it is 100 shares.
 */
const GIFT = row("2023-05-01", "GIFT_IN", "100", { donorBasis: "10000", donorAcquired: "2020-01-15", fmv: "80" });
const soldFor = (amount: string) => picture([GIFT, row("2023-11-01", "SELL", "100", { amount })]).sold[0];

describe("Publication 551, property received as a gift when its value was below the giver's basis", () => {
  it("sold for 12,000: gain 2,000 from the giver's basis, and the giver's period counts", () =>
    assert.equal(soldFor("12000"), "100 of 2023-05-01 on 2023-11-01: 12000.00 - 10000.00 = 2000.00, long, 0.00 disallowed"));
  it("sold for 7,000: loss 1,000 from the value at the gift, held from the gift", () =>
    assert.equal(soldFor("7000"), "100 of 2023-05-01 on 2023-11-01: 7000.00 - 8000.00 = -1000.00, short, 0.00 disallowed"));
  it("sold for 9,000: neither gain nor loss", () =>
    assert.match(soldFor("9000") ?? "", /: 9000\.00 - 9000\.00 = 0\.00, (short|long), 0\.00 disallowed$/));
});

describe("26 USC 1015(d)(6): gift tax on the appreciation joins the basis", () => {
  const raised = (donorBasis: string, fmv: string, giftTax: string) =>
    picture([row("2024-01-10", "GIFT_IN", "100", { donorBasis, donorAcquired: "2020-01-15", fmv, giftTax })]).left[0];
  // Figures of a published teaching example for 2015, scaled to 100 shares: 300,000 of 400,000 and 80,000 of tax.
  it("100,000 of 400,000 is appreciation: 80,000 x 1/4 = 20,000 joins 300,000", () =>
    assert.equal(raised("300000", "4000", "80000"), "100 of 2024-01-10: 320000.00, counts from 2020-01-15"));
  it("no appreciation, no increase", () => assert.equal(raised("450000", "4000", "80000"), "100 of 2024-01-10: 450000.00, counts from 2020-01-15"));
});

describe("26 USC 1041: from a spouse the giver's basis goes on, for a loss too", () => {
  it("basis 10,000, worth 8,000, sold for 7,000: loss 3,000, long with the spouse's period", () => {
    const from = row("2023-05-01", "GIFT_IN", "100", { donorBasis: "10000", donorAcquired: "2020-01-15", fromSpouse: true });
    assert.deepEqual(picture([from, row("2023-11-01", "SELL", "100", { amount: "7000" })]).sold, [
      "100 of 2023-05-01 on 2023-11-01: 7000.00 - 10000.00 = -3000.00, long, 0.00 disallowed",
    ]);
  });
});

describe("26 USC 1014(a), 1223(9): inherited shares", () => {
  it("worth 55 at death, sold at 60 two months later: 500 of long-term gain (numbers ours)", () =>
    assert.deepEqual(picture([row("2024-02-10", "INHERIT", "100", { fmv: "55" }), row("2024-04-15", "SELL", "100", { price: "60" })]).sold, [
      "100 of 2024-02-10 on 2024-04-15: 6000.00 - 5500.00 = 500.00, long, 0.00 disallowed",
    ]));
});
