/** What a person does in the workbench: looks at cells, clicks on them, types. */
import { parseAddress } from "../../workbench/addresses";
import type { CellContent, SheetContent, WorkbookContent } from "../../workbench/content";
import { workbench } from "./one-browser";

const SETTLES_WITHIN_MS = 30_000;
/** Univer answers a click with an animation frame or two. */
const CLICK_TAKES_MS = 120;

/** A workbook with one sheet "Trades" that holds these rows from A1 on; "=" starts a formula, null is blank. */
export function workbookOf(rows: readonly (readonly (string | number | boolean | null)[])[], more: Partial<SheetContent> = {}): WorkbookContent {
  const cells: Record<number, Record<number, CellContent>> = {};
  rows.forEach((row, rowIndex) => {
    row.forEach((value, column) => {
      if (value === null) return;
      const isFormula = typeof value === "string" && value.startsWith("=");
      (cells[rowIndex] ??= {})[column] = isFormula ? { formula: value } : { value };
    });
  });
  const sheet: SheetContent = { name: "Trades", rows: cells, columnWidthsPx: {}, tables: [], ...more };
  return { name: "Test.xlsx", sheets: [sheet], activeSheet: 0, names: [] };
}

/** Opens a workbook and waits until all is calculated. The page stays; the add-in starts anew. */
export async function openAndSettle(content: WorkbookContent): Promise<void> {
  const isOpen = workbench().page.url().startsWith(workbench().server.url);
  if (isOpen) await workbench().openInstead(content);
  else await workbench().open(content);
  await settle();
}

export function settle(): Promise<void> {
  return workbench().settled(SETTLES_WITHIN_MS);
}

/** Values of a block on the active sheet, row by row; blank is "", an error its text. */
export function shown(address: string): Promise<(string | number | boolean)[][]> {
  const block = blockOf(address);
  return workbench().page.evaluate((asked) => {
    const grid = window.workbench!.grid;
    return grid.read({ ...asked, sheetId: grid.activeSheetId() }).map((row) =>
      row.map((cell) => {
        const value = cell?.value ?? "";
        return typeof value === "object" ? value.error : value;
      }),
    );
  }, block);
}

export async function shownIn(address: string): Promise<string | number | boolean> {
  return (await shown(address))[0]![0]!;
}

/** Clicks on a cell of the active sheet, as it stands on the screen. */
export async function clickOn(address: string): Promise<void> {
  const block = blockOf(address);
  const { page } = workbench();
  const box = await page.evaluate((asked) => {
    const grid = window.workbench!.grid;
    return grid.cellBox({ ...asked, sheetId: grid.activeSheetId() });
  }, block);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(CLICK_TAKES_MS);
}

/** Clicks on a cell, types, presses Enter, and waits until all is calculated. */
export async function typeInto(address: string, text: string): Promise<void> {
  await clickOn(address);
  await typeAndEnter(text);
  await settle();
}

/** Types rows of cells as one does: Tab to the next cell, Enter to the next row. */
export async function typeRows(address: string, rows: readonly (readonly string[])[]): Promise<void> {
  const { page } = workbench();
  await clickOn(address);
  for (const row of rows) {
    for (const [index, text] of row.entries()) {
      if (index < row.length - 1) {
        await page.keyboard.type(text, { delay: 2 });
        await page.keyboard.press("Tab");
      } else {
        await typeAndEnter(text);
      }
    }
  }
  await settle();
}

async function typeAndEnter(text: string): Promise<void> {
  await workbench().page.keyboard.type(text, { delay: 2 });
  await workbench().page.keyboard.press("Enter");
}

function blockOf(address: string) {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(`${address} is no address.`);
  return parsed.block;
}
