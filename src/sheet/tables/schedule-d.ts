/** SCHEDULED (R-8949-4, R-NET-1): lines 1a to 16 of Schedule D, in dollars. A line that cannot be told is an error and its Note says why. */
import type { Book } from "../../lots/book-types";
import { dollarsFromCents } from "../../report/figures";
import type { ScheduleDLine } from "../../report/form-8949-types";
import { notInTradesSentence } from "../../report/form-8949/not-in-trades";
import { form8949 } from "../../report/form-8949/rows";
import { hiddenResults } from "../../report/realised-in-year";
import { linesOfRows, NETTED_LINES, scheduleDSummary } from "../../report/schedule-d-summary";
import type { ReturnFacts } from "../../tax/schedule-d";
import type { Outcome, Problem } from "../../values/outcome";
import { dollarsOr, notAvailable, valueError, type Cell, type Row, type Table } from "./cell";
import type { Form8949Request } from "./form-8949";

export const SCHEDULED_HEADINGS = ["Line", "Label", "Proceeds", "Cost", "Adjustment", "Gain", "Note"] as const;

/** @param facts of the return of that year; a problem leaves the lines of transactions standing */
export function scheduleDTable(book: Book, request: Omit<Form8949Request, "box">, facts: Outcome<ReturnFacts>): Table {
  const { year, inWholeDollars, broker } = request;
  const { rows, notInTrades } = form8949(book, year, broker?.sales ?? null);
  const lines = (part: "short" | "long"): ScheduleDLine[] => linesOfRows(rows, part, inWholeDollars);
  const short = whatIsMissing(book, request, notInTrades);
  if (short === null && facts.ok) return [[...SCHEDULED_HEADINGS], ...scheduleDSummary(rows, facts.value, inWholeDollars).map(lineRow)];
  const problem = short ?? (facts as Extract<typeof facts, { ok: false }>).problem;
  const ofRows = (line: ScheduleDLine): Row => (short === null ? lineRow(line) : untold([line.line, line.label], 4, problem));
  const netted = (line: readonly [string, string]): Row => untold(line, 1, problem);
  return [
    [...SCHEDULED_HEADINGS],
    ...lines("short").map(ofRows),
    ...NETTED_LINES.short.map(netted),
    ...lines("long").map(ofRows),
    ...NETTED_LINES.long.map(netted),
    netted(NETTED_LINES.total),
  ];
}

/** Why the totals would fall short; null: they do not. */
function whatIsMissing(book: Book, { year, broker }: Omit<Form8949Request, "box">, notInTrades: ReturnType<typeof form8949>["notInTrades"]): Problem | null {
  const hidden = hiddenResults(book, year);
  if (hidden !== null) return valueError(hidden);
  const fault = broker?.faults.find(({ isNote }) => isNote !== true);
  if (fault !== undefined) return valueError(fault.sentence);
  return notInTrades[0] === undefined ? null : notAvailable(notInTradesSentence(notInTrades[0]));
}

function lineRow({ line, label, proceedsCents, costCents, adjustmentCents, gainCents }: ScheduleDLine): Row {
  const amounts = [proceedsCents, costCents, adjustmentCents].map((cents) => dollarsOr(cents));
  return [lineCell(line), label, ...amounts, dollarsFromCents(gainCents), ""];
}

/** @param amounts how many of the four amount columns the line has, from the last */
function untold([line, label]: readonly [string, string], amounts: 1 | 4, problem: Problem): Row {
  const blanks = Array.from({ length: 4 - amounts }, () => "");
  const errors = Array.from({ length: amounts }, () => problem);
  return [lineCell(line), label, ...blanks, ...errors, problem.sentence];
}

/** 7 and not "7", as in NETTING; 1a is text. */
function lineCell(line: string): Cell {
  return /^\d+$/.test(line) ? Number(line) : line;
}
