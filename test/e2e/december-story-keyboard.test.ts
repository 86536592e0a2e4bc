/**
 * December, without a mouse: the same plan as in december-story.test.ts, by Tab, arrows, Space and Enter alone.
 * Excel's F6 brings the keyboard to the first thing in the pane; here that is given the focus once, and nothing after.
 */
import assert from "node:assert/strict";
import { settle } from "./at-the-keyboard";
import { focusedMark, onScreen, openInPane, pane, saidAfter, sampleFile, sheetNamed, sheetNames, tableOn, tabTo } from "./in-the-pane";
import { workbench } from "./one-browser";

const PLAN = "Harvest 2025-12-05";

describe("The December story, with the keyboard only", function () {
  this.timeout(600_000);
  const keys = () => workbench().page.keyboard;

  before(async () => {
    await openInPane(sampleFile("taxlot-sample.xlsx"));
    await pane().getByTestId("tab-data").focus();
  });

  it("arrows go from screen to screen, and a menu holds those without room", async () => {
    for (let presses = 0; presses < 3; presses++) await keys().press("ArrowRight");
    await keys().press("Enter");
    const mark = await focusedMark();
    // Where there is no room for the tab, it stands behind the menu of the rest.
    if (mark !== "tab-harvest") {
      await tabTo("more-screens");
      await keys().press("Enter");
      await onScreen(pane(), "menu-harvest").waitFor();
      while ((await focusedMark()) !== "menu-harvest") await keys().press("ArrowDown");
      await keys().press("Enter");
    }
    await pane().locator('[data-testid="pane-state"][data-screen="harvest"]').waitFor();
  });

  it("the day is typed into its field", async () => {
    // From the first of what stands above it on, so that its month is reached first.
    await tabTo("as-of");
    await keys().type("12052025");
    await onScreen(pane(), "answer").filter({ hasText: /\$5,445/ }).waitFor();
  });

  it("Space ticks lots", async () => {
    for (const key of ["UNH|SCHWAB|ROW 62", "ADBE|SCHWAB|ROW 54", "NKE|SCHWAB|ROW 57"]) {
      await tabTo(`tick-${key}`);
      await keys().press("Space");
    }
    await onScreen(pane(), "plan-total").filter({ hasText: /\$2,689/ }).waitFor();
  });

  it("the focus is seen on what has it", async () => {
    const outline = await pane().evaluate(() => {
      const box = document.activeElement as HTMLElement;
      const around = box.closest<HTMLElement>(".fui-Checkbox") ?? box;
      const styles = [getComputedStyle(box), getComputedStyle(around), getComputedStyle(around, "::after")];
      return styles.some((style) => (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none" || (style.borderStyle !== "none" && style.borderWidth !== "0px"));
    });
    assert.ok(outline);
  });

  it("Enter on the button writes the plan, and the word of it is announced", async () => {
    await tabTo("write");
    const { intent, sentence } = await saidAfter(() => keys().press("Enter"));
    assert.equal(intent, "success", sentence);
    assert.ok((await sheetNames()).includes(PLAN), sentence);
    assert.equal(await pane().getByTestId("said").locator("xpath=ancestor::*[@role='status']").count(), 1);
    await settle();
    const sales = tableOn((await sheetNamed(PLAN))!, "Order").filter((row) => row["Symbol"] !== "");
    assert.deepEqual(sales.map((row) => row["Harvested loss"]).sort(), [1000, 1248.95, 440]);
  });
});
