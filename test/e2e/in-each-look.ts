/** A screen in light, in dark and with forced colours, and wide and at 320 px: what each accessibility test walks through. */
import assert from "node:assert/strict";
import { findings, inDark, inLightAgain, setPaneWidth } from "./as-drawn";
import { pane } from "./in-the-pane";
import { workbench } from "./one-browser";

const TIMEOUT_MS = 600_000;

/** Describes the same tests once a look. @param open opens what they look at, anew for each look */
export function inEachLook(title: string, open: () => Promise<void>, tests: () => void): void {
  describe(`${title}, light`, function () {
    this.timeout(TIMEOUT_MS);
    before(() => open());
    tests();
  });

  describe(`${title}, forced colours`, function () {
    this.timeout(TIMEOUT_MS);
    before(async () => {
      await workbench().page.emulateMedia({ forcedColors: "active" });
      await open();
    });
    after(() => workbench().page.emulateMedia({ forcedColors: null }));
    tests();
  });

  describe(`${title}, dark`, function () {
    this.timeout(TIMEOUT_MS);
    before(async () => {
      await inDark();
      await open();
      const background = await pane().evaluate(() => getComputedStyle(document.querySelector(".fui-FluentProvider")!).backgroundColor);
      assert.match(background, /^rgb\((\d|[1-5]\d), /, `dark background, not ${background}`);
    });
    after(inLightAgain);
    tests();
  });
}

/** Wide and at 320 px: no serious finding of axe, and nothing hangs over the edge. */
export async function assertSoundAtEachWidth(what: string): Promise<void> {
  for (const width of [null, 320]) {
    await setPaneWidth(width);
    await workbench().page.waitForTimeout(250);
    assert.deepEqual(await findings(), [], `${what} at ${width ?? "full"} width`);
    const over = await pane().evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${what} is ${over} px wider than the pane at ${width ?? "full"} width`);
  }
  await setPaneWidth(null);
}
