import assert from "node:assert/strict";
import { answerHoldings } from "../../src/taskpane/sell/answer-holdings";
import { answerSell } from "../../src/taskpane/sell/answer-sell";
import type { HoldingsView, SellAsk, SellView } from "../../src/taskpane/sell/sell-view";
import { answerOf, day, deskOf, HEADINGS, refusalOf, type DeskFacts, type Rows } from "./desk-of";

const RATES: Rows = [["Short rate", 0.37], ["Long rate", 0.2]];

/** Lots of 10 shares at 20, 35 and 30 in rows 2, 3 and 4. */
const THREE_LOTS: Rows = [
  ["2024-01-02", "Buy", "XYZ", 10, 20, "A"],
  ["2024-02-01", "Buy", "XYZ", 10, 35, "A"],
  ["2024-03-01", "Buy", "XYZ", 10, 30, "A"],
];

const ASK: SellAsk = { symbol: "XYZ", account: null, shares: 10, price: 40, day: day("2024-06-03"), method: "FIFO", lots: [] };

const three = (settings: Rows = RATES): DeskFacts => ({ rows: THREE_LOTS, asOf: "2024-06-03", settings });
const sell = (facts: DeskFacts, ask: Partial<SellAsk> = {}): Promise<SellView> => answerOf(answerSell, deskOf(facts), { ...ASK, ...ask });
const refused = (facts: DeskFacts, ask: Partial<SellAsk>): Promise<string> => refusalOf(answerSell, deskOf(facts), { ...ASK, ...ask });
const holdings = (facts: DeskFacts): Promise<HoldingsView> => answerOf(answerHoldings, deskOf(facts), {});

describe("Sell: the lots a method takes", () => {
  it("FIFO sells the lot at 20: a short gain of 200, taxed at 37%: 74.00", async () => {
    const { chosen } = await sell(three());
    assert.deepEqual([chosen.method, chosen.shortGainCents, chosen.longGainCents, chosen.taxCents], ["FIFO", 20_000, 0, 7_400]);
    assert.deepEqual(chosen.lots.map(({ lot, row, shares, held, basisCents, proceedsCents, term }) => [lot, row, shares, held, basisCents, proceedsCents, term]), [
      ["row 2", 2, 10, 10, 20_000, 40_000, "Short"],
    ]);
  });

  it("left to the settings, the standing order is in force", async () => {
    assert.equal((await sell(three([["Method", "LIFO"]]), { method: null })).chosen.method, "LIFO");
    assert.equal((await sell(three(), { method: null })).chosen.method, "FIFO");
  });

  it("what remains: 15 of 30 shares in two lots, 5 × 35 + 10 × 30 = 475.00", async () => {
    const { remaining } = await sell(three(), { shares: 15 });
    assert.deepEqual(remaining, { shares: 15, lots: 2, basisCents: 47_500 });
  });

  it("pieces of one purchase that took up a loss in part are one lot", async () => {
    // Row 3 loses 10 × 10 = 100; row 4 buys 20, of which 10 take it up: 20 × 41 + 100 = 920.
    const rows: Rows = [
      ["2023-01-03", "Buy", "XYZ", 10, 50, "A"],
      ["2024-11-04", "Sell", "XYZ", 10, 40, "A"],
      ["2024-11-11", "Buy", "XYZ", 20, 41, "A"],
    ];
    const { chosen, held } = await sell({ rows, asOf: "2025-01-10", settings: RATES }, { shares: 20, price: 60, day: day("2025-01-10") });
    assert.deepEqual(chosen.lots.map(({ row, shares, basisCents, term }) => [row, shares, basisCents, term]), [[4, 20, 92_000, "Mixed"]]);
    assert.match(chosen.lots[0]?.note ?? "", /100\.00 disallowed on earlier sales/);
    assert.deepEqual(held.map(({ shares, basisCents }) => [shares, basisCents]), [[20, 92_000]]);
  });
});

describe("Sell: the methods side by side", () => {
  it("least tax first: HIFO 50 × 37% = 18.50, LIFO 37.00, FIFO and LOFO 74.00", async () => {
    const { compared, moreThanBestCents, byTax } = await sell(three());
    const of = (name: string) => compared.find(({ method, sameAs }) => method === name || sameAs.includes(name));
    assert.deepEqual(["HIFO", "LIFO", "FIFO", "LOFO"].map((name) => of(name)?.taxCents), [1_850, 3_700, 7_400, 7_400]);
    assert.equal(of("HIFO"), compared[0]);
    assert.equal(of("FIFO"), of("LOFO"));
    assert.deepEqual([moreThanBestCents, byTax], [7_400 - 1_850, true]);
    assert.deepEqual(compared.map(({ taxCents }) => taxCents), compared.map(({ taxCents }) => taxCents).sort((a, b) => a! - b!));
  });

  it("every method stands in exactly one group", async () => {
    const { compared } = await sell(three());
    const names = compared.flatMap(({ method, sameAs }) => [method, ...sameAs]);
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.includes("VANGUARD_MINTAX") && names.includes("MINTAX"));
  });

  it("without a return or rates, least gain first, and the sentence names the settings", async () => {
    const view = await sell(three([]));
    assert.equal(view.byTax, false);
    assert.equal(view.compared[0]?.allowedCents, 5_000);
    assert.equal(view.moreThanBestCents, 15_000);
    assert.match(view.withoutTax ?? "", /Add Tax year, Filing status and Taxable income to the settings, or Short rate and Long rate/);
    assert.equal(view.taxNeedsSettings, true);
    assert.deepEqual([view.least, view.waitings], [null, []]);
    assert.deepEqual(view.lackRates, ["MINTAX", "FOLIO_WLFS", "FOLIO_WGFS"]);
  });

  it("State rate and NIIT come on top: FIFO's 200 × (37% + 5% + 3.8%) = 91.60", async () =>
    assert.equal((await sell(three([...RATES, ["State rate", 0.05], ["NIIT", 0.038]]))).chosen.taxCents, 9_160));

  it("a loss that is washed saves no tax, and a method that avoids it wins", async () => {
    // At 25: row 2 gains 50; row 3 loses 100, row 4 loses 50; row 5 bought 10 more 14 days before the sale, at 26.
    const rows: Rows = [...THREE_LOTS, ["2024-05-20", "Buy", "XYZ", 10, 26, "A"]];
    const view = await sell({ rows, asOf: "2024-06-03", settings: RATES }, { price: 25, method: "HIFO" });
    assert.deepEqual([view.chosen.shortGainCents, view.chosen.disallowedCents, view.chosen.taxCents], [-10_000, 10_000, 0]);
    // LIFO sells row 5 itself: a loss of 10 that no other purchase within 30 days takes up. 10 × 37% = 3.70 saved.
    assert.deepEqual([view.compared[0]?.method, view.compared[0]?.taxCents], ["LIFO", -370]);
    assert.equal(view.moreThanBestCents, 370);
  });

  it("R-AVG-1: average basis is compared for a fund and not for a stock", async () => {
    const has = async (type: string): Promise<boolean> => {
      const rows = THREE_LOTS.map((row) => [...row, type]);
      const { compared } = await sell({ rows, headings: [...HEADINGS, "Type"], asOf: "2024-06-03", settings: RATES });
      return compared.some(({ method, sameAs }) => method === "AVG" || sameAs.includes("AVG"));
    };
    assert.equal(await has("Fund"), true);
    assert.equal(await has("Stock"), false);
  });
});

/** The return of 2024, single, 60,000 of taxable income: 22% on short-term gain, 15% on long-term (Rev. Proc. 2023-34). */
const RETURN: Rows = [["Tax year", 2024], ["Filing status", "Single"], ["Taxable income", 60_000]];

/** At 60 on 2024-06-03: long-term gains of 12 and 20 a share in rows 2 and 3, short-term gains of 5 and 10 in rows 4 and 5. */
const TWO_TERMS: Rows = [
  ["2022-01-03", "Buy", "XYZ", 10, 48, "A"],
  ["2022-02-01", "Buy", "XYZ", 10, 40, "A"],
  ["2024-01-02", "Buy", "XYZ", 10, 55, "A"],
  ["2024-02-01", "Buy", "XYZ", 10, 50, "A"],
];

describe("R-TAX-5: a sale by the year's tax", () => {
  const facts: DeskFacts = { rows: TWO_TERMS, asOf: "2024-06-03", settings: RETURN };
  const ask = { shares: 20, price: 60 };

  it("the lots of least tax are rows 2 and 4, which no method sells: 120 × 15% + 50 × 22% = 29.00; HIFO 150 × 22% = 33.00, FIFO 320 × 15% = 48.00", async () => {
    const { compared, chosen, moreThanBestCents, least } = await sell(facts, ask);
    assert.deepEqual(compared.map(({ method, isLeast, taxCents }) => [method, isLeast, taxCents]), [
      [null, true, 2_900],
      [compared.find(({ method, sameAs }) => method === "HIFO" || sameAs.includes("HIFO"))?.method, false, 3_300],
      ["FIFO", false, 4_800],
    ]);
    assert.deepEqual([chosen.taxCents, moreThanBestCents], [4_800, 1_900]);
    assert.deepEqual(least, { lots: [{ lot: "row 2", shares: 10 }, { lot: "row 4", shares: 10 }], gapCents: 0 });
  });

  it("taken one by one they are the best, and stand in its bar", async () => {
    const { least } = await sell(facts, ask);
    const { chosen, compared, moreThanBestCents } = await sell(facts, { ...ask, method: null, lots: least!.lots });
    assert.deepEqual([chosen.taxCents, moreThanBestCents, chosen.isLeast], [2_900, 0, true]);
    assert.equal(chosen.sameness, compared[0]?.sameness);
  });

  it("in the 0% band a long-term gain costs nothing: FIFO's 120 nothing, LIFO's 100 at 12% = 12.00", async () => {
    const view = await sell({ ...facts, settings: [["Tax year", 2024], ["Filing status", "Single"], ["Taxable income", 30_000]] }, { price: 60 });
    const of = (name: string) => view.compared.find(({ method, sameAs }) => method === name || sameAs.includes(name))?.taxCents;
    assert.deepEqual([of("FIFO"), of("LIFO"), view.moreThanBestCents], [0, 1_200, 0]);
  });

  it("R-NET-2: under 5,000 of loss already realised a gain of 100 costs nothing this year, since 3,000 are deducted all the same", async () => {
    const rows: Rows = [...TWO_TERMS, ["2024-01-03", "Buy", "ABC", 100, 100, "A"], ["2024-03-01", "Sell", "ABC", 100, 50, "A"]];
    const { chosen } = await sell({ ...facts, rows }, { price: 60, method: "LIFO" });
    assert.deepEqual([chosen.shortGainCents, chosen.taxCents], [10_000, 0]);
  });

  it("all that is held is the same lots by every method", async () => {
    const { compared } = await sell(facts, { shares: 40, price: 60 });
    assert.equal(compared.length, 1);
  });

  it("the return of another year is no return for this sale", async () => {
    const view = await sell({ ...facts, settings: [["Tax year", 2023], ...RETURN.slice(1)] }, ask);
    assert.match(view.withoutTax ?? "", /return of 2023, not of 2024/);
    assert.equal(view.chosen.taxCents, null);
  });

  it("R-TAX-4: a collectible at a long-term gain has no tax here, and no setting would give it", async () => {
    const rows = TWO_TERMS.map((row) => [...row, "Collectible"]);
    const view = await sell({ ...facts, rows, headings: [...HEADINGS, "Type"] }, ask);
    assert.match(view.withoutTax ?? "", /collectible/);
    assert.equal(view.taxNeedsSettings, false);
  });

  it("a wrong row elsewhere that may hide results of the year withholds the tax, and says which", async () => {
    const rows: Rows = [...TWO_TERMS, ["2024-04-01", "Sell", "ABC", 5, 30, "A"]];
    const view = await sell({ ...facts, rows }, ask);
    assert.match(view.withoutTax ?? "", /Row 6: sells 5 ABC/);
    assert.equal(view.taxNeedsSettings, false);
  });
});

describe("Sell: wait or sell", () => {
  const facts: DeskFacts = { rows: TWO_TERMS, asOf: "2024-06-03", settings: RETURN };

  // Row 5, bought 2024-02-01, is long-term from 2025-02-02 on, 244 days later. Tax 100 × 22% = 22.00 now, 100 × 15% = 15.00 then.
  // Even where 600 - 22 = 578.00 is kept: at 591.76 the tax is 91.76 × 15% = 13.76, which keeps 578.00. 59.18 a share, 1.37% below 60.
  it("a short-term gain: what waiting saves, and how far the price may fall", async () => {
    const { waitings } = await sell(facts, { price: 60, method: "LIFO" });
    const move = waitings[0]?.breakEvenMove ?? 0;
    assert.deepEqual(waitings.map(({ breakEvenMove: _, ...waiting }) => waiting), [
      { shares: 10, longTermOn: day("2025-02-02"), days: 244, isLoss: false, savesCents: 700, breakEvenPriceCents: 5_918, isAnotherYear: true },
    ]);
    assert.ok(Math.abs(move - (591.76 - 600) / 600) < 1e-9, String(move));
  });

  // 1,000 of short and 1,000 of long gain are realised: a short loss of 50 lowers the first, 22% = 11.00, a long one the second, 7.50.
  // Even where v + 15% × (500 - v) = 450 + 11: v = 386 / 0.85 = 454.12 to the next cent, 45.41 a share.
  it("a short-term loss the other way round: what waiting costs", async () => {
    const rows: Rows = [
      ...TWO_TERMS,
      ["2022-01-03", "Buy", "ABC", 10, 100, "A"], ["2024-03-01", "Sell", "ABC", 10, 200, "A"],
      ["2024-01-03", "Buy", "DEF", 10, 100, "A"], ["2024-03-01", "Sell", "DEF", 10, 200, "A"],
    ];
    const { waitings } = await sell({ ...facts, rows }, { price: 45, method: "LIFO" });
    assert.deepEqual(waitings.map(({ isLoss, savesCents, breakEvenPriceCents }) => [isLoss, savesCents, breakEvenPriceCents]), [[true, -350, 4_541]]);
  });

  it("a loss that is worth the same long-term is not named: 50 at 22% against other income, whichever term it has", async () =>
    assert.deepEqual((await sell(facts, { price: 45, method: "LIFO" })).waitings, []));

  it("what is long-term already has nothing to wait for; neither has a loss that is washed", async () => {
    assert.deepEqual((await sell(facts, { price: 60 })).waitings, []);
    const rows: Rows = [...TWO_TERMS, ["2024-05-20", "Buy", "XYZ", 10, 46, "B"]];
    assert.deepEqual((await sell({ ...facts, rows }, { price: 45, method: "LIFO", account: "A" })).waitings, []);
  });

  it("each day for itself, soonest first: rows 4 and 5", async () => {
    const { waitings } = await sell(facts, { shares: 20, price: 60, method: "LIFO" });
    assert.deepEqual(waitings.map(({ longTermOn }) => longTermOn), [day("2025-01-03"), day("2025-02-02")]);
  });
});

describe("R-WS-1: the warning before a sale", () => {
  it("names the purchase that would take up the loss: 4 of 10 shares at a loss of 10 each, 40.00", async () => {
    const rows: Rows = [["2023-01-03", "Buy", "XYZ", 10, 50, "A"], ["2024-05-20", "Buy", "XYZ", 4, 41, "A"]];
    const { chosen } = await sell({ rows, asOf: "2024-06-03", settings: RATES });
    assert.equal(chosen.disallowedCents, 4_000);
    assert.deepEqual(chosen.washedBy, [
      { row: 3, symbol: "XYZ", account: "A", day: day("2024-05-20"), shares: 4, disallowedCents: 4_000, permanentCents: 0 },
    ]);
  });

  it("Rev. Rul. 2008-5: in a Roth IRA it is lost for good", async () => {
    const rows: Rows = [["2023-01-03", "Buy", "XYZ", 10, 50, "A"], ["2024-05-20", "Buy", "XYZ", 4, 41, "Roth IRA"]];
    const { chosen } = await sell({ rows, asOf: "2024-06-03", settings: RATES });
    assert.equal(chosen.permanentCents, 4_000);
  });
});

describe("R-ID-2: lots chosen one by one", () => {
  it("win over any method: 6 of row 3 and 4 of row 4 gain 6 × 5 + 4 × 10 = 70", async () => {
    const { chosen } = await sell(three(), { lots: [{ lot: "row 3", shares: 6 }, { lot: "row 4", shares: 4 }] });
    assert.deepEqual([chosen.method, chosen.shortGainCents], [null, 7_000]);
  });

  it("are measured against the best method: row 3 is what HIFO takes, row 4 costs (10 - 5) × 10 × 37% = 18.50 more", async () => {
    const more = async (lot: string): Promise<number> => (await sell(three(), { lots: [{ lot, shares: 10 }] })).moreThanBestCents;
    assert.equal(await more("row 3"), 0);
    assert.equal(await more("row 4"), 1_850);
  });

  it("shares that do not add up are told in words", async () =>
    assert.match(await refused(three(), { lots: [{ lot: "row 3", shares: 6 }] }), /sells 10 XYZ, but Lots names 6/));

  it("more of a lot than is held in it", async () =>
    assert.match(await refused(three(), { shares: 12, lots: [{ lot: "row 3", shares: 12 }] }), /12 XYZ of lot row 3, only 10 held/));

  it("every lot held has a key that names it, whatever the Lot column calls it", async () => {
    const rows = [["2024-01-02", "Buy", "XYZ", 10, 20, "A", "first"], ["2024-02-01", "Buy", "XYZ", 10, 35, "A", ""]];
    const facts = { rows, headings: [...HEADINGS, "Lot"], asOf: "2024-06-03" };
    const { held } = await sell(facts);
    assert.deepEqual(held.map(({ lot }) => lot), ["first", "row 3"]);
    for (const { key, lot } of held) {
      const { chosen } = await sell(facts, { lots: [{ lot: key, shares: 10 }] });
      assert.deepEqual(chosen.lots.map((sold) => sold.lot), [lot]);
    }
  });

  it("is offered in one account at a time", async () => {
    const rows: Rows = [...THREE_LOTS, ["2024-03-01", "Buy", "XYZ", 10, 30, "B"]];
    const facts = { rows, asOf: "2024-06-03" };
    assert.match((await sell(facts)).notLotByLot ?? "", /in 2 accounts\. Choose one/);
    assert.equal((await sell(facts, { account: "A" })).notLotByLot, null);
  });

  it("R-AVG-3: is not offered at average basis, and says why", async () => {
    const rows = THREE_LOTS.map((row) => [...row, "Fund"]);
    const facts = { rows, headings: [...HEADINGS, "Type"], asOf: "2024-06-03", settings: [["Method", "AVG"]] };
    assert.match((await sell(facts, { method: null })).notLotByLot ?? "", /average basis.*R-AVG-3/);
  });
});

describe("Sell: what cannot be sold", () => {
  it("more than is held", async () => assert.match(await refused(three(), { shares: 31 }), /sells 31 XYZ, only 30 held/));
  it("before it was bought", async () => assert.match(await refused(three(), { day: day("2023-12-29") }), /none held/));
  it("from a retirement account", async () => {
    const rows: Rows = [...THREE_LOTS, ["2024-03-01", "Buy", "XYZ", 10, 30, "Roth IRA"]];
    assert.match(await refused({ rows, asOf: "2024-06-03" }, { account: "Roth IRA" }), /retirement account/);
  });
  it("a security whose rows are wrong: the sentence names the row", async () => {
    const rows: Rows = [...THREE_LOTS, ["2024-04-01", "Sell", "XYZ", 99, 30, "A"]];
    assert.match(await refused({ rows, asOf: "2024-06-03" }, {}), /^Row 5: sells 99 XYZ, only 30 held/);
  });
  it("so much that cents are no longer exact", async () => assert.match(await refused(three(), { price: 1e14 }), /more than \$90 trillion/));
});

describe("Sell: what is on offer", () => {
  it("long positions in taxable accounts on the day, with their price; an IRA's and a short are named apart", async () => {
    const rows: Rows = [
      ...THREE_LOTS,
      ["2024-03-01", "Buy", "IRO", 10, 30, "Roth IRA"],
      ["2024-03-01", "Sell short", "SHO", 10, 30, "A"],
      ["2024-09-02", "Buy", "LATER", 10, 30, "A"],
    ];
    const view = await holdings({ rows, asOf: "2024-06-03", prices: { XYZ: 41.5 } });
    assert.deepEqual(view.holdings.map(({ symbol, price, accounts }) => [symbol, price, accounts]), [
      ["XYZ", 41.5, [{ account: "A", shares: 30, standingMethod: "FIFO" }]],
    ]);
    assert.deepEqual(view.elsewhere, ["IRO", "SHO"]);
  });

  it("methods that weigh tax are offered only with rates, SPEC never", async () => {
    const names = async (settings: Rows): Promise<readonly string[]> => (await holdings(three(settings))).methods.map(({ name }) => name);
    assert.ok((await names(RATES)).includes("MINTAX"));
    assert.ok(!(await names([])).includes("MINTAX"));
    assert.ok(!(await names(RATES)).includes("SPEC"));
  });

  it("R-OPT: a contract covers 100 shares and is priced by the share", async () => {
    const headings = [...HEADINGS, "Type", "Underlying", "Multiplier", "Strike"];
    const rows: Rows = [["2024-01-02", "Buy", "XYZ C50", 2, 3, "A", "Call", "XYZ", 100, 50]];
    const facts = { rows, headings, asOf: "2024-06-03", settings: RATES };
    const [option] = (await holdings(facts)).holdings;
    assert.deepEqual([option?.unit, option?.multiplier], ["contract", 100]);
    // 2 × 100 × (5 - 3) = 400.
    const { chosen } = await sell(facts, { symbol: "XYZ C50", shares: 2, price: 5 });
    assert.equal(chosen.shortGainCents, 40_000);
  });
});
