/** Which cases this version's functions answer. A later issue shrinks these lists; nothing else changes. */
import type { CaseFile, LedgerCase } from "./case-format";

const LATER_ACTIONS = new Set([
  "STOCK_DIVIDEND",
  "STOCK_DIVIDEND_OTHER",
  "SPINOFF",
  "RIGHTS",
  "EXERCISE_RIGHTS",
  "MERGER",
  "RETURN_OF_CAPITAL",
  "GIFT_IN",
  "INHERIT",
  "WORTHLESS",
  "SHORT",
  "COVER",
]);
const LATER_METHODS = new Set(["AVG"]);
const LATER_ASSET_TYPES = new Set(["option"]);

/** Why a case is not in this version, or null when it is. What nobody announced is not left out: it fails. */
export function whyNotInVersion(ledger: LedgerCase): string | null {
  const method = ledger.settings?.method ?? "FIFO";
  if (LATER_METHODS.has(method)) return `method ${method}`;
  for (const { action, assetType } of ledger.transactions) {
    if (LATER_ACTIONS.has(action)) return `action ${action}`;
    if (assetType !== undefined && LATER_ASSET_TYPES.has(assetType)) return `asset type ${assetType}`;
  }
  return null;
}

/** Ids this version leaves out, with the reason, in file order. */
export function leftOut(file: CaseFile): readonly { readonly id: string; readonly why: string }[] {
  const out: { id: string; why: string }[] = [];
  for (const ledger of file.cases) {
    const why = whyNotInVersion(ledger);
    if (why !== null) out.push({ id: ledger.id, why });
  }
  for (const [name, ids] of file.others) for (const id of ids) out.push({ id, why: name });
  return out;
}
