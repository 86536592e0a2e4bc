/** Custom functions about wash sales. */
import { optionalYearArgument, wordArgument } from "../sheet/arguments";
import { WASHSALE_PARTS, washSaleTable } from "../sheet/tables/wash-sale";
import { washTrailTable } from "../sheet/tables/wash-trail";
import { given, spill } from "./cell-error";
import { cellOf, readLedger } from "./ledger";

/**
 * What the wash-sale rule does to each trade: one value beside each row of the trades, the heading first.
 * @customfunction WASHSALE
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param [part] Disallowed (default, in dollars), Shares, Replacement, Status, Final on (a date) or Note.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @returns A column level with the rows of the trades.
 */
export function washSale(trades: any[][], part?: any, settings?: any[][]): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const wanted = given(wordArgument(cellOf(part), "part", WASHSALE_PARTS, "Disallowed"));
    return washSaleTable(ledger.reading, ledger.book(), wanted);
  });
}

/**
 * Follows every disallowed loss from the shares sold to the shares that replaced them, one row a match.
 * @customfunction WASHTRAIL
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param [year] Calendar year of the loss sales, such as 2024. Left out: all years.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @returns A table with headings: Sale row, Symbol, Sold, Loss lot, Shares, Disallowed, and so on.
 */
export function washTrail(trades: any[][], year?: any, settings?: any[][]): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    return washTrailTable(ledger.book(), given(optionalYearArgument(cellOf(year), "year")));
  });
}
