/**
 * Writes result tables as live formulas into space that was empty a moment before, or onto new sheets.
 * All of one press of the button is written, or none of it stays.
 */
import type { Outcome } from "../values/outcome";
import { absoluteAddress, addressForReading, blockFromAddress, type CellBlock } from "../sheet/placing/addresses";
import { tableToWrite } from "../sheet/placing/result-tables";
import type { PlannedTable, WriteRequest, WrittenTable } from "../sheet/placing/writing";
import { awaitResults, type Shown } from "./await-result";
import { choosePlaces, refuseUnlessEmpty } from "./choose-places";
import { cellsToDress, dress, dressLinesAbove } from "./dress-table";
import { enterFormulas } from "./enter-formulas";
import { rangeOf } from "./read-sheets";
import { takeBack } from "./remove-written";
import { excelHas, Refused, writeInExcel } from "./run-in-excel";

export function writeTables(request: WriteRequest): Promise<Outcome<readonly WrittenTable[]>> {
  return writeInExcel(async (context) => {
    const { tableName, block } = request.trades;
    const plan = await choosePlaces(context, request.trades, request.tables, request.placing);
    await refuseUnlessEmpty(context, plan);
    if (tableName !== null) {
      const attempt = await enter(context, request, plan, `${tableName}[#All]`);
      if (!attempt.some(({ shown }) => isUnknownName(shown))) return keep(context, attempt);
      // The host may know tables but not references to them: say the same by address.
      await withdraw(context, attempt);
    }
    return keep(context, await enter(context, request, plan, absoluteAddress(block)));
  });
}

/** A written table and what its worst formula cell shows. */
interface Attempt {
  readonly written: WrittenTable;
  readonly shown: Shown;
}

async function enter(
  context: Excel.RequestContext,
  request: WriteRequest,
  plan: readonly PlannedTable[],
  tradesInFormula: string,
): Promise<readonly Attempt[]> {
  const { namespace, settings, trades } = request;
  const source = { namespace, tradesInFormula, trades: trades.block, settings };
  const tables = await enterFormulas(context, source, plan);
  const cells = tables.map((written) => formulaCells(written));
  const shown = [...(await awaitResults(context, cells.flat()))];
  return tables.map((written, index) => ({ written, shown: worst(shown.splice(0, cells[index]?.length)) }));
}

export function formulaCells({ cells, block }: WrittenTable): readonly CellBlock[] {
  return cells.map(({ cell }) => cell).filter((cell) => cell.row === block.row);
}

export function worst(shown: readonly Shown[]): Shown {
  return (
    shown.find((cell) => cell.state === "error") ??
    shown.find((cell) => cell.state === "pending") ?? { state: "result" }
  );
}

function isUnknownName(shown: Shown): boolean {
  return shown.state === "error" && (shown.text === "#NAME?" || shown.text === "#REF!");
}

async function withdraw(context: Excel.RequestContext, attempt: readonly Attempt[]): Promise<void> {
  for (const { written } of attempt) takeBack(context, written, written.ownSheet);
  await context.sync();
}

/** Dresses what was entered; or takes all of it back when one table shows an error, and says why. */
async function keep(context: Excel.RequestContext, attempt: readonly Attempt[]): Promise<readonly WrittenTable[]> {
  for (const { written, shown } of attempt) {
    if (shown.state !== "error") continue;
    await withdraw(context, attempt);
    throw new Refused(reasonFor(written, shown.text));
  }
  const kept: WrittenTable[] = [];
  for (const { written, shown } of attempt) kept.push(await finishTable(context, written, shown.state === "pending"));
  return kept;
}

function reasonFor(written: WrittenTable, error: string): string {
  const formula = written.cells.at(-1)?.content ?? "";
  const nothing = "Nothing was written.";
  if (error === "#SPILL!") return `There is not enough empty space at ${addressForReading(written.block)}. ${nothing}`;
  if (error === "#NAME?") {
    return `Excel does not know the function in ${formula} yet. Close and reopen the workbook, then try again. ${nothing}`;
  }
  return `${formula} answers ${error}. ${nothing}`;
}

/** Formats are a kindness: when they fail the numbers stay, and the sentence says what is missing. */
async function finishTable(
  context: Excel.RequestContext,
  written: WrittenTable,
  stillCalculating: boolean,
): Promise<WrittenTable> {
  const block = await spillOf(context, written);
  const grown = { ...written, block, dressed: cellsToDress(block, written.headings) };
  try {
    await dress(context, grown, tableToWrite(written.table).columns);
    if (written.ownSheet) await dressLinesAbove(context, block);
  } catch {
    return { ...grown, shortcoming: "The numbers are there, but Excel refused their formats." };
  }
  return { ...grown, shortcoming: stillCalculating ? "Excel is still calculating it." : null };
}

/** The block as it came out: the spill of its first formula may have more rows than expected, or fewer. */
export async function spillOf(context: Excel.RequestContext, written: WrittenTable): Promise<CellBlock> {
  const first = formulaCells(written)[0];
  if (first === undefined || !excelHas("1.12")) return written.block;
  const spill = rangeOf(context, first).getSpillingToRangeOrNullObject().load("address");
  await context.sync();
  const block = spill.isNullObject ? null : blockFromAddress(spill.address);
  return block === null ? written.block : { ...written.block, rows: block.rows };
}
