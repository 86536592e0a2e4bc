/** What leaves the pane: the accountant's copy as data and bytes, and files for tax programs. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answerCopy } from "../../../src/taskpane/package/answer-copy";
import { answerExport } from "../../../src/taskpane/package/answer-export";
import { ENGINE_VERSION } from "../../../src/taskpane/package/engine-version";
import type { Stopped } from "../../../src/taskpane/engine/contract";
import { engineHere } from "../../../src/taskpane/engine/here";
import { makeCopy, STOPPED } from "../../../src/taskpane/package/make-copy";
import { isSheetOfCopy } from "../../../src/sheet/placing/copy-sheet";
import { layOutDraft } from "../../../src/sheet/placing/draft-layout";
import { done } from "../../../src/values/outcome";
import { answerOf, HEADINGS, refusalOf, type Rows } from "../desk-of";
import { FORM, LEDGER, NOTHING_MORE, packageDesk, readRequest, SETTINGS, type PackageDesk } from "./package-desk";

const ASK = { year: 2025, formsRevision: 0 };
const SOURCE = { sheetName: "Source a.csv", fileName: "a.csv", digest: "a".repeat(64), isHidden: false, lines: 1, amountCents: null, undecided: [], untied: [], block: null };
const LINES = [["Date", "Action", "Symbol"], ["2024-01-10", "Buy", "=HYPERLINK(1)", "", ""]];

const copyOf = async (of: PackageDesk) =>
  answerOf(answerCopy, await packageDesk(of), { ...ASK, workbook: { ...NOTHING_MORE, sources: [SOURCE] }, lines: [LINES], forms: of.forms ?? [], as: "sheets" });
const exportOf = async (of: PackageDesk, kind: "csv" | "txf" | "statement") => answerOf(answerExport, await packageDesk(of), { ...ASK, kind });
const refused = async (of: PackageDesk, kind: "csv" | "txf" | "statement") => refusalOf(answerExport, await packageDesk(of), { ...ASK, kind });

describe("The accountant's copy from the pane", () => {
  it("has the year's sheets, the trades, the file's lines and the broker's form, and every check at 0", async () => {
    const { copy, checkCells, notZero } = await copyOf({ rows: LEDGER, settings: SETTINGS, forms: [FORM] });
    assert.ok(copy !== null);
    const names = copy.sheets.map(({ draft }) => draft.sheetName);
    for (const name of ["Cover", "Schedule D", "Form 8949", "Sales lot by lot", "Wash sales", "Lots carried forward", "Reconciliation", "Source Trades", "Source a.csv", "Source Form 1"]) assert.ok(names.includes(name), `${name} among ${names.join(", ")}`);
    assert.equal(copy.fileName, "Accountant's copy 2025, Pat Doe.xlsx");
    assert.ok(checkCells > 0);
    assert.equal(notZero, 0);
    assert.deepEqual(copy.openPoints, []);
  });

  it("carries the open points of the checklist, and no Schedule D that would be short of a sale", async () => {
    const more = ["QRS", "2024-01-10", "2025-03-03", 10, 90, 50, 0, "Long", "Yes", "1099-B", "Brokerage"];
    const { copy } = await copyOf({ rows: LEDGER, settings: SETTINGS, forms: [[...FORM, more]] });
    assert.ok(copy !== null);
    assert.ok(!copy.sheets.some(({ draft }) => draft.sheetName === "Schedule D"));
    assert.ok(copy.openPoints.some((point) => point.startsWith("Sales on the form alone: ") && point.includes("10 QRS")), copy.openPoints.join("\n"));
    assert.ok(copy.openPoints.some((point) => point.includes("‘Schedule D’ is not in this copy")));
  });

  it("has on each sheet of rows what tells it from trades and forms of the user's, where it stands in this workbook", async () => {
    const { copy } = await copyOf({ rows: LEDGER, settings: SETTINGS, forms: [FORM] });
    assert.ok(copy !== null);
    // The cover has neither.
    assert.deepEqual(copy.sheets.filter(({ draft }) => !isSheetOfCopy(layOutDraft(draft).cells)).map(({ draft }) => draft.sheetName), ["Cover"]);
    assert.ok(!isSheetOfCopy(FORM) && !isSheetOfCopy([HEADINGS, ...LEDGER]));
    // A title of the user's own above trades, which the copy's line of origin does not follow.
    assert.ok(!isSheetOfCopy([["Source: my old broker"], HEADINGS, ...LEDGER]));
  });

  it("is too long for other programs beyond 300,000 rows, and says what to do", async () => {
    const desk = await packageDesk({ rows: LEDGER, settings: SETTINGS });
    const lines = [Array.from({ length: 300_001 }, (): string[] => ["a"])];
    assert.match(await refusalOf(answerCopy, desk, { ...ASK, workbook: { ...NOTHING_MORE, sources: [SOURCE] }, lines, forms: [], as: "file" }), /^A copy of 300,00\d rows is more than other programs open with ease/);
  });

  it("names the version of the add-in that package.json has", () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, "../../../package.json"), "utf8")) as { version: string };
    assert.equal(ENGINE_VERSION, version);
  });
});

describe("Files for tax programs", () => {
  const ready = { rows: LEDGER, settings: SETTINGS };

  it("CSV has a row a sale, and text that no spreadsheet takes for a formula", async () => {
    const rows: Rows = LEDGER.map((row) => row.map((cell) => (cell === "XYZ" ? "=cmd|'/c calc'!A0" : cell === "Brokerage" ? "@Home" : cell)));
    const { text, fileName } = await exportOf({ rows, settings: SETTINGS }, "csv");
    assert.equal(fileName, "Form 8949 2025.csv");
    assert.equal(text.split("\r\n").length, 1 + 2 + 1);
    assert.ok(text.includes("'@Home"));
    assert.doesNotMatch(text, /(^|,)"?[=+@]/m);
  });

  it("TXF lists each row that it cannot say: boxes of digital assets have no number (R-8949-1)", async () => {
    const rows: Rows = [["2025-02-03", "Buy", "BTC", 1, 100, "Brokerage", "Crypto"], ["2025-06-02", "Sell", "BTC", 1, 150, "Brokerage", "Crypto"], ...LEDGER.map((row) => [...row, ""])];
    const { refused: rest, holds } = await exportOf({ rows, headings: [...HEADINGS, "Type"], settings: SETTINGS }, "txf");
    assert.equal(holds, "2 rows");
    assert.equal(rest.length, 1);
    assert.match(rest[0]!, /BTC \(row 3\): TXF has no number for box [GHI]\. Enter it by hand\./);
  });

  it("in whole dollars each printed row is rounded, and its gain computed from the rounded amounts", async () => {
    // Proceeds 700.40 → 700, cost 1,000.50 → 1,001; −301 and not −300.10 → −300. A wash keeps it off Schedule D 1a.
    const rows: Rows = [["2025-02-03", "Buy", "ABC", 1, 1000.5, "Brokerage"], ["2025-06-02", "Sell", "ABC", 1, 700.4, "Brokerage"], ["2025-06-03", "Buy", "ABC", 1, 700, "Brokerage"]];
    const { text } = await exportOf({ rows, settings: [...SETTINGS, ["Round to dollars", "Yes", "", ""]] }, "csv");
    // The disallowed loss is all of it: 300.10 → 300, so that h = 700 − 1,001 + 300 = −1.
    assert.match(text, /,700\.00,1001\.00,W,300\.00,-1\.00,/);
  });

  it("none is made where the form would fall short, or has no row", async () => {
    assert.match(await refused({ ...ready, rows: [...LEDGER, ["2025-07-01", "Sell", "ABC", "many", 10, "Brokerage"]] }, "csv"), /^Form 8949 of 2025 would fall short\. Row 6/);
    assert.match(await refused({ rows: LEDGER.slice(0, 2) }, "txf"), /^No taxable sale of 2025 is in the trades\.$/);
    assert.match(await refused({ ...ready, forms: [FORM] }, "statement"), /^Every row of 2025 goes straight to Schedule D/);
  });
});

describe("Making the copy", () => {
  const workbook = () => ({
    readForCopy: async () => done(NOTHING_MORE),
    readSourceLines: async () => done([]),
  });
  const laid = async () => {
    const engine = engineHere();
    await engine.read(readRequest({ rows: LEDGER }));
    return engine;
  };
  const formsNow = () => ({ year: 2025, chosen: [], revision: 0 });
  const readAgain = async (): Promise<void> => undefined;

  it("gives the bytes of an .xlsx file, the same ones each time", async () => {
    const engine = await laid();
    const job = { workbook: workbook(), engine, formsNow, as: "file" as const, readAgain, signal: new AbortController().signal, working: () => undefined };
    const [one, two] = [await makeCopy(job), await makeCopy(job)];
    assert.ok(one.ok && two.ok && one.value.bytes !== null && two.value.bytes !== null);
    assert.equal(String.fromCharCode(...one.value.bytes.slice(0, 2)), "PK");
    assert.deepEqual(one.value.bytes, two.value.bytes);
  });

  it("is made of what stands on the sheets at the press: they are read first, and the forms taken are those known then", async () => {
    const steps: string[] = [];
    const asked = { readForCopy: async () => (steps.push("sheets of the files"), done(NOTHING_MORE)), readSourceLines: async () => done([]) };
    const made = await makeCopy({
      workbook: asked, engine: await laid(), as: "file", signal: new AbortController().signal, working: () => undefined,
      readAgain: async () => void steps.push("trades and settings"),
      formsNow: () => (steps.push("forms"), formsNow()),
    });
    assert.ok(made.ok);
    assert.deepEqual(steps, ["trades and settings", "sheets of the files", "forms"]);
  });

  it("stopped at any step it makes nothing and says so", async () => {
    for (const at of ["Reading the sheets of the files", "Laying out the sheets", "Writing the file"]) {
      const controller = new AbortController();
      const working = (doing: string): void => (doing === at ? controller.abort() : undefined);
      const outcome = await makeCopy({ workbook: workbook(), engine: await laid(), formsNow, as: "file", readAgain, signal: controller.signal, working }).catch((error: Stopped) => error);
      if (outcome instanceof Error) assert.equal(outcome.constructor.name, "Stopped");
      else assert.equal(outcome.ok ? "made" : outcome.problem.sentence, STOPPED);
    }
  });
});
