import assert from "node:assert/strict";
import { changedCells, checksumOf } from "../../src/sheet/placing/frozen-rows";
import { RULES_VERSION } from "../../src/report/rules-version";
import { asTyped, callsOurs, reachingSpills } from "../../src/sheet/placing/our-formulas";
import { freezeFormulas } from "../../src/workbook/freeze";
import { repairFormulas } from "../../src/workbook/repair-formulas";
import { thawFormulas } from "../../src/workbook/thaw";
import { ExcelError, FakeWorkbook, installFake, type Answer } from "./fake-excel";

const LOTS = "=TAXLOT.OPENLOTS(Trades!A1:E9)";
const TABLE = [["Lot", "Symbol", "Note"], ["row 2", "=XYZ", ""], ["001", 12.5, "#N/A"]] as const;
const REQUEST = { namespace: "TAXLOT", frozenAt: "2026-12-05 14:30" };

let book: FakeWorkbook;
let restore: () => void;

function answer(formula: string): Answer {
  if (formula === LOTS) return TABLE;
  if (formula.includes("LOTGAIN")) return formula.includes("_xldudf_") || formula.includes("Other") ? "#NAME?" : 250.75;
  if (formula.startsWith("=SUM(")) return 12.5;
  return "#NAME?";
}

/** Hooks of one `describe`: at the root of a file they would run around every test of the suite. */
function inAFakeExcel(): void {
  beforeEach(() => {
    book = new FakeWorkbook();
    book.answer = answer;
    book.sheet("Lots").put(0, 0, [[LOTS]]);
    book.sheet("Lots").put(0, 5, [["=SUM(A1#)"], ["=SUM(B1:B3)"]]);
    restore = installFake(book);
  });
  afterEach(() => restore());
}

const everything = (): string => JSON.stringify(book.sheets.map(({ name, cells, texts }) => [name, [...cells].sort(), [...texts].filter((key) => cells.has(key)).sort()]));
async function refusal(run: Promise<{ ok: true } | { ok: false; problem: { sentence: string } }>): Promise<string> {
  const outcome = await run;
  return outcome.ok ? "" : outcome.problem.sentence;
}

describe("Names of our functions as Excel stores them and others rewrite them (office-js#3558, #2568, #3872, #2051)", () => {
  for (const [stored, typed] of [
    ["=_xldudf_TAXLOT_LOTGAIN(A1)", "=TAXLOT.LOTGAIN(A1)"],
    ["=_xlfn._xldudf_TAXLOT_LOTGAIN(A1)", "=TAXLOT.LOTGAIN(A1)"],
    ["=[2]!_xldudf_TAXLOT_LOTGAIN(A1)+1", "=TAXLOT.LOTGAIN(A1)+1"],
    ["=Other.xla!_xldudf_TAXLOT_LOTGAIN(A1)", "=TAXLOT.LOTGAIN(A1)"],
    ["='C:\\My add-ins\\Other one.xlam'!_xldudf_TAXLOT_LOTGAIN('My trades'!A1)", "=TAXLOT.LOTGAIN('My trades'!A1)"],
    ["=SUM(_xldudf_TAXLOT_TRADEGAIN(T[#All]),taxlot.lotgain(A1))", "=SUM(TAXLOT.TRADEGAIN(T[#All]),TAXLOT.LOTGAIN(A1))"],
    ["=[1]!TAXLOT.LOTGAIN(A1)", "=TAXLOT.LOTGAIN(A1)"],
  ] as const) {
    it(`${stored} is ${typed}`, () => {
      assert.equal(callsOurs(stored, "TAXLOT"), true);
      assert.equal(asTyped(stored, "TAXLOT"), typed);
    });
  }

  for (const other of [
    '=LEN("_xldudf_TAXLOT_LOTGAIN(A1)")', "='TAXLOT.LOTGAIN('!A1", "=TAXLOTDEV.LOTGAIN(A1)", "=MYTAXLOT.LOTGAIN(A1)", "=_xldudf_OTHER_LOTGAIN(A1)", "=TAXLOT.RATE",
  ]) {
    it(`${other} is none of ours`, () => {
      assert.equal(callsOurs(other, "TAXLOT"), false);
      assert.equal(asTyped(other, "TAXLOT"), other);
    });
  }

  it("a formula over the spill of another is found through any number of steps, texts apart", () => {
    const cell = (sheet: string, row: number, formula: string) => ({ sheet, row, column: 0, formula, shown: 0 });
    const others = [cell("Lots", 1, "=SORT($A$1#)"), cell("Sums", 0, "=SUM(Lots!A2#)"), cell("Sums", 1, "=LEN(\"A1#\")"), cell("Sums", 2, "=SUM(A1#)")];
    // Sums!A1 spills nothing, yet may: SUM(A1#) reaches it.
    assert.deepEqual(reachingSpills([cell("Lots", 0, LOTS)], others).map(({ sheet, row }) => [sheet, row]), [["Lots", 1], ["Sums", 0], ["Sums", 2]]);
  });
});

describe("Repair formulas (design section 9)", () => {
  inAFakeExcel();

  it("enters again what is stuck, and counts it", async () => {
    book.sheet("Lots").put(5, 0, [["=_xldudf_TAXLOT_LOTGAIN(A1)"], ["=Other.xla!_xldudf_TAXLOT_LOTGAIN(A1)"]]);
    assert.deepEqual(await repairFormulas("TAXLOT"), { ok: true, value: { repaired: 2, left: [], protectedSheets: [] } });
    assert.deepEqual(["5,0", "6,0", "0,0"].map((key) => book.sheet("Lots").cells.get(key)), ["=TAXLOT.LOTGAIN(A1)", "=TAXLOT.LOTGAIN(A1)", LOTS]);
  });

  it("leaves formulas of others, texts that begin with = and what works already", async () => {
    book.sheet("Lots").put(5, 0, [["=OTHER.FUNCTION(1)"], ["=SUM(1)"]]);
    book.sheet("Lots").enter(7, 0, "'=_xldudf_TAXLOT_LOTGAIN(A1)");
    const untouched = everything();
    assert.deepEqual(await repairFormulas("TAXLOT"), { ok: true, value: { repaired: 0, left: [], protectedSheets: [] } });
    assert.equal(everything(), untouched);
  });

  it("leaves protected sheets alone and names them", async () => {
    const theirs = book.sheet("Theirs");
    theirs.put(0, 0, [["=_xldudf_TAXLOT_LOTGAIN(A1)"]]);
    theirs.protected = true;
    assert.deepEqual(await repairFormulas("TAXLOT"), { ok: true, value: { repaired: 0, left: [], protectedSheets: ["Theirs"] } });
    assert.equal(theirs.cells.get("0,0"), "=_xldudf_TAXLOT_LOTGAIN(A1)");
  });

  it("names the cells that Excel does not know all the same", async () => {
    book.sheet("Lots").put(5, 0, [["=TAXLOT.NOSUCH(A1)"], ["=[2]!_xldudf_TAXLOT_LOTGAIN(A1)"]]);
    const outcome = await repairFormulas("TAXLOT");
    assert.deepEqual(outcome, { ok: true, value: { repaired: 1, left: [{ sheet: "Lots", row: 5, column: 0, rows: 1, columns: 1 }], protectedSheets: [] } });
  });
});

describe("Freeze and Thaw (design section 9)", () => {
  inAFakeExcel();

  it("freezes what our formulas fill, and what spills from them feed, to the very values", async () => {
    const shown = book.values({ sheet: "Lots", row: 0, column: 0, rows: 3, columns: 6 });
    assert.deepEqual(await freezeFormulas(REQUEST), { ok: true, value: { formulas: 2, protectedSheets: [] } });
    assert.deepEqual(book.values({ sheet: "Lots", row: 0, column: 0, rows: 3, columns: 6 }), shown);
    const sheet = book.sheet("Lots");
    assert.deepEqual([...sheet.cells.keys()].filter((key) => sheet.isFormula(key)), ["1,5"]);
    assert.equal(sheet.cells.get("1,1"), "=XYZ");
  });

  it("keeps the formulas as text on a visible sheet", async () => {
    await freezeFormulas(REQUEST);
    const sheet = book.sheet("Taxlot Frozen");
    assert.equal(sheet.visibility, "Visible");
    assert.deepEqual(book.values({ sheet: "Taxlot Frozen", row: 0, column: 0, rows: 3, columns: 6 }), [
      ["Sheet", "Address", "Filled", "Formula", "Frozen at", "Rules version"],
      ["Lots", "A1", "A1:C3", LOTS, "2026-12-05 14:30", RULES_VERSION],
      ["Lots", "F1", "F1", "=SUM(A1#)", "2026-12-05 14:30", RULES_VERSION],
    ]);
    assert.deepEqual([...sheet.cells.keys()].filter((key) => sheet.isFormula(key)), []);
  });

  it("thaws to the workbook as it was, after two rounds of freezing too", async () => {
    const untouched = everything();
    await freezeFormulas(REQUEST);
    assert.deepEqual(await thawFormulas(), { ok: true, value: { formulas: 2, waiting: 0, changed: [] } });
    assert.equal(everything(), untouched);
    await freezeFormulas(REQUEST);
    book.sheet("Lots").put(5, 0, [["=TAXLOT.LOTGAIN(A1)"]]);
    assert.deepEqual(await freezeFormulas(REQUEST), { ok: true, value: { formulas: 1, protectedSheets: [] } });
    assert.deepEqual(await thawFormulas(), { ok: true, value: { formulas: 3, waiting: 0, changed: [] } });
    assert.equal(book.sheet("Lots").cells.get("5,0"), "=TAXLOT.LOTGAIN(A1)");
    assert.deepEqual(book.sheets.map(({ name }) => name), ["Lots"]);
  });

  it("refuses to thaw where every formula rests on a cell that was changed since, and names the cell", async () => {
    await freezeFormulas(REQUEST);
    book.sheet("Lots").set(2, 1, 13);
    const untouched = everything();
    assert.equal(
      await refusal(thawFormulas()),
      "Changed since it was frozen: ‘Lots’!B3. Undo that change, or delete the row on sheet ‘Taxlot Frozen’ to keep it. Nothing was thawed.",
    );
    assert.equal(everything(), untouched);
  });

  it("puts untouched formulas back, and names the cells that were changed since, which stay", async () => {
    book.sheet("Lots").put(5, 0, [["=TAXLOT.LOTGAIN(A1)"]]);
    const untouched = everything();
    await freezeFormulas(REQUEST);
    // A note in a blank cell of what LOTS filled: the formula over its spill, F1, has nothing to look at without it.
    book.sheet("Lots").set(1, 2, "ask Jo");
    const cell = { sheet: "Lots", row: 1, column: 2, rows: 1, columns: 1 };
    assert.deepEqual(await thawFormulas(), { ok: true, value: { formulas: 1, waiting: 2, changed: [cell] } });
    assert.deepEqual(["5,0", "1,2", "0,5"].map((key) => book.sheet("Lots").cells.get(key)), ["=TAXLOT.LOTGAIN(A1)", "ask Jo", 12.5]);
    assert.match(await refusal(thawFormulas()), /^Changed since it was frozen: ‘Lots’!C2\. /);
    book.sheet("Lots").set(1, 2, "");
    assert.deepEqual(await thawFormulas(), { ok: true, value: { formulas: 2, waiting: 0, changed: [] } });
    assert.equal(everything(), untouched);
  });

  it("names the block where it has too many cells to keep each apart", () => {
    const block = { sheet: "Lots", row: 0, column: 0, rows: 2_000, columns: 1 };
    const values = Array.from({ length: 2_000 }, (_, at) => [at]);
    const checksum = checksumOf(values);
    assert.deepEqual(changedCells({ block, checksum }, values), []);
    assert.deepEqual(changedCells({ block, checksum }, values.map((row, at) => (at === 7 ? ["x"] : row))), [block]);
  });

  it("tells any one changed cell from the others, whatever it held", () => {
    const block = { sheet: "Lots", row: 3, column: 2, rows: 30, columns: 60 };
    const values = Array.from({ length: 30 }, (_, row) => Array.from({ length: 60 }, (_, column) => (column % 3 === 0 ? "" : row * 60 + column)));
    const checksum = checksumOf(values);
    // A cell of Excel takes 32,767 characters; what is handed over in an array is safe to 8,192.
    assert.ok(checksum.length < 8_192);
    for (const [row, column, to] of [[0, 0, "x"], [29, 59, 0], [7, 1, "421"], [7, 2, ""], [12, 3, null]] as const) {
      const now = values.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? to : cell)));
      const expected = to === null ? [] : [{ sheet: "Lots", row: 3 + row, column: 2 + column, rows: 1, columns: 1 }];
      assert.deepEqual(changedCells({ block, checksum }, now), expected, `${row},${column}`);
    }
  });

  it("keeps a changed value once its row is deleted, and thaws the others", async () => {
    await freezeFormulas(REQUEST);
    book.sheet("Lots").set(2, 1, 13);
    for (let column = 0; column < 7; column++) book.sheet("Taxlot Frozen").set(1, column, "");
    assert.deepEqual(await thawFormulas(), { ok: true, value: { formulas: 1, waiting: 0, changed: [] } });
    assert.deepEqual([book.sheet("Lots").cells.get("2,1"), book.sheet("Lots").cells.get("0,5")], [13, "=SUM(A1#)"]);
  });

  it("leaves protected sheets live and names them; thaws nothing while one is protected", async () => {
    const theirs = book.sheet("Theirs");
    theirs.put(0, 0, [["=TAXLOT.LOTGAIN(A1)"]]);
    theirs.protected = true;
    assert.deepEqual(await freezeFormulas(REQUEST), { ok: true, value: { formulas: 2, protectedSheets: ["Theirs"] } });
    assert.equal(theirs.cells.get("0,0"), "=TAXLOT.LOTGAIN(A1)");
    book.sheet("Lots").protected = true;
    assert.match(await refusal(thawFormulas()), /^Sheet ‘Lots’ is protected\./);
  });

  it("refuses to freeze what is no result yet, and freezes nothing", async () => {
    for (const [formula, says] of [
      ["=TAXLOT.NOSUCH()", "‘Lots’!A7 shows #NAME?. Repair the formulas first, then freeze. Nothing was frozen."],
      [LOTS, "‘Lots’!A7 shows #SPILL!. Wait for it, or make room for it, then freeze. Nothing was frozen."],
    ] as const) {
      book.sheet("Lots").put(6, 0, [[formula]]);
      book.sheet("Lots").put(7, 1, [["mine"]]);
      const untouched = everything();
      assert.equal(await refusal(freezeFormulas(REQUEST)), says);
      assert.equal(everything(), untouched);
    }
  });

  it("refused by Excel at any request, every formula stands where it stood", async () => {
    let syncs = 0;
    book.beforeSync = () => void syncs++;
    assert.ok((await freezeFormulas(REQUEST)).ok);
    const inAll = syncs;
    for (let failing = 1; failing <= inAll; failing++) {
      restore();
      book = new FakeWorkbook();
      book.answer = answer;
      book.sheet("Lots").put(0, 0, [[LOTS]]);
      book.sheet("Lots").put(0, 5, [["=SUM(A1#)"], ["=SUM(B1:B3)"]]);
      restore = installFake(book);
      let now = 0;
      book.beforeSync = () => {
        if (++now === failing) throw new ExcelError("HostIsBusy");
      };
      assert.notEqual(await refusal(freezeFormulas(REQUEST)), "", `request ${failing}`);
      const lots = book.sheet("Lots");
      assert.deepEqual([lots.cells.get("0,0"), lots.cells.get("0,5")], [LOTS, "=SUM(A1#)"], `request ${failing}`);
    }
  });

  it("says so where nothing is frozen, and where this Excel cannot tell what a formula fills", async () => {
    assert.equal(await refusal(thawFormulas()), "Nothing is frozen: there is no sheet ‘Taxlot Frozen’ with formulas.");
    book.apiSets.delete("1.12");
    assert.equal(await refusal(freezeFormulas(REQUEST)), "This Excel cannot say which cells a formula fills, so nothing was frozen.");
  });

  it("refuses a record that was edited", async () => {
    await freezeFormulas(REQUEST);
    book.sheet("Taxlot Frozen").set(1, 2, "A1:Z9x");
    assert.match(await refusal(thawFormulas()), /^Row 2 of sheet ‘Taxlot Frozen’ is no longer as it was written\./);
  });
});
