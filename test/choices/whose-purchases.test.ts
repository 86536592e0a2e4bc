import assert from "node:assert/strict";
import type { CaseSettings } from "../cases/case-format";
import { picture, row } from "../authority/picture";

/** 100 bought at 50, sold at 40 after 30 days: a loss of 1,000. What washes it stands below. */
const loss = [row("2024-01-02", "BUY", "100", { price: "50" }), row("2024-02-01", "SELL", "100", { price: "40" })];
const lossLine = (disallowed: string) => `100 of 2024-01-02 on 2024-02-01: 4000.00 - 5000.00 = -1000.00, short, ${disallowed} disallowed`;

describe("Whose accounts (R-WS-10): 60 rebought in another account, 20 in the same", () => {
  const under = (view: string) =>
    picture([...loss, row("2024-02-05", "BUY", "60", { price: "41", account: "B" }), row("2024-02-06", "BUY", "20", { price: "41" })], { view }).sold;
  it("taxpayer: all 80, 800", () => assert.deepEqual(under("taxpayer"), [lossLine("800.00")]));
  it("broker: the 20 of the same account, 200", () => assert.deepEqual(under("broker"), [lossLine("200.00")]));
  it("none: nothing", () => assert.deepEqual(under("none"), [lossLine("0.00")]));
});

describe("Spouse purchase (R-WS-9): the spouse rebuys all 100 at 41", () => {
  const under = (spouseReplacement: string) =>
    picture([...loss, row("2024-02-05", "BUY", "100", { price: "41", account: "S", accountOwner: "spouse" })], { spouseReplacement });
  it("adjust basis: 4,100 + 1,000 on the spouse's shares, 30 days tacked", () =>
    assert.deepEqual(under("adjustBasis").left, ["100 of 2024-02-05 in S: 5100.00, counts from 2024-01-06"]));
  it("permanent: 1,000 lost, the spouse's shares stay at 4,100", () => {
    assert.deepEqual(under("permanent").left, ["100 of 2024-02-05 in S: 4100.00"]);
    assert.deepEqual(under("permanent").matched, ["100 sold in row 3 by row 4: 1000.00 lost for good"]);
  });
});

describe("401(k), HSA (R-WS-9): 25 rebought in a 401(k), 25 in an HSA", () => {
  const under = (planAccounts: string) =>
    picture(
      [
        ...loss,
        row("2024-02-05", "BUY", "25", { price: "41", account: "K", accountType: "401k" }),
        row("2024-02-06", "BUY", "25", { price: "41", account: "H", accountType: "hsa" }),
      ],
      { planAccounts } as CaseSettings,
    );
  it("like an IRA: 500 lost for good", () => {
    assert.deepEqual(under("likeIra").sold, [lossLine("500.00")]);
    assert.deepEqual(under("likeIra").matched, ["25 sold in row 3 by row 4: 250.00 lost for good", "25 sold in row 3 by row 5: 250.00 lost for good"]);
  });
  it("ignore: the loss is allowed", () => assert.deepEqual(under("ignore").sold, [lossLine("0.00")]));
});

describe("Order IRA v. taxable (R-WS-3, one option: by acquisition)", () => {
  const both = (ira: string, taxable: string) =>
    [...picture([
      ...loss,
      row(ira, "BUY", "100", { price: "41", account: "R", accountType: "ira" }),
      row(taxable, "BUY", "100", { price: "41" }),
    ]).left].sort();
  it("the IRA buys first: lost for good", () => assert.deepEqual(both("2024-02-05", "2024-02-06"), ["100 of 2024-02-05 in R: 4100.00", "100 of 2024-02-06: 4100.00"]));
  it("the taxable account buys first: kept in its basis", () =>
    assert.deepEqual(both("2024-02-07", "2024-02-06"), ["100 of 2024-02-06: 5100.00, counts from 2024-01-07", "100 of 2024-02-07 in R: 4100.00"]));
});

describe("Identical securities (R-WS-14): another share class rebought", () => {
  const under = (settings: CaseSettings) => picture([...loss, row("2024-02-05", "BUY", "100", { price: "39", symbol: "STOCK.B" })], settings).sold;
  it("same symbol only: allowed", () => assert.deepEqual(under({}), [lossLine("0.00")]));
  it("the user's group: washed", () => assert.deepEqual(under({ identicalGroups: [["STOCK", "STOCK.B"]] }), [lossLine("1000.00")]));
});

describe("Wash exempt (R-WS-15): the losing account is a trader's marked to market", () => {
  const under = (settings: CaseSettings) => picture([...loss, row("2024-02-05", "BUY", "100", { price: "41" })], settings).sold;
  it("not named: washed", () => assert.deepEqual(under({}), [lossLine("1000.00")]));
  it("named: allowed", () => assert.deepEqual(under({ washExempt: ["A"] }), [lossLine("0.00")]));
});

describe("Digital assets (R-DA-2, R-WS-17): coins sold at a loss and rebought", () => {
  const coin = { symbol: "COIN", assetType: "digital" } as const;
  const under = (digitalWash: "off" | "on") =>
    picture(
      [
        row("2025-01-06", "BUY", "2", { price: "3000", ...coin }),
        row("2025-03-03", "SELL", "2", { price: "2200", ...coin }),
        row("2025-03-10", "BUY", "1", { price: "2300", ...coin }),
      ],
      { digitalWash },
    );
  // Loss 1,600 on 2; held 56 days.
  it("off: allowed", () => assert.deepEqual(under("off").left, ["COIN 1 of 2025-03-10: 2300.00"]));
  it("on: 800 of it goes to the coin rebought", () => assert.deepEqual(under("on").left, ["COIN 1 of 2025-03-10: 3100.00, counts from 2025-01-13"]));
});
