/** Pictures of a run: the window as a person sees it, the pane alone, every sheet by itself. */
import { join } from "node:path";
import type { SheetContent, WorkbookContent } from "../content";
import { WINDOW, type WorkbenchSession } from "./session";

/** Beside the cells: row numbers, scroll bar, the pane. */
const BESIDE_CELLS_PX = 440;
/** Above and below them: the bar, the toolbar, the formula bar, the tabs. */
const AROUND_ROWS_PX = 230;
const ROW_PX = 20;
const COLUMN_PX = 73;
const LARGEST = { width: 5600, height: 1600 };
const REDRAWN_MS = 400;

export async function takeScreenshots(session: WorkbenchSession, content: WorkbookContent, folder: string): Promise<void> {
  const { page } = session;
  await show(session, content.activeSheet);
  await page.screenshot({ path: join(folder, "window.png") });
  await page.locator("#pane iframe").screenshot({ path: join(folder, "pane.png") });
  for (const [index, sheet] of content.sheets.entries()) {
    if (sheet.hidden) continue;
    await page.setViewportSize(windowFor(sheet));
    await show(session, index);
    const name = sheet.name.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
    await page.locator("#grid").screenshot({ path: join(folder, `sheet-${index + 1}-${name}.png`) });
  }
  await page.setViewportSize(WINDOW);
  await show(session, content.activeSheet);
}

/** A window in which the sheet's cells are seen, as far as a picture can sensibly be that large. */
function windowFor(sheet: SheetContent): { width: number; height: number } {
  let lastRow = 0;
  let lastColumn = 0;
  for (const [row, cells] of Object.entries(sheet.rows)) {
    for (const [column, cell] of Object.entries(cells)) {
      if (cell.value === undefined) continue;
      lastRow = Math.max(lastRow, Number(row));
      lastColumn = Math.max(lastColumn, Number(column));
    }
  }
  let width = BESIDE_CELLS_PX;
  for (let column = 0; column <= lastColumn; column++) width += sheet.columnWidthsPx[column] ?? COLUMN_PX;
  const height = AROUND_ROWS_PX + (lastRow + 4) * ROW_PX;
  return {
    width: Math.min(LARGEST.width, Math.max(WINDOW.width, width)),
    height: Math.min(LARGEST.height, Math.max(WINDOW.height, height)),
  };
}

/** Brings a sheet to the front, its first cell selected. */
async function show(session: WorkbenchSession, position: number): Promise<void> {
  await session.page.evaluate((index) => {
    const grid = window.workbench?.grid;
    const sheet = grid?.sheets()[index];
    if (grid && sheet) grid.select({ sheetId: sheet.id, row: 0, column: 0, rows: 1, columns: 1 });
  }, position);
  await session.page.waitForTimeout(REDRAWN_MS);
}
