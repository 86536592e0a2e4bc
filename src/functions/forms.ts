/** Custom functions about the forms: Form 8949, Schedule D and what differs, with the broker's own form beside them. */
import { boxArgument, yearArgument } from "../sheet/arguments";
import { readBroker1099, type Broker1099 } from "../sheet/read-broker-1099";
import { returnFactsOf } from "../sheet/return-facts";
import { form8949Table } from "../sheet/tables/form-8949";
import { neededForm, reconcileTable } from "../sheet/tables/reconcile";
import { scheduleDTable } from "../sheet/tables/schedule-d";
import type { Outcome } from "../values/outcome";
import { RangeCache } from "./book-cache";
import { given, spill } from "./cell-error";
import { cellOf, rangeOf, readLedger } from "./ledger";

/**
 * Form 8949 of a year: a row for each sale, term and box, with codes and adjustments.
 * @customfunction FORM8949
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param year Calendar year of the return, such as 2024.
 * @param [box] One box only: a letter from A to L. Left out: every box.
 * @param [settings] Your settings range, such as TaxlotSettings. Round to dollars: Yes rounds the form.
 * @param [broker1099] Your broker's Form 1099-B or 1099-DA with headings, such as Broker1099[#All]. Left out: boxes assumed.
 * @returns A table with headings: Box, Description, Acquired, Sold, Proceeds, Cost, Code, Adjustment, Gain, Sale row, and so on.
 */
export function form8949(trades: any[][], year: any, box?: any, settings?: any[][], broker1099?: any[][]): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const wanted = given(yearArgument(cellOf(year), "year"));
    const ofBox = given(boxArgument(cellOf(box), "box"));
    const broker = brokerFormOf(broker1099);
    return form8949Table(ledger.book(), { year: wanted, box: ofBox, inWholeDollars: ledger.settings.tax.roundToDollars, broker });
  });
}

/**
 * Schedule D of a year, lines 1a to 16: the totals of Form 8949, the carryovers and what they net to.
 * @customfunction SCHEDULED
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param year Calendar year of the return, such as 2024.
 * @param [settings] Your settings range, such as TaxlotSettings, with the carryovers. Left out: no carryovers.
 * @param [broker1099] Your broker's Form 1099-B or 1099-DA with headings, such as Broker1099[#All]. Left out: boxes assumed.
 * @returns A table with headings: Line, Label, Proceeds, Cost, Adjustment, Gain, Note.
 */
export function scheduleD(trades: any[][], year: any, settings?: any[][], broker1099?: any[][]): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const wanted = given(yearArgument(cellOf(year), "year"));
    const broker = brokerFormOf(broker1099);
    const request = { year: wanted, inWholeDollars: ledger.settings.tax.roundToDollars, broker };
    return scheduleDTable(ledger.book(), request, returnFactsOf(ledger.settings.tax, wanted));
  });
}

/**
 * Your sales against the broker's form: proceeds first, then basis, wash sales and terms, each difference with its cause.
 * @customfunction RECONCILE
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param broker1099 Your broker's Form 1099-B or 1099-DA with headings, such as Broker1099[#All].
 * @param year Calendar year of the form, such as 2024.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @returns A table with headings: Symbol, Sold, Ours, Theirs, Difference, Cause, Code, Adjustment, Note, and so on.
 */
export function reconcile(trades: any[][], broker1099: any[][], year: any, settings?: any[][]): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const wanted = given(yearArgument(cellOf(year), "year"));
    const broker = given(neededForm(brokerFormOf(broker1099)));
    return reconcileTable(ledger.book(), ledger.brokersBook(), wanted, broker);
  });
}

const formsRead = new RangeCache<Outcome<Broker1099>>(readBroker1099);

/** null: the range is left out or blank. */
function brokerFormOf(broker1099: unknown): Broker1099 | null {
  const cells = rangeOf(broker1099);
  return cells === null ? null : given(formsRead.of(cells));
}
