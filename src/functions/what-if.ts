/** Custom functions for "what if I sell": a sale that is in no row of the trades. */
import type { YearSoFar } from "../harvest/year-so-far";
import type { WhatIfSale } from "../lots/book-types";
import { wordArgument } from "../sheet/arguments";
import { LOTGAIN_PARTS, lotGain as figureOf, lotPickTable } from "../sheet/tables/what-if";
import { yearSoFar } from "../sheet/year-so-far";
import type { Outcome } from "../values/outcome";
import { yearOf } from "../values/plain-date";
import { given, single, spill } from "./cell-error";
import { hypotheticalSale } from "./hypothetical-sale";
import { cellOf, readLedger, type TradesLedger } from "./ledger";

/**
 * Gain of a sale you might make, before any wash-sale loss is disallowed, or another figure of that sale.
 * @customfunction LOTGAIN
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param symbol Symbol to sell, such as XYZ.
 * @param quantity Shares to sell, such as 200.
 * @param price Price in dollars per share after selling costs, such as 190.25.
 * @param date Day of the sale, at the end of the day: a date such as 6/3/2024.
 * @param [method] Any name METHODS lists, such as FIFO, HIFO, AVG or MINTAX. Left out: the method of your settings, else FIFO.
 * @param [part] In dollars: Gain (default), Short, Long, Proceeds, Basis, Disallowed, Allowed or Tax.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @param [account] Account to sell from, such as Schwab. Left out: all taxable accounts that hold the symbol.
 * @returns Dollars.
 */
export function lotGain(
  trades: any[][],
  symbol: any,
  quantity: any,
  price: any,
  date: any,
  method?: any,
  part?: any,
  settings?: any[][],
  account?: any,
): any {
  return single(() => {
    const ledger = readLedger(trades, settings);
    const sale = hypotheticalSale(ledger, { symbol, quantity, price, date, method, account });
    const wanted = given(wordArgument(cellOf(part), "part", LOTGAIN_PARTS, "Gain"));
    return given(figureOf(ledger.book({ whatIf: sale }), sale, wanted, () => yearOfSale(ledger, sale)));
  });
}

/**
 * Lots that a sale you might make would take, one row for each piece, with its gain, term and wash-sale loss.
 * @customfunction LOTPICK
 * @param trades Your trades with their headings: a range or table such as Trades[#All].
 * @param symbol Symbol to sell, such as XYZ.
 * @param quantity Shares to sell, such as 200.
 * @param price Price in dollars per share after selling costs, such as 190.25.
 * @param date Day of the sale, at the end of the day: a date such as 6/3/2024.
 * @param [method] Any name METHODS lists, such as FIFO, HIFO, AVG or MINTAX. Left out: the method of your settings, else FIFO.
 * @param [settings] Your settings range, such as TaxlotSettings. Left out: the documented defaults.
 * @param [account] Account to sell from, such as Schwab. Left out: all taxable accounts that hold the symbol.
 * @returns A table with headings: Lot, Account, Acquired, Holding from, Term, Quantity, and so on.
 */
export function lotPick(
  trades: any[][],
  symbol: any,
  quantity: any,
  price: any,
  date: any,
  method?: any,
  settings?: any[][],
  account?: any,
): any[][] {
  return spill(() => {
    const ledger = readLedger(trades, settings);
    const sale = hypotheticalSale(ledger, { symbol, quantity, price, date, method, account });
    return lotPickTable(ledger.book({ whatIf: sale }), sale, yearOfSale(ledger, sale));
  });
}

/** The whole year of the sale, as LOTCOMPARE takes it: what the trades realise later in it counts too. */
function yearOfSale(ledger: TradesLedger, { day }: WhatIfSale): Outcome<YearSoFar> {
  return yearSoFar(ledger.settings, ledger.book(), yearOf(day), null);
}
