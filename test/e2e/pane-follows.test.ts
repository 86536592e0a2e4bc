/** The pane beside a workbook that lives: prices that are formulas, links between screens, settings that cannot be read. */
import assert from "node:assert/strict";
import type { SheetContent, WorkbookContent } from "../../workbench/content";
import { paneState } from "../../workbench/run/pane-job";
import { openAndSettle, settle, workbookOf } from "./at-the-keyboard";
import { focusedMark, goTo, onScreen, openInPane, pane, pressWrite, setAsOf } from "./in-the-pane";
import { workbench } from "./one-browser";

const TRADES = [
  ["Date", "Action", "Symbol", "Quantity", "Price", "Account"],
  ["2025-01-06", "Buy", "XYZ", 100, 50, "Brokerage"],
  ["2025-02-03", "Buy", "ABC", 10, 30, "Brokerage"],
] as const;

function sheetOf(name: string, rows: Parameters<typeof workbookOf>[0]): SheetContent {
  return { ...workbookOf(rows).sheets[0]!, name };
}

function withSheets(...more: readonly SheetContent[]): WorkbookContent {
  const content = workbookOf(TRADES);
  return { ...content, sheets: [...content.sheets, ...more] };
}

describe("A link from one screen to another", function () {
  this.timeout(600_000);

  it("brings the keyboard along, and Tab goes on from there", async () => {
    await openInPane(withSheets());
    await goTo(pane(), "lots");
    const link = pane().getByRole("button", { name: "Add prices" }).locator("visible=true");
    await link.focus();
    await workbench().page.keyboard.press("Enter");
    await pane().locator('[data-testid="pane-state"][data-screen="data"]').waitFor();
    await pane().waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "tab-data");
    await workbench().page.keyboard.press("Tab");
    const after = await pane().evaluate(() => document.activeElement?.tagName ?? "");
    assert.notEqual(await focusedMark(), "tab-data");
    assert.notEqual(after, "BODY");
  });
});

describe("Prices that are formulas", function () {
  this.timeout(600_000);

  const setRate = (value: number): Promise<void> =>
    workbench().page.evaluate((rate) => {
      const { grid } = window.workbench!;
      const sheetId = grid.sheets().find((sheet) => sheet.name === "Rate")!.id;
      grid.write({ sheetId, row: 0, column: 0, rows: 1, columns: 1 }, [[{ value: rate }]]);
    }, value);

  it("are followed when another sheet changes them, and nothing is done anew when they come out the same", async () => {
    await openInPane(withSheets(
      sheetOf("Prices", [["Symbol", "Price"], ["XYZ", "=40*Rate!A1"], ["ABC", "=40*Rate!A1"]]),
      sheetOf("Rate", [[1]]),
    ));
    await setAsOf(pane(), "2025-12-05");
    await goTo(pane(), "harvest");
    // XYZ: 100 × (40 − 50) = −1,000.
    await onScreen(pane(), "answer").filter({ hasText: /1,000/ }).waitFor();
    await setRate(0.75);
    // XYZ: 100 × (30 − 50) = −2,000; ABC: 10 × (30 − 30) = 0.
    await onScreen(pane(), "answer").filter({ hasText: /2,000/ }).waitFor();
    await settle();
    await workbench().page.waitForTimeout(1500);
    await pane().evaluate(() => {
      const page = window as unknown as { changes: number };
      page.changes = 0;
      new MutationObserver(() => page.changes++).observe(document.querySelector("main")!, { subtree: true, childList: true, characterData: true });
    });
    await setRate(0.75);
    await settle();
    await workbench().page.waitForTimeout(1500);
    assert.equal(await pane().evaluate(() => (window as unknown as { changes: number }).changes), 0);
  });
});

describe("A row of the settings that cannot be read", function () {
  this.timeout(600_000);

  it("is said with its form, which mends it; then the trades are read", async () => {
    const settings = sheetOf("Taxlot Settings", [["Method", "FIFOO"], ["View", "Broker"]]);
    await openAndSettle({ ...withSheets(settings), names: [{ name: "TaxlotSettings", refersTo: "='Taxlot Settings'!$A$1:$B$2" }] });
    assert.equal(await paneState(pane()), "failed");
    assert.match(await onScreen(pane(), "answer").innerText(), /^Settings row 1: Method .*FIFOO/);
    await pane().getByRole("button", { name: "Mend the settings" }).click();
    assert.match(await onScreen(pane(), "unread-setting").innerText(), /^Settings row 1: Method .*FIFOO/);
    assert.equal(await pane().getByTestId("setting-view").inputValue(), "Broker");
    await pane().getByTestId("setting-method").selectOption("HIFO");
    await pressWrite();
    await pane().locator('[data-testid="pane-state"][data-state="read"][data-screen="settings"]').waitFor();
    assert.equal(await pane().getByTestId("unread-setting").count(), 0);
    const { sheets } = await workbench().content();
    const rows = sheets.find(({ name }) => name === "Taxlot Settings")!.rows;
    assert.deepEqual([rows[0]?.[1]?.value, rows[1]?.[1]?.value], ["HIFO", "Broker"]);
  });
});
