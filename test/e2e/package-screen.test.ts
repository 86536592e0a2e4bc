/** From the trades to the accountant: the checklist, the copy as a workbook of its own, files for tax programs, and nothing of ours in any of them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { SheetContent, WorkbookContent } from "../../workbench/content";
import { readWorkbookFile } from "../../workbench/files";
import { lastCreated } from "../../workbench/run/package-job";
import { workbookOf } from "./at-the-keyboard";
import { assertSoundAtEachWidth, inEachLook } from "./in-each-look";
import { answerOf, goTo, onScreen, openInPane, pane, pressWrite, removeWritten, setAsOf, sheetNamed, sheetNames } from "./in-the-pane";
import { workbench } from "./one-browser";

const INJECTED = "=HYPERLINK(1)";

/** XYZ: 1,500 − 1,000 = 500.00 long. ABC: 700 − 1,000 = −300.00, of which 10 of 50 shares bought back wash 60.00. The cells of the symbols are text. */
const TRADES = [
  ["Date", "Action", "Symbol", "Quantity", "Price", "Account"],
  ["2024-01-10", "Buy", "XYZ", 100, 10, "Brokerage"],
  ["2025-02-03", "Buy", "ABC", 50, 20, "Brokerage"],
  ["2025-03-03", "Sell", "XYZ", 100, 15, "Brokerage"],
  ["2025-06-02", "Sell", "ABC", 50, 14, "Brokerage"],
  ["2025-06-10", "Buy", "ABC", 10, 14, "Brokerage"],
  ["2025-07-01", "Buy", "INJECTED", 1, 10, "Brokerage"],
  ["2026-01-20", "Buy", "XYZ", 1, 12, "Brokerage"],
];
const FORM = [
  ["Symbol", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Wash disallowed", "Term", "Basis reported", "Form", "Account"],
  ["XYZ", "2024-01-10", "2025-03-03", 100, 1500, 1000, 0, "Long", "Yes", "1099-B", "Brokerage"],
  ["ABC", "2025-02-03", "2025-06-02", 50, 700, 1000, 60, "Short", "Yes", "1099-B", "Brokerage"],
];

/** 500.00 − 300.00 + 60.00. */
const NET = 260;

/** The symbol of row 7 is text that looks like a formula. */
function story(form = FORM): WorkbookContent {
  const trades = workbookOf(TRADES);
  const [sheet] = trades.sheets;
  const rows = { ...sheet!.rows, 6: { ...sheet!.rows[6], 2: { value: INJECTED } } };
  return { ...trades, sheets: [{ ...sheet!, rows }, { ...workbookOf(form).sheets[0]!, name: "Broker 1099" }] };
}

async function openPackage(content = story()): Promise<void> {
  await openInPane(content);
  await setAsOf(pane(), "2026-04-01");
  await goTo(pane(), "package");
  await onScreen(pane(), "check").first().waitFor();
}

/** What is said of the copy once it is made. */
async function madeCopy(of = ""): Promise<string> {
  await pressWrite();
  const said = pane().getByTestId("said").filter({ hasText: "Made" }).filter({ hasText: of });
  await said.waitFor();
  return (await said.innerText()).replace(/\s+/g, " ").trim();
}

const openPoints = (): Promise<string[]> => onScreen(pane(), "check").evaluateAll((points) => points.flatMap((point) => (point.getAttribute("data-state") === "open" ? [point.getAttribute("data-check") ?? ""] : [])));
const createdLast = (): Promise<Buffer> => lastCreated(workbench());
const cellsOf = (sheet: SheetContent) => Object.values(sheet.rows).flatMap((row) => Object.values(row));
const line16Of = (copy: Pick<WorkbookContent, "sheets">) => Object.values(copy.sheets.find(({ name }) => name === "Schedule D")!.rows).find((row) => String(row[0]?.value) === "16")!;
const valueRight = (sheet: SheetContent, label: string): unknown => Object.values(sheet.rows).find((row) => row[0]?.value === label)?.[1]?.value;

/** The bytes that a press hands to the browser, under the name it gives them. */
async function downloaded(testId: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([workbench().page.waitForEvent("download"), pane().locator(`[data-testid="${testId}"]:visible`).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe("The Package screen in the workbench", function () {
  this.timeout(600_000);
  before(() => openPackage());

  it("says how many points are open, and what the year comes to as it stands", async () => {
    assert.equal(await answerOf(pane()), "2 points are open.");
    assert.deepEqual(await openPoints(), ["Accounts", "Carryovers"]);
    assert.match(await pane().locator("main").innerText(), /As it stands: 2 sales of 2025, net gain \$260\.00\./);
  });

  it("leads from a point to the screen where it is mended", async () => {
    await onScreen(pane(), "check").filter({ hasText: "Carryovers" }).getByTestId("check-go").click();
    await pane().locator('[data-testid="pane-state"][data-screen="settings"]').waitFor();
    await goTo(pane(), "package");
  });

  it("takes the user's word for the accounts in one press, as a row of the visible settings", async () => {
    await onScreen(pane(), "check").filter({ hasText: "Accounts" }).getByTestId("check-mend").click();
    await pane().getByTestId("said").filter({ hasText: "The settings now say that account Brokerage is taxable and your own." }).waitFor();
    const settings = (await sheetNamed("Taxlot Settings"))!;
    const row = Object.values(settings.rows).find((cells) => cells[0]?.value === "Account");
    assert.deepEqual([1, 2, 3].map((column) => row?.[column]?.value), ["Brokerage", "Taxable", "Self"]);
    await onScreen(pane(), "answer").filter({ hasText: "1 point is open." }).waitFor();
    assert.deepEqual(await openPoints(), ["Carryovers"]);
  });

  it("keeps the client's name as a row of the visible settings, and a name that looks like a formula as text", async () => {
    const field = onScreen(pane(), "package-client");
    await field.fill("=Doe & Co");
    await field.press("Enter");
    await pane().getByTestId("said").filter({ hasText: "The settings now name the client." }).waitFor();
    const settings = (await sheetNamed("Taxlot Settings"))!;
    assert.equal(settings.hidden === true, false);
    const row = Object.values(settings.rows).find((cells) => cells[0]?.value === "Client");
    assert.equal(row?.[1]?.value, "=Doe & Co");
    assert.equal(row?.[1]?.formula, undefined);
  });

  it("makes a workbook of its own, leaves this one as it is, and says what it made and that its checks are 0", async () => {
    const before = await sheetNames();
    const sentence = await madeCopy();
    assert.match(sentence, /^Made ‘Accountant's copy 2025, =Doe & Co\.xlsx’ with \d+ sheets\. Excel opened it as a new workbook: save it there under this name\. All \d+ check cells are 0\./);
    assert.deepEqual(await sheetNames(), before);
  });

  it("takes a name that is still being typed when the button is pressed", async () => {
    const field = onScreen(pane(), "package-client");
    await field.fill("Roe");
    await pressWrite();
    await pane().getByTestId("said").filter({ hasText: "Made ‘Accountant's copy 2025, Roe.xlsx’" }).waitFor();
    assert.equal(valueRight(readWorkbookFile(await createdLast(), "copy.xlsx").sheets.find(({ name }) => name === "Cover")!, "Taxpayer"), "Roe");
    await field.fill("=Doe & Co");
    await field.press("Enter");
    await madeCopy("=Doe & Co");
  });

  it("whose totals are the arithmetic of the trades", async () => {
    const copy = readWorkbookFile(await createdLast(), "copy.xlsx");
    const sheet = (name: string): SheetContent => copy.sheets.find((one) => one.name === name)!;
    const line16 = line16Of(copy);
    assert.ok(Object.values(line16).some(({ value }) => value === NET), JSON.stringify(line16));
    assert.equal(valueRight(sheet("Cover"), "Must be 0"), 0);
    assert.equal(valueRight(sheet("Cover"), "Taxpayer"), "=Doe & Co");
    assert.ok(sheet("Reconciliation") !== undefined && copy.sheets.some(({ name }) => name.startsWith("Source Trades")) && copy.sheets.some(({ name }) => name.startsWith("Source Broker 1099")));
    const washed = cellsOf(sheet("Wash sales")).filter(({ value }) => value === 60);
    assert.ok(washed.length > 0);
  });

  it("and which holds no formula of ours, no link, and text that looks like a formula as text", async () => {
    const copy = readWorkbookFile(await createdLast(), "copy.xlsx");
    const formulas = copy.sheets.flatMap((sheet) => cellsOf(sheet).flatMap(({ formula }) => formula ?? []));
    assert.ok(formulas.length > 10);
    assert.deepEqual(formulas.filter((formula) => /TAXLOT|HYPERLINK|Doe|\[/i.test(formula.replace(/'[^']*'/g, ""))), []);
    const texts = copy.sheets.flatMap((sheet) => cellsOf(sheet).map(({ value }) => value)).filter((value) => value === INJECTED);
    assert.ok(texts.length > 0);
  });

  it("gives the same file to the browser as a download", async () => {
    const { name, bytes } = await downloaded("package-download");
    assert.match(name, /^Accountant's copy 2025, =Doe & Co\.xlsx$|^Accountant.s copy 2025, .Doe . Co\.xlsx$/);
    assert.ok(Buffer.compare(bytes, await createdLast()) === 0);
    await pane().getByTestId("said").filter({ hasText: "where your browser keeps downloads" }).waitFor();
  });

  it("saves Form 8949 as CSV, as TXF and as a statement", async () => {
    const csv = (await downloaded("export-csv")).bytes.toString("utf8");
    assert.match(csv, /100 sh\. XYZ,01\/10\/2024,03\/03\/2025,1500\.00,1000\.00,,0\.00,500\.00/);
    assert.match(csv, /50 sh\. ABC,02\/03\/2025,06\/02\/2025,700\.00,1000\.00,W,60\.00,-240\.00/);
    const txf = (await downloaded("export-txf")).bytes.toString("utf8");
    assert.match(txf, /^V042\r\n/);
    assert.match(txf, /P50 sh\. ABC\r\nD02\/03\/2025\r\nD06\/02\/2025\r\n\$1000\.00\r\n\$700\.00\r\n\$60\.00\r\n\^/);
    const statement = await downloaded("export-statement");
    assert.equal(statement.name, "Form 8949 2025 statement.csv");
    // Only ABC, for XYZ goes straight to Schedule D.
    assert.match(statement.bytes.toString("utf8"), /Totals,,,700\.00,1000\.00,,60\.00,-240\.00/);
    await onScreen(pane(), "export-said").filter({ hasText: "Saved Form 8949 2025 statement.csv with 1 statement" }).waitFor();
  });

  it("rounds the forms when whole dollars are ticked, which the settings then say", async () => {
    await onScreen(pane(), "package-dollars").click();
    await pane().getByTestId("said").filter({ hasText: "The settings now say whole dollars." }).waitFor();
    await pane().locator('[data-testid="package-dollars"]:checked').waitFor();
  });

  it("says the same in a pane that is opened anew over the workbook as it stands: nothing was in memory alone", async () => {
    const said = await answerOf(pane());
    const open = await openPoints();
    await openPackage(await workbench().content());
    assert.equal(await answerOf(pane()), said);
    assert.deepEqual(await openPoints(), open);
    assert.equal(await onScreen(pane(), "package-client").inputValue(), "=Doe & Co");
    assert.equal(await onScreen(pane(), "package-year").inputValue(), "2025");
    assert.ok(await onScreen(pane(), "package-dollars").isChecked());
  });

  it("refuses files for tax programs where a sale of the form is missing, names it, and makes the copy with it on its cover", async () => {
    await openPackage(story([...FORM, ["QRS", "2024-01-10", "2025-03-03", 10, 90, 50, 0, "Long", "Yes", "1099-B", "Brokerage"]]));
    await onScreen(pane(), "export-hint").filter({ hasText: "10 QRS sold 2025-03-03, is not in the trades" }).waitFor();
    assert.equal(await onScreen(pane(), "export-csv").getAttribute("aria-disabled"), "true");
    await madeCopy();
    const copy = readWorkbookFile(await createdLast(), "copy.xlsx");
    assert.ok(cellsOf(copy.sheets[0]!).some(({ value }) => String(value).includes("10 QRS sold 2025-03-03")));
  });
});

/** The pane of an Excel that has no ExcelApi set from this one on. */
async function asBefore(apiSet: number): Promise<void> {
  await pane().evaluate((missing) => {
    const { requirements } = Office.context;
    const has = requirements.isSetSupported.bind(requirements);
    requirements.isSetSupported = (name, version) => (name.toLowerCase() === "excelapi" && Number(String(version).split(".")[1]) >= missing ? false : has(name, String(version)));
  }, apiSet);
}

describe("Package in an Excel that opens no second workbook (before ExcelApi 1.8)", function () {
  this.timeout(600_000);
  let sheetsBefore: readonly string[] = [];
  before(async () => {
    await openInPane(story());
    await asBefore(8);
    await setAsOf(pane(), "2026-04-01");
    await goTo(pane(), "package");
    await onScreen(pane(), "check").first().waitFor();
    sheetsBefore = await sheetNames();
  });

  it("says beforehand that the sheets go into this one", async () => {
    await pane().getByTestId("write-plan").filter({ hasText: "This Excel opens no second workbook: writes new sheets for 2025 into this one." }).waitFor();
    assert.equal(await onScreen(pane(), "package-in-here").count(), 0);
  });

  it("writes them here, with the same totals and every check at 0, and its cover in front", async () => {
    const sentence = await madeCopy();
    assert.match(sentence, /^Made ‘Accountant's copy 2025\.xlsx’ with \d+ sheets\. Its sheets are in this workbook\. All \d+ check cells are 0\./);
    const { sheets, activeSheet } = await workbench().content();
    assert.equal(sheets[activeSheet]!.name, "Cover");
    assert.equal(valueRight(sheets[activeSheet]!, "Must be 0"), 0);
    const line16 = line16Of({ sheets });
    assert.ok(Object.values(line16).some(({ value }) => value === NET), JSON.stringify(line16));
    assert.deepEqual(sheets.slice(0, sheetsBefore.length).map(({ name }) => name), sheetsBefore);
  });

  it("its sheets of the trades and of the form are not taken for trades and forms of the user's", async () => {
    await goTo(pane(), "reconcile");
    await onScreen(pane(), "answer").waitFor();
    assert.equal(await onScreen(pane(), "form-found").count(), 1);
    assert.equal(await answerOf(pane()), "All 2 sales of 2025 tie to the broker's form.");
    await goTo(pane(), "package");
    await onScreen(pane(), "check").first().waitFor();
  });

  it("“Remove what I wrote” takes all of them away again", async () => {
    await removeWritten();
    assert.deepEqual(await sheetNames(), sheetsBefore);
  });
});

describe("Package where Excel refuses the copy", function () {
  this.timeout(600_000);
  before(() => openPackage());

  it("says so, and puts the sheets here on a press of their own", async () => {
    await pane().evaluate(() => {
      Excel.createWorkbook = () => Promise.reject(Object.assign(new Error("Not here."), { code: "GeneralException" }));
    });
    const before = await sheetNames();
    await pressWrite();
    await pane().locator('[data-testid="said"][data-intent="error"]').filter({ hasText: "The copy could not be opened here. Excel answered: Not here. Under Files you can download it, or put its sheets in this workbook." }).waitFor();
    assert.deepEqual(await sheetNames(), before);
    await onScreen(pane(), "package-in-here").click();
    await pane().getByTestId("said").filter({ hasText: "Its sheets are in this workbook." }).waitFor();
    await removeWritten();
    assert.deepEqual(await sheetNames(), before);
  });
});

describe("Package in a workbook whose structure is protected", function () {
  this.timeout(600_000);
  before(() => openPackage());
  after(() => workbench().page.evaluate(() => window.workbench!.grid.protectStructure(false)));

  it("refuses sheets in it in a sentence, writes none, and still makes a workbook of its own", async () => {
    await workbench().page.evaluate(() => window.workbench!.grid.protectStructure(true));
    const before = await sheetNames();
    await onScreen(pane(), "package-in-here").click();
    await pane().locator('[data-testid="said"][data-intent="error"]').filter({ hasText: "The structure of this workbook is protected, so no sheet can be added." }).waitFor();
    assert.deepEqual(await sheetNames(), before);
    assert.match(await madeCopy(), /All \d+ check cells are 0\./);
    assert.deepEqual(await sheetNames(), before);
  });
});

function accessible(): void {
  it("no serious finding, folded and unfolded, wide and at 320 px, and nothing hangs over the edge", async () => {
    await onScreen(pane(), "check-done").click();
    await assertSoundAtEachWidth("Package");
  });
}

inEachLook("Accessibility of the Package screen", openPackage, accessible);
