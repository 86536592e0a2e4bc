/**
 * Puts values in the place of formulas of ours, and back. The formulas wait on the visible sheet `Taxlot Frozen`, so a frozen
 * workbook can be thawed on any machine that has the add-in. All of them or none.
 */
import type { Outcome } from "../values/outcome";
import { RULES_VERSION } from "../report/rules-version";
import { addressForReading, blockFromAddress, cellOf, type CellBlock } from "../sheet/placing/addresses";
import type { FreezeRequest, Frozen } from "../sheet/placing/formula-care";
import { checksumOf, type FrozenFormula } from "../sheet/placing/frozen-rows";
import { blockOf, callsOurs, reachingSpills, type FormulaCell } from "../sheet/placing/our-formulas";
import { asShown } from "../sheet/placing/text-cells";
import { enterCells } from "./enter-cells";
import { formulasOfWorkbook } from "./formula-cells";
import { recordFrozen } from "./frozen-sheet";
import { rangeOf, readCells } from "./read-sheets";
import { excelHas, Refused, sentenceFor, writeInExcel } from "./run-in-excel";

/** No result: a frozen one would stay for good. */
const UNSETTLED = new Set(["#NAME?", "#SPILL!", "#BUSY!", "#GETTING_DATA", "#CONNECT!", "#CALC!"]);

export function freezeFormulas({ namespace, frozenAt }: FreezeRequest): Promise<Outcome<Frozen>> {
  return writeInExcel(async (context) => {
    if (!excelHas("1.12")) throw new Refused("This Excel cannot say which cells a formula fills, so nothing was frozen.");
    const sheets = await formulasOfWorkbook(context);
    const ours = sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.filter(({ formula }) => callsOurs(formula, namespace)) }));
    const protectedSheets = ours.filter(({ isProtected, cells }) => isProtected && cells.length > 0).map(({ sheet }) => sheet);
    const open = sheets.filter(({ isProtected }) => !isProtected).flatMap(({ cells }) => cells);
    const own = open.filter(({ formula }) => callsOurs(formula, namespace));
    if (own.length === 0) return { formulas: 0, protectedSheets };
    const cells = [...own, ...reachingSpills(own, open.filter((cell) => !own.includes(cell)))];
    refuseUnsettled(cells);
    await replace(context, await blocksOf(context, cells), frozenAt);
    return { formulas: cells.length, protectedSheets };
  });
}

function refuseUnsettled(cells: readonly FormulaCell[]): void {
  const cell = cells.find(({ shown }) => UNSETTLED.has(String(shown)));
  if (cell === undefined) return;
  const cure = cell.shown === "#NAME?" ? "Repair the formulas first" : "Wait for it, or make room for it";
  throw new Refused(`${addressForReading(blockOf(cell))} shows ${String(cell.shown)}. ${cure}, then freeze. Nothing was frozen.`);
}

interface Filled {
  readonly block: CellBlock;
  readonly formula: string;
}

/** What each formula fills. */
async function blocksOf(context: Excel.RequestContext, cells: readonly FormulaCell[]): Promise<readonly Filled[]> {
  const spills = cells.map((cell) => rangeOf(context, blockOf(cell)).getSpillingToRangeOrNullObject().load("address"));
  await context.sync();
  return cells.map((cell, index) => {
    const spill = spills[index];
    const block = spill === undefined || spill.isNullObject ? null : blockFromAddress(spill.address);
    return { block: block ?? blockOf(cell), formula: cell.formula };
  });
}

/** All values are read before the first is written: one formula may feed the next. */
async function replace(context: Excel.RequestContext, filled: readonly Filled[], frozenAt: string): Promise<void> {
  const values: unknown[][][] = [];
  for (const { block } of filled) values.push(await readCells(context, block));
  const frozen = filled.map(({ block, formula }, at): FrozenFormula => ({
    block, formula, frozenAt, rulesVersion: RULES_VERSION, checksum: checksumOf(values[at] ?? []),
  }));
  const withdraw = await recordFrozen(context, frozen);
  try {
    for (const [at, { block }] of filled.entries()) await enterCells(context, block, (values[at] ?? []).map((row) => row.map(asShown)));
    await refuseUnlessSame(context, frozen);
  } catch (error) {
    await putBack(context, filled, error, withdraw);
    throw error;
  }
}

/** @throws Refused naming a block whose values Excel did not take as they were */
async function refuseUnlessSame(context: Excel.RequestContext, frozen: readonly FrozenFormula[]): Promise<void> {
  for (const { block, checksum } of frozen) {
    if (checksumOf(await readCells(context, block)) === checksum) continue;
    throw new Refused(`Excel did not keep the values of ${addressForReading(block)} as they were. Nothing was frozen.`);
  }
}

/** Clears what stands for a formula and enters the formula. */
export function enterFormula(context: Excel.RequestContext, { block, formula }: Filled): void {
  rangeOf(context, block).clear("Contents");
  rangeOf(context, cellOf(block, 0, 0)).formulas = [[formula]];
}

/** @throws Refused saying what stays when Excel refuses that too */
async function putBack(context: Excel.RequestContext, filled: readonly Filled[], error: unknown, withdraw: () => Promise<void>): Promise<void> {
  try {
    for (const each of filled) enterFormula(context, each);
    await context.sync();
    await withdraw();
  } catch {
    throw new Refused(`${sentenceFor(error)} Some cells hold values already; their formulas are on sheet ‘Taxlot Frozen’. Press “Thaw” to put them back.`);
  }
}
