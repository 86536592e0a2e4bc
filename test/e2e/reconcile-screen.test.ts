/** A made-up Form 1099-B with every kind of difference beside the trades: told, linked, written, and equal to what RECONCILE spills. */
import assert from "node:assert/strict";
import type { CellContent, SheetContent, WorkbookContent } from "../../workbench/content";
import { EXPECTED_ANSWER, EXPECTED_CAUSES, EXPECTED_SECOND, FORM, FORM_HEADINGS, formRowOf, saleRowOf, TRADES, TRADES_HEADINGS } from "../taskpane/reconcile/made-up-form";
import { findings, inDark, inLightAgain, setPaneWidth } from "./as-drawn";
import { openAndSettle } from "./at-the-keyboard";
import { answerOf, goTo, onScreen, pane, pressWrite, saidAfter, setAsOf, sheetNamed, sheetNames, tableOn, tabTo } from "./in-the-pane";
import { workbench } from "./one-browser";

type Rows = readonly (readonly (string | number)[])[];

function sheet(name: string, headings: readonly string[], rows: Rows): SheetContent {
  const filled = [headings, ...rows].map((cells) =>
    Object.fromEntries(cells.flatMap((value, column) => (value === "" ? [] : [[column, { value } as CellContent]]))),
  );
  return { name, rows: Object.fromEntries(filled.map((cells, row) => [row, cells])), columnWidthsPx: {}, tables: [] };
}

const workbookOf = (...sheets: readonly SheetContent[]): WorkbookContent => ({ name: "Test.xlsx", sheets, activeSheet: 0, names: [] });
const TRADES_SHEET = sheet("Trades", TRADES_HEADINGS, TRADES);

async function openReconcile(...forms: readonly SheetContent[]): Promise<void> {
  await openAndSettle(workbookOf(TRADES_SHEET, ...forms));
  await setAsOf(pane(), "2026-02-01");
  await goTo(pane(), "reconcile");
}

const mainText = async (): Promise<string> => (await pane().locator("main").innerText()).replace(/\s+/g, " ");
const shown = (testId: string): Promise<string[]> => onScreen(pane(), testId).allInnerTexts();
/** The sheet in front, and the selected row of it, counted from 1. */
async function selectedRow(): Promise<readonly [sheet: string, row: number]> {
  const { sheets, activeSheet } = await workbench().content();
  return [sheets[activeSheet]!.name, await workbench().page.evaluate(() => window.workbench!.grid.selection().row + 1)];
}

/** Every row below the heading Symbol: what cannot be read has a row without a symbol. */
function recordsOn({ rows }: SheetContent): readonly Readonly<Record<string, unknown>>[] {
  const numbers = Object.keys(rows).map(Number).sort((one, other) => one - other);
  const top = numbers.find((row) => rows[row]?.[0]?.value === "Symbol")!;
  const headings = Object.entries(rows[top]!);
  return numbers.filter((row) => row > top).map((row) => Object.fromEntries(headings.map(([column, { value }]) => [String(value), rows[row]?.[Number(column)]?.value ?? ""])));
}

function assertDifferences(records: readonly Readonly<Record<string, unknown>>[]): void {
  for (const [cause, symbol, cents] of EXPECTED_CAUSES) {
    const row = records.find((one) => one.Symbol === symbol);
    assert.equal(row?.Cause, cause, symbol);
    assert.equal(row?.Difference, cents === null ? "" : cents / 100, symbol);
  }
  assert.ok(records.some(({ Note }) => /^Row 13 of the broker's form: Proceeds/.test(String(Note))));
}

describe("R-8949-3: the Reconcile screen over a form with every kind of difference", function () {
  this.timeout(600_000);
  before(() => openReconcile(sheet("Form 1099", FORM_HEADINGS, FORM)));

  it("finds the form by itself, takes its year, and says first that rows are missing", async () => {
    assert.equal(await answerOf(pane()), EXPECTED_ANSWER);
    assert.equal(await onScreen(pane(), "forms-year").inputValue(), "2025");
    assert.ok((await mainText()).includes(EXPECTED_SECOND));
  });

  it("totals both sides, and the difference with its sign", async () => {
    const cells = (await onScreen(pane(), "reconcile-totals").locator("tbody tr").allInnerTexts()).map((line) => line.split(/\s*[\n\t]\s*/).join("|"));
    assert.deepEqual(cells, [
      "Proceeds|$14,900.00|$15,095.01|−$195.01",
      "Basis|$14,050.00|$12,150.00|+$1,900.00",
      "Wash sales|$1,000.00|$0.00|+$1,000.00",
      "Gain|$1,850.00|$2,945.01|−$1,095.01",
    ]);
  });

  it("tells each difference under its cause", async () => {
    const headings = await pane().locator("main h2:visible").allInnerTexts();
    assert.deepEqual(headings.slice(0, EXPECTED_CAUSES.length), EXPECTED_CAUSES.map(([cause]) => `${cause} (1)`));
    const symbols = (await shown("difference")).map((text) => text.slice(0, 3));
    assert.deepEqual(symbols, EXPECTED_CAUSES.map(([, symbol]) => symbol));
  });

  it("drops nothing unseen: the row that cannot be read, the account on no form, the other year, what ties", async () => {
    assert.match((await shown("form-fault"))[0]!, /^Row 13 of the broker's form: Proceeds/);
    assert.match((await shown("account-elsewhere"))[0]!, /^Other: 1 sale, \$120\.00 of proceeds/);
    assert.match((await shown("other-year"))[0]!, /^OLD sold/);
    await onScreen(pane(), "tied").locator("summary").click();
    assert.match((await shown("tied"))[0]!, /^1 sale ties\s+TIE sold/);
  });

  it("links select the row of the trades and the row of the form", async () => {
    const one = onScreen(pane(), "difference").filter({ hasText: "RSU" });
    await one.getByText(`form row ${formRowOf("RSU")}`, { exact: true }).click();
    await workbench().settled(30_000);
    assert.deepEqual(await selectedRow(), ["Form 1099", formRowOf("RSU")]);
    await one.getByText(`row ${saleRowOf("RSU")}`, { exact: true }).click();
    await workbench().settled(30_000);
    assert.deepEqual(await selectedRow(), ["Trades", saleRowOf("RSU")]);
  });

  it("writes RECONCILE live, which spills the same differences", async () => {
    assert.match(await pane().getByTestId("write-plan").innerText(), /^Writes \d+ rows as a live formula to new sheet ‘Reconciliation 2025’\./);
    const { intent, sentence } = await saidAfter(pressWrite);
    assert.equal(intent, "success", sentence);
    await workbench().settled(60_000);
    const written = (await sheetNamed("Reconciliation 2025"))!;
    const formulas = Object.values(written.rows).flatMap((cells) => Object.values(cells).flatMap(({ formula }) => formula ?? []));
    assert.equal(formulas.length, 1);
    assert.match(formulas[0]!, /RECONCILE\(Trades!\$A\$1:\$G\$25,'Form 1099'!\$A\$1:\$K\$13,2025\)$/);
    assertDifferences(recordsOn(written));
  });

  it("written as values has the same rows, and totals that plain formulas re-add", async () => {
    await onScreen(pane(), "answer").waitFor();
    await pane().getByRole("radio", { name: "Values" }).locator("visible=true").check();
    const { intent, sentence } = await saidAfter(pressWrite);
    assert.equal(intent, "success", sentence);
    await workbench().settled(60_000);
    const written = (await sheetNamed("Reconciliation 2025 (2)"))!;
    assertDifferences(recordsOn(written));
    const totals = tableOn(written, "Total of").map((row) => [row["Total of"], row.Difference]);
    assert.deepEqual(totals, [["Proceeds", -195.01], ["Basis", 1900], ["Wash sales", 1000], ["Gain", -1095.01]]);
  });

  it("takes away again what it wrote", async () => {
    await pane().getByRole("button", { name: "Remove what I wrote" }).click();
    await pane().getByTestId("said").filter({ hasText: "Removed." }).waitFor();
    assert.deepEqual(await sheetNames(), ["Trades", "Form 1099"]);
  });

  it("without the form's box ticked there is nothing to compare, and with it there is again", async () => {
    await onScreen(pane(), "form-found").getByRole("checkbox").uncheck();
    await onScreen(pane(), "answer").filter({ hasText: "No form is taken." }).waitFor();
    await onScreen(pane(), "form-found").getByRole("checkbox").check();
    await onScreen(pane(), "answer").filter({ hasText: EXPECTED_ANSWER }).waitFor();
  });

  it("which forms count, and for which year, stands in the visible settings, and a pane opened anew goes by it", async () => {
    const formBox = () => onScreen(pane(), "form-found").getByRole("checkbox");
    await onScreen(pane(), "forms-year").selectOption("2024");
    await pane().getByTestId("said").filter({ hasText: "The settings now name 2024 as the year of the forms." }).waitFor();
    await formBox().uncheck();
    await pane().getByTestId("said").filter({ hasText: "The settings now leave out ‘Form 1099’." }).waitFor();
    await openAndSettle(await workbench().content());
    await setAsOf(pane(), "2026-02-01");
    await goTo(pane(), "reconcile");
    await onScreen(pane(), "answer").filter({ hasText: "No form is taken." }).waitFor();
    assert.equal(await onScreen(pane(), "forms-year").inputValue(), "2024");
    assert.equal(await formBox().isChecked(), false);
    await onScreen(pane(), "forms-year").selectOption("2025");
    await formBox().check();
    await onScreen(pane(), "answer").filter({ hasText: EXPECTED_ANSWER }).waitFor();
    const settings = (await sheetNamed("Taxlot Settings"))!;
    assert.equal(settings.hidden === true, false);
    const rows = Object.values(settings.rows).map((cells) => [cells[0]?.value, cells[1]?.value]);
    assert.deepEqual(rows.filter(([name]) => /Forms year|Form left out/.test(String(name))), [["Forms year", 2025], ["# Form left out", "Broker1099"], ["# Form left out", "Form 1099!A1"]]);
  });

  it("is reached by the keyboard alone", async () => {
    await pane().getByTestId("as-of").focus();
    await tabTo("form-selection");
  });

  for (const width of [320, 480]) {
    it(`passes the rules of axe at ${width} pixels`, async () => {
      await setPaneWidth(width);
      await goTo(pane(), "reconcile");
      await onScreen(pane(), "difference").first().waitFor();
      assert.deepEqual(await findings(), []);
    });
  }
  after(() => setPaneWidth(null));
});

describe("Reconcile in dark", function () {
  this.timeout(600_000);
  before(() => inDark());
  after(() => inLightAgain());

  it("passes the rules of axe", async () => {
    await openReconcile(sheet("Form 1099", FORM_HEADINGS, FORM));
    await onScreen(pane(), "difference").first().waitFor();
    assert.deepEqual(await findings(), []);
  });
});

describe("Reconcile over two forms, and over none", function () {
  this.timeout(600_000);
  const half = (first: boolean): Rows => FORM.filter((_, at) => at < 5 === first);

  it("counts two forms together, each row under its own form", async () => {
    await openReconcile(sheet("Form A", FORM_HEADINGS, half(true)), sheet("Form B", FORM_HEADINGS, half(false)));
    assert.equal(await answerOf(pane()), EXPECTED_ANSWER);
    assert.equal((await shown("form-found")).length, 2);
    // RSU is the second row of Form B below the headings.
    assert.match((await shown("difference")).find((text) => text.startsWith("RSU"))!, /‘Form B’ row 3/);
    assert.match(await pane().getByTestId("write-plan").innerText(), /as values to new sheet ‘Reconciliation 2025’\./);
  });

  it("without a form says so, and how to get one", async () => {
    await openReconcile();
    assert.equal(await answerOf(pane()), "No broker's form is in this workbook yet.");
    await onScreen(pane(), "reconcile-import").click();
    await pane().locator('[data-testid="pane-state"][data-screen="import"]').waitFor();
  });
});
