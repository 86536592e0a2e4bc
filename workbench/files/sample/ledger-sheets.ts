/** The sheets of the sample that people fill in: Trades, Prices and Taxlot Settings. */
import { cellAddress, columnLetters } from "../../addresses";
import type { SheetContent } from "../../content";
import { AVERAGED_FUND } from "./sample-events";
import { FIDELITY, ROTH, SAMPLE_PRICES, SAMPLE_TRADES, SCHWAB, SPOUSE, TRADE_HEADINGS } from "./sample-trades";
import { FORMATS, HEADING, SheetDraft } from "./sheet-draft";
import type { ShippedFunctions } from "./shipped-functions";
import { rangeOf, writeBeside, writeTrades, type Range } from "./trades-table";

const TRADE_WIDTHS_PX = [84, 108, 60, 68, 70, 52, 72, 64, 76, 92, 50, 86, 14, 102, 92, 640];

/** Cells of the Trades range as a function receives them, headings first. */
export const TRADES_RANGE: Range = rangeOf(TRADE_HEADINGS, SAMPLE_TRADES);

export const PRICES_RANGE: Range = [["Symbol", "Price"], ...SAMPLE_PRICES];

/** Name first, values after; as the named range TaxlotSettings holds them. */
export const SETTINGS_RANGE: Range = [
  ["# Which lots are sold first", "", "", ""],
  ["Method", "FIFO", "", ""],
  ["Method", "HIFO", SCHWAB, "NVDA"],
  ["Method", "AVG", FIDELITY, AVERAGED_FUND],
  ["# Accounts: name, type, owner", "", "", ""],
  ["Account", SCHWAB, "Taxable", "Self"],
  ["Account", FIDELITY, "Taxable", "Self"],
  ["Account", SPOUSE, "Taxable", "Spouse"],
  ["Account", ROTH, "Roth IRA", "Self"],
  ["# Wash sales", "", "", ""],
  ["View", "Taxpayer", "", ""],
  ["Wash holding period", "Tack days", "", ""],
  ["Candidate rule", "Literal", "", ""],
  ["Spouse replacement", "Adjust basis", "", ""],
  ["# Your return, without capital gains", "", "", ""],
  ["Tax year", 2025, "", ""],
  ["Filing status", "MFJ", "", ""],
  ["Taxable income", 215000, "", ""],
  ["MAGI", 246500, "", ""],
  ["Qualified dividends", 2400, "", ""],
  ["Investment income", 3100, "", ""],
  ["# Harvest: smaller losses are passed over; partner securities of your own", "", "", ""],
  ["Min loss", 50, "", ""],
  ["Replacement", "ADBE", "IGV", ""],
  ["Replacement", "NKE", "XLY", ""],
  ["Replacement", "UNH", "XLV", ""],
];
/** Rows above the range, and room below it for more settings. */
const SETTINGS_TOP = 3;
const SETTINGS_ROOM = 44;
export const SETTINGS_REFERS_TO = `='Taxlot Settings'!$A$${SETTINGS_TOP + 1}:$D$${SETTINGS_TOP + SETTINGS_ROOM}`;

const MEANINGS: Readonly<Record<string, string>> = {
  "Method FIFO": "FIFO, LIFO, HIFO, LOFO, SPEC, AVG, MINTAX or a broker's own (=TAXLOT.METHODS() lists them), for every sale that names no lots.",
  "Method HIFO": "A standing order: this account and symbol only.",
  "Method AVG": "Average basis: this account and fund only. See Events.",
  View: "Taxpayer: all your accounts. Broker: same account and symbol, as on a 1099-B. None: no wash rule.",
  "Wash holding period": "Tack days, Substitute date or Tack no overlap.",
  "Candidate rule": "Literal, or Acquired after sold lot.",
  "Spouse replacement": "Adjust basis, or Permanent.",
  "Tax year": "The tables of this year tell the tax. Invented amounts: type those of your return. Short rate and Long rate would replace the tables.",
  "Filing status": "Single, MFJ, MFS, HOH or QSS.",
  "Taxable income": "Without capital gains and losses, as MAGI and Investment income are.",
  "Min loss": "In dollars. Min loss percent goes by the share of the basis.",
  "Replacement ADBE": "A symbol, then what you would hold in its place. Examples, not suggestions.",
};

export function tradesSheet(functions: ShippedFunctions): SheetContent {
  const lastColumn = columnLetters(TRADE_HEADINGS.length - 1);
  const draft = new SheetDraft("Trades", {
    columnWidthsPx: { ...TRADE_WIDTHS_PX },
    tables: [{ name: "Trades", range: `A1:${lastColumn}${TRADES_RANGE.length}`, styleName: "TableStyleLight1" }],
    freeze: { rows: 1, columns: 3 },
    print: { landscape: true, repeatRows: "1:1" },
  });
  writeTrades(draft, TRADES_RANGE);
  writeBeside(draft, functions, "Trades", TRADES_RANGE, SETTINGS_RANGE, [["TRADEGAIN", "Allowed gain"], ["WASHSALE", "Disallowed"], ["WASHSALE", "Note"]]);
  return draft.content();
}

export function pricesSheet(): SheetContent {
  const draft = new SheetDraft("Prices", {
    columnWidthsPx: { 0: 90, 1: 90, 2: 24, 3: 320 },
    tables: [{ name: "Prices", range: `A1:B${PRICES_RANGE.length}`, styleName: "TableStyleLight1" }],
    freeze: { rows: 1, columns: 0 },
  });
  PRICES_RANGE.forEach(([symbol, price], row) => {
    if (row === 0) {
      draft.heading(0, 0, "Symbol");
      draft.heading(0, 1, "Price", true);
      return;
    }
    draft.set(row, 0, { value: symbol! });
    draft.set(row, 1, { value: price!, numberFormat: FORMATS.money });
  });
  draft.remark(0, 3, "About the closing prices of 12/5/2025. Type your own.");
  return draft.content();
}

export function settingsSheet(): SheetContent {
  const draft = new SheetDraft("Taxlot Settings", {
    columnWidthsPx: { 0: 210, 1: 120, 2: 100, 3: 90, 4: 24, 5: 720 },
    tables: [],
    hideGridlines: true,
    print: { landscape: true },
  });
  draft.title("Taxlot settings", "Every function on the other sheets reads the range TaxlotSettings: name first, values after. Rows that start with # are notes.");
  SETTINGS_RANGE.forEach((cells, at) => {
    const row = SETTINGS_TOP + at;
    const isNote = String(cells[0]).startsWith("#");
    cells.forEach((value, column) => {
      if (isNote) draft.set(row, column, { ...(column === 0 ? { value } : {}), style: HEADING });
      else if (column === 0) draft.set(row, column, { value });
      else if (value !== "") draft.input(row, column, value, typeof value !== "number" ? undefined : value < 1 ? "percent" : "whole");
    });
    const meaning = MEANINGS[String(cells[0])] ?? MEANINGS[`${String(cells[0])} ${String(cells[1])}`];
    if (meaning !== undefined) draft.remark(row, 5, meaning);
  });
  return draft.content();
}

/** Absolute address of a cell, for formulas. */
export function fixed(row: number, column: number): string {
  return cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
}
