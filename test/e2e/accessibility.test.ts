import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { openAndSettle, workbookOf } from "./at-the-keyboard";
import { workbench } from "./one-browser";
import { paneState } from "../../workbench/run/pane-job";

/**
 * The grid is Univer's; everything else on the page, and the pane in its frame, is ours. Fluent UI puts an empty element
 * before and after a list of tabs, through which the keyboard passes and at which it never stays; axe cannot know that.
 */
async function violations(): Promise<readonly string[]> {
  const results = await new AxeBuilder({ page: workbench().page }).exclude("#grid").exclude(["iframe", "[data-tabster-dummy]"]).analyze();
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`);
}

describe("Accessibility, by the rules of axe", () => {
  it("the pane over trades, and the bar of the workbench", async () => {
    await openAndSettle(
      workbookOf([
        ["Date", "Action", "Symbol", "Quantity", "Price"],
        ["2023-01-10", "Buy", "XYZ", 100, 50],
        ["2023-02-10", "Sell", "XYZ", 120, 60],
      ]),
    );
    assert.equal(await paneState(workbench().pane()), "read");
    assert.deepEqual(await violations(), []);
  });

  it("the pane over a workbook without trades", async () => {
    await openAndSettle(workbookOf([["Shopping"]]));
    assert.equal(await paneState(workbench().pane()), "nothing");
    assert.deepEqual(await violations(), []);
  });
});
