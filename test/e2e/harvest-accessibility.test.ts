/** Every screen of the pane by the rules of axe, in light, in dark and with forced colours, wide and at 320 px. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { goTo, onScreen, openInPane, pane, sampleFile, setAsOf } from "./in-the-pane";
import { workbench } from "./one-browser";
import { ADD_IN } from "../../workbench/paths";
import { PANE_SCREENS } from "../../workbench/run/pane-screens";

const SERIOUS = new Set(["serious", "critical"]);

async function findings(): Promise<readonly string[]> {
  // Fluent's own ends of a group, which take the focus only to pass it on at once; axe does not know them.
  const results = await new AxeBuilder({ page: workbench().page }).exclude("#grid").exclude(["#pane iframe", "[data-tabster-dummy]"]).analyze();
  return results.violations
    .filter(({ impact }) => SERIOUS.has(impact ?? ""))
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join("; ")}`);
}

const PANE_SCRIPT = "**/addin/taskpane.js";
/** Excel tells the pane its colours in Office.context.officeTheme; Excel on the web, and so office.js here, tells none. */
const DARK_COLOURS = `Object.defineProperty(Object.prototype, "officeTheme", { configurable: true, get: () => ({ bodyBackgroundColor: "#1b1a19", isDarkTheme: true }) });\n`;

/** What every object inherits stands in for the colours that are not told: one line before the pane's own script. */
async function inDark(): Promise<void> {
  const script = readFileSync(join(ADD_IN, "taskpane.js"), "utf8");
  await workbench().context.route(PANE_SCRIPT, (route) => route.fulfill({ contentType: "text/javascript", body: DARK_COLOURS + script }));
}

async function openAll(): Promise<void> {
  await openInPane(sampleFile("taxlot-sample.xlsx"));
  await setAsOf(pane(), "2025-12-05");
  await goTo(pane(), "harvest");
  await pane().getByTestId("tick-NKE|SCHWAB|ROW 57").check();
  await onScreen(pane(), "plan-total").waitFor();
}

async function setPaneWidth(px: number | null): Promise<void> {
  await workbench().page.evaluate((width) => {
    const frame = document.querySelector<HTMLElement>("#pane iframe")!;
    frame.style.width = width === null ? "" : `${width}px`;
  }, px);
}

function everyScreen(): void {
  for (const screen of PANE_SCREENS) {
    it(`${screen}: no serious finding, wide and at 320 px, and nothing hangs over the edge`, async () => {
      await goTo(pane(), screen);
      for (const width of [null, 320]) {
        await setPaneWidth(width);
        await workbench().page.waitForTimeout(250);
        assert.deepEqual(await findings(), [], `${screen} at ${width ?? "full"} width`);
        const over = await pane().evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${screen} is ${over} px wider than the pane at ${width ?? "full"} width`);
      }
      await setPaneWidth(null);
    });
  }
}

describe("Accessibility of the screens, light", function () {
  this.timeout(600_000);
  before(openAll);
  everyScreen();
});

describe("Accessibility of the screens, forced colours", function () {
  this.timeout(600_000);
  before(async () => {
    await workbench().page.emulateMedia({ forcedColors: "active" });
    await openAll();
  });
  after(() => workbench().page.emulateMedia({ forcedColors: null }));
  everyScreen();
});

describe("Accessibility of the screens, dark", function () {
  this.timeout(600_000);
  before(async () => {
    await inDark();
    await openAll();
    const background = await pane().evaluate(() => getComputedStyle(document.querySelector(".fui-FluentProvider")!).backgroundColor);
    assert.match(background, /^rgb\((\d|[1-5]\d), /, `dark background, not ${background}`);
  });
  after(() => workbench().context.unroute(PANE_SCRIPT));
  everyScreen();
});
