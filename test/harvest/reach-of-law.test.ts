/** Where a rule does not reach a lot, or reaches it in another way: what the harvest must then not claim. */
import assert from "node:assert/strict";
import { warningSentence } from "../../src/report/harvest-words";
import { buy, day, factsOf, harvest, lotOf, plan, plentyAtRates, type HarvestLedger } from "./facts-of";

const AS_OF = "2024-12-10";
const RATES = { year: plentyAtRates(AS_OF, 0.37, 0.2) };
const OLD = buy("2023-02-01", 100, 50, { lotId: "L1" });

describe("R-TLH-3: the rebuy day is 31 days later only where a purchase could wash the loss", () => {
  const rebuyDays = (ledger: HarvestLedger, price = 40): (number | undefined)[] => {
    const facts = factsOf(ledger, AS_OF, { XYZ: price });
    const planned = plan(facts, [{ key: "XYZ|A|L1", shares: null }]);
    const lots = harvest(facts).lots.map(({ cleanRebuyDay }) => cleanRebuyDay);
    return [...lots, planned.sales[0]!.cleanRebuyDay, ...planned.buyBack.map(({ from }) => from)];
  };
  const sameDay = [day(AS_OF), day(AS_OF), day(AS_OF)];

  it("a stock: 10 January", () => {
    assert.deepEqual(rebuyDays({ transactions: [OLD] }), [day("2025-01-10"), day("2025-01-10"), day("2025-01-10")]);
  });

  it("a digital asset (R-DA-2), an account outside section 1091 (R-WS-15), the view None: the day of the sale", () => {
    assert.deepEqual(rebuyDays({ transactions: [{ ...OLD, assetType: "digital" }] }), sameDay);
    assert.deepEqual(rebuyDays({ settings: { washExempt: ["A"] }, transactions: [{ ...OLD, account: "A" }] }), sameDay);
    assert.deepEqual(rebuyDays({ settings: { view: "none" }, transactions: [OLD] }), sameDay);
  });

  it("a sale at a gain washes nothing, so the day of the sale; beside a loss of the same stock, its day", () => {
    assert.deepEqual(rebuyDays({ transactions: [OLD] }, 60), [day(AS_OF)]);
    const facts = factsOf({ transactions: [OLD, buy("2023-03-01", 10, 30, { lotId: "L2" })] }, AS_OF, { XYZ: 40 });
    const { sales } = plan(facts, [{ key: "XYZ|A|L1", shares: null }, { key: "XYZ|A|L2", shares: null }]);
    assert.deepEqual(sales.map(({ cleanRebuyDay }) => cleanRebuyDay), [day("2025-01-10"), day("2025-01-10")]);
  });
});

describe("R-SS-2: shares whose period an open short holds", () => {
  const short = { date: "2024-11-20", action: "SHORT", symbol: "XYZ", quantity: "50", price: "70" };
  const lot = lotOf(harvest(factsOf({ transactions: [buy("2024-03-01", 100, 80, { lotId: "L1" }), short] }, AS_OF, { XYZ: 60 }, RATES)), "L1");

  it("have no long-term day: they begin a new period when it is closed", () => {
    assert.deepEqual([lot.term, lot.longTermOn, lot.daysToLongTerm, lot.taxSavedLongCents], ["Short", null, null, null]);
  });

  it("and it says how many: 50 of the 100", () => {
    const warning = lot.warnings.find(({ kind }) => kind === "short-holds-period");
    assert.deepEqual(warning, { kind: "short-holds-period", shares: 50 });
    assert.match(warningSentence(warning!), /^A short sale that is open holds the period of 50 of these/);
  });
});

describe("R-TAX-4: a collectible's long-term loss is not valued at the long rate", () => {
  const gold = (date: string): HarvestLedger => ({ transactions: [buy(date, 10, 200, { symbol: "GLD", assetType: "collectible", lotId: "G1" })] });

  it("long-term: no tax saved, in lots and plans, and the sentence", () => {
    const facts = factsOf(gold("2022-03-01"), AS_OF, { GLD: 150 }, RATES);
    const lot = lotOf(harvest(facts), "G1");
    assert.deepEqual([lot.harvestableCents, lot.taxSavedCents], [50000, null]);
    assert.match(lot.warnings.map((warning) => warningSentence(warning)).join(" "), /GLD is a collectible: .*28%/);
    const planned = plan(facts, [{ key: lot.key, shares: null }]);
    assert.deepEqual([planned.sales[0]!.taxSavedCents, planned.taxSavedCents], [null, null]);
  });

  it("short-term: 500 × 37% = 185 today, and nothing is said of what it saves once long-term", () => {
    const lot = lotOf(harvest(factsOf(gold("2024-03-01"), AS_OF, { GLD: 150 }, RATES)), "G1");
    assert.deepEqual([lot.taxSavedCents, lot.taxSavedLongCents], [18500, null]);
  });

  it("it stands after lots whose tax is known", () => {
    const ledger = { transactions: [...gold("2022-03-01").transactions, buy("2022-03-01", 10, 50, { lotId: "X1" })] };
    const { lots } = harvest(factsOf(ledger, AS_OF, { GLD: 150, XYZ: 40 }, RATES));
    assert.deepEqual(lots.map(({ lot }) => lot), ["X1", "G1"]);
  });
});

describe("Gaps: a row that names no symbol", () => {
  it("stands in the way of every group and is said once", () => {
    const ledger = { transactions: [buy("2024-03-01", 10, 50, { symbol: "AAA" }), buy("2024-03-01", 10, 50, { symbol: "BBB" }), { date: "2024-04-01", action: "BUY", symbol: "", quantity: "5", price: "3" }] };
    const { gaps } = harvest(factsOf(ledger, AS_OF, { AAA: 40, BBB: 40 }));
    assert.deepEqual(gaps.map(({ symbol, kind }) => [symbol, kind]), [["", "refused"]]);
  });
});
