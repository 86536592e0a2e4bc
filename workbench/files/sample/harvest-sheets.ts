/** The sheets of the sample for December: losses to harvest, lots that turn long-term, and what a purchase would wash. */
import { columnLetters } from "../../addresses";
import type { CellValue, SheetContent } from "../../content";
import { fixed, PRICES_RANGE, SETTINGS_RANGE, TRADES_RANGE } from "./ledger-sheets";
import { SAMPLE_AS_OF } from "./sample-trades";
import { SheetDraft, type FormatName } from "./sheet-draft";
import type { ShippedFunctions } from "./shipped-functions";
import { serialOf } from "./trades-table";

const INPUT_HEADINGS = 3;
const INPUTS = 4;
const TABLE = 6;
const LAST_ROW_OF_TOTALS = 1000;
const DAYS_AHEAD = 120;

const RESULT_SHEET = { tables: [], hideGridlines: true, print: { landscape: true, repeatRows: `1:${TABLE + 1}` } } as const;

export function harvestSheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("Harvest", {
    ...RESULT_SHEET,
    columnWidthsPx: { ...[84, 84, 92, 96, 92, 92, 64, 96, 96, 96, 96, 104, 128, 124, 96, 112, 124, 146, 100, 720] },
    freeze: { rows: TABLE + 1, columns: 2 },
  });
  draft.title("Losses to harvest", "TAXLOT.HARVEST over Trades: each lot below its cost, as if sold whole on the day below. Type a target to have lots chosen that reach it. No advice.");
  const asOf = serialOf(SAMPLE_AS_OF);
  const table = functions.call("HARVEST", TRADES_RANGE, PRICES_RANGE, asOf, "", SETTINGS_RANGE);
  draft.heading(INPUT_HEADINGS, 0, "As of", true);
  draft.heading(INPUT_HEADINGS, 1, "Target", true);
  draft.input(INPUTS, 0, asOf, "date");
  draft.input(INPUTS, 1, undefined, "whole");
  draft.spill(TABLE, 0, `=TAXLOT.HARVEST(Trades[#All],Prices[#All],${fixed(INPUTS, 0)},${fixed(INPUTS, 1)},TaxlotSettings)`, table);
  // What each lot saves by itself does not add up to what they save together: no total of it.
  const totals = [["Loss", "Loss"], ["Washed now", "Washed now"], ["Permanently lost", "Lost for good"], ["Harvestable loss", "Harvestable"]] as const;
  totals.forEach(([heading, label], at) => {
    const from = columnLetters(table[0]!.indexOf(heading));
    const formula = `=SUM($${from}$${TABLE + 2}:$${from}$${LAST_ROW_OF_TOTALS})`;
    draft.heading(INPUT_HEADINGS, 7 + at, label, true);
    draft.formula(INPUTS, 7 + at, formula, draft.sum(table[0]!.indexOf(heading), TABLE + 1), "money");
  });
  return draft.content();
}

export function termCalendarSheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("Term calendar", {
    ...RESULT_SHEET,
    columnWidthsPx: { ...[112, 100, 96, 96, 104, 104, 104, 104, 104, 104, 104, 104, 104, 480] },
    freeze: { rows: TABLE + 1, columns: 1 },
  });
  draft.title("Lots that turn long-term", "TAXLOT.TERMCALENDAR over Trades, from the day below on, with the prices of Prices.");
  const asOf = serialOf(SAMPLE_AS_OF);
  draft.heading(INPUT_HEADINGS, 0, "As of", true);
  draft.heading(INPUT_HEADINGS, 1, "Days ahead", true);
  draft.input(INPUTS, 0, asOf, "date");
  draft.input(INPUTS, 1, DAYS_AHEAD, "whole");
  const table = functions.call("TERMCALENDAR", TRADES_RANGE, asOf, DAYS_AHEAD, PRICES_RANGE, SETTINGS_RANGE);
  draft.spill(TABLE, 0, `=TAXLOT.TERMCALENDAR(Trades[#All],${fixed(INPUTS, 0)},${fixed(INPUTS, 1)},Prices[#All],TaxlotSettings)`, table);
  return draft.content();
}

/** The loss on TGT of 24 October, and shares bought back within 30 days of it. */
const PURCHASE = { symbol: "TGT", date: "2025-11-20", quantity: 10 } as const;
const LOSS = { symbol: "LULU", date: SAMPLE_AS_OF } as const;
const FIRST_INPUT = 3;
const ANSWERS = 7;
const SELLING = 12;

export function beforeYouBuySheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("Before you buy", {
    tables: [], hideGridlines: true, print: { landscape: true }, columnWidthsPx: { 0: 340, 1: 110, 2: 640 },
  });
  draft.title("Before you buy, before you sell", "TAXLOT.WASHRISK and CLEARDATE over Trades. Type in the shaded cells.");
  inputs(draft, FIRST_INPUT, [["Symbol to buy", PURCHASE.symbol], ["Day", serialOf(PURCHASE.date), "date"], ["Shares", PURCHASE.quantity]]);
  const [symbol, day, shares] = [0, 1, 2].map((at) => fixed(FIRST_INPUT + at, 1));
  const call = (name: string, ...args: readonly unknown[]): CellValue => functions.call(name, TRADES_RANGE, ...args, SETTINGS_RANGE)[0]![0]!;
  draft.set(ANSWERS, 0, { value: "Past loss this purchase would wash" });
  draft.formula(ANSWERS, 1, `=TAXLOT.WASHRISK(Trades[#All],${symbol},${day},${shares},,TaxlotSettings)`, call("WASHRISK", PURCHASE.symbol, serialOf(PURCHASE.date), PURCHASE.quantity, ""), "money");
  draft.set(ANSWERS + 1, 0, { value: "First day to buy without washing a loss" });
  draft.formula(ANSWERS + 1, 1, `=TAXLOT.CLEARDATE(Trades[#All],${symbol},${day},"Buy",TaxlotSettings)`, call("CLEARDATE", PURCHASE.symbol, serialOf(PURCHASE.date), "Buy"), "date");
  inputs(draft, SELLING, [["Symbol to sell at a loss", LOSS.symbol], ["Day", serialOf(LOSS.date), "date"]]);
  const [sold, from] = [0, 1].map((at) => fixed(SELLING + at, 1));
  draft.set(SELLING + 3, 0, { value: "First day to sell without being washed by a past purchase" });
  draft.formula(SELLING + 3, 1, `=TAXLOT.CLEARDATE(Trades[#All],${sold},${from},"Sell",TaxlotSettings)`, call("CLEARDATE", LOSS.symbol, serialOf(LOSS.date), "Sell"), "date");
  return draft.content();
}

function inputs(draft: SheetDraft, row: number, asked: readonly (readonly [label: string, value: string | number, format?: FormatName])[]): void {
  asked.forEach(([label, value, format], at) => {
    draft.set(row + at, 0, { value: label });
    draft.input(row + at, 1, value, format);
  });
}
