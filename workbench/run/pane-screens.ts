/** Goes from screen to screen of the pane as a person would, by tab or, where there is no room, by the menu of the rest. */
import type { Frame, Locator } from "playwright-core";

export const PANE_SCREENS = ["data", "import", "settings", "lots", "harvest", "wash", "sell", "plan", "tax", "reconcile", "package"] as const;
export type PaneScreen = (typeof PANE_SCREENS)[number];

/** Long enough for a pane that is drawing; short enough that a tab which came back meanwhile is soon seen. */
const STEP_MS = 3_000;
const GIVES_UP_AFTER_MS = 60_000;

/** A pane that has just changed its width moves its tabs between the row and the menu: what was seen a moment ago is looked for again. */
export async function goTo(pane: Frame, screen: PaneScreen): Promise<void> {
  const endsAt = Date.now() + GIVES_UP_AFTER_MS;
  for (;;) {
    try {
      await choose(pane, screen);
      break;
    } catch (error) {
      if (Date.now() > endsAt) throw error;
      await pane.page().keyboard.press("Escape");
    }
  }
  await pane.locator(`[data-testid="pane-state"][data-screen="${screen}"]`).waitFor();
}

async function choose(pane: Frame, screen: PaneScreen): Promise<void> {
  const tab = pane.getByTestId(`tab-${screen}`);
  if (await tab.isVisible()) {
    await tab.click({ timeout: STEP_MS });
    return;
  }
  const inMenu = pane.getByTestId(`menu-${screen}`);
  if (!(await inMenu.isVisible())) await pane.getByTestId("more-screens").click({ timeout: STEP_MS });
  await inMenu.click({ timeout: STEP_MS });
}

/** Of what is on the screen shown; other screens stay in the page, hidden. */
export function onScreen(pane: Frame, testId: string): Locator {
  return pane.locator(`[data-testid="${testId}"]:visible`);
}

/** The day everything is looked at, as `2025-12-05`. */
export async function setAsOf(pane: Frame, day: string): Promise<void> {
  await pane.getByTestId("as-of").fill(day);
}

/** Waits until the screen shown has its answer: the line at the top. */
export async function answerOf(pane: Frame): Promise<string> {
  const answer = onScreen(pane, "answer");
  await answer.waitFor();
  return (await answer.innerText()).replace(/\s+/g, " ").trim();
}
