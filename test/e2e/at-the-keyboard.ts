/** What a person does in the workbench: looks at cells, clicks on them, types. */
import { parseAddress } from "../../workbench/addresses";
import type { CellContent, SheetContent, WorkbookContent } from "../../workbench/content";
import { workbench } from "./one-browser";

const SETTLES_WITHIN_MS = 120_000;

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

/** Clicks on a cell of the active sheet, as it stands on the screen, and waits until it is the selected one. */
export async function clickOn(address: string): Promise<void> {
  const block = blockOf(address);
  const { page } = workbench();
  const box = await page.evaluate((asked) => {
    const grid = window.workbench!.grid;
    return grid.cellBox({ ...asked, sheetId: grid.activeSheetId() });
  }, block);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await selected(block.row, block.column);
}

/** Clicks on a cell, types, presses Enter, and waits until all is calculated. */
export async function typeInto(address: string, text: string): Promise<void> {
  const { row, column } = blockOf(address);
  await clickOn(address);
  await typeAnd("Enter", text);
  await selected(row + 1, column);
  await settle();
}

/** Types rows of cells as one does: Tab to the next cell, Enter to the next row. */
export async function typeRows(address: string, rows: readonly (readonly string[])[]): Promise<void> {
  const { row: top, column: left } = blockOf(address);
  await clickOn(address);
  for (const [down, row] of rows.entries()) {
    for (const [right, text] of row.entries()) {
      const isLast = right === row.length - 1;
      await typeAnd(isLast ? "Enter" : "Tab", text);
      await (isLast ? selected(top + down + 1, left) : selected(top + down, left + right + 1));
    }
  }
  await settle();
}

/** Types into the selected cell, leaves it by a key, and waits until what was typed is in the sheet. */
async function typeAnd(key: "Enter" | "Tab", text: string): Promise<void> {
  const { page } = workbench();
  const edit = await page.evaluateHandle(() => {
    const seen = { made: false };
    window.workbench!.grid.onEdit(() => (seen.made = true));
    return seen;
  });
  await page.keyboard.type(text, { delay: 2 });
  // To a slow typist Univer offers functions, and Enter would take one. The offer goes when the formula is complete.
  await page.locator('ul[data-u-comp="sheets-formula-editor"]').waitFor({ state: "hidden" });
  await page.keyboard.press(key);
  await page.waitForFunction(({ made }) => made, edit);
  await edit.dispose();
}

/** Univer moves the selection some frames after the click or the key. */
async function selected(row: number, column: number): Promise<void> {
  await workbench().page.waitForFunction(
    (cell) => {
      const selection = window.workbench!.grid.selection();
      return selection.row === cell.row && selection.column === cell.column;
    },
    { row, column },
  );
}

function blockOf(address: string) {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(`${address} is no address.`);
  return parsed.block;
}
