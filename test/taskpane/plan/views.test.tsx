import assert from "node:assert/strict";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { FIELDS_AT_FIRST, isSameAsk, NO_PLAN_LIMITS, planAsked, withKept, type PlanFields } from "../../../src/taskpane/plan/plan-fields";
import { hasSales, limitsLine, plainLine, planCaveats, planLine, salesPlanWrites } from "../../../src/taskpane/plan/plan-sentences";
import { PlainBars } from "../../../src/taskpane/plan/PlainBars";
import { PlanForm } from "../../../src/taskpane/plan/PlanForm";
import { PlanLimitsPart } from "../../../src/taskpane/plan/PlanLimitsPart";
import { PlanSales } from "../../../src/taskpane/plan/PlanSales";
import { PlanTop } from "../../../src/taskpane/plan/PlanTop";
import type { SalesPlanAnswer, SalesPlanView } from "../../../src/taskpane/plan/sales-plan-view";
import type { HoldingsView } from "../../../src/taskpane/sell/sell-view";
import { day } from "../desk-of";
import { ASK, planOfAsk } from "./asked";

const nothing = (): void => undefined;
const markup = (view: ReactElement): string => renderToStaticMarkup(<FluentProvider theme={webLightTheme}>{view}</FluentProvider>);
/** The words a person sees, without the markup. */
const words = (view: ReactElement): string =>
  markup(view).replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]+>/g, " ").replace(/&#x27;/g, "'").replace(/\s+/g, " ").trim();

const fields = (some: Partial<PlanFields>): PlanFields => ({ ...FIELDS_AT_FIRST, ...some });
const view = (some: { readonly [Key in keyof SalesPlanView]?: unknown }): SalesPlanView =>
  ({ ask: ASK, plan: { sales: [{}, {}], proceedsCents: 2_500_400, harvestedCents: 0, washedCents: 0 }, taxCents: 131_200, gapCents: 84, roomCents: null, proof: null, gaps: [], leftOut: [], ...some }) as unknown as SalesPlanView;

describe("Plan: what the fields ask", () => {
  it("nothing, until there is an amount", () => {
    assert.equal(planAsked(FIELDS_AT_FIRST), null);
    assert.equal(planAsked(fields({ cents: { cash: 0 } })), null);
  });
  it("each purpose with its own amount; the free gain has its own size", () => {
    const both = fields({ cents: { cash: 100_00, gain: 200_00 } });
    assert.deepEqual(planAsked(both)?.purpose, { kind: "cash", cents: 100_00 });
    assert.deepEqual(planAsked({ ...both, purpose: "gain" })?.purpose, { kind: "gain", cents: 200_00 });
    assert.equal(planAsked({ ...both, purpose: "charity" }), null);
    assert.deepEqual(planAsked({ ...both, purpose: "free gain" })?.purpose, { kind: "free gain" });
  });
  it("no more than needed is asked of what is sold, not of a gift", () => {
    const exact = fields({ cents: { cash: 1, charity: 1 }, exactly: true });
    assert.equal(planAsked(exact)?.exactness, "exactly");
    assert.equal(planAsked({ ...exact, purpose: "charity" })?.exactness, "at least");
  });
  it("an answer is to what is typed, or to what was typed before", () => {
    const asked = planAsked(fields({ cents: { cash: 100_00, loss: 100_00 } }))!;
    assert.equal(isSameAsk({ ...asked, prove: true }, asked), true);
    assert.equal(isSameAsk(asked, planAsked(fields({ cents: { loss: 100_00 }, purpose: "loss" }))), false);
    assert.equal(isSameAsk(asked, { ...asked, exactness: "exactly" }), false);
    assert.equal(isSameAsk(asked, null), false);
  });
  it("a lot that is kept twice is kept once", () => {
    const lot = { key: "AAA|A|ROW 2", called: "AAA row 2" };
    const kept = withKept(withKept(fields({ cents: { cash: 1 } }), lot), lot);
    assert.deepEqual(planAsked(kept)?.keepLots, ["AAA|A|ROW 2"]);
  });
});

describe("Plan: the line at the top", () => {
  it("always says how near the least it is proven", () => {
    assert.equal(planLine(view({})), "Selling 2 lots raises $25,004 and adds $1,312 of tax. Another choice could cost at most $0.84 less.");
    assert.equal(planLine(view({ gapCents: 0 })), "Selling 2 lots raises $25,004 and adds $1,312 of tax: proven the least possible.");
  });
  it("a tax that falls, and none at all", () => {
    assert.match(planLine(view({ taxCents: -32_000 })), /lowers this year’s tax by \$320\. Another choice could cost at most \$0\.84 less\.$/);
    assert.match(planLine(view({ taxCents: 0 })), /and adds no tax\. Another choice/);
  });
  it("a gain and a loss by what counts of them", () => {
    const of = (kind: "gain" | "loss", harvestedCents: number): string =>
      planLine(view({ ask: { ...ASK, purpose: { kind, cents: 1 } }, plan: { sales: [{}], harvestedCents }, taxCents: 0, gapCents: 0 }));
    assert.match(of("gain", -500_300), /^Selling 1 lot realizes \$5,003 of gain and/);
    assert.match(of("loss", 300_100), /^Selling 1 lot realizes \$3,001 of loss and/);
  });
  it("the room of free gain, and what fills it", () => {
    const ask = { ...ASK, purpose: { kind: "free gain" } };
    const plan = { sales: [{}], harvestedCents: -1_231_000 };
    assert.equal(planLine(view({ ask, plan, taxCents: 0, roomCents: 1_234_000 })), "Selling 1 lot realizes $12,310 of long-term gain and adds no tax; there is room for $12,340.");
    assert.match(planLine(view({ ask, plan: { sales: [], harvestedCents: 0 }, roomCents: 1_234_000 })), /room for \$12,340 of long-term gain free of tax, and no lot that fits it\.$/);
  });
  it("no room at all is a result", () =>
    assert.match(planLine(view({ ask: { ...ASK, purpose: { kind: "free gain" } }, plan: { sales: [] }, roomCents: 0 })), /^No more long-term gain is free of tax this year/));
  it("of a gift the gain never taxed, and the tax that selling would add", () => {
    const ask = { ...ASK, purpose: { kind: "charity", cents: 1_000_000 } };
    const plan = { sales: [{}, {}, {}], proceedsCents: 998_000, shortGainCents: 0, longGainCents: 654_000 };
    assert.equal(planLine(view({ ask, plan, taxCents: 98_100, gapCents: null })), "Giving 3 lots worth $9,980 leaves $6,540 of gain never taxed; selling them would add $981 of tax.");
    assert.match(planLine(view({ ask, plan, taxCents: null, gapCents: null })), /never taxed\.$/);
  });
  it("the plain order beside it: what it would do, and how much more tax that is", () => {
    assert.equal(plainLine(131_200, 191_200), "Highest cost first would add $1,912.00 of tax: $600.00 more tax than this plan.");
    assert.equal(plainLine(-70_109, -70_102), "Highest cost first would lower the tax by $701.02: $0.07 more tax than this plan.");
    assert.equal(plainLine(0, 0), "Highest cost first would add no tax, as this plan does.");
  });
});

describe("Plan: what the line leaves out", () => {
  const caveats = (some: Parameters<typeof view>[0]): string => planCaveats(view(some)).join(" ");
  const plan = { sales: [{ proceedsCents: 100_00, shares: 10 }], proceedsCents: 61_000, washedCents: 0 };
  it("more than asked, where it is more than one share: 610 of 600, a share at 10, is rounding", () => {
    assert.equal(caveats({ plan }), "");
    assert.match(caveats({ plan: { ...plan, proceedsCents: 90_000 } }), /^You asked for \$600: \$300 more is sold, because those losses lower the tax\. “No more than needed” leaves them\.$/);
  });
  it("washed losses, symbols without a price, collectibles, and what came of the proof", () => {
    const gaps = [{ symbol: "NOP", account: null, kind: "no-price", sentence: "" }];
    const said = caveats({ plan: { ...plan, washedCents: 22_000 }, gaps, leftOut: ["GLD"], proof: { proven: true, sentence: "No choice of whole shares adds less tax." } });
    assert.match(said, /^No choice of whole shares adds less tax\. \$220\.00 of loss is washed\. No price for NOP: it is left out\. Add the price on Data\. Long-term lots of GLD are left out: .*28 %/);
  });
  it("what wash sales take may be what another choice saves; a plan that is the least has nothing left to tell", () => {
    const washed = { ...plan, washedCents: 22_000 };
    assert.equal(caveats({ plan: washed, gapCents: 4_143 }), "$220.00 of loss is washed. What another choice could save is figured as if none of its losses were, so it may be less.");
    assert.equal(caveats({ plan: washed, gapCents: 0 }), "$220.00 of loss is washed.");
  });
  it("nothing is said of gains to buy back where none is free, and there is nothing to sell", () => {
    const ask = { ...ASK, purpose: { kind: "free gain" } };
    const dust = { ask, plan, roomCents: 3, gapCents: null };
    assert.equal(caveats(dust), "");
    assert.equal(hasSales(view(dust)), false);
    assert.equal(hasSales(view({ ...dust, roomCents: 100 })), true);
    assert.equal(hasSales(view({ plan: { ...plan, sales: [] } })), false);
  });
  it("the footer counts what it writes", () => {
    assert.equal(salesPlanWrites(view({}), "Sales plan"), "Writes 2 sales and their totals to new sheet ‘Sales plan’.");
    assert.equal(salesPlanWrites(view({ plan }), "Sales plan"), "Writes 1 sale and its totals to new sheet ‘Sales plan’.");
  });
  it("a gain may be bought back at once", () =>
    assert.match(caveats({ ask: { ...ASK, purpose: { kind: "free gain" } }, plan }), /the wash-sale rule bars losses, not gains/));
});

describe("Plan: the fields and the limits", () => {
  const holdings: HoldingsView = {
    asOf: day("2024-06-03"), elsewhere: [], methods: [],
    holdings: [{ symbol: "AAA", unit: "share", multiplier: 1, price: 60, mayAverage: false, accounts: [{ account: "Schwab", shares: 10, standingMethod: "FIFO" }] }],
  };
  it("the five purposes, an amount where one is needed, and what the switch means", () => {
    const seen = words(<PlanForm fields={FIELDS_AT_FIRST} onFields={nothing} />);
    assert.match(seen, /Raise cash Take a gain Take a loss Fill the free gain Give to charity Cash before tax \$/);
    assert.match(seen, /No more than needed More is sold where that lowers the tax\./);
    const free = markup(<PlanForm fields={fields({ purpose: "free gain" })} onFields={nothing} />);
    assert.doesNotMatch(free, /plan-amount|plan-exactly/);
  });
  it("folded, the limits are one line", () => {
    assert.equal(limitsLine(NO_PLAN_LIMITS), "none");
    const lot = { key: "k", called: "AAA row 2" };
    assert.equal(limitsLine({ ...NO_PLAN_LIMITS, keepLots: [lot], keepAccounts: ["Roth"], mostOfSymbolCents: 500_000 }), "keep AAA row 2 and Roth, at most $5,000 of a symbol");
    assert.equal(limitsLine({ ...NO_PLAN_LIMITS, keepLots: [lot, { ...lot, key: "m" }], leastTradeCents: 50_000 }), "keep 2 lots, no trade under $500");
    const seen = markup(<PlanLimitsPart limits={NO_PLAN_LIMITS} holdings={holdings} onLimits={nothing} />);
    assert.match(seen, /aria-expanded="false"/);
    assert.doesNotMatch(seen, /keep-symbol/);
  });
});

describe("Plan: the lots", () => {
  it("each with its link, shares, proceeds, gain and tax, and a way to keep it; the total below", async () => {
    const found = await planOfAsk({ purpose: { kind: "cash", cents: 120_000 } });
    const seen = words(<PlanSales view={found} onKeep={nothing} onSelectRow={nothing} />);
    assert.match(seen, /^Shares Proceeds Gain Tax /);
    assert.match(seen, /AAA row 2 Long, Schwab Keep this lot 10 \$600\.00 \$100\.00 \$20\.00/);
    assert.match(seen, /BBB row 3 Short, Schwab Keep this lot 10 \$600\.00 \$90\.00 \$33\.30/);
    assert.match(seen, /2 lots \$1,200\.00 \$190\.00 \$53\.30$/);
    assert.match(markup(<PlanSales view={found} onKeep={nothing} onSelectRow={nothing} />), /aria-label="Keep this lot: AAA row 2"/);
  });
  it("two bars, with the same figures as a sentence", () => {
    const seen = markup(<PlainBars taxCents={2_000} plainTaxCents={3_330} />);
    assert.match(seen, /Highest cost first would add \$33\.30 of tax: \$13\.30 more tax than this plan\./);
    assert.match(seen, /aria-label="This plan: \$20\.00 of tax added"/);
  });
});

describe("Plan: the line while there is no plan", () => {
  const top = (answer: SalesPlanAnswer | null): string => words(<PlanTop answer={answer} isOld={false} first="Type how much cash to raise." onGo={nothing} onSelectRow={nothing} onNoLimits={nothing} />);
  it("says what to type", () => assert.equal(top(null), "Type how much cash to raise."));
  it("says what stands in the way, with a link to where it is mended", () => {
    assert.equal(top({ kind: "hindered", ask: ASK, where: "prices", sentence: "A plan needs prices." }), "A plan needs prices. Add prices");
    assert.equal(top({ kind: "hindered", ask: ASK, where: "settings", sentence: "The settings are short." }), "The settings are short. Open Settings");
    assert.equal(top({ kind: "hindered", ask: ASK, where: "limits", sentence: "Your limits keep every lot." }), "Your limits keep every lot. Clear the limits");
    assert.equal(top({ kind: "hindered", ask: ASK, where: "ask", sentence: "Too much." }), "Too much.");
  });
});
