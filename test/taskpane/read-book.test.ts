import assert from "node:assert/strict";
import type { TradesPlace } from "../../src/sheet/placing/trades-blocks";
import type { SettingsFound } from "../../src/sheet/placing/settings-rows";
import type { Step } from "../../src/taskpane/engine/contract";
import { bookOnDesk, type BookRead } from "../../src/taskpane/read-book";
import { dayFromCalendar } from "../../src/values/plain-date";
import { done, type Outcome } from "../../src/values/outcome";

const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Remark"];

/** The trades stand under a title: their headings are in sheet row 3. */
function placed(cells: unknown[][]): { place: TradesPlace; cells: unknown[][] } {
  const block = { sheet: "Trades", row: 2, column: 1, rows: cells.length, columns: HEADINGS.length };
  return { place: { block, headings: 0, tableName: null, selected: false, missing: [] }, cells };
}

const AT_ONCE: Step = { working: () => undefined, breathe: async () => undefined };

async function readBook(trades: { place: TradesPlace; cells: unknown[][] }, settings: SettingsFound | null, step = AT_ONCE): Promise<Outcome<BookRead>> {
  const read = await bookOnDesk({ ...trades, settings, prices: null, asOf: dayFromCalendar(2024, 12, 5) }, step);
  return read.ok ? done(read.value.book) : read;
}

async function read(...rows: unknown[][]): Promise<BookRead> {
  const book = await readBook(placed([HEADINGS, ...rows]), null);
  assert.ok(book.ok, book.ok ? "" : book.problem.sentence);
  return book.value;
}

describe("What the page shows of a trades range", () => {
  it("counts lots, symbols and the rows each table will fill", async () => {
    // Held after the sale: 60 of the first lot, 10 of the second, 5 ABC: three lots, two symbols, one sold piece.
    const book = await read(
      ["2024-01-02", "Buy", "XYZ", 100, 10, ""],
      ["2024-02-01", "Buy", "XYZ", 10, 11, ""],
      ["2024-02-02", "Buy", "ABC", 5, 20, ""],
      ["2024-03-01", "Sell", "XYZ", 40, 12, ""],
    );
    assert.deepEqual([book.lots, book.symbols, book.trades], [3, 2, 4]);
    assert.deepEqual(book.rowsOf, { OPENLOTS: 4, REALIZED: 2, WASHSALE: 5 });
    assert.deepEqual(book.problems, []);
    assert.deepEqual(book.withheld, []);
  });

  it("says which heading was taken for what and which was left alone", async () => {
    const book = await read(["2024-01-02", "Buy", "XYZ", 100, 10, ""]);
    assert.deepEqual(book.columns.map(({ heading, field }) => [heading, field]).slice(3), [
      ["Quantity", "Quantity"],
      ["Price", "Price"],
      ["Remark", null],
    ]);
  });

  it("points at the cell of a wrong row, wherever the range stands on the sheet", async () => {
    // Range row 3 is sheet row 5 (index 4); Quantity is the fourth column of a range that starts in B.
    const book = await read(["2024-01-02", "Buy", "ABC", 5, 10, ""], ["2024-01-03", "Buy", "XYZ", "ten", 10, ""]);
    const [problem, ...others] = book.problems;
    assert.deepEqual(others, []);
    assert.equal(problem?.row, 3);
    assert.deepEqual(problem?.cell, { sheet: "Trades", row: 4, column: 4, rows: 1, columns: 1 });
    assert.deepEqual(book.withheld, ["XYZ in A"]);
    assert.deepEqual([book.lots, book.symbols], [1, 1]);
  });

  it("lists a sale of more than is held, which only booking can find", async () => {
    const book = await read(["2024-01-02", "Buy", "XYZ", 100, 10, ""], ["2024-03-01", "Sell", "XYZ", 120, 12, ""]);
    assert.match(book.problems.map(({ sentence }) => sentence).join(), /^Row 3: sells 120 XYZ, only 100 held/);
    assert.equal(book.lots, 0);
  });

  it("counts a withheld pool as the one row that stands for it, and sales in an IRA not at all", async () => {
    const cells = placed([
      [...HEADINGS, "Account"],
      ["2024-01-02", "Buy", "XYZ", 100, 10, "", "A"],
      ["2024-03-01", "Sell", "XYZ", 120, 12, "", "A"],
      ["2024-01-02", "Buy", "ABC", 10, 10, "", "Mine"],
      ["2024-03-01", "Sell", "ABC", 4, 12, "", "Mine"],
      ["2024-01-02", "Buy", "DEF", 10, 10, "", "A"],
      ["2024-03-01", "Sell", "DEF", 4, 12, "", "A"],
    ]);
    const block = { sheet: "Taxlot Settings", row: 0, column: 0, rows: 1, columns: 3 };
    const book = await readBook(cells, { block, cells: [["Account", "Mine", "IRA"]] });
    assert.ok(book.ok);
    // Open: heading, XYZ withheld, 6 ABC, 6 DEF. Realized: heading, XYZ withheld, 4 DEF.
    assert.deepEqual(book.value.rowsOf, { OPENLOTS: 4, REALIZED: 3, WASHSALE: 7 });
  });

  it("uses the settings it is given, and refuses settings it cannot read", async () => {
    const cells = placed([HEADINGS, ["2024-01-02", "Buy", "XYZ", 100, 10, ""]]);
    const block = { sheet: "Taxlot Settings", row: 0, column: 0, rows: 1, columns: 2 };
    assert.ok((await readBook(cells, { block, cells: [["Method", "LIFO"]] })).ok);
    const refused = await readBook(cells, { block, cells: [["Method", "Whatever"]] });
    assert.equal(refused.ok, false);
  });

  it("names the accounts whose names tell a type, unless the settings name them", async () => {
    const cells = placed([
      [...HEADINGS, "Account"],
      ["2024-01-02", "Buy", "XYZ", 100, 10, "", "Brokerage"],
      ["2024-01-02", "Buy", "XYZ", 10, 10, "", "ROTH IRA"],
    ]);
    const unnamed = await readBook(cells, null);
    assert.deepEqual(unnamed.ok && unnamed.value.typedByName, [{ account: "ROTH IRA", type: "Roth IRA" }]);
    const block = { sheet: "Taxlot Settings", row: 0, column: 0, rows: 1, columns: 3 };
    const named = await readBook(cells, { block, cells: [["Account", "Roth IRA", "Taxable"]] });
    assert.deepEqual(named.ok && named.value.typedByName, []);
  });

  it("breathes between the steps, so that a long range does not freeze Excel", async () => {
    let breaths = 0;
    await readBook(placed([HEADINGS, ["2024-01-02", "Buy", "XYZ", 100, 10, ""]]), null, { ...AT_ONCE, breathe: async () => void breaths++ });
    assert.ok(breaths >= 2);
  });
});
