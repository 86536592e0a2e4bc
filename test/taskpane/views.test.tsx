import assert from "node:assert/strict";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { TradesPlace } from "../../src/sheet/placing/trades-blocks";
import { App } from "../../src/taskpane/App";
import { ColumnsSection } from "../../src/taskpane/ColumnsSection";
import { Footer } from "../../src/taskpane/Footer";
import { Header } from "../../src/taskpane/Header";
import { NothingFound } from "../../src/taskpane/NothingFound";
import { themeFor } from "../../src/taskpane/office-theme";
import { OutsideExcel } from "../../src/taskpane/OutsideExcel";
import type { PaneWorkbook } from "../../src/taskpane/pane-workbook";
import { ProblemsSection } from "../../src/taskpane/ProblemsSection";
import type { BookRead } from "../../src/taskpane/read-book";
import { SettingsSection } from "../../src/taskpane/SettingsSection";
import type { TradesOnSheet } from "../../src/taskpane/use-trades";
import type { Writing } from "../../src/taskpane/use-writing";
import { WriteSection } from "../../src/taskpane/WriteSection";

/** The words a person sees, without the markup. */
function words(view: ReactElement): string {
  const markup = renderToStaticMarkup(<FluentProvider theme={webLightTheme}>{view}</FluentProvider>);
  return markup.replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]+>/g, " ").replace(/&#x27;/g, "'").replace(/\s+/g, " ").trim();
}

function markup(view: ReactElement): string {
  return renderToStaticMarkup(<FluentProvider theme={webLightTheme}>{view}</FluentProvider>);
}

const place: TradesPlace = { block: { sheet: "Trades", row: 0, column: 0, rows: 120, columns: 8 }, headings: 0, tableName: null, selected: false, missing: [] };

const book: BookRead = {
  place,
  columns: [
    { column: 0, heading: "Trade Date", field: "Date" },
    { column: 1, heading: "action", field: "Action" },
    { column: 2, heading: "Remark", field: null },
    { column: 3, heading: "", field: null },
  ],
  lots: 3,
  symbols: 2,
  trades: 4,
  problems: [],
  withheld: [],
  skipped: new Map(),
  rowsOf: { OPENLOTS: 4, REALIZED: 2, WASHSALE: 5 },
  settings: null,
  typedByName: [],
};

function withProblems(number: number, firstSheetRow = 0): BookRead {
  const problems = Array.from({ length: number }, (_, index) => ({
    row: index + 2,
    sentence: `Row ${index + 2}: sells 120 XYZ, only 100 held.`,
    whatToDo: "Check the quantity, or add the missing purchase.",
    cell: { sheet: "Trades", row: firstSheetRow + index + 1, column: 3, rows: 1, columns: 1 },
  }));
  return { ...book, problems, withheld: ["XYZ in A"] };
}

const trades: TradesOnSheet = {
  reading: { state: "read", book },
  places: [place],
  stale: false,
  findAgain: () => undefined,
  read: () => undefined,
  readSelection: () => undefined,
  cancel: () => undefined,
};

const writing: Writing = {
  ticked: new Set(["OPENLOTS"]),
  tick: () => undefined,
  placing: "beside",
  setPlacing: () => undefined,
  plan: [{ table: "OPENLOTS", block: { sheet: "Trades", row: 0, column: 9, rows: 4, columns: 16 }, headings: 0, newSheet: false }],
  obstacle: null,
  busy: false,
  written: [],
  said: null,
  write: () => undefined,
  remove: () => undefined,
  passSettings: () => undefined,
};

const nothing = (): void => undefined;

describe("The page's parts", () => {
  it("headings become chips: what a heading was taken for, or that it was left alone", () => {
    const seen = words(<ColumnsSection book={book} />);
    assert.match(seen, /Trade Date: Date/);
    assert.match(seen, /Action/);
    assert.match(seen, /Remark: left alone/);
    assert.equal((markup(<ColumnsSection book={book} />).match(/<li/g) ?? []).length, 3);
  });

  it("no problem, no list", () => {
    assert.equal(words(<ProblemsSection book={book} onSelect={nothing} />), "");
  });

  it("a problem names its row once, says what to do and what is withheld", () => {
    const seen = words(<ProblemsSection book={withProblems(1)} onSelect={nothing} />);
    assert.match(seen, /Row 2 : sells 120 XYZ, only 100 held\. Check the quantity/);
    assert.equal(seen.match(/Row 2/g)?.length, 1);
    assert.match(seen, /XYZ in A shows #VALUE! instead of numbers/);
  });

  it("where rows are not counted from the top of the sheet, the cell stands beside the row", () => {
    assert.match(words(<ProblemsSection book={withProblems(1, 6)} onSelect={nothing} />), /Row 2 \(D8\)/);
  });

  it("many problems are never a wall", () => {
    const seen = words(<ProblemsSection book={withProblems(40)} onSelect={nothing} />);
    assert.equal(seen.match(/sells 120/g)?.length, 5);
    assert.match(seen, /Show 35 more problems/);
  });

  it("the header names the range, and offers a choice only where there is one", () => {
    assert.match(words(<Header trades={trades} book={book} onSelect={nothing} />), /Reads ‘Trades’!A1:H120/);
    assert.doesNotMatch(markup(<Header trades={trades} book={book} onSelect={nothing} />), /<select/);
    const other = { ...place, block: { ...place.block, sheet: "Older" } };
    const two = { ...trades, places: [place, other] };
    assert.match(words(<Header trades={two} book={book} onSelect={nothing} />), /2 ranges with trades; wash sales between them are not seen/);
    const [, labelled] = /<label[^>]* for="([^"]+)"/.exec(markup(<Header trades={two} book={book} onSelect={nothing} />)) ?? [];
    assert.ok(labelled);
    assert.ok(markup(<Header trades={two} book={book} onSelect={nothing} />).includes(`id="${labelled}"`));
  });

  it("the header says when the trades have changed since", () => {
    assert.match(words(<Header trades={{ ...trades, stale: true }} book={book} onSelect={nothing} />), /changed since this was read/);
  });

  it("the footer says what will be written and where, above the one primary button", () => {
    const seen = words(<Footer writing={writing} onSelect={nothing} />);
    assert.equal(seen, "Writes 3 rows of open lots to ‘Trades’!J1. Write open lots");
  });

  it("nothing ticked, or an obstacle: a reason, and a button that cannot be pressed", () => {
    const none = { ...writing, ticked: new Set<never>(), plan: [] };
    assert.match(words(<Footer writing={none} onSelect={nothing} />), /Tick a table above/);
    assert.match(markup(<Footer writing={none} onSelect={nothing} />), /aria-disabled="true"/);
    const blocked = { ...writing, plan: [], obstacle: "Sheet ‘Trades’ is protected." };
    assert.match(words(<Footer writing={blocked} onSelect={nothing} />), /is protected/);
    assert.match(markup(<Footer writing={blocked} onSelect={nothing} />), /disabled=""/);
  });

  it("what was written has its address and a way back", () => {
    const block = { sheet: "Trades", row: 0, column: 9, rows: 4, columns: 16 };
    const table = { table: "OPENLOTS" as const, source: { namespace: "TAXLOT", tradesInFormula: "Trades[#All]", trades: block, settings: null }, block, headings: 0, cells: [], dressed: block, before: { widths: [], numberFormats: [] }, ownSheet: false, shortcoming: null };
    const seen = words(<WriteSection writing={{ ...writing, written: [table] }} book={book} onSelect={nothing} />);
    assert.match(seen, /Open lots: 3 rows\. ‘Trades’!J1:Y4 Remove what I wrote/);
  });

  it("tables written before the settings are named, with a button, until they use them", () => {
    const block = { sheet: "Trades", row: 0, column: 9, rows: 4, columns: 16 };
    const settings = { block: { sheet: "Taxlot Settings", row: 0, column: 0, rows: 60, columns: 4 }, cells: [] };
    const source = { namespace: "TAXLOT", tradesInFormula: "Trades[#All]", trades: block, settings: null };
    const table = { table: "OPENLOTS" as const, source, block, headings: 0, cells: [], dressed: block, before: { widths: [], numberFormats: [] }, ownSheet: false, shortcoming: null };
    const using = { ...table, source: { ...source, settings: "TaxlotSettings" } };
    const section = (written: Writing["written"], found: typeof settings | null): string =>
      words(<SettingsSection workbook={{ createSettingsSheet: () => new Promise(nothing) }} book={{ settings: found, typedByName: [] }} onSelect={nothing} onCreated={nothing} writing={{ ...writing, written }} />);
    assert.match(section([table, table, using], settings), /2 tables written before do not use these settings\. Use these settings in the 2 tables written before/);
    assert.doesNotMatch(section([using], settings), /written before/);
    assert.doesNotMatch(section([table], null), /written before/);
  });

  it("says that a plain range does not grow, and says it only of a plain range", () => {
    assert.match(words(<WriteSection writing={writing} book={book} onSelect={nothing} />), /make the trades an Excel Table/);
    const table = { ...book, place: { ...place, tableName: "Trades" } };
    assert.doesNotMatch(words(<WriteSection writing={writing} book={table} onSelect={nothing} />), /make the trades/);
  });

  it("nothing found: one sentence and one button", () => {
    const seen = markup(<NothingFound reading={{ state: "nothing" }} trades={trades} onSelect={nothing} />);
    assert.equal(seen.match(/<button/g)?.length, 1);
    assert.match(words(<NothingFound reading={{ state: "nothing" }} trades={trades} onSelect={nothing} />), /No sheet of this workbook has trades/);
  });

  it("opened outside Excel it says how to load it and that a workbench exists", () => {
    const seen = words(<OutsideExcel />);
    assert.match(seen, /Upload My Add-in/);
    assert.match(seen, /npm run start:excel/);
    assert.match(seen, /npm start/);
  });

  it("starts by saying what it does, before any answer", () => {
    const never = new Promise<never>(() => undefined);
    const workbook = new Proxy({}, { get: () => () => never }) as PaneWorkbook;
    assert.match(words(<App workbook={workbook} namespace="TAXLOT" theme={webLightTheme} />), /Taxlot.*Looking for trades/);
  });

  it("follows the Office theme, and is light where Excel names none", () => {
    assert.equal(themeFor(undefined).colorNeutralBackground1, webLightTheme.colorNeutralBackground1);
    assert.notEqual(themeFor({ bodyBackgroundColor: "#262626" }).colorNeutralBackground1, webLightTheme.colorNeutralBackground1);
    assert.equal(themeFor({ bodyBackgroundColor: "#FFFFFF" }).colorNeutralBackground1, webLightTheme.colorNeutralBackground1);
  });

  it("no exclamation mark is said to anyone", () => {
    const all = [
      words(<ProblemsSection book={withProblems(7)} onSelect={nothing} />),
      words(<Footer writing={writing} onSelect={nothing} />),
      words(<OutsideExcel />),
    ].join(" ");
    assert.doesNotMatch(all.replace(/#[A-Z]+!|’![A-Z]/g, ""), /!/);
  });
});
