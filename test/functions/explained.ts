/** What EXPLAIN says of a row, as tests look at it. */
import assert from "node:assert/strict";
import { spilled } from "./calling";
import type { Range } from "./example-trades";
import { checkSums } from "./sums-in-words";

/** The sentences without their heading. Every sum written out in them has been added again. */
export function explained(trades: Range, row: number, settings?: Range): string[] {
  const [heading, ...rows] = spilled("EXPLAIN", trades, row, settings);
  assert.deepEqual(heading, ["Explanation"]);
  const sentences = rows.map(([sentence]) => String(sentence));
  for (const sentence of sentences) {
    if (/^R-[A-Z]+-\d+: /.test(sentence)) assert.ok(!sentence.includes("see the rulebook"), sentence);
    else checkSums(sentence);
  }
  return sentences;
}

export function says(sentences: readonly string[], part: string | RegExp): void {
  const found = sentences.some((sentence) => (typeof part === "string" ? sentence.includes(part) : part.test(sentence)));
  assert.ok(found, `no sentence says ${part}:\n${sentences.join("\n")}`);
}

export function saysNot(sentences: readonly string[], part: string): void {
  assert.ok(sentences.every((sentence) => !sentence.includes(part)), `a sentence says ${part}:\n${sentences.join("\n")}`);
}
