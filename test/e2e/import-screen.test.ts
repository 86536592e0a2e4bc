/** From the brokers' files to one table of trades: three files in, sheets that tie, the same files again add nothing, and the way back. */
import assert from "node:assert/strict";
import { utils, write } from "@e965/xlsx";
import type { SheetContent, WorkbookContent } from "../../workbench/content";
import { findings } from "./as-drawn";
import { openAndSettle } from "./at-the-keyboard";
import { assertSoundAtEachWidth, inEachLook } from "./in-each-look";
import { answerOf, goTo, onScreen, pane, pressWrite, removeWritten, saidAfter, sheetNamed, sheetNames, tableOn } from "./in-the-pane";
import { workbench } from "./one-browser";

const row = (...cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(",");
const SCHWAB_HEADINGS = row("Date", "Action", "Symbol", "Description", "Quantity", "Price", "Fees & Comm", "Amount");

/** A loss: 50 sold of 100 bought at 40. Amounts: 1,049.95 + 12.00 − 4,004.95 = −2,943.00. */
const SCHWAB = [
  SCHWAB_HEADINGS,
  row("01/20/2026", "Sell", "XYZ", "XYZ CORP", "50", "$21.00", "$0.05", "$1,049.95"),
  row("01/09/2026", "Cash Dividend", "XYZ", "XYZ CORP", "", "", "", "$12.00"),
  row("01/05/2026", "Buy", "XYZ", "XYZ CORP", "100", "$40.00", "$4.95", "-$4,004.95"),
];
/** The purchase in the IRA washes the loss. */
const IRA = [SCHWAB_HEADINGS, row("01/22/2026", "Buy", "XYZ", "XYZ CORP", "50", "$20.00", "", "-$1,000.00")];
/** Names no account. */
const ROBINHOOD = [
  row("Activity Date", "Process Date", "Settle Date", "Instrument", "Description", "Trans Code", "Quantity", "Price", "Amount"),
  row("01/14/2026", "01/14/2026", "01/15/2026", "=HYPERLINK(1)", "A symbol that is a formula", "Buy", "2", "$5.00", "($10.00)"),
  row("01/13/2026", "01/13/2026", "01/14/2026", "ABC", "ABC Inc", "Buy", "20", "$25.00", "($500.00)"),
  row("01/12/2026", "01/12/2026", "01/12/2026", "", "ACH Deposit", "ACH", "", "", "$600.00"),
];

const fileOf = (name: string, lines: readonly string[]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\r\n")}\r\n`) });
const FILES = [
  fileOf("Individual_XXX342_Transactions_20260131-120000.csv", SCHWAB),
  fileOf("Roth_IRA_XXX9_Transactions_20260131-120000.csv", IRA),
  fileOf("robinhood.csv", ROBINHOOD),
];

const EMPTY: WorkbookContent = { name: "Test.xlsx", sheets: [{ name: "Sheet1", rows: {}, columnWidthsPx: {}, tables: [] }], activeSheet: 0, names: [] };

async function openImport(content = EMPTY): Promise<void> {
  await openAndSettle(content);
  await goTo(pane(), "import");
  await onScreen(pane(), "import-choose").waitFor();
}

async function choose(...files: readonly ReturnType<typeof fileOf>[]): Promise<void> {
  await pane().getByTestId("import-input").setInputFiles([...files]);
  await onScreen(pane(), "import-file").first().waitFor();
}

const fileLines = (): Promise<string[]> => onScreen(pane(), "import-file-line").allInnerTexts();
const planLine = (): Promise<string> => pane().getByTestId("write-plan").innerText();
/** What the cells of a source sheet's control total show: label, when read, on this sheet, difference. */
const control = (sheet: SheetContent): readonly (readonly unknown[])[] =>
  [8, 9, 10].map((line) => [0, 1, 2, 3].map((column) => sheet.rows[line]?.[column]?.value ?? null));

describe("Broker files into an empty workbook", function () {
  this.timeout(600_000);
  before(() => openImport());

  it("the pane without trades points to Import, where files are chosen or dropped", async () => {
    await goTo(pane(), "data");
    await pane().getByTestId("go-import").click();
    assert.equal(await answerOf(pane()), "Bring in the files that your brokers let you download.");
  });

  it("two brokers' files and an IRA's are told apart by what stands in them, and by name", async () => {
    await choose(...FILES);
    assert.deepEqual(await fileLines(), [
      "Schwab transactions, 3 rows: 2 trades, 1 that moves no lot.",
      "Schwab transactions, 1 row: 1 trade.",
      "Robinhood activity, 3 rows: 2 trades, 1 that moves no lot.",
    ]);
    assert.equal(await answerOf(pane()), "5 new trades.");
  });

  it("the file that names no account takes the one that is typed", async () => {
    await pane().getByTestId("import-account").fill("Play money");
    await pane().getByTestId("import-account").press("Enter");
    // What the field holds, which its attribute need not repeat.
    await pane().waitForFunction(() => [...document.querySelectorAll<HTMLInputElement>('[data-testid="import-account"]')].some(({ value }) => value === "Play money"));
  });

  it("one press writes one table of all the trades, oldest first, and every file unedited", async () => {
    await pane().locator('[data-testid="write"]:not([aria-disabled="true"])').waitFor();
    assert.match(await planLine(), /^Writes 5 rows to a new table on new sheet ‘Trades’ and the files unedited to ‘Source Individual_XXX342_Transa’/);
    const { intent, sentence } = await saidAfter(pressWrite);
    assert.equal(intent, "success", sentence);
    const trades = tableOn((await sheetNamed("Trades"))!, "Date");
    assert.deepEqual(trades.map((one) => [one.Action, one.Symbol, one.Quantity, one.Amount, one.Account]), [
      ["Buy", "XYZ", 100, 4004.95, "Individual XXX342"],
      ["Buy", "ABC", 20, 500, "Play money"],
      ["Buy", "=HYPERLINK(1)", 2, 10, "Play money"],
      ["Sell", "XYZ", 50, 1049.95, "Individual XXX342"],
      ["Buy", "XYZ", 50, 1000, "Roth IRA XXX9"],
    ]);
    assert.equal(trades[1]!.Source, "robinhood.csv:3");
  });

  it("the new table comes to the front, and the empty sheet stays", async () => {
    const { sheets, activeSheet } = await workbench().content();
    assert.equal(sheets[activeSheet]!.name, "Trades");
    assert.ok(sheets.some(({ name }) => name === "Sheet1"));
  });

  it("what looks like a formula in a file is text on every sheet", async () => {
    const { sheets } = await workbench().content();
    const formulas = sheets.flatMap(({ rows }) => Object.values(rows).flatMap((cells) => Object.values(cells).flatMap(({ formula }) => formula ?? [])));
    assert.deepEqual(formulas.filter((formula) => /HYPERLINK/i.test(formula)), []);
  });

  it("the control totals tie: lines, and the sum of the file's amounts", async () => {
    await workbench().settled(60_000);
    const schwab = (await sheetNames()).find((name) => name.startsWith("Source Individual"))!;
    assert.deepEqual(control((await sheetNamed(schwab))!), [["Lines", 3, 3, 0], ["Looked at", 0, 0, 0], ["Amount", -2943, -2943, 0]]);
    // −10 − 500 + 600.
    assert.deepEqual(control((await sheetNamed("Source robinhood.csv"))!)[2], ["Amount", 90, 90, 0]);
  });

  it("the pane reads the new table at once", async () => {
    await pane().getByTestId("trades-range").filter({ hasText: "Trades" }).waitFor();
    await goTo(pane(), "data");
    await onScreen(pane(), "answer").filter({ hasText: "You hold 4 lots in 3 symbols." }).waitFor();
  });

  it("the same files once more add nothing", async () => {
    await goTo(pane(), "import");
    await choose(...FILES);
    assert.equal(await answerOf(pane()), "Nothing new: every trade is on the sheet already.");
    assert.match(await pane().locator("main").innerText(), /2 of 2 rows are already there: nothing is added\./);
    assert.equal(await pane().getByTestId("write").getAttribute("aria-disabled"), "true");
  });

  it("a PDF beside a good file is refused by name, and the good one is read", async () => {
    await choose({ name: "1099.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 …") });
    await pane().getByText("1099.pdf is a PDF. Download the file as CSV from your broker.").waitFor();
    assert.equal((await fileLines()).length, 3);
  });

  it("“Remove what I wrote” takes the table and the sheets away again", async () => {
    await removeWritten();
    assert.deepEqual(await sheetNames(), ["Sheet1"]);
    await goTo(pane(), "data");
    await onScreen(pane(), "answer").filter({ hasText: "No sheet of this workbook has trades under headings yet." }).waitFor();
  });
});

describe("A broker's workbook", function () {
  this.timeout(600_000);
  before(() => openImport());

  it("is read in the worker, by the part that is loaded for it, and so is a damaged one's refusal", async () => {
    const sheet = utils.aoa_to_sheet([
      ["Record Type", "Symbol", "Qty.", "Date Acquired", "Adjusted Cost Basis", "Date Sold", "Total Proceeds", "Term", "Covered Status"],
      ["Sell", "XYZ", 20, { t: "n", v: 45337, z: "mm/dd/yyyy" }, 2800, { t: "n", v: 45797, z: "mm/dd/yyyy" }, 3100, "Long Term", "Non-covered"],
    ]);
    const buffer = Buffer.from(write({ SheetNames: ["G&L"], Sheets: { "G&L": sheet } }, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
    const workbook = { name: "G&L_Expanded.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer };
    await choose(workbook, { ...workbook, name: "cut.xlsx", buffer: buffer.subarray(0, buffer.length - 200) });
    assert.deepEqual(await fileLines(), ["E*TRADE stock plan gains and losses, 1 row: 1 sale."]);
    assert.match(await pane().locator("body").innerText(), /cut\.xlsx is damaged and cannot be opened\. Download it again\./);
  });
});

describe("A file of no known layout, and a line that needs the user", function () {
  this.timeout(600_000);
  before(() => openImport());

  const OWN = fileOf("own.csv", ["day,what,paper,units,each", "2026-01-05,Buy,XYZ,3,10", "2026-01-06,Buy,,1,12"]);

  it("its columns are named once", async () => {
    await choose(OWN);
    await pane().getByLabel("What day is").selectOption("Date");
    await pane().getByLabel("What what is").selectOption("Action");
    await pane().getByLabel("What paper is").selectOption("Symbol");
    await pane().getByLabel("What each is").selectOption("Price");
    await pane().getByTestId("import-columns-account").fill("Own");
    await pane().getByTestId("import-columns-read").click();
    await onScreen(pane(), "import-file-line").waitFor();
    assert.deepEqual(await fileLines(), ["columns you named, 2 rows: 1 trade, 1 to look at."]);
  });

  it("the line is completed in the pane and written with the others", async () => {
    await pane().getByLabel("Write line 3 as below").check();
    await pane().getByLabel("Symbol", { exact: true }).fill("ABC");
    const { intent, sentence } = await saidAfter(pressWrite);
    assert.equal(intent, "success", sentence);
    assert.deepEqual(tableOn((await sheetNamed("Trades"))!, "Date").map((one) => [one.Symbol, one.Quantity, one.Account]), [["XYZ", 3, "Own"], ["ABC", 1, "Own"]]);
  });

  it("the settings sheet remembers the columns: the next file is read without a question", async () => {
    await goTo(pane(), "import");
    await choose(fileOf("next.csv", ["day,what,paper,units,each", "2026-02-05,Sell,XYZ,1,15"]));
    assert.deepEqual(await fileLines(), ["columns you named, 1 row: 1 trade."]);
  });
});

describe("A file dropped on the pane", function () {
  this.timeout(600_000);
  before(async () => {
    await openAndSettle(EMPTY);
    await goTo(pane(), "data");
  });

  it("is read on Import, whatever screen it falls on", async () => {
    await pane().evaluate((text) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], "Individual_XXX342_Transactions_20260131-120000.csv", { type: "text/csv" }));
      for (const kind of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
    }, SCHWAB.join("\n"));
    await onScreen(pane(), "import-file-line").waitFor();
    assert.deepEqual(await fileLines(), ["Schwab transactions, 3 rows: 2 trades, 1 that moves no lot."]);
  });

  it("while a file is over the window, the workbench covers its grid and leaves the pane open to it", async () => {
    const covered = await workbench().page.evaluate(() => {
      const carried = new DataTransfer();
      carried.items.add(new File(["a"], "a.csv"));
      document.body.dispatchEvent(new DragEvent("dragenter", { bubbles: true, cancelable: true, dataTransfer: carried }));
      const hint = document.querySelector<HTMLElement>("#drop-hint")!;
      const [over, paneAt] = [hint.getBoundingClientRect(), document.querySelector("#pane iframe")!.getBoundingClientRect()];
      const answer = { isShown: !hint.hidden, right: over.right, left: paneAt.left };
      hint.dispatchEvent(new DragEvent("dragleave", { bubbles: true, dataTransfer: carried }));
      return { ...answer, isGone: hint.hidden };
    });
    assert.ok(covered.isShown && covered.isGone, JSON.stringify(covered));
    assert.ok(covered.right <= covered.left + 1, JSON.stringify(covered));
  });
});

function accessible(): void {
  it("no serious finding, empty, with files and with columns to name, wide and at 320 px, and nothing hangs over the edge", async () => {
    assert.deepEqual(await findings(), []);
    await choose(...FILES, fileOf("own.csv", ["day,what,paper,units,each", "2026-01-05,Buy,XYZ,3,10"]), fileOf("half.csv", [...SCHWAB, row("01/02/2026", "Buy", "ABC", "ABC CORP", "", "$1.00", "", "-$5.00")]));
    await pane().getByLabel("Write line 5 as below").check();
    await assertSoundAtEachWidth("Import");
  });
}

inEachLook("Accessibility of the Import screen", openImport, accessible);
