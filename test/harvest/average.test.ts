import assert from "node:assert/strict";
import { openLotsAtAverage, standsAtAverage } from "../../src/harvest/at-average";
import { bookTrades } from "../../src/lots/book";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { buy, day, factsOf, harvest, lotOf, plan, type HarvestLedger } from "./facts-of";

const AS_OF = "2024-12-10";
const AVERAGE = { method: "AVG" as const };

/** 210 shares that cost 12,500: 59.5238… a share; now 50. */
const FUND: HarvestLedger = {
  settings: AVERAGE,
  transactions: [
    buy("2024-03-01", 100, 80, { assetType: "fund" }),
    buy("2024-06-01", 100, 40, { assetType: "fund" }),
    { ...buy("2024-12-01", 10, 50, { assetType: "fund" }), action: "DRIP" },
  ],
};

describe("R-AVG-2, R-AVG-3: lots of a pool whose standing method is average, before its first sale", () => {
  const facts = factsOf(FUND, AS_OF, { XYZ: 50 });
  const answer = harvest(facts);

  it("100 of 210 shares: basis 12,500 × 100 ÷ 210 = 5,952.38, loss 952.38, of which the reinvestment of 10 washes 95.24", () => {
    const { basisCents, lossCents, washedCents, harvestableCents } = lotOf(answer, "row 2");
    assert.deepEqual([basisCents, lossCents, washedCents, harvestableCents], [595238, 95238, 9524, 85714]);
  });

  it("a lot that cost less than the price is at a loss too: every share has one basis", () => {
    const { basisCents, lossCents } = lotOf(answer, "row 3");
    assert.deepEqual([basisCents, lossCents], [595238, 95238]);
    // 12,500 × 10 ÷ 210.
    assert.equal(lotOf(answer, "row 4").basisCents, 59524);
  });

  it("every one of them says so", () => {
    for (const { warnings } of answer.lots) assert.ok(warnings.some(({ kind }) => kind === "averaged"));
    assert.equal(answer.lots.length, 3);
  });

  it("all of them together lose what the pool loses: 12,500 − 10,500 = 2,000", () => {
    const { sales, harvestedCents, washedCents } = plan(facts, answer.lots.map(({ key }) => ({ key, shares: null })));
    assert.equal(harvestedCents, 200000);
    // What a sale of the day has deferred into the pool leaves with the last share (R-AVG-4).
    assert.equal(sales.reduce((sum, { basisCents }) => sum + basisCents, 0), 1250000 + washedCents);
  });

  it("the earliest shares leave first: the long-term day is that of the shares of 1 March, whichever lot is asked about", () => {
    assert.equal(lotOf(answer, "row 2").longTermOn, day("2025-03-02"));
    assert.equal(lotOf(answer, "row 3").longTermOn, day("2025-03-02"));
  });

  it("with a method of lots nothing is averaged", () => {
    const own = harvest(factsOf({ ...FUND, settings: { method: "FIFO" } }, AS_OF, { XYZ: 50 }));
    assert.equal(lotOf(own, "row 2").basisCents, 800000);
    assert.equal(own.lots.some(({ lot }) => lot === "row 3"), false);
  });
});

describe("R-AVG-2: a pool at average does not depend on the other pools of its group", () => {
  it("another account's pool that has been sold at average changes nothing for this one", () => {
    const other = [buy("2024-01-02", 10, 90, { assetType: "fund", account: "B" }), { date: "2024-02-02", action: "SELL", symbol: "XYZ", quantity: "5", price: "95", account: "B" }];
    const figures = (ledger: HarvestLedger): (number | string)[][] =>
      harvest(factsOf(ledger, AS_OF, { XYZ: 50 })).lots.filter(({ account }) => account === "A").map(({ shares, basisCents, lossCents, washedCents }) => [shares, basisCents, lossCents, washedCents]);
    assert.deepEqual(figures({ ...FUND, transactions: [...other, ...FUND.transactions] }), figures(FUND));
  });

  it("lots that a row names keep their own cost until the pool's first sale at average, whatever another pool did", () => {
    const named = { date: AS_OF, action: "SELL", symbol: "XYZ", quantity: "100", price: "50", account: "A", lots: [{ lotId: "L1" }] };
    const rows = FUND.transactions.map((one, i) => ({ ...one, lotId: `L${i + 1}`, account: "A" }));
    const other = [buy("2024-01-02", 10, 90, { assetType: "fund", account: "B" }), { date: "2024-02-02", action: "SELL", symbol: "XYZ", quantity: "5", price: "95", account: "B" }];
    const basisOfLast = (transactions: HarvestLedger["transactions"]): number => {
      const { trades, choices } = factsOf({ settings: AVERAGE, transactions }, AS_OF, {});
      const { realized } = bookTrades(trades, choices, FEDERAL_LAW);
      return realized.basisCents[realized.count - 1]!;
    };
    assert.equal(basisOfLast([...rows, named]), 800000);
    assert.equal(basisOfLast([...other, ...rows, named]), 800000);
  });
});

describe("R-AVG-6: a gift worth less than its giver's basis keeps its pool out of the average", () => {
  const ledger: HarvestLedger = {
    settings: AVERAGE,
    transactions: [
      buy("2024-03-01", 100, 80, { assetType: "fund" }),
      { date: "2024-04-01", action: "GIFT_IN", symbol: "XYZ", quantity: "10", assetType: "fund", donorBasis: "700", donorAcquired: "2020-01-02", fmv: "50" },
    ],
  };

  it("its lots have their own basis, as a sale that names them has", () => {
    const facts = factsOf(ledger, AS_OF, { XYZ: 45 });
    const book = bookTrades(facts.trades, facts.choices, FEDERAL_LAW);
    assert.equal(standsAtAverage(book, book.openLots[0]!, facts.asOf), false);
    assert.deepEqual(openLotsAtAverage(book, facts.asOf), book.openLots);
    assert.equal(lotOf(harvest(facts), "row 2").basisCents, 800000);
  });
});
