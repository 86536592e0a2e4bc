/** Pictures of a run: the window as a person sees it, the pane alone, every sheet by itself. */
import { join } from "node:path";
import type { WorkbookContent } from "../content";
import { WINDOW, type WorkbenchSession } from "./session";

const SHEET_PICTURE = { width: 2000, height: 1000 };
const REDRAWN_MS = 400;

export async function takeScreenshots(session: WorkbenchSession, content: WorkbookContent, folder: string): Promise<void> {
  const { page } = session;
  await show(session, content.activeSheet);
  await page.screenshot({ path: join(folder, "window.png") });
  await page.locator("#pane iframe").screenshot({ path: join(folder, "pane.png") });
  await page.setViewportSize(SHEET_PICTURE);
  for (const [index, sheet] of content.sheets.entries()) {
    if (sheet.hidden) continue;
    await show(session, index);
    const name = sheet.name.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
    await page.locator("#grid").screenshot({ path: join(folder, `sheet-${index + 1}-${name}.png`) });
  }
  await page.setViewportSize(WINDOW);
  await show(session, content.activeSheet);
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
