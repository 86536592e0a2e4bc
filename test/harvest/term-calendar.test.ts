import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { termCalendar, type TermChange } from "../../src/harvest/term-calendar";
import { bookTrades } from "../../src/lots/book";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { isoFromDay } from "../../src/values/plain-date";
import type { CaseTransaction } from "../cases/case-format";
import { buy, factsOf, plentyAtRates, type HarvestLedger } from "./facts-of";

const DAY = "2024-12-10";
const year = plentyAtRates(DAY, 0.37, 0.2);

const calendar = (transactions: CaseTransaction[], price: number, settings?: HarvestLedger["settings"]): TermChange[] => {
  const facts = factsOf({ transactions, ...(settings === undefined ? {} : { settings }) }, DAY, { XYZ: price }, { year });
  const book = bookTrades(facts.trades, facts.choices, FEDERAL_LAW, { throughDay: facts.asOf });
  return termCalendar(book, facts.asOf, 366, facts.prices, year.ok ? year.value : null);
};

describe("R-AVG-2: TERMCALENDAR of a pool at average, before its first sale", () => {
  const fund = { assetType: "fund" };
  const rows = [
    buy("2024-03-01", 100, 80, fund),
    buy("2024-06-01", 100, 40, fund),
    buy("2024-12-01", 10, 50, { ...fund, action: "REINVEST" }),
  ];
  // 8,000.00 + 4,000.00 + 500.00 = 12,500.00 on 210 shares: 12,500 × 100 ÷ 210 = 5,952.38, and 12,500 × 10 ÷ 210 = 595.24.
  it("gives every lot its share of the pool's basis", () =>
    assert.deepEqual(calendar(rows, 50, { method: "AVG" }).map(({ basisCents, averaged }) => [basisCents, averaged]), [[595238, true], [595238, true], [59524, true]]));
  it("worth 50 a share all of them have lost: 37 % of 5,952.38 - 5,000.00 = 952.38 is 352.38", () => {
    const [first, second] = calendar(rows, 50, { method: "AVG" });
    assert.deepEqual([first!.taxes!.nowCents, second!.taxes!.nowCents], [-35238, -35238]);
  });
  it("by another method each keeps its own", () =>
    assert.deepEqual(calendar(rows, 50).map(({ basisCents, averaged }) => [basisCents, averaged]), [[800000, false], [400000, false], [50000, false]]));
});

describe("R-SS-2: TERMCALENDAR of shares that stand under an open short", () => {
  const short = { action: "SHORT" };
  const rows = [buy("2024-03-01", 100, 80), buy("2024-11-20", 50, 70, short)];
  it("50 turn long-term on 2025-03-02; the 50 under the short begin a new period when it closes", () => {
    const changes = calendar(rows, 90);
    assert.deepEqual(
      changes.map(({ shares, longTermOn }) => [shares, longTermOn === null ? null : isoFromDay(longTermOn)]).sort(),
      [[50, null], [50, "2025-03-02"]].sort(),
    );
    const held = changes.find(({ longTermOn }) => longTermOn === null)!;
    // 50 × 90 - 50 × 80 = 500.00, 37 % of it 185.00.
    assert.deepEqual([held.daysToLongTerm, held.taxes], [null, { nowCents: 18500, longTermCents: null, swingCents: null, breakEven: null }]);
  });
  it("once it is closed the new period counts from the closing, on whose anniversary it is long (R-HP-6)", () => {
    const changes = calendar([...rows, buy("2024-12-02", 50, 75, { action: "COVER" })], 90);
    assert.deepEqual(changes.map(({ shares, longTermOn }) => [shares, isoFromDay(longTermOn!)]), [[50, "2025-03-02"], [50, "2025-12-02"]]);
  });
  it("in the broker's view the rule does not apply (Treas. Reg. 1.6045-1(d)(6)(iv))", () =>
    assert.ok(calendar(rows, 90, { view: "broker" }).every(({ longTermOn }) => isoFromDay(longTermOn!) === "2025-03-02")));
});
