/** Works the harvest pane as a person would: sees to prices, opens each screen, ticks what may be sold, writes the plan sheet. */
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { pressPrimary, readPane, type PaneReport } from "./pane-job";
import { goTo, onScreen, PANE_SCREENS, setAsOf, type PaneScreen } from "./pane-screens";
import type { WorkbenchSession } from "./session";

const PANE_WITHIN_MS = 120_000;
const SALE_WITHIN_MS = 20_000;
/** Of a long list the first ones: they are the best. */
const TICKED_AT_MOST = 10;

export type ScreenReports = Readonly<Partial<Record<PaneScreen, PaneReport>>>;

/**
 * @param asOf   the day to look at, as `2025-12-05`; null: today, as the pane has it
 * @param folder each screen's picture goes here, as pane-NAME.png
 */
export async function harvestInPane(
  session: WorkbenchSession, asOf: string | null, folder: string, say: (line: string) => void,
): Promise<ScreenReports> {
  const pane = session.pane();
  if (asOf !== null) await setAsOf(pane, asOf);
  if (await priceWhatHasNoPrice(pane)) say("No prices in it: the pane made a price list with the prices of the last trades.");
  const reports: Partial<Record<PaneScreen, PaneReport>> = {};
  for (const screen of PANE_SCREENS) {
    await goTo(pane, screen);
    await atRest(pane);
    if (screen === "harvest") await tickCandidates(pane);
    if (screen === "sell") await askOfSale(pane);
    if (screen === "plan") await askForCash(pane);
    reports[screen] = await readPane(pane);
    await session.page.locator("#pane iframe").screenshot({ path: join(folder, `pane-${screen}.png`) });
    if (screen === "harvest") say(await writePlan(pane));
  }
  return reports;
}

/** "Fill in last trade prices" makes the list where there is none, and fills it. Answers whether it was needed. */
async function priceWhatHasNoPrice(pane: Frame): Promise<boolean> {
  await goTo(pane, "data");
  const state = onScreen(pane, "prices-state");
  if ((await state.count()) === 0 || !/need prices/.test(await state.innerText())) return false;
  const fill = pane.getByRole("button", { name: "Fill in last trade prices" });
  if ((await fill.count()) === 0) return false;
  await fill.click();
  await state.filter({ hasNotText: "need prices" }).waitFor({ timeout: PANE_WITHIN_MS });
  return true;
}

/** The screen has its answer, and no bar of progress is on it. */
async function atRest(pane: Frame): Promise<void> {
  await pane.waitForFunction(
    () => {
      const shown = [...document.querySelectorAll<HTMLElement>("main [role=progressbar]:not([aria-valuenow])")];
      return shown.every((bar) => bar.offsetParent === null);
    },
    null,
    { timeout: PANE_WITHIN_MS },
  );
}

async function tickCandidates(pane: Frame): Promise<void> {
  await onScreen(pane, "answer").waitFor({ timeout: PANE_WITHIN_MS });
  const boxes = pane.locator('[data-testid^="tick-"]:visible');
  const marks = await boxes.evaluateAll((found) => found.map((box) => (box as HTMLElement).dataset.testid ?? ""));
  for (const mark of marks.slice(0, TICKED_AT_MOST)) await pane.locator(`[data-testid="${mark}"]:visible`).check();
  if (marks.length > 0) await onScreen(pane, "plan-total").waitFor({ timeout: PANE_WITHIN_MS });
}

/** About half of the first holding: a sale for which methods may choose different lots. */
async function askOfSale(pane: Frame): Promise<void> {
  const all = onScreen(pane, "sell-all");
  if ((await all.count()) === 0) return;
  await all.click();
  const shares = onScreen(pane, "sell-shares");
  const held = Number(await shares.inputValue());
  if (held >= 2) await shares.fill(String(Math.floor(held / 2)));
  // Without a price there is no answer; the screen says so at its field.
  await onScreen(pane, "sell-result").waitFor({ timeout: SALE_WITHIN_MS }).catch(() => undefined);
}

/** Cash of which any ledger has some, so that there is a plan or a sentence why not. */
async function askForCash(pane: Frame): Promise<void> {
  const amount = onScreen(pane, "plan-amount");
  // Nothing is held: the line says so.
  if ((await amount.count()) === 0) return;
  await amount.fill("1000");
  await amount.press("Enter");
  await onScreen(pane, "answer").filter({ hasNotText: /^Type / }).waitFor({ timeout: PANE_WITHIN_MS });
  await atRest(pane);
}

/** Answers with what to say of it. */
async function writePlan(pane: Frame): Promise<string> {
  if ((await pane.locator('[data-testid^="tick-"]:visible').count()) === 0) return "No lot is below its cost, so there is no plan to write.";
  return `The pane says: ${await pressPrimary(pane, "the plan")}`;
}
