/** Puts the formulas of `Taxlot Frozen` back where they stood, if nobody has changed the values meanwhile. All of them or none. */
import type { Outcome } from "../values/outcome";
import { addressForReading } from "../sheet/placing/addresses";
import type { Thawed } from "../sheet/placing/formula-care";
import { checksumOf, FROZEN_SHEET, type FrozenFormula } from "../sheet/placing/frozen-rows";
import { asShown } from "../sheet/placing/text-cells";
import { enterFormula } from "./freeze";
import { enterCells } from "./enter-cells";
import { readFrozen, takeFrozenSheet } from "./frozen-sheet";
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
    const values = await unchangedValues(context, frozen);
    try {
      for (const each of frozen) enterFormula(context, each);
      await context.sync();
    } catch (error) {
      await putValuesBack(context, frozen, values, error);
      throw error;
    }
    await takeFrozenSheet(context);
    return { formulas: frozen.length };
  });
}

/** @throws Refused naming sheets that are gone or protected, and cells that were changed */
async function unchangedValues(context: Excel.RequestContext, frozen: readonly FrozenFormula[]): Promise<readonly (readonly unknown[])[][]> {
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
  const changed = frozen.filter(({ checksum }, at) => checksumOf(values[at] ?? []) !== checksum).map(({ block }) => addressForReading(block));
  if (changed.length > 0) {
    const more = changed.length > NAMED_AT_MOST ? ` and ${changed.length - NAMED_AT_MOST} more` : "";
    throw new Refused(
      `Changed since it was frozen: ${changed.slice(0, NAMED_AT_MOST).join(", ")}${more}. Undo that change, or delete the row on sheet ‘${FROZEN_SHEET}’ to keep it. Nothing was thawed.`,
    );
  }
  return values;
}

async function putValuesBack(context: Excel.RequestContext, frozen: readonly FrozenFormula[], values: readonly (readonly unknown[])[][], error: unknown): Promise<void> {
  try {
    for (const [at, { block }] of frozen.entries()) await enterCells(context, block, (values[at] ?? []).map((row) => row.map(asShown)));
  } catch {
    throw new Refused(`${sentenceFor(error)} Some formulas are back already; the rest still wait on sheet ‘${FROZEN_SHEET}’.`);
  }
}
