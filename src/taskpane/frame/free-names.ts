/** What the footer says of the sheets a press will write: the names they will get, and whether they were written already. */
import type { SheetDraft, WrittenSheet } from "../../sheet/placing/sheet-draft";
import type { ScreenAction } from "../screen";

/** @param names as the workbook would choose them now, one a draft */
export function withFreeNames(action: ScreenAction, names: readonly string[], written: readonly WrittenSheet[]): ScreenAction {
  const drafts = action.drafts ?? [];
  const named = drafts.reduce((plan, { sheetName }, index) => plan.replace(`‘${sheetName}’`, `‘${names[index] ?? sheetName}’`), action.plan);
  const before = drafts.length === 0 || action.disabled ? undefined : [...written].reverse().find(({ draft }) => drafts.some((one) => isSame(one, draft)));
  return { ...action, plan: before === undefined ? named : `${named} The same stands on sheet ‘${before.sheetName}’ already.` };
}

function isSame(a: SheetDraft, b: SheetDraft): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
