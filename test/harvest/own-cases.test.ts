import assert from "node:assert/strict";
import type { HarvestLot, HarvestWarning } from "../../src/harvest/harvest-types";
import { buy, day, factsOf, harvest, lotOf, plan, plentyAtRates } from "./facts-of";

const figures = ({ lossCents, washedCents, permanentCents, harvestableCents }: HarvestLot): number[] => [
  lossCents / 100, washedCents / 100, permanentCents / 100, harvestableCents / 100,
];
const kinds = ({ warnings }: HarvestLot): string[] => warnings.map(({ kind }) => kind);

/** 100 shares at 50, now 40: a loss of 1,000. */
const OLD = buy("2023-02-01", 100, 50, { lotId: "L1" });
const AS_OF = "2024-12-10";

describe("R-TLH-1: which lots are candidates", () => {
  it("lots below their basis, not those at it or above", () => {
    const ledger = { transactions: [OLD, buy("2023-03-01", 10, 40, { lotId: "L2" }), buy("2023-04-01", 10, 39.99, { lotId: "L3" })] };
    assert.deepEqual(harvest(factsOf(ledger, AS_OF, { XYZ: 40 })).lots.map(({ lot }) => lot), ["L1"]);
  });

  it("never lots in a retirement account, but a spouse's", () => {
    const ledger = {
      transactions: [
        buy("2023-02-01", 100, 50, { lotId: "R1", account: "R", accountType: "ira" }),
        buy("2023-02-01", 100, 50, { lotId: "S1", account: "S", accountOwner: "spouse" }),
      ],
    };
    assert.deepEqual(harvest(factsOf(ledger, AS_OF, { XYZ: 40 })).lots.map(({ key }) => key), ["XYZ|S|S1"]);
  });

  it("a lot without a name is called by its row, in its key as well", () => {
    const answer = harvest(factsOf({ transactions: [buy("2023-02-01", 100, 50)] }, AS_OF, { XYZ: 40 }));
    assert.deepEqual([answer.lots[0]!.lot, answer.lots[0]!.key, answer.lots[0]!.row], ["row 2", "XYZ|A|ROW 2", 2]);
  });

  it("both thresholds must be met: 1,000 is 20% of 5,000", () => {
    const lots = (minLossCents: number | null, minLossShare: number | null): number =>
      harvest(factsOf({ transactions: [OLD] }, AS_OF, { XYZ: 40 }, { minLossCents, minLossShare })).lots.length;
    assert.deepEqual([lots(100000, 0.2), lots(100001, 0.2), lots(100000, 0.2001), lots(null, null)], [1, 0, 0, 1]);
  });

  it("a price of 0 loses the whole basis; a basis of 0 loses nothing", () => {
    const ledger = { transactions: [OLD, buy("2023-02-02", 5, 0, { lotId: "L0" })] };
    const answer = harvest(factsOf(ledger, AS_OF, { XYZ: 0 }));
    assert.deepEqual(answer.lots.map(({ lot, lossCents, lossShare }) => [lot, lossCents, lossShare]), [["L1", 500000, 1]]);
  });

  it("a symbol without a price is a gap, and so is one that a wrong row stands in the way of", () => {
    const ledger = { transactions: [OLD, buy("2023-02-01", 1, 1, { symbol: "NOP" }), { date: "2024-01-02", action: "SELL", symbol: "BAD", quantity: "5", price: "1" }] };
    const { lots, gaps } = harvest(factsOf(ledger, AS_OF, { XYZ: 40, BAD: 1 }));
    assert.equal(lots.length, 1);
    assert.deepEqual(gaps.map(({ symbol, kind }) => [symbol, kind]), [["NOP", "no-price"], ["BAD", "refused"]]);
    assert.match(gaps[1]!.sentence, /^Row 4: sells 5 BAD, none held/);
  });

  it("before the first trade there is nothing", () => {
    const { lots, gaps } = harvest(factsOf({ transactions: [OLD] }, "2023-01-31", { XYZ: 40 }));
    assert.deepEqual([lots, gaps], [[], []]);
  });
});

describe("R-TLH-2, R-WS-9: purchases in other accounts", () => {
  const withPurchase = (more: object, settings = {}) =>
    lotOf(harvest(factsOf({ settings, transactions: [OLD, buy("2024-12-01", 30, 41, more)] }, AS_OF, { XYZ: 40 })), "L1");

  it("a spouse's purchase of 30 defers 30 × 10 = 300, or loses it for good by choice", () => {
    const spouse = { account: "S", accountOwner: "spouse" };
    assert.deepEqual(figures(withPurchase(spouse)), [1000, 300, 0, 700]);
    assert.deepEqual(figures(withPurchase(spouse, { spouseReplacement: "permanent" })), [1000, 300, 300, 700]);
  });

  it("Broker looks at the account of the sale only (R-WS-10), None at nothing", () => {
    assert.deepEqual(figures(withPurchase({ account: "B" }, { view: "broker" })), [1000, 0, 0, 1000]);
    assert.deepEqual(figures(withPurchase({ account: "A" }, { view: "broker" })), [1000, 300, 0, 700]);
    assert.deepEqual(figures(withPurchase({ account: "A" }, { view: "none" })), [1000, 0, 0, 1000]);
  });

  it("an identical security by the user's groups washes as well (R-WS-14), and is told of", () => {
    const identicalGroups = [["XYZ", "XYY"]];
    const lot = withPurchase({ symbol: "XYY" }, { identicalGroups });
    assert.deepEqual(figures(lot), [1000, 300, 0, 700]);
    assert.deepEqual(lot.washedBy.map(({ symbol, row, shares }) => [symbol, row, shares]), [["XYY", 3, 30]]);
    assert.ok(kinds(lot).includes("identical-held"));
    assert.deepEqual(figures(withPurchase({ symbol: "XYY" })), [1000, 0, 0, 1000]);
  });

  it("digital assets are outside section 1091 (R-DA-2)", () => {
    const ledger = { transactions: [{ ...OLD, assetType: "digital" }, { ...buy("2024-12-01", 30, 41), assetType: "digital" }] };
    assert.deepEqual(figures(lotOf(harvest(factsOf(ledger, AS_OF, { XYZ: 40 })), "L1")), [1000, 0, 0, 1000]);
  });

  it("a call bought on the stock covers 100 of its shares (R-WS-13)", () => {
    const call = { date: "2024-12-02", action: "BUY", symbol: "XYZ 2025-06-20 50 C", quantity: "1", price: "2", assetType: "option", optionType: "call", underlying: "XYZ", multiplier: "100" };
    const lot = lotOf(harvest(factsOf({ transactions: [OLD, call] }, AS_OF, { XYZ: 40, [call.symbol]: 2 })), "L1");
    assert.deepEqual(figures(lot), [1000, 1000, 0, 0]);
    assert.equal(lot.cleanSaleDay, day("2025-01-02"));
  });

  it("an option is worth price × multiplier: 2 contracts bought for 600, now 2 × 100 × 1", () => {
    const call = { date: "2024-06-03", action: "BUY", symbol: "XYZ 2025-06-20 50 C", quantity: "2", price: "3", assetType: "option", optionType: "call", underlying: "XYZ", multiplier: "100", lotId: "C1" };
    assert.deepEqual(figures(lotOf(harvest(factsOf({ transactions: [call] }, AS_OF, { [call.symbol]: 1 })), "C1")), [400, 0, 0, 400]);
  });
});

describe("R-WS-3, R-TLH-2: sales of the as-of day that count as simultaneous", () => {
  it("a lot that took up a loss of the day by itself gives it back when it is sold that day as well", () => {
    const ledger = {
      settings: { sameDaySales: "simultaneous" as const },
      transactions: [
        OLD, buy("2024-12-01", 100, 45, { lotId: "L2" }),
        { date: AS_OF, action: "SELL", symbol: "XYZ", quantity: "100", price: "40", lots: [{ lotId: "L1" }] },
      ],
    };
    // With the sale of L1 alone, its 1,000 are in L2. Sold together, L2 has only its own 100 × 5.
    assert.deepEqual(figures(lotOf(harvest(factsOf(ledger, AS_OF, { XYZ: 40 })), "L2")), [500, 0, 0, 500]);
  });
});

describe("R-TLH-3: rows after the as-of day", () => {
  it("a reinvestment already listed for the 20th washes its shares, and the clean day is 31 days after it", () => {
    const drip = { date: "2024-12-20", action: "DRIP", symbol: "XYZ", quantity: "1.5", price: "41" };
    const lot = lotOf(harvest(factsOf({ transactions: [OLD, drip] }, AS_OF, { XYZ: 40 })), "L1");
    assert.deepEqual(figures(lot), [1000, 15, 0, 985]);
    assert.deepEqual(lot.washedBy.map(({ pending, row, shares }) => [pending, row, shares]), [[true, 3, 1.5]]);
    assert.equal(lot.cleanSaleDay, day("2025-01-20"));
    assert.deepEqual([lot.safeShares, lot.cleanAfterSelling], [0, []]);
  });

  it("on day 30 it washes, on day 31 it does not", () => {
    const washed = (date: string): number =>
      lotOf(harvest(factsOf({ transactions: [OLD, buy(date, 10, 41)] }, AS_OF, { XYZ: 40 })), "L1").washedCents;
    assert.deepEqual([washed("2025-01-09"), washed("2025-01-10")], [10000, 0]);
  });

  it("a later sale of the very lot does not stand in the way", () => {
    const later = { date: "2024-12-20", action: "SELL", symbol: "XYZ", quantity: "100", price: "40" };
    assert.deepEqual(figures(lotOf(harvest(factsOf({ transactions: [OLD, later] }, AS_OF, { XYZ: 40 })), "L1")), [1000, 0, 0, 1000]);
  });
});

describe("R-TLH-2: what a lot is", () => {
  it("a lot raised by an earlier wash loses its deferred loss as well: 20 × (42 + 10 − 40) = 240", () => {
    const ledger = {
      transactions: [
        buy("2023-02-01", 20, 50), { date: "2024-06-03", action: "SELL", symbol: "XYZ", quantity: "20", price: "40" },
        buy("2024-06-10", 20, 42, { lotId: "L2" }),
      ],
    };
    assert.deepEqual(figures(lotOf(harvest(factsOf(ledger, AS_OF, { XYZ: 40 })), "L2")), [240, 0, 0, 240]);
  });

  it("a gift worth less than its giver's basis has the lower basis for a loss, and no loss in between (R-GIFT-1)", () => {
    const gift = { date: "2024-03-01", action: "GIFT_IN", symbol: "XYZ", quantity: "10", donorBasis: "500", donorAcquired: "2020-01-02", fmv: "45", lotId: "G1" };
    // 10 × 45 − 10 × 40 = 50; at 47 it is neither gain nor loss.
    const at = (price: number) => harvest(factsOf({ transactions: [gift] }, AS_OF, { XYZ: price })).lots.map((lot) => [lot.lossCents, lot.term]);
    assert.deepEqual(at(40), [[5000, "Short"]]);
    assert.deepEqual(at(47), []);
  });

  it("fractions of a share: 0.3333 at 30 is 10.00, at 25 it is 8.33", () => {
    const lot = lotOf(harvest(factsOf({ transactions: [buy("2023-02-01", 0.3333, 30, { lotId: "F" })] }, AS_OF, { XYZ: 25 })), "F");
    assert.deepEqual([lot.basisCents, lot.valueCents, lot.shares, lot.safeShares], [1000, 833, 0.3333, 0.3333]);
  });

  it("moved to another account, what is left of the purchase and what has moved are two candidates that do not wash each other", () => {
    const ledger = {
      transactions: [
        buy("2024-12-01", 100, 50, { lotId: "L1" }),
        { date: "2024-12-05", action: "TRANSFER", symbol: "XYZ", quantity: "40", fromAccount: "A", account: "A", toAccount: "B" },
      ],
    };
    const { lots } = harvest(factsOf(ledger, AS_OF, { XYZ: 40 }));
    assert.deepEqual(lots.map(({ key, shares, washedCents }) => [key, shares, washedCents]), [["XYZ|A|L1", 60, 0], ["XYZ|B|L1", 40, 0]]);
  });

  it("a split between purchase and sale: 100 at 50 are 200 at 25, now 20", () => {
    const split = { date: "2024-05-01", action: "SPLIT", symbol: "XYZ", newShares: "2", oldShares: "1" };
    const lot = lotOf(harvest(factsOf({ transactions: [OLD, split] }, AS_OF, { XYZ: 20 })), "L1");
    assert.deepEqual([lot.shares, ...figures(lot)], [200, 1000, 0, 0, 1000]);
  });

  it("an open short is told of (R-SS-5)", () => {
    const short = { date: "2024-10-01", action: "SHORT", symbol: "XYZ", quantity: "10", price: "45", account: "B" };
    assert.ok(kinds(lotOf(harvest(factsOf({ transactions: [OLD, short] }, AS_OF, { XYZ: 40 })), "L1")).includes("short-open"));
  });
});

describe("R-TLH-3: which lots sold first make a loss clean", () => {
  const TWO = { transactions: [OLD, buy("2024-11-20", 20, 42, { lotId: "L2" })] };

  it("the young lot first, and nothing of the old one is washed", () => {
    const lot = lotOf(harvest(factsOf(TWO, AS_OF, { XYZ: 40 })), "L1");
    assert.deepEqual(lot.cleanAfterSelling, [{ key: "XYZ|A|L2", lot: "L2", account: "A", shares: 20 }]);
    assert.equal(lot.safeShares, 0);
  });

  it("a plan of both sells them in that order: 1,000 + 40, nothing washed", () => {
    const planned = plan(factsOf(TWO, AS_OF, { XYZ: 40 }), [{ key: "XYZ|A|L1", shares: null }, { key: "XYZ|A|L2", shares: null }]);
    assert.deepEqual(planned.sales.map(({ lot }) => lot), ["L2", "L1"]);
    assert.deepEqual([planned.harvestedCents, planned.washedCents], [104000, 0]);
  });

  it("the old one alone: 200 of its 1,000 are deferred", () => {
    const planned = plan(factsOf(TWO, AS_OF, { XYZ: 40 }), [{ key: "XYZ|A|L1", shares: null }]);
    assert.deepEqual([planned.harvestedCents, planned.washedCents, planned.permanentCents], [80000, 20000, 0]);
    assert.deepEqual(planned.buyBack, [{ symbol: "XYZ", from: day("2025-01-10") }]);
  });

  it("where the shares in the way lie in an IRA, none", () => {
    const ledger = { transactions: [OLD, buy("2024-12-01", 30, 41, { account: "R", accountType: "ira" })] };
    assert.deepEqual(lotOf(harvest(factsOf(ledger, AS_OF, { XYZ: 40 })), "L1").cleanAfterSelling, []);
  });
});

describe("R-TLH-3: what may wash the loss later", () => {
  const warningsOf = (transactions: Parameters<typeof factsOf>[0]["transactions"]): readonly HarvestWarning[] =>
    lotOf(harvest(factsOf({ transactions: [OLD, ...transactions] }, AS_OF, { XYZ: 40 })), "L1").warnings;
  const drip = (date: string, more: object = {}) => ({ date, action: "DRIP", symbol: "XYZ", quantity: "1", price: "45", ...more });

  it("dividends reinvested in the last 100 days, by account", () => {
    assert.deepEqual(warningsOf([drip("2024-09-16"), drip("2024-10-01", { account: "R", accountType: "ira" })]), [
      { kind: "reinvests", account: "R", retirement: true, lastDay: day("2024-10-01") },
      { kind: "reinvests", account: "A", retirement: false, lastDay: day("2024-09-16") },
    ]);
    assert.deepEqual(warningsOf([drip("2024-08-30")]), []);
  });

  it("shares that vest each quarter: 20 March, 20 June, 20 September, so about 20 December", () => {
    const vest = (date: string) => ({ date, action: "RSU_VEST", symbol: "XYZ", quantity: "5", price: "45" });
    // 92 days from June to September, as from March to June.
    assert.deepEqual(warningsOf([vest("2024-03-20"), vest("2024-06-20"), vest("2024-09-20")]), [
      { kind: "buys-regularly", account: "A", retirement: false, expected: day("2024-12-21") },
    ]);
  });

  it("not purchases at odd distances", () => {
    assert.deepEqual(warningsOf([buy("2024-03-20", 5, 45), buy("2024-04-02", 5, 45), buy("2024-09-20", 5, 45)]), []);
  });
});

describe("R-TLH-6: the term, and what it is worth", () => {
  const year = plentyAtRates(AS_OF, 0.37, 0.2);

  it("a short-term loss saves 37%, long-term 20%; the day it turns is told", () => {
    const ledger = { transactions: [buy("2024-02-01", 100, 50, { lotId: "S" }), buy("2023-02-01", 100, 50, { lotId: "L" })] };
    const answer = harvest(factsOf(ledger, AS_OF, { XYZ: 40 }, { year }));
    const [short, long] = [lotOf(answer, "S"), lotOf(answer, "L")];
    assert.deepEqual([short.term, short.taxSavedCents, short.taxSavedLongCents, short.longTermOn], ["Short", 37000, 20000, day("2025-02-02")]);
    assert.equal(short.daysToLongTerm, day("2025-02-02") - day(AS_OF));
    assert.deepEqual([long.term, long.taxSavedCents, long.taxSavedLongCents, long.longTermOn, long.daysToLongTerm], ["Long", 20000, null, null, null]);
    assert.deepEqual(answer.lots.map(({ lot }) => lot), ["S", "L"]);
  });

  it("without rates nothing is said of tax", () => {
    const lot = lotOf(harvest(factsOf({ transactions: [OLD] }, AS_OF, { XYZ: 40 })), "L1");
    assert.deepEqual([lot.taxSavedCents, lot.taxSavedLongCents], [null, null]);
  });
});
