import assert from "node:assert/strict";
import type { TradesPlace } from "../../src/sheet/placing/trades-blocks";
import type { WriteRequest } from "../../src/sheet/placing/writing";
import { OPENLOTS_HEADINGS } from "../../src/sheet/tables/open-lots";
import { REALIZED_HEADINGS } from "../../src/sheet/tables/realized";
import { passSettingsTo } from "../../src/taskpane/pass-settings-to";
import { removeTables } from "../../src/taskpane/remove-tables";
import { passSettings } from "../../src/workbook/pass-settings";
import { removeWritten } from "../../src/workbook/remove-written";
import { writeTables } from "../../src/workbook/write-formula";
import { ExcelError, FakeWorkbook, installFake, type Answer } from "./fake-excel";

const TRADES = [
  ["Date", "Action", "Symbol", "Quantity", "Price"],
  [45000, "Buy", "XYZ", 100, 10],
  [45100, "Sell", "XYZ", 40, 12],
];

/** What the functions answer; numbers are arbitrary, only shapes matter here. */
function answer(formula: string): Answer {
  if (formula.startsWith("=TAXLOT.OPENLOTS(")) return [[...OPENLOTS_HEADINGS], OPENLOTS_HEADINGS.map(() => 1)];
  if (formula.startsWith("=TAXLOT.REALIZED(")) return [[...REALIZED_HEADINGS], REALIZED_HEADINGS.map(() => 1)];
  if (formula.startsWith("=TAXLOT.WASHSALE(")) return [["Disallowed"], [0], [0]];
  return "#NAME?";
}

function bookWithTrades(): FakeWorkbook {
  const book = new FakeWorkbook();
  book.sheet("Trades").put(0, 0, TRADES);
  book.answer = answer;
  return book;
}

const place: TradesPlace = { block: { sheet: "Trades", row: 0, column: 0, rows: 3, columns: 5 }, headings: 0, tableName: null, selected: false, missing: [] };

function request(more: Partial<WriteRequest> = {}): WriteRequest {
  return { trades: place, tables: [{ table: "OPENLOTS", rows: 2 }], placing: "beside", namespace: "TAXLOT", settings: null, ...more };
}

/** Everything a user could see of the workbook. */
function state(book: FakeWorkbook): unknown {
  return book.sheets.map(({ name, cells, formats, filled, widths, frozenRows }) => ({
    name,
    cells: [...cells].sort(),
    formats: [...formats].sort(),
    filled: [...filled].sort(),
    widths: [...widths].filter(([, width]) => width !== 48),
    frozenRows,
  }));
}

describe("Design section 10: nothing overwritten, nothing half-written", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = bookWithTrades();
    restore = installFake(book);
  });
  afterEach(() => restore());

  it("writes a live formula beside the trades, one blank column between", async () => {
    const written = await writeTables(request());
    assert.ok(written.ok);
    assert.equal(book.sheet("Trades").cells.get("0,6"), "=TAXLOT.OPENLOTS(Trades!$A$1:$E$3)");
    assert.equal(written.value[0]?.block.rows, 2);
    assert.equal(written.value[0]?.shortcoming, null);
  });

  it("formats dates and money, and the heading row", async () => {
    await writeTables(request());
    const { formats, filled } = book.sheet("Trades");
    // Columns from G: Lot, Symbol, Account, Acquired (J = 9) … Basis (M = 12).
    assert.equal(formats.get("1,9"), "m/d/yyyy");
    assert.equal(formats.get("1,12"), "#,##0.00;-#,##0.00");
    assert.equal(formats.get("0,12"), undefined);
    assert.ok(filled.has("0,6") && filled.has("0,21") && !filled.has("1,6"));
  });

  it("stands level with headings below title lines; what is row by row brings the title lines along", async () => {
    const sheet = book.sheet("Export");
    sheet.put(0, 0, [["Transactions"], ...TRADES]);
    book.answer = (formula) => (formula.includes("WASHSALE") ? [[""], ["Disallowed"], [0], [0]] : answer(formula));
    const trades = { ...place, block: { sheet: "Export", row: 0, column: 0, rows: 4, columns: 5 }, headings: 1 };
    const tables = [{ table: "WASHSALE", rows: 4 }, { table: "OPENLOTS", rows: 2 }] as const;
    const before = sheet.cells.size;
    const written = await writeTables(request({ trades, tables }));
    assert.ok(written.ok);
    assert.deepEqual(written.value.map(({ block }) => [block.row, block.column]), [[0, 6], [1, 10]]);
    assert.ok(sheet.filled.has("1,6") && sheet.filled.has("1,10") && !sheet.filled.has("0,6"));
    assert.equal(sheet.formats.get("2,6"), "#,##0.00;-#,##0.00");
    assert.equal(sheet.formats.get("1,6"), undefined);
    for (const table of written.value) assert.ok((await removeWritten(table)).ok);
    assert.deepEqual([sheet.cells.size, sheet.filled.size, sheet.formats.size], [before, 0, 0]);
  });

  it("goes further right when someone's cell stands in the way, even below the table or showing nothing", async () => {
    book.sheet("Trades").set(500, 8, "my note");
    book.sheet("Trades").set(700, 10, '=IF(TRUE,"","")');
    book.answer = (formula) => (formula.startsWith("=IF") ? "" : answer(formula));
    const written = await writeTables(request());
    assert.equal(written.ok && written.value[0]?.block.column, 12);
    assert.equal(book.sheet("Trades").cells.get("500,8"), "my note");
  });

  it("writes three tables at once, the row-by-row one wherever it is told", async () => {
    const tables = [{ table: "WASHSALE", rows: 3 }, { table: "OPENLOTS", rows: 2 }, { table: "REALIZED", rows: 2 }] as const;
    const written = await writeTables(request({ tables }));
    assert.deepEqual(written.ok && written.value.map(({ block }) => block.column), [6, 10, 27]);
    const cells = book.sheet("Trades").cells;
    assert.equal(cells.get("0,7"), '=TAXLOT.WASHSALE(Trades!$A$1:$E$3,"Status")');
    assert.equal(cells.get("0,27"), "=TAXLOT.REALIZED(Trades!$A$1:$E$3)");
  });

  it("makes a sheet a table, says what it is, and keeps wash sales beside their rows", async () => {
    const tables = [{ table: "WASHSALE", rows: 3 }, { table: "OPENLOTS", rows: 2 }] as const;
    const written = await writeTables(request({ tables, placing: "newSheets", settings: "TaxlotSettings" }));
    assert.deepEqual(written.ok && written.value.map(({ block }) => block.sheet), ["Trades", "Open lots"]);
    const sheet = book.sheet("Open lots");
    assert.equal(sheet.cells.get("0,0"), "Open lots");
    assert.match(String(sheet.cells.get("1,0")), /^TAXLOT\.OPENLOTS over ‘Trades’!A1:E3, settings in TaxlotSettings/);
    assert.equal(sheet.cells.get("3,0"), "=TAXLOT.OPENLOTS(Trades!$A$1:$E$3,,,TaxlotSettings)");
    assert.equal(sheet.frozenRows, 4);
  });

  it("refers to an Excel Table by name", async () => {
    await writeTables(request({ trades: { ...place, tableName: "Trades" } }));
    assert.equal(book.sheet("Trades").cells.get("0,6"), "=TAXLOT.OPENLOTS(Trades[#All])");
  });

  it("falls back to the address where the host knows no references to tables", async () => {
    book.answer = (formula) => (formula.includes("[#All]") ? "#NAME?" : answer(formula));
    const written = await writeTables(request({ trades: { ...place, tableName: "Trades" } }));
    assert.ok(written.ok);
    assert.equal(book.sheet("Trades").cells.get("0,6"), "=TAXLOT.OPENLOTS(Trades!$A$1:$E$3)");
  });

  it("leaves the workbook as it was when one of the tables shows an error", async () => {
    const before = state(book);
    book.answer = (formula) => (formula.includes("REALIZED") ? "#VALUE!" : answer(formula));
    const tables = [{ table: "OPENLOTS", rows: 2 }, { table: "REALIZED", rows: 2 }] as const;
    const written = await writeTables(request({ tables, placing: "newSheets" }));
    assert.equal(written.ok, false);
    assert.match(written.ok ? "" : written.problem.sentence, /REALIZED.* answers #VALUE!\. Nothing was written\.$/);
    assert.deepEqual(state(book), before);
  });

  it("says when Excel does not know the function, and writes nothing", async () => {
    const before = state(book);
    book.answer = () => "#NAME?";
    const written = await writeTables(request());
    assert.match(written.ok ? "" : written.problem.sentence, /does not know the function/);
    assert.deepEqual(state(book), before);
  });

  it("refuses a protected sheet and offers new sheets", async () => {
    book.sheet("Trades").protected = true;
    const written = await writeTables(request());
    assert.equal(written.ok ? "" : written.problem.sentence, "Sheet ‘Trades’ is protected. Unprotect it, or write to new sheets.");
    assert.ok((await writeTables(request({ placing: "newSheets" }))).ok);
  });

  it("turns what Excel refuses into a sentence", async () => {
    book.beforeSync = () => {
      throw new ExcelError("InvalidOperationInCellEditMode");
    };
    const written = await writeTables(request());
    assert.match(written.ok ? "" : written.problem.sentence, /Finish it with Enter or Esc/);
  });

  it("keeps the numbers and says so when formats are refused", async () => {
    let syncs = 0;
    // The write itself takes the syncs up to the spill; the first one after that belongs to the formats.
    book.beforeSync = () => {
      syncs += book.sheet("Trades").cells.has("0,6") ? 1 : 0;
      if (syncs === 4) throw new ExcelError("GeneralException");
    };
    const written = await writeTables(request());
    assert.equal(written.ok && written.value[0]?.shortcoming, "The numbers are there, but Excel refused their formats.");
    assert.ok(book.sheet("Trades").cells.has("0,6"));
  });
});

describe("“Remove what I wrote” undoes exactly that", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = bookWithTrades();
    restore = installFake(book);
  });
  afterEach(() => restore());

  const all = [{ table: "WASHSALE", rows: 3 }, { table: "OPENLOTS", rows: 2 }, { table: "REALIZED", rows: 2 }] as const;

  for (const placing of ["beside", "newSheets"] as const) {
    it(`gives back the workbook as it was (${placing})`, async () => {
      const before = state(book);
      const written = await writeTables(request({ tables: all, placing }));
      assert.ok(written.ok);
      assert.notDeepEqual(state(book), before);
      for (const table of written.value) assert.deepEqual(await removeWritten(table), { ok: true, value: null });
      assert.deepEqual(state(book), before);
    });
  }

  it("gives back number formats that the empty columns had", async () => {
    book.sheet("Trades").formats.set("1,9", "0.0%");
    const written = await writeTables(request());
    assert.ok(written.ok && written.value[0]);
    await removeWritten(written.value[0]);
    assert.equal(book.sheet("Trades").formats.get("1,9"), "0.0%");
  });

  it("refuses when the formula has been changed since", async () => {
    const written = await writeTables(request());
    assert.ok(written.ok && written.value[0]);
    book.sheet("Trades").set(0, 6, "=TAXLOT.OPENLOTS(Trades!$A$1:$E$2)");
    const changed = state(book);
    const removed = await removeWritten(written.value[0]);
    assert.equal(removed.ok ? "" : removed.problem.sentence, "‘Trades’!G1 has been changed since it was written.");
    assert.deepEqual(state(book), changed);
  });

  for (const changed of [0, 1, 2]) {
    it(`removes every unchanged table and names the changed one that stays (table ${changed + 1} of 3 changed)`, async () => {
      const written = await writeTables(request({ tables: all }));
      assert.ok(written.ok);
      const { row, column } = written.value[changed]!.block;
      book.sheet("Trades").set(row, column, "=1+1");
      const { gone, stayed, sentence } = await removeTables(removeWritten, written.value);
      assert.deepEqual(stayed, [written.value[changed]]);
      assert.equal(gone.length, 2);
      const cells = [...book.sheet("Trades").cells].filter(([, content]) => String(content).startsWith("="));
      assert.ok(cells.some(([, content]) => content === "=1+1"));
      assert.ok(cells.every(([, content]) => content === "=1+1" || (changed === 0 && String(content).includes("WASHSALE"))));
      // Wash sales from G (3 columns), open lots from K (16), realized sales from AB: one blank column between.
      assert.equal(sentence, [
        "Removed open lots at ‘Trades’!K1 and realized sales at ‘Trades’!AB1. Wash sales at ‘Trades’!G1 stay: ‘Trades’!G1 has been changed since it was written.",
        "Removed wash sales at ‘Trades’!G1 and realized sales at ‘Trades’!AB1. Open lots at ‘Trades’!K1 stay: ‘Trades’!K1 has been changed since it was written.",
        "Removed wash sales at ‘Trades’!G1 and open lots at ‘Trades’!K1. Realized sales at ‘Trades’!AB1 stay: ‘Trades’!AB1 has been changed since it was written.",
      ][changed]);
    });
  }

  it("says that nothing was removed only when nothing was", async () => {
    const written = await writeTables(request());
    assert.ok(written.ok);
    book.sheet("Trades").set(0, 6, "mine");
    const { sentence } = await removeTables(removeWritten, written.value);
    assert.match(sentence, /^Nothing was removed\. Open lots at ‘Trades’!G1 stay: /);
    assert.equal(book.sheet("Trades").cells.get("0,6"), "mine");
  });

  it("keeps a sheet of ours in which the user has written since", async () => {
    const written = await writeTables(request({ placing: "newSheets" }));
    assert.ok(written.ok && written.value[0]);
    book.sheet("Open lots").set(20, 0, "mine");
    const removed = await removeWritten(written.value[0]);
    assert.match((removed.ok && removed.value) || "", /also holds cells that are not ours/);
    assert.deepEqual([...book.sheet("Open lots").cells], [["20,0", "mine"]]);
  });

  it("takes a sheet that is already gone for removed", async () => {
    const written = await writeTables(request({ placing: "newSheets" }));
    assert.ok(written.ok && written.value[0]);
    book.sheets.splice(1, 1);
    assert.deepEqual(await removeWritten(written.value[0]), { ok: true, value: "Sheet ‘Open lots’ was already gone." });
  });
});

describe("Settings made after the tables", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = bookWithTrades();
    restore = installFake(book);
  });
  afterEach(() => restore());

  const two = [{ table: "WASHSALE", rows: 3 }, { table: "OPENLOTS", rows: 2 }] as const;

  it("are passed to every formula of the tables, which stay where they are and can still be removed", async () => {
    const before = state(book);
    const written = await writeTables(request({ tables: two, placing: "newSheets" }));
    assert.ok(written.ok);
    const { now, stayed, sentence } = await passSettingsTo(passSettings, written.value, "TaxlotSettings");
    assert.deepEqual(stayed, []);
    assert.equal(sentence, "The settings are now used by wash sales at ‘Trades’!G1 and open lots at ‘Open lots’!A4.");
    const trades = book.sheet("Trades").cells;
    assert.equal(trades.get("0,6"), "=TAXLOT.WASHSALE(Trades!$A$1:$E$3,,TaxlotSettings)");
    assert.equal(trades.get("0,8"), '=TAXLOT.WASHSALE(Trades!$A$1:$E$3,"Note",TaxlotSettings)');
    const lots = book.sheet("Open lots").cells;
    assert.equal(lots.get("3,0"), "=TAXLOT.OPENLOTS(Trades!$A$1:$E$3,,,TaxlotSettings)");
    assert.match(String(lots.get("1,0")), /settings in TaxlotSettings/);
    assert.deepEqual([...now.values()].map(({ source }) => source.settings), ["TaxlotSettings", "TaxlotSettings"]);
    assert.deepEqual((await removeTables(removeWritten, [...now.values()])).stayed, []);
    assert.deepEqual(state(book), before);
  });

  it("leave a table alone that someone has changed", async () => {
    const written = await writeTables(request({ tables: two }));
    assert.ok(written.ok);
    book.sheet("Trades").set(0, 10, "mine");
    const { now, sentence } = await passSettingsTo(passSettings, written.value, "TaxlotSettings");
    assert.equal(now.size, 1);
    assert.match(sentence, /Open lots at ‘Trades’!K1 stay without: ‘Trades’!K1 has been changed since it was written\.$/);
    assert.equal(book.sheet("Trades").cells.get("0,10"), "mine");
  });

  it("put the old formulas back when the new ones show an error", async () => {
    const written = await writeTables(request());
    assert.ok(written.ok);
    const before = state(book);
    book.answer = (formula) => (formula.includes("TaxlotSettings") ? "#VALUE!" : answer(formula));
    const { stayed, sentence } = await passSettingsTo(passSettings, written.value, "TaxlotSettings");
    assert.deepEqual(stayed, written.value);
    assert.match(sentence, /^No table was changed\. Open lots at ‘Trades’!G1 stay without: with the settings it answers #VALUE!/);
    assert.deepEqual(state(book), before);
  });
});
