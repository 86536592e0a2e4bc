/** What Excel says no to while the harvest pane is used: one sentence each, what is ticked stays, nothing is half written. */
import assert from "node:assert/strict";
import type { WorkbookContent } from "../../workbench/content";
import { paneState } from "../../workbench/run/pane-job";
import { openAndSettle } from "./at-the-keyboard";
import { goTo, onScreen, openInPane, pane, pressWrite, saidAfter, sampleFile, setAsOf, sheetNames } from "./in-the-pane";
import { workbench } from "./one-browser";

const TICKED = "tick-UNH|SCHWAB|ROW 62";
const PLAN = "Harvest 2025-12-05";

async function tickOne(): Promise<void> {
  await setAsOf(pane(), "2025-12-05");
  await goTo(pane(), "harvest");
  await pane().getByTestId(TICKED).check();
  await onScreen(pane(), "plan-total").waitFor();
}

function withProtected(name: string): WorkbookContent {
  const content = sampleFile("taxlot-sample.xlsx");
  return { ...content, sheets: content.sheets.map((sheet) => (sheet.name === name ? { ...sheet, isProtected: true } : sheet)) };
}

function isOneSentenceOrTwo(sentence: string): boolean {
  return sentence.length > 10 && sentence.length < 220 && /[.”]$/.test(sentence) && !/error|undefined|exception|!/i.test(sentence);
}

describe("The harvest pane, when Excel says no", function () {
  this.timeout(600_000);
  let sheetsBefore: readonly string[];

  beforeEach(async () => {
    await openInPane(sampleFile("taxlot-sample.xlsx"));
    sheetsBefore = await sheetNames();
    await tickOne();
  });

  it("a workbook whose structure is protected: it says so, keeps the tick, and writes once that is lifted", async () => {
    await workbench().page.evaluate(() => window.workbench!.grid.protectStructure(true));
    const { intent, sentence } = await saidAfter(pressWrite);
    assert.equal(intent, "error", sentence);
    assert.match(sentence, /protected/i);
    assert.ok(isOneSentenceOrTwo(sentence), sentence);
    assert.deepEqual(await sheetNames(), sheetsBefore);
    assert.ok(await pane().getByTestId(TICKED).isChecked());
    await workbench().page.evaluate(() => window.workbench!.grid.protectStructure(false));
    await pressWrite();
    await pane().locator('[data-testid="said"][data-intent="success"]').waitFor();
    assert.ok((await sheetNames()).includes(PLAN));
  });

  it("the sheet of the trades is protected: nothing is written beside them, and the plan still gets its own sheet", async () => {
    await openInPane(withProtected("Trades"));
    await pane().getByTestId("table-OPENLOTS").check();
    await pane().getByRole("radio", { name: "Beside the trades" }).check();
    const plan = onScreen(pane(), "write-plan");
    await plan.filter({ hasText: /protected/i }).waitFor();
    assert.ok(isOneSentenceOrTwo(await plan.innerText()), await plan.innerText());
    assert.equal(await pane().getByTestId("write").getAttribute("aria-disabled"), "true");
    await tickOne();
    await pressWrite();
    await pane().locator('[data-testid="said"][data-intent="success"]').waitFor();
    assert.ok((await sheetNames()).includes(PLAN));
  });

  it("days counted from 1904: no trade is read, no plan is offered, and it says which option to turn off", async () => {
    await openAndSettle({ ...sampleFile("taxlot-sample.xlsx"), date1904: true });
    assert.equal(await paneState(pane()), "failed");
    assert.match(await onScreen(pane(), "answer").innerText(), /1904 .*Use a workbook with that option off\.$/);
    await goTo(pane(), "harvest");
    assert.match(await onScreen(pane(), "answer").innerText(), /1904/);
    assert.equal(await pane().getByTestId("write").count(), 0);
  });

  it("somebody is typing in a cell: the write waits, and happens once the edit is done", async () => {
    await workbench().page.evaluate(() => window.workbench!.refusals.editCell(true));
    await pressWrite();
    await workbench().page.waitForTimeout(600);
    assert.deepEqual(await sheetNames(), sheetsBefore);
    assert.ok(await pane().getByTestId(TICKED).isChecked());
    await workbench().page.evaluate(() => window.workbench!.refusals.editCell(false));
    await pane().locator('[data-testid="said"][data-intent="success"]').waitFor();
    assert.ok((await sheetNames()).includes(PLAN));
  });

  it("the sheet of the trades is deleted: the pane says what it misses, and nothing of the workbook is touched", async () => {
    await workbench().page.evaluate(() => {
      const { grid } = window.workbench!;
      for (const name of ["Trades", "Events"]) grid.removeSheet(grid.sheets().find((sheet) => sheet.name === name)!.id);
    });
    const left = await sheetNames();
    await pane().getByRole("button", { name: "Read again" }).click();
    await pane().locator('[data-testid="pane-state"]:not([data-state="read"]):not([data-state="working"])').waitFor();
    const said = (await onScreen(pane(), "answer").first().innerText()).trim();
    assert.ok(said.length > 0);
    assert.deepEqual(await sheetNames(), left);
  });

  it("two panes: both write the same plan, the second under another name, and neither overwrites", async () => {
    await workbench().page.evaluate(() => window.workbench!.openSecondPane());
    assert.equal((await saidAfter(pressWrite)).intent, "success");
    const frames = workbench().page.frames().filter((frame) => frame.url().includes("/addin/taskpane.html"));
    assert.equal(frames.length, 2);
    const second = frames.find((frame) => frame !== pane())!;
    await second.locator('[data-testid="pane-state"][data-state="read"]').waitFor();
    await setAsOf(second, "2025-12-05");
    await goTo(second, "harvest");
    await second.getByTestId(TICKED).check();
    await second.locator('[data-testid="write"]:not([aria-disabled="true"])').click();
    await second.locator('[data-testid="said"][data-intent="success"]').waitFor();
    const plans = (await sheetNames()).filter((name) => name.startsWith(PLAN));
    assert.deepEqual([...plans].sort(), [PLAN, `${PLAN} (2)`]);
    await workbench().page.evaluate(() => window.workbench!.closeSecondPane());
  });
});

describe("The harvest pane follows edits", function () {
  this.timeout(600_000);

  it("a storm of 1,000 edits of prices ends with one correct refresh", async () => {
    await openInPane(sampleFile("taxlot-sample.xlsx"));
    await setAsOf(pane(), "2025-12-05");
    await goTo(pane(), "harvest");
    const answer = onScreen(pane(), "answer");
    await answer.filter({ hasText: /\$5,445/ }).waitFor();
    await pane().evaluate(() => {
      const seen: string[] = [];
      (window as unknown as { answersSeen: string[] }).answersSeen = seen;
      new MutationObserver(() => {
        const line = [...document.querySelectorAll<HTMLElement>('[data-testid="answer"]')].find((one) => one.offsetParent !== null);
        const text = line?.innerText ?? "";
        if (text !== "" && seen.at(-1) !== text) seen.push(text);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await workbench().page.evaluate(() => {
      const { grid } = window.workbench!;
      const sheetId = grid.sheets().find((sheet) => sheet.name === "Prices")!.id;
      const cells = grid.read({ sheetId, row: 0, column: 0, rows: 40, columns: 1 });
      const row = cells.findIndex((line) => line[0]?.value === "UNH");
      // 1,000 prices, the last of them $300.
      for (let edit = 999; edit >= 0; edit--) grid.write({ sheetId, row, column: 1, rows: 1, columns: 1 }, [[{ value: 300 + edit / 100 }]]);
    });
    // UNH: 3,234.95 − 6 × 300.00 = 1,434.95, 186.00 more than before; 5,445.19 + 186.00 = 5,631.19.
    await answer.filter({ hasText: /\$5,631/ }).waitFor();
    await workbench().page.waitForTimeout(1500);
    const seen = await pane().evaluate(() => (window as unknown as { answersSeen: string[] }).answersSeen);
    // The old answer stays while the new one is worked out; then there is one new answer, and no other between.
    const amounts = seen.map((line) => /\$[\d,]+/.exec(line)?.[0]).filter((cents) => cents !== "$5,445");
    assert.deepEqual([...new Set(amounts)], ["$5,631"]);
    // The tax they save follows as soon as it is worked out; that of the old losses never stands beside the new ones.
    assert.deepEqual(seen.filter((line) => line.includes("$5,631") && line.includes("$919")), []);
  });
});
