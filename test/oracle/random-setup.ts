/** The households, securities and choices that random ledgers are drawn from. */
import type { CaseSettings } from "../cases/case-format";
import type { LedgerAccount, LedgerSetup } from "./random-ledger";
import type { Draw } from "./seeded";

const A: LedgerAccount = { name: "A", type: "taxable", owner: "self" };
const B: LedgerAccount = { name: "B", type: "taxable", owner: "self" };
const IRA: LedgerAccount = { name: "R", type: "ira", owner: "self" };
const ROTH: LedgerAccount = { name: "Q", type: "roth", owner: "self" };
const PLAN: LedgerAccount = { name: "P", type: "401k", owner: "self" };
const SPOUSE: LedgerAccount = { name: "S", type: "taxable", owner: "spouse" };
const SPOUSE_IRA: LedgerAccount = { name: "T", type: "ira", owner: "spouse" };

export const HOUSEHOLDS: readonly (readonly LedgerAccount[])[] = [
  [A],
  [A],
  [A, B],
  [A, IRA],
  [A, B, IRA],
  [A, SPOUSE],
  [A, PLAN],
  [A, B, SPOUSE, ROTH, SPOUSE_IRA],
];

export const METHODS = ["FIFO", "LIFO", "HIFO", "LOFO", "SPEC", "MINTAX"] as const;
const VIEWS = ["taxpayer", "taxpayer", "taxpayer", "broker", "broker", "none"] as const;
const PERIODS = ["tackDays", "tackDays", "substituteDate", "tackNoOverlap"] as const;
const GRIDS = ["1", "1", "10", "0.5", "0.25", "0.001"] as const;

/** Accounts whose purchases wash for good, and whose own sales are nobody's here (R-WS-9). */
const CORPORATION: LedgerAccount = { name: "C", type: "taxable", owner: "corporation" };
export const WITH_CORPORATION: readonly LedgerAccount[] = [A, CORPORATION];

/** The further questions of rulebook section 16. */
export function drawWiderSettings(draw: Draw): CaseSettings {
  return {
    inheritedTack: draw(3) === 0 ? "none" : "actualDays",
    shortWashTarget: draw(4) === 0 ? "flag" : "newShort",
    cashInLieuLot: draw(3) === 0 ? "byMethod" : "earliest",
    optionLosses: draw(3) === 0 ? "sameUnderlyingAndType" : "sameContract",
    stockAfterCallLoss: draw(3) === 0 ? "matched" : "notMatched",
    writtenPuts: draw(2) === 0 ? "ask" : "ignore",
    averageRounding: draw(3) === 0 ? "perShareCents" : "none",
    coveredPools: draw(2) === 0 ? "together" : "separate",
  };
}

export function drawSetup(draw: Draw): LedgerSetup {
  const two = draw(3) === 0;
  const symbols = two ? ["X", "Y"] : ["X"];
  const settings: CaseSettings = {
    method: METHODS[draw(METHODS.length)] ?? "FIFO",
    view: VIEWS[draw(VIEWS.length)] ?? "taxpayer",
    washHoldingPeriod: PERIODS[draw(PERIODS.length)] ?? "tackDays",
    candidateRule: draw(4) === 0 ? "acquiredAfterSoldLot" : "literal",
    spouseReplacement: draw(3) === 0 ? "permanent" : "adjustBasis",
    planAccounts: draw(3) === 0 ? "ignore" : "likeIra",
    stRate: "0.37",
    ltRate: "0.20",
    ...(two && draw(2) === 0 ? { identicalGroups: [["X", "Y"]] } : {}),
  };
  const accounts = HOUSEHOLDS[draw(HOUSEHOLDS.length)] ?? [A];
  return { settings, accounts, symbols, grid: GRIDS[draw(GRIDS.length)] ?? "1", events: draw(3) !== 0 };
}
