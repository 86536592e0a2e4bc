import assert from "node:assert/strict";
import { ASK, FACTS, hindranceOf, planOfAsk, RATES, ROWS } from "./asked";

const sold = ({ plan }: Awaited<ReturnType<typeof planOfAsk>>): readonly (readonly [string, number])[] => plan.sales.map(({ symbol, shares }) => [symbol, shares] as const);

describe("Plan: cash at the least tax (R-TAX-5)", () => {
  it("600 are raised by AAA: its long-term gain of 100 at 20 % costs 20.00, where BBB costs 33.30 and CCC 80.00", async () => {
    const view = await planOfAsk();
    assert.deepEqual(sold(view), [["AAA", 10]]);
    assert.deepEqual([view.taxCents, view.taxOfSalesCents, view.gapCents], [2_000, [2_000], 0]);
  });

  it("a plain order sells what cost most first: BBB's short-term gain of 90 at 37 % is 33.30", async () =>
    assert.equal((await planOfAsk()).plainTaxCents, 3_330));

  it("of a lot no more shares are sold than the cash needs: 300 are 5 shares of AAA, 5 × 10 × 20 % = 10.00", async () => {
    const view = await planOfAsk({ purpose: { kind: "cash", cents: 30_000 } });
    assert.deepEqual(sold(view), [["AAA", 5]]);
    // The plain order sells 5 of BBB: 5 × 9 × 37 % = 16.65.
    assert.deepEqual([view.taxCents, view.plainTaxCents], [1_000, 1_665]);
  });

  it("the tax of the sales adds up to the tax of the plan", async () => {
    const view = await planOfAsk({ purpose: { kind: "cash", cents: 120_000 } });
    assert.deepEqual(sold(view).map(([symbol]) => symbol).sort(), ["AAA", "BBB"]);
    assert.equal(view.taxCents, 2_000 + 3_330);
    assert.equal(view.taxOfSalesCents?.reduce((sum, cents) => sum + cents, 0), view.taxCents);
  });

  it("what the year has realised counts: beside a loss of 500 gains of both terms cost the same, so that the smaller is sold", async () => {
    const rows = [...ROWS, ["2023-01-03", "Buy", "DDD", 10, 100, "Schwab"], ["2024-02-01", "Sell", "DDD", 10, 50, "Schwab"]];
    const view = await planOfAsk({}, { ...FACTS, rows, settings: [...RATES, ["Filing status", "Single"]] });
    // A dollar of gain takes away a dollar of loss that would have saved 37 % on other income (R-NET-2): of AAA
    // 100 × 37 % = 37.00, of BBB 90 × 37 % = 33.30.
    assert.deepEqual(sold(view), [["BBB", 10]]);
    assert.equal(view.taxCents, 3_330);
  });
});

describe("Plan: limits", () => {
  it("a lot that is kept is not sold: without AAA, BBB is the least at 33.30, and the plain order is held to it too", async () => {
    const view = await planOfAsk({ keepLots: ["AAA|SCHWAB|ROW 2"] });
    assert.deepEqual(sold(view), [["BBB", 10]]);
    assert.deepEqual([view.taxCents, view.plainTaxCents], [3_330, 3_330]);
  });

  it("a symbol that is kept, however it is written", async () =>
    assert.deepEqual(sold(await planOfAsk({ keepSymbols: ["aaa", "BBB"] })), [["CCC", 10]]));

  it("an account that is kept", async () => assert.deepEqual(sold(await planOfAsk({ keepAccounts: ["Schwab"] })), [["CCC", 10]]));

  it("no more than 300 of a symbol: 5 of AAA and 5 of BBB, 10.00 + 16.65, and no plain order beside it", async () => {
    const view = await planOfAsk({ mostOfSymbolCents: 30_000 });
    assert.deepEqual([...sold(view)].sort(), [["AAA", 5], ["BBB", 5]]);
    assert.deepEqual([view.taxCents, view.plainTaxCents], [2_665, null]);
  });

  it("limits that leave too little are told, with what to do", async () => {
    const nothing = await hindranceOf({ keepSymbols: ["AAA", "BBB", "CCC"] });
    assert.deepEqual([nothing.where, nothing.sentence], ["limits", "Your limits keep every lot that could be sold. Take one of them away."]);
    const little = await hindranceOf({ keepSymbols: ["AAA"], purpose: { kind: "cash", cents: 150_000 } });
    assert.equal(little.where, "limits");
    assert.match(little.sentence, /ask for/i);
  });
});

describe("Plan: what stands in the way", () => {
  it("no prices", async () => {
    const { prices: _, ...without } = FACTS;
    const { where, sentence } = await hindranceOf({}, without);
    assert.deepEqual([where, sentence], ["prices", "A plan needs prices, and there are none yet."]);
  });

  it("settings that state no tax", async () => {
    const { sentence, where } = await hindranceOf({}, { ...FACTS, settings: [] });
    assert.equal(where, "settings");
    assert.match(sentence, /Add Tax year, Filing status and Taxable income to the settings, or Short rate and Long rate\./);
  });

  it("a wrong row that may hide results of the year", async () => {
    const { sentence, where } = await hindranceOf({}, { ...FACTS, rows: [...ROWS, ["2024-04-01", "Sell", "AAA", 99, 30, "Schwab"]] });
    assert.equal(where, "rows");
    assert.match(sentence, /Row 5: sells 99 AAA/);
  });

  it("more cash than all lots bring: 1,800", async () => {
    const { sentence, where } = await hindranceOf({ purpose: { kind: "cash", cents: 180_001 } });
    assert.equal(where, "ask");
    assert.match(sentence, /\$1,800\.00/);
  });

  it("a symbol without a price is left out and named", async () => {
    const view = await planOfAsk({}, { ...FACTS, prices: { AAA: 60, BBB: 60 } });
    assert.deepEqual(view.gaps.map(({ symbol, kind }) => [symbol, kind]), [["CCC", "no-price"]]);
  });

  it("the answer says what was asked and by which settings", async () => {
    const view = await planOfAsk();
    assert.deepEqual(view.ask, ASK);
    assert.match(view.settingsSaid, /short rate 37%, long rate 20%/);
  });
});

describe("Plan: a gain or a loss to take", () => {
  it("a gain of 100 is long-term and costs 20.00, where BBB's 90 would cost 33.30; no plain order is beside it", async () => {
    const view = await planOfAsk({ purpose: { kind: "gain", cents: 10_000 } });
    assert.deepEqual([view.plan.shortGainCents, view.plan.longGainCents], [0, 10_000]);
    assert.deepEqual([view.taxCents, view.gapCents, view.plainTaxCents], [2_000, 0, null]);
  });

  it("a loss of 150 and no more is 5 shares of LLL, 5 × (90 - 60); it lowers the tax by 150 × 37 % = 55.50", async () => {
    const rows = [...ROWS, ["2023-01-03", "Buy", "LLL", 10, 90, "Schwab"]];
    const view = await planOfAsk({ purpose: { kind: "loss", cents: 15_000 }, exactness: "exactly" }, { ...FACTS, rows, prices: { ...FACTS.prices, LLL: 60 } });
    assert.deepEqual(sold(view), [["LLL", 5]]);
    assert.deepEqual([view.plan.harvestedCents, view.taxCents], [15_000, -5_550]);
  });
});

describe("Plan: free gain and gifts", () => {
  const RETURN = [["Tax year", 2024], ["Filing status", "Single"], ["Taxable income", 40_000]];

  it("the 0 % band of 2024 ends at 47,025 for Single: 7,025 of room takes AAA's 100 and CCC's 400, not BBB, which is short-term", async () => {
    const view = await planOfAsk({ purpose: { kind: "free gain" } }, { ...FACTS, settings: RETURN });
    assert.deepEqual([...sold(view)].sort(), [["AAA", 10], ["CCC", 10]]);
    // A few cents more are taxed at less than half a cent.
    assert.equal(Math.floor((view.roomCents ?? 0) / 100), 7_025);
    assert.deepEqual([view.plan.longGainCents, view.taxCents], [50_000, 0]);
  });

  it("at a long-term rate of 20 % there is no room, and no sale", async () => {
    const view = await planOfAsk({ purpose: { kind: "free gain" } });
    // At most the cents whose tax is less than half a cent.
    assert.ok(view.roomCents !== null && view.roomCents <= 2, String(view.roomCents));
    assert.equal(view.plan.sales.length, 0);
  });

  it("900 are given as CCC, 400 of gain on 600, and 5 of AAA, 50 on 300; selling them would add 450 × 20 % = 90.00", async () => {
    const view = await planOfAsk({ purpose: { kind: "charity", cents: 90_000 } });
    assert.deepEqual(sold(view), [["CCC", 10], ["AAA", 5]]);
    assert.deepEqual([view.plan.longGainCents, view.taxCents, view.gapCents], [45_000, 9_000, null]);
  });

  it("the gifts need no return: without one they are the same, and the tax avoided is not told", async () => {
    const ask = { purpose: { kind: "charity", cents: 90_000 } } as const;
    const view = await planOfAsk(ask, { ...FACTS, settings: [] });
    assert.deepEqual(sold(view), [["CCC", 10], ["AAA", 5]]);
    assert.deepEqual([view.plan.longGainCents, view.taxCents, view.taxOfSalesCents], [45_000, null, null]);
    assert.equal((await hindranceOf({}, { ...FACTS, settings: [] })).where, "settings");
  });

  it("a loss that no lot has is refused in words", async () => {
    const { where, sentence } = await hindranceOf({ purpose: { kind: "loss", cents: 10_000 } });
    assert.equal(where, "ask");
    assert.match(sentence, /^\$100\.00 of loss is more than there is: all lots that may be sold come to \$0\.00 of loss before wash sales\. Ask for no more\.$/);
  });
});
