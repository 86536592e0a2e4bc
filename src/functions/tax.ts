/** Custom functions about the year's tax: what capital results net to, and what they cost. */
import { optionalDateArgument, wordArgument, yearArgument } from "../sheet/arguments";
import { resultsArgument } from "../sheet/results-argument";
import { bracketsTable } from "../sheet/tables/brackets";
import { GAINTAX_PARTS, gainTax as taxOf } from "../sheet/tables/gain-tax";
import { nettingTable } from "../sheet/tables/netting";
import { taxYearTable } from "../sheet/tables/tax-year";
import { taxBasisOf } from "../sheet/tax-basis-of-settings";
import { yearToTell } from "../sheet/year-to-tell";
import { given, single, spill } from "./cell-error";
import { cellOf, rangeOf, readChoices, readLedger } from "./ledger";

/**
 * Nets the year's short and long results with the carryovers of your settings: the lines of Schedule D.
 * @customfunction NETTING
 * @param short Short-term results of the year in dollars: a number such as -5000, or a range of them.
 * @param long Long-term results of the year in dollars: a number such as 2000, or a range of them.
 * @param [settings] Your settings range, such as TaxlotSettings, with the carryovers. Left out: no carryovers.
 * @returns A table with headings: Line, Label, Amount.
 */
export function netting(short: any[][], long: any[][], settings?: any[][]): any[][] {
  return spill(() => {
    const chosen = readChoices(settings);
    const shortCents = given(resultsArgument(rangeOf(short), "short"));
    return given(nettingTable(chosen, shortCents, given(resultsArgument(rangeOf(long), "long"))));
  });
}

/**
 * Tax that the year's capital results add to your return, or another figure of that tax.
 * @customfunction GAINTAX
 * @param short Short-term results of the year in dollars: a number such as -5000, or a range of them.
 * @param long Long-term results of the year in dollars: a number such as 2000, or a range of them.
 * @param [part] Added (default), Regular tax, NIIT, or the tax on the next dollar: Marginal short, Marginal long.
 * @param [settings] Your settings range, such as TaxlotSettings: it states the return, or the rates that replace the tables.
 * @returns Dollars.
 */
export function gainTax(short: any[][], long: any[][], part?: any, settings?: any[][]): any {
  return single(() => {
    const chosen = readChoices(settings);
    const shortCents = given(resultsArgument(rangeOf(short), "short"));
    const longCents = given(resultsArgument(rangeOf(long), "long"));
    const wanted = given(wordArgument(cellOf(part), "part", GAINTAX_PARTS, "Added"));
    return taxOf(given(taxBasisOf(chosen)), shortCents, longCents, wanted);
  });
}

/**
 * The capital part of a year's return: the lines of Schedule D, the carryovers, and the tax that the results add.
 * @customfunction TAXYEAR
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param year Calendar year of the return, such as 2024.
 * @param [settings] Your settings range, such as TaxlotSettings: it states the return, or the rates that replace the tables.
 * @param [asof] Day through which sales count: a date such as 6/30/2024. Left out: the whole year.
 * @returns A table with headings: Line, Label, Amount, Note.
 */
export function taxYear(trades: any[][], year: any, settings?: any[][], asof?: any): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const wanted = given(yearArgument(cellOf(year), "year"));
    const asOf = given(optionalDateArgument(cellOf(asof), "asof"));
    return taxYearTable(yearToTell(ledger.book(), ledger.settings, wanted, asOf));
  });
}

/**
 * The brackets of the year: how far your income fills each, how much room is left, and where the next dollar lands.
 * @customfunction BRACKETS
 * @param short Short-term results of the year in dollars: a number such as -5000, or a range of them.
 * @param long Long-term results of the year in dollars: a number such as 2000, or a range of them.
 * @param [settings] Your settings range, such as TaxlotSettings: it states the return.
 * @returns A table with headings: Kind, Rate, From, To, Filled, Room, Next dollar.
 */
export function brackets(short: any[][], long: any[][], settings?: any[][]): any[][] {
  return spill(() => {
    const chosen = readChoices(settings);
    const shortCents = given(resultsArgument(rangeOf(short), "short"));
    const longCents = given(resultsArgument(rangeOf(long), "long"));
    return given(bracketsTable(given(taxBasisOf(chosen)), shortCents, longCents));
  });
}
