/**
 * December, from a broker's export dropped on the workbench: no prices in it. The user makes a price list, types prices
 * into it, and gets a plan. By hand, from assets/samples/schwab-transactions.csv: of NVDA 120 shares of January are left
 * at 11,210.60 × 120 ÷ 200 = 6,726.36, and 50 of August at 4,945.50.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../workbench/paths";
import { settle, typeInto, workbookOf } from "./at-the-keyboard";
import { answerOf, goTo, onScreen, openInPane, pane, pressWrite, saidAfter, setAsOf, sheetNamed, sheetNames, tableOn } from "./in-the-pane";
import { workbench } from "./one-browser";

const FILE = "schwab-transactions.csv";

/** As one drags it out of the folder: the page gets a drop with the file in it. */
async function dropFile(): Promise<void> {
  const bytes = readFileSync(join(PROJECT, "assets", "samples", FILE)).toString("base64");
  await workbench().page.evaluate(
    ({ name, base64 }) => {
      const file = new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type: "text/csv" });
      const carried = new DataTransfer();
      carried.items.add(file);
      for (const kind of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
      }
    },
    { name: FILE, base64: bytes },
  );
}

describe("The December story, from a Schwab export", function () {
  this.timeout(600_000);

  before(async () => {
    await openInPane(workbookOf([["Date", "Action", "Symbol", "Quantity", "Price"], ["2023-01-10", "Buy", "XYZ", 1, 50]]));
    await dropFile();
    await workbench().page.getByText(FILE).waitFor();
    await settle();
    await pane().locator('[data-testid="pane-state"][data-state="read"]').waitFor();
  });

  it("without prices the pane offers to make a list of them", async () => {
    await goTo(pane(), "data");
    assert.match(await onScreen(pane(), "prices-state").innerText(), /need prices/);
    await pane().getByRole("button", { name: "Make a price list" }).click();
    await onScreen(pane(), "prices-state").filter({ hasNotText: "need prices" }).waitFor();
    const list = tableOn((await sheetNamed("Taxlot Prices"))!, "Symbol");
    assert.deepEqual(list.map((row) => row["Symbol"]).sort(), ["NVDA", "SCHD"]);
    assert.deepEqual(list.map((row) => row["Price"]), ["", ""]);
  });

  it("prices typed into the list are followed by themselves", async () => {
    const sheet = (await sheetNamed("Taxlot Prices"))!;
    const top = Number(Object.keys(sheet.rows).find((row) => sheet.rows[Number(row)]?.[0]?.value === "Symbol"));
    const symbols = [1, 2].map((down) => sheet.rows[top + down]?.[0]?.value);
    await workbench().page.evaluate((name) => {
      const { grid } = window.workbench!;
      const found = grid.sheets().find((one) => one.name === name)!;
      grid.select({ sheetId: found.id, row: 0, column: 0, rows: 1, columns: 1 });
    }, "Taxlot Prices");
    for (const [down, symbol] of symbols.entries()) await typeInto(`B${top + 2 + down}`, symbol === "NVDA" ? "50" : "27.40");
    await onScreen(pane(), "prices-state").filter({ hasText: /All 2 symbols held have a price/ }).waitFor();
  });

  it("Harvest shows both lots of NVDA below cost: 726.36 and 2,445.50", async () => {
    await setAsOf(pane(), "2024-12-27");
    await goTo(pane(), "harvest");
    // 120 × 50 = 6,000.00 against 6,726.36; 50 × 50 = 2,500.00 against 4,945.50.
    await onScreen(pane(), "answer").filter({ hasText: /losses/ }).waitFor();
    const said = (await pane().locator('[data-testid^="candidate-"]:visible').allInnerTexts()).join(" ");
    assert.match(said, /−\$726\.36/);
    assert.match(said, /−\$2,445\.50/);
    assert.match(await answerOf(pane()), /^You could realize/);
  });

  it("and the plan sheet is written", async () => {
    for (const box of await pane().locator('[data-testid^="tick-NVDA"]:visible').all()) await box.check();
    await onScreen(pane(), "plan-total").waitFor();
    const { intent, sentence } = await saidAfter(pressWrite);
    assert.equal(intent, "success", sentence);
    assert.ok((await sheetNames()).includes("Harvest 2024-12-27"), sentence);
    await settle();
    const sales = tableOn((await sheetNamed("Harvest 2024-12-27"))!, "Order").filter((row) => row["Symbol"] !== "");
    assert.deepEqual(sales.map((row) => row["Gain"]).sort(), [-2445.5, -726.36]);
    // No rates in the settings: blank, never a guess.
    assert.deepEqual(sales.map((row) => row["Tax saved"]), ["", ""]);
  });
});
