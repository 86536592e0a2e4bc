import assert from "node:assert/strict";
import type { CellBlock } from "../../src/sheet/placing/addresses";
import { watchCalculations, watchChanges } from "../../src/workbook/watch-changes";
import { watchSelection } from "../../src/workbook/watch-selection";
import { ExcelError, FakeWorkbook, installFake } from "./fake-excel";

describe("The pane follows the workbook", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = new FakeWorkbook();
    book.sheet("Trades").set(0, 0, "Date");
    book.selected = { sheet: "Trades", row: 0, column: 0, rows: 2, columns: 2 };
    restore = installFake(book);
  });
  afterEach(() => restore());

  const settle = async (): Promise<void> => {
    await Promise.all(book.selectionChanged.map((handler) => handler()));
  };

  it("tells what is selected now and after every change, until it is stopped", async () => {
    const told: string[] = [];
    const stop = await watchSelection((address) => told.push(address));
    book.selected = { sheet: "Trades", row: 4, column: 0, rows: 1, columns: 1 };
    await settle();
    stop();
    book.selected = { sheet: "Trades", row: 9, column: 0, rows: 1, columns: 1 };
    await settle();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(told, ["Trades!A1:B2", "Trades!A5"]);
    assert.equal(book.selectionChanged.length, 0);
  });

  it("is told once and no more without ExcelApi 1.9", async () => {
    book.apiSets.delete("1.9");
    const told: string[] = [];
    (await watchSelection((address) => told.push(address)))();
    assert.deepEqual([told, book.selectionChanged.length], [["Trades!A1:B2"], 0]);
  });

  it("passes over a selection that Excel cannot name, such as several areas", async () => {
    const told: string[] = [];
    await watchSelection((address) => told.push(address));
    book.beforeSync = () => {
      throw new ExcelError("InvalidSelection");
    };
    await settle();
    assert.equal(told.length, 1);
  });

  it("hears of rows inserted or deleted, and of a deleted sheet by its name", async () => {
    const changes: CellBlock[] = [];
    assert.equal(await watchChanges((block) => changes.push(block)), true);
    await Promise.all(book.changed.map((handler) => handler({ worksheetId: "Trades", address: "3:4" })));
    book.sheets.pop();
    await Promise.all(book.deleted.map((handler) => handler({ worksheetId: "Trades" })));
    await Promise.all(book.deleted.map((handler) => handler({ worksheetId: "never seen" })));
    const whole = { sheet: "Trades", row: 0, column: 0, rows: 1_048_576, columns: 16_384 };
    assert.deepEqual(changes, [whole, whole]);
  });

  it("hears of new results of formulas, by their block or by the sheet alone", async () => {
    const calculated: CellBlock[] = [];
    assert.equal(await watchCalculations((block) => calculated.push(block)), true);
    const [handler] = book.calculated;
    await handler?.({ worksheetId: "Trades", address: "B2:B9" });
    await handler?.({ worksheetId: "Trades" });
    await handler?.({ worksheetId: "gone", address: "A1" });
    assert.deepEqual(calculated, [
      { sheet: "Trades", row: 1, column: 1, rows: 8, columns: 1 },
      { sheet: "Trades", row: 0, column: 0, rows: 1_048_576, columns: 16_384 },
    ]);
    book.apiSets.delete("1.8");
    assert.equal(await watchCalculations(() => undefined), false);
  });
});
