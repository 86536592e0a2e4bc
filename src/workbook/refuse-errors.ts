/** After a sheet was written: formulas that Excel does not know or has no room for are a reason to take it back. */
import { awaitResults } from "./await-result";
import type { LaidOutSheet } from "../sheet/placing/draft-layout";
import { readCells } from "./read-sheets";
import { Refused } from "./run-in-excel";

const PAUSE_MS = 150;
/** A cell may show #NAME? for a moment while its function is being called. */
const STANDS_MS = 1_500;

/** Answers whether a formula still calculates. @throws Refused when one shows an error that stays */
export async function refuseErrors(context: Excel.RequestContext, sheet: string, layout: LaidOutSheet): Promise<boolean> {
  await refuseUnknown(context, sheet, layout);
  if (layout.spills.length === 0) return false;
  const cells = layout.spills.map(({ row, column }) => ({ sheet, row, column, rows: 1, columns: 1 }));
  const shown = await awaitResults(context, cells);
  shown.forEach((cell, index) => {
    const { row = 0, column = 0 } = layout.spills[index] ?? {};
    if (cell.state === "error") throw new Refused(reasonFor(cell.text, String(layout.cells[row]?.[column])));
  });
  return shown.some(({ state }) => state === "pending");
}

/** Only #NAME? speaks against a plain formula: another error may be its rightful answer. */
async function refuseUnknown(context: Excel.RequestContext, sheet: string, { cells, columns }: LaidOutSheet): Promise<void> {
  if (!cells.some((row) => row.some(isFormula))) return;
  let unknown: string | null = null;
  for (let waited = 0; waited <= STANDS_MS; waited += PAUSE_MS) {
    const shown = await readCells(context, { sheet, row: 0, column: 0, rows: cells.length, columns });
    unknown = null;
    cells.forEach((row, r) => row.forEach((cell, c) => (unknown ??= isFormula(cell) && shown[r]?.[c] === "#NAME?" ? String(cell) : null)));
    if (unknown === null) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  if (unknown !== null) throw new Refused(reasonFor("#NAME?", unknown));
}

function isFormula(cell: unknown): boolean {
  return typeof cell === "string" && cell.startsWith("=");
}

function reasonFor(error: string, formula: string): string {
  const nothing = "Nothing was written.";
  if (error === "#SPILL!") return `${formula} has more rows than there is empty space for. ${nothing}`;
  if (error === "#NAME?") {
    return `Excel does not know a function in ${formula} yet. Close and reopen the workbook, then try again. ${nothing}`;
  }
  return `${formula} answers ${error}. ${nothing}`;
}
