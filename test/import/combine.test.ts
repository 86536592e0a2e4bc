/** Broker layouts, section 0.5: equal rows can be genuine, so they are counted; reading a file again adds nothing. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { combine, keyOfRow, withAsked } from "../../src/import/combine";
import type { RowOnSheet } from "../../src/import/combine";
import type { FileRead, ImportedCells } from "../../src/import/import-types";
import { readText } from "./read-sample";

const HEADINGS = "Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount";

function file(name: string, ...rows: readonly string[]): FileRead {
  return readText(name, [HEADINGS, ...rows].join("\n"), "A");
}
const FILL = "01/05/2026,Buy,XYZ,,10,$5.00,,-$50.00";
const SALE = "01/06/2026,Sell,XYZ,,4,$6.00,,$24.00";

/** The sheet after the rows of the files were appended. */
function appended(sheet: readonly RowOnSheet[], ...files: readonly FileRead[]): RowOnSheet[] {
  return [...sheet, ...combine(sheet, files).added.map(({ cells, source }) => ({ cells, source }))];
}

describe("Reading files again, and files that overlap", () => {
  it("two equal fills of one file stay two", () =>
    assert.deepEqual(combine([], [file("a.csv", FILL, FILL)]).added.map(({ source }) => source), ["a.csv:2", "a.csv:3"]));
  it("the same file again adds nothing, under another name too", () => {
    const sheet = appended([], file("a.csv", FILL, FILL, SALE));
    for (const name of ["a.csv", "b.csv"]) {
      const { added, files } = combine(sheet, [file(name, FILL, FILL, SALE)]);
      assert.deepEqual([added, files], [[], [{ name, added: 0, already: 3, changed: 0, undecided: [], unstated: [] }]]);
    }
  });
  it("of two files that overlap, each row stands once", () => {
    const { added, files } = combine([], [file("a.csv", FILL, FILL), file("b.csv", FILL, FILL, SALE)]);
    assert.deepEqual(added.map(({ source }) => source), ["a.csv:2", "a.csv:3", "b.csv:4"]);
    assert.deepEqual(files.map(({ already }) => already), [0, 2]);
  });
  it("a row on the sheet counts however its figures are written", () =>
    assert.deepEqual(
      combine(
        [{ cells: { Date: "2026-01-05", Action: "buy", Symbol: "xyz", Quantity: "10.0", Price: "5.00", Account: "a", Amount: "50" }, source: "" }],
        [file("a.csv", FILL)],
      ).added,
      [],
    ));
  it("a row changed on the sheet is not added again by the file that it came from", () => {
    const from = file("a.csv", FILL, SALE);
    const [bought, sold] = appended([], from) as [RowOnSheet, RowOnSheet];
    const sheet = [{ ...bought, cells: { ...bought.cells, Amount: "51" } }, sold];
    const { added, files } = combine(sheet, [from], new Set([from.control.digest]));
    assert.deepEqual([added, files[0]?.changed, files[0]?.already], [[], 1, 1]);
  });
  it("but another file of that name, downloaded later, is no proof of anything", () => {
    const sheet = appended([], file("a.csv", FILL));
    const later = file("a.csv", SALE, FILL);
    assert.deepEqual(combine(sheet, [later]).added.map(({ source }) => source), ["a.csv:2"]);
  });
  it("a line to be decided is asked once: not again when its row stands on the sheet", () => {
    const from = file("a.csv", "01/05/2026,Security Transfer,XYZ,,10,,,");
    assert.equal(combine([], [from]).files[0]?.undecided.length, 1);
    const row: RowOnSheet = { cells: { ...from.undecided[0]?.draft, Amount: "50" }, source: "a.csv:2" };
    assert.deepEqual(combine([row], [from], new Set([from.control.digest])).files[0]?.undecided, []);
    assert.equal(combine([row], [from]).files[0]?.undecided.length, 1);
  });
});

describe("A trade that the sheet states a little differently", () => {
  const BOTH = [FILL, SALE];
  const asked = (sheet: readonly RowOnSheet[], ...rows: readonly string[]) => {
    const { added, files } = combine(sheet, [file("b.csv", ...rows)]);
    return { added: added.map(({ source }) => source), lines: files[0]?.undecided.map(({ line }) => line), sentence: files[0]?.undecided[0]?.sentence ?? "" };
  };
  const CORRECTED = "01/05/2026,Buy,XYZ,,10,$5.00,$0.10,-$50.10";
  it("the broker corrected a fee: asked about, not written beside it", () => {
    const { added, lines, sentence } = asked(appended([], file("a.csv", ...BOTH)), CORRECTED, SALE, "01/07/2026,Buy,ABC,,1,$5.00,,-$5.00");
    assert.deepEqual([added, lines], [["b.csv:4"], [2]]);
    assert.match(sentence, /A row of yours \(a\.csv:2\) looks like this trade: Fees blank there, 0\.1 here; Amount 50 there, 50\.1 here\./);
  });
  it("in two files chosen together, too", () => {
    const { added, files } = combine([], [file("a.csv", ...BOTH), file("b.csv", CORRECTED, SALE)]);
    assert.deepEqual([added.map(({ source }) => source), files.map(({ undecided }) => undecided.length)], [["a.csv:2", "a.csv:3"], [0, 1]]);
  });
  for (const [heading, text] of [["Amount", "51"], ["Quantity", "11"], ["Date", "2026-01-06"], ["Symbol", "XYZ.A"], ["Action", "Reinvest"]] as const) {
    it(`the user edited ${heading} on the sheet, and another export states the trade again`, () => {
      const [bought, sold] = appended([], file("a.csv", ...BOTH)) as [RowOnSheet, RowOnSheet];
      const sheet = [{ ...bought, cells: { ...bought.cells, [heading]: text } }, sold];
      assert.deepEqual({ ...asked(sheet, FILL, SALE), sentence: "" }, { added: [], lines: [2], sentence: "" });
    });
  }
  it("the broker corrected the quantity, and the amount with it, at one price: 12 at $5 are $60", () => {
    const { added, lines, sentence } = asked(appended([], file("a.csv", ...BOTH)), "01/05/2026,Buy,XYZ,,12,$5.00,,-$60.00", SALE);
    assert.deepEqual([added, lines], [[], [2]]);
    assert.match(sentence, /Quantity 10 there, 12 here; Amount 50 there, 60 here\./);
  });
  it("two fills of two sizes, both stated by the file, are two trades", () =>
    assert.deepEqual(asked(appended([], file("a.csv", ...BOTH)), FILL, "01/05/2026,Buy,XYZ,,12,$5.00,,-$60.00", SALE).added, ["b.csv:3"]));

  const unstated = (sheet: readonly RowOnSheet[], ...rows: readonly string[]) => combine(sheet, [file("b.csv", ...rows)]).files[0]?.unstated;
  const MORE = "01/05/2026,Buy,ABC,,3,$7.00,,-$21.00";
  it("a trade that the broker took back is named by its row, and only where the newer file covers its day", () => {
    const sheet = appended([], file("a.csv", FILL, MORE, SALE));
    assert.deepEqual(sheet.map(({ cells }) => cells.Symbol), ["XYZ", "ABC", "XYZ"]);
    assert.deepEqual([unstated(sheet, FILL, SALE), unstated(sheet, SALE), unstated(sheet, FILL, MORE, SALE)], [[1], [], []]);
  });
  it("a row that is asked about, one that the user wrote, and those of the file itself are not named", () => {
    const sheet = appended([], file("a.csv", FILL, SALE));
    assert.deepEqual(unstated(sheet, CORRECTED, SALE), []);
    assert.deepEqual(unstated([...sheet, { cells: { ...sheet[0]!.cells, Symbol: "OWN" }, source: "" }], FILL, SALE), []);
    const from = file("a.csv", FILL, SALE);
    assert.deepEqual(combine(sheet.slice(0, 1), [from], new Set([from.control.digest])).files[0]?.unstated, []);
  });
  it("two fills of one day at two prices are two trades, though the sheet has one of them", () =>
    assert.deepEqual({ ...asked(appended([], file("a.csv", FILL)), FILL, "01/05/2026,Buy,XYZ,,10,$5.01,,-$50.10"), sentence: "" }, { added: ["b.csv:3"], lines: [], sentence: "" }));
  it("the same purchase of another month, which the file does not cover, is another trade", () =>
    assert.deepEqual(asked(appended([], file("a.csv", FILL)), "02/05/2026,Buy,XYZ,,10,$5.00,,-$50.00").added, ["b.csv:2"]));
  it("the file says of the line that it is to be decided, and its control total adds up", () => {
    const read = file("b.csv", CORRECTED, SALE);
    const { files } = combine(appended([], file("a.csv", ...BOTH)), [read]);
    const { trades, undecided, control } = withAsked(read, files[0]?.undecided ?? []);
    assert.deepEqual([trades.length, undecided.map(({ line }) => line), control.lines, control.tradeLines, control.undecidedLines], [1, [2], 2, 1, 1]);
  });
});

describe("The law of the union", () => {
  // No two of them are so alike that one may be the other corrected, which would be asked about.
  const row = fc.constantFrom(FILL, SALE, "01/05/2026,Buy,XYZ,,20,$6.00,,-$120.00", "01/07/2026,Buy,ABC,,1,$5.00,,-$5.00");
  const rows = fc.array(row, { maxLength: 8 });
  const counts = (cells: readonly ImportedCells[]) => {
    const found: Record<string, number> = {};
    for (const each of cells) found[keyOfRow(each)] = (found[keyOfRow(each)] ?? 0) + 1;
    return found;
  };
  it("has as many of each row as the file that has most, in whatever order and however often they are read", () =>
    fc.assert(
      fc.property(rows, rows, fc.array(fc.boolean(), { maxLength: 4 }), (one, two, more) => {
        const [a, b] = [file("a.csv", ...one), file("b.csv", ...two)];
        let sheet = appended([], a, b);
        for (const first of more) sheet = appended(sheet, first ? a : b);
        const [inA, inB] = [counts(a.trades.map(({ cells }) => cells)), counts(b.trades.map(({ cells }) => cells))];
        const most = Object.fromEntries(Object.keys({ ...inA, ...inB }).map((key) => [key, Math.max(inA[key] ?? 0, inB[key] ?? 0)]));
        assert.deepEqual(counts(sheet.map(({ cells }) => cells)), most);
      }),
    ));
});
