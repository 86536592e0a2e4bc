/** Every screen of the pane by the rules of axe, in light, in dark and with forced colours, wide and at 320 px. */
import assert from "node:assert/strict";
import { findings, inDark, inLightAgain, setPaneWidth } from "./as-drawn";
import { goTo, onScreen, openInPane, pane, sampleFile, setAsOf } from "./in-the-pane";
import { workbench } from "./one-browser";
import { PANE_SCREENS } from "../../workbench/run/pane-screens";

async function openAll(): Promise<void> {
  await openInPane(sampleFile("taxlot-sample.xlsx"));
  await setAsOf(pane(), "2025-12-05");
  await goTo(pane(), "harvest");
  await pane().getByTestId("tick-NKE|SCHWAB|ROW 57").check();
  await onScreen(pane(), "plan-total").waitFor();
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
  after(inLightAgain);
  everyScreen();
});
