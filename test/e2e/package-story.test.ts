/**
 * From broker files to the accountant's desk, by the one command: two brokers' files, a broker's report of sales and an IRA's file
 * in, one workbook out. Its totals are re-added here from its rows, in whole cents and without the add-in, and held against the
 * arithmetic by hand in assets/samples/story/README.md.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { isCellError } from "../../workbench/content";
import { readWorkbookFile } from "../../workbench/files";
import { PROJECT } from "../../workbench/paths";
import { emptyWorkbook, filesOnDisk } from "../../workbench/run/open-file";
import type { RunReport } from "../../workbench/run/report";
import { calculatedSheets, libreOffice } from "../workbook/copy-file/libreoffice";
import { onScreen, pane } from "./in-the-pane";
import { workbench } from "./one-browser";

const STORY = join(PROJECT, "assets", "samples", "story");
const FILES = ["schwab-transactions.csv", "schwab-realized-lots-2025.csv", "fidelity-accounts-history.csv", "vanguard-ira-ofxdownload.csv"].map((name) => join(STORY, name));

/** Proceeds, basis, adjustment and gain of each sale, in cents: assets/samples/story/README.md works them out. */
const SHORT: readonly (readonly [string, number, number, number, number])[] = [
  ["10 sh. MSFT", 519_985, 412_000, 0, 107_985],
  ["150 sh. FAST", 719_975, 555_000, 0, 164_975],
  ["200 sh. INTC", 739_986, 390_000, 0, 349_986],
  ["100 sh. NKE", 679_980, 800_000, 72_012, -48_008],
  ["300 sh. PFE", 629_970, 720_000, 60_020, -30_010],
];
const LONG: typeof SHORT = [
  ["30 sh. AMZN", 683_994, 552_000, 0, 131_994],
  ["40 sh. MSFT", 2_079_940, 1_240_000, 0, 839_940],
  ["100 sh. VZ", 439_993, 405_000, 0, 34_993],
  ["100 sh. SCHD", 250_000, 260_000, 200, -9_800],
];
const [NET_SHORT, NET_LONG] = [544_928, 997_127];
const LOST_FOR_GOOD = 60_020;
const CARRIED = 1_889_892;

type Sheets = ReadonlyMap<string, readonly (readonly string[])[]>;

/** "1234.56" in cents; anything else is no amount. */
function cents(text: string | undefined): number {
  const found = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text ?? "");
  assert.ok(found, `"${text}" is no amount in dollars and cents`);
  const amount = Number(found[2]) * 100 + Number((found[3] ?? "").padEnd(2, "0"));
  return found[1] === "-" ? -amount : amount;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

/** The rows under these headings, down to the next blank line, by heading. Several tables under the same headings follow each other. */
function rowsUnder(sheets: Sheets, sheet: string, ...headings: readonly string[]): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  let names: readonly string[] | null = null;
  for (const cells of sheets.get(sheet) ?? []) {
    if (headings.every((heading) => cells.includes(heading))) names = cells;
    else if (cells.every((cell) => cell === "")) names = null;
    else if (names !== null) found.push(Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""])));
  }
  assert.ok(found.length > 0, `${sheet} has no rows under ${headings.join(", ")}`);
  return found;
}

/** Sheets as a reader of the file has them before anything is calculated: the values that stand in it. */
function valuesIn(bytes: Uint8Array): Sheets {
  return new Map(
    readWorkbookFile(bytes, "copy.xlsx").sheets.map(({ name, rows }) => {
      const last = Math.max(-1, ...Object.keys(rows).map(Number));
      const texts = Array.from({ length: last + 1 }, (_, row) => {
        const cells = rows[row] ?? {};
        const width = Math.max(-1, ...Object.keys(cells).map(Number)) + 1;
        return Array.from({ length: width }, (_unused, column) => {
          const value = cells[column]?.value ?? "";
          return isCellError(value) ? value.error : String(value);
        });
      });
      return [name, texts] as const;
    }),
  );
}

/** What an accountant does with a calculator: from the rows to the form, to Schedule D, to the cover. */
function readds(sheets: () => Sheets): void {
  const form = (part: "A" | "D") => rowsUnder(sheets(), "Form 8949", "(d) Proceeds", "(h) Gain").filter(({ Box }) => Box === part);
  const lines = () => new Map(rowsUnder(sheets(), "Schedule D", "Line", "(h) Gain").map((row) => [row.Line ?? "", row]));

  for (const [box, sales] of [["A", SHORT], ["D", LONG]] as const) {
    it(`Form 8949, box ${box}: every row is the sale worked out by hand`, () => {
      const rows = form(box).map((row) => [row["(a) Description"], ...["(d) Proceeds", "(e) Cost", "(g) Adjustment", "(h) Gain"].map((column) => cents(row[column]))]);
      assert.deepEqual(rows, sales);
      for (const [what, proceeds, cost, adjustment, gain] of sales) assert.equal(proceeds - cost + adjustment, gain, what);
    });
  }

  it("the totals of the form and of the cover are the sums of the rows", () => {
    const totals = rowsUnder(sheets(), "Form 8949", "(d) Proceeds", "(h) Gain").filter(({ Box }) => Box === "Total");
    const stated = new Map(rowsUnder(sheets(), "Cover", "Stated", "Difference").map((row) => [`${row["On sheet"]} ${row.Check}`, row]));
    [SHORT, LONG].forEach((sales, at) => {
      ["(d) Proceeds", "(e) Cost", "(g) Adjustment", "(h) Gain"].forEach((column, figure) => {
        const added = sum(sales.map((sale) => sale[figure + 1] as number));
        assert.equal(cents(totals[at]?.[column]), added, `${column} of part ${at + 1}`);
        assert.equal(cents(stated.get(`Form 8949 box ${"AD"[at]}: ${column}`)?.["Re-added"]), added, `${column} of part ${at + 1} on the cover`);
      });
    });
  });

  it("Schedule D: each line is the sum of its rows, and the nets are those by hand", () => {
    for (const line of ["1b", "8b"]) {
      const rows = [...form("A"), ...form("D")].filter((row) => row["Schedule D line"] === line);
      assert.ok(rows.length > 0, line);
      for (const column of ["(d) Proceeds", "(e) Cost", "(g) Adjustment", "(h) Gain"]) {
        assert.equal(cents(lines().get(line)?.[column]), sum(rows.map((row) => cents(row[column]))), `line ${line} ${column}`);
      }
    }
    assert.deepEqual(["7", "15", "16"].map((line) => cents(lines().get(line)?.["(h) Gain"])), [NET_SHORT, NET_LONG, NET_SHORT + NET_LONG]);
    // Schwab's list of lots does not say that basis was reported, so nothing goes straight to Schedule D (R-8949-4).
    assert.deepEqual(["1a", "1b", "8a", "8b"].map((line) => cents(lines().get(line)?.["(h) Gain"])), [0, NET_SHORT, 0, NET_LONG]);
  });

  it("the proceeds of the form are those of the client's own rows, the IRA left out", () => {
    const trades = rowsUnder(sheets(), "Source Trades", "Action", "Amount", "Account");
    const sold = trades.filter(({ Action, Account }) => Action === "Sell" && Account !== "44556677");
    assert.equal(sum(sold.map(({ Amount }) => cents(Amount))), sum([...SHORT, ...LONG].map(([, proceeds]) => proceeds)));
  });

  it("the wash trail: what another broker's lot took up, what the IRA lost for good, and nothing else", () => {
    const trail = rowsUnder(sheets(), "Wash sales", "Disallowed", "Permanent").filter((row) => row["Sale row"] !== "Total");
    const figures = trail.map((row) => [row.Symbol, row["Replacement account"], ...["Disallowed", "Basis added", "Permanent"].map((column) => cents(row[column]))]);
    assert.deepEqual(figures, [
      ["NKE", "Z00000417", 72_012, 72_012, 0],
      ["SCHD", "...482", 200, 200, 0],
      ["PFE", "44556677", LOST_FOR_GOOD, 0, LOST_FOR_GOOD],
    ]);
  });

  it("the lots carried forward: basis of the year before, and bought, and washed, less sold", () => {
    const lots = rowsUnder(sheets(), "Lots carried forward", "Basis", "Wash added").filter(({ Symbol }) => Symbol !== "");
    assert.equal(sum(lots.map(({ Basis }) => cents(Basis))), CARRIED);
    const nike = lots.find(({ Symbol }) => Symbol === "NKE");
    // 60 × 64.00 + 720.12
    assert.deepEqual([nike?.Quantity, cents(nike?.Basis), cents(nike?.["Wash added"])], ["60", 456_012, 72_012]);
    // Opening: MSFT 12,400 + AMZN 5,520 + VZ 4,050 + SCHD 5,200.
    const all = rowsUnder(sheets(), "Basis roll-forward", "Opening basis", "Carried forward").find(({ Symbol }) => Symbol === "Total");
    assert.deepEqual([all?.["Opening basis"], all?.["Basis sold"], all?.["Carried forward"]].map(cents), [2_717_000, 5_334_000, CARRIED]);
  });

  it("the reconciliation: Schwab's form differs by the two washes it cannot see", () => {
    const rows = rowsUnder(sheets(), "Reconciliation", "Ours", "Theirs", "Cause").filter(({ Part }) => Part !== "");
    assert.deepEqual(rows.map((row) => [row.Symbol, row.Part, cents(row.Ours), cents(row.Theirs), row.Cause, row.Code, cents(row.Adjustment)]), [
      ["NKE", "Wash", 72_012, 0, "Wash in another account", "W", 72_012],
      ["PFE", "Wash", 60_020, 0, "Wash in another account", "W", 60_020],
    ]);
  });

  it("every check column is 0", () => {
    let looked = 0;
    for (const [name, rows] of sheets()) {
      let columns: number[] = [];
      for (const cells of rows) {
        // What the reconciliation differs by is no check.
        const isCheck = name === "Reconciliation" ? /^Check( difference)?$/ : /^(Check( h| difference)?|Difference( in rows)?|Checks that do not agree)$/;
        const headed = cells.flatMap((cell, at) => (isCheck.test(cell) ? [at] : []));
        // On the cover "Check" heads a column of words.
        if (headed.length > 0 && cells.filter((cell) => cell !== "").length > 2) columns = headed.filter((at) => !(name === "Cover" && cells[at] === "Check"));
        else if (cells.every((cell) => cell === "")) columns = [];
        else {
          for (const at of columns.filter((column) => (cells[column] ?? "") !== "")) {
            assert.equal(cents(cells[at]), 0, `${name}: ${cells.join(" | ")}`);
            looked++;
          }
        }
      }
    }
    assert.ok(looked > 60, `${looked} check cells were looked at`);
  });
}

describe("Two brokers' files and an IRA's in, one accountant's workbook out", function () {
  this.timeout(900_000);
  const out = mkdtempSync(join(tmpdir(), "taxlot-story-"));
  let said = "";
  let copy = new Uint8Array();
  let report!: RunReport;

  before(() => {
    const tsx = join(PROJECT, "node_modules", "tsx", "dist", "cli.mjs");
    const run = spawnSync(process.execPath, [tsx, "workbench/start.ts", "--headless", "--out", out, "--as-of", "2026-02-15", "--year", "2025", ...FILES], { cwd: PROJECT, encoding: "utf8" });
    said = run.stdout + run.stderr;
    assert.equal(run.status, 0, said);
    copy = readFileSync(join(out, "accountants-copy.xlsx"));
    report = JSON.parse(readFileSync(join(out, "cells.json"), "utf8")) as RunReport;
  });
  after(() => rmSync(out, { recursive: true, force: true }));

  it("each file is told by its content, and the account of the file named after an IRA is declared one", () => {
    assert.match(said, /25 new trades and 6 sales as the broker reports them\./);
    assert.match(said, /Account 44556677 is declared: IRA\./);
  });

  it("the pane says how the broker's form differs, and that the copy's checks agree", () => {
    const packaged = report.pane.packaged?.said.join("\n") ?? "";
    assert.match(packaged, /4 of 6 sales of 2025 tie; \$1,320\.32 of wash sales differ\./);
    assert.match(packaged, /Made ‘Accountant's copy 2025\.xlsx’/);
    assert.match(report.pane.packaged?.pane.figures.answer?.join(" ") ?? "", /\d+ points? (is|are) open|Ready/);
  });

  it("pictures of the import, the reconciliation and the package are there to look at", () => {
    for (const name of ["pane-import-files.png", "pane-reconcile.png", "pane-package.png"]) assert.ok(existsSync(join(out, name)), name);
  });

  it("the copy needs no add-in: no formula of ours, no link to another file, no macro", () => {
    const parts = Object.entries(unzipSync(copy));
    assert.deepEqual(parts.map(([name]) => name).filter((name) => /external|vba|connections|custom/i.test(name)), []);
    const formulas = parts.flatMap(([name, part]) => (name.startsWith("xl/worksheets/") ? [...strFromU8(part).matchAll(/<f[^>]*>([^<]*)<\/f>/g)].map(([, formula]) => formula ?? "") : []));
    assert.ok(formulas.length > 80, `${formulas.length} formulas`);
    assert.deepEqual(formulas.filter((formula) => /TAXLOT|_xldudf|_xlfn|\[\d|https?:|HYPERLINK|\|/i.test(formula)), []);
    assert.deepEqual(parts.filter(([name, part]) => name.endsWith(".rels") && /TargetMode="External"/.test(strFromU8(part))).map(([name]) => name), []);
  });

  it("the CSV and the TXF for tax programs add up to the same", () => {
    const csv = Papa.parse<Record<string, string>>(readFileSync(join(out, "Form 8949 2025.csv"), "utf8"), { header: true, skipEmptyLines: true }).data;
    assert.equal(sum(csv.map((row) => cents(row["Gain or loss"]))), NET_SHORT + NET_LONG);
    const records = readFileSync(join(out, "Form 8949 2025.txf"), "utf8").split("^").slice(1).filter((record) => record.includes("TD"));
    // Cost, proceeds, and the wash where there is one, in this order.
    const amounts = records.map((record) => [...record.matchAll(/^\$(.*)$/gm)].map(([, text]) => cents(text!.trim())));
    assert.equal(amounts.length, SHORT.length + LONG.length);
    assert.equal(sum(amounts.map(([cost = 0, proceeds = 0, wash = 0]) => proceeds - cost + wash)), NET_SHORT + NET_LONG);
  });

  it("the statement for Exception 2 totals each broker and box as the rows do", () => {
    const rows = Papa.parse<string[]>(readFileSync(join(out, "Form 8949 2025 statement.csv"), "utf8"), { skipEmptyLines: true }).data;
    const totals = rows.filter(([first]) => first === "Totals");
    const listed = rows.filter(([first]) => /^\d+ sh\. /.test(first ?? ""));
    assert.ok(totals.length > 0 && listed.length > 0);
    assert.equal(sum(totals.map((row) => cents(row.at(-1)))), sum(listed.map((row) => cents(row.at(-1)))));
  });

  describe("re-added from the values that stand in the file", () => {
    let sheets: Sheets = new Map();
    before(() => (sheets = valuesIn(copy)));
    readds(() => sheets);
  });

  describe("re-added after LibreOffice has calculated it anew, without any value of ours beside a formula", function () {
    const program = libreOffice();
    let sheets: Sheets = new Map();
    before(function () {
      if (program === null) {
        console.log("      skipped: no LibreOffice (apt-get install libreoffice-calc-nogui)");
        this.skip();
      }
      sheets = calculatedSheets(program, copy);
    });
    readds(() => sheets);
  });
});

describe("Several files on the command line, in a window", function () {
  this.timeout(300_000);

  it("are dropped on the pane, which shows them on Import", async () => {
    workbench().server.open(emptyWorkbook(), filesOnDisk(FILES));
    await workbench().page.goto(workbench().server.url);
    await workbench().page.waitForFunction(() => window.workbench !== undefined);
    await workbench().page.locator("#pane iframe").waitFor();
    await workbench().page.waitForFunction(() => document.querySelector<HTMLIFrameElement>("#pane iframe")?.contentDocument?.querySelector('[data-testid="import-file"]'));
    await onScreen(pane(), "import-file-line").nth(FILES.length - 1).waitFor();
    const names = await onScreen(pane(), "import-file").locator("h2").allInnerTexts();
    assert.deepEqual(names, FILES.map((file) => basename(file)));
    workbench().server.open(emptyWorkbook());
  });
});
