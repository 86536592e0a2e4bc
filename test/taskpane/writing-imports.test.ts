import assert from "node:assert/strict";
import { combine } from "../../src/import/combine";
import type { ImportedBefore, ImportRequest, WrittenImport } from "../../src/sheet/placing/import-write";
import { findImported } from "../../src/workbook/find-imported";
import { removeImport } from "../../src/workbook/remove-import";
import { writeImport } from "../../src/workbook/write-import";
import { ExcelError, FakeWorkbook, installFake } from "./fake-excel";
import { addedBy, longFile, NOTHING_BEFORE, requestFor, schwabFile } from "./imported-files";

/** Serial of 2025-01-10: 45,658 is 2025-01-01. */
const JANUARY_10 = 45_667;

let book: FakeWorkbook;
let restore: () => void;

/** Hooks of one `describe`: at the root of a file they would run around every test of the suite. */
function inAFakeExcel(): void {
  beforeEach(() => {
    book = new FakeWorkbook();
    book.apiSets.add("1.13");
    book.answer = () => 0;
    book.sheet("Mine").put(0, 0, [["Keep", 1]]);
    restore = installFake(book);
  });
  afterEach(() => restore());
}

const names = (): readonly string[] => book.sheets.map(({ name }) => name);
const everything = (): string => JSON.stringify({ sheets: book.sheets.map(({ name, cells }) => [name, [...cells]]), tables: book.tables, names: [...book.names] });

async function written(request: ImportRequest): Promise<WrittenImport> {
  const outcome = await writeImport(request);
  assert.ok(outcome.ok, outcome.ok ? "" : outcome.problem.sentence);
  return outcome.value;
}

async function found(): Promise<ImportedBefore> {
  const outcome = await findImported();
  assert.ok(outcome.ok, outcome.ok ? "" : outcome.problem.sentence);
  return outcome.value;
}

async function refusal(run: Promise<{ ok: true } | { ok: false; problem: { sentence: string } }>): Promise<string> {
  const outcome = await run;
  return outcome.ok ? "" : outcome.problem.sentence;
}

describe("Issue 6: an import writes a Table of trades and a sheet a file", () => {
  inAFakeExcel();

  it("makes the Table with the design's headings, dates as serials and numbers as numbers", async () => {
    await written(requestFor(schwabFile()));
    assert.deepEqual(names(), ["Mine", "Trades", "Source schwab.csv"]);
    assert.deepEqual(book.values({ sheet: "Trades", row: 0, column: 0, rows: 3, columns: 9 }), [
      ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account", "Amount", "Source"],
      [JANUARY_10, "Buy", "XYZ", 10, 100, "", "Schwab", 1000, "schwab.csv:2"],
      [JANUARY_10 + 143, "Sell", "XYZ", 5, 120.05, "", "Schwab", 600.25, "schwab.csv:4"],
    ]);
    assert.deepEqual(book.tables.map(({ name, block }) => [name, block.rows, block.columns]), [["Trades", 3, 9]]);
    const { formats, frozenRows } = book.sheet("Trades");
    assert.deepEqual([formats.get("1,0"), formats.get("2,7"), formats.get("1,2"), frozenRows], ["m/d/yyyy", "#,##0.00;-#,##0.00", undefined, 1]);
  });

  it("keeps the file's lines as text, whatever they begin with, and foots them in plain formulas", async () => {
    await written(requestFor(schwabFile()));
    const sheet = book.sheet("Source schwab.csv");
    const formulas = [...sheet.cells].filter(([key]) => sheet.isFormula(key)).map(([key, formula]) => [key, formula]);
    // Lines 1 to 5 of the file stand in rows 14 to 18.
    assert.deepEqual(formulas, [
      ["8,2", "=COUNTA(B14:B18)"], ["8,3", "=B9-C9"],
      ["9,2", '=COUNTIF(B14:B18,"To look at*")'], ["9,3", "=B10-C10"],
      ["10,2", "=ROUND(SUM(C14:C18),2)"], ["10,3", "=B11-C11"],
    ]);
    assert.deepEqual(["8,1", "9,1", "10,1"].map((key) => sheet.cells.get(key)), [4, 1, -396.25]);
    assert.deepEqual([13, 14, 15, 16, 17].map((row) => sheet.cells.get(`${row},1`)), [undefined, "Trade", "Moves no lot: Cash dividend", "Trade. Sold after the dividend.", "To look at: The action is not known."]);
    assert.deepEqual([14, 15, 16, 17].map((row) => sheet.cells.get(`${row},2`)), [-1000, 3.5, 600.25, undefined]);
    schwabFile().source.forEach((cells, line) => cells.forEach((text, column) => {
      assert.equal(sheet.cells.get(`${13 + line},${3 + column}`) ?? "", text);
    }));
  });

  it("finds what it wrote again, row by row, and the files by their digest", async () => {
    await written(requestFor(schwabFile()));
    const { trades, files } = await found();
    assert.deepEqual(files, [{ sheetName: "Source schwab.csv", name: "schwab.csv", digest: "ab".repeat(32), format: "Schwab transactions" }]);
    assert.deepEqual(trades?.rows, schwabFile().trades.map(({ cells, line }) => ({ cells, source: `schwab.csv:${line}` })));
  });

  it("adds nothing when the same file comes again", async () => {
    await written(requestFor(schwabFile()));
    const before = await found();
    const { added } = combine(before.trades?.rows ?? [], [schwabFile()], new Set(before.files.map(({ digest }) => digest)));
    assert.deepEqual(added, []);
    const untouched = everything();
    assert.equal(await refusal(writeImport(requestFor(schwabFile(), before, added))), "There is nothing new to write.");
    assert.equal(everything(), untouched);
  });

  it("counts days from 1904 where the workbook does, both ways", async () => {
    book.from1904 = true;
    await written(requestFor(schwabFile()));
    assert.equal(book.sheet("Trades").cells.get("1,0"), JANUARY_10 - 1462);
    assert.equal((await found()).trades?.rows[0]?.cells.Date, "2025-01-10");
  });

  it("writes a figure of more than 15 digits as text rather than lose some", async () => {
    const file = schwabFile();
    const [first] = addedBy(file);
    await written(requestFor(file, NOTHING_BEFORE, [{ ...first!, cells: { ...first!.cells, Quantity: "0.123456789012345678" } }]));
    assert.equal(book.sheet("Trades").cells.get("1,3"), "0.123456789012345678");
    assert.equal((await found()).trades?.rows[0]?.cells.Quantity, "0.123456789012345678");
  });

  it("keeps a symbol, an account or a file name that begins like a formula a text", async () => {
    const file = schwabFile("=HYPERLINK(1).csv");
    const [first] = addedBy(file);
    await written(requestFor(file, NOTHING_BEFORE, [{ ...first!, cells: { ...first!.cells, Symbol: "=HYPERLINK(\"x\")", Account: "-001" } }]));
    for (const sheet of book.sheets) {
      for (const [key, cell] of sheet.cells) {
        if (sheet.isFormula(key)) assert.match(String(cell), /^=(COUNTA|COUNTIF|ROUND|B\d)/, `${sheet.name} ${key}`);
      }
    }
    assert.deepEqual(["1,2", "1,6"].map((key) => book.sheet("Trades").cells.get(key)), ["=HYPERLINK(\"x\")", "-001"]);
  });

  it("gives other names where its own are taken", async () => {
    book.sheet("Trades").put(0, 0, [["Notes"]]);
    book.names.set("Trades", { sheet: "Mine", row: 0, column: 0, rows: 1, columns: 1 });
    const { rows } = await written(requestFor(schwabFile()));
    assert.deepEqual([rows?.block.sheet, rows?.tableName], ["Trades (2)", "Trades2"]);
    assert.deepEqual([...book.sheet("Trades").cells], [["0,0", "Notes"]]);
  });
});

describe("Issue 6: the next file goes below the rows that are there", () => {
  inAFakeExcel();

  const second = () => {
    const file = schwabFile("ira.csv", "ef".repeat(32));
    return { ...file, trades: [{ line: 2, cells: { Date: "2025-02-03", Action: "Split", Symbol: "XYZ", Ratio: "2:1", Account: "IRA" }, note: "" }] };
  };

  for (const growsTables of [true, false]) {
    it(`changes no row that is there and grows the Table ${growsTables ? "with Excel" : "where Excel does not"}`, async () => {
      book.growsTables = growsTables;
      await written(requestFor(schwabFile()));
      const rows = book.values({ sheet: "Trades", row: 0, column: 0, rows: 3, columns: 9 });
      await written(requestFor(second(), await found()));
      assert.deepEqual(book.values({ sheet: "Trades", row: 0, column: 0, rows: 3, columns: 9 }), rows);
      // Ratio had no column: it stands right of Source.
      assert.deepEqual(book.values({ sheet: "Trades", row: 3, column: 0, rows: 1, columns: 10 }), [[JANUARY_10 + 24, "Split", "XYZ", "", "", "", "IRA", "", "ira.csv:2", "2:1"]]);
      assert.equal(book.sheet("Trades").cells.get("0,9"), "Ratio");
      assert.deepEqual(book.tables.map(({ block }) => [block.rows, block.columns]), [[4, 10]]);
      assert.deepEqual(names(), ["Mine", "Trades", "Source schwab.csv", "Source ira.csv"]);
    });
  }

  it("finds its columns where the user has moved and renamed them, and leaves the user's own empty", async () => {
    await written(requestFor(schwabFile()));
    book.sheet("Trades").put(0, 0, [["My note", "Date", "Action", "Ticker", "Qty", "Price", "Account", "Amount", "Source"]]);
    const file = second();
    await written(requestFor({ ...file, trades: [{ ...file.trades[0]!, cells: { Date: "2025-02-03", Action: "Buy", Symbol: "ABC", Quantity: "1", Price: "5", Account: "IRA" } }] }, await found(), [
      { line: 2, note: "", source: "ira.csv:2", cells: { Date: "2025-02-03", Action: "Buy", Symbol: "ABC", Quantity: "1", Price: "5", Account: "IRA" } },
    ]));
    assert.deepEqual(book.values({ sheet: "Trades", row: 3, column: 0, rows: 1, columns: 9 }), [["", JANUARY_10 + 24, "Buy", "ABC", 1, 5, "IRA", "", "ira.csv:2"]]);
  });

  it("refuses to write over what stands below or beside the Table, and writes nothing", async () => {
    for (const [row, column, address] of [[3, 2, "A4:J4"], [0, 9, "J1:J3"]] as const) {
      restore();
      book = new FakeWorkbook();
      book.answer = () => 0;
      book.apiSets.add("1.13");
      restore = installFake(book);
      await written(requestFor(schwabFile()));
      const before = await found();
      book.sheet("Trades").put(row, column, [["my total"]]);
      const untouched = everything();
      assert.equal(
        await refusal(writeImport(requestFor(second(), before))),
        `‘Trades’!${address} is not empty, and table ‘Trades’ has to grow there. Move what stands there, then try again. Nothing was written.`,
      );
      assert.equal(everything(), untouched);
    }
  });

  it("refuses a Table with a total row, a protected sheet, and a Table that has changed since the files were read", async () => {
    await written(requestFor(schwabFile()));
    const before = await found();
    const [table] = book.tables;
    table!.showTotals = true;
    assert.match(await refusal(writeImport(requestFor(second(), before))), /^Table ‘Trades’ shows a total row\./);
    table!.showTotals = false;
    book.sheet("Trades").protected = true;
    assert.match(await refusal(writeImport(requestFor(second(), before))), /^Sheet ‘Trades’ is protected\./);
    book.sheet("Trades").protected = false;
    table!.block = { ...table!.block, rows: 5 };
    assert.match(await refusal(writeImport(requestFor(second(), before))), /^The table of imported trades has changed since the files were read\./);
  });

  it("starts a new Table when the old one is gone", async () => {
    await written(requestFor(schwabFile()));
    book.sheets.splice(1, 1);
    book.tables.splice(0);
    assert.equal((await found()).trades, null);
    const { rows } = await written(requestFor(second(), await found()));
    assert.equal(rows?.newSheet, true);
  });
});

describe("Issue 6: an import is written whole or not at all", () => {
  inAFakeExcel();

  it("of 100,000 rows: in requests Excel takes, telling how far it is", async function () {
    this.timeout(120_000);
    const told: (readonly [number, number])[] = [];
    const outcome = await writeImport(requestFor(longFile(100_000)), { onProgress: (done, all) => told.push([done, all]) });
    assert.ok(outcome.ok, outcome.ok ? "" : outcome.problem.sentence);
    assert.ok(told.length > 20);
    assert.ok(told.every(([done], at) => at === 0 || done >= told[at - 1]![0]));
    // 100,000 rows; the file's 100,001 lines under 13 rows of the sheet.
    assert.deepEqual(told.at(-1), [200_014, 200_014]);
    assert.equal(book.sheet("Trades").cells.get("100000,2"), "S100001");
  });

  for (const stop of [1, 3, 6]) {
    it(`cancelled after ${stop} requests: the workbook is as it was`, async () => {
      await written(requestFor(schwabFile()));
      const before = await found();
      const untouched = everything();
      const cancel = new AbortController();
      let seen = 0;
      const file = longFile(20_000);
      const sentence = await refusal(writeImport(requestFor(file, before), { signal: cancel.signal, onProgress: () => void (++seen === stop && cancel.abort()) }));
      assert.equal(sentence, "Writing was cancelled. Nothing was written.");
      assert.equal(everything(), untouched);
    });
  }

  it("refused by Excel at any request: the workbook is as it was", async () => {
    const untouched = everything();
    let syncs = 0;
    book.beforeSync = () => void syncs++;
    assert.ok((await writeImport(requestFor(schwabFile()))).ok);
    const inAll = syncs;
    for (let failing = 3; failing < inAll; failing++) {
      restore();
      book = new FakeWorkbook();
      book.answer = () => 0;
      book.sheet("Mine").put(0, 0, [["Keep", 1]]);
      restore = installFake(book);
      let now = 0;
      book.beforeSync = () => {
        if (++now === failing) throw new ExcelError("HostIsBusy");
      };
      const outcome = await writeImport(requestFor(schwabFile()));
      // Formats that Excel refuses leave the numbers, and say so.
      if (outcome.ok) assert.notEqual(outcome.value.shortcoming, null, `request ${failing}`);
      else assert.equal(everything(), untouched, `request ${failing}`);
    }
  });
});

describe("“Remove what I wrote” of an import", () => {
  inAFakeExcel();

  it("gives back the workbook as it was", async () => {
    const untouched = everything();
    const import1 = await written(requestFor(schwabFile()));
    assert.deepEqual(await removeImport(import1), { ok: true, value: null });
    assert.equal(everything(), untouched);
  });

  it("of appended rows deletes just those, and the headings that came with them", async () => {
    await written(requestFor(schwabFile()));
    const untouched = everything();
    const file = schwabFile("ira.csv", "ef".repeat(32));
    const [first] = addedBy(file);
    const import2 = await written(requestFor(file, await found(), [{ ...first!, cells: { ...first!.cells, Ratio: "2:1" } }]));
    assert.deepEqual(await removeImport(import2), { ok: true, value: null });
    assert.equal(everything(), untouched);
  });

  it("leaves everything when a cell was changed, a row added or a note written, and says where", async () => {
    const changes: readonly (readonly [RegExp, (page: FakeWorkbook) => void])[] = [
      [/^‘Trades’!D2 is not as it was written/, (page) => page.sheet("Trades").set(1, 3, 11)],
      [/^‘Trades’!L9 is not as it was written/, (page) => page.sheet("Trades").set(8, 11, "note")],
      [/^‘Source schwab\.csv’!F15 is not as it was written/, (page) => page.sheet("Source schwab.csv").set(14, 5, "ABC")],
      [/^Table ‘Trades’ no longer ends with the rows/, (page) => (page.tables[0]!.block = { ...page.tables[0]!.block, rows: 4 })],
    ];
    for (const [says, change] of changes) {
      restore();
      book = new FakeWorkbook();
      book.answer = () => 0;
      restore = installFake(book);
      const result = await written(requestFor(schwabFile()));
      change(book);
      const untouched = everything();
      assert.match(await refusal(removeImport(result)), says);
      assert.equal(everything(), untouched);
    }
  });

  it("names a sheet that was already gone, and takes the rest", async () => {
    const result = await written(requestFor(schwabFile()));
    book.sheets.splice(2, 1);
    assert.deepEqual(await removeImport(result), { ok: true, value: "Already gone: sheet ‘Source schwab.csv’." });
    assert.deepEqual(names(), ["Mine"]);
  });
});
