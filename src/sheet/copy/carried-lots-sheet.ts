/** The lots that go into next year, as OPENLOTS with carry lists them: pasted above next year's trades, they start from it. */
import type { Book } from "../../lots/book-types";
import { isoFromDay, type Day } from "../../values/plain-date";
import { columnsOf } from "../drafts/result-table-sheet";
import type { DraftCell } from "../placing/sheet-draft";
import type { Row } from "../tables/cell";
import { OPENLOTS_HEADINGS, openLotsTable } from "../tables/open-lots";
import { completeRows, notCompleteNotes } from "./left-out";
import { placeSheet, sumOfColumn, type PlacedSheet } from "./placed-sheet";

export const CARRIED_LOTS = "Lots carried forward";

const PRICED: ReadonlySet<string> = new Set(["Price", "Value", "Gain"]);
const HEADINGS = OPENLOTS_HEADINGS.filter((heading) => !PRICED.has(heading));

/** @param bookAtYearEnd booked through that day */
export function carriedLotsSheet(bookAtYearEnd: Book, yearEnd: Day, madeBy: string): PlacedSheet {
  const warnings = notCompleteNotes(bookAtYearEnd);
  const rows = completeRows(openLotsTable(bookAtYearEnd, yearEnd, null, true)).map(cellsOfLot);
  const sums = ["Basis", "Wash added"].map((heading) => {
    return { heading, cents: rows.reduce((sum, row) => sum + Math.round(Number(row[HEADINGS.indexOf(heading as (typeof HEADINGS)[number])]) * 100), 0) };
  });
  return placeSheet({
    draft: {
      sheetName: CARRIED_LOTS,
      title: `Lots carried forward from ${isoFromDay(yearEnd)}`,
      madeBy,
      notes: [
        ...warnings,
        "Next year starts from these lots: copy the table with its headings to the top of next year's trades. The Note tells the reader what else the lot carries.",
        "Rows of quantity 0 are losses that a purchase of the first 30 days of the new year would still wash. A quantity below zero is a short position or a written option.",
      ],
      blocks: [
        {
          title: null,
          columns: columnsOf(HEADINGS),
          content: { kind: "rows", rows },
          totals: [],
          name: "LotsCarriedForward",
          whenEmpty: "No lot is open on this day.",
        },
      ],
      remarks: rows.length === 0 ? [] : ["The totals of Basis and Wash added are re-added on the cover and on the next sheet, so that nothing but lots stands below the headings here."],
      charts: [],
      landscape: true,
    },
    shows: "Open lots, shorts and losses whose window is open, to start next year from (F)",
    rows: rows.length,
    alarmingNotes: warnings.length,
    checks: (placed) => sums.map(({ heading, cents }) => (
      { mark: "F", says: heading.toLowerCase(), unit: "cents", stated: cents, readded: sumOfColumn(placed, heading), expected: cents }
    )),
  });
}

function cellsOfLot(row: Row): DraftCell[] {
  return HEADINGS.map((heading) => {
    const cell = row[OPENLOTS_HEADINGS.indexOf(heading)]!;
    return cell === "" ? null : (cell as DraftCell);
  });
}
