/** The first and the last row of a table. */
import { isCellError, type CellContent } from "../../content";
import type { CellEntry } from "../../grid/grid";
import type { PlacedTable } from "./table";
import type { ExcelWorld } from "./world";

/** Headings as Excel makes them when a range becomes a table: texts, none empty, none twice. */
export function headingEntries(cells: readonly (CellContent | undefined)[]): CellEntry[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const value = cell?.value;
    const shown = value === undefined || value === "" ? `Column${index + 1}` : isCellError(value) ? value.error : String(value);
    let heading = shown;
    for (let again = 2; taken.has(heading.toLowerCase()); again++) heading = `${shown}${again}`;
    taken.add(heading.toLowerCase());
    return { value: heading };
  });
}

/** Excel's row of totals says "Total" on the left and sums the last column when it holds numbers. */
export function showTotals(table: PlacedTable, world: ExcelWorld, on: boolean): void {
  if (on === (table.showTotals === true)) return;
  const { block, sheetId } = table;
  const row = { ...block, sheetId, row: block.row + block.rows, rows: 1 };
  world.grid.changeTable(table.id, { showTotals: on });
  if (!on) {
    world.grid.clear(row, "all");
    return;
  }
  const last = world.grid.read({ ...block, sheetId, row: block.row + 1, rows: block.rows - 1, column: block.column + block.columns - 1, columns: 1 });
  const numeric = last.flat().some((cell) => typeof cell?.value === "number");
  const heading = world.grid.readText({ ...block, sheetId, rows: 1 })[0]?.at(-1) ?? "";
  const entries: (CellEntry | undefined)[] = Array.from({ length: block.columns }, () => undefined);
  if (numeric) entries[block.columns - 1] = { formula: `=SUBTOTAL(109,${table.name}[${heading}])` };
  if (block.columns > 1 || !numeric) entries[0] = { value: "Total" };
  world.grid.write(row, [entries]);
}
