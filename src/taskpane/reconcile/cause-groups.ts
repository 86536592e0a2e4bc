/** Differences by their cause. Pure. */
import type { Difference, DifferenceCause } from "../../report/form-8949-types";

export interface DifferencesOfCause {
  readonly cause: DifferenceCause;
  readonly differenceCents: number;
  readonly differences: readonly Difference[];
}

/** In the order in which the causes first come up, which is proceeds first; rounding, which asks for nothing, last. */
export function groupsByCause(differences: readonly Difference[]): readonly DifferencesOfCause[] {
  const byCause = new Map<DifferenceCause, Difference[]>();
  for (const one of differences) {
    const ofCause = byCause.get(one.cause);
    if (ofCause === undefined) byCause.set(one.cause, [one]);
    else ofCause.push(one);
  }
  return [...byCause]
    .map(([cause, ofCause]) => ({ cause, differences: ofCause, differenceCents: ofCause.reduce((sum, { differenceCents }) => sum + (differenceCents ?? 0), 0) }))
    .sort((a, b) => Number(a.cause === "Rounding") - Number(b.cause === "Rounding"));
}
