import assert from "node:assert/strict";
import { DEFAULT_CHOICES } from "../../../src/lots/choices";
import { settingsSummary } from "../../../src/sheet/drafts/live-or-values";
import { planDrafts, type PlanDraftOptions } from "../../../src/sheet/drafts/plan-sheet";
import { HARVEST_HEADINGS } from "../../../src/sheet/tables/harvest";
import { done, refuse } from "../../../src/values/outcome";
import { serialFromDay } from "../../../src/values/plain-date";
import { ABC_SALE, AS_OF, PLAN } from "./a-plan";
import { calculated, column } from "./calculated";

const ORIGIN = { tradesRead: "‘Trades’!A1:L60", pricesRead: "‘Prices’!A1:B9", settings: "FIFO" };
const VALUES: PlanDraftOptions = {
  style: { kind: "values" }, origin: ORIGIN, yearShortCents: 20_000, yearLongCents: 300_000, withoutTax: null, targetCents: null,
};
const LIVE: PlanDraftOptions = {
  ...VALUES,
  style: { kind: "live", references: { namespace: "TAXLOT", trades: "Trades[#All]", prices: "Prices[#All]", settings: "TaxlotSettings" } },
};

const [values] = planDrafts(PLAN, VALUES);
const [live] = planDrafts(PLAN, LIVE);

describe("The plan sheet: sales in the order to place them", () => {
  const sales = values!.blocks[0]!;

  it("is named for the day", () => assert.equal(values!.sheetName, "Harvest 2026-12-04"));

  it("has the columns an accountant follows from the sale to its replacement", () =>
    assert.deepEqual(sales.columns.map(({ heading }) => heading), [
      "Order", "Symbol", "Account", "Lot", "Quantity", "Acquired", "Term", "Price", "Proceeds", "Basis", "Gain", "Washed",
      "Lost for good", "Harvested loss", "Tax saved", "Comes back", "Kept for good", "Check",
    ]));

  it("has no column that the live table under it would need wider: both begin alike", () =>
    assert.deepEqual(HARVEST_HEADINGS.slice(1, 7), sales.columns.slice(1, 7).map(({ heading }) => heading)));

  it("keeps the order of the plan", () => {
    assert.deepEqual(column(sales, "Symbol"), ["XYZ", "ABC"]);
    assert.deepEqual(column(sales, "Order"), [1, 2]);
  });

  for (const [kind, draft] of [["values", values], ["live formulas", live]] as const) {
    it(`gives the figures worked out by hand, as ${kind}`, () => {
      const block = draft!.blocks[0]!;
      assert.deepEqual(column(block, "Proceeds"), [3850, 450]);
      assert.deepEqual(column(block, "Basis"), [5000, 500]);
      assert.deepEqual(column(block, "Gain"), [-1150, -50]);
      assert.deepEqual(column(block, "Washed"), [460, 0]);
      assert.deepEqual(column(block, "Lost for good"), [460, 0]);
      assert.deepEqual(column(block, "Harvested loss"), [690, 50]);
      assert.deepEqual(column(block, "Tax saved"), [103.5, 16]);
      assert.deepEqual(column(block, "Comes back"), [103.5, 7.5]);
      assert.deepEqual(column(block, "Kept for good"), [0, 8.5]);
      assert.deepEqual(column(block, "Check"), [0, 0]);
    });
  }

  it("re-adds every column of money by a plain SUM", () =>
    assert.deepEqual(sales.totals, ["Proceeds", "Basis", "Gain", "Washed", "Lost for good", "Harvested loss", "Tax saved", "Comes back", "Kept for good", "Check"]));

  it("shows a gain that does not follow from proceeds and basis in Check", () => {
    const wrong = { ...PLAN, sales: [{ ...ABC_SALE, gainCents: -4_000 }] };
    assert.deepEqual(column(planDrafts(wrong, VALUES)[0]!.blocks[0]!, "Check"), [-10]);
  });

  it("says which row washes a loss, and what becomes of it", () => {
    const why = values!.blocks[3]!;
    assert.deepEqual(calculated(why), [
      [1, "XYZ", "Row 41 (bought 2026-11-20) replaces 40 of these: $460.00 is lost for good, replaced in Roth IRA."],
      [1, "XYZ", "Buying it back defers tax: $103.50 comes back once it is sold long-term, as much as it saves now."],
      [2, "ABC", "Counts in full: no purchase in the rows replaces it."],
      [2, "ABC", "Buying it back defers tax: $7.50 comes back once it is sold long-term, $8.50 is kept for good."],
    ]);
  });

  it("leaves tax blank where the tax of the year cannot be told, and says why", () => {
    const [draft] = planDrafts({ ...PLAN, taxSavedCents: null, sales: PLAN.sales.map((sale) => ({ ...sale, worth: null })) }, { ...VALUES, withoutTax: "The settings state no return." });
    for (const heading of ["Tax saved", "Comes back", "Kept for good"]) {
      assert.deepEqual(column(draft!.blocks[0]!, heading), [null, null]);
      assert.ok(!draft!.blocks[0]!.totals.includes(heading));
    }
    assert.ok(draft!.remarks?.includes("Tax saved is blank. The settings state no return."));
  });

  it("says so when nothing is in the plan", () => {
    const [draft] = planDrafts({ ...PLAN, sales: [], buyBack: [] }, VALUES);
    assert.equal(draft!.blocks[0]!.whenEmpty, "No lot is in the plan.");
    assert.deepEqual(draft!.charts, []);
  });
});

describe("The plan sheet, live", () => {
  const formulas = (heading: string) => {
    const block = live!.blocks[0]!;
    const at = block.columns.findIndex((candidate) => candidate.heading === heading);
    return block.content.kind === "rows" ? block.content.rows.map((row) => row[at]) : [];
  };

  it("has plain formulas where Excel can recompute the figure", () => {
    assert.deepEqual(formulas("Proceeds"), [{ formula: "=ROUND(E{row}*H{row},2)" }, { formula: "=ROUND(E{row}*H{row},2)" }]);
    assert.deepEqual(formulas("Gain")[0], { formula: "=ROUND(I{row}-J{row},2)" });
    // The tax of the year with and without each sale is no formula of its row.
    assert.deepEqual(formulas("Tax saved"), [103.5, 16]);
  });

  it("looks each price up in the prices by its symbol; where it is not found, the price of the day stays", () => {
    const found = 'INDEX(Prices[#All],MATCH(B{row},INDEX(Prices[#All],0,MATCH("Symbol",INDEX(Prices[#All],1,0),0)),0),MATCH("Price",INDEX(Prices[#All],1,0),0))';
    assert.deepEqual(formulas("Price"), [{ formula: `=IFERROR(${found},38.5)`, value: 38.5 }, { formula: `=IFERROR(${found},180)`, value: 180 }]);
  });

  it("keeps the price a value where no prices were read, and where values are asked for", () => {
    const [draft] = planDrafts(PLAN, { ...VALUES, style: { kind: "live", references: { namespace: "TAXLOT", trades: "Trades[#All]", prices: null, settings: null } } });
    for (const block of [draft!.blocks[0]!, values!.blocks[0]!]) {
      assert.deepEqual(block.content.kind === "rows" && block.content.rows.map((row) => row[7]), [38.5, 180]);
    }
  });

  it("counts what an option contract covers: 2 contracts at $1.25 are $250", () => {
    const option = { ...ABC_SALE, shares: 2, price: 1.25, proceedsCents: 25_000, basisCents: 30_000, gainCents: -5_000 };
    const [draft] = planDrafts({ ...PLAN, sales: [option] }, LIVE);
    const block = draft!.blocks[0]!;
    assert.deepEqual(column(block, "Proceeds"), [250]);
    assert.deepEqual(block.content.kind === "rows" && block.content.rows[0]![8], { formula: "=ROUND(E{row}*H{row}*100,2)" });
  });

  it("keeps proceeds as a value where quantity and price do not make them", () => {
    const odd = { ...ABC_SALE, proceedsCents: 44_993, gainCents: -5_007 };
    assert.deepEqual(column(planDrafts({ ...PLAN, sales: [odd] }, LIVE)[0]!.blocks[0]!, "Proceeds"), [449.93]);
  });

  it("ends with the live table of candidates, where it may grow", () => {
    const last = live!.blocks.at(-1)!;
    assert.deepEqual(last.content, {
      kind: "spill", formula: "=TAXLOT.HARVEST(Trades[#All],Prices[#All],DATE(2026,12,4),,TaxlotSettings)", rows: 3,
    });
  });

  it("tells live from values in the grey line", () => {
    assert.match(live!.madeBy, /Live: formulas follow your cells\.$/);
    assert.match(values!.madeBy, /Values: these figures do not change; totals are plain formulas\.$/);
    assert.match(values!.madeBy, /^Harvest pane over ‘Trades’!A1:L60 as of 2026-12-04, prices of ‘Prices’!A1:B9\. Settings: FIFO\./);
  });

  it("has no formula of ours when values are asked for: a reader without the add-in sees the same", () =>
    assert.ok(!JSON.stringify(values).includes("TAXLOT.")));
});

describe("R-TLH-3: the buy-back calendar", () => {
  const calendar = values!.blocks[1]!;
  it("gives the first free day and the last that washes", () => {
    assert.deepEqual(column(calendar, "First day to buy again"), [46391, 46391]); // 2027-01-04
    assert.deepEqual(column(calendar, "Last day that washes"), [46390, 46390]);
    assert.deepEqual(column(calendar, "Sold on"), [serialFromDay(AS_OF), serialFromDay(AS_OF)]);
  });
  it("names the user’s own partner securities and no others", () =>
    assert.deepEqual(column(calendar, "Your partner"), ["XYZB, XYZC", ""]));
});

describe("The effect on the year", () => {
  it("adds what counts of the sales to the year: 200 − 50 = 150 short, 3,000 − 690 = 2,310 long", () => {
    const effect = values!.blocks[2]!;
    assert.deepEqual(column(effect, "Year before"), [200, 3000]);
    assert.deepEqual(column(effect, "These sales"), [-50, -690]);
    assert.deepEqual(column(effect, "Year after"), [150, 2310]);
    assert.deepEqual(effect.totals, ["Year before", "These sales", "Year after"]);
  });
  it("says what the tax is, and that a lower basis only defers it (R-TLH-4)", () => {
    assert.ok(values!.remarks?.some((remark) => /each sale after those above it/.test(remark)));
    assert.ok(values!.remarks?.some((remark) => /defers tax/.test(remark)));
  });
  it("says what of a target cannot be reached", () => {
    const [draft] = planDrafts({ ...PLAN, shortOfTargetCents: 26_000 }, { ...VALUES, targetCents: 100_000 });
    assert.ok(draft!.notes.includes("The target was $1,000.00; $260.00 of it cannot be reached on this day."));
  });
});

describe("The settings in the grey line", () => {
  const atRates = (short: number, long: number) =>
    done({ basis: { by: "rates" as const, rates: { short, long, state: 0, niit: 0.038, lossLimitCents: 300_000, carryShortCents: 0, carryLongCents: 0 } } });

  it("names what decides the figures", () => {
    const choices = { ...DEFAULT_CHOICES, methods: [{ method: "FIFO" }, { method: "HIFO", account: "Schwab" }], identical: [["VOO", "IVV"]] };
    assert.equal(
      settingsSummary(choices, atRates(0.2, 0.112)),
      "FIFO, 1 standing order, wash sales over all your accounts, identical by you: VOO = IVV, short rate 23.8%, long rate 15%",
    );
  });
  it("says when the tax of the year cannot be told", () => assert.match(settingsSummary(DEFAULT_CHOICES, refuse("missing-fact", "None.")), /^FIFO, .*, tax not worked out$/));
});
