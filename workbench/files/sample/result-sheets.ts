/** The sheets of the sample that our functions fill: lots, realized sales, wash sales, what if, an explanation. */
import type { CellValue, SheetContent } from "../../content";
import { columnLetters } from "../../addresses";
import { fixed, PRICES_RANGE, SETTINGS_RANGE, TRADES_RANGE } from "./ledger-sheets";
import { SAMPLE_AS_OF } from "./sample-trades";
import { SheetDraft, type FormatName } from "./sheet-draft";
import type { ShippedFunctions } from "./shipped-functions";
import { serialOf } from "./trades-table";

/** Rows of every result sheet: title, origin, blank, summary headings, summary, blank, table. */
const SUMMARY_HEADINGS = 3;
const SUMMARY = 4;
const TABLE = 6;
const FIRST_ROW = TABLE + 1;
/** Totals reach this far, so that a table may grow. */
const LAST_ROW_OF_TOTALS = 1000;

const RESULT_SHEET = { tables: [], hideGridlines: true, print: { landscape: true, repeatRows: `1:${TABLE + 1}` } } as const;

interface Total {
  readonly label: string;
  readonly formula: string;
  readonly value: number;
  readonly format: FormatName;
}

function columnRange(headings: readonly CellValue[], heading: string): string {
  const letters = columnLetters(headings.indexOf(heading));
  return `$${letters}$${FIRST_ROW + 1}:$${letters}$${LAST_ROW_OF_TOTALS}`;
}

function writeSummary(draft: SheetDraft, fromColumn: number, totals: readonly Total[]): void {
  totals.forEach(({ label, formula, value, format }, at) => {
    draft.heading(SUMMARY_HEADINGS, fromColumn + at, label, true);
    draft.formula(SUMMARY, fromColumn + at, formula, value, format);
  });
}

export function lotsSheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("Lots", {
    ...RESULT_SHEET,
    columnWidthsPx: { ...[92, 72, 96, 100, 110, 92, 96, 128, 104, 92, 100, 104, 64, 112, 146, 640] },
    freeze: { rows: FIRST_ROW, columns: 2 },
  });
  draft.title("Open lots", "TAXLOT.OPENLOTS over Trades, as of the day below, with the prices of Prices and the settings of Taxlot Settings.");
  const table = functions.call("OPENLOTS", TRADES_RANGE, serialOf(SAMPLE_AS_OF), PRICES_RANGE, SETTINGS_RANGE);
  draft.heading(SUMMARY_HEADINGS, 0, "As of", true);
  draft.input(SUMMARY, 0, serialOf(SAMPLE_AS_OF), "date");
  draft.spill(TABLE, 0, `=TAXLOT.OPENLOTS(Trades[#All],${fixed(SUMMARY, 0)},Prices[#All],TaxlotSettings)`, table);
  const total = (heading: string, label: string): Total => {
    const headings = table[0]!;
    return { label, formula: `=SUM(${columnRange(headings, heading)})`, value: draft.sum(headings.indexOf(heading), FIRST_ROW), format: "money" };
  };
  writeSummary(draft, 1, [
    { label: "Lots", formula: `=COUNT(${columnRange(table[0]!, "Quantity")})`, value: table.length - 1, format: "whole" },
    total("Basis", "Basis"),
    total("Value", "Value"),
    total("Gain", "Unrealised"),
  ]);
  return draft.content();
}

export function realizedSheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("Realized", {
    ...RESULT_SHEET,
    columnWidthsPx: { ...[92, 96, 96, 100, 92, 96, 110, 96, 96, 96, 100, 60, 100, 112, 60, 640] },
    freeze: { rows: FIRST_ROW, columns: 2 },
  });
  draft.title("Realized sales", "TAXLOT.REALIZED over Trades, with the settings of Taxlot Settings. Type a year below for one year only.");
  const table = functions.call("REALIZED", TRADES_RANGE, "", SETTINGS_RANGE);
  const headings = table[0]!;
  draft.heading(SUMMARY_HEADINGS, 0, "Year", true);
  draft.input(SUMMARY, 0, undefined);
  draft.spill(TABLE, 0, `=TAXLOT.REALIZED(Trades[#All],${fixed(SUMMARY, 0)},TaxlotSettings)`, table);
  const allowed = headings.indexOf("Allowed gain");
  const term = headings.indexOf("Term");
  const ofTerm = (word: string): Total => ({
    label: `${word}-term`,
    formula: `=SUMIF(${columnRange(headings, "Term")},"${word}",${columnRange(headings, "Allowed gain")})`,
    value: draft.sum(allowed, FIRST_ROW, (row) => draft.value(row, term) === word),
    format: "money",
  });
  const total = (heading: string, label: string): Total => ({
    label, formula: `=SUM(${columnRange(headings, heading)})`, value: draft.sum(headings.indexOf(heading), FIRST_ROW), format: "money",
  });
  writeSummary(draft, 1, [ofTerm("Short"), ofTerm("Long"), total("Allowed gain", "Total"), total("Disallowed", "Disallowed")]);
  return draft.content();
}

export function washSheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("Wash sales", {
    ...RESULT_SHEET,
    columnWidthsPx: { ...[92, 100, 100, 92, 76, 100, 136, 160, 142, 112, 110, 100, 100, 480] },
    freeze: { rows: FIRST_ROW, columns: 2 },
  });
  draft.title("Wash sales", "TAXLOT.WASHTRAIL over Trades, with the settings of Taxlot Settings. Type a year below for one year only.");
  const table = functions.call("WASHTRAIL", TRADES_RANGE, "", SETTINGS_RANGE);
  const headings = table[0]!;
  draft.heading(SUMMARY_HEADINGS, 0, "Year", true);
  draft.input(SUMMARY, 0, undefined);
  draft.spill(TABLE, 0, `=TAXLOT.WASHTRAIL(Trades[#All],${fixed(SUMMARY, 0)},TaxlotSettings)`, table);
  const total = (heading: string, label: string): Total => ({
    label, formula: `=SUM(${columnRange(headings, heading)})`, value: draft.sum(headings.indexOf(heading), FIRST_ROW), format: "money",
  });
  writeSummary(draft, 1, [total("Disallowed", "Disallowed"), total("Basis added", "Deferred"), total("Permanent", "Lost")]);
  return draft.content();
}

/** The loss on DIS: row of the sale in the Trades range, headings counted as row 1. */
const ROW_EXPLAINED = TRADES_RANGE.findIndex((row) => row[1] === "Sell" && row[2] === "DIS") + 1;

export function explainSheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("Explain", { tables: [], hideGridlines: true, columnWidthsPx: { 0: 120, 1: 1200 }, print: { landscape: true } });
  draft.title("Explain a row", "TAXLOT.EXPLAIN over Trades: how the result of one row comes about. Type another row number below.");
  draft.heading(SUMMARY_HEADINGS, 0, "Row of Trades", true);
  draft.input(SUMMARY, 0, ROW_EXPLAINED, "whole");
  const table = functions.call("EXPLAIN", TRADES_RANGE, ROW_EXPLAINED, SETTINGS_RANGE);
  draft.heading(TABLE, 1, "");
  draft.spill(TABLE, 0, `=TAXLOT.EXPLAIN(Trades[#All],${fixed(SUMMARY, 0)},TaxlotSettings)`, table);
  return draft.content();
}
