/**
 * A plan of sales, with the mouse: cash over all symbols of the sample at the least tax, a lot kept, the plan written live
 * and taken away again.
 */
import assert from "node:assert/strict";
import type { SheetContent } from "../../workbench/content";
import { settle } from "./at-the-keyboard";
import { answerOf, goTo, onScreen, openInPane, pane, pressWrite, saidAfter, sampleFile, setAsOf, sheetNamed, sheetNames, tableOn } from "./in-the-pane";
import { workbench } from "./one-browser";

const PLAN = "Sales plan 2025-12-05";

async function ask(dollars: string): Promise<void> {
  await pane().getByTestId("plan-amount").fill(dollars);
  await pane().getByTestId("plan-amount").press("Enter");
}

/** Keys of the lots in the plan. */
async function planned(): Promise<readonly string[]> {
  const marks = await pane().locator('[data-testid^="plan-sale-"]:visible').evaluateAll((found) => found.map((one) => (one as HTMLElement).dataset.testid ?? ""));
  return marks.map((mark) => mark.slice("plan-sale-".length));
}

/** The same keys of the lots that stand on the sheet, in the table whose first heading this is. */
async function written(first: string): Promise<readonly string[]> {
  const sheet = (await sheetNamed(PLAN))!;
  const tables = first === "Symbol" ? tableFrom(sheet, "Account") : tableOn(sheet, first);
  return tables.filter((row) => row["Lot"] !== "" && row["Lot"] !== undefined).map((row) => `${String(row["Symbol"])}|${String(row["Account"])}|${String(row["Lot"])}`.toUpperCase());
}

/** The days to buy again begin with Symbol too: the table meant has this heading second. */
function tableFrom(sheet: SheetContent, second: string): Record<string, unknown>[] {
  const rows = Object.fromEntries(Object.entries(sheet.rows).filter(([, cells]) => cells[0]?.value !== "Symbol" || cells[1]?.value === second));
  return tableOn({ ...sheet, rows }, "Symbol");
}

describe("A plan of sales in the pane", function () {
  this.timeout(600_000);
  let sheetsBefore: readonly string[];
  let kept: string;

  before(async () => {
    await openInPane(sampleFile("taxlot-sample.xlsx"));
    sheetsBefore = await sheetNames();
    await setAsOf(pane(), "2025-12-05");
    await goTo(pane(), "plan");
  });

  it("says what to type, and that there is nothing to write yet", async () => {
    assert.equal(await answerOf(pane()), "Type how much cash to raise.");
    assert.match(await onScreen(pane(), "write-plan").innerText(), /There is no plan to write yet\./);
  });

  it("answers in one line what the plan raises, costs, and how near the least it is", async () => {
    await ask("25000");
    await onScreen(pane(), "plan-sales").waitFor();
    assert.match(await answerOf(pane()), /^Selling \d+ lots? raises \$2\d,\d{3} and (adds|lowers) .*(: proven the least possible|\. Another choice could cost at most \$[\d,.]+ less)\.$/);
    assert.ok((await planned()).length > 0);
  });

  it("cash above all that is held is refused in a sentence, and nothing is lost", async () => {
    await ask("99000000");
    await onScreen(pane(), "answer").filter({ hasText: /^\$99,000,000\.00 of cash is more than there is: all lots that may be sold raise/ }).waitFor();
    await ask("25000");
    await onScreen(pane(), "plan-sales").waitFor();
  });

  it("a lot that is kept leaves the plan, and stands in the limits", async () => {
    kept = (await planned()).find((key) => key.startsWith("UNH|")) ?? "";
    assert.notEqual(kept, "");
    await pane().getByTestId(`plan-sale-${kept}`).getByRole("button", { name: /^Keep this lot/ }).click();
    await pane().getByTestId(`plan-sale-${kept}`).waitFor({ state: "detached" });
    await onScreen(pane(), "plan-limits").filter({ hasText: /keep UNH row 62/ }).waitFor();
    assert.ok(!(await planned()).includes(kept));
  });

  it("pressed while another amount is being typed, the button writes the plan of that amount", async () => {
    await pane().getByTestId("plan-amount").fill("12000");
    const { intent, sentence } = await saidAfter(pressWrite);
    assert.equal(intent, "success", sentence);
    await settle();
    const asked = Object.values((await sheetNamed(PLAN))!.rows).flatMap((cells) => Object.values(cells)).map(({ value, formula }) => String(formula ?? value));
    assert.ok(asked.some((text) => /12,?000/.test(text)), asked.join("; ").slice(0, 2000));
    assert.ok(!asked.some((text) => /25,?000/.test(text)), asked.join("; ").slice(0, 2000));
    await pane().getByRole("button", { name: "Remove what I wrote" }).click();
    await pane().getByTestId("said").filter({ hasText: "Removed." }).waitFor();
    await ask("25000");
    await onScreen(pane(), "answer").filter({ hasText: /raises \$2\d,/ }).waitFor();
  });

  it("written as values, the sheet lists the lots of the pane, without the one that is kept", async () => {
    await pane().getByRole("radio", { name: "Values" }).check();
    await onScreen(pane(), "write-plan").filter({ hasText: new RegExp(PLAN) }).waitFor();
    const { intent, sentence } = await saidAfter(pressWrite);
    assert.equal(intent, "success", sentence);
    assert.ok((await sheetNames()).includes(PLAN), sentence);
    await settle();
    assert.deepEqual(await written("Order"), await planned());
    assert.ok(!(await written("Order")).includes(kept));
  });

  it("“Remove what I wrote” takes the sheet away and nothing else", async () => {
    await pane().getByRole("button", { name: "Remove what I wrote" }).click();
    await pane().getByTestId("said").filter({ hasText: /Removed/ }).waitFor();
    await settle();
    assert.deepEqual(await sheetNames(), sheetsBefore);
  });

  it("the limit taken away again, the lot is back in the plan", async () => {
    await onScreen(pane(), "plan-limits").click();
    await pane().getByRole("button", { name: "No longer keep UNH row 62" }).click();
    await pane().getByTestId(`plan-sale-${kept}`).waitFor();
  });

  it("written live, SELLPLAN spills the lots of the pane", async () => {
    await pane().getByRole("radio", { name: "Live formulas" }).check();
    const { intent, sentence } = await saidAfter(pressWrite);
    assert.equal(intent, "success", sentence);
    await settle();
    assert.deepEqual(await written("Symbol"), await planned());
  });

  it("the page logged no error on the way", () => assert.deepEqual(workbench().pageErrors, []));
});
