/** What a person does in the pane: goes from screen to screen, ticks, types, presses, with the mouse or only with the keyboard. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import type { SheetContent, WorkbookContent } from "../../workbench/content";
import { readWorkbookFile } from "../../workbench/files";
import { PROJECT } from "../../workbench/paths";
import { paneState } from "../../workbench/run/pane-job";
import { answerOf, goTo, onScreen, type PaneScreen, setAsOf } from "../../workbench/run/pane-screens";
import { openAndSettle } from "./at-the-keyboard";
import { workbench } from "./one-browser";

export { answerOf, goTo, onScreen, setAsOf, type PaneScreen };

export function pane(): Frame {
  return workbench().pane();
}

export function sampleFile(name: string): WorkbookContent {
  return readWorkbookFile(readFileSync(join(PROJECT, "assets", "samples", name)), name);
}

/** Opens a workbook and waits until the pane has read it. */
export async function openInPane(content: WorkbookContent): Promise<void> {
  await openAndSettle(content);
  const state = await paneState(pane());
  if (state !== "read") throw new Error(`The pane is ${state}: ${await pane().locator("main").innerText()}`);
}

/** What the bar over the footer says after a press of the primary button. */
export async function saidAfter(press: () => Promise<void>): Promise<{ readonly intent: string; readonly sentence: string }> {
  const said = pane().getByTestId("said");
  // What an earlier press did may still be said.
  const hush = said.getByRole("button", { name: "Dismiss" });
  if ((await hush.count()) > 0) await hush.click();
  await said.waitFor({ state: "detached" });
  await press();
  await said.waitFor();
  return { intent: (await said.getAttribute("data-intent")) ?? "", sentence: (await said.innerText()).replace(/\s+/g, " ").trim() };
}

export async function pressWrite(): Promise<void> {
  await pane().locator('[data-testid="write"]:not([aria-disabled="true"])').click();
}

/** “Remove what I wrote”, until it says that all of it is gone. */
export async function removeWritten(): Promise<void> {
  await pane().getByRole("button", { name: "Remove what I wrote" }).click();
  await pane().getByTestId("said").filter({ hasText: "Removed." }).waitFor();
}

export async function sheetNamed(name: string): Promise<SheetContent | undefined> {
  return (await workbench().content()).sheets.find((sheet) => sheet.name === name);
}

export async function sheetNames(): Promise<readonly string[]> {
  return (await workbench().content()).sheets.map(({ name }) => name);
}

/** The rows of a table on a sheet, by its headings: from the row that holds `first` in column A down to the first blank one. */
export function tableOn(sheet: SheetContent, first: string): Record<string, unknown>[] {
  const rowNumbers = Object.keys(sheet.rows).map(Number).sort((a, b) => a - b);
  const top = rowNumbers.find((row) => sheet.rows[row]?.[0]?.value === first);
  if (top === undefined) throw new Error(`No heading ${first} in column A of ${sheet.name}.`);
  const headings = Object.entries(sheet.rows[top]!).map(([column, cell]) => [Number(column), String(cell.value ?? "")] as const);
  const rows: Record<string, unknown>[] = [];
  for (let row = top + 1; sheet.rows[row]?.[0]?.value !== undefined; row++) {
    rows.push(Object.fromEntries(headings.map(([column, heading]) => [heading, sheet.rows[row]?.[column]?.value ?? ""])));
  }
  return rows;
}

/** Presses Tab until the element with this mark has the focus, as one without a mouse does. */
export async function tabTo(testId: string, { back = false, atMost = 300 } = {}): Promise<void> {
  const { page } = workbench();
  for (let presses = 0; presses < atMost; presses++) {
    if ((await focusedMark()) === testId) return;
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
  }
  throw new Error(`Tab never reached ${testId}; the focus is on ${await focusedMark()}.`);
}

/** The data-testid of what has the focus in the pane, or of the nearest element around it that has one. */
export function focusedMark(): Promise<string> {
  return pane().evaluate(() => (document.activeElement?.closest("[data-testid]") as HTMLElement | null)?.dataset.testid ?? "");
}
