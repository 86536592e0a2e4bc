/** The sheet of the sample for trying out a sale: change a cell, watch the answers. */
import type { SheetContent } from "../../content";
import { fixed, SETTINGS_RANGE, TRADES_RANGE } from "./ledger-sheets";
import { CENTERED_HEADING, SheetDraft, type FormatName } from "./sheet-draft";
import type { ShippedFunctions } from "./shipped-functions";
import { serialOf } from "./trades-table";

const SALE = { symbol: "NVDA", quantity: 200, price: 182.41, date: "2025-12-05", method: "HIFO" } as const;
const FIRST_INPUT = 3;
const METHODS_TABLE = 10;
const METHODS = ["FIFO", "LIFO", "HIFO", "LOFO", "VANGUARD_MINTAX"] as const;
const PARTS = ["Gain", "Short", "Long", "Disallowed", "Tax"] as const;
const TERMS_TABLE = 19;
const LOTS_TABLE = 27;

export function whatIfSheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("What if", {
    tables: [],
    hideGridlines: true,
    columnWidthsPx: { ...[140, 100, 104, 128, 104, 96, 100, 100, 104, 104, 96, 420] },
    print: { landscape: true },
  });
  draft.title("What if I sell", "TAXLOT.LOTGAIN, LOTPICK, HOLDINGTERM and LONGTERMDATE over Trades. Type in the shaded cells; nothing is sold, and this is no advice.");
  writeInputs(draft);
  writeMethods(draft, functions);
  writeTerms(draft, functions);
  writeLots(draft, functions);
  return draft.content();
}

function writeInputs(draft: SheetDraft): void {
  const inputs: readonly (readonly [label: string, value: string | number, format?: FormatName])[] = [
    ["Symbol", SALE.symbol], ["Quantity", SALE.quantity], ["Price per share", SALE.price, "money"],
    ["Day of the sale", serialOf(SALE.date), "date"], ["Method", SALE.method],
  ];
  inputs.forEach(([label, value, format], at) => {
    draft.set(FIRST_INPUT + at, 0, { value: label });
    draft.input(FIRST_INPUT + at, 1, value, format);
  });
}

const SALE_CELLS = [0, 1, 2, 3].map((at) => fixed(FIRST_INPUT + at, 1)).join(",");
const METHOD_CELL = fixed(FIRST_INPUT + 4, 1);
const SALE_VALUES = [SALE.symbol, SALE.quantity, SALE.price, serialOf(SALE.date)] as const;

function writeMethods(draft: SheetDraft, functions: ShippedFunctions): void {
  draft.set(METHODS_TABLE - 1, 0, { value: "Every method side by side", style: { bold: true } });
  draft.heading(METHODS_TABLE, 0, "Method");
  PARTS.forEach((part, at) => draft.heading(METHODS_TABLE, at + 1, part, true));
  METHODS.forEach((method, down) => {
    const row = METHODS_TABLE + 1 + down;
    draft.set(row, 0, { value: method });
    PARTS.forEach((part, at) => {
      const answer = functions.call("LOTGAIN", TRADES_RANGE, ...SALE_VALUES, method, part, SETTINGS_RANGE)[0]![0]!;
      const heading = fixed(METHODS_TABLE, at + 1).replace(/^\$/, "");
      draft.formula(row, at + 1, `=TAXLOT.LOTGAIN(Trades[#All],${SALE_CELLS},$A${row + 1},${heading},TaxlotSettings)`, answer, "money");
    });
  });
  draft.remark(METHODS_TABLE + METHODS.length + 1, 0, "Tax is what the sale adds to the tax of its year: by the return of Taxlot Settings and all sales of the year so far.");
}

function writeTerms(draft: SheetDraft, functions: ShippedFunctions): void {
  draft.set(TERMS_TABLE - 1, 0, { value: "Short or long: the day it turns", style: { bold: true } });
  ["Bought", "Sold"].forEach((label, at) => draft.heading(TERMS_TABLE, at, label, true));
  draft.set(TERMS_TABLE, 2, { value: "Term", style: CENTERED_HEADING });
  draft.heading(TERMS_TABLE, 3, "Long-term from", true);
  const bought = "2023-03-01";
  ["2024-02-28", "2024-03-01", "2024-03-02"].forEach((sold, down) => {
    const row = TERMS_TABLE + 1 + down;
    draft.input(row, 0, serialOf(bought), "date");
    draft.input(row, 1, serialOf(sold), "date");
    const term = functions.call("HOLDINGTERM", [[serialOf(bought)]], [[serialOf(sold)]])[0]![0]!;
    draft.formula(row, 2, `=TAXLOT.HOLDINGTERM(A${row + 1},B${row + 1})`, term, undefined, { horizontal: "center" });
    const from = functions.call("LONGTERMDATE", [[serialOf(bought)]])[0]![0]!;
    draft.formula(row, 3, `=TAXLOT.LONGTERMDATE(A${row + 1})`, from, "date");
  });
}

function writeLots(draft: SheetDraft, functions: ShippedFunctions): void {
  draft.set(LOTS_TABLE - 2, 0, { value: "The lots this sale would take", style: { bold: true } });
  draft.remark(LOTS_TABLE - 1, 0, "TAXLOT.LOTPICK with the method typed above.");
  const table = functions.call("LOTPICK", TRADES_RANGE, ...SALE_VALUES, SALE.method, SETTINGS_RANGE);
  draft.spill(LOTS_TABLE, 0, `=TAXLOT.LOTPICK(Trades[#All],${SALE_CELLS},${METHOD_CELL},TaxlotSettings)`, table);
}
