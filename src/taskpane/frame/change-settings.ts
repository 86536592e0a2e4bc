/** A change of the visible settings that a screen asks for, and what is said of it. */
import type { SettingChange } from "../../sheet/placing/setting-changes";
import type { PaneWorkbook } from "../pane-workbook";
import type { Said } from "./use-jobs";

/** @param onChanged called once the settings are written, to read them again */
export async function changeSettings(workbook: Pick<PaneWorkbook, "changeSettings">, changes: readonly SettingChange[], sentence: string, onChanged: () => void): Promise<Said> {
  const outcome = await workbook.changeSettings(changes);
  if (!outcome.ok) return { intent: "error", sentence: outcome.problem.sentence, blocks: [] };
  onChanged();
  return { intent: "success", sentence, blocks: [] };
}
