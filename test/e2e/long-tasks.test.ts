/**
 * The pane works through 10,000 trades; tasks over 50 ms on its page are printed beside each step. How long they are says
 * more about the machine than about the pane, so no time is asserted.
 */
import { workbookOf } from "./at-the-keyboard";
import { goTo, onScreen, openInPane, pane, setAsOf } from "./in-the-pane";

const TRADES = 10_000;
const SYMBOLS = 60;

const symbolAt = (index: number): string => `S${String(index % SYMBOLS).padStart(2, "0")}`;

/** Two purchases, then a sale of less than both, by symbol in turn, over five years; the prices fall. */
function ledger(): (string | number)[][] {
  const rows: (string | number)[][] = [["Date", "Action", "Symbol", "Quantity", "Price", "Account"]];
  for (let index = 0; index < TRADES; index++) {
    const day = new Date(Date.UTC(2021, 0, 4) + Math.floor((index * 1_780) / TRADES) * 86_400_000).toISOString().slice(0, 10);
    const isSale = Math.floor(index / SYMBOLS) % 3 === 2;
    rows.push([day, isSale ? "Sell" : "Buy", symbolAt(index), isSale ? 5 : 10, 200 - index / 100 + (index % 7), index % 2 === 0 ? "Brokerage" : "Other broker"]);
  }
  return rows;
}

describe("10,000 trades are read, harvested and planned", function () {
  this.timeout(900_000);

  before(async () => {
    const content = workbookOf(ledger());
    const prices = workbookOf([["Symbol", "Price"], ...Array.from({ length: SYMBOLS }, (_, index) => [symbolAt(index), 90 + index])]).sheets[0]!;
    await openInPane({ ...content, sheets: [...content.sheets, { ...prices, name: "Prices" }] });
    await setAsOf(pane(), "2025-12-05");
    await pane().evaluate(() => {
      const page = window as unknown as { longTasks: number[] };
      page.longTasks = [];
      // Tasks of this page only: the spreadsheet beside it has its own.
      new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries()) if (name === "self") page.longTasks.push(Math.round(duration));
      }).observe({ type: "longtask" });
    });
  });

  const longTasks = (): Promise<number[]> =>
    pane().evaluate(async () => {
      // Entries are told a moment after their task.
      await new Promise((resolve) => setTimeout(resolve, 500));
      return (window as unknown as { longTasks: number[] }).longTasks.splice(0);
    });

  const steps: readonly (readonly [string, () => Promise<void>])[] = [
    ["reading again", async () => {
      await pane().getByRole("button", { name: "Read again" }).click();
      await pane().page().waitForTimeout(3_000);
      await pane().locator('[data-testid="pane-state"][data-state="read"]').waitFor();
    }],
    ["the lots", async () => {
      await goTo(pane(), "lots");
      await onScreen(pane(), "answer").waitFor();
    }],
    ["the losses to harvest", async () => {
      await goTo(pane(), "harvest");
      await onScreen(pane(), "answer").filter({ hasText: /\$/ }).waitFor();
    }],
    ["ticking", async () => {
      await pane().locator('[data-testid^="tick-"]:visible').first().check();
      await onScreen(pane(), "plan-total").filter({ hasText: /\$/ }).waitFor();
    }],
  ];

  for (const [name, act] of steps) {
    it(name, async () => {
      await act();
      const tasks = await longTasks();
      console.log(`      ${name}: ${tasks.length} tasks over 50 ms${tasks.length === 0 ? "" : `: ${tasks.join(", ")} ms`}`);
    });
  }
});
