/** Which candidates the list shows: the thresholds and the term of the screen (R-TLH-1). */
import type { HarvestLot } from "../../harvest/harvest-types";

export interface CandidatesFilter {
  /** null: any loss. Both must be met. */
  readonly minLossCents: number | null;
  /** Fraction of the basis. */
  readonly minLossShare: number | null;
  readonly term: "any" | "Short" | "Long";
}

/** Lots chosen for a target first, so that the choice is seen; each part in its order. A tick by hand moves nothing. */
export function chosenFirst(lots: readonly HarvestLot[], first: ReadonlySet<string>): readonly HarvestLot[] {
  if (first.size === 0) return lots;
  return [...lots.filter(({ key }) => first.has(key)), ...lots.filter(({ key }) => !first.has(key))];
}

/** A lot that is short in part and long in part belongs to both. */
export function candidatesShown(lots: readonly HarvestLot[], { minLossCents, minLossShare, term }: CandidatesFilter): readonly HarvestLot[] {
  return lots.filter(
    (lot) =>
      lot.lossCents >= (minLossCents ?? 0) &&
      lot.lossShare >= (minLossShare ?? 0) &&
      (term === "any" || lot.term === term || lot.term === "Mixed"),
  );
}
