/** The sheet of the sample with mergers, a spin-off, a fund, an inheritance and a short sale, each explained below. */
import { columnLetters } from "../../addresses";
import type { SheetContent } from "../../content";
import { fixed, SETTINGS_RANGE } from "./ledger-sheets";
import { EVENT_HEADINGS, EXPLAINED_EVENTS, SAMPLE_EVENTS } from "./sample-events";
import { SheetDraft } from "./sheet-draft";
import type { ShippedFunctions } from "./shipped-functions";
import { rangeOf, writeBeside, writeTrades } from "./trades-table";

/** Cells of the Events range as a function receives them, headings first. */
export const EVENTS_RANGE = rangeOf(EVENT_HEADINGS, SAMPLE_EVENTS);

const WIDTHS_PX = [84, 124, 68, 74, 70, 80, 100, 68, 80, 92, 122, 104, 60, 14, 92, 60, 680];
/** Rows left free below the table and below each explanation, for those that are longer. */
const ROOM_BELOW_TABLE = 4;
const ROOM_BELOW_EXPLANATION = 2;
/** The explanation stands beside its row number. */
const EXPLANATION_COLUMN = 3;

export function eventsSheet(functions: ShippedFunctions): SheetContent {
  const draft = new SheetDraft("Events", {
    columnWidthsPx: { ...WIDTHS_PX },
    tables: [{ name: "Events", range: `A1:${columnLetters(EVENT_HEADINGS.length - 1)}${EVENTS_RANGE.length}`, styleName: "TableStyleLight1" }],
    freeze: { rows: 1, columns: 0 },
    print: { landscape: true, repeatRows: "1:1" },
  });
  writeTrades(draft, EVENTS_RANGE);
  writeBeside(draft, functions, "Events", EVENTS_RANGE, SETTINGS_RANGE, [["TRADEGAIN", "Gain"], ["TRADEGAIN", "Term"], ["TRADEGAIN", "Note"]]);
  writeExplanations(draft, functions);
  return draft.content();
}

function writeExplanations(draft: SheetDraft, functions: ShippedFunctions): void {
  let row = EVENTS_RANGE.length + ROOM_BELOW_TABLE;
  draft.title("How the figures come about", "TAXLOT.EXPLAIN over the table above, for the row numbers in the shaded cells. Companies and terms are real, prices about those of the day.", row);
  row += 3;
  for (const [label, action, symbol] of EXPLAINED_EVENTS) {
    const rowExplained = EVENTS_RANGE.findIndex((cells) => cells[1] === action && cells[2] === symbol) + 1;
    const explanation = functions.call("EXPLAIN", EVENTS_RANGE, rowExplained, SETTINGS_RANGE);
    draft.set(row, 0, { value: label, style: { bold: true } });
    draft.set(row + 1, 0, { value: "Row" });
    draft.input(row + 1, 1, rowExplained, "whole");
    draft.spill(row, EXPLANATION_COLUMN, `=TAXLOT.EXPLAIN(Events[#All],${fixed(row + 1, 1)},TaxlotSettings)`, explanation);
    row += explanation.length + ROOM_BELOW_EXPLANATION;
  }
}
