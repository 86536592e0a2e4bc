import assert from "node:assert/strict";
import { salesPlanDraft, type SalesPlanForSheet } from "../../../src/sheet/drafts/sales-plan";
import { livePlanFormula, type PlanAsked } from "../../../src/sheet/drafts/sales-plan-formula";
import type { DraftStyle } from "../../../src/sheet/drafts/live-or-values";
import { serialFromDay } from "../../../src/values/plain-date";
import { AS_OF, PLAN } from "./a-plan";
import { column } from "./calculated";

const REFERENCES = { namespace: "TAXLOT", trades: "Trades[#All]", prices: "Prices[#All]", settings: "TaxlotSettings" };
const ORIGIN = { tradesRead: "‘Trades’!A1:L60", pricesRead: "‘Prices’!A1:B9", settings: "FIFO" };
const ASKED: PlanAsked = { purpose: { kind: "cash", cents: 430_000 }, exactness: "at least", keepLots: [], keepSymbols: [], keepAccounts: [], mostOfSymbolCents: null, leastTradeCents: null };
const FOUND: SalesPlanForSheet = {
  asked: ASKED, plan: PLAN, taxOfSalesCents: [-10_350, -1_600], taxCents: -11_950, gapCents: 84, roomCents: null, plainTaxCents: -9_000, notes: ["Selling 2 lots raises $4,300."],
};
const VALUES: DraftStyle = { kind: "values" };
const LIVE: DraftStyle = { kind: "live", references: REFERENCES };

const formula = (some: Partial<PlanAsked>): string | undefined => livePlanFormula({ ...ASKED, ...some }, AS_OF, REFERENCES)?.text;

describe("The sheet of a sales plan, as values", () => {
  const draft = salesPlanDraft(FOUND, VALUES, ORIGIN);
  const [comesTo, sales, buyBack] = draft.blocks;

  it("is named for the day, and says on top what the screen says", () => {
    assert.equal(draft.sheetName, "Sales plan 2026-12-04");
    assert.deepEqual(draft.notes, ["Selling 2 lots raises $4,300."]);
    assert.match(draft.madeBy, /^Plan pane over ‘Trades’!A1:L60 as of 2026-12-04, prices of ‘Prices’!A1:B9\. Settings: FIFO\. Values:/);
  });

  it("tells what it comes to, the proven distance and the plain order among it", () => {
    assert.deepEqual(column(comesTo!, "Figure"), ["Asked for", "Proceeds", "Short gain", "Long gain", "Washed", "Tax added", "At most above the least possible", "Tax added by highest cost first"]);
    // 3,850 + 450 = 4,300.
    assert.deepEqual(column(comesTo!, "Amount").filter((_, at) => [0, 1, 5, 6, 7].includes(at)), [4300, 4300, -119.5, 0.84, -90]);
  });

  it("lists the sales in the order of the plan, each with its tax, and adds them up", () => {
    assert.deepEqual(column(sales!, "Symbol"), ["XYZ", "ABC"]);
    assert.deepEqual(column(sales!, "Proceeds"), [3850, 450]);
    assert.deepEqual(column(sales!, "Gain"), [-1150, -50]);
    assert.deepEqual(column(sales!, "Tax"), [-103.5, -16]);
    assert.deepEqual(sales!.totals, ["Proceeds", "Basis", "Gain", "Washed", "Lost for good", "Tax"]);
    assert.match(String(column(sales!, "Note")[0]), /replaces .* of these/);
  });

  it("gives the first day to buy again: 31 days after the sale (R-TLH-3)", () =>
    assert.deepEqual(new Set(column(buyBack!, "First day to buy again")), new Set([serialFromDay(AS_OF + 31)])));

  it("without a tax its column is blank and not added up", () => {
    const without = salesPlanDraft({ ...FOUND, taxOfSalesCents: null, taxCents: null }, VALUES, ORIGIN);
    assert.deepEqual(column(without.blocks[1]!, "Tax"), [null, null]);
    assert.ok(!without.blocks[1]!.totals.includes("Tax"));
  });

  it("of gifts: the gain never taxed and the tax avoided; nothing is bought back", () => {
    const gifts = salesPlanDraft({ ...FOUND, asked: { ...ASKED, purpose: { kind: "charity", cents: 430_000 } }, gapCents: null, plainTaxCents: null }, VALUES, ORIGIN);
    assert.equal(gifts.sheetName, "Gifts 2026-12-04");
    assert.equal(gifts.blocks.length, 2);
    assert.deepEqual(gifts.blocks[1]!.totals, ["Value", "Basis", "Gain never taxed", "Tax avoided"]);
  });
});

describe("The sheet of a sales plan, live", () => {
  it("spills the plan as its last table, so that it may grow", () => {
    const draft = salesPlanDraft(FOUND, LIVE, ORIGIN);
    const { content } = draft.blocks.at(-1)!;
    assert.deepEqual(content, { kind: "spill", formula: "=TAXLOT.SELLPLAN(Trades[#All],Prices[#All],DATE(2026,12,4),4300,TaxlotSettings)", rows: 4 });
    assert.match(draft.madeBy, /Live:/);
  });

  it("asks for the goal and for no more than needed", () => {
    assert.equal(formula({ exactness: "exactly" }), '=TAXLOT.SELLPLAN(Trades[#All],Prices[#All],DATE(2026,12,4),4300,TaxlotSettings,"Exactly")');
    assert.equal(formula({ purpose: { kind: "loss", cents: 100_050 } }), '=TAXLOT.SELLPLAN(Trades[#All],Prices[#All],DATE(2026,12,4),1000.5,TaxlotSettings,,"Loss")');
    assert.equal(formula({ purpose: { kind: "free gain" } }), "=TAXLOT.GAINHARVEST(Trades[#All],Prices[#All],DATE(2026,12,4),TaxlotSettings)");
    assert.equal(formula({ purpose: { kind: "charity", cents: 100_000 } }), "=TAXLOT.CHARITYPICK(Trades[#All],Prices[#All],DATE(2026,12,4),1000,TaxlotSettings)");
  });

  it("figures have the format of money in every spill", () => {
    const figures: Readonly<Record<string, readonly string[]>> = {
      cash: ["Proceeds", "Gain", "Tax"],
      "free gain": ["Proceeds", "Gain", "Tax"],
      charity: ["Value", "Basis", "Gain", "Tax avoided"],
    };
    for (const [kind, headings] of Object.entries(figures)) {
      const purpose = (kind === "free gain" ? { kind } : { kind, cents: 100_000 }) as PlanAsked["purpose"];
      const spill = livePlanFormula({ ...ASKED, purpose }, AS_OF, REFERENCES);
      assert.deepEqual(spill?.columns.filter(({ format }) => format === "money").map(({ heading }) => heading), headings, kind);
    }
  });

  it("hands over the limits as rows of a name and its values", () => {
    const limits = { keepLots: ["XYZ|SCHWAB|L1"], keepSymbols: ['A"B'], keepAccounts: ["Roth IRA"], mostOfSymbolCents: 500_000, leastTradeCents: 50_000 };
    assert.ok(
      formula(limits)?.endsWith(',TaxlotSettings,,,{"Keep","XYZ","L1","SCHWAB";"Keep","A""B","","";"Keep account","Roth IRA","","";"Most of symbol",5000,"","";"Least trade",500,"",""})'),
      formula(limits),
    );
  });

  it("limits longer than a formula may be are written as values, and so is a plan without prices on a sheet", () => {
    const many = Array.from({ length: 400 }, (_, at) => `SYMBOL${at}|SCHWAB|ROW ${at}`);
    assert.equal(formula({ keepLots: many }), undefined);
    const draft = salesPlanDraft({ ...FOUND, asked: { ...ASKED, keepLots: many } }, LIVE, ORIGIN);
    assert.match(draft.madeBy, /Values:/);
    assert.equal(livePlanFormula(ASKED, AS_OF, { ...REFERENCES, prices: null }), null);
  });
});
