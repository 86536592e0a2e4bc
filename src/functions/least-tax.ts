/** Custom functions that choose lots so that the tax of the year is least. */
import { runToEnd, type HarvestGap } from "../harvest/harvest-types";
import { charityPlan } from "../harvest/charity-plan";
import { freeGainPlan } from "../harvest/free-gain-plan";
import { NO_LIMITS, type SaleLimits } from "../harvest/sale-goal";
import { heldKeys } from "../harvest/sale-market";
import { sellPlan as planSales } from "../harvest/sell-plan";
import { compareSale } from "../report/compare-sale";
import { realisedInYear } from "../report/realised-in-year";
import { dateArgument, wordArgument } from "../sheet/arguments";
import { amountArgument, neededPricesArgument } from "../sheet/harvest-arguments";
import { gapsWithFaults } from "../sheet/price-faults";
import { harvestFacts } from "../sheet/harvest-facts";
import { lotCompareTable } from "../sheet/tables/lot-compare";
import { readSaleLimits } from "../sheet/sale-limits";
import { charityPickTable } from "../sheet/tables/charity-pick";
import { freeGainTable, sellPlanTable } from "../sheet/tables/sell-plan";
import { taxBasisOfYear } from "../sheet/tax-basis-of-year";
import { yearOf } from "../values/plain-date";
import { given, spill } from "./cell-error";
import { hypotheticalSale } from "./hypothetical-sale";
import { cellOf, rangeOf, readLedger } from "./ledger";

/**
 * Every method for a sale you might make, and the lots of least tax, best first: what each costs in tax this year.
 * @customfunction LOTCOMPARE
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param symbol Symbol to sell, such as XYZ.
 * @param quantity Shares to sell, such as 200.
 * @param price Price in dollars per share after selling costs, such as 190.25.
 * @param date Day of the sale, at the end of the day: a date such as 6/3/2024.
 * @param [settings] Your settings range, such as TaxlotSettings: it states the return, or the rates that replace the tables.
 * @param [account] Account to sell from, such as Schwab. Left out: all taxable accounts that hold the symbol.
 * @returns A table with headings: Method, Short gain, Long gain, Total gain, Disallowed, Tax this year, and so on.
 */
export function lotCompare(trades: any[][], symbol: any, quantity: any, price: any, date: any, settings?: any[][], account?: any): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const sale = hypotheticalSale(ledger, { symbol, quantity, price, date, method: null, account });
    const year = yearOf(sale.day);
    const basis = taxBasisOfYear(ledger.settings, year);
    const realised = realisedInYear(ledger.book(), year);
    const { choices } = ledger.settings;
    return lotCompareTable(given(compareSale({ trades: ledger.reading.trades, choices, sale, basis, realised })), choices);
  });
}

/**
 * Which lots to sell, over all symbols, to raise cash at the least tax of the year, and how near the least it is proven.
 * @customfunction SELLPLAN
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param prices Two columns, Symbol and Price in dollars per share, such as Prices!A1:B20; or Excel Stocks cells.
 * @param asof Day of the sales, at the end of the day: a date such as 12/10/2024.
 * @param cash Dollars to raise before tax, such as 25000; with goal Gain or Loss, the net gain or loss to realise.
 * @param [settings] Your settings range, such as TaxlotSettings: it states the return, or the rates that replace the tables.
 * @param [amount] At least (default): more is sold where a loss lowers the tax. Exactly: no share that the cash does not need.
 * @param [goal] Cash (default), Gain or Loss: what the amount in cash is.
 * @param [limits] A range of limits, name first, such as Keep, XYZ; also Keep account, Most of symbol, Least trade.
 * @returns A table with headings: Symbol, Account, Lot, Acquired, Term, Quantity, Proceeds, and so on.
 */
export function sellPlan(trades: any[][], prices: any[][], asof: any, cash: any, settings?: any[][], amount?: any, goal?: any, limits?: any[][]): any[][] {
  return spill(() => {
    const kind = GOALS[given(wordArgument<keyof typeof GOALS>(cellOf(goal), "goal", ["Cash", "Gain", "Loss"], "Cash"))];
    const cents = given(amountArgument(cellOf(cash), "cash", `the dollars to ${kind === "cash" ? "raise" : "realise"}, such as 25000`));
    const exactness = EXACTNESS[given(wordArgument<keyof typeof EXACTNESS>(cellOf(amount), "amount", ["At least", "Exactly"], "At least"))];
    const { facts, year, limitsOf, withFaults } = planned(trades, prices, asof, settings);
    const found = given(runToEnd(planSales(facts, { ...year, goal: { kind, cents }, exactness, limits: limitsOf(limits) })));
    return sellPlanTable({ ...found, gaps: withFaults(found.gaps) }, { kind, cents }, exactness);
  });
}

const GOALS = { Cash: "cash", Gain: "gain", Loss: "loss" } as const;
const EXACTNESS = { "At least": "at least", Exactly: "exactly" } as const;

/**
 * Which long-term lots to sell at a gain that costs no tax this year, because the 0% band or losses have room for it.
 * @customfunction GAINHARVEST
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param prices Two columns, Symbol and Price in dollars per share, such as Prices!A1:B20; or Excel Stocks cells.
 * @param asof Day of the sales, at the end of the day: a date such as 12/10/2024.
 * @param [settings] Your settings range, such as TaxlotSettings: it states the return, or the rates that replace the tables.
 * @param [limits] A range of limits, name first, such as Keep, XYZ; also Keep account, Most of symbol, Least trade.
 * @returns A table with headings: Symbol, Account, Lot, Acquired, Term, Quantity, Proceeds, and so on.
 */
export function gainHarvest(trades: any[][], prices: any[][], asof: any, settings?: any[][], limits?: any[][]): any[][] {
  return spill(() => {
    const { facts, year, limitsOf, withFaults } = planned(trades, prices, asof, settings);
    const found = given(runToEnd(freeGainPlan(facts, { ...year, limits: limitsOf(limits) })));
    return freeGainTable({ ...found, gaps: withFaults(found.gaps) }, year);
  });
}

/**
 * Which shares to give to charity: long-term, most gain for a dollar first, never a loss; and the tax that selling adds.
 * @customfunction CHARITYPICK
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param prices Two columns, Symbol and Price in dollars per share, such as Prices!A1:B20; or Excel Stocks cells.
 * @param asof Day of the gift, at the end of the day: a date such as 12/10/2024.
 * @param amount Dollars to give at most, such as 5000.
 * @param [settings] Your settings range, such as TaxlotSettings: it states the return, or the rates that replace the tables.
 * @param [limits] A range of limits, name first, such as Keep, XYZ; also Keep account, Most of symbol, Least trade.
 * @returns A table with headings: Symbol, Account, Lot, Acquired, Quantity, Value, Basis, Gain, Tax avoided, Note.
 */
export function charityPick(trades: any[][], prices: any[][], asof: any, amount: any, settings?: any[][], limits?: any[][]): any[][] {
  return spill(() => {
    const amountCents = given(amountArgument(cellOf(amount), "amount", "the dollars to give, such as 5000"));
    const { facts, limitsOf, withFaults } = marketOf(trades, prices, asof, settings);
    const { year } = facts;
    // Without a return the gifts are the same; a wrong row may hide sales.
    if (!year.ok && year.problem.kind !== "missing-fact") given(year);
    const found = given(runToEnd(charityPlan(facts, { year: year.ok ? year.value : null, amountCents, limits: limitsOf(limits) })));
    return charityPickTable({ ...found, gaps: withFaults(found.gaps) }, amountCents, year.ok ? null : year.problem.sentence);
  });
}

/** What every plan of sales rests on, read from its arguments. */
function planned(trades: any[][], prices: any[][], asof: any, settings: any[][] | undefined) {
  const market = marketOf(trades, prices, asof, settings);
  const { basis, realised } = given(market.facts.year);
  return { ...market, year: { basis, realised } };
}

/** The same without the tax of the year, which may not be told. */
function marketOf(trades: any[][], prices: any[][], asof: any, settings: any[][] | undefined) {
  const ledger = readLedger(trades, settings);
  const { bySymbol, faults } = given(neededPricesArgument(rangeOf(prices)));
  const asOf = given(dateArgument(cellOf(asof), "asof"));
  const facts = harvestFacts(ledger.reading, ledger.settings, asOf, bySymbol, ledger.book());
  return {
    facts,
    limitsOf: (limits: any[][] | undefined): SaleLimits => {
      const cells = rangeOf(limits);
      return cells === null ? NO_LIMITS : given(readSaleLimits(cells, facts.trades, heldKeys(facts)));
    },
    withFaults: (gaps: readonly HarvestGap[]) => gapsWithFaults(gaps, faults),
  };
}
