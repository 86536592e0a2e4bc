/** Pictures of every screen of the pane for docs/images, at the narrowest width Excel gives it and a wide one: npm run pictures. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { SAMPLE_AS_OF } from "../files/sample/sample-trades";
import { PROJECT } from "../paths";
import { buildWhatIsStale } from "./build";
import { openFile } from "./open-file";
import { paneState } from "./pane-job";
import { goTo, onScreen, PANE_SCREENS, setAsOf } from "./pane-screens";
import { WorkbenchSession } from "./session";

const WIDTHS = [320, 480];
const HIGHEST = 1500;
/** Header, tabs and footer around the part that scrolls. */
const AROUND_CONTENT_PX = 230;
const REDRAWN_MS = 600;
const TICKED = ["UNH|SCHWAB|ROW 62", "ADBE|SCHWAB|ROW 54", "NKE|SCHWAB|ROW 57"];

async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  buildWhatIsStale((line) => process.stdout.write(`${line}\n`));
  const session = await WorkbenchSession.start();
  try {
    await session.open(openFile(null));
    await session.settled(300_000);
    const pane = session.pane();
    await paneState(pane);
    await setAsOf(pane, SAMPLE_AS_OF);
    for (const screen of PANE_SCREENS) {
      await goTo(pane, screen);
      if (screen !== "settings") await onScreen(pane, "answer").first().waitFor();
      if (screen === "harvest") {
        for (const key of TICKED) await pane.getByTestId(`tick-${key}`).check();
        await onScreen(pane, "plan-total").waitFor();
      }
      if (screen === "sell") await askOfSale(pane);
      if (screen === "plan") await askForCash(pane);
      const news = pane.getByRole("button", { name: "Dismiss" });
      if ((await news.count()) > 0 && (await news.first().isVisible())) await news.first().click();
      for (const width of WIDTHS) await takePicture(session, width, join(folder, `pane-${screen}-${width}.png`));
    }
  } finally {
    await session.close();
  }
}

/** A sale whose lots differ from method to method. */
async function askOfSale(pane: Frame): Promise<void> {
  await pane.getByTestId("sell-symbol").selectOption("NVDA");
  await pane.getByTestId("sell-account").selectOption("Schwab");
  await pane.getByTestId("sell-shares").fill("100");
  await onScreen(pane, "sell-result").waitFor();
}

/** A plan of several symbols, gains beside losses. */
async function askForCash(pane: Frame): Promise<void> {
  await pane.getByTestId("plan-amount").fill("40000");
  await pane.getByTestId("plan-amount").press("Enter");
  await onScreen(pane, "plan-sales").waitFor();
}

/** The frame alone, as high as what is in it. */
async function takePicture(session: WorkbenchSession, width: number, path: string): Promise<void> {
  const { page } = session;
  await page.evaluate((px) => {
    const element = document.querySelector<HTMLElement>("#pane iframe")!;
    element.style.cssText += `;position:fixed;left:0;top:0;z-index:9999;background:white;width:${px}px;height:900px`;
  }, width);
  await page.waitForTimeout(REDRAWN_MS);
  const content = await session.pane().evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>("main > div")].filter((part) => !part.hidden);
    return shown.reduce((sum, part) => sum + part.offsetHeight, 0);
  });
  const height = Math.min(HIGHEST, Math.max(560, content + AROUND_CONTENT_PX));
  await page.setViewportSize({ width: 1440, height });
  await page.evaluate((px) => (document.querySelector<HTMLElement>("#pane iframe")!.style.height = `${px}px`), height);
  await page.waitForTimeout(REDRAWN_MS);
  await page.screenshot({ path, clip: { x: 0, y: 0, width, height } });
}

main(process.argv[2] ?? join(PROJECT, "docs", "images")).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
