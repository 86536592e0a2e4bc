/** Custom functions about the whole book: open lots, realized gains, checks and explanations. */
import {
  optionalDateArgument, optionalYearArgument, pricesArgument, proceedsCents, rowArgument, wordArgument,
} from "../sheet/arguments";
import { checkTradesTable, unreadableTable } from "../sheet/tables/check-trades";
import { explanationTable } from "../sheet/tables/explanation";
import { openLotsTable } from "../sheet/tables/open-lots";
import { realizedTable } from "../sheet/tables/realized";
import { TRADEGAIN_PARTS, tradeGainTable } from "../sheet/tables/trade-gain";
import { given, spill } from "./cell-error";
import { cellOf, rangeOf, readingOf, readLedger } from "./ledger";

/**
 * Lots still held, one row each, with basis, holding period and, where prices are given, value and gain.
 * @customfunction OPENLOTS
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param [asof] Day to look at, end of day: a date such as 12/31/2024. Left out: after all trades, and Term stays blank.
 * @param [prices] Two columns, Symbol and Price in dollars per share, such as Prices!A1:B20.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @param [carry] Yes adds a row for each loss that a purchase can still wash, to carry it into next year. Left out: No.
 * @returns A table with headings: Lot, Symbol, Account, Acquired, Holding from, Quantity, Basis, and so on.
 */
export function openLots(trades: any[][], asof?: any, prices?: any[][], settings?: any[][], carry?: any): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const asOf = given(optionalDateArgument(cellOf(asof), "asof"));
    const priced = pricesArgument(rangeOf(prices));
    const withLosses = given(wordArgument(cellOf(carry), "carry", ["No", "Yes"], "No")) === "Yes";
    const book = ledger.book(asOf === null ? {} : { throughDay: asOf });
    return openLotsTable(book, asOf, priced && { ...priced, valueCents: proceedsCents }, withLosses);
  });
}

/**
 * Sales of taxable accounts, one row for each piece of a lot sold, with gain, term and disallowed wash-sale loss.
 * @customfunction REALIZED
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param [year] Calendar year of the sales, such as 2024. Left out: all years.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @returns A table with headings: Sale row, Symbol, Account, Lot, Quantity, Acquired, and so on.
 */
export function realized(trades: any[][], year?: any, settings?: any[][]): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    return realizedTable(ledger.book(), given(optionalYearArgument(cellOf(year), "year")));
  });
}

/**
 * What each trade realized: one value beside each row of the trades, the heading first.
 * @customfunction TRADEGAIN
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param [part] Gain (default), Allowed gain, Proceeds, Basis, Short, Long (all in dollars), Term or Note.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @returns A column level with the rows of the trades.
 */
export function tradeGain(trades: any[][], part?: any, settings?: any[][]): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const wanted = given(wordArgument(cellOf(part), "part", TRADEGAIN_PARTS, "Gain"));
    return tradeGainTable(ledger.reading, ledger.book(), wanted);
  });
}

/**
 * Lists every row of the trades that is wrong, what is wrong with it and what to do.
 * @customfunction CHECKTRADES
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @returns A table with headings: Row, Column, Problem, What to do.
 */
export function checkTrades(trades: any[][], settings?: any[][]): any[][] {
  return spill(() => {
    const reading = readingOf(trades);
    if (!reading.ok) return unreadableTable(reading.problem.sentence);
    return checkTradesTable(readLedger(trades, settings).book(), reading.value.faults);
  });
}

/**
 * Explains the result of one row of the trades in sentences, with the rules and the other rows that matter.
 * @customfunction EXPLAIN
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param row Number of the row inside the range, headings counted as row 1, such as 12.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @returns A column of sentences under the heading Explanation.
 */
export function explain(trades: any[][], row: any, settings?: any[][]): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const wanted = given(rowArgument(cellOf(row), "row", ledger.reading.rowCount));
    return explanationTable(rangeOf(trades) ?? [], ledger.reading, ledger.book, wanted);
  });
}
