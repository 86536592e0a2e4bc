/** The sheets of the sample for the tax of the year: one sale by every method, cash at the least tax, and the year in the lines of its forms. */
import type { SheetContent } from "../../content";
import { fixed, PRICES_RANGE, SETTINGS_RANGE, TRADES_RANGE } from "./ledger-sheets";
import { SAMPLE_AS_OF } from "./sample-trades";
import { SheetDraft, type FormatName } from "./sheet-draft";
import type { ShippedFunctions } from "./shipped-functions";
import { serialOf } from "./trades-table";

const HEADINGS = 3;
const INPUTS = 4;
const TABLE = 6;
const SHEET = { tables: [], hideGridlines: true, print: { landscape: true, repeatRows: `1:${TABLE + 1}` } } as const;

type Input = readonly [label: string, value: string | number, format?: FormatName];

export function compareSheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("Compare methods", { ...SHEET, columnWidthsPx: { ...[176, 96, 96, 104, 96, 112, 120, 80, 520] }, freeze: { rows: TABLE + 1, columns: 1 } });
  draft.title("Every method for one sale, best first", "TAXLOT.LOTCOMPARE over Trades: what each way adds to the tax of the year, and the lots of least tax. Type in the shaded cells; no advice.");
  const sale = ["NVDA", 200, 182.41, serialOf(SAMPLE_AS_OF)] as const;
  inputs(draft, [["Symbol", sale[0]], ["Quantity", sale[1]], ["Price per share", sale[2], "money"], ["Day of the sale", sale[3], "date"]]);
  // Methods that weigh tax by two rates say that the settings give none.
  draft.spill(TABLE, 0, `=TAXLOT.LOTCOMPARE(Trades[#All],${cells(4)},TaxlotSettings)`, functions.call("LOTCOMPARE", TRADES_RANGE, ...sale, SETTINGS_RANGE), { mayLack: true });
  return draft.content();
}

export function sellPlanSheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("Sell plan", { ...SHEET, columnWidthsPx: { ...[96, 120, 104, 96, 72, 88, 104, 104, 104, 104, 104, 104, 104, 720] }, freeze: { rows: TABLE + 1, columns: 1 } });
  draft.title("Cash at the least tax", "TAXLOT.SELLPLAN over Trades: the lots to sell, over all symbols, and how near the least tax they are proven to be. No advice.");
  const asOf = serialOf(SAMPLE_AS_OF);
  const cash = 25_000;
  inputs(draft, [["As of", asOf, "date"], ["Cash to raise", cash, "whole"]]);
  draft.spill(TABLE, 0, `=TAXLOT.SELLPLAN(Trades[#All],Prices[#All],${cells(2)},TaxlotSettings)`, functions.call("SELLPLAN", TRADES_RANGE, PRICES_RANGE, asOf, cash, SETTINGS_RANGE));
  return draft.content();
}

export function taxYearSheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("Tax year", { ...SHEET, columnWidthsPx: { ...[132, 420, 120, 720] }, freeze: { rows: TABLE + 1, columns: 1 } });
  draft.title("The year in the lines of its forms", "TAXLOT.TAXYEAR over Trades: Schedule D, the loss carried on, and the tax of the return of Taxlot Settings. An estimate; no return is prepared.");
  const year = 2025;
  inputs(draft, [["Year", year]]);
  draft.spill(TABLE, 0, `=TAXLOT.TAXYEAR(Trades[#All],${cells(1)},TaxlotSettings)`, functions.call("TAXYEAR", TRADES_RANGE, year, SETTINGS_RANGE));
  return draft.content();
}

function inputs(draft: SheetDraft, asked: readonly Input[]): void {
  asked.forEach(([label, value, format], at) => {
    draft.heading(HEADINGS, at, label, typeof value === "number");
    draft.input(INPUTS, at, value, format);
  });
}

/** Of the first inputs, as arguments. */
function cells(count: number): string {
  return Array.from({ length: count }, (_, at) => fixed(INPUTS, at)).join(",");
}
