import assert from "node:assert/strict";
import { picture, row } from "./picture";

/** Ten calls for 4,000, issued in April and running to December: figures from memory, the publication's print was not found. */
const CALL = { symbol: "JJJ 131220C40", assetType: "option", optionType: "call", underlying: "JJJ", multiplier: "100" } as const;
const PUT = { ...CALL, symbol: "JJJ 131220P40", optionType: "put" } as const;
const bought = row("2013-04-08", "BUY", "10", { amount: "4000", ...CALL });
const written = row("2013-04-08", "SHORT", "10", { amount: "4000", ...CALL });
const OPTION = "JJJ 131220C40 10 of";

describe("Publication 550, Puts and Calls: ten calls issued for 4,000 (26 USC 1234)", () => {
  it("expired: a short-term loss of 4,000 for the holder", () =>
    assert.deepEqual(picture([bought, row("2013-12-20", "EXPIRE", "10", CALL)]).sold, [
      `${OPTION} 2013-04-08 on 2013-12-20: 0.00 - 4000.00 = -4000.00, short, 0.00 disallowed`,
    ]));
  it("expired: a short-term gain of 4,000 for the writer", () =>
    assert.deepEqual(picture([written, row("2013-12-20", "EXPIRE", "10", CALL)]).sold, [
      `${OPTION} 2013-12-20 on 2013-12-20: 4000.00 - 0.00 = 4000.00, short, 0.00 disallowed`,
    ]));
  it("sold in May for 6,000: a short-term gain of 2,000 for the holder", () =>
    assert.deepEqual(picture([bought, row("2013-05-10", "SELL", "10", { amount: "6000", ...CALL })]).sold, [
      `${OPTION} 2013-04-08 on 2013-05-10: 6000.00 - 4000.00 = 2000.00, short, 0.00 disallowed`,
    ]));
  it("bought back in May for 6,000: a short-term loss of 2,000 for the writer", () =>
    assert.deepEqual(picture([written, row("2013-05-10", "COVER", "10", { amount: "6000", ...CALL })]).sold, [
      `${OPTION} 2013-05-10 on 2013-05-10: 4000.00 - 6000.00 = -2000.00, short, 0.00 disallowed`,
    ]));
  it("exercised: the holder adds 4,000 to the 40,000 paid for the stock", () =>
    assert.deepEqual(picture([bought, row("2013-05-29", "EXERCISE", "10", { price: "40", ...CALL })]), {
      sold: [],
      matched: [],
      left: ["JJJ 1000 of 2013-05-29: 44000.00"],
    }));
  it("assigned: the writer adds 4,000 to the 40,000 received, term by the stock", () =>
    assert.deepEqual(
      picture([row("2011-03-01", "BUY", "1000", { symbol: "JJJ", price: "30" }), written, row("2013-05-29", "ASSIGNED", "10", { price: "40", ...CALL })]).sold,
      ["JJJ 1000 of 2011-03-01 on 2013-05-29: 44000.00 - 30000.00 = 14000.00, long, 0.00 disallowed"],
    ));
});

describe("Publication 550, table of puts: held and exercised, written and assigned (numbers ours)", () => {
  const held = row("2013-04-08", "BUY", "1", { amount: "250", ...PUT });
  it("exercised: the holder takes 250 off the 4,000 received, term by the stock", () =>
    assert.deepEqual(
      picture([row("2011-03-01", "BUY", "100", { symbol: "JJJ", price: "30" }), held, row("2013-05-29", "EXERCISE", "1", { price: "40", ...PUT })]).sold,
      ["JJJ 100 of 2011-03-01 on 2013-05-29: 3750.00 - 3000.00 = 750.00, long, 0.00 disallowed"],
    ));
  it("assigned: the writer takes 250 off the 4,000 paid, and the period starts with the purchase", () =>
    assert.deepEqual(
      picture([row("2013-04-08", "SHORT", "1", { amount: "250", ...PUT }), row("2013-05-29", "ASSIGNED", "1", { price: "40", ...PUT })]).left,
      ["JJJ 100 of 2013-05-29: 3750.00"],
    ));
});

describe("26 USC 1091(a): options are securities, and buying a call is a contract to acquire (numbers ours)", () => {
  it("stock sold at a loss of 800, a call on 100 shares bought nine days later takes it: 300 + 800", () => {
    const { sold, left } = picture([
      row("2024-01-08", "BUY", "100", { symbol: "JJJ", price: "50" }),
      row("2024-07-01", "SELL", "100", { symbol: "JJJ", price: "42" }),
      row("2024-07-10", "BUY", "1", { price: "3", ...CALL, symbol: "JJJ 250117C45" }),
    ]);
    assert.deepEqual(sold, ["JJJ 100 of 2024-01-08 on 2024-07-01: 4200.00 - 5000.00 = -800.00, short, 800.00 disallowed"]);
    assert.deepEqual(left, ["JJJ 250117C45 1 of 2024-07-10: 1100.00, counts from 2024-01-17"]);
  });
});

describe("26 USC 1256: options on broad indexes are marked to market on Form 6781", () => {
  for (const symbol of ["SPX 250117C6000", "XSP 250117C600", "NDX 250117C21000", "VIX 250122C20"]) {
    it(`${symbol} is refused by name, not computed`, () => {
      const underlying = symbol.split(" ")[0]!;
      const ledger = [row("2024-12-02", "BUY", "1", { price: "5", ...CALL, symbol, underlying }), row("2024-12-09", "SELL", "1", { price: "6", ...CALL, symbol, underlying })];
      assert.throws(() => picture(ledger), /6781/);
    });
  }
});
