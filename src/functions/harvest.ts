/** Custom functions about losses that could be taken: which, at what price in washed losses, and when. */
import { clearToBuy } from "../harvest/clear-to-buy";
import { clearToSell } from "../harvest/clear-to-sell";
import { runToEnd } from "../harvest/harvest-types";
import { planForTarget } from "../harvest/plan-for-target";
import { termCalendar as termChanges } from "../harvest/term-calendar";
import { washRisk as riskOf } from "../harvest/wash-risk";
import { dollarsFromCents } from "../report/figures";
import { dateArgument, pricesArgument, sharesArgument, wordArgument } from "../sheet/arguments";
import { gapsWithFaults } from "../sheet/price-faults";
import {
  daysArgument, heldSymbolArgument, knownAccountArgument, neededPricesArgument, targetArgument, tradedSymbolArgument,
} from "../sheet/harvest-arguments";
import { harvestPlanTable, harvestTable } from "../sheet/tables/harvest";
import { termCalendarTable } from "../sheet/tables/term-calendar";
import { yearSoFar } from "../sheet/year-so-far";
import { serialFromDay, yearOf } from "../values/plain-date";
import { given, single, spill } from "./cell-error";
import { sharedHarvest } from "./harvest-answers";
import { cellOf, rangeOf, readLedger } from "./ledger";

/**
 * Lots below their cost, best first: the loss, what of it a wash sale would take, and what it saves in tax.
 * @customfunction HARVEST
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param prices Two columns, Symbol and Price in dollars per share, such as Prices!A1:B20; or Excel Stocks cells.
 * @param asof Day of the sales, at the end of the day: a date such as 12/10/2024.
 * @param [target] Dollars of loss to reach, such as 3000: the sales that reach it. Left out: every candidate by itself.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @returns A table with headings: Rank, Symbol, Account, Lot, Quantity, Acquired, Term, and so on.
 */
export function harvest(trades: any[][], prices: any[][], asof: any, target?: any, settings?: any[][]): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const { bySymbol, faults } = given(neededPricesArgument(rangeOf(prices)));
    const asOf = given(dateArgument(cellOf(asof), "asof"));
    const targetCents = given(targetArgument(cellOf(target)));
    const { facts, answer: priced } = sharedHarvest(ledger, asOf, bySymbol);
    const answer = { ...priced, gaps: gapsWithFaults(priced.gaps, faults) };
    const withoutTax = facts.year.ok ? null : facts.year.problem.sentence;
    if (targetCents === null) return harvestTable(answer, withoutTax);
    return harvestPlanTable(given(runToEnd(planForTarget(facts, targetCents, null))), answer, withoutTax);
  });
}

/**
 * Lots that turn long-term soon, soonest first, with the tax before and after at today's price.
 * @customfunction TERMCALENDAR
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param asof Day to look from, at the end of the day: a date such as 12/10/2024.
 * @param [days] Days to look ahead, such as 90. Left out: 60.
 * @param [prices] Two columns, Symbol and Price in dollars per share, such as Prices!A1:B20.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @returns A table with headings: Symbol, Account, Lot, Acquired, Holding from, Quantity, and so on.
 */
export function termCalendar(trades: any[][], asof: any, days?: any, prices?: any[][], settings?: any[][]): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const asOf = given(dateArgument(cellOf(asof), "asof"));
    const ahead = given(daysArgument(cellOf(days)));
    const priced = pricesArgument(rangeOf(prices));
    const book = ledger.book({ throughDay: asOf });
    const year = yearSoFar(ledger.settings, ledger.book(), yearOf(asOf), asOf);
    const changes = termChanges(book, asOf, ahead, priced?.bySymbol ?? null, year.ok ? year.value : null);
    return termCalendarTable(book, changes, priced, year.ok ? null : year.problem.sentence);
  });
}

/**
 * Dollars of loss that a purchase would disallow as a wash sale, before you make it.
 * @customfunction WASHRISK
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param symbol Symbol to buy, such as XYZ.
 * @param date Day of the purchase: a date such as 12/20/2024.
 * @param quantity Shares to buy, such as 100.
 * @param [account] Account to buy in, such as My IRA. Left out: a taxable account.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @returns Dollars.
 */
export function washRisk(trades: any[][], symbol: any, date: any, quantity: any, account?: any, settings?: any[][]): any {
  return single(() => {
    const { reading, settings: chosen } = readLedger(trades, settings);
    const asked = {
      symbol: given(tradedSymbolArgument(cellOf(symbol), reading.trades, chosen.choices)),
      day: given(dateArgument(cellOf(date), "date")),
      shares: given(sharesArgument(cellOf(quantity), "quantity")),
      account: given(knownAccountArgument(cellOf(account), reading.trades, chosen.choices)),
    };
    return dollarsFromCents(given(riskOf(reading.trades, chosen.choices, asked)).disallowedCents);
  });
}

/**
 * First day on which buying washes no past loss, or on which a loss sale is not washed by a purchase.
 * @customfunction CLEARDATE
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param symbol Symbol to buy or sell, such as XYZ.
 * @param date Earliest day wanted: a date such as 12/10/2024.
 * @param [side] Buy (default) or Sell.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @returns A date.
 */
export function clearDate(trades: any[][], symbol: any, date: any, side?: any, settings?: any[][]): any {
  return single(() => {
    const { reading, settings: chosen } = readLedger(trades, settings);
    const from = given(dateArgument(cellOf(date), "date"));
    const wanted = given(wordArgument(cellOf(side), "side", ["Buy", "Sell"], "Buy"));
    const { trades: rows } = reading;
    const day =
      wanted === "Sell"
        ? clearToSell(rows, chosen.choices, given(heldSymbolArgument(cellOf(symbol), rows)), from)
        : clearToBuy(rows, chosen.choices, given(tradedSymbolArgument(cellOf(symbol), rows, chosen.choices)), from);
    return serialFromDay(given(day));
  });
}
