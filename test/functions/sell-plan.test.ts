import assert from "node:assert/strict";
import { errorOf, records, type Shown } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, RATES, type Range } from "./example-trades";

const DAY = "2024-12-02";
/** At 100 each. AAA: long, 50 of gain a share. BBB: short, 10 of gain. CCC: short, 20 of loss. DDD in an IRA. */
const TRADES: Range = [
  HEADINGS,
  ["2022-01-10", "Buy", "AAA", 100, 50, 0, "A"],
  ["2024-02-01", "Buy", "BBB", 100, 90, 0, "A"],
  ["2024-03-01", "Buy", "CCC", 100, 120, 0, "A"],
  ["2024-03-01", "Buy", "DDD", 100, 500, 0, "My IRA"],
];
const PRICES: Range = [["AAA", 100], ["BBB", 100], ["CCC", 100], ["DDD", 100]];
const IRA: Range = [["Account", "My IRA", "IRA"]];
const AT_RATES: Range = [...RATES, ...IRA];

type Line = Record<string, Shown>;
const planned = (...args: unknown[]): Line[] => records("SELLPLAN", ...args);
const sold = (lines: readonly Line[]): Shown[][] => lines.slice(0, -1).map((line) => [line["Symbol"]!, line["Quantity"]!]);
const total = (lines: readonly Line[]): Line => lines.at(-1)!;

describe("R-TAX-5: SELLPLAN at 37% and 20%", () => {
  it("the loss first: 20 × 100 = 2,000.00 saves 740.00", () => {
    const lines = planned(TRADES, PRICES, DAY, 10000, AT_RATES);
    assert.deepEqual(sold(lines), [["CCC", 100]]);
    assert.deepEqual([total(lines)["Symbol"], total(lines)["Proceeds"], total(lines)["Gain"], total(lines)["Tax"]], ["Total", 10000, -2000, -740]);
    assert.equal(total(lines)["Note"], "This is the least possible.");
  });
  it("then the short-term lot, because 37% of 10 is less than 20% of 50", () => {
    const lines = planned(TRADES, PRICES, DAY, 15000, AT_RATES);
    // -2,000 + 50 × 10 = -1,500.00 × 37% = -555.00
    assert.deepEqual(sold(lines).sort(), [["BBB", 50], ["CCC", 100]]);
    assert.equal(total(lines)["Tax"], -555);
  });
  it("the tax of the rows adds up to that of the plan, and never sells from a retirement account", () => {
    const lines = planned(TRADES, PRICES, DAY, 29999.5, AT_RATES);
    const sum = lines.slice(0, -1).reduce((cents, line) => cents + Math.round(Number(line["Tax"]) * 100), 0);
    assert.equal(sum, Math.round(Number(total(lines)["Tax"]) * 100));
    assert.ok(!lines.some((line) => line["Symbol"] === "DDD"));
  });
  it("more cash never costs less tax", () => {
    let before = -Infinity;
    for (let cash = 1000; cash <= 30000; cash += 1000) {
      const tax = Number(total(planned(TRADES, PRICES, DAY, cash, AT_RATES))["Tax"]);
      assert.ok(tax >= before, `${cash}`);
      before = tax;
    }
  });
});

describe("SELLPLAN: at least, and exactly", () => {
  it("sells the rest of a loss where it lowers the tax, and says so", () => {
    const lines = planned(TRADES, PRICES, DAY, 4000, AT_RATES);
    assert.deepEqual(sold(lines), [["CCC", 100]]);
    assert.match(String(total(lines)["Note"]), /\$6,000\.00 more than asked is sold, because those losses lower the tax\./);
  });
  it("Exactly sells no share that the cash does not need", () => {
    const lines = planned(TRADES, PRICES, DAY, 4000, AT_RATES, "Exactly");
    assert.deepEqual(sold(lines), [["CCC", 40]]);
    assert.deepEqual(sold(planned(TRADES, PRICES, DAY, 3999.99, AT_RATES, "exactly")), [["CCC", 40]]);
  });
  it("keeps losses that the year cannot use: 200,000.00 of loss, and a limit of 3,000.00", () => {
    const trades: Range = [HEADINGS, ["2024-03-01", "Buy", "CCC", 1000, 300, 0, "A"]];
    assert.deepEqual(sold(planned(trades, PRICES, DAY, 500, RATES)), [["CCC", 15]]);
  });
});

describe("SELLPLAN: wash sales in reach", () => {
  const trades: Range = [...TRADES, ["2024-11-20", "Buy", "CCC", 100, 99, 0, "My IRA"]];
  it("a loss that an IRA would take for good is no loss: its lot is as good as one without gain", () => {
    const lines = planned(trades, PRICES, DAY, 10000, AT_RATES);
    assert.equal(total(lines)["Tax"], 0);
    // Whatever is sold of it, the IRA's shares take the loss; nothing else is at a loss, so no tax below 0 is to be had.
    assert.match(String(total(lines)["Note"]), /^This is the least possible\. \$2,000\.00 of loss is washed/);
  });
});

describe("SELLPLAN: what it cannot do", () => {
  for (const [cash, says] of [
    [null, "cash is missing; give the dollars to raise, such as 25000."],
    [0, "cash is 0.00; give the dollars to raise, such as 25000, above 0."],
    [-5, "cash is -5.00; give the dollars to raise, such as 25000, above 0."],
    ["much", 'cash is "much", which is not a number.'],
    [0.001, "cash is less than a cent; give the dollars to raise, such as 25000."],
    [30001, "$30,001.00 of cash is more than there is: all lots that may be sold raise $30,000.00. Ask for no more."],
  ] as const) {
    it(`cash of ${cash}`, () => assert.equal(errorOf("SELLPLAN", TRADES, PRICES, DAY, cash, AT_RATES).message, says));
  }
  it("no prices, no date, no rates and no return, another word", () => {
    assert.match(errorOf("SELLPLAN", TRADES, null, DAY, 1, RATES).message, /^prices is missing/);
    assert.match(errorOf("SELLPLAN", TRADES, PRICES, null, 1, RATES).message, /^asof is missing/);
    assert.deepEqual(errorOf("SELLPLAN", TRADES, PRICES, DAY, 1).code, "#N/A");
    assert.match(errorOf("SELLPLAN", TRADES, PRICES, DAY, 1, RATES, "roughly").message, /^amount/);
  });
  it("nothing held on the day", () => assert.match(errorOf("SELLPLAN", TRADES, PRICES, "2020-01-01", 1, RATES).message, /^No lot is held in a taxable account/));
  it("a symbol without a price is one row of #N/A; the others are planned", () => {
    const lines = planned(TRADES, PRICES.slice(1), DAY, 1000, AT_RATES);
    assert.deepEqual([lines[0]!["Symbol"], lines[0]!["Proceeds"], lines[0]!["Note"]], ["AAA", "#N/A", "The prices have none for AAA. Add a row with AAA and its price."]);
    assert.equal(total(lines)["Symbol"], "Total");
  });
  it("a wrong row that may hide results of the year is named", () =>
    assert.match(errorOf("SELLPLAN", ONE_SYMBOL_WRONG, [["ABC", 10]], DAY, 1, RATES).message, /^The tax of 2024 needs all its sales, and a row is wrong\. Row 3/));
});
