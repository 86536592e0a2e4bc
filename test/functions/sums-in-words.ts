/**
 * Re-adds every sum that a sentence writes out: `$5,000.00 × $1,660.00 ÷ $9,130.00 = $909.09`. Words between the
 * numbers are skipped, so that `proceeds $20.00 - basis $18.18 = a gain of $1.82` is read as 20 - 18.18 = 1.82.
 */
import assert from "node:assert/strict";
import { valueOfSum } from "./value-of-sum";

/** Half a cent, for what was rounded once to whole cents. */
const HALF_CENT = 0.005000001;

/** How many sums were found right; throws at the first that is wrong. */
export function checkSums(sentence: string): number {
  let checked = 0;
  for (const part of partsOf(sentence)) {
    const sides = part.split(" = ");
    for (let at = 1; at < sides.length; at++) {
      const left = valueOf(sides[at - 1]!);
      const right = valueOf(sides[at]!);
      assert.ok(left !== null && right !== null, `not read as a sum: "${part}" in "${sentence}"`);
      assert.ok(Math.abs(left - right) <= HALF_CENT, `${left} is not ${right}: "${part}"`);
      checked++;
    }
  }
  return checked;
}

/** Parts that are a sum of their own, without rule ids, rows, lots and dates. */
function partsOf(sentence: string): string[] {
  return sentence
    .replace(/\((?:our|R|IRC|broker|FIFO|LIFO|HIFO|LOFO|MINTAX|AVG|for a loss)[^)]*\)/g, "")
    .replace(/"[^"]*"/g, "")
    .replace(/\brows? \d+/gi, "")
    .replace(/\d{4}-\d\d-\d\d/g, "")
    .split(/[;:]|, |\. /)
    .filter((part) => part.includes(" = "));
}

/** null where the text is no arithmetic once its words are gone. */
function valueOf(side: string): number | null {
  const isLoss = /^\s*a loss of/.test(side);
  const sum = side
    .replace(/[A-Za-z][\w'.-]*/g, " ")
    .replace(/[$"]|(?<=\d),(?=\d)/g, "")
    .replace(/([\d.]+)%/g, "($1/100)")
    .replace(/×/g, "*")
    .replace(/÷/g, "/")
    .replace(/\.\s*$/, "")
    .trim()
    .replace(/(?:\(\s*\)|[().]\s*)$/, (end) => (end.startsWith(")") ? end : ""));
  if (!/^[-+*/().\d\s]+$/.test(sum) || !/\d/.test(sum)) return null;
  const value = valueOfSum(sum);
  return value !== null && isLoss ? -value : value;
}
