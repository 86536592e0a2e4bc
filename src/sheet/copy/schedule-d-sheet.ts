/** Schedule D in short (R-8949-4, R-NET-1): each line of transactions re-added from the rows of Form 8949, the nets from the lines. */
import type { Form8949Row, ScheduleDLine } from "../../report/form-8949-types";
import { dollarsOrNull, type DraftCell, type DraftFormula } from "../placing/sheet-draft";
import { FORM_8949, sumOfRows } from "./form-8949-sheet";
import { columnsFrom, placeSheet, rowFormula, sumOfColumn, sumWhere, type PlacedSheet } from "./placed-sheet";

export const SCHEDULE_D = "Schedule D";

const COLUMNS = columnsFrom({
  Line: "text", Label: "text", "(d) Proceeds": "money", "(e) Cost": "money", "(g) Adjustment": "money", "(h) Gain": "money",
  "Re-added": "money", Difference: "money", "Re-added from": "text",
});
const OF_ROWS: ReadonlySet<string> = new Set(["1a", "1b", "2", "3", "8a", "8b", "9", "10"]);

export interface ScheduleDFacts {
  readonly lines: readonly ScheduleDLine[];
  readonly rows: readonly Form8949Row[] | null;
  readonly year: number;
  readonly madeBy: string;
  readonly warnings: readonly string[];
}

/** @param form the sheet of Form 8949; null: not in the copy, and its lines are not re-added */
export function scheduleDSheet(facts: ScheduleDFacts, form: PlacedSheet | null): PlacedSheet {
  const { lines, year, madeBy, warnings } = facts;
  return placeSheet({
    draft: {
      sheetName: SCHEDULE_D,
      title: `Schedule D for ${year}, in short`,
      madeBy,
      notes: [
        ...warnings,
        "Re-added takes column (h) from the rows of Form 8949, or from the lines above; Difference re-adds all four columns, without signs, and must be 0.",
        "Lines 6 and 14 come from the settings: agree them to last year's return. Lines from other forms (4, 5, 11 to 13) are not here.",
      ],
      blocks: [
        {
          title: null,
          columns: COLUMNS,
          content: { kind: "rows", rows: lines.map((line) => cellsOfLine(facts, line, form)) },
          totals: [],
          name: "ScheduleD",
          whenEmpty: "Schedule D has no line.",
        },
      ],
      charts: [],
      landscape: true,
    },
    shows: "The lines of Schedule D, re-added from Form 8949 (A)",
    rows: lines.length,
    differenceColumns: ["Difference"],
    alarmingNotes: warnings.length,
    checks: (placed) => [
      { mark: "A", says: `differences of the lines from ${FORM_8949}, added up`, unit: "cents", stated: 0, readded: sumOfColumn(placed, "Difference"), expected: 0 },
    ],
  });
}

function cellsOfLine(facts: ScheduleDFacts, line: ScheduleDLine, form: PlacedSheet | null): (DraftCell | DraftFormula)[] {
  const stated = [line.line, line.label, ...[line.proceedsCents, line.costCents, line.adjustmentCents, line.gainCents].map(dollarsOrNull)];
  const readded = OF_ROWS.has(line.line) ? fromRows(facts, line, form) : fromLines(facts.lines, line);
  return [...stated, ...(readded ?? [null, null, null])];
}

type Readded = [DraftFormula, DraftFormula, string];

function fromRows({ rows }: ScheduleDFacts, line: ScheduleDLine, form: PlacedSheet | null): Readded | null {
  if (form === null || rows === null) return null;
  const sum = (heading: string): string => sumWhere(form, heading, [["Schedule D line", `"${line.line}"`]]);
  const parts = (["(d) Proceeds", "(e) Cost", "(g) Adjustment"] as const).map((heading) => `ABS([${heading}]-${sum(heading)})`);
  const own = rows.filter(({ scheduleDLine }) => scheduleDLine === line.line);
  return [
    rowFormula(COLUMNS, `=${sum("(h) Gain")}`, sumOfRows(own, "(h) Gain") / 100),
    rowFormula(COLUMNS, `=ROUND(${parts.join("+")}+ABS([(h) Gain]-[Re-added]),2)`, 0),
    FORM_8949,
  ];
}

/** The nets: 7 of the lines above it, 15 of those between, 16 of both. */
function fromLines(lines: readonly ScheduleDLine[], { line, gainCents }: ScheduleDLine): Readded | null {
  const at = lines.findIndex((one) => one.line === line);
  const seven = lines.findIndex((one) => one.line === "7");
  const fifteen = lines.findIndex((one) => one.line === "15");
  const cell = (position: number): string => `F{first+${position}}`;
  const gains = (from: number, to: number): string => `SUM(${cell(from)}:${cell(to)})`;
  const sum =
    line === "7" ? [gains(0, at - 1), "the lines above"]
    : line === "15" ? [gains(seven + 1, at - 1), "the lines above, from 8a"]
    : line === "16" && seven >= 0 && fifteen >= 0 ? [`${cell(seven)}+${cell(fifteen)}`, "lines 7 and 15"]
    : null;
  if (sum === null) return null;
  return [
    { formula: `=${sum[0]}`, value: gainCents / 100 },
    rowFormula(COLUMNS, "=ROUND(ABS([(h) Gain]-[Re-added]),2)", 0),
    sum[1]!,
  ];
}
