/** Runs every case of a file through the built functions. */
import { bookThroughFunctions, holdingTermThroughFunctions } from "./book-through-functions";
import type { CaseFile } from "./case-format";
import { differences } from "./compare-case";
import { form8949Differences } from "./compare-form-8949";
import { harvestDifferences } from "./compare-harvest";
import { nettingDifferences, taxDifferences } from "./compare-tax";
import { leftOut } from "./version-scope";

export interface CaseReport {
  readonly passed: readonly string[];
  readonly failed: readonly { readonly id: string; readonly differences: readonly string[] }[];
  readonly notInVersion: readonly { readonly id: string; readonly why: string }[];
}

export function checkCases(file: CaseFile): CaseReport {
  const passed: string[] = [];
  const failed: { id: string; differences: readonly string[] }[] = [];
  const note = (id: string, found: readonly string[]) => {
    if (found.length === 0) passed.push(id);
    else failed.push({ id, differences: found });
  };
  for (const ledger of file.cases) {
    note(ledger.id, orFault(() => differences(ledger, bookThroughFunctions(ledger))));
  }
  for (const one of file.holdingTermCases) {
    note(one.id, orFault(() => {
      const term = holdingTermThroughFunctions(one);
      return term === one.term ? [] : [`term: expected ${one.term}, got ${term}`];
    }));
  }
  for (const one of file.harvestCases) note(one.id, orFault(() => harvestDifferences(one)));
  for (const one of file.nettingCases) note(one.id, orFault(() => nettingDifferences(one)));
  for (const one of file.taxCases) note(one.id, orFault(() => taxDifferences(one)));
  for (const one of file.form8949Cases) note(one.id, orFault(() => form8949Differences(one)));
  return { passed, failed, notInVersion: leftOut(file) };
}

/** A fault of one case must not hide the others. */
function orFault(run: () => string[]): readonly string[] {
  try {
    return run();
  } catch (error) {
    return [(error as Error).message];
  }
}
