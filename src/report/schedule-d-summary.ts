/**
 * Lines 1a to 16 of Schedule D from the rows of Form 8949 and the carryovers (R-8949-1, R-8949-4, R-NET-1): rows that may go straight
 * to lines 1a and 8a are totalled there, the others on the line of their box. Lines 4, 5 and 11 to 13 come from other forms.
 */
import { scheduleD, SCHEDULE_D_LABELS as LABELS, type ReturnFacts } from "../tax/schedule-d";
import type { Form8949Row, ScheduleDLine } from "./form-8949-types";
import { rowsInWholeDollars, wholeDollars } from "./form-8949/whole-dollars";

/** Of transactions, by part. */
const LINES_OF_ROWS = {
  short: [
    ["1a", "Short-term straight from the form"],
    ["1b", "Short-term, boxes A and G"],
    ["2", "Short-term, boxes B and H"],
    ["3", "Short-term, boxes C and I"],
  ],
  long: [
    ["8a", "Long-term straight from the form"],
    ["8b", "Long-term, boxes D and J"],
    ["9", "Long-term, boxes E and K"],
    ["10", "Long-term, boxes F and L"],
  ],
} as const;

/** Of the carryovers and what the lines net to. */
export const NETTED_LINES = {
  short: [["6", LABELS.carryShort], ["7", LABELS.netShort]],
  long: [["14", LABELS.carryLong], ["15", LABELS.netLong]],
  total: ["16", LABELS.total],
} as const;

/** Rows in cents, each part's lines apart. In whole dollars both kinds add the rows as they are printed (R-RND-4). */
export function linesOfRows(rows: readonly Form8949Row[], part: "short" | "long", inWholeDollars: boolean): ScheduleDLine[] {
  const printed = inWholeDollars ? rowsInWholeDollars(rows) : rows;
  return LINES_OF_ROWS[part].map(([line, label]) => ({ line, label, ...totalled(printed.filter(({ scheduleDLine }) => scheduleDLine === line)) }));
}

/** Every line in the order of the form. Carryovers are losses and stand below zero. */
export function scheduleDSummary(rows: readonly Form8949Row[], facts: ReturnFacts, inWholeDollars: boolean): ScheduleDLine[] {
  const [short, long] = [linesOfRows(rows, "short", inWholeDollars), linesOfRows(rows, "long", inWholeDollars)];
  const rounded = inWholeDollars ? wholeDollars : (cents: number): number => cents;
  const carryShortCents = rounded(facts.carryShortCents);
  const carryLongCents = rounded(facts.carryLongCents);
  const { netShortCents, netLongCents, totalCents } = scheduleD({ ...facts, carryShortCents, carryLongCents }, gainOf(short), gainOf(long));
  const netted = ([line, label]: readonly [string, string], gainCents: number): ScheduleDLine =>
    ({ line, label, proceedsCents: null, costCents: null, adjustmentCents: null, gainCents });
  return [
    ...short,
    netted(NETTED_LINES.short[0], 0 - carryShortCents),
    netted(NETTED_LINES.short[1], netShortCents),
    ...long,
    netted(NETTED_LINES.long[0], 0 - carryLongCents),
    netted(NETTED_LINES.long[1], netLongCents),
    netted(NETTED_LINES.total, totalCents),
  ];
}

type Totals = Pick<Form8949Row, "proceedsCents" | "costCents" | "adjustmentCents" | "gainCents">;

/** Sums of the four amount columns. */
export function totalled(rows: readonly Totals[]): Totals {
  const sum = (of: (row: Totals) => number): number => rows.reduce((all, row) => all + of(row), 0);
  return {
    proceedsCents: sum((row) => row.proceedsCents),
    costCents: sum((row) => row.costCents),
    adjustmentCents: sum((row) => row.adjustmentCents),
    gainCents: sum((row) => row.gainCents),
  };
}

function gainOf(lines: readonly ScheduleDLine[]): number {
  return lines.reduce((sum, { gainCents }) => sum + gainCents, 0);
}
