import assert from "node:assert/strict";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { answerSell } from "../../src/taskpane/sell/answer-sell";
import { identificationsOfSale, notToIdentify } from "../../src/taskpane/sell/identify-lots";
import { LotsSold, LotsToName } from "../../src/taskpane/sell/LotsSold";
import { barName, barsShown, MethodBars } from "../../src/taskpane/sell/MethodBars";
import { lotsNamed, saleTyped, sharesForDollars, sumLine, type SaleFields } from "../../src/taskpane/sell/sale-fields";
import { namedAsChosen } from "../../src/taskpane/sell/methods-compared";
import { saleDraft } from "../../src/taskpane/sell/sale-sheet";
import { comparisonLine, firstStep, orderText, sellLine, waitingLine } from "../../src/taskpane/sell/sell-sentences";
import type { Holding, HoldingsView, MethodCompared, SellAsk, SellView } from "../../src/taskpane/sell/sell-view";
import { methodText } from "../../src/taskpane/sell/SaleForm";
import { SaleResult } from "../../src/taskpane/sell/SaleResult";
import { answerOf, day, deskOf, type Rows } from "./desk-of";

const nothing = (): void => undefined;

function markup(view: ReactElement): string {
  return renderToStaticMarkup(<FluentProvider theme={webLightTheme}>{view}</FluentProvider>);
}

/** The words a person sees, without the markup. */
function words(view: ReactElement): string {
  return markup(view).replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]+>/g, " ").replace(/&#x27;/g, "'").replace(/\s+/g, " ").trim();
}

const HOLDING: Holding = { symbol: "XYZ", unit: "share", multiplier: 1, price: 40, mayAverage: false, accounts: [{ account: "A", shares: 30, standingMethod: "FIFO" }] };
const HOLDINGS: HoldingsView = { asOf: day("2024-06-03"), holdings: [HOLDING], elsewhere: [], methods: [] };
const FIELDS: SaleFields = { symbol: "XYZ", account: "", amount: "10", amountIn: "shares", price: null, on: "2024-06-03", method: "" };
const typed = (some: Partial<SaleFields>, holdings: HoldingsView = HOLDINGS) => saleTyped({ ...FIELDS, ...some }, holdings);

describe("Sell: what is typed in the fields", () => {
  it("all of it right is a question, at the price of the prices", () =>
    assert.deepEqual(typed({}).ask, { symbol: "XYZ", account: null, shares: 10, price: 40, day: day("2024-06-03"), method: null, lots: [] }));
  it("nothing typed yet is no fault", () => assert.deepEqual([typed({ amount: "" }).ask, typed({ amount: "" }).amountSays], [null, null]));
  it("text, zero and less are told at the field", () => {
    assert.equal(typed({ amount: "many" }).amountSays, "“many” is not a number. Type a number of shares, such as 200.");
    assert.equal(typed({ amount: "0" }).amountSays, "Type more than 0 shares.");
    assert.equal(typed({ amount: "-5" }).amountSays, "Type more than 0 shares.");
    assert.equal(typed({ amount: "1e20" }).amountSays, "This is too large to be exact.");
  });
  it("more than is held says how many there are", () => {
    const { ask, amountSays } = typed({ amount: "31" });
    assert.equal(ask, null);
    assert.equal(amountSays, "You hold 30 shares of XYZ on 6/3/2024. Type that or less.");
  });
  it("a price that is missing, wrong or negative, and a day that is none", () => {
    const without = { ...HOLDINGS, holdings: [{ ...HOLDING, price: null }] };
    assert.equal(typed({}, without).priceSays, "Type a price; your prices have none for it.");
    assert.equal(typed({ price: "-1" }).priceSays, "A price is 0 or more.");
    assert.match(typed({ price: "about 5" }).priceSays ?? "", /is not a number/);
    assert.equal(typed({ on: "2024-02-31" }).daySays, "Choose a day.");
  });
  it("dollars come to whole shares, rounded down: 1,000 ÷ 30 = 33", () => {
    assert.equal(typed({ amount: "1000", amountIn: "dollars", price: "40" }).ask?.shares, 25);
    assert.equal(sharesForDollars(1000, 30, HOLDING), 33);
    assert.equal(typed({ amount: "39", amountIn: "dollars" }).amountSays, "That is less than one of the shares at this price.");
  });
  it("to thousandths where fractions are held, and by the contract of 100 for an option", () => {
    assert.equal(sharesForDollars(1000, 30, { ...HOLDING, accounts: [{ account: "A", shares: 1.5, standingMethod: "FIFO" }] }), 33.333);
    assert.equal(sharesForDollars(1000, 3, { ...HOLDING, multiplier: 100 }), 3);
  });
});

describe("R-ID-2: naming lots one by one", () => {
  const held = [{ key: "row 2", shares: 10 }, { key: "row 3", shares: 10 }];
  const sum = (named: Record<string, string>): string => sumLine(lotsNamed(named, held, 15), 15, "share");

  it("the sum is told against the shares of the sale", () => {
    assert.equal(sum({ "row 2": "10" }), "10 of 15 shares named; 5 more to name.");
    assert.equal(sum({ "row 2": "10", "row 3": "5" }), "15 of 15 shares named.");
    assert.equal(sum({ "row 2": "10", "row 3": "10" }), "20 of 15 shares named; name 5 fewer, or sell 20.");
  });
  it("more than a lot has, text and a negative number are told at the lot", () => {
    assert.deepEqual(lotsNamed({ "row 2": "11" }, held, 15).says, { "row 2": "The lot has 10." });
    assert.equal(lotsNamed({ "row 2": "x" }, held, 15).isComplete, false);
    assert.equal(lotsNamed({ "row 2": "-1", "row 3": "15" }, held, 15).isComplete, false);
  });
  it("blank and 0 name nothing; 0.1 and 0.2 make 0.3", () => {
    assert.deepEqual(lotsNamed({ "row 2": " ", "row 3": "0" }, held, 15).lots, []);
    assert.equal(lotsNamed({ "row 2": "0.1", "row 3": "0.2" }, held, 0.3).isComplete, true);
  });
});

/** Lots of 10 shares at 20, 35 and 30 in rows 2, 3 and 4; 4 more at 26 in row 5, 14 days before the sale. */
const ROWS: Rows = [
  ["2024-01-02", "Buy", "XYZ", 10, 20, "A"],
  ["2024-02-01", "Buy", "XYZ", 10, 35, "A"],
  ["2024-03-01", "Buy", "XYZ", 10, 30, "A"],
  ["2024-05-20", "Buy", "XYZ", 4, 26, "A"],
];
const RATES: Rows = [["Short rate", 0.37], ["Long rate", 0.2]];
const sold = (some: Partial<SellAsk> = {}, settings: Rows = RATES): Promise<SellView> =>
  answerOf(answerSell, deskOf({ rows: ROWS, asOf: "2024-06-03", settings }), { symbol: "XYZ", account: "A", shares: 10, price: 40, day: day("2024-06-03"), method: "FIFO", lots: [], ...some });

describe("Sell: while there is no sale to tell of", () => {
  const step = (amount: string, some: Partial<ReturnType<typeof saleTyped>> = {}): string =>
    firstStep({ amount }, { holding: null, ask: null, amountSays: null, priceSays: null, daySays: null, ...some });
  it("asks for what is missing, not for what is typed", () => {
    assert.equal(step(""), "Type how many shares to sell.");
    assert.equal(step("10", { priceSays: "Type a price; your prices have none for it." }), "Type a price; your prices have none for it.");
    assert.equal(step("-1", { amountSays: "Type more than 0 shares." }), "Type more than 0 shares.");
  });
  it("the chosen name stands first among those of the same lots", () => {
    const way = { method: "LIFO", sameAs: ["HIFO", "LOFO"], sameness: "a" } as unknown as MethodCompared;
    const named = namedAsChosen(way, { method: "HIFO", sameness: "a" });
    assert.deepEqual([named.method, named.sameAs], ["HIFO", ["LIFO", "LOFO"]]);
    assert.equal(namedAsChosen(way, { method: "FIFO", sameness: "b" }), way);
  });
});

describe("Sell: the line at the top", () => {
  // At 40: HIFO gains 50 and pays 18.50; FIFO gains 200 and pays 74.00.
  it("what the choice costs more than the best", async () => assert.equal(sellLine(await sold()), "FIFO costs $56 more than the best choice."));
  it("the best says so", async () => assert.equal(sellLine(await sold({ method: "HIFO" })), "No choice of lots costs less than HIFO."));
  it("without rates it counts gain", async () => assert.equal(sellLine(await sold({}, [])), "FIFO realizes $150 more gain than the choice that realizes least."));
  // At 10, four bought within 30 days before: FIFO loses 100, of which 4/10 are washed, so 60 count. LIFO sells those four
  // too: 4 × 16 + 6 × 20 = 184, all of which counts.
  it("without rates, of losses it says which loses less, and that the most loss is what it is measured by", async () => {
    assert.equal(sellLine(await sold({ price: 10 }, [])), "FIFO loses $124 less than the choice that loses most.");
    assert.equal(sellLine(await sold({ price: 10, method: "LIFO" }, [])), "No method loses more than LIFO.");
  });
  it("a bar with many names is called by one of them and their number, never cut off", () => {
    const sameAs = ["SCHWAB_LIFO", "IBKR_LI", "ETRADE_LIFO"];
    assert.equal(barName({ method: "LIFO", sameAs, isLeast: false }, 60), "LIFO (same: SCHWAB_LIFO, IBKR_LI and 1 more)");
    assert.equal(barName({ method: "LIFO", sameAs, isLeast: false }, 40), "LIFO and 3 more with the same lots");
  });
  it("a method stands under its code with words beside it", () => {
    assert.equal(methodText({ name: "HIFO", whose: "Schwab High Cost, Vanguard HIFO" }), "HIFO, highest cost first");
    assert.equal(methodText({ name: "SCHWAB_LOW_COST", whose: "Schwab Low Cost; same as LOFO" }), "SCHWAB_LOW_COST, Schwab Low Cost");
  });
  it("one result is said in a sentence, several by what their bars measure", async () => {
    const all = comparisonLine(await sold({ shares: 34 }));
    assert.match(all, /^All \d+ methods sell the same lots\.$/);
    const several = comparisonLine(await sold());
    assert.match(several, /^\d+ methods by what they add to the tax of 2024, least first\. No choice of lots costs less than the first\.$/);
  });
  it("a gap to the least possible is told in dollars", async () =>
    assert.match(comparisonLine({ ...(await sold()), least: { lots: [], gapCents: 310 } }), /The first is within \$3\.10 of the least possible\.$/));
  it("without a return or rates the methods that need rates are named", async () =>
    assert.match(comparisonLine(await sold({}, [])), /MINTAX, FOLIO_WLFS and FOLIO_WGFS also need Short rate and Long rate\.$/));
  it("waiting: what it saves and how far the price may fall; for a loss what it costs", () => {
    const waiting = { shares: 40, longTermOn: day("2026-03-04"), days: 23, isLoss: false, savesCents: 31_200, breakEvenPriceCents: 4_712, breakEvenMove: -0.041, isAnotherYear: false };
    assert.equal(waitingLine(waiting, "share"), "40 shares turn long-term on 3/4/2026: waiting 23 days saves $312; the price may fall to $47.12 (−4.1 %) before waiting costs more.");
    assert.equal(
      waitingLine({ ...waiting, shares: 1, isLoss: true, savesCents: -31_200, breakEvenPriceCents: 5_000, breakEvenMove: 0.02, isAnotherYear: true }, "share"),
      "1 share at a loss turns long-term on 3/4/2026: waiting 23 days costs $312, unless the price rises to $50.00 (+2.0 %). That counts the later year like this one.",
    );
    assert.equal(waitingLine({ ...waiting, savesCents: 0 }, "share"), "40 shares turn long-term on 3/4/2026; waiting changes no tax on this return.");
  });
  it("all of it sold: the lots are the same", async () => assert.equal(sellLine(await sold({ shares: 34 })), "Every method takes the same lots."));
});

describe("Sell: the result", () => {
  it("the lots with their rows, shares, basis and gain", async () => {
    const seen = words(<LotsSold view={await sold({ shares: 15 })} onSelectRow={nothing} />);
    assert.match(seen, /row 2 1\/2\/2024 Short, A 10 all \$200\.00 \$200\.00/);
    assert.match(seen, /row 3 2\/1\/2024 Short, A 5 of 10 \$175\.00 \$25\.00/);
  });

  it("a washed loss warns with the purchase: 4 shares × (35 - 25) = 40", async () => {
    const seen = words(<SaleResult view={await sold({ price: 25, method: "HIFO" })} onSelectRow={nothing} />);
    assert.match(seen, /A short-term loss of \$100\.00, \$40\.00 of the loss disallowed; saves \$22\.20 of tax\./);
    assert.match(seen, /\$40\.00 of the loss would be disallowed: 4 shares bought 5\/20\/2024 in A \( row 5 \)/);
    assert.doesNotMatch(words(<SaleResult view={await sold()} onSelectRow={nothing} />), /disallowed/);
  });

  it("bars name their method, its cost and its lots, the chosen one pressed", async () => {
    const seen = markup(<MethodBars view={await sold()} onMethod={nothing} onLots={nothing} />);
    assert.match(seen, /aria-label="FIFO: \$74\.00 of tax, \$55\.50 more than the best, takes row 2: 10; same lots by [^"]*LOFO[^"]*, chosen"[^>]*aria-pressed="true"/);
    assert.match(seen, /HIFO and \d+ more with the same lots/);
  });

  it("the lots of least tax are offered with one press where they are not chosen, and lots can be named", async () => {
    const offered = (view: SellView, onLots: (() => void) | null): boolean => words(<MethodBars view={view} onMethod={nothing} onLots={onLots} />).includes("Take the lots of least tax");
    assert.equal(offered(await sold(), nothing), true);
    assert.equal(offered(await sold(), null), false);
    assert.equal(offered(await sold({ method: "HIFO" }), nothing), false);
  });

  it("what is chosen stays among the bars, however many are better", async () => {
    const view = await sold({ method: "LOFO" });
    assert.ok(barsShown(view, 1).some(({ method, sameAs }) => method === "LOFO" || sameAs.includes("LOFO")));
    assert.equal(barsShown(await sold({ lots: [{ lot: "row 4", shares: 10 }] }), 1)[0]?.method, null);
  });

  it("fields for lots have names, and say what is wrong with them", async () => {
    const { held } = await sold();
    const named = lotsNamed({ "row 2": "99" }, held, 10);
    const seen = markup(<LotsToName held={held} unit="share" shares={10} typed={{ "row 2": "99" }} named={named} sold={[]} onTyped={nothing} onSelectRow={nothing} />);
    assert.match(seen, /aria-label="Shares of row 2 to sell"/);
    assert.match(seen, /The lot has 10\./);
  });
});

describe("R-ID-2: what is kept of an identification, and handed on", () => {
  it("a row for each lot, dated, with who chose", async () => {
    const [identification] = identificationsOfSale(await sold({ shares: 15 }), { day: day("2024-06-03"), time: "15:30" });
    assert.equal(identification?.chosenBy, "Sell pane: FIFO");
    assert.equal(identification?.memo, "XYZ 2024-06-03 1530");
    assert.deepEqual(identification?.lots.map(({ lot, shares, basisCents }) => [lot, shares, basisCents]), [["row 2", 10, 20_000], ["row 3", 5, 17_500]]);
  });

  it("R-AVG-3: at average basis there is nothing to identify", async () => {
    const view = await sold({ method: "AVG" });
    assert.match(notToIdentify(view) ?? "", /no lot is identified/);
    assert.equal(notToIdentify(await sold()), null);
  });

  it("the order names account, day and lots", async () =>
    assert.equal(
      orderText(await sold({ shares: 15 })),
      "Sell 15 XYZ in A, 2024-06-03, about $40 each, from these lots:\n  lot row 2, acquired 2024-01-02: 10 shares\n  lot row 3, acquired 2024-02-01: 5 shares",
    ));

  it("the sheet is LOTPICK live, or its values; lots named are always values", async () => {
    const origin = { tradesRead: "‘Trades’!A1:F5", pricesRead: null, settings: null };
    const live = { kind: "live", references: { namespace: "TAXLOT", trades: "Trades[#All]", prices: null, settings: "TaxlotSettings" } } as const;
    const [lots] = saleDraft(await sold(), live, origin).blocks;
    assert.deepEqual(lots?.content.kind === "spill" && lots.content.formula, '=TAXLOT.LOTPICK(Trades[#All],"XYZ",10,40,DATE(2024,6,3),"FIFO",TaxlotSettings,"A")');
    const [named] = saleDraft(await sold({ lots: [{ lot: "row 4", shares: 10 }] }), live, origin).blocks;
    assert.equal(named?.content.kind, "rows");
  });

  it("a symbol that no sheet may be called is written all the same", async () => {
    const view = await sold();
    const origin = { tradesRead: "", pricesRead: null, settings: null };
    const { sheetName } = saleDraft({ ...view, ask: { ...view.ask, symbol: "BRK/B:[x]" } }, { kind: "values" }, origin);
    assert.doesNotMatch(sheetName, /[\\/?*[\]:]/);
    assert.ok(sheetName.startsWith("Sell BRK B") && sheetName.length <= 31);
  });
});
