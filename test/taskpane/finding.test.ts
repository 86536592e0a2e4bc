import assert from "node:assert/strict";
import { findTrades, readTradesCells, selectedPlace } from "../../src/workbook/find-trades";
import { createSettingsSheet, findSettings } from "../../src/workbook/settings-sheet";
import { SETTINGS_ROWS } from "../../src/sheet/placing/settings-rows";
import { selectBlock } from "../../src/workbook/select-cell";
import { watchChanges } from "../../src/workbook/watch-changes";
import { readSettings } from "../../src/sheet/read-settings";
import { DEFAULT_CHOICES } from "../../src/lots/choices";
import type { CellBlock } from "../../src/sheet/placing/addresses";
import type { TradesPlace } from "../../src/sheet/placing/trades-blocks";
import { FakeWorkbook, installFake } from "./fake-excel";

const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price"];
const BUY = [45000, "Buy", "XYZ", 100, 10];
const SELL = [45100, "Sell", "XYZ", 40, 12];

describe("Finding the trades on the sheets", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = new FakeWorkbook();
    restore = installFake(book);
  });
  afterEach(() => restore());

  const found = async (): Promise<readonly TradesPlace[]> => {
    const places = await findTrades();
    assert.ok(places.ok);
    return places.value;
  };

  it("finds none in an empty workbook and on a sheet of something else", async () => {
    book.sheet("Sheet1");
    book.sheet("Budget").put(0, 0, [["Month", "Rent"], ["May", 900]]);
    assert.deepEqual(await found(), []);
  });

  it("finds headings below the title lines of a broker's export", async () => {
    book.sheet("Export").put(0, 0, [["Transactions for account ...123"], [""], HEADINGS, BUY, SELL]);
    assert.deepEqual(await found(), [
      // From sheet row 1, so that "row 4" is row 4 of the sheet.
      { block: { sheet: "Export", row: 0, column: 0, rows: 5, columns: 5 }, headings: 2, tableName: null, selected: false, missing: [] },
    ]);
  });

  it("leaves the sheet of an imported file alone, and a source in the accountant's copy: their rows stand in a table already", async () => {
    const kept = [["Source old.csv"], ["Imported."], [""], ["File", "old.csv"], ["SHA-256", "0".repeat(64)], [""]];
    book.sheet("Source old.csv").put(0, 0, [...kept, HEADINGS, BUY, SELL]);
    book.sheet("Source Trades").put(0, 0, [["Source: Trades"], ["PBC: provided by the client. Read from ‘Trades’!A1:E3 on 2026-04-01; 2 rows below the headings."], HEADINGS, BUY, SELL]);
    assert.deepEqual(await found(), []);
    // A title like it over trades of the user's own hides nothing.
    book.sheet("Source Trades").put(1, 0, [["of my broker"]]);
    assert.deepEqual((await found()).map(({ block }) => block.sheet), ["Source Trades"]);
  });

  it("starts at the headings when they stand far down the sheet", async () => {
    book.sheet("Deep").put(200, 0, [HEADINGS, BUY]);
    assert.deepEqual((await found()).map(({ block, headings }) => [block.row, block.rows, headings]), [[200, 2, 0]]);
  });

  it("takes a result beside the trades for something of its own", async () => {
    book.sheet("Trades").put(1, 1, [HEADINGS, BUY, SELL]);
    book.sheet("Trades").put(1, 7, [["Lot", "Symbol", "Account", "Acquired", "Quantity", "Basis"], ["row 2", "XYZ", "A", 45000, 60, 600], ["", "", "", "", "", ""], ["", "", "", "", 60, 600]]);
    const [place, ...others] = await found();
    assert.deepEqual(others, []);
    assert.deepEqual(place?.block, { sheet: "Trades", row: 0, column: 1, rows: 5, columns: 5 });
    assert.equal(place?.headings, 1);
    // The longer neighbour does not lengthen the trades.
    const read = await readTradesCells(place!);
    assert.equal(read.ok && read.value.place.block.rows, 4);
    assert.deepEqual(read.ok && read.value.cells.slice(1), [HEADINGS, BUY, SELL]);
  });

  it("names an Excel Table once, by its name", async () => {
    book.sheet("Trades").put(0, 0, [HEADINGS, BUY, SELL]);
    book.tables.push({ name: "MyTrades", block: { sheet: "Trades", row: 0, column: 0, rows: 3, columns: 5 } });
    assert.deepEqual((await found()).map(({ tableName }) => tableName), ["MyTrades"]);
  });

  it("finds trades on several sheets, and none on a hidden one", async () => {
    for (const name of ["One", "Two", "Hidden"]) book.sheet(name).put(0, 0, [HEADINGS, BUY]);
    book.sheet("Hidden").visibility = "Hidden";
    assert.deepEqual((await found()).map(({ block }) => block.sheet), ["One", "Two"]);
  });

  it("names a lone table that lacks one column, so that the page can say which", async () => {
    book.sheet("Trades").put(0, 0, [["Date", "Action", "Thing", "Quantity", "Price"], BUY]);
    assert.deepEqual((await found())[0]?.missing, ["Symbol"]);
    book.sheet("Whole").put(0, 0, [HEADINGS, BUY]);
    assert.deepEqual((await found()).map(({ block }) => block.sheet), ["Whole"]);
  });

  it("reads a long range in pieces and stops when told to", async () => {
    const rows = [HEADINGS, ...Array.from({ length: 30_000 }, () => BUY)];
    book.sheet("Long").put(0, 0, rows);
    const [place] = await found();
    const progress: number[] = [];
    const read = await readTradesCells(place!, { onProgress: (done) => progress.push(done) });
    assert.equal(read.ok && read.value.cells.length, 30_001);
    assert.ok(progress.length > 1 && progress.at(-1) === 30_001);
    const stop = new AbortController();
    const stopped = await readTradesCells(place!, { signal: stop.signal, onProgress: () => stop.abort() });
    assert.equal(stopped.ok ? "" : stopped.problem.sentence, "Reading was cancelled.");
  });

  it("uses the selected range, cut to the cells in use", async () => {
    book.sheet("Trades").put(0, 0, [HEADINGS, BUY, SELL]);
    book.selected = { sheet: "Trades", row: 0, column: 0, rows: 1_048_576, columns: 4 };
    const place = await selectedPlace();
    assert.deepEqual(place.ok && place.value.block, { sheet: "Trades", row: 0, column: 0, rows: 3, columns: 4 });
  });

  it("refuses a single cell and an empty spot in a sentence", async () => {
    book.sheet("Trades").put(0, 0, [HEADINGS, BUY, SELL]);
    for (const row of [0, 50]) {
      book.selected = { sheet: "Trades", row, column: 0, rows: 1, columns: 1 };
      const place = await selectedPlace();
      assert.match(place.ok ? "" : place.problem.sentence, /holds no rows of trades/);
    }
  });

  it("selects a cell and brings its sheet to the front", async () => {
    book.sheet("Trades").put(0, 0, [HEADINGS, BUY]);
    const cell = { sheet: "Trades", row: 1, column: 3, rows: 1, columns: 1 };
    assert.ok((await selectBlock(cell)).ok);
    assert.deepEqual([book.active, book.selected], ["Trades", cell]);
  });

  it("says when the sheet of a link is gone", async () => {
    const gone = await selectBlock({ sheet: "Gone", row: 0, column: 0, rows: 1, columns: 1 });
    assert.match(gone.ok ? "" : gone.problem.sentence, /no longer there/);
  });

  it("hears of changes with the sheet by name, where Excel can tell", async () => {
    book.sheet("My trades").put(0, 0, [HEADINGS, BUY]);
    const changes: CellBlock[] = [];
    assert.equal(await watchChanges((block) => changes.push(block)), true);
    await Promise.all(book.changed.map((handler) => handler({ worksheetId: "My trades", address: "D2" })));
    assert.deepEqual(changes, [{ sheet: "My trades", row: 1, column: 3, rows: 1, columns: 1 }]);
    book.apiSets.delete("1.9");
    assert.equal(await watchChanges(() => undefined), false);
  });
});

describe("Design section 5: the visible settings sheet", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = new FakeWorkbook();
    book.sheet("Trades");
    restore = installFake(book);
  });
  afterEach(() => restore());

  it("is absent until it is asked for", async () => {
    assert.deepEqual(await findSettings(), { ok: true, value: null });
    assert.deepEqual(book.sheets.map(({ name }) => name), ["Trades"]);
  });

  it("is made with a name, and read as the defaults it states", async () => {
    assert.ok((await createSettingsSheet()).ok);
    const found = await findSettings();
    assert.ok(found.ok && found.value);
    assert.equal(found.value.block.sheet, "Taxlot Settings");
    const settings = readSettings(found.value.cells);
    assert.deepEqual(settings.ok ? settings.value.choices : settings.problem, { ...DEFAULT_CHOICES, methods: [{ method: "FIFO" }] });
  });

  it("has every row it is made with inside the name, and room below for those that are added", async () => {
    assert.ok((await createSettingsSheet()).ok);
    const found = await findSettings();
    assert.ok(found.ok && found.value);
    const blank = found.value.cells.slice(SETTINGS_ROWS.length);
    assert.ok(blank.length >= 20 && blank.every((row) => row.every((cell) => cell === "")), String(blank.length));
  });

  it("does not touch a sheet of that name that it did not make", async () => {
    book.sheet("Taxlot Settings").set(0, 0, "mine");
    const made = await createSettingsSheet();
    assert.match(made.ok ? "" : made.problem.sentence, /exists, but no name TaxlotSettings/);
    assert.equal(book.sheet("Taxlot Settings").cells.size, 1);
  });
});
