/** How much differs in each part, whatever its sign. Pure. */
import type { Difference } from "../../report/form-8949-types";
import type { DiffersBy } from "./reconcile-view";

export function differsBy(differences: readonly Difference[]): DiffersBy {
  const size = (...parts: readonly Difference["part"][]): number =>
    differences.reduce((sum, { part, differenceCents }) => (parts.includes(part) ? sum + Math.abs(differenceCents ?? 0) : sum), 0);
  const number = (is: (one: Difference) => boolean): number => differences.filter(is).length;
  return {
    onlyOnForm: number(({ cause }) => cause === "Only on the form"),
    onlyInTrades: number(({ cause }) => cause === "Only in the trades"),
    proceedsCents: size("Row", "Proceeds"),
    basisCents: size("Basis"),
    washCents: size("Wash"),
    terms: number(({ part }) => part === "Term"),
    isRounding: differences.length > 0 && differences.every(({ cause }) => cause === "Rounding"),
  };
}
