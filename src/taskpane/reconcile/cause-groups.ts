/** Differences by their cause. Pure. */
import type { Difference, DifferenceCause } from "../../report/form-8949-types";
import { grouped } from "../../report/match-1099-rules";

export interface DifferencesOfCause {
  readonly cause: DifferenceCause;
  readonly differenceCents: number;
  readonly differences: readonly Difference[];
}

/** In the order in which the causes first come up, which is proceeds first; rounding, which asks for nothing, last. */
export function groupsByCause(differences: readonly Difference[]): readonly DifferencesOfCause[] {
  return [...grouped(differences, ({ cause }) => cause).values()]
    .map((ofCause) => ({ cause: ofCause[0]!.cause, differences: ofCause, differenceCents: ofCause.reduce((sum, { differenceCents }) => sum + (differenceCents ?? 0), 0) }))
    .sort((a, b) => Number(a.cause === "Rounding") - Number(b.cause === "Rounding"));
}
