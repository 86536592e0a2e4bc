/** The basis rolled forward from year end to year end, in plain formulas. */
import type { Book } from "../../lots/book-types";
import { basisRollForward, type BasisRoll } from "./basis-roll-forward";
import { CARRIED_LOTS } from "./carried-lots-sheet";
import { notCompleteNotes } from "./left-out";
import { columnReference, columnsFrom, placeSheet, rowFormula, sumOfColumn, sumWhere, type PlacedSheet } from "./placed-sheet";

export const ROLL_FORWARD = "Basis roll-forward";

const COLUMNS = columnsFrom({
  Symbol: "text", "Opening basis": "money", Bought: "money", "Wash added": "money", "Basis sold": "money", "Other events": "money", "Carried forward": "money",
  "On the lots": "money", Difference: "money",
});

export function rollForwardSheet(bookAtYearEnd: Book, bookYearBefore: Book, year: number, madeBy: string, lots: PlacedSheet): PlacedSheet {
  const warnings = notCompleteNotes(bookAtYearEnd);
  const rolls = basisRollForward(bookAtYearEnd, bookYearBefore);
  const carried = rolls.reduce((sum, { carriedCents }) => sum + carriedCents, 0);
  return placeSheet({
    draft: {
      sheetName: ROLL_FORWARD,
      title: `Basis from 31 December ${year - 1} to 31 December ${year}`,
      madeBy,
      notes: [
        ...warnings,
        "Opening basis + Bought + Wash added − Basis sold + Other events = Carried forward, over all accounts, retirement accounts among them.",
        `On the lots adds up the sheet ‘${CARRIED_LOTS}’. Difference is what Carried forward does not explain of it; it must be 0.`,
        "Other events: mergers, spin-offs, returns of capital, gifts, short positions, options. It is 0 where the year has no such row; where it has, it is what they come to together.",
      ],
      blocks: [
        {
          title: null,
          columns: COLUMNS,
          content: { kind: "rows", rows: rolls.map((roll) => cellsOf(roll, lots)) },
          totals: rolls.length === 0 ? [] : COLUMNS.slice(1).map(({ heading }) => heading),
          name: "BasisRollForward",
          whenEmpty: "No lot was held at either year end, and none was bought or sold.",
        },
      ],
      charts: [],
      landscape: true,
    },
    shows: "Opening basis + bought + wash added − sold = carried forward, by symbol (CF, A)",
    rows: rolls.length,
    differenceColumns: ["Difference"],
    alarmingNotes: warnings.length,
    checks: (placed) => [
      { mark: "CF", says: "carried forward", unit: "cents", stated: carried, readded: sumOfColumn(placed, "Carried forward"), expected: carried },
      { mark: "A", says: "carried forward agrees with the lots", unit: "cents", stated: carried, readded: sumOfColumn(lots, "Basis"), expected: carried },
    ],
  });
}

function cellsOf(roll: BasisRoll, lots: PlacedSheet) {
  return [
    roll.symbol,
    roll.openingCents / 100,
    roll.boughtCents / 100,
    roll.washAddedCents / 100,
    roll.soldCents / 100,
    roll.otherCents / 100,
    rowFormula(COLUMNS, "=[Opening basis]+[Bought]+[Wash added]-[Basis sold]+[Other events]", roll.carriedCents / 100),
    rowFormula(COLUMNS, `=${basisOnLots(roll.symbol, lots)}`, roll.carriedCents / 100),
    rowFormula(COLUMNS, "=ROUND([Carried forward]-[On the lots],2)", 0),
  ];
}

/** Letters, as symbols have them: nothing that SUMIFS takes for a comparison, a number or a pattern. */
const PLAIN_SYMBOL = /^[A-Z][A-Z0-9 ./-]*$/i;

function basisOnLots(symbol: string, lots: PlacedSheet): string {
  if (PLAIN_SYMBOL.test(symbol)) return sumWhere(lots, "Basis", [["Symbol", "[Symbol]"]]);
  const [symbols, basis] = [columnReference(lots, "Symbol"), columnReference(lots, "Basis")];
  return symbols === null ? "0" : `SUMPRODUCT((${symbols}=[Symbol])*${basis})`;
}
