/** Works the add-in's pane as a person would: ticks what to write, presses the button, waits for the word. */
import type { Frame, Locator } from "playwright-core";
import type { WorkbookContent } from "../content";
import { CommandProblem } from "./options";
import { goTo } from "./pane-screens";

const PANE_READS_WITHIN_MS = 120_000;
const PANE_WRITES_WITHIN_MS = 180_000;

/** The tables of the main job. */
const TABLES = ["OPENLOTS", "REALIZED", "WASHSALE"] as const;

export function hasOurFormulas(content: WorkbookContent): boolean {
  return content.sheets.some((sheet) =>
    Object.values(sheet.rows).some((row) => Object.values(row).some((cell) => /\bTAXLOT(DEV)?\./i.test(cell.formula ?? ""))),
  );
}

/** Waits until the pane has looked at the workbook. Answers its state: "read", "nothing" or "failed". */
export async function paneState(pane: Frame): Promise<string> {
  const page = pane.getByTestId("pane-state");
  await page.and(pane.locator(':not([data-state="working"])')).waitFor({ timeout: PANE_READS_WITHIN_MS });
  return (await page.getAttribute("data-state")) ?? "";
}

/** Has the pane write the open lots, the realized sales and the wash sales beside the trades it found. */
export async function writeTables(pane: Frame): Promise<void> {
  const state = await paneState(pane);
  if (state !== "read") throw new CommandProblem(`The pane found no trades it can read. It says: ${await paneSays(pane)}`);
  await goTo(pane, "data");
  for (const table of TABLES) await pane.getByTestId(`table-${table}`).setChecked(true);
  await pane.getByRole("radio", { name: "Beside the trades" }).check();
  const write = pane.getByTestId("write");
  await pane.locator('[data-testid="write"]:not([aria-disabled="true"])').waitFor({ timeout: PANE_READS_WITHIN_MS }).catch(async () => {
    throw new CommandProblem(`The pane cannot write. It says: ${await pane.getByTestId("write-plan").innerText()}`);
  });
  await write.click();
  const said = pane.getByTestId("said");
  await said.waitFor({ timeout: PANE_WRITES_WITHIN_MS });
  if ((await said.getAttribute("data-intent")) !== "success") throw new CommandProblem(`The pane says: ${await sentenceOf(said)}`);
}

/** The primary button of the screen shown, where it can be pressed. */
export function pressable(pane: Frame): Locator {
  return pane.locator('[data-testid="write"]:not([disabled]):not([aria-disabled="true"]):visible');
}

/** Presses the primary button of the screen shown and answers what the pane says of it. @param what "the plan": what it then cannot write */
export async function pressPrimary(pane: Frame, what: string): Promise<string> {
  await pressable(pane).waitFor({ timeout: PANE_READS_WITHIN_MS }).catch(async () => {
    throw new CommandProblem(`The pane cannot write ${what}. It says: ${await pane.locator('[data-testid="write-plan"]:visible').innerText()}`);
  });
  // What an earlier press did may still be said.
  const hush = pane.getByTestId("said").getByRole("button", { name: "Dismiss" });
  if ((await hush.count()) > 0) await hush.click();
  await pane.locator('[data-testid="write"]:visible').click();
  const said = pane.getByTestId("said");
  await said.waitFor({ timeout: PANE_WRITES_WITHIN_MS });
  const sentence = await sentenceOf(said);
  if ((await said.getAttribute("data-intent")) !== "success") throw new CommandProblem(`The pane says: ${sentence}`);
  return sentence;
}

/** The body of a message bar; its buttons are no part of what it says. */
export async function sentenceOf(said: Locator): Promise<string> {
  return said.evaluate((bar) => {
    const copy = bar.cloneNode(true) as HTMLElement;
    for (const button of copy.querySelectorAll("button, a")) button.remove();
    return copy.innerText.replace(/\s+/g, " ").trim();
  });
}

/** The pane's own sentence, without the captions of its buttons. */
async function paneSays(pane: Frame): Promise<string> {
  const sentences = await pane.locator('[data-testid="answer"], [role="status"], [role="alert"]').allInnerTexts();
  const told = [...new Set(sentences.map((sentence) => sentence.replace(/\s+/g, " ").trim()))].filter((sentence) => sentence !== "");
  return told.length === 0 ? "nothing" : told.join(" ");
}

/** Ranges with trades that the pane offers and has not read, as it names them. */
export async function otherRanges(pane: Frame): Promise<readonly string[]> {
  const choice = pane.locator('select[aria-label="Trades"]');
  if ((await choice.count()) === 0) return [];
  return (await choice.locator("option:not(:checked)").allInnerTexts()).filter((text) => text !== "");
}

export interface PaneReport {
  readonly text: readonly string[];
  /** What the pane's marked places show, by their mark. */
  readonly figures: Readonly<Record<string, readonly string[]>>;
}

export async function readPane(pane: Frame): Promise<PaneReport> {
  return pane.evaluate(() => {
    const figures: Record<string, string[]> = {};
    for (const place of document.querySelectorAll<HTMLElement>("[data-testid]")) {
      const mark = place.dataset.testid ?? "";
      // Screens that are not shown stay in the page, hidden.
      if (mark === "pane-state" || place.closest("[hidden]") !== null) continue;
      (figures[mark] ??= []).push(place.innerText || (place instanceof HTMLInputElement ? String(place.checked) : ""));
    }
    const text = document.body.innerText.split("\n").map((line) => line.trim());
    return { text: text.filter((line) => line !== ""), figures };
  });
}
