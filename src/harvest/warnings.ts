/** What may wash a loss later, or makes its figure uncertain (R-TLH-3). */
import type { HarvestWarning } from "./harvest-types";
import type { Group } from "./harvest-lot";
import type { HeldLot } from "./held-lots";
import type { SoldLot } from "./sold-lot";

export function warningsOf(_group: Group, lot: HeldLot, sold: SoldLot): HarvestWarning[] {
  const warnings: HarvestWarning[] = [];
  if (lot.pieces.some(({ basisUnknown }) => basisUnknown)) warnings.push({ kind: "unknown-basis" });
  if (lot.pieces.some(({ averaged }) => averaged)) warnings.push({ kind: "averaged" });
  if (sold.fundDisallowedCents > 0) warnings.push({ kind: "fund-six-months" });
  return warnings;
}
