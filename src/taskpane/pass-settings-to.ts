/** Lets several tables written without settings use them; a table that cannot stays as it is and is named. */
import type { WrittenTable } from "../sheet/placing/writing";
import type { PaneWorkbook } from "./pane-workbook";
import { nameOf } from "./remove-tables";
import { capitalized, joined } from "./sentences";

export interface Passing {
  /** From a table to what stands in its place now. */
  readonly now: ReadonlyMap<WrittenTable, WrittenTable>;
  readonly stayed: readonly WrittenTable[];
  readonly sentence: string;
}

export async function passSettingsTo(
  passSettings: PaneWorkbook["passSettings"],
  tables: readonly WrittenTable[],
  settings: string,
): Promise<Passing> {
  const now = new Map<WrittenTable, WrittenTable>();
  const stayed: WrittenTable[] = [];
  const remarks: string[] = [];
  for (const table of tables) {
    const outcome = await passSettings(table, settings);
    if (outcome.ok) now.set(table, outcome.value);
    else {
      stayed.push(table);
      remarks.push(`${capitalized(nameOf(table))} stay without: ${outcome.problem.sentence}`);
    }
  }
  const names = joined([...now.keys()].map(nameOf));
  const opening = now.size === 0 ? "No table was changed." : `The settings are now used by ${names}.`;
  return { now, stayed, sentence: [opening, ...remarks].join(" ") };
}
