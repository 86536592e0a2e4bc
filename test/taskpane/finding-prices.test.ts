import assert from "node:assert/strict";
import type { PriceListRow } from "../../src/sheet/placing/prices-place";
import { dayFromCalendar } from "../../src/values/plain-date";
import { findPrices, readPrices, selectedPrices } from "../../src/workbook/find-prices";
import { createPriceList } from "../../src/workbook/price-list";
import { FakeWorkbook, installFake } from "./fake-excel";

const STOCK = { type: "LinkedEntity", text: "XYZ Corp (XNYS:XYZ)", basicType: "Error", basicValue: "#VALUE!", properties: {} };

describe("Prices on the sheets", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = new FakeWorkbook();
    book.sheet("Trades").put(0, 0, [["Date", "Action", "Symbol", "Quantity", "Price"], [45000, "Buy", "XYZ", 100, 10]]);
    restore = installFake(book);
  });
  afterEach(() => restore());

  const found = async (): Promise<readonly (readonly unknown[])[]> => {
    const places = await findPrices();
    assert.ok(places.ok);
    return places.value.map(({ block, tableName }) => [block.sheet, block.row, block.column, block.rows, block.columns, tableName]);
  };

  it("are none where there are only trades", async () => assert.deepEqual(await found(), []));

  it("are not the holdings in an imported file, whose lines are kept on a sheet", async () => {
    const kept = [["Source held.csv"], ["Imported."], [""], ["File", "held.csv"], ["SHA-256", "0".repeat(64)], [""]];
    book.sheet("Source held.csv").put(0, 0, [...kept, ["Symbol", "Share Price"], ["XYZ", 12]]);
    assert.deepEqual(await found(), []);
    book.sheet("Source held.csv").put(4, 1, [[""]]);
    assert.equal((await found()).length, 1);
  });

  it("are found under their headings, a table once and by its name, our own list first", async () => {
    book.sheet("Quotes").put(2, 1, [["Ticker", "Price"], ["XYZ", 12]]);
    book.sheet("Watch").put(0, 0, [["Symbol", "Price"], ["XYZ", 12]]);
    book.tables.push({ name: "Watchlist", block: { sheet: "Watch", row: 0, column: 0, rows: 2, columns: 2 } });
    book.sheet("Taxlot Prices").put(0, 0, [["Symbol", "Price"], ["XYZ", 12]]);
    book.names.set("TaxlotPrices", { sheet: "Taxlot Prices", row: 0, column: 0, rows: 401, columns: 2 });
    assert.deepEqual(await found(), [
      ["Taxlot Prices", 0, 0, 401, 2, null],
      ["Watch", 0, 0, 2, 2, "Watchlist"],
      ["Quotes", 2, 1, 2, 2, null],
    ]);
  });

  it("are passed over where the name points at a sheet that is gone", async () => {
    book.names.set("TaxlotPrices", { sheet: "Gone", row: 0, column: 0, rows: 2, columns: 2 });
    assert.deepEqual(await found(), []);
  });

  it("may be a selection under other headings, or none", async () => {
    book.sheet("Mine").put(4, 2, [["Holding", "Now"], ["XYZ", 12]]);
    book.selected = { sheet: "Mine", row: 0, column: 2, rows: 1_048_576, columns: 2 };
    const place = await selectedPrices();
    assert.deepEqual(place.ok && place.value, { block: { sheet: "Mine", row: 4, column: 2, rows: 2, columns: 2 }, tableName: null, selected: true });
  });

  it("may be Stocks cells alone, which bring their price; a column of text may not", async () => {
    book.sheet("Mine").set(0, 0, "XYZ");
    book.selected = { sheet: "Mine", row: 0, column: 0, rows: 1, columns: 1 };
    const refused = await selectedPrices();
    assert.match(refused.ok ? "" : refused.problem.sentence, /^The selection has no two columns\./);
    book.sheet("Mine").cards.set("0,0", STOCK);
    assert.ok((await selectedPrices()).ok);
  });

  it("are refused where nothing is selected", async () => {
    book.selected = { sheet: "Trades", row: 50, column: 20, rows: 1, columns: 1 };
    const refused = await selectedPrices();
    assert.match(refused.ok ? "" : refused.problem.sentence, /^The selection is empty\./);
  });

  it("come with Stocks cells as objects, numbers as numbers, and without the blank rows below", async () => {
    book.sheet("Quotes").put(0, 0, [["Symbol", "Price"], ["", 12], ["ABC", 13]]);
    book.sheet("Quotes").cards.set("1,0", STOCK);
    const block = { sheet: "Quotes", row: 0, column: 0, rows: 9, columns: 2 };
    const read = await readPrices({ block, tableName: null, selected: false });
    assert.deepEqual(read.ok && read.value.cells, [["Symbol", "Price"], [STOCK, 12], ["ABC", 13]]);
    assert.equal(read.ok && read.value.place.block.rows, 3);
    book.apiSets.delete("1.16");
    const plain = await readPrices({ block, tableName: null, selected: false });
    assert.deepEqual(plain.ok && plain.value.cells[1], ["#VALUE!", 12]);
  });

  it("of a table follow the table, and say when it is gone", async () => {
    book.sheet("Watch").put(0, 0, [["Symbol", "Price"], ["XYZ", 12], ["ABC", 13]]);
    const block = { sheet: "Watch", row: 0, column: 0, rows: 2, columns: 2 };
    const place = { block, tableName: "Watchlist", selected: false };
    book.tables.push({ name: "Watchlist", block: { ...block, rows: 3 } });
    const read = await readPrices(place);
    assert.equal(read.ok && read.value.cells.length, 3);
    book.tables.pop();
    const gone = await readPrices(place);
    assert.equal(gone.ok ? "" : gone.problem.sentence, "Table Watchlist is no longer there. Press “Read again”.");
  });
});

describe("“Make a price list” and “Fill in last trade prices”", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = new FakeWorkbook();
    book.sheet("Trades");
    restore = installFake(book);
  });
  afterEach(() => restore());

  const row = (symbol: string, price: number | null): PriceListRow => ({ symbol, price, lastTradePrice: 12.5, lastTradeDay: dayFromCalendar(2026, 3, 2) });

  it("makes a visible sheet with blank prices and names Symbol and Price, with room below", async () => {
    const made = await createPriceList([row("XYZ", null), row("ABC", null)]);
    assert.deepEqual(made, { ok: true, value: { sheet: "Taxlot Prices", row: 0, column: 0, rows: 3, columns: 2 } });
    const { cells, formats, frozenRows, visibility } = book.sheet("Taxlot Prices");
    assert.deepEqual(["0,1", "1,0", "1,1", "1,2", "1,3", "2,0"].map((key) => cells.get(key)), ["Price", "XYZ", undefined, 12.5, 46083, "ABC"]);
    assert.deepEqual([formats.get("1,3"), frozenRows, visibility], ["m/d/yyyy", 1, "Visible"]);
    const name = book.names.get("TaxlotPrices");
    assert.deepEqual([name?.columns, (name?.rows ?? 0) > 100], [2, true]);
    const places = await findPrices();
    assert.equal(places.ok && places.value.length, 1);
  });

  it("adds the symbols the sheet lacks and fills only blank prices", async () => {
    await createPriceList([row("XYZ", null)]);
    book.sheet("Taxlot Prices").set(1, 1, 20);
    const filled = await createPriceList([row("XYZ", 12.5), row("ABC", 12.5)]);
    assert.ok(filled.ok);
    const { cells } = book.sheet("Taxlot Prices");
    assert.deepEqual(["1,1", "2,0", "2,1"].map((key) => cells.get(key)), [20, "ABC", 12.5]);
  });

  it("writes nothing over a sheet of that name that is something else, or protected", async () => {
    book.sheet("Taxlot Prices").put(0, 0, [["My notes"], ["mine"]]);
    const before = [...book.sheet("Taxlot Prices").cells];
    const refused = await createPriceList([row("XYZ", 1)]);
    assert.match(refused.ok ? "" : refused.problem.sentence, /has other headings than Symbol/);
    book.sheet("Taxlot Prices").protected = true;
    const locked = await createPriceList([row("XYZ", 1)]);
    assert.match(locked.ok ? "" : locked.problem.sentence, /^Sheet ‘Taxlot Prices’ is protected\./);
    assert.deepEqual([...book.sheet("Taxlot Prices").cells], before);
  });
});
