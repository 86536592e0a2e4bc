/** Custom functions that choose lots so that the tax of the year is least. */
import { runToEnd } from "../harvest/harvest-types";
import { NO_LIMITS } from "../harvest/sale-goal";
import { sellPlan as planSales } from "../harvest/sell-plan";
import { compareSale } from "../report/compare-sale";
import { realisedInYear } from "../report/realised-in-year";
import { dateArgument, wordArgument } from "../sheet/arguments";
import { cashArgument, neededPricesArgument } from "../sheet/harvest-arguments";
import { gapsWithFaults } from "../sheet/price-faults";
import { harvestFacts } from "../sheet/harvest-facts";
import { lotCompareTable } from "../sheet/tables/lot-compare";
import { sellPlanTable } from "../sheet/tables/sell-plan";
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
 * @param cash Dollars to raise before tax, such as 25000.
 * @param [settings] Your settings range, such as TaxlotSettings: it states the return, or the rates that replace the tables.
 * @param [amount] At least (default): more is sold where a loss lowers the tax. Exactly: no share that the cash does not need.
 * @returns A table with headings: Symbol, Account, Lot, Acquired, Term, Quantity, Proceeds, and so on.
 */
export function sellPlan(trades: any[][], prices: any[][], asof: any, cash: any, settings?: any[][], amount?: any): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const { bySymbol, faults } = given(neededPricesArgument(rangeOf(prices)));
    const asOf = given(dateArgument(cellOf(asof), "asof"));
    const cashCents = given(cashArgument(cellOf(cash)));
    const exactly = given(wordArgument(cellOf(amount), "amount", ["At least", "Exactly"], "At least")) === "Exactly";
    const basis = given(taxBasisOfYear(ledger.settings, yearOf(asOf)));
    const realised = given(realisedInYear(ledger.book(), yearOf(asOf), asOf));
    const facts = harvestFacts(ledger.reading, ledger.settings, asOf, bySymbol, ledger.book());
    const found = given(runToEnd(planSales(facts, { basis, realised, goal: { kind: "cash", cents: cashCents }, exactness: exactly ? "exactly" : "at least", limits: NO_LIMITS })));
    return sellPlanTable({ ...found, gaps: gapsWithFaults(found.gaps, faults) }, cashCents);
  });
}
