import assert from "node:assert/strict";
import { formOnDesk, formRead } from "../../../src/taskpane/forms/forms-on-desk";
import { defaultYear } from "../../../src/taskpane/forms/forms-rules";
import { answerReconcile } from "../../../src/taskpane/reconcile/answer-reconcile";
import { answerLine, codeSaid, secondLine } from "../../../src/taskpane/reconcile/reconcile-sentences";
import type { ReconcileView } from "../../../src/taskpane/reconcile/reconcile-view";
import { gainCents } from "../../../src/sheet/drafts/reconciliation-sheet";
import { spilled } from "../../functions/calling";
import { answerOf, day, deskOf, type Rows } from "../desk-of";
import { EXPECTED_ANSWER, EXPECTED_CAUSES, EXPECTED_SECOND, FORM, FORM_HEADINGS, formRowOf, saleRowOf, TRADES, TRADES_HEADINGS } from "./made-up-form";

const formCells = (rows: Rows, sheet = "Form") => ({
  place: { block: { sheet, row: 0, column: 0, rows: rows.length + 1, columns: FORM_HEADINGS.length }, tableName: null, selected: false },
  cells: [FORM_HEADINGS, ...rows],
});

async function viewOf(...forms: readonly Rows[]): Promise<ReconcileView> {
  const desk = deskOf({ rows: TRADES, headings: TRADES_HEADINGS, asOf: "2026-02-01" });
  const laid = { ...desk, forms: forms.map((rows, at) => formOnDesk(formCells(rows, `Form ${at + 1}`))) };
  return answerOf(answerReconcile, laid, { year: 2025, forms: 1 });
}

const ofSymbols = (symbols: readonly string[]): Rows => FORM.filter(([symbol]) => symbols.includes(String(symbol)));

describe("R-8949-3: the Reconcile screen, a form with every kind of difference", () => {
  let view: ReconcileView;
  before(async () => void (view = await viewOf(FORM)));

  it("says first that rows are missing, then what else differs", () => {
    assert.equal(answerLine(view), EXPECTED_ANSWER);
    assert.equal(secondLine(view), EXPECTED_SECOND);
  });

  it("has nothing of the form left that is counted nowhere", () => assert.deepEqual(view.uncounted, { count: 0, first: [] }));

  it("groups the differences by cause, proceeds first and rounding last", () => {
    const told = view.groups.flatMap(({ cause, differences }) => differences.first.map(({ symbol, differenceCents }) => [cause, symbol, differenceCents]));
    assert.deepEqual(told, EXPECTED_CAUSES);
  });

  it("adds up both sides: what only one of them has included", () => {
    const { ours, theirs } = view.totals;
    assert.deepEqual(ours, { proceedsCents: 14_900_00, basisCents: 14_050_00, washCents: 1_000_00 });
    assert.deepEqual(theirs, { proceedsCents: 15_095_01, basisCents: 12_150_00, washCents: 0 });
    // 14,900 − 14,050 + 1,000; 15,095.01 − 12,150.
    assert.deepEqual([gainCents(ours), gainCents(theirs)], [1_850_00, 2_945_01]);
  });

  it("proposes column (g): the disallowed loss for W, the form's basis less the right one for B", () => {
    const of = (symbol: string) => view.groups.flatMap(({ differences }) => differences.first).find((one) => one.symbol === symbol)!;
    assert.equal(codeSaid(of("WSH")), "Code W, column (g) $1,000.00");
    assert.equal(codeSaid(of("RSU")), "Code B, column (g) −$2,000.00");
    assert.equal(codeSaid(of("SPL")), "Code B, column (g) $1,000.00");
    assert.equal(codeSaid(of("TRM")), "Code T, column (g) $0.00");
  });

  it("links each to its row in the trades and on the form", () => {
    for (const [, symbol] of EXPECTED_CAUSES) {
      const one = view.groups.flatMap(({ differences }) => differences.first).find((other) => other.symbol === symbol)!;
      assert.deepEqual(one.saleRows, symbol === "GHO" ? [] : [saleRowOf(symbol)], symbol);
      assert.deepEqual(one.on, symbol === "ONL" ? null : { form: 0, row: formRowOf(symbol) }, symbol);
    }
  });

  it("counts what ties, and names what is left out", () => {
    assert.deepEqual(view.tied.first.map(({ symbol, on }) => [symbol, on]), [["TIE", { form: 0, row: formRowOf("TIE") }]]);
    assert.deepEqual(view.accountsElsewhere.map(({ account, sales, proceedsCents }) => [account, sales, proceedsCents]), [["Other", 1, 120_00]]);
    assert.deepEqual(view.otherYears.first.map(({ name, on }) => [name, on]), [["OLD", { form: 0, row: formRowOf("OLD") }]]);
    assert.deepEqual(view.faults.first.map(({ on }) => on), [{ form: 0, row: formRowOf("BAD") }]);
    assert.match(view.faults.first[0]!.sentence, /^Row 13 of the broker's form: Proceeds .*much/);
  });

  it("has the rows of RECONCILE over the same cells", () => {
    const trades = [TRADES_HEADINGS, ...TRADES].map((row) => [...row]);
    const given = [FORM_HEADINGS, ...FORM].map((row) => [...row]);
    const words = (table: readonly (readonly unknown[])[]): unknown[][] => table.map((row) => row.map((cell) => (typeof cell === "object" ? "#VALUE!" : cell)));
    assert.deepEqual(words(view.table!), words(spilled("RECONCILE", trades, given, 2025)));
  });
});

describe("R-8949-3: several forms count together", () => {
  const [first, second] = [ofSymbols(["TIE", "RND", "MIS", "PRC", "BAS", "OLD"]), ofSymbols(["TRM", "RSU", "WSH", "SPL", "GHO", "BAD"])];

  it("as one form, each row under its own form and row", async () => {
    const [one, two] = [await viewOf(FORM), await viewOf(first, second)];
    assert.equal(answerLine(two), EXPECTED_ANSWER);
    assert.deepEqual(two.totals, one.totals);
    const all = two.groups.flatMap(({ differences }) => differences.first);
    // Second row of its sheet below the headings; third of the other.
    assert.deepEqual(all.find(({ symbol }) => symbol === "RND")!.on, { form: 0, row: 3 });
    assert.deepEqual(all.find(({ symbol }) => symbol === "RSU")!.on, { form: 1, row: 3 });
    assert.match(all.find(({ symbol }) => symbol === "GHO")!.note, /^Row 6 of ‘Form 2’, 5 GHO sold 2025-08-01, is not in the trades\./);
    assert.match(two.faults.first[0]!.sentence, /^Row 7 of ‘Form 2’: Proceeds/);
    const written = two.table!.find(([symbol]) => symbol === "RSU")!;
    assert.ok(written.includes("‘Form 2’ row 3"), written.join(" | "));
  });

  it("the same form taken twice is told row by row, and ties no less", async () => {
    const view = await viewOf(ofSymbols(["TIE"]), ofSymbols(["TIE"]));
    const repeats = view.groups.find(({ cause }) => cause === "Only on the form")!.differences.first;
    assert.deepEqual(repeats.map(({ note }) => note), ["Row 2 of ‘Form 2’ repeats row 2 of ‘Form 1’. Clear it if the sale is listed twice."]);
    assert.equal(view.tied.count, 1);
  });
});

describe("Reconcile: the answer in plain cases", () => {
  it("all tie", async () => {
    const desk = deskOf({ rows: TRADES.filter((row) => row[2] === "TIE"), headings: TRADES_HEADINGS, asOf: "2026-02-01" });
    const view = await answerOf(answerReconcile, { ...desk, forms: [formOnDesk(formCells(ofSymbols(["TIE"])))] }, { year: 2025, forms: 1 });
    assert.equal(answerLine(view), "The one sale of 2025 ties to the broker's form.");
    assert.equal(secondLine(view), null);
  });

  it("only rounding", async () => {
    const desk = deskOf({ rows: TRADES.filter((row) => ["TIE", "RND"].includes(String(row[2]))), headings: TRADES_HEADINGS, asOf: "2026-02-01" });
    const view = await answerOf(answerReconcile, { ...desk, forms: [formOnDesk(formCells(ofSymbols(["TIE", "RND"])))] }, { year: 2025, forms: 1 });
    assert.equal(answerLine(view), "All 2 sales of 2025 tie to the broker's form but for rounding of $0.01.");
  });

  it("basis and wash sales only", async () => {
    const symbols = ["TIE", "BAS", "WSH"];
    const desk = deskOf({ rows: TRADES.filter((row) => symbols.includes(String(row[2]))), headings: TRADES_HEADINGS, asOf: "2026-02-01" });
    const view = await answerOf(answerReconcile, { ...desk, forms: [formOnDesk(formCells(ofSymbols(symbols)))] }, { year: 2025, forms: 1 });
    assert.equal(answerLine(view), "1 of 3 sales of 2025 ties; $100.00 of basis and $1,000.00 of wash sales differ.");
  });

  it("a year that neither side has", async () => {
    const desk = deskOf({ rows: TRADES, headings: TRADES_HEADINGS, asOf: "2026-02-01" });
    const view = await answerOf(answerReconcile, { ...desk, forms: [formOnDesk(formCells(ofSymbols(["TIE"])))] }, { year: 2019, forms: 1 });
    assert.equal(answerLine(view), "No sale of 2019 is both in your trades and on the form.");
  });

  it("tells a column of the form that is counted nowhere, apart from rows that cannot be read", async () => {
    const desk = deskOf({ rows: TRADES, headings: TRADES_HEADINGS, asOf: "2026-02-01" });
    const { place, cells } = formCells(ofSymbols(["TIE"]));
    const striped = { place, cells: cells.map((row, at) => [...row, at === 0 ? "Zebra" : "stripes"]) };
    const noted = await answerOf(answerReconcile, { ...desk, forms: [formOnDesk(striped)] }, { year: 2025, forms: 1 });
    const sentence = `Row 1 of the broker's form: column ${FORM_HEADINGS.length + 1} ("Zebra") is not understood, so nothing in it is counted.`;
    assert.deepEqual([noted.faults.count, noted.uncounted], [0, { count: 1, first: [{ sentence, on: { form: 0, row: 1 } }] }]);
  });

  it("a form of which nothing can be read is said to be so", async () => {
    const desk = deskOf({ rows: TRADES, headings: TRADES_HEADINGS, asOf: "2026-02-01" });
    const broken = { ...formCells([]), cells: [["Symbol", "Proceeds"], ["TIE", 5]] };
    const view = await answerOf(answerReconcile, { ...desk, forms: [formOnDesk(broken)] }, { year: 2025, forms: 1 });
    assert.equal(view.faults.first[0]!.sentence, "‘Form’: The broker's range has no column Sold. Add its heading above the days of sale.");
    assert.equal(view.faults.first[0]!.on, null);
  });
});

describe("Reconcile: the year it starts with", () => {
  it("is that of most sales on the forms", () => {
    assert.equal(defaultYear([formRead(formOnDesk(formCells(FORM)))], day("2026-11-22")), 2025);
  });
  it("without forms the year before from January to April, then the year itself", () => {
    assert.equal(defaultYear([], day("2026-04-30")), 2025);
    assert.equal(defaultYear([], day("2026-05-01")), 2026);
  });
});
