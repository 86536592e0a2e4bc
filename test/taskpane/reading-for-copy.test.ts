/** What the copy tells of beside the trades, as the sheets of an import and of ours hold it. */
import assert from "node:assert/strict";
import { readForCopy, readSourceLines } from "../../src/workbook/read-for-copy";
import { writeImport } from "../../src/workbook/write-import";
import { FakeWorkbook, installFake } from "./fake-excel";
import { requestFor, schwabFile } from "./imported-files";

describe("Reading for the accountant's copy", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = new FakeWorkbook();
    book.apiSets.add("1.13");
    book.answer = () => 0;
    book.sheet("Mine").put(0, 0, [["Keep", 1]]);
    restore = installFake(book);
  });
  afterEach(() => restore());

  it("finds the file's sheet, its control total, the line left over, and every cell of the file", async () => {
    assert.ok((await writeImport(requestFor(schwabFile()))).ok);
    const read = await readForCopy();
    assert.ok(read.ok, read.ok ? "" : read.problem.sentence);
    const [source] = read.value.sources;
    assert.deepEqual([source?.fileName, source?.lines, source?.amountCents, source?.undecided, source?.isHidden], ["schwab.csv", 4, -39_625, [5], false]);
    const lines = await readSourceLines(read.value.sources);
    assert.ok(lines.ok);
    assert.equal(lines.value[0]?.length, 5);
    assert.deepEqual(lines.value[0]?.[1]?.slice(0, 3), ["01/10/2025", "Buy", "XYZ"]);
    assert.equal(lines.value[0]?.[4]?.[0], "=cmd|'/c calc'!A1");
  });

  it("reads no hidden sheet but that of a file, and says that it is hidden", async () => {
    assert.ok((await writeImport(requestFor(schwabFile()))).ok);
    book.sheet("Source schwab.csv").visibility = "Hidden";
    book.sheet("Mine").visibility = "VeryHidden";
    const read = await readForCopy();
    assert.ok(read.ok);
    assert.deepEqual(read.value.sources.map(({ sheetName, isHidden }) => [sheetName, isHidden]), [["Source schwab.csv", true]]);
  });

  it("counts the formulas that wait on Taxlot Frozen, not the rows that were thawed and stand blank", async () => {
    book.sheet("Taxlot Frozen").put(0, 0, [["Sheet", "Cell", "Spill", "Formula"], ["", "", "", ""], ["", "", "", ""], ["Mine", "C3", "", "'=TAXLOT.LOTGAIN(A1:F9)"]]);
    const read = await readForCopy();
    assert.equal(read.ok && read.value.frozenFormulas, 1);
  });

  it("a workbook with none of it has none of it", async () => {
    assert.deepEqual(await readForCopy(), { ok: true, value: { sources: [], identifications: null, frozenFormulas: 0 } });
  });
});
