import assert from "node:assert/strict";
import { picture, row } from "../authority/picture";

const call = (strike: string) => ({ symbol: `STOCK 240621C${strike}`, assetType: "option", optionType: "call", underlying: "STOCK", multiplier: "100" }) as const;
const disallowed = (line: string | undefined) => line?.split(", ")[2];
/** A call bought for 500 and sold for 300. */
const callLoss = [row("2024-01-10", "BUY", "1", { price: "5", ...call("50") }), row("2024-02-12", "SELL", "1", { price: "3", ...call("50") })];

describe("Other options of the same stock (R-WS-13): after a loss of 200 on the 50 call the 55 call is bought", () => {
  const under = (optionLosses: "sameContract" | "sameUnderlyingAndType") =>
    picture([...callLoss, row("2024-02-20", "BUY", "1", { price: "2", ...call("55") })], { optionLosses });
  it("same contract: another strike is another security, allowed", () => {
    assert.equal(disallowed(under("sameContract").sold[0]), "0.00 disallowed");
    assert.deepEqual(under("sameContract").left, ["STOCK 240621C55 1 of 2024-02-20: 200.00"]);
  });
  it("same underlying and type: 200 goes to the 55 call, 33 days tacked", () => {
    assert.equal(disallowed(under("sameUnderlyingAndType").sold[0]), "200.00 disallowed");
    assert.deepEqual(under("sameUnderlyingAndType").left, ["STOCK 240621C55 1 of 2024-02-20: 400.00, counts from 2024-01-18"]);
  });
  it("a put is of another type under either", () => {
    const put = { symbol: "STOCK 240621P50", assetType: "option", optionType: "put", underlying: "STOCK", multiplier: "100" } as const;
    const bought = row("2024-02-20", "BUY", "1", { price: "2", ...put });
    for (const optionLosses of ["sameContract", "sameUnderlyingAndType"] as const) {
      assert.equal(disallowed(picture([...callLoss, bought], { optionLosses }).sold[0]), "0.00 disallowed");
    }
  });
});

describe("Stock after a loss on a call (R-WS-13): 100 shares bought eight days later at 48", () => {
  const under = (stockAfterCallLoss: "notMatched" | "matched") =>
    picture([...callLoss, row("2024-02-20", "BUY", "100", { price: "48" })], { stockAfterCallLoss });
  it("not matched: allowed, the stock stands at 4,800", () => {
    assert.equal(disallowed(under("notMatched").sold[0]), "0.00 disallowed");
    assert.deepEqual(under("notMatched").left, ["100 of 2024-02-20: 4800.00"]);
  });
  it("matched: 200 joins the stock", () => {
    assert.equal(disallowed(under("matched").sold[0]), "200.00 disallowed");
    assert.equal(under("matched").left[0]?.split(",")[0], "100 of 2024-02-20: 5000.00");
  });
});

describe("Short deep puts (R-WS-13): a put at 60 written two days after stock is sold at 42 for a loss of 800", () => {
  const put = { symbol: "STOCK 240920P60", assetType: "option", optionType: "put", underlying: "STOCK", multiplier: "100" } as const;
  const under = (writtenPuts: "ask" | "match" | "ignore") =>
    picture(
      [
        row("2024-01-08", "BUY", "100", { price: "50" }),
        row("2024-07-01", "SELL", "100", { price: "42" }),
        row("2024-07-03", "SHORT", "1", { price: "18.50", ...put }),
        row("2024-09-20", "ASSIGNED", "1", { price: "60", ...put }),
      ],
      { writtenPuts },
    );
  const basis = (line: string | undefined) => line?.split(",")[0];
  // Assigned: 6,000 - 1,850 = 4,150.
  it("ask: allowed, and the shares assigned stand at 4,150", () => {
    assert.equal(disallowed(under("ask").sold[0]), "0.00 disallowed");
    assert.deepEqual(under("ask").left.map(basis), ["100 of 2024-09-20: 4150.00"]);
  });
  it("match: 800 disallowed, and in the shares assigned: 4,950", () => {
    assert.equal(disallowed(under("match").sold[0]), "800.00 disallowed");
    assert.deepEqual(under("match").left.map(basis), ["100 of 2024-09-20: 4950.00"]);
  });
  it("ignore: as if not written", () => {
    assert.equal(disallowed(under("ignore").sold[0]), "0.00 disallowed");
    assert.deepEqual(under("ignore").left.map(basis), ["100 of 2024-09-20: 4150.00"]);
  });
});

describe("Put bought against young shares (R-SS-2): four months old when it is bought, and sold six weeks later", () => {
  const put = { symbol: "STOCK 240920P40", assetType: "option", optionType: "put", underlying: "STOCK", multiplier: "100" } as const;
  const under = (putsOnYoungShares: "flag" | "shortSale") =>
    picture(
      [
        row("2024-01-10", "BUY", "100", { price: "40" }),
        row("2024-05-01", "BUY", "1", { price: "2", ...put }),
        row("2024-06-14", "SELL", "1", { price: "5", ...put }),
        row("2025-02-03", "SELL", "100", { price: "55" }),
      ],
      { putsOnYoungShares },
    ).sold.find((line) => line.startsWith("100 "));
  it("flag: the shares keep their date, long-term", () => assert.equal(under("flag"), "100 of 2024-01-10 on 2025-02-03: 5500.00 - 4000.00 = 1500.00, long, 0.00 disallowed"));
  it("short sale: they begin again on 14 June 2024, short-term", () =>
    assert.equal(under("shortSale"), "100 of 2024-01-10 on 2025-02-03: 5500.00 - 4000.00 = 1500.00, short, 0.00 disallowed"));
});

describe("Short-sale wash target (R-SS-3): a short closed at a loss of 500, another opened ten days later", () => {
  const under = (shortWashTarget: "newShort" | "flag") =>
    picture(
      [
        row("2024-02-01", "SHORT", "100", { price: "50" }),
        row("2024-03-01", "COVER", "100", { price: "55" }),
        row("2024-03-11", "SHORT", "100", { price: "54" }),
        row("2024-05-01", "COVER", "100", { price: "48" }),
      ],
      { shortWashTarget },
    ).sold;
  it("new short: 500 disallowed, the next profit of 600 is 100", () =>
    assert.deepEqual(under("newShort"), [
      "100 of 2024-03-01 on 2024-03-01: 5000.00 - 5500.00 = -500.00, short, 500.00 disallowed",
      "100 of 2024-05-01 on 2024-05-01: 5400.00 - 5300.00 = 100.00, short, 0.00 disallowed",
    ]));
  it("flag: -500 and 600 as they are", () =>
    assert.deepEqual(under("flag"), [
      "100 of 2024-03-01 on 2024-03-01: 5000.00 - 5500.00 = -500.00, short, 0.00 disallowed",
      "100 of 2024-05-01 on 2024-05-01: 5400.00 - 4800.00 = 600.00, short, 0.00 disallowed",
    ]));
});
