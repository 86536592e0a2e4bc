import assert from "node:assert/strict";
import { answerTax } from "../../src/taskpane/tax/answer-tax";
import { carriedLines, comparedLines, remarksOf } from "../../src/taskpane/tax/compared-lines";
import { answerLine, differenceLine, nothingCarried } from "../../src/taskpane/tax/tax-sentences";
import type { Scenario, TaxView } from "../../src/taskpane/tax/tax-view";
import { answerOf, deskOf, type Rows } from "./desk-of";

/** 50 of 100 bought at 10 sold at 30, long-term: 50 × 20 = 1,000. 10 bought at 100 sold at 80, short-term: 10 × −20 = −200. */
const ROWS: Rows = [
  ["2024-01-02", "Buy", "XYZ", 100, 10, "A"],
  ["2026-02-02", "Buy", "ABC", 10, 100, "A"],
  ["2026-03-02", "Sell", "XYZ", 50, 30, "A"],
  ["2026-04-06", "Sell", "ABC", 10, 80, "A"],
];
const RETURN: Rows = [["Tax year", 2026], ["Filing status", "Single"], ["Taxable income", 60000]];
const NOTHING: Scenario = { shortCents: 0, longCents: 0 };
const dollars = (short: number, long: number): Scenario => ({ shortCents: short * 100, longCents: long * 100 });

interface Asked {
  readonly a?: Scenario;
  readonly b?: Scenario;
  readonly settings?: Rows;
  readonly rows?: Rows;
  readonly asOf?: string;
}

const asked = ({ a = NOTHING, b = NOTHING, settings = RETURN, rows = ROWS, asOf = "2026-06-30" }: Asked = {}): Promise<TaxView> =>
  answerOf(answerTax, deskOf({ rows, settings, asOf }), { a, b });

const figure = (view: TaxView, label: string): readonly (number | null)[] => {
  const line = [...comparedLines(view), ...carriedLines(view)].find((one) => one.label === label);
  assert.ok(line !== undefined, `no line ${label}`);
  return [line.aCents, line.bCents].map((cents) => (cents === null ? null : cents / 100));
};

describe("Tax screen: the year so far (R-NET-1, R-TAX-1, R-TAX-5)", () => {
  // −200 + 1,000 = 800, all of it long-term gain on top of 60,000, which is past 49,450: 15 % × 800 = 120.
  it("nets short against long and taxes what is left on top of the income", async () => {
    const view = await asked();
    assert.deepEqual(view.realised, dollars(-200, 1000));
    assert.deepEqual(figure(view, "Total"), [800, 800]);
    assert.deepEqual(figure(view, "Tax the results add"), [120, 120]);
    assert.equal(answerLine(view), "2026 so far adds $120 of tax. The next $100 of long-term gain costs $15.");
  });

  it("counts sales through the as-of day, and only of its year", async () => {
    assert.deepEqual((await asked({ asOf: "2026-03-31" })).realised, dollars(0, 1000));
    const before = await asked({ asOf: "2025-12-31", settings: [["Tax year", 2025], ["Filing status", "Single"], ["Taxable income", 60000]] });
    assert.deepEqual(before.realised, NOTHING);
    assert.equal(answerLine(before), "Nothing is realized in 2025 yet. The next $100 of long-term gain costs $15.");
  });

  // Single of 2026: the 0 % band ends at 49,450. 40,000 + 800 leave 8,650 of it.
  it("says how much long-term gain is still free of tax", async () => {
    const view = await asked({ settings: [["Tax year", 2026], ["Filing status", "Single"], ["Taxable income", 40000]] });
    assert.equal(answerLine(view), "2026 so far adds no tax. The next $100 of long-term gain costs no tax.");
    assert.deepEqual(figure(view, "Long-term gain still free of tax"), [8650, 8650]);
  });

  it("a few cents of gain whose tax rounds away are no room", async () => assert.deepEqual(figure(await asked(), "Long-term gain still free of tax"), [0, 0]));

  // 15 % and 3.8 % of MAGI over 200,000: 100 × 18.8 % = 18.80.
  it("the net investment income tax is in what the next $100 costs", async () => {
    const view = await asked({ settings: [["Tax year", 2026], ["Filing status", "Single"], ["Taxable income", 300000]] });
    assert.match(answerLine(view), /The next \$100 of long-term gain costs \$18\.80\.$/);
  });
});

describe("Tax screen: A against B", () => {
  // B: −200 − 5,000 = −5,200 short and 1,000 long are −4,200, of which 3,000 come off 60,000, taxed at 22 % from 50,400 on:
  // −660. 660 + 120 = 780 less. Carried: 4,200 − 3,000 = 1,200, short-term.
  it("a loss in B: what it saves and what it carries", async () => {
    const view = await asked({ b: dollars(-5000, 0) });
    assert.deepEqual(figure(view, "Net short-term"), [-200, -5200]);
    assert.deepEqual(figure(view, "Deduction this year"), [0, 3000]);
    assert.deepEqual(figure(view, "Tax the results add"), [120, -660]);
    assert.deepEqual(figure(view, "Short-term carryover out"), [0, 1200]);
    assert.equal(differenceLine(view), "B costs $780 less this year and carries $1,200 into 2027.");
    assert.equal(answerLine(view), "2026 so far adds $120 of tax. The next $100 of long-term gain costs $15.");
  });

  it("the limit is half as much for MFS: 4,200 − 1,500 = 2,700 carried", async () => {
    const view = await asked({ b: dollars(-5000, 0), settings: [["Tax year", 2026], ["Filing status", "MFS"], ["Taxable income", 60000]] });
    assert.deepEqual(figure(view, "Deduction this year"), [0, 1500]);
    assert.deepEqual(figure(view, "Short-term carryover out"), [0, 2700]);
  });

  // A: 800 + 10,000 = 10,800 × 15 % = 1,620; B: 800 × 15 % = 120.
  it("a gain in A makes B the cheaper one; what neither carries is not told", async () => {
    const view = await asked({ a: dollars(0, 10000) });
    assert.equal(differenceLine(view), "B costs $1,500 less this year.");
    assert.equal(nothingCarried(view), "Nothing is carried into 2027.");
  });

  it("the same amounts in both are no difference", async () => assert.equal(differenceLine(await asked({ a: dollars(5, 5), b: dollars(5, 5) })), null));

  // Carried in 10,000 short: A −200 − 10,000 + 1,000 = −9,200, 6,200 go on; B 4,000 more of gain: −5,200, 2,200 go on.
  it("both carry: the one is told against the other", async () => {
    const view = await asked({ b: dollars(0, 4000), settings: [...RETURN, ["Carryover short", 10000]] });
    assert.equal(differenceLine(view), "B costs the same this year and carries $2,200 into 2027, where A carries $6,200.");
  });

  it("a billion on either side stays exact", async () => {
    const view = await asked({ a: dollars(-1e9, 0), b: dollars(0, 1e9) });
    assert.deepEqual(figure(view, "Total"), [-999_999_200, 1_000_000_800]);
    assert.deepEqual(figure(view, "Short-term carryover out"), [999_996_200, 0]);
  });

  it("lines that are nothing in both are left out, those of the netting stay", async () => {
    const labels = comparedLines(await asked({ rows: [] })).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 3), ["Net short-term", "Net long-term", "Total"]);
    assert.equal(labels.includes("State tax on the results"), false);
  });
});

describe("Tax screen: what cannot be told", () => {
  it("without a return the netting stands, and one sentence says what the tax needs", async () => {
    const view = await asked({ settings: [], b: dollars(-500, 0) });
    assert.match(view.withoutTax ?? "", /needs Tax year, Filing status and Taxable income/);
    assert.equal(answerLine(view), "2026 so far: a short-term loss of $200 and a long-term gain of $1,000.");
    const lines = comparedLines(view);
    assert.deepEqual(lines.map(({ label }) => label), ["Short-term results", "Net short-term", "Long-term results", "Net long-term", "Total"]);
    assert.deepEqual(remarksOf(lines, view.withoutTax), []);
    assert.equal(differenceLine(view), "B totals $500 less than A.");
  });

  it("without a filing status a loss beyond the lowest limit has no deduction, and says so", async () => {
    const view = await asked({ settings: [], b: dollars(-5000, 0) });
    assert.deepEqual(figure(view, "Deduction this year"), [0, null]);
    assert.deepEqual(figure(view, "Short-term carryover out"), [0, null]);
    assert.match(remarksOf(comparedLines(view), view.withoutTax).join(" "), /depends on the filing status/);
  });

  // 37 % of −200 is set against the gain first: 800 × 20 % = 160.
  it("at stated rates there are no bands, and the tax is told", async () => {
    const view = await asked({ settings: [["Short rate", 0.37], ["Long rate", 0.2]] });
    assert.deepEqual([view.a.bands, view.byTables, view.withoutTax], [null, false, null]);
    assert.deepEqual(figure(view, "Tax the results add"), [160, 160]);
  });

  it("the return of another year is not this year's", async () => {
    const view = await asked({ settings: [["Tax year", 2025], ["Filing status", "Single"], ["Taxable income", 60000]] });
    assert.match(view.withoutTax ?? "", /2025.*2026/);
    assert.equal(view.a.tax, null);
  });

  it("a wrong row that may hide a sale of the year keeps every figure back, and is named", async () => {
    const view = await asked({ rows: [...ROWS, ["2026-05-04", "Sell", "XYZ", 500, 30, "A"]] });
    assert.match(view.hidden ?? "", /Row 6/);
    assert.equal(view.realised, null);
    assert.equal(view.withoutTax, null);
    assert.equal(answerLine(view), "What 2026 comes to cannot be told until a row is mended.");
  });

  it("a retirement account's sales are not the year's", async () => {
    const view = await asked({ settings: [...RETURN, ["Account", "A", "IRA", "Self"]] });
    assert.deepEqual(view.realised, NOTHING);
  });
});
