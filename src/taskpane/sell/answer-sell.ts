/** Answers the Sell screen: which lots the sale takes, what would be washed, and what every other method would do. Pure. */
import type { WhatIfSale } from "../../lots/book-types";
import { methodInForce } from "../../lots/method-order";
import { bookSale, saleRealized } from "../../report/compare-methods";
import type { ComparedSale } from "../../report/compare-sale";
import { realisedInYear } from "../../report/realised-in-year";
import { isRetirement } from "../../rules/accounts";
import { FEDERAL_LAW } from "../../rules/federal-law";
import { proceedsCents } from "../../sheet/arguments";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { lotPickTable, whatIfProblem } from "../../sheet/tables/what-if";
import { taxBasisOfYear } from "../../sheet/tax-basis-of-year";
import { yearSoFar } from "../../sheet/year-so-far";
import { fifteenDigits } from "../../values/decimals";
import { done, refuse, type Outcome } from "../../values/outcome";
import { yearOf } from "../../values/plain-date";
import type { Answering, Desk } from "../engine/contract";
import { lotKey, lotsHeld, type LotsHeld } from "./held-lots";
import { chosenCompared, compareOnce, costOf, methodsCompared, namedAsChosen } from "./methods-compared";
import type { LeastTaxLots, SellAsk, SellView } from "./sell-view";
import { soldLots, washingPurchases } from "./sold-lots";
import { waitings } from "./waiting";

export const answerSell: Answering<"sell"> = async (desk, ask, step) => {
  step.working("Choosing the lots", null);
  const asked = saleAsked(desk, ask);
  if (!asked.ok) return asked;
  const sale = asked.value;
  const held = lotsHeld(desk, sale.symbol, sale.account, sale.day);
  await step.breathe();
  const { trades } = desk.book;
  const book = bookSale(trades, desk.choices, FEDERAL_LAW, sale);
  const problem = whatIfProblem(book, sale);
  if (problem !== null) return refuse(problem.kind, problem.sentence);
  await step.breathe();
  const year = yearOf(sale.day);
  const { lots: _, ...byMethod } = sale;
  const task = { trades, choices: desk.choices, sale: byMethod, basis: taxBasisOfYear(desk.settings, year), realised: realisedInYear(desk.book, year) };
  const compared = await compareOnce(desk, task, step);
  if (!compared.ok) return compared;
  const realized = saleRealized(book);
  const chosen = {
    ...chosenCompared(realized, chosenMethod(desk, ask, held), task, compared.value),
    proceedsCents: realized.proceedsCents,
    permanentCents: realized.permanentCents,
    lots: soldLots(book, held.lots),
    washedBy: washingPurchases(book),
  };
  const { basis, realised } = task;
  const hasTax = compared.value.without === null && basis.ok && realised.ok;
  return done(
    sellView(desk, ask, sale, held, {
      chosen,
      compared: compared.value,
      taxNeedsSettings: !basis.ok,
      waitings: hasTax ? waitings(book, realized, held, { year, basis: basis.value, realised: realised.value }, sale.day) : [],
      pick: lotPickTable(book, sale, yearSoFar(desk.settings, desk.book, year, null)),
    }),
  );
};

/** The sale the fields describe, in the engine's terms. */
function saleAsked({ book: { trades }, choices }: Desk, ask: SellAsk): Outcome<WhatIfSale> {
  const symbol = indexOfName(trades.symbols, ask.symbol);
  if (symbol < 0) return refuse("bad-input", `No row of the trades has ${ask.symbol}. Choose a symbol of the list.`);
  const account = ask.account === null ? null : indexOfName(trades.accounts, ask.account);
  if (account !== null && account < 0) return refuse("bad-input", `No row of the trades has the account ${ask.account}. Choose an account of the list.`);
  if (account !== null && isRetirement(choices, trades.accounts[account]!)) {
    return refuse("bad-input", `${trades.accounts[account]} is a retirement account; a sale in it is no taxable gain or loss. Choose a taxable account.`);
  }
  // An option is priced per share of the stock that a contract covers.
  const multiplier = trades.options.get(symbol)?.multiplier ?? 1;
  const proceeds = proceedsCents(fifteenDigits(ask.shares * multiplier), ask.price);
  if (!proceeds.ok) return proceeds;
  const sale = { symbol, account, shares: ask.shares, proceedsCents: proceeds.value, day: ask.day, method: ask.method };
  return done(ask.lots.length === 0 ? sale : { ...sale, lots: ask.lots });
}

function indexOfName(names: readonly string[], name: string): number {
  const wanted = name.toUpperCase();
  return names.findIndex((known) => known.toUpperCase() === wanted);
}

/** What the choice is called; null for lots one by one. */
function chosenMethod(desk: Desk, ask: SellAsk, { accounts }: LotsHeld): string | null {
  if (ask.lots.length > 0) return null;
  return ask.method ?? methodInForce(desk.choices, ask.symbol, ask.account ?? accounts[0] ?? "", ask.day);
}

interface Found extends Pick<SellView, "chosen" | "waitings" | "pick"> {
  readonly compared: ComparedSale;
  readonly taxNeedsSettings: boolean;
}

function sellView(desk: Desk, ask: SellAsk, sale: WhatIfSale, held: LotsHeld, { chosen, compared, waitings: waits, pick, taxNeedsSettings }: Found): SellView {
  const { trades } = desk.book;
  const ways = methodsCompared(compared).map((way) => namedAsChosen(way, chosen));
  const [best] = ways;
  const soldBasis = chosen.lots.reduce((sum, { basisCents }) => sum + basisCents, 0);
  const heldShares = held.lots.reduce((sum, { shares }) => sum + shares, 0);
  const emptied = chosen.lots.filter((lot) => lot.shares >= lot.held).length;
  const name = trades.symbols[sale.symbol]!;
  return {
    ask,
    unit: trades.options.has(sale.symbol) ? "contract" : "share",
    chosen,
    compared: ways,
    least: leastTaxLots(desk, compared),
    impossible: compared.impossible.map(({ method, problem }) => ({ method, sentence: problem.sentence })),
    waitings: waits,
    year: yearOf(sale.day),
    moreThanBestCents: best === undefined ? 0 : costOf(chosen) - costOf(best),
    byTax: compared.without === null,
    withoutTax: compared.without?.sentence ?? null,
    taxNeedsSettings,
    lackRates: compared.lackRates,
    held: held.lots,
    notLotByLot: notLotByLot(name, held),
    pick,
    settingsSaid: settingsSummary(desk.choices, desk.facts.year),
    remaining: {
      shares: fifteenDigits(heldShares - ask.shares),
      lots: held.lots.length - emptied,
      basisCents: held.lots.reduce((sum, { basisCents }) => sum + basisCents, 0) - soldBasis,
    },
  };
}

function leastTaxLots({ book }: Desk, { methods, gapCents }: ComparedSale): LeastTaxLots | null {
  const least = methods.find(({ method }) => method === null);
  if (least === undefined || gapCents === null) return null;
  return { lots: least.sale.taken.map(({ purchase, shares }) => ({ lot: lotKey(book, purchase), shares })), gapCents };
}

/** R-AVG-3; and an identification is told to one broker (R-ID-2). */
function notLotByLot(name: string, { isAveraged, accounts }: LotsHeld): string | null {
  if (isAveraged) {
    return `${name} is held at average basis: every share has the same basis, and the earliest leave first, so no lot is named (R-AVG-3).`;
  }
  return accounts.length > 1 ? `${name} is in ${accounts.length} accounts. Choose one of them to name its lots one by one.` : null;
}
