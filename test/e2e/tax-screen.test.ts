/** The Tax screen over the sample with a return in its settings: A against B, the rulers at the keyboard, the sheet. */
import assert from "node:assert/strict";
import type { CellContent, WorkbookContent } from "../../workbench/content";
import { findings, setPaneWidth } from "./as-drawn";
import { assertSoundAtEachWidth, inEachLook } from "./in-each-look";
import { answerOf, goTo, onScreen, openInPane, pane, pressWrite, sampleFile, saidAfter, setAsOf, sheetNamed, tableOn, tabTo } from "./in-the-pane";
import { workbench } from "./one-browser";

const SETTINGS_SHEET = "Taxlot Settings";
const RETURN: readonly (readonly (string | number)[])[] = [["Tax year", 2025], ["Filing status", "Single"], ["Taxable income", 80000]];

/** The sample's own return gives way to this one, whose figures are worked out below. */
function withReturn(content: WorkbookContent): WorkbookContent {
  return { ...content, sheets: content.sheets.map((sheet) => (sheet.name === SETTINGS_SHEET ? { ...sheet, rows: { ...withoutReturn(sheet.rows), ...returnRows() } } : sheet)) };
}

type Rows = WorkbookContent["sheets"][number]["rows"];

const OF_A_RETURN = new Set<unknown>(["Tax year", "Filing status", "Taxable income", "MAGI", "Qualified dividends", "Investment income", "Carryover short", "Carryover long", "Short rate", "Long rate", "State rate", "NIIT"]);

function withoutReturn(rows: Rows): Rows {
  return Object.fromEntries(Object.entries(rows).filter(([, row]) => !OF_A_RETURN.has(row[0]?.value)));
}

/** Within the named range, below what the sample has in it. */
const FIRST_FREE_ROW = 40;

function returnRows(): Record<number, Record<number, CellContent>> {
  return Object.fromEntries(RETURN.map(([name, value], at) => [FIRST_FREE_ROW + at, { 0: { value: name! }, 1: { value: value! } }]));
}

async function openTax(): Promise<void> {
  await openInPane(withReturn(sampleFile("taxlot-sample.xlsx")));
  await setAsOf(pane(), "2025-12-05");
  await goTo(pane(), "tax");
  await onScreen(pane(), "bands-picture").waitFor();
}

async function type(testId: string, dollars: string): Promise<void> {
  await pane().getByTestId(testId).fill(dollars);
  await pane().getByTestId(testId).press("Enter");
}

describe("The Tax screen over the sample", function () {
  this.timeout(600_000);
  before(openTax);

  // −1,507.38 short and 7,688.57 long: 6,181.19 of long-term gain on top of 80,000, at 15 %: 927.18.
  it("answers in one line what the year costs so far and what comes next", async () =>
    assert.equal(await answerOf(pane()), "2025 so far adds $927 of tax. The next $100 of long-term gain costs $15."));

  // 12,000 of loss more: 6,181.19 − 12,000 = −5,818.81. 3,000 come off income at 22 %, from 48,475 on: −660. 2,818.81 go on.
  it("tells B against A as soon as its loss is typed", async () => {
    await type("tax-b-short", "-12000");
    await onScreen(pane(), "tax-difference").waitFor();
    assert.equal(await onScreen(pane(), "tax-difference").innerText(), "B costs $1,587 less this year and carries $2,819 into 2026.");
  });

  it("the rulers take one stop of the Tab key, and the arrow keys go along their marks", async () => {
    await tabTo("bands-picture");
    await workbench().page.keyboard.press("Tab");
    await workbench().page.keyboard.press("End");
    const label = await pane().evaluate(() => document.activeElement?.getAttribute("aria-label"));
    assert.match(label ?? "", /^B: Investment income/);
  });

  it("text and half a number stay in the field with a sentence, and count for nothing", async () => {
    await type("tax-a-long", "lots");
    await pane().getByText("Type a number, such as 250.").waitFor();
    assert.match(await onScreen(pane(), "tax-difference").innerText(), /^B costs \$1,587 less/);
    await type("tax-a-long", "");
  });

  it("writes the sheet, whose formulas come to what the screen says", async () => {
    const { intent, sentence } = await saidAfter(pressWrite);
    assert.deepEqual([intent, /‘Tax 2025’/.test(sentence)], ["success", true], sentence);
    await workbench().settled(120_000);
    const rows = tableOn((await sheetNamed("Tax 2025"))!, "Scenario");
    assert.deepEqual(rows.map((row) => [row.Scenario, row["Tax added"], row["More than A"], row["Short carried out"]]), [["A", 927.18, 0, 0], ["B", -660, -1587.18, 2818.81]]);
  });

  // 6,181.19 − 20,000 = −13,818.81: again 3,000 off income at 22 %, and 10,818.81 go on.
  it("writes what is still being typed when the button is pressed, not what was answered before", async () => {
    await pane().getByTestId("tax-b-short").fill("-20000");
    await pressWrite();
    await pane().locator('[data-testid="said"][data-intent="success"]').filter({ hasText: "‘Tax 2025 (2)’" }).waitFor();
    await workbench().settled(120_000);
    const rows = tableOn((await sheetNamed("Tax 2025 (2)"))!, "Scenario");
    assert.deepEqual(rows.map((row) => [row.Scenario, row["Tax added"], row["Short carried out"]]), [["A", 927.18, 0], ["B", -660, 10818.81]]);
  });
});

function accessible(): void {
  it("no serious finding, wide and at 320 px, as picture and as table, and nothing hangs over the edge", async () => {
    await type("tax-b-short", "-12000");
    await onScreen(pane(), "tax-difference").waitFor();
    await assertSoundAtEachWidth("Tax");
    await setPaneWidth(320);
    await pane().getByRole("button", { name: "Show as table" }).click();
    assert.deepEqual(await findings(), []);
    await setPaneWidth(null);
  });
}

inEachLook("Accessibility of the Tax screen with brackets", openTax, accessible);
