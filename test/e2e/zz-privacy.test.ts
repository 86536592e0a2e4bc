import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbookFile } from "../../workbench/files";
import { PROJECT } from "../../workbench/paths";
import { paneState } from "../../workbench/run/pane-job";
import { openAndSettle } from "./at-the-keyboard";
import { workbench } from "./one-browser";

/** Runs last (files run in the order of their names), so it speaks for every test before it. */
describe("Nothing leaves this machine", () => {
  it("the sample opened, calculated and read by the pane asks no other server for anything", async () => {
    const sample = join(PROJECT, "assets", "samples", "taxlot-sample.xlsx");
    await openAndSettle(readWorkbookFile(readFileSync(sample), "taxlot-sample.xlsx"));
    assert.equal(await paneState(workbench().pane()), "read");
    assert.deepEqual(workbench().strayRequests, []);
  });

  it("a request to another server would have been seen, and is refused by the pages themselves", async () => {
    const { page, strayRequests } = workbench();
    const before = strayRequests.length;
    const refused = await workbench()
      .pane()
      .evaluate(() => fetch("https://example.invalid/beacon").then(() => false, () => true));
    assert.ok(refused);
    const violations = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true });
          void fetch("https://example.invalid/beacon").catch(() => undefined);
        }),
    );
    assert.equal(violations, "connect-src");
    assert.equal(strayRequests.length, before);
  });
});
