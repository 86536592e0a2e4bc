/** Every cell of the workbook that holds a formula, with what it shows. */
import { blockFromAddress } from "../sheet/placing/addresses";
import { isFormula, type FormulaCell } from "../sheet/placing/our-formulas";
import { rangeOf } from "./read-sheets";

const CELLS_PER_CHUNK = 20_000;

export interface FormulasOfSheet {
  readonly sheet: string;
  readonly isProtected: boolean;
  readonly cells: readonly FormulaCell[];
}

/** Hidden sheets too. */
export async function formulasOfWorkbook(context: Excel.RequestContext): Promise<readonly FormulasOfSheet[]> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  const looked = sheets.items.map((sheet) => ({
    used: sheet.getUsedRangeOrNullObject(true).load("address"),
    protection: sheet.protection.load("protected"),
  }));
  await context.sync();
  const found: FormulasOfSheet[] = [];
  for (const [index, { name }] of sheets.items.entries()) {
    const { used, protection } = looked[index] ?? {};
    const block = used === undefined || used.isNullObject ? null : blockFromAddress(used.address);
    const cells = block === null ? [] : await formulasIn(context, block);
    found.push({ sheet: name, isProtected: protection?.protected === true, cells });
  }
  return found;
}

async function formulasIn(context: Excel.RequestContext, block: NonNullable<ReturnType<typeof blockFromAddress>>): Promise<FormulaCell[]> {
  const rowsPerChunk = Math.max(1, Math.floor(CELLS_PER_CHUNK / block.columns));
  const cells: FormulaCell[] = [];
  for (let first = 0; first < block.rows; first += rowsPerChunk) {
    const range = rangeOf(context, { ...block, row: block.row + first, rows: Math.min(rowsPerChunk, block.rows - first) }).load("formulas,values");
    await context.sync();
    const values = range.values as unknown[][];
    (range.formulas as unknown[][]).forEach((row, r) =>
      row.forEach((formula, c) => {
        const shown = values[r]?.[c];
        if (isFormula(formula, shown)) cells.push({ sheet: block.sheet, row: block.row + first + r, column: block.column + c, formula, shown });
      }),
    );
  }
  return cells;
}
