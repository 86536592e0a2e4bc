/** Custom functions about the year's tax: what capital results net to, and what they cost. */
import { wordArgument } from "../sheet/arguments";
import { resultsArgument } from "../sheet/results-argument";
import { GAINTAX_PARTS, gainTax as taxOf } from "../sheet/tables/gain-tax";
import { nettingTable } from "../sheet/tables/netting";
import { taxBasisOf } from "../sheet/tax-basis-of-settings";
import { given, single, spill } from "./cell-error";
import { cellOf, rangeOf, readChoices } from "./ledger";

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
