/** Enters formulas of ours again that are stuck at #NAME?, or whose function names another add-in has rewritten. Cell by cell: one that Excel refuses stays as it is. */
import type { Outcome } from "../values/outcome";
import type { Repaired } from "../sheet/placing/formula-care";
import { asTyped, blockOf, callsOurs, type FormulaCell } from "../sheet/placing/our-formulas";
import { formulasOfWorkbook } from "./formula-cells";
import { rangeOf } from "./read-sheets";
import { writeInExcel } from "./run-in-excel";

const CELLS_AT_ONCE = 500;
const PAUSE_MS = 120;
/** An error counts once it has stood this long: a cell may show one while its function is being called. */
const ERROR_STANDS_MS = 1_500;
const FAILED = new Set(["#NAME?", "#SPILL!"]);

/** @param namespace `TAXLOT`, as the manifest of this build has it */
export function repairFormulas(namespace: string): Promise<Outcome<Repaired>> {
  return writeInExcel(async (context) => {
    const sheets = await formulasOfWorkbook(context);
    const stuck = sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.filter((cell) => needsRepair(cell, namespace)) }));
    const open = stuck.filter(({ isProtected }) => !isProtected).flatMap(({ cells }) => cells);
    const refused: FormulaCell[] = [];
    for (let first = 0; first < open.length; first += CELLS_AT_ONCE) {
      refused.push(...(await enterAgain(context, open.slice(first, first + CELLS_AT_ONCE), namespace)));
    }
    const entered = open.filter((cell) => !refused.includes(cell));
    const left = [...refused, ...(await stillFailing(context, entered))];
    return {
      repaired: open.length - left.length,
      left: left.map(blockOf),
      protectedSheets: stuck.filter(({ isProtected, cells }) => isProtected && cells.length > 0).map(({ sheet }) => sheet),
    };
  });
}

function needsRepair({ formula, shown }: FormulaCell, namespace: string): boolean {
  return callsOurs(formula, namespace) && (shown === "#NAME?" || asTyped(formula, namespace).toUpperCase() !== formula.toUpperCase());
}

/** Answers the cells that Excel did not take. */
async function enterAgain(context: Excel.RequestContext, cells: readonly FormulaCell[], namespace: string): Promise<readonly FormulaCell[]> {
  const enter = (cell: FormulaCell): void => {
    rangeOf(context, blockOf(cell)).formulas = [[asTyped(cell.formula, namespace)]];
  };
  try {
    cells.forEach(enter);
    await context.sync();
    return [];
  } catch {
    const refused: FormulaCell[] = [];
    for (const cell of cells) {
      try {
        enter(cell);
        await context.sync();
      } catch {
        refused.push(cell);
      }
    }
    return refused;
  }
}

async function stillFailing(context: Excel.RequestContext, cells: readonly FormulaCell[]): Promise<readonly FormulaCell[]> {
  let failing = cells;
  for (let waited = 0; failing.length > 0 && waited <= ERROR_STANDS_MS; waited += PAUSE_MS) {
    if (waited > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const ranges = failing.map((cell) => rangeOf(context, blockOf(cell)).load("values"));
    await context.sync();
    failing = failing.filter((_, index) => FAILED.has(String((ranges[index]?.values as unknown[][])[0]?.[0])));
  }
  return failing;
}
