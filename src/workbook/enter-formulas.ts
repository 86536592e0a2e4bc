/** Puts the formulas of planned tables into their cells, all in one batch. */
import { addressForReading, cellOf, type CellBlock } from "../sheet/placing/addresses";
import { formulasOf, tableToWrite } from "../sheet/placing/result-tables";
import type { ColumnsBefore, FormulaSource, PlannedTable, WrittenCell, WrittenTable } from "../sheet/placing/writing";
import { LINES_ABOVE_TABLE } from "./choose-places";
import { cellsToDress, lookBefore } from "./dress-table";
import { rangeOf } from "./read-sheets";

export async function enterFormulas(
  context: Excel.RequestContext,
  source: FormulaSource,
  plan: readonly PlannedTable[],
): Promise<readonly WrittenTable[]> {
  for (const { newSheet, block } of plan) if (newSheet) context.workbook.worksheets.add(block.sheet);
  const befores: ColumnsBefore[] = [];
  for (const { block, headings } of plan) befores.push(await lookBefore(context, cellsToDress(block, headings)));
  const entered = plan.map((planned) =>
    entriesFor(source, planned).map(({ cell, content }) => {
      const range = rangeOf(context, cell);
      range.formulas = [[content]];
      return { cell, range: range.load("formulas") };
    }),
  );
  await context.sync();
  return plan.map((planned, index) => ({
    table: planned.table,
    source,
    block: planned.block,
    cells: (entered[index] ?? []).map(({ cell, range }) => ({ cell, content: contentOf(range) })),
    headings: planned.headings,
    dressed: cellsToDress(planned.block, planned.headings),
    before: befores[index] ?? { widths: [], numberFormats: [] },
    ownSheet: planned.newSheet,
    shortcoming: null,
  }));
}

export function contentOf(range: Excel.Range): string {
  return String((range.formulas as unknown[][])[0]?.[0] ?? "");
}

/** The cells of a table as they are to be written. */
export function entriesFor(
  source: FormulaSource,
  { table, block, newSheet }: Pick<PlannedTable, "table" | "block" | "newSheet">,
): readonly WrittenCell[] {
  const definition = tableToWrite(table);
  const formulas = formulasOf(definition, source.namespace, source.tradesInFormula, source.settings);
  let column = 0;
  const entries: WrittenCell[] = definition.parts.map((part, index) => {
    const entry = { cell: cellOf(block, 0, column), content: formulas[index] ?? "" };
    column += part.columns;
    return entry;
  });
  return newSheet ? [...linesAbove(source, definition.sheetName, table, block), ...entries] : entries;
}

/** Title, and one line that says which function made the table, from what. */
function linesAbove(source: FormulaSource, title: string, table: string, block: CellBlock): readonly WrittenCell[] {
  const top = { ...block, row: block.row - LINES_ABOVE_TABLE };
  const settings = source.settings === null ? "default settings" : `settings in ${source.settings}`;
  const origin = `${source.namespace}.${table} over ${addressForReading(source.trades)}, ${settings}. Live: it follows the trades.`;
  return [
    { cell: cellOf(top, 0, 0), content: title },
    { cell: cellOf(top, 1, 0), content: origin },
  ];
}
