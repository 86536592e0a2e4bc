/** Form 8949 box by box (R-8949-1 to R-8949-5), each with its totals, and every row re-added: h = d − e + g. */
import type { Box8949, Form8949Row } from "../../report/form-8949-types";
import { saysBoxAssumed } from "../../report/form-8949/row-note";
import { serialFromDay } from "../../values/plain-date";
import type { DraftBlock, DraftCell, DraftFormula } from "../placing/sheet-draft";
import { columnReference, columnsFrom, placeSheet, rowFormula, sumWhere, type Check, type PlacedSheet } from "./placed-sheet";

export const FORM_8949 = "Form 8949";

const COLUMNS = columnsFrom({
  Box: "text", "(a) Description": "text", "(b) Acquired": "date", "(c) Sold": "date", "(d) Proceeds": "money", "(e) Cost": "money", "(f) Code": "text",
  "(g) Adjustment": "money", "(h) Gain": "money", "Check h": "money", "Schedule D line": "text", "Sale row": "whole", Account: "text", Note: "text",
});
const MONEY = ["(d) Proceeds", "(e) Cost", "(g) Adjustment", "(h) Gain"] as const;

const BOXES: Readonly<Record<Box8949, string>> = {
  A: "Part I, short-term: basis reported on Form 1099-B",
  B: "Part I, short-term: Form 1099-B without basis",
  C: "Part I, short-term: no Form 1099-B",
  D: "Part II, long-term: basis reported on Form 1099-B",
  E: "Part II, long-term: Form 1099-B without basis",
  F: "Part II, long-term: no Form 1099-B",
  G: "Part I, short-term digital assets: basis reported on Form 1099-DA",
  H: "Part I, short-term digital assets: Form 1099-DA without basis",
  I: "Part I, short-term digital assets: no Form 1099-DA",
  J: "Part II, long-term digital assets: basis reported on Form 1099-DA",
  K: "Part II, long-term digital assets: Form 1099-DA without basis",
  L: "Part II, long-term digital assets: no Form 1099-DA",
};

export function form8949Sheet(rows: readonly Form8949Row[], year: number, madeBy: string, warnings: readonly string[]): PlacedSheet {
  const boxes = (Object.keys(BOXES) as Box8949[]).filter((box) => rows.some((row) => row.box === box));
  return placeSheet({
    draft: {
      sheetName: FORM_8949,
      title: `Form 8949 for ${year}, by box`,
      madeBy,
      notes: [
        ...warnings,
        "Check h re-adds each row: (d) − (e) + (g) − (h). It must be 0. Sale row is the row on the sheet of the trades.",
        "Rows whose Schedule D line is 1a or 8a have no adjustment and may go straight to Schedule D; they are listed here all the same.",
      ],
      blocks: boxes.length === 0 ? [emptyBlock(year)] : boxes.map((box, at) => boxBlock(box, rows.filter((row) => row.box === box), at)),
      charts: [],
      landscape: true,
    },
    shows: "The rows of the form, with totals for each box (CF, F)",
    rows: rows.length,
    differenceColumns: ["Check h"],
    alarmingNotes: warnings.length,
    checks: (placed) => checksOf(placed, boxes, rows),
  });
}

function boxBlock(box: Box8949, rows: readonly Form8949Row[], at: number): DraftBlock {
  return {
    title: `Box ${box}. ${BOXES[box]}${rows.some(({ note }) => saysBoxAssumed(note)) ? ", or assumed where Note says so" : ""}`,
    columns: COLUMNS,
    content: { kind: "rows", rows: rows.map(cellsOfRow) },
    totals: [...MONEY, "Check h"],
    name: at === 0 ? "Form8949Rows" : null,
    whenEmpty: "",
  };
}

function emptyBlock(year: number): DraftBlock {
  return { title: null, columns: COLUMNS, content: { kind: "rows", rows: [] }, totals: [], name: null, whenEmpty: `Form 8949 for ${year} has no row.` };
}

function cellsOfRow(row: Form8949Row): (DraftCell | DraftFormula)[] {
  return [
    row.box,
    row.description,
    typeof row.acquired === "number" ? serialFromDay(row.acquired) : row.acquired,
    serialFromDay(row.sold),
    row.proceedsCents / 100,
    row.costCents / 100,
    row.code === "" ? null : row.code,
    row.adjustmentCents / 100,
    row.gainCents / 100,
    rowFormula(COLUMNS, "=ROUND([(d) Proceeds]-[(e) Cost]+[(g) Adjustment]-[(h) Gain],2)", (row.proceedsCents - row.costCents + row.adjustmentCents - row.gainCents) / 100),
    row.scheduleDLine,
    row.saleRow,
    row.account === "" ? null : row.account,
    row.note === "" ? null : row.note,
  ];
}

const CENTS: Readonly<Record<(typeof MONEY)[number], (row: Form8949Row) => number>> = {
  "(d) Proceeds": (row) => row.proceedsCents,
  "(e) Cost": (row) => row.costCents,
  "(g) Adjustment": (row) => row.adjustmentCents,
  "(h) Gain": (row) => row.gainCents,
};

export function sumOfRows(rows: readonly Form8949Row[], heading: (typeof MONEY)[number]): number {
  return rows.reduce((sum, row) => sum + CENTS[heading](row), 0);
}

function checksOf(placed: Pick<PlacedSheet, "sheet" | "tables">, boxes: readonly Box8949[], rows: readonly Form8949Row[]): Check[] {
  const ofBoxes = boxes.flatMap((box) =>
    MONEY.map((heading): Check => {
      const sum = sumOfRows(rows.filter((row) => row.box === box), heading);
      return { mark: "F", says: `box ${box}: ${heading}`, unit: "cents", stated: sum, readded: sumWhere(placed, heading, [["Box", `"${box}"`]]), expected: sum };
    }),
  );
  const crossed = columnReference(placed, "Check h");
  const notZero = crossed === null ? "0" : `COUNTIF(${crossed},">0")+COUNTIF(${crossed},"<0")`;
  return [...ofBoxes, { mark: "CF", says: "rows where h is not d − e + g", unit: "rows", stated: 0, readded: notZero, expected: 0 }];
}
