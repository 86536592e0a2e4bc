/** Tax that losses save this year, in doubles, for choosing among many sets of sales; what is stated is exact (worth-of-loss.ts). */
import type { Outcome } from "../values/outcome";
import { quickTax } from "./least-tax/quick-tax";
import type { YearSoFar } from "./year-so-far";

/** Cents. Where the tax of the year cannot be told, the short-term loss itself: it is worth no less than a long-term one. */
export type QuickSaving = (shortCents: number, longCents: number) => number;

const known = new WeakMap<Outcome<YearSoFar>, QuickSaving>();

/** @param shortCents of the saving: loss that counts, positive; negative is a gain */
export function quickSaving(year: Outcome<YearSoFar>): QuickSaving {
  let saving = known.get(year);
  if (saving === undefined) known.set(year, (saving = savingOf(year)));
  return saving;
}

function savingOf(year: Outcome<YearSoFar>): QuickSaving {
  if (!year.ok) return (shortCents) => shortCents;
  const { basis, realised } = year.value;
  const tax = quickTax(basis);
  const without = tax.of(realised.shortCents, realised.longCents);
  return (shortCents, longCents) => without - tax.of(realised.shortCents - shortCents, realised.longCents - longCents);
}
