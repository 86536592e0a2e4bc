/** Answers the Sell screen: which lots the sale takes, what would be washed, and what every other method would do. Pure. */
import type { Book, WhatIfSale } from "../../lots/book-types";
import { methodInForce } from "../../lots/method-order";
import { allowedByTerm, bookSale, ordersToCompare, saleRealized, type SaleRealized } from "../../report/compare-methods";
import { isCollectibleGain } from "../../report/form-codes";
import { piecesOfSales } from "../../report/pieces-of-sale";
import { isRetirement } from "../../rules/accounts";
import { FEDERAL_LAW } from "../../rules/federal-law";
import { proceedsCents } from "../../sheet/arguments";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { saleRates, taxCents, type SaleRates } from "../../sheet/tables/tax-estimate";
import { lotPickTable, whatIfProblem } from "../../sheet/tables/what-if";
import { fifteenDigits } from "../../values/decimals";
import { done, refuse, type Outcome } from "../../values/outcome";
import type { Answering, Desk } from "../engine/contract";
import { mayAverage } from "./answer-holdings";
import { lotsHeld, type LotsHeld } from "./held-lots";
import type { MethodCompared, SellAsk, SellView } from "./sell-view";
import { soldLots, washingPurchases } from "./sold-lots";

export const answerSell: Answering<"sell"> = async (desk, ask, step) => {
  step.working("Choosing the lots", null);
  const asked = saleAsked(desk, ask);
  if (!asked.ok) return asked;
  const sale = asked.value;
  const held = lotsHeld(desk, sale.symbol, sale.account, sale.day);
  await step.breathe();
  const book = bookSale(desk.book.trades, desk.choices, FEDERAL_LAW, sale);
  const problem = whatIfProblem(book, sale);
  if (problem !== null) return refuse(problem.kind, problem.sentence);
  await step.breathe();
  const tax = taxOf(desk, book);
  const realized = saleRealized(book);
  const chosen = {
    ...compared(chosenMethod(desk, ask, held), [], realized, tax.rates),
    proceedsCents: realized.proceedsCents,
    permanentCents: realized.permanentCents,
    lots: soldLots(book, held.lots),
    washedBy: washingPurchases(book),
  };
  const others = await compareAll(desk, sale, held, tax.rates, step);
  const [best] = others.compared;
  const pick = lotPickTable(book, sale, desk.settings.tax);
  return done(sellView(desk, ask, sale, held, { chosen, ...others, best, tax, pick }));
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

interface TaxOfSale {
  readonly rates: SaleRates | null;
  readonly without: string | null;
}

/** R-TAX-4: the long-term gain of a collectible has a rate of its own, which is not estimated. */
function taxOf(desk: Desk, book: Book): TaxOfSale {
  const rates = saleRates(desk.settings.tax);
  if (!rates.ok) return { rates: null, without: rates.problem.sentence };
  if (piecesOfSales(book).of(book.trades.count).some((piece) => isCollectibleGain(book, piece))) {
    return { rates: null, without: "This is a collectible: its long-term gain is taxed at up to 28%, which Long rate is not. Methods are compared by gain." };
  }
  return { rates: rates.value, without: null };
}

function compared(method: string | null, sameAs: readonly string[], sale: SaleRealized, rates: SaleRates | null): MethodCompared {
  const allowed = allowedByTerm(sale);
  return {
    method,
    shortGainCents: sale.shortCents,
    longGainCents: sale.longCents,
    disallowedCents: sale.disallowedCents,
    allowedCents: allowed.shortCents + allowed.longCents,
    taxCents: rates === null ? null : taxCents(rates, allowed.shortCents, allowed.longCents),
    lotsUsed: sale.lotsUsed,
    whichLots: sale.whichLots,
    sameAs,
  };
}

type Step = Parameters<Answering<"sell">>[2];

/** Best first; methods that come to the same shares stand under the first of their names. */
async function compareAll(desk: Desk, sale: WhatIfSale, held: LotsHeld, rates: SaleRates | null, step: Step): Promise<Pick<SellView, "compared" | "lackRates">> {
  const { orders, lackRates } = ordersToCompare(desk.choices, mayAverage(desk.book, sale.symbol, held.isAveraged));
  const groups = new Map<string, { readonly realized: SaleRealized; readonly names: string[] }>();
  for (const [at, { method, names }] of orders.entries()) {
    step.working("Comparing the methods", at / orders.length);
    await step.breathe();
    const { lots: _, ...byMethod } = { ...sale, method };
    const book = bookSale(desk.book.trades, desk.choices, FEDERAL_LAW, byMethod);
    // A method may be impossible here: average basis with gift shares (R-AVG-6).
    if (whatIfProblem(book, byMethod) !== null) continue;
    const realized = saleRealized(book);
    const group = groups.get(realized.sameness);
    if (group === undefined) groups.set(realized.sameness, { realized, names: [...names] });
    else group.names.push(...names);
  }
  const all = [...groups.values()].map(({ realized, names: [first = "", ...rest] }) => compared(first, rest, realized, rates));
  return { compared: all.sort((a, b) => costOf(a) - costOf(b) || a.allowedCents - b.allowedCents || a.disallowedCents - b.disallowedCents), lackRates };
}

function costOf({ taxCents: tax, allowedCents }: MethodCompared): number {
  return tax ?? allowedCents;
}

interface Found extends Pick<SellView, "chosen" | "compared" | "lackRates" | "pick"> {
  readonly best: MethodCompared | undefined;
  readonly tax: TaxOfSale;
}

function sellView(desk: Desk, ask: SellAsk, sale: WhatIfSale, held: LotsHeld, { chosen, compared: others, lackRates, best, tax, pick }: Found): SellView {
  const { trades } = desk.book;
  const soldBasis = chosen.lots.reduce((sum, { basisCents }) => sum + basisCents, 0);
  const heldShares = held.lots.reduce((sum, { shares }) => sum + shares, 0);
  const emptied = chosen.lots.filter((lot) => lot.shares >= lot.held).length;
  const name = trades.symbols[sale.symbol]!;
  return {
    ask,
    unit: trades.options.has(sale.symbol) ? "contract" : "share",
    chosen,
    compared: others,
    moreThanBestCents: best === undefined ? 0 : costOf(chosen) - costOf(best),
    byTax: tax.rates !== null,
    withoutTax: tax.without,
    lackRates,
    held: held.lots,
    notLotByLot: notLotByLot(name, held),
    pick,
    settingsSaid: settingsSummary(desk.choices, desk.facts.rates),
    remaining: {
      shares: fifteenDigits(heldShares - ask.shares),
      lots: held.lots.length - emptied,
      basisCents: held.lots.reduce((sum, { basisCents }) => sum + basisCents, 0) - soldBasis,
    },
  };
}

/** R-AVG-3; and an identification is told to one broker (R-ID-2). */
function notLotByLot(name: string, { isAveraged, accounts }: LotsHeld): string | null {
  if (isAveraged) {
    return `${name} is held at average basis: every share has the same basis, and the earliest leave first whichever lot is named (R-AVG-3).`;
  }
  return accounts.length > 1 ? `${name} is in ${accounts.length} accounts. Choose one of them to name its lots one by one.` : null;
}
