import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readBroker1099 } from "../../../src/sheet/read-broker-1099";
import { readSettings } from "../../../src/sheet/read-settings";
import { editsFor } from "../../../src/sheet/placing/setting-edits";
import { changeToRemember, rememberedColumns } from "../../../src/sheet/placing/remembered-columns";
import { columnsGuessed, missingIn } from "../../../src/taskpane/import/columns-named";
import { importToWrite, type AcceptedRows } from "../../../src/taskpane/import/import-request";
import { alreadyLine, fileLine, importAnswer, importPlan, tallyOf, unstatedLine } from "../../../src/taskpane/import/import-sentences";
import { engineHere } from "../../../src/taskpane/engine/here";
import type { ImportView } from "../../../src/taskpane/import/import-view";
import { notImported, stillOpen } from "../../../src/taskpane/import/still-open";
import { openFiles } from "../../../src/taskpane/import/open-files";
import type { ColumnMapping, FileRead } from "../../../src/import/import-types";
import { answerTo, file, OWN, SCHWAB, SCHWAB_LATER, SCHWAB_NAME, written } from "./files";

const NOBODY: AcceptedRows = new Map();
const NO_SHEETS = { trades: null, files: [] };

function fileOf(view: ImportView, at = 0): FileRead {
  const answer = view.files[at];
  assert.ok(answer?.is === "read", JSON.stringify(answer));
  return answer.file;
}
const answerLineOf = (view: ImportView): string => importAnswer(tallyOf(view, 0, new Set()));
const sourcesOf = (view: ImportView): readonly string[] => view.combined.added.map(({ source }) => source);

describe("Import screen: what the files are", () => {
  it("says what a file is and where each of its rows went, and what needs the user", async () => {
    const view = await answerTo([file(SCHWAB_NAME, SCHWAB)]);
    assert.equal(fileLine(fileOf(view)), "Schwab transactions, 4 rows: 2 trades, 1 that moves no lot, 1 to look at.");
    assert.equal(answerLineOf(view), "2 new trades. 1 line needs you.");
    // Newest first in the file, oldest first on the sheet.
    assert.deepEqual(sourcesOf(view), [`${SCHWAB_NAME}:5`, `${SCHWAB_NAME}:2`]);
  });

  it("the same file twice in one drop is read once, and said", async () => {
    const view = await answerTo([file("a.csv", SCHWAB), file("b.csv", SCHWAB)]);
    assert.deepEqual(view.files.map(({ is }) => is), ["read", "refused"]);
    const second = view.files[1]!;
    assert.equal(second.is === "refused" && second.sentence, "b.csv is the same file as a.csv, which is read once.");
    assert.equal(view.combined.added.length, 2);
  });

  it("two files that overlap give each trade once", async () => {
    const view = await answerTo([file("january.csv", SCHWAB, { account: "A" }), file("february.csv", SCHWAB_LATER, { account: "A" })]);
    assert.equal(view.combined.added.length, 3);
    assert.equal(alreadyLine(view.combined.files[1]!), "2 of 3 rows are already there.");
  });

  it("two files of one name keep rows that say which file they are of", async () => {
    const view = await answerTo([file("export.csv", SCHWAB, { account: "A" }), file("export.csv", SCHWAB_LATER, { account: "B" })]);
    assert.deepEqual([fileOf(view, 0).name, fileOf(view, 1).name], ["export.csv", "export (2).csv"]);
    assert.equal(new Set(sourcesOf(view)).size, 5);
  });

  it("what is written once and read again adds nothing, under whatever name it comes", async () => {
    const first = await answerTo([file("export.csv", SCHWAB)]);
    const again = await answerTo([file("renamed.csv", SCHWAB)], written(first));
    assert.equal(again.combined.added.length, 0);
    assert.equal(fileOf(again).name, "export.csv");
    assert.equal(alreadyLine(again.combined.files[0]!), "2 of 2 rows are already there: nothing is added.");
    assert.equal(answerLineOf(again), "No new trade that can be read. 1 line needs you.");
  });

  it("the same file again adds nothing, whatever account it was given, and its rows deleted, it is as new", async () => {
    const [heading = "", ...lines] = SCHWAB.split("\n");
    const january = [heading, ...lines.filter((line) => line.includes("XYZ")).slice(1)].join("\n");
    const first = written(await answerTo([file("january.csv", january, { account: "Joint" })]));
    const later = await answerTo([file("later.csv", SCHWAB, { account: "Joint" })], first);
    assert.deepEqual(sourcesOf(later), ["later.csv:2"]);
    const sheet = { rows: [...first.rows, ...written(later).rows], known: [...first.known, ...written(later).known] };
    const again = await answerTo([file("later.csv", SCHWAB)], sheet);
    assert.deepEqual([sourcesOf(again), again.combined.files[0]?.already], [[], 2]);
    const wholly = await answerTo([file("january.csv", january)], { ...sheet, rows: sheet.rows.map((row) => ({ ...row, source: "" })) });
    assert.deepEqual([sourcesOf(wholly), wholly.combined.files[0]?.already], [[], 1]);
    const deleted = await answerTo([file("later.csv", SCHWAB)], { ...sheet, rows: [] });
    assert.equal(deleted.combined.added.length, 2);
  });

  it("a row edited on the sheet since stays as it is there", async () => {
    const first = await answerTo([file("export.csv", SCHWAB)]);
    const sheet = written(first);
    const rows = sheet.rows.map((one, at) => (at === 0 ? { ...one, cells: { ...one.cells, Quantity: "99" } } : one));
    const again = await answerTo([file("export.csv", SCHWAB)], { ...sheet, rows });
    assert.equal(again.combined.added.length, 0);
    assert.equal(alreadyLine(again.combined.files[0]!), "1 of 2 rows is already there: nothing is added. 1 row of it was changed on the sheet since and stays as it is there.");
  });

  it("an account that the file does not name is the user's word", async () => {
    const [broker, given] = [await answerTo([file("export.csv", SCHWAB)]), await answerTo([file("export.csv", SCHWAB, { account: "Joint" })])];
    assert.deepEqual([fileOf(broker).namesAccount, fileOf(broker).accounts, fileOf(given).accounts], [false, ["Schwab"], ["Joint"]]);
    assert.deepEqual(given.combined.added.map(({ cells }) => cells.Account), ["Joint", "Joint"]);
  });
});

describe("Import screen: lines that need the user", () => {
  const line = `${SCHWAB_NAME}:3`;
  const complete: AcceptedRows = new Map([[line, { Date: "2026-01-12", Action: "Buy", Symbol: "ABC", Quantity: "5", Amount: " 50 ", Price: "" }]]);

  it("are written once the user completes them, in their place among the trades, and the control total goes on to add up", async () => {
    const view = await answerTo([file(SCHWAB_NAME, SCHWAB)]);
    const { request } = importToWrite(view, NO_SHEETS, complete, "Made by a test.");
    assert.deepEqual(request.added.map(({ source }) => source), [`${SCHWAB_NAME}:5`, line, `${SCHWAB_NAME}:2`]);
    assert.deepEqual(request.added[1]!.cells, { Date: "2026-01-12", Action: "Buy", Symbol: "ABC", Quantity: "5", Amount: "50" });
    const { control, undecided } = request.files[0]!;
    assert.deepEqual([control.lines, control.tradeLines, control.countedLines, control.undecidedLines, undecided.length], [4, 3, 1, 0, 0]);
  });

  it("are otherwise kept with the file alone: nothing of them is among the trades, nothing is lost", async () => {
    const view = await answerTo([file(SCHWAB_NAME, SCHWAB)]);
    const { request } = importToWrite(view, NO_SHEETS, NOBODY, "Made by a test.");
    assert.ok(request.added.every(({ source }) => source !== line));
    assert.deepEqual(request.files[0]!.undecided.map((one) => one.line), [3]);
    assert.equal(request.files[0]!.source[2]![2], "ABC");
  });

  it("once completed they are asked about no more", async () => {
    const view = await answerTo([file(SCHWAB_NAME, SCHWAB)]);
    const { request } = importToWrite(view, NO_SHEETS, complete, "Made by a test.");
    const sheet = { ...written(view), rows: request.added.map(({ cells, source }) => ({ cells, source })) };
    const again = await answerTo([file(SCHWAB_NAME, SCHWAB)], sheet);
    assert.deepEqual(again.combined.files[0]!.undecided, []);
  });
});

describe("Import screen: a layout that is not known", () => {
  const columns: ColumnMapping["columns"] = ["Date", "Action", "Symbol", "Quantity", "Price"];

  async function layoutOf(): Promise<Extract<ImportView["files"][number], { is: "unknown" }>["layout"]> {
    const answer = (await answerTo([file("own.csv", OWN)])).files[0]!;
    assert.ok(answer.is === "unknown");
    return answer.layout;
  }

  it("asks what its columns are, guesses what the headings tell, and says what is missing", async () => {
    const layout = await layoutOf();
    assert.deepEqual([layout.headings, layout.sample[0]], [["day", "what", "paper", "units", "each"], ["2026-01-05", "Buy", "XYZ", "3", "10"]]);
    const guessed = columnsGuessed(layout);
    assert.equal(guessed[3], "Quantity");
    assert.match(missingIn(guessed) ?? "", /Symbol/);
    assert.equal(missingIn(columns), null);
    assert.equal(missingIn(["Date", "Action", "Symbol", "Quantity"]), "Still to be found: Price or Amount.");
  });

  it("is read by the columns the user names, and the next time by those remembered in the settings", async () => {
    const { fingerprint } = await layoutOf();
    const mapping: ColumnMapping = { fingerprint, columns, account: "Own" };
    const named = await answerTo([file("own.csv", OWN, { columns: mapping })]);
    const figures = ({ combined }: ImportView): unknown => combined.added.map(({ cells }) => [cells.Date, cells.Action, cells.Symbol, cells.Quantity, cells.Price, cells.Account]);
    const expected = [["2026-01-05", "Buy", "XYZ", "3", "10", "Own"], ["2026-01-06", "Sell", "XYZ", "1", "12", "Own"]];
    assert.deepEqual(figures(named), expected);

    const sheet: unknown[][] = [["Method", "FIFO", "", ""], ["", "", "", ""]];
    const edits = editsFor(sheet, [changeToRemember(mapping)]);
    assert.ok(edits.ok);
    for (const { row, cells } of edits.value) sheet[row] = [...cells];
    assert.ok(readSettings(sheet).ok, "the other settings can be read as before");
    assert.deepEqual(rememberedColumns(sheet), [mapping]);
    assert.deepEqual(figures(await answerTo([file("next-month.csv", OWN)], { remembered: rememberedColumns(sheet) })), expected);
  });

  it("remembered columns that somebody spoiled are asked for again", async () => {
    const { fingerprint } = await layoutOf();
    assert.deepEqual(rememberedColumns([["Import columns", fingerprint, "Date, Price of tea", ""]]), []);
    const short: ColumnMapping = { fingerprint, columns: ["Date"], account: null };
    assert.equal((await answerTo([file("own.csv", OWN)], { remembered: [short] })).files[0]!.is, "unknown");
  });
});

describe("Import screen: files that are no list of trades", () => {
  const OPEN_LOTS = [
    '"SHOP Lot Details for XXXX-5792 as of 08:03 AM ET, 02/11/2022"',
    '"Open Date","Quantity","Price","Cost/Share","Market Value","Cost Basis","Gain/Loss $","Gain/Loss %","Holding Period"',
    '"04/09/2020","7","$890.00","$451.00","$6,230.00","$3,157.00","$3,073.00","97.34%","Long Term"',
  ].join("\n");
  const takes = (view: ImportView): readonly unknown[] => view.files.map((answer) => (answer.is === "read" ? answer.takesLots : answer.is));

  it("lots held open an empty table, and are left out beside trades unless the user takes them", async () => {
    const alone = await answerTo([file("lots.csv", OPEN_LOTS)]);
    assert.deepEqual([takes(alone), alone.combined.added.map(({ cells }) => [cells.Action, cells.Symbol, cells.Quantity])], [[true], [["Open lot", "SHOP", "7"]]]);
    const beside = await answerTo([file("lots.csv", OPEN_LOTS), file(SCHWAB_NAME, SCHWAB)]);
    assert.deepEqual([takes(beside), beside.combined.added.length], [[false, null], 2]);
    const { control, counted } = fileOf(beside);
    assert.deepEqual([control.lines, control.tradeLines, control.countedLines, counted[0]?.lines], [1, 0, 1, [3]]);
    const taken = await answerTo([file("lots.csv", OPEN_LOTS, { takesLots: true }), file(SCHWAB_NAME, SCHWAB)]);
    assert.equal(taken.combined.added.length, 3);
  });

  it("a broker's form becomes a sheet that RECONCILE reads: the same sales, to the cent", async () => {
    const view = await answerTo([file("form.csv", readFileSync(join(__dirname, "../../import/samples/robinhood-1099.csv"), "utf8"))]);
    const { sales } = fileOf(view);
    const [draft] = importToWrite(view, NO_SHEETS, NOBODY, "Made by a test.").drafts;
    assert.ok(sales.length > 0 && draft?.blocks[0]?.content.kind === "rows");
    assert.equal(draft.sheetName, "Broker 1099 form");
    const read = readBroker1099([draft.blocks[0].columns.map(({ heading }) => heading), ...draft.blocks[0].content.rows]);
    assert.ok(read.ok, read.ok ? "" : read.problem.sentence);
    assert.deepEqual(read.value.faults, []);
    assert.deepEqual(read.value.sales.map(({ proceedsCents, basisCents, term, account }) => [proceedsCents, basisCents, term, account]), sales.map(({ proceedsCents, basisCents, term, account }) => [proceedsCents, basisCents, term, account]));
    assert.match(answerLineOf(view), new RegExp(`^${sales.length} sales? as the broker reports`));
    assert.deepEqual(view.combined.added, []);
  });
});

describe("Import screen: wrong input", () => {
  const bytes = (...numbers: readonly number[]): Partial<{ bytes: Uint8Array }> => ({ bytes: new Uint8Array(numbers) });
  const refused: readonly (readonly [string, Partial<{ bytes: Uint8Array }>, RegExp])[] = [
    ["nothing.csv", bytes(), /^nothing\.csv is empty/],
    ["form.pdf", bytes(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31), /^form\.pdf is a PDF/],
    ["old.xls", bytes(0xd0, 0xcf, 0x11, 0xe0), /^old\.xls is a workbook of the old/],
    ["image.png", bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 0, 0, 1), /^image\.png /],
    ["rubbish.zip", bytes(0x50, 0x4b, 3, 4, 20, 0), /^rubbish\.zip /],
  ];
  for (const [name, of, says] of refused) {
    it(`${name} is refused by name, and the file beside it is read`, async () => {
      const view = await answerTo([{ ...file(name, ""), ...of }, file(SCHWAB_NAME, SCHWAB)]);
      const [first, second] = view.files;
      assert.ok(first?.is === "refused");
      assert.match(first.sentence, says);
      assert.equal(second?.is, "read");
      assert.equal(answerLineOf(view), "2 new trades. 1 line and 1 file that was not read need you.");
    });
  }

  it("a file that is half: what is whole is read, and the torn line is listed", async () => {
    const torn = SCHWAB.slice(0, SCHWAB.lastIndexOf('"100"') + 3);
    const view = await answerTo([file(SCHWAB_NAME, torn)]);
    const { trades, control, undecided } = fileOf(view);
    assert.deepEqual([control.lines, trades.map(({ line }) => line), undecided.map(({ line }) => line)], [4, [2], [3, 5]]);
  });

  it("a folder and a file of 50 MB are not read, each with what to do", async () => {
    const folder = { name: "Taxes", size: 4096, arrayBuffer: () => Promise.reject(new Error("NotFoundError")) } as unknown as File;
    const huge = { name: "huge.csv", size: 50_000_000, arrayBuffer: () => assert.fail("opened") } as unknown as File;
    const { files, unopened } = await openFiles([folder, huge]);
    assert.deepEqual(files, []);
    assert.deepEqual(unopened.map(({ sentence }) => sentence), [
      "Taxes cannot be opened. If it is a folder, drop the files in it; if the file was moved, choose it again.",
      "huge.csv has 50 MB. Files of up to 40 MB are read; download a shorter period, or a year at a time.",
    ]);
  });

  it("withdrawn halfway, the next file is not begun", async () => {
    const controller = new AbortController();
    const doing: string[] = [];
    const ask = { files: [file("a.csv", SCHWAB), file("b.csv", SCHWAB_LATER)], rows: [], known: [], remembered: [] };
    const working = (now: string): void => {
      doing.push(now);
      controller.abort();
    };
    await assert.rejects(engineHere().ask("import", ask, { signal: controller.signal, working }));
    assert.deepEqual(doing, ["Reading a.csv"]);
  });
});

describe("Import screen: files that a write leaves out", () => {
  const three = () => answerTo([file("good.csv", SCHWAB, { account: "A" }), file("own.csv", OWN), file("letter.txt", "")]);

  it("are named, with the reason, and that no figure has their trades", async () => {
    const view = await three();
    assert.equal(
      notImported(view, [{ name: "Taxes", sentence: "" }]),
      "Not imported: own.csv (its columns are to be named), letter.txt (not read) and Taxes (not opened). No figure has their trades; they stay on Import until they are settled or left out.",
    );
    assert.deepEqual([...stillOpen(view)], [1, 2]);
  });
  it("one alone", async () =>
    assert.equal(
      notImported(await answerTo([file("good.csv", SCHWAB, { account: "A" }), file("own.csv", OWN)]), []),
      "Not imported: own.csv (its columns are to be named). No figure has its trades; it stays on Import until it is settled or left out.",
    ));
  it("where all files are written nothing is said and none stays", async () => {
    const view = await answerTo([file("good.csv", SCHWAB, { account: "A" })]);
    assert.deepEqual([notImported(view, []), stillOpen(view).size], [null, 0]);
  });
});

describe("Import screen: the line at the top", () => {
  const none = { added: 0, sales: 0, undecided: 0, read: 0, unknown: 0, refused: 0, without: 0, asked: 0 };
  const lines: readonly (readonly [Partial<typeof none>, string])[] = [
    [{ added: 388, read: 2 }, "388 new trades."],
    [{ read: 2, refused: 1 }, "Nothing new: every trade is on the sheet already. 1 file that was not read needs you."],
    [{ read: 1, undecided: 4 }, "No new trade that can be read. 4 lines need you."],
    [{ read: 1, without: 1 }, "No trade in this file."],
    [{ read: 2, without: 2, refused: 1 }, "No trade in these files. 1 file that was not read needs you."],
    [{ read: 2, asked: 2 }, "2 files whose account you name need you."],
    [{ unknown: 1 }, "1 file whose columns you name needs you."],
    [{ added: 1, sales: 2, read: 2, undecided: 1, unknown: 2 }, "1 new trade and 2 sales as the broker reports them. 2 files whose columns you name and 1 line need you."],
  ];
  for (const [tally, says] of lines) it(says, () => assert.equal(importAnswer({ ...none, ...tally }), says));
});

describe("Import screen: rows that a newer file does not state", () => {
  it("are named by their rows, and stay", () => {
    assert.equal(unstatedLine([3, 7], 2), "2 rows on the sheet are not in this file, though it covers their days: rows 5 and 9. They stay: where the broker took one back, delete that row.");
    assert.equal(unstatedLine([3], 2), "1 row on the sheet is not in this file, though it covers its day: row 5. It stays: where the broker took it back, delete it.");
    assert.match(unstatedLine(Array.from({ length: 1010 }, (_, at) => at), 2) ?? "", /^1,010 rows .*: rows 2, 3, 4, 5, 6, 7, 8, 9 and 1,002 more\./);
    assert.equal(unstatedLine([], 2), null);
  });
});

describe("Import screen: files whose account is to be named", () => {
  it("are not written before that, and are named after the write", async () => {
    const [first, later] = [await answerTo([file("january.csv", SCHWAB, { account: "Joint" })]), file("february.csv", SCHWAB_LATER)];
    const sheet = written(first);
    const view = await answerTo([later, file("own.csv", OWN)], sheet);
    assert.equal(answerLineOf(view), "1 file whose columns you name and 1 file whose account you name need you.");
    assert.deepEqual(importToWrite(view, NO_SHEETS, NOBODY, "Made by a test.").request, { before: NO_SHEETS, added: [], files: [], madeBy: "Made by a test." });
    assert.match(notImported(view, []) ?? "", /^Not imported: february\.csv \(its account is to be named\) and own\.csv/);
    const settled = await answerTo([{ ...later, settled: [{ named: "Schwab", is: "Joint" }] }], sheet);
    assert.deepEqual([settled.combined.added.length, fileOf(settled).accounts], [1, ["Joint"]]);
  });
});

describe("Import screen: the footer", () => {
  it("says what is written where", () => {
    const names = { table: null, trades: "Trades", sources: ["Source schwab.csv"], sales: [] };
    assert.equal(importPlan(388, names), "Writes 388 rows to a new table on new sheet ‘Trades’ and the file unedited to ‘Source schwab.csv’.");
    assert.equal(
      importPlan(1, { table: "Trades", trades: null, sources: ["Source a.csv", "Source b.csv"], sales: ["Broker 1099 b"] }),
      "Writes 1 row to table Trades, the files unedited to ‘Source a.csv’ and ‘Source b.csv’ and the broker's sales to ‘Broker 1099 b’.",
    );
    assert.equal(importPlan(0, { table: "Trades", trades: null, sources: ["a", "b", "c"], sales: [] }), "Writes the files unedited to ‘a’ and 2 more sheets.");
    assert.equal(importPlan(0, { table: "Trades", trades: null, sources: [], sales: [] }), "There is nothing new to write.");
  });
});
