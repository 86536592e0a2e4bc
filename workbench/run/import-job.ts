/** Brings files of brokers in as a person would: chooses them on Import, presses the button. */
import { join } from "node:path";
import type { Frame } from "playwright-core";
import type { FileOnDisk } from "./open-file";
import { CommandProblem } from "./options";
import { pressPrimary, readPane, type PaneReport } from "./pane-job";
import { answerOf, goTo, onScreen } from "./pane-screens";
import type { WorkbenchSession } from "./session";

const READ_WITHIN_MS = 180_000;

/**
 * @param folder the picture of what Import says of the files goes here, as pane-import-files.png
 * @returns what Import says of the files, before they are written
 */
export async function importInPane(
  session: WorkbenchSession, files: readonly FileOnDisk[], folder: string, say: (line: string) => void,
): Promise<PaneReport> {
  const pane = session.pane();
  await goTo(pane, "import");
  await pane.getByTestId("import-input").setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) })));
  await onScreen(pane, "answer").filter({ hasNotText: /^Bring in/ }).waitFor({ timeout: READ_WITHIN_MS });
  const report = await readPane(pane);
  await session.page.locator("#pane iframe").screenshot({ path: join(folder, "pane-import-files.png") });
  const answer = await answerOf(pane);
  const unread = await filesNotRead(pane);
  if (unread.length > 0) throw new CommandProblem(`The pane says: ${answer}\n${unread.join("\n")}`);
  for (const line of await fileLines(pane)) say(`  ${line}`);
  say(`The pane says: ${answer}`);
  say(`The pane says: ${await pressPrimary(pane, "the trades")}`);
  await pane.locator('[data-testid="pane-state"][data-state="read"]').waitFor({ timeout: READ_WITHIN_MS });
  return report;
}

/** Sections of files, and bars of those that could not be opened, with the sentence instead of rows. */
function filesNotRead(pane: Frame): Promise<readonly string[]> {
  return pane.locator("main").evaluate((main) => {
    const sections = [...main.querySelectorAll<HTMLElement>('[data-testid="import-file"]')];
    const columnsUnknown = sections.filter((part) => part.querySelector('[data-testid="import-file-line"]') === null);
    const refused = [...main.querySelectorAll<HTMLElement>(".fui-MessageBar")].filter((bar) => bar.closest('[data-testid="import-file"]') === null);
    const asked = [...main.querySelectorAll<HTMLElement>('[data-testid="import-account-question"]')];
    return [...columnsUnknown, ...asked, ...refused].filter((part) => part.offsetParent !== null).map((part) => part.innerText.replace(/\s+/g, " ").trim());
  });
}

/** "schwab.csv: Schwab transactions, 20 rows: 14 trades, 6 that move no lot." */
function fileLines(pane: Frame): Promise<readonly string[]> {
  return onScreen(pane, "import-file").evaluateAll((sections) =>
    sections.map((part) => `${part.querySelector("h2")?.textContent ?? ""}: ${part.querySelector('[data-testid="import-file-line"]')?.textContent ?? ""}`),
  );
}
