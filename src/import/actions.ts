/** What an Action cell means. */
import { ACTION_BEGINNINGS, ACTION_WORDS } from "./action-words";
import type { ActionMeaning } from "./action-words";

export type { ActionMeaning, BookedKind, UnbookedFamily } from "./action-words";

const WHOLE = new Map(ACTION_WORDS.flatMap(([meaning, words]) => words.map((word) => [word, meaning] as const)));

/** Longest first, so that the first one that fits is the most particular. */
const BEGINNINGS = ACTION_BEGINNINGS.flatMap(([meaning, words]) => words.map((word) => ({ word, meaning }))).sort(
  (a, b) => b.word.length - a.word.length,
);

/** The meaning of an action text in any case, or null when it is unknown. */
export function readAction(text: string): ActionMeaning | null {
  const plain = text.replace(/[\s_\u00a0]+/g, " ").trim().toLowerCase();
  const whole = WHOLE.get(plain) ?? WHOLE.get(plain.replace(/[.:]+$/, "")) ?? WHOLE.get(plain.replace(/-/g, " "));
  if (whole) return whole.does === "nothing" ? { ...whole, label: text.trim() } : whole;
  const beginning = BEGINNINGS.find(({ word }) => startsWithWords(plain, word));
  if (!beginning) return null;
  const { word, meaning } = beginning;
  // Free text names the security, so it is counted under its verb: one line for all dividends received.
  return meaning.does === "nothing" ? { ...meaning, label: text.trim().slice(0, word.length) } : meaning;
}

function startsWithWords(text: string, words: string): boolean {
  return text.startsWith(words) && !/[a-z0-9]/.test(text.charAt(words.length));
}
