/** From each washed loss to its replacement (R-WS-5, R-WS-8), and the trail held against the sales, sale by sale. */
import type { Book } from "../../lots/book-types";
import { stillDeferred } from "../../report/wash-year";
import { columnsOf } from "../drafts/result-table-sheet";
import type { DraftBlock, DraftCell, SheetDraft } from "../placing/sheet-draft";
import type { Row } from "../tables/cell";
import { WASHTRAIL_HEADINGS, washTrailTable } from "../tables/wash-trail";
import { completeRows, notCompleteNotes } from "./left-out";
import { columnsFrom, placeSheet, rowFormula, sumOfColumn, sumWhere, type PlacedSheet } from "./placed-sheet";
import { SALES } from "./sales-sheet";
import { moneyText } from "../../values/money-text";

export const WASH_TRAIL = "Wash sales";

const CHECKED = [...columnsOf([...WASHTRAIL_HEADINGS]).slice(0, -1), { heading: "Check", format: "money" }, { heading: "Rule", format: "text" }] as const;
const BY_SALE = columnsFrom({ Sale: "whole", "Symbol sold": "text", "On the sales sheet": "money", "In the trail": "money", Difference: "money" });

export function washSheet(book: Book, bookAtYearEnd: Book, year: number, madeBy: string, sales: PlacedSheet): PlacedSheet {
  const notes = notCompleteNotes(book);
  const trail = completeRows(washTrailTable(book, year));
  const cents = (heading: string): number => trail.reduce((sum, row) => sum + Math.round(Number(cellUnder(row, heading)) * 100), 0);
  const deferred = stillDeferred(bookAtYearEnd);
  const draft = (blocks: readonly DraftBlock[]): SheetDraft => ({
    sheetName: WASH_TRAIL,
    title: `Wash sales of ${year}: from the loss to its replacement`,
    madeBy,
    notes: [
      ...notes,
      "Disallowed goes into the basis of the replacement (Basis added), but for Permanent: that was replaced where no basis can take it up, and is lost for good.",
      "Check re-adds each row: Disallowed − Basis added − Permanent. It must be 0.",
      `On 31 December ${year} the lots still held carry ${moneyText(deferred.cents)} of disallowed losses in their basis, of this year's sales and earlier ones.`,
    ],
    blocks,
    charts: [],
    landscape: true,
  });
  const first = trailBlock(trail, year);
  const alone = placeSheet({ draft: draft([first]), shows: "", rows: null });
  return placeSheet({
    draft: draft([first, ...(trail.length === 0 ? [] : [bySaleBlock(trail, sales, alone)])]),
    shows: "Each washed loss, its replacement, the basis added, what is lost for good (CF, A)",
    rows: trail.length,
    differenceColumns: ["Check", "Difference"],
    alarmingNotes: notes.length,
    checks: (placed) => [
      ...["Disallowed", "Basis added", "Permanent"].map((heading) => {
        const sum = cents(heading);
        return { mark: "F", says: heading.toLowerCase(), unit: "cents" as const, stated: sum, readded: sumOfColumn(placed, heading), expected: sum };
      }),
      {
        mark: "A",
        says: "all of it stands in the sales",
        unit: "cents",
        stated: cents("Disallowed"),
        readded: sumOfColumn(sales, "By wash sale"),
        expected: cents("Disallowed"),
      },
    ],
  });
}

function cellUnder(row: Row, heading: (typeof WASHTRAIL_HEADINGS)[number] | string): DraftCell {
  const cell = row[WASHTRAIL_HEADINGS.indexOf(heading as (typeof WASHTRAIL_HEADINGS)[number])];
  return cell === "" || cell === undefined ? null : (cell as DraftCell);
}

function trailBlock(trail: readonly Row[], year: number): DraftBlock {
  return {
    title: "The trail",
    columns: CHECKED,
    content: {
      kind: "rows",
      rows: trail.map((row) =>
        CHECKED.map(({ heading }) => (heading === "Check" ? rowFormula(CHECKED, "=ROUND([Disallowed]-[Basis added]-[Permanent],2)", 0) : cellUnder(row, heading))),
      ),
    },
    totals: trail.length === 0 ? [] : ["Disallowed", "Basis added", "Permanent", "Check"],
    name: "WashTrail",
    whenEmpty: `No loss of ${year} is washed.`,
  };
}

/** @param alone the sheet with the trail only: its addresses are the same with this table below */
function bySaleBlock(trail: readonly Row[], sales: PlacedSheet, alone: PlacedSheet): DraftBlock {
  const sums = new Map<number, { symbol: DraftCell; cents: number }>();
  for (const row of trail) {
    const sale = Number(cellUnder(row, "Sale row"));
    const cents = Math.round(Number(cellUnder(row, "Disallowed")) * 100);
    sums.set(sale, { symbol: cellUnder(row, "Symbol"), cents: (sums.get(sale)?.cents ?? 0) + cents });
  }
  return {
    title: `The trail against the sheet ‘${SALES}’, sale by sale`,
    columns: BY_SALE,
    content: {
      kind: "rows",
      rows: [...sums].map(([sale, { symbol, cents }]) => [
        sale,
        symbol,
        rowFormula(BY_SALE, `=${sumWhere(sales, "By wash sale", [["Sale row", "[Sale]"]])}`, cents / 100),
        rowFormula(BY_SALE, `=${sumWhere(alone, "Disallowed", [["Sale row", "[Sale]"]], 0)}`, cents / 100),
        rowFormula(BY_SALE, "=ROUND([On the sales sheet]-[In the trail],2)", 0),
      ]),
    },
    totals: ["On the sales sheet", "In the trail", "Difference"],
    name: null,
    whenEmpty: "",
  };
}
