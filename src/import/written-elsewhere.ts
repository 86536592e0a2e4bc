/**
 * Dates and figures as other countries write them. Where one date of a column can only have the day first, or one figure can
 * only have a comma before its decimals, every date or figure of the file that can be read in both ways is in doubt: it is
 * never guessed (broker layouts, section 0.4).
 */
import type { Doubt } from "./doubts";
import { DECIMAL_COMMA, ONE_OR_A_THOUSAND } from "./figures";
import { textOfCell } from "./plain-heading";
import type { SourceLine } from "./source-lines";

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?!\d)/;

export function ambiguousLines(rows: readonly SourceLine[]): [number, Doubt][] {
  const cells = rows.map((row) => row.cells.map(textOfCell));
  const hasDayFirst = cells.some((row) => row.some((cell) => orderOf(cell) === "day first"));
  const hasDecimalComma = cells.some((row) => row.some((cell) => DECIMAL_COMMA.test(cell)));
  if (!hasDayFirst && !hasDecimalComma) return [];
  return rows.flatMap(({ line }, at): [number, Doubt][] => {
    const date = hasDayFirst ? cells[at]?.find((cell) => orderOf(cell) === "either") : undefined;
    const figure = hasDecimalComma ? cells[at]?.find((cell) => ONE_OR_A_THOUSAND.test(cell)) : undefined;
    return date === undefined && figure === undefined ? [] : [[line, doubtOf(date, figure)]];
  });
}

function orderOf(cell: string): "day first" | "either" | "month first" | null {
  const [, first, second] = SLASHED.exec(cell) ?? [];
  if (first === undefined || second === undefined) return null;
  const [a, b] = [Number(first), Number(second)];
  if (a > 12) return a <= 31 && b >= 1 && b <= 12 ? "day first" : null;
  // The same day either way.
  return b > 12 || a === b ? "month first" : "either";
}

function doubtOf(date: string | undefined, figure: string | undefined): Doubt {
  const ofDate = date === undefined ? [] : [`"${date.slice(0, 20)}" may have the day first, as other dates of this file have. Fill in Date.`];
  const ofFigure = figure === undefined ? [] : [`"${figure.slice(0, 20)}" may be a thousand times more or less, for this file writes decimals with a comma. Fill in the figures.`];
  return {
    sentence: [...ofDate, ...ofFigure].join(" "),
    blank: [...(date === undefined ? [] : ["Date", "Acquired"] as const), ...(figure === undefined ? [] : ["Quantity", "Price", "Fees", "Amount"] as const)],
  };
}
