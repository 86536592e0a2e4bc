/** Works the last screens as a person would: writes the reconciliation, makes the accountant's copy, saves the form for tax programs. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { CommandProblem } from "./options";
import { pressable, pressPrimary, readPane, type PaneReport } from "./pane-job";
import { answerOf, goTo, onScreen } from "./pane-screens";
import type { WorkbenchSession } from "./session";

const ANSWERS_WITHIN_MS = 120_000;
const COPY_FILE = "accountants-copy.xlsx";
const EXPORTS = ["csv", "txf", "statement"] as const;

export interface PackageReport {
  /** Package when all was done. */
  readonly pane: PaneReport;
  /** What the pane said of the reconciliation, the copy and each file, in that order. */
  readonly said: readonly string[];
  /** Written into the folder of the run. */
  readonly files: readonly string[];
}

/**
 * @param year   of the copy; null: as the pane has it
 * @param folder the copy and the files go here, and pane-reconcile.png and pane-package.png as they stand then
 */
export async function packageInPane(session: WorkbenchSession, year: number | null, folder: string, say: (line: string) => void): Promise<PackageReport> {
  const pane = session.pane();
  const said: string[] = [];
  const tell = (line: string): void => {
    said.push(line);
    say(`The pane says: ${line}`);
  };
  await answered(pane, "package");
  if (year !== null) await chooseYear(pane, year);
  await answered(pane, "reconcile");
  tell(await answerOf(pane));
  if (await canWrite(pane)) tell(await pressPrimary(pane, "the reconciliation"));
  await session.page.locator("#pane iframe").screenshot({ path: join(folder, "pane-reconcile.png") });
  await answered(pane, "package");
  tell(await answerOf(pane));
  tell(await pressPrimary(pane, "the accountant's copy"));
  const files = [saveCopy(await lastCreated(session), folder), ...(await saveExports(session, folder, tell))];
  await session.page.locator("#pane iframe").screenshot({ path: join(folder, "pane-package.png") });
  return { pane: await readPane(pane), said, files };
}

/** Goes to a screen and waits for the line at its top. */
async function answered(pane: Frame, screen: "reconcile" | "package"): Promise<void> {
  await goTo(pane, screen);
  await onScreen(pane, "answer").waitFor({ timeout: ANSWERS_WITHIN_MS });
}

async function chooseYear(pane: Frame, year: number): Promise<void> {
  const choice = onScreen(pane, "package-year");
  const years = await choice.locator("option").allInnerTexts();
  if (!years.includes(String(year))) throw new CommandProblem(`There is no sale of ${year} to make a copy of. The pane offers ${years.join(", ")}.`);
  await choice.selectOption(String(year));
  await pressable(pane).waitFor({ timeout: ANSWERS_WITHIN_MS });
}

/** Without a broker's form there is nothing to reconcile with, and the screen has no button for it. */
async function canWrite(pane: Frame): Promise<boolean> {
  return (await pressable(pane).count()) > 0;
}

/** The bytes of the workbook that the add-in opened last. */
export async function lastCreated(session: WorkbenchSession): Promise<Buffer> {
  const base64 = await session.page.evaluate(() => {
    const bytes = window.workbench?.created.at(-1) ?? new Uint8Array();
    let letters = "";
    for (const byte of bytes) letters += String.fromCharCode(byte);
    return btoa(letters);
  });
  if (base64 === "") throw new CommandProblem("The pane says it made the accountant's copy, but opened no workbook.");
  return Buffer.from(base64, "base64");
}

function saveCopy(bytes: Buffer, folder: string): string {
  writeFileSync(join(folder, COPY_FILE), bytes);
  return COPY_FILE;
}

/** Each file for a tax program, under the name the pane gives it; where the form would fall short there are none, and the pane says why. */
async function saveExports(session: WorkbenchSession, folder: string, tell: (line: string) => void): Promise<readonly string[]> {
  const pane = session.pane();
  const files: string[] = [];
  for (const kind of EXPORTS) {
    const button = onScreen(pane, `export-${kind}`);
    if ((await button.getAttribute("aria-disabled")) === "true") {
      tell(await onScreen(pane, "export-hint").innerText());
      return files;
    }
    const saved = session.page.waitForEvent("download", { timeout: ANSWERS_WITHIN_MS }).catch(() => null);
    await button.click();
    const file = await saved;
    const said = onScreen(pane, "export-said");
    await said.waitFor();
    if (file === null) throw new CommandProblem(`The pane saved no file. It says: ${await said.innerText()}`);
    await file.saveAs(join(folder, file.suggestedFilename()));
    files.push(file.suggestedFilename());
    tell((await said.innerText()).replace(/\s+/g, " ").trim());
  }
  return files;
}
