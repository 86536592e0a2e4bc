import assert from "node:assert/strict";
import type { IdentificationRow } from "../../src/sheet/placing/identification-log";
import { dayFromCalendar } from "../../src/values/plain-date";
import { logIdentification } from "../../src/workbook/log-identification";
import { FakeWorkbook, installFake, type Cell } from "./fake-excel";

const ROW: IdentificationRow = {
  loggedDay: dayFromCalendar(2026, 12, 5),
  loggedTime: "09:31",
  saleDay: dayFromCalendar(2026, 12, 5),
  account: "001234",
  symbol: "XYZ",
  shares: 12.5,
  lot: "row 2",
  acquired: dayFromCalendar(2026, 3, 2),
  basisCents: 123_456,
  chosenBy: "Harvest pane",
  memo: "ID-1",
};
/** 5 December 2026 is 278 days after 2 March 2026, serial 46083. */
const WRITTEN = [46361, "09:31", 46361, "001234", "XYZ", 12.5, "row 2", 46083, 1234.56, "Harvest pane", "ID-1"];

describe("R-ID-2, Reg. 1.1012-1(c): every identification is kept, none is ever changed", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = new FakeWorkbook();
    book.sheet("Trades");
    restore = installFake(book);
  });
  afterEach(() => restore());

  const rowOf = (row: number, columns: number): (Cell | undefined)[] =>
    Array.from({ length: columns }, (_, column) => book.sheet("Taxlot SpecID").cells.get(`${row},${column}`));

  it("makes the visible sheet and writes dates, money and text as such", async () => {
    const logged = await logIdentification([ROW]);
    assert.deepEqual(logged, { ok: true, value: { sheet: "Taxlot SpecID", row: 1, column: 0, rows: 1, columns: 13 } });
    assert.deepEqual(rowOf(0, 13), ["Logged on", "Time", "Sale date", "Account", "Symbol", "Quantity", "Lot", "Acquired", "Basis", "Chosen by", "Memo", "Broker confirmation", "Note"]);
    assert.deepEqual(rowOf(1, 13), [...WRITTEN, undefined, undefined]);
    const { formats, frozenRows, visibility } = book.sheet("Taxlot SpecID");
    assert.deepEqual([formats.get("1,0"), formats.get("1,8"), frozenRows, visibility], ["m/d/yyyy", "#,##0.00;-#,##0.00", 1, "Visible"]);
  });

  it("appends below the last filled row, be it only a note of the user's", async () => {
    await logIdentification([ROW]);
    book.sheet("Taxlot SpecID").set(4, 12, "asked the broker");
    const before = [...book.sheet("Taxlot SpecID").cells];
    const logged = await logIdentification([ROW, { ...ROW, lot: "row 3" }]);
    assert.equal(logged.ok && logged.value.row, 5);
    assert.deepEqual([...book.sheet("Taxlot SpecID").cells].slice(0, before.length), before);
    assert.equal(rowOf(6, 7)[6], "row 3");
  });

  it("follows columns that the user has moved and leaves the added ones alone", async () => {
    const headings = ["Mine", "Symbol", "Logged on", "Time", "Sale date", "Account", "Quantity", "Lot", "Acquired", "Basis", "Chosen by", "Memo", "Broker confirmation", "Note"];
    book.sheet("Taxlot SpecID").put(0, 0, [headings]);
    assert.ok((await logIdentification([ROW])).ok);
    assert.deepEqual(rowOf(1, 4), [undefined, "XYZ", 46361, "09:31"]);
  });

  it("refuses when a heading is gone, naming it", async () => {
    book.sheet("Taxlot SpecID").put(0, 0, [["Logged on", "Time"]]);
    const refused = await logIdentification([ROW]);
    assert.equal(refused.ok ? "" : refused.problem.sentence, "Sheet ‘Taxlot SpecID’ has no column Sale date in its first row. Put the heading back, then try again.");
  });

  it("says that the sheet or the workbook is protected", async () => {
    book.protected = true;
    const structure = await logIdentification([ROW]);
    assert.match(structure.ok ? "" : structure.problem.sentence, /^The structure of this workbook is protected/);
    book.protected = false;
    await logIdentification([ROW]);
    book.sheet("Taxlot SpecID").protected = true;
    const sheet = await logIdentification([ROW]);
    assert.match(sheet.ok ? "" : sheet.problem.sentence, /^Sheet ‘Taxlot SpecID’ is protected\./);
    assert.equal(rowOf(2, 1)[0], undefined);
  });

  it("counts its dates from 1904 in a workbook that does", async () => {
    book.from1904 = true;
    await logIdentification([ROW]);
    assert.equal(rowOf(1, 1)[0], 46361 - 1462);
  });
});
