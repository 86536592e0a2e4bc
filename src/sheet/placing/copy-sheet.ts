/** Sheets of the accountant's copy that stand in the client's own workbook: they repeat trades and forms, and are neither. Pure. */

/** How the title of a source begins. */
export const SOURCE_OF = "Source: ";
/** How the line under the title begins, on sheets of results and on those of sources. */
export const MADE_BY = "Taxlot for Excel ";
export const PROVIDED = "PBC: provided by the client. Read from ";
const LINES_LOOKED_AT = 3;

/**
 * Told by the line under the title alone: a title like that of a source may stand above trades of the user's own.
 * @param top cells of the sheet from its first one with content on
 */
export function isSheetOfCopy(top: readonly (readonly unknown[])[]): boolean {
  return top.slice(0, LINES_LOOKED_AT).some(([cell]) => typeof cell === "string" && [MADE_BY, PROVIDED].some((words) => cell.startsWith(words)));
}
