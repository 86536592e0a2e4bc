/** What repairing, freezing and thawing answer, in sentences. Pure. */
import { addressForReading } from "../../sheet/placing/addresses";
import type { Frozen, Repaired, Thawed } from "../../sheet/placing/formula-care";
import { count } from "../sentences";

/** So many cells are named; more are counted. */
const NAMED_AT_MOST = 3;

export function repairedSentence({ repaired, left, protectedSheets }: Repaired): string {
  if (repaired === 0 && left.length === 0 && protectedSheets.length === 0) return "No formula of ours is stuck. Nothing was changed.";
  return joined([
    repaired === 0 ? "No formula was repaired." : `Repaired ${count(repaired, "formula")}.`,
    left.length === 0 ? "" : `Still not right: ${listed(left.map(addressForReading))}.`,
    protectedNote(protectedSheets),
  ]);
}

export function frozenSentence({ formulas, protectedSheets }: Frozen): string {
  if (formulas === 0 && protectedSheets.length === 0) return "This workbook has no formula of ours to freeze.";
  return joined([
    formulas === 0 ? "Nothing was frozen." : `Froze ${count(formulas, "formula")} as values. They wait on sheet ‘Taxlot Frozen’.`,
    protectedNote(protectedSheets),
  ]);
}

export function thawedSentence({ formulas, waiting, changed }: Thawed): string {
  return joined([
    `Put ${count(formulas, "formula")} back where ${formulas === 1 ? "it" : "they"} stood.`,
    waiting === 0 ? "" : `${count(waiting, "formula waits", "formulas wait")} on sheet ‘Taxlot Frozen’, for these cells were changed since and stay as they are: ${listed(changed.map(addressForReading))}. Undo that change and thaw again, or delete ${waiting === 1 ? "its row" : "their rows"} there to keep it.`,
  ]);
}

function protectedNote(sheets: readonly string[]): string {
  return sheets.length === 0 ? "" : `Left alone, because protected: ${listed(sheets.map((sheet) => `‘${sheet}’`))}.`;
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED_AT_MOST;
  return more > 0 ? `${names.slice(0, NAMED_AT_MOST).join(", ")} and ${more} more` : names.join(", ");
}

function joined(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

/** `2026-12-05 14:30`, by the clock of this machine. */
export function momentOf(clock: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${clock.getFullYear()}-${two(clock.getMonth() + 1)}-${two(clock.getDate())} ${two(clock.getHours())}:${two(clock.getMinutes())}`;
}
