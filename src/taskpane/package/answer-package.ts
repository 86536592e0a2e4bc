/** Answers the Package screen: what is ready, and what is not yet green. Pure. */
import type { PackageCheck } from "../../sheet/copy/copy-types";
import type { ForCopy } from "../../sheet/placing/copy-sources";
import { clientIn } from "../../sheet/placing/client-row";
import { done } from "../../values/outcome";
import type { Answering } from "../engine/contract";
import { checkIdentifications } from "./check-identifications";
import { checkAccounts, checkBasis, checkCarryovers, checkRows, checkWashWindows, checkYearOver } from "./checks-of-trades";
import { checkBasisReported, checkFiles, checkFrozen, checkHidden, checkOnlyOnForm, checkReconciled, checkRulesVersion } from "./checks-of-workbook";
import { mendsOf } from "./mends";
import { packageFacts, type PackageFacts } from "./package-facts";
import type { PackageView } from "./package-view";

export const answerPackage: Answering<"package"> = async (desk, { year, workbook }, step) => {
  const facts = await packageFacts(desk, year, step);
  step.working("Going through the checklist", null);
  const checks = checklistOf(facts, workbook);
  const { printed, incomplete } = facts;
  return done<PackageView>({
    year,
    sales: printed.length,
    netCents: incomplete === null ? printed.reduce((sum, { gainCents }) => sum + gainCents, 0) : null,
    wholeDollars: desk.settings.tax.roundToDollars,
    client: clientIn(desk.source?.settings?.cells ?? []),
    incomplete,
    checks,
    mends: mendsOf(facts),
  });
};

/** In the order in which a return is prepared. */
export function checklistOf(facts: PackageFacts, workbook: ForCopy): readonly PackageCheck[] {
  return [
    checkRows(facts),
    checkFiles(facts, workbook),
    checkHidden(facts),
    checkBasis(facts),
    checkAccounts(facts),
    checkReconciled(facts),
    checkBasisReported(facts),
    checkOnlyOnForm(facts),
    checkYearOver(facts),
    checkWashWindows(facts),
    checkCarryovers(facts),
    checkIdentifications(facts, workbook.identifications),
    checkFrozen(workbook),
    checkRulesVersion(facts),
  ];
}
