import assert from "node:assert/strict";
import { findBrokerForms, readBrokerForms, selectedBrokerForm } from "../../src/workbook/find-broker-forms";
import { FakeWorkbook, installFake } from "./fake-excel";

const FORM = [["Symbol", "Date sold", "Proceeds", "Cost basis"], ["XYZ", 45000, 1200, 1000]];

describe("Brokers' forms on the sheets", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = new FakeWorkbook();
    book.sheet("Trades").put(0, 0, [["Date", "Action", "Symbol", "Quantity", "Price", "Amount"], [45000, "Sell", "XYZ", 100, 12, 1200]]);
    restore = installFake(book);
  });
  afterEach(() => restore());

  const found = async (): Promise<readonly (readonly unknown[])[]> => {
    const places = await findBrokerForms();
    assert.ok(places.ok, places.ok ? "" : places.problem.sentence);
    return places.value.map(({ block, tableName }) => [block.sheet, block.row, block.column, block.rows, block.columns, tableName]);
  };

  it("are none where there are only trades", async () => assert.deepEqual(await found(), []));

  it("are found under title lines, from the top of their sheet, so that rows are those at its edge", async () => {
    book.sheet("1099").put(0, 1, [["Form 1099-B of 2025"]]);
    book.sheet("1099").put(2, 1, FORM);
    assert.deepEqual(await found(), [["1099", 0, 1, 4, 4, null]]);
  });

  it("are found once where they are a Table, and by its name", async () => {
    book.sheet("1099").put(0, 0, FORM);
    book.tables.push({ name: "Broker1099", block: { sheet: "1099", row: 0, column: 0, rows: 2, columns: 4 } });
    assert.deepEqual(await found(), [["1099", 0, 0, 2, 4, "Broker1099"]]);
  });

  it("are not the copy's sheets of them, where the copy stands in this workbook", async () => {
    book.sheet("Source 1099").put(0, 0, [["Source: 1099"], ["PBC: provided by the client. Read from ‘1099’!A1:D2 on 2026-04-01; 1 row below the headings."], [""], ["Row"]]);
    book.sheet("Source 1099").put(3, 1, FORM);
    assert.deepEqual(await found(), []);
  });

  it("are found under a title of the user's own that reads like that of a source", async () => {
    book.sheet("Mine").put(0, 0, [["Source: my broker"]]);
    book.sheet("Mine").put(2, 0, FORM);
    assert.equal((await found()).length, 1);
  });

  it("are not what we computed, nor the unedited lines of an imported file, nor on a hidden sheet", async () => {
    book.sheet("Realized").put(0, 0, [["Sale row", "Symbol", "Sold", "Proceeds", "Basis"], [2, "XYZ", 45000, 1200, 1000]]);
    book.sheet("Source file.csv").put(0, 0, [["Lines of file.csv"], ["made"], ["File", "file.csv"], ["SHA-256", "a".repeat(64)]]);
    book.sheet("Source file.csv").put(6, 0, FORM);
    book.sheet("Source Form").put(0, 0, [["Source: Form"], ["PBC: provided by the client. Read from ‘1099’!A1:D2 on 2026-04-01; 1 row below the headings."]]);
    book.sheet("Source Form").put(3, 0, FORM);
    book.sheet("Hidden").put(0, 0, FORM);
    book.sheet("Hidden").visibility = "Hidden";
    assert.deepEqual(await found(), []);
  });

  it("may be pointed at, and a selection without their headings is refused with what they are", async () => {
    book.sheet("Mine").put(4, 2, FORM);
    book.selected = { sheet: "Mine", row: 4, column: 2, rows: 2, columns: 4 };
    const place = await selectedBrokerForm();
    assert.deepEqual(place.ok && place.value, { block: { sheet: "Mine", row: 4, column: 2, rows: 2, columns: 4 }, tableName: null, selected: true });
    book.selected = { sheet: "Trades", row: 0, column: 0, rows: 2, columns: 6 };
    const refused = await selectedBrokerForm();
    assert.match(refused.ok ? "" : refused.problem.sentence, /^‘Trades’!A1:F2 has no headings of a broker's form\. Select its rows with a row of headings above them/);
  });

  it("are read to their last row, several at once; a Table that is gone is named", async () => {
    book.sheet("1099").put(0, 0, FORM);
    const block = { sheet: "1099", row: 0, column: 0, rows: 9, columns: 4 };
    const read = await readBrokerForms([{ block, tableName: null, selected: false }]);
    assert.deepEqual(read.ok && read.value.map(({ place, cells }) => [place.block.rows, cells]), [[2, FORM]]);
    const gone = await readBrokerForms([{ block, tableName: "Gone", selected: false }]);
    assert.equal(gone.ok ? "" : gone.problem.sentence, "Table Gone is no longer there. Press “Read again”.");
  });
});
