/** Sheets of the accountant's copy that stand in the client's own workbook: they repeat trades and forms, and are neither. Pure. */

/** How the line under the title begins, on sheets of results and on those of sources. */
const BEGINS = ["Taxlot for Excel ", "PBC: provided by the client. Read from "];
const LINES_LOOKED_AT = 3;

/** @param top cells of the sheet from its first one with content on */
export function isSheetOfCopy(top: readonly (readonly unknown[])[]): boolean {
  return top.slice(0, LINES_LOOKED_AT).some(([cell]) => typeof cell === "string" && BEGINS.some((words) => cell.startsWith(words)));
}
