/** “Remove what I wrote” over several tables: each one that is unchanged goes, each other one stays and is named. */
import { addressForReading, cellOf } from "../sheet/placing/addresses";
import { tableToWrite } from "../sheet/placing/result-tables";
import type { WrittenTable } from "../sheet/placing/writing";
import type { PaneWorkbook } from "./pane-workbook";
import { capitalized, joined } from "./sentences";

export interface Removal {
  readonly gone: readonly WrittenTable[];
  readonly stayed: readonly WrittenTable[];
  /** What went, what stays and why. */
  readonly sentence: string;
}

export async function removeTables(
  removeWritten: PaneWorkbook["removeWritten"],
  tables: readonly WrittenTable[],
): Promise<Removal> {
  const gone: WrittenTable[] = [];
  const stayed: WrittenTable[] = [];
  const remarks: string[] = [];
  for (const table of tables) {
    const outcome = await removeWritten(table);
    (outcome.ok ? gone : stayed).push(table);
    if (!outcome.ok) remarks.push(`${capitalized(nameOf(table))} stay: ${outcome.problem.sentence}`);
    else if (outcome.value !== null) remarks.push(outcome.value);
  }
  return { gone, stayed, sentence: [opening(gone, stayed), ...remarks].join(" ") };
}

function opening(gone: readonly WrittenTable[], stayed: readonly WrittenTable[]): string {
  if (stayed.length === 0) return "Removed.";
  return gone.length === 0 ? "Nothing was removed." : `Removed ${joined(gone.map(nameOf))}.`;
}

/** `open lots at ‘Trades’!G1`: two tables may be of one kind. */
export function nameOf({ table, block }: WrittenTable): string {
  return `${tableToWrite(table).title} at ${addressForReading(cellOf(block, 0, 0))}`;
}
