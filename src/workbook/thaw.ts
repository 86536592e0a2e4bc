/** Puts the formulas of `Taxlot Frozen` back where they stood. One whose values somebody has changed meanwhile waits on. */
import type { Outcome } from "../values/outcome";
import { addressForReading, type CellBlock } from "../sheet/placing/addresses";
import type { Thawed } from "../sheet/placing/formula-care";
import { changedCells, FROZEN_SHEET, type FrozenFormula, type FrozenRow } from "../sheet/placing/frozen-rows";
import { reachingSpills } from "../sheet/placing/our-formulas";
import { asShown } from "../sheet/placing/text-cells";
import { enterFormula } from "./freeze";
import { enterCells } from "./enter-cells";
import { readFrozen, takeFrozenRows, takeFrozenSheet } from "./frozen-sheet";
import { refuseProtectedSheet, refuseProtectedWorkbook } from "./protection";
import { readCells } from "./read-sheets";
import { Refused, sentenceFor, writeInExcel } from "./run-in-excel";

/** So many changed cells are named; more are counted. */
const NAMED_AT_MOST = 5;

export function thawFormulas(): Promise<Outcome<Thawed>> {
  return writeInExcel(async (context) => {
    const frozen = await readFrozen(context);
    if (frozen === null || frozen.length === 0) throw new Refused("Nothing is frozen: there is no sheet ‘Taxlot Frozen’ with formulas.");
    await refuseProtectedWorkbook(context);
    await refuseProtectedSheet(context, FROZEN_SHEET);
    const { back, changed } = parted(frozen, await valuesNow(context, frozen));
    if (back.length === 0) throw new Refused(`${changedSentence(changed)} Nothing was thawed.`);
    try {
      for (const { row } of back) enterFormula(context, row);
      await context.sync();
    } catch (error) {
      await putValuesBack(context, back, error);
      throw error;
    }
    const rows = back.map(({ row }) => row);
    if (rows.length === frozen.length) await takeFrozenSheet(context);
    else await takeFrozenRows(context, rows);
    return { formulas: rows.length, waiting: frozen.length - rows.length, changed };
  });
}

/** "Changed since it was frozen: ‘Lots’!B3. Undo that change, or delete the row on sheet ‘Taxlot Frozen’ to keep it." */
function changedSentence(changed: readonly CellBlock[]): string {
  const more = changed.length > NAMED_AT_MOST ? ` and ${changed.length - NAMED_AT_MOST} more` : "";
  const named = changed.slice(0, NAMED_AT_MOST).map(addressForReading).join(", ");
  return `Changed since it was frozen: ${named}${more}. Undo that change, or delete the row on sheet ‘${FROZEN_SHEET}’ to keep it.`;
}

interface WithValues {
  readonly row: FrozenRow;
  readonly values: readonly (readonly unknown[])[];
}

/** A formula over the spill of one that waits would show #REF!, so it waits too. */
function parted(frozen: readonly FrozenRow[], values: readonly WithValues["values"][]): { readonly back: readonly WithValues[]; readonly changed: readonly CellBlock[] } {
  const all = frozen.map((row, at) => ({ row, values: values[at] ?? [], changed: changedCells(row, values[at] ?? []), cell: { ...row.block, formula: row.formula, shown: null } }));
  const touched = all.filter(({ changed }) => changed.length > 0);
  const whole = all.filter(({ changed }) => changed.length === 0);
  const reaching = new Set(reachingSpills(touched.map(({ cell }) => cell), whole.map(({ cell }) => cell)));
  return { back: whole.filter(({ cell }) => !reaching.has(cell)), changed: touched.flatMap(({ changed }) => changed) };
}

/** @throws Refused naming a sheet that is gone or protected */
async function valuesNow(context: Excel.RequestContext, frozen: readonly FrozenFormula[]): Promise<readonly WithValues["values"][]> {
  const sheets = [...new Set(frozen.map(({ block }) => block.sheet))];
  const items = sheets.map((sheet) => context.workbook.worksheets.getItemOrNullObject(sheet).load("name"));
  await context.sync();
  const gone = sheets.find((_, index) => items[index]?.isNullObject !== false);
  if (gone !== undefined) {
    throw new Refused(`Sheet ‘${gone}’ is gone or has another name. Give it back its name, or delete its rows on sheet ‘${FROZEN_SHEET}’. Nothing was thawed.`);
  }
  for (const sheet of sheets) await refuseProtectedSheet(context, sheet);
  const values: unknown[][][] = [];
  for (const { block } of frozen) values.push(await readCells(context, block));
  return values;
}

async function putValuesBack(context: Excel.RequestContext, back: readonly WithValues[], error: unknown): Promise<void> {
  try {
    for (const { row: { block }, values } of back) await enterCells(context, block, values.map((row) => row.map(asShown)));
  } catch {
    throw new Refused(`${sentenceFor(error)} Some formulas are back already; the rest still wait on sheet ‘${FROZEN_SHEET}’.`);
  }
}
