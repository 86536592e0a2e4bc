/** The Ratio of a split: new shares for old shares, as whole numbers (R-CA-1). */
import { decimalsOf, powerOfTen } from "../values/decimals";
import { quoteCell, readCell } from "./cells";
import { numberFromText } from "../values/number-text";
import type { CellFault } from "./number-cells";

export interface SplitRatio {
  readonly newShares: number;
  readonly oldShares: number;
}

/** Beyond this either side, shares times ratio no longer fits an exact whole number. */
const LARGEST_SIDE = 1e9;
/** A bare number this large is a date that Excel made of 3/2 or 2-1. */
const SMALLEST_DATE = 1000;
const MINUTES_PER_DAY = 1440;

/** Reads `2:1`, `2-for-1`, `2 for 1`, `3/2`, `1.05:1` or a number of at least 1; null when blank. */
export function readRatioCell(cell: unknown): SplitRatio | null | CellFault {
  const read = readCell(cell);
  switch (read.kind) {
    case "blank":
      return null;
    case "error":
      return { says: `holds the error ${read.code}` };
    case "number":
      // Old builds of Excel send 0 for an empty cell.
      return read.value === 0 ? null : ratioFromNumber(read.value);
    case "text":
      return ratioFromText(read.value);
    case "boolean":
      return { says: `is ${quoteCell(cell)}, which is not a ratio` };
  }
}

function ratioFromText(text: string): SplitRatio | CellFault {
  const sides = /^([\d.,]+)\s*(?::|\/|-?\s*for\s*-?)\s*([\d.,]+)$/i.exec(text);
  if (!sides) {
    const alone = numberFromText(text);
    return alone === null ? notARatio(text) : ratioFromNumber(alone);
  }
  const newShares = numberFromText(sides[1] ?? "");
  const oldShares = numberFromText(sides[2] ?? "");
  if (newShares === null || oldShares === null) return notARatio(text);
  return wholeRatio(newShares, oldShares) ?? notARatio(text);
}

function ratioFromNumber(value: number): SplitRatio | CellFault {
  const minutes = value * MINUTES_PER_DAY;
  const isTime = Math.abs(minutes - Math.round(minutes)) < 1e-6 && (decimalsOf(value, 4) === null || value < 1);
  if (value < 0) return { says: `is ${value}, and a ratio counts shares on both sides, so neither is below zero` };
  const small = isTime && value < 1 ? smallRatio(value) : null;
  if (small !== null) {
    return { says: `is ${value}, which may be a ratio typed like a time, such as 2:1, or a ratio below one, such as ${small}` };
  }
  if (isTime) return { says: `is ${value}, which is what Excel makes of a ratio typed like a time` };
  if (value >= SMALLEST_DATE) return { says: `is ${value}, which is what Excel makes of a ratio typed like a date` };
  if (value < 1) return { says: `is ${value}, and a ratio below 1 needs both sides, such as 1 for 10` };
  return wholeRatio(value, 1) ?? notARatio(String(value));
}

/** `1 for 2` of 0.5: a fraction with few decimals may be meant as one; 0.0840277… is a time. */
function smallRatio(value: number): string | null {
  const ratio = decimalsOf(value, 4) === null ? null : wholeRatio(value, 1);
  return ratio === null ? null : `${ratio.newShares} for ${ratio.oldShares}`;
}

function notARatio(text: string): CellFault {
  return { says: `is ${quoteCell(text)}, which is not new shares for old shares` };
}

/** 1.05:1 is 21:20; null when a side is 0 or too long to be whole. */
function wholeRatio(newShares: number, oldShares: number): SplitRatio | null {
  const decimals = Math.max(decimalsOf(newShares, 9) ?? Infinity, decimalsOf(oldShares, 9) ?? Infinity);
  if (!Number.isFinite(decimals)) return null;
  const newWhole = Math.round(newShares * powerOfTen(decimals));
  const oldWhole = Math.round(oldShares * powerOfTen(decimals));
  if (newWhole <= 0 || oldWhole <= 0) return null;
  const divisor = greatestCommonDivisor(newWhole, oldWhole);
  const ratio = { newShares: newWhole / divisor, oldShares: oldWhole / divisor };
  return Math.max(ratio.newShares, ratio.oldShares) > LARGEST_SIDE ? null : ratio;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
