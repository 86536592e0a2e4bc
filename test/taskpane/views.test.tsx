import assert from "node:assert/strict";
import { FluentProvider, SSRProvider, webLightTheme } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { TradesPlace } from "../../src/sheet/placing/trades-blocks";
import { App } from "../../src/taskpane/App";
import { ColumnsSection } from "../../src/taskpane/data/ColumnsSection";
import { NothingFound, nothingFound } from "../../src/taskpane/data/NothingFound";
import { PassSettings } from "../../src/taskpane/data/PassSettings";
import { pricedLine } from "../../src/taskpane/data/PricesState";
import { ProblemsSection } from "../../src/taskpane/data/ProblemsSection";
import { Ranges } from "../../src/taskpane/data/Ranges";
import { WriteSection } from "../../src/taskpane/data/WriteSection";
import { Written } from "../../src/taskpane/data/Written";
import { engineHere } from "../../src/taskpane/engine/here";
import { FrameFooter } from "../../src/taskpane/frame/FrameFooter";
import { FrameHeader } from "../../src/taskpane/frame/FrameHeader";
import { Fault } from "../../src/taskpane/frame/StartAgain";
import type { Writes } from "../../src/taskpane/frame/use-writes";
import { themeFor } from "../../src/taskpane/office-theme";
import { OutsideExcel } from "../../src/taskpane/OutsideExcel";
import type { PaneWorkbook } from "../../src/taskpane/pane-workbook";
import type { BookRead } from "../../src/taskpane/read-book";
import { answerLine } from "../../src/taskpane/sentences";
import type { ScreenAction } from "../../src/taskpane/screen";
import type { TradesOnSheet } from "../../src/taskpane/use-trades";
import type { Writing } from "../../src/taskpane/use-writing";
import { dayFromCalendar } from "../../src/values/plain-date";

function markup(view: ReactElement): string {
  return renderToStaticMarkup(
    <SSRProvider>
      <FluentProvider theme={webLightTheme}>{view}</FluentProvider>
    </SSRProvider>,
  );
}

/** The words a person sees, without the markup. */
function words(view: ReactElement): string {
  return markup(view).replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]+>/g, " ").replace(/&#x27;/g, "'").replace(/\s+/g, " ").trim();
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
  accounts: [{ name: "A", type: "Taxable", owner: "Self", named: false }],
  held: [
    { symbol: "ABC", lastTrade: { price: 12.5, day: dayFromCalendar(2024, 3, 1) } },
    { symbol: "XYZ", lastTrade: null },
  ],
  prices: null,
  saleYears: [2024],
  minLossCents: null,
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
  prices: null,
  stale: false,
  revision: 1,
  notice: null,
  findAgain: () => undefined,
  readTable: () => undefined,
  read: () => undefined,
  readSelection: () => undefined,
  readSelectedPrices: () => undefined,
  findPricesAgain: () => undefined,
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
  write: async () => null,
  passSettings: () => undefined,
};

const writes: Writes = {
  workbook: {} as PaneWorkbook,
  busy: false,
  said: null,
  tables: [],
  sheets: [],
  imports: [],
  working: async () => undefined,
  saving: async () => true,
  setTables: () => undefined,
  writeSheets: async () => ({ intent: "success", sentence: "", blocks: [] }),
  remove: () => undefined,
  hush: () => undefined,
};

const action: ScreenAction = { label: "Write open lots", plan: "Writes 3 rows of open lots to ‘Trades’!J1.", disabled: false };

const asOf = { day: dayFromCalendar(2026, 12, 5), today: dayFromCalendar(2026, 12, 5), choose: () => undefined };

const nothing = (): void => undefined;

function ranges(of: Partial<BookRead> = {}, on: Partial<TradesOnSheet> = {}, selected: string | null = null): ReactElement {
  const all = { ...book, ...of };
  const props = { book: all, trades: { ...trades, reading: { state: "read" as const, book: all }, ...on }, selected, busy: false };
  return <Ranges {...props} onSelect={nothing} onSelectedSettings={nothing} onMakePriceList={nothing} />;
}

function header(of: { readonly stale?: boolean } = {}): ReactElement {
  return <FrameHeader screen="data" onGo={nothing} asOf={asOf} book={book} stale={of.stale ?? false} onReadAgain={nothing} onSelect={nothing} />;
}

function footer(of: Partial<Writes> = {}, shown: ScreenAction | null = action): ReactElement {
  return <FrameFooter action={shown} writes={{ ...writes, ...of }} onAct={nothing} onSelect={nothing} />;
}

const noForms = { findBrokerForms: () => Promise.resolve({ ok: true as const, value: [] }) };

describe("The page's parts", () => {
  it("headings become chips: what a heading was taken for, or that it was left alone", () => {
    const seen = words(<ColumnsSection book={book} />);
    assert.match(seen, /Trade Date: Date/);
    assert.match(seen, /Action/);
    assert.match(seen, /Remark: left alone/);
    assert.equal((markup(<ColumnsSection book={book} />).match(/<li/g) ?? []).length, 3);
  });

  it("no problem, no list", () => {
    assert.equal(words(<ProblemsSection book={book} prices={null} onSelect={nothing} />), "");
  });

  it("a problem names its row once, says what to do and what is withheld", () => {
    const seen = words(<ProblemsSection book={withProblems(1)} prices={null} onSelect={nothing} />);
    assert.match(seen, /Row 2 : sells 120 XYZ, only 100 held\. Check the quantity/);
    assert.equal(seen.match(/Row 2/g)?.length, 1);
    assert.match(seen, /XYZ in A shows #VALUE! instead of numbers/);
  });

  it("where rows are not counted from the top of the sheet, the cell stands beside the row", () => {
    assert.match(words(<ProblemsSection book={withProblems(1, 6)} prices={null} onSelect={nothing} />), /Row 2 \(D8\)/);
  });

  it("many problems are never a wall", () => {
    const seen = words(<ProblemsSection book={withProblems(40)} prices={null} onSelect={nothing} />);
    assert.equal(seen.match(/sells 120/g)?.length, 5);
    assert.match(seen, /Show 35 more problems/);
  });

  it("the header names the screen, the day and the range", () => {
    const seen = words(header());
    assert.match(seen, /Data.*Settings.*Lots.*Harvest.*Wash.*Sell/);
    assert.match(seen, /As of.*Reads ‘Trades’!A1:H120/);
    assert.match(markup(header()), /<h1[^>]*>Data<\/h1>/);
    assert.match(markup(header()), /<input type="date"[^>]*value="2026-12-05"/);
  });

  it("the header says when the trades have changed since, and offers to read them", () => {
    assert.match(words(header({ stale: true })), /The trades changed since this was read\. Read the changes/);
    assert.doesNotMatch(words(header()), /changed/);
  });

  it("three rows say where trades, prices and settings stand, each with a way to another range", () => {
    const seen = words(ranges({}, {}, "‘Prices’!A1:B9"));
    assert.match(seen, /Trades ‘Trades’!A1:H120 Use the selected range Prices none Use the selected range/);
    assert.match(seen, /Settings none Use the selected range None yet; the defaults count: FIFO/);
    assert.match(seen, /Selected now: ‘Prices’!A1:B9/);
    for (const name of ["trades", "prices", "settings"]) assert.match(markup(ranges()), new RegExp(`aria-label="Use the selected range for ${name}"`));
  });

  it("a choice of trades is offered only where there is one", () => {
    assert.doesNotMatch(markup(ranges()), /<select/);
    const other = { ...place, block: { ...place.block, sheet: "Older" } };
    const two = ranges({}, { places: [place, other] });
    assert.match(words(two), /2 ranges with trades; wash sales between them are not seen/);
    const [, labelled] = /<label[^>]* for="([^"]+)"/.exec(markup(two)) ?? [];
    assert.ok(labelled);
    assert.ok(markup(two).includes(`id="${labelled}"`));
  });

  it("without prices it offers a list, and says what prices of last trades are", () => {
    const seen = words(ranges());
    assert.match(seen, /need prices: two columns, Symbol and Price\. Make a price list Fill in last trade prices/);
    assert.match(seen, /the prices of the last trades in your rows, each of its own day, not of today/);
  });

  it("with prices it counts the symbols that have one and names those that have none", () => {
    const list = { block: { sheet: "My prices", row: 0, column: 0, rows: 3, columns: 2 }, tableName: null, selected: false };
    const seen = words(ranges({}, { prices: { place: list, priced: 1, without: ["XYZ"], faults: [] } }));
    assert.match(seen, /‘My prices’!A1:B3 Use the selected range 1 of 2 symbols held has a price\. Without: XYZ\./);
    // The range is the user's own: nothing is offered that would write into it.
    assert.doesNotMatch(seen, /Fill in|Make a price list/);
    assert.equal(pricedLine(3, []), "All 3 symbols held have a price.");
    assert.equal(pricedLine(0, []), "No symbol is held, so no price is needed.");
    assert.equal(pricedLine(2, ["A", "B", "C", "D", "E", "F", "G", "H"]), "2 of 10 symbols held have a price. Without: A, B, C, D, E, F and 2 more.");
  });

  it("a price that cannot be used is a row that needs you, with a link, and the other prices count", () => {
    const list = { block: { sheet: "Prices", row: 0, column: 0, rows: 3, columns: 2 }, tableName: null, selected: false };
    const faults = [{ row: 3, symbol: "XYZ", sentence: "Prices row 3: the price of XYZ is -1, below zero. Correct it, or clear the row." }];
    const prices = { place: list, priced: 1, without: ["XYZ"], faults };
    const seen = markup(<ProblemsSection book={book} prices={prices} onSelect={nothing} />);
    assert.match(seen, /title="Select A3:B3"[^>]*>Prices row 3</);
    assert.match(words(<ProblemsSection book={book} prices={prices} onSelect={nothing} />), /Prices row 3 : the price of XYZ is -1, below zero\. Correct it/);
    assert.match(words(ranges({}, { prices })), /1 of 2 symbols held has a price\. Without: XYZ\./);
    assert.match(answerLine(book, 1), /1 row needs you\.$/);
  });

  it("the footer says what will be written and where, above the one primary button", () => {
    assert.equal(words(footer()), "Writes 3 rows of open lots to ‘Trades’!J1. Write open lots");
  });

  it("an action that cannot be pressed keeps its place for the keyboard and says why", () => {
    const blocked = footer({}, { ...action, plan: "Sheet ‘Trades’ is protected.", disabled: true });
    assert.match(words(blocked), /is protected/);
    assert.match(markup(blocked), /aria-disabled="true"/);
    assert.doesNotMatch(markup(blocked), / disabled=""/);
  });

  it("a screen without an action has no footer until something was said or written", () => {
    assert.equal(words(footer({}, null)), "");
    assert.match(words(footer({ said: { intent: "success", sentence: "Removed.", blocks: [] } }, null)), /Removed\./);
  });

  it("what was written has its address and a way back", () => {
    const block = { sheet: "Trades", row: 0, column: 9, rows: 4, columns: 16 };
    const table = { table: "OPENLOTS" as const, source: { namespace: "TAXLOT", tradesInFormula: "Trades[#All]", trades: block, settings: null }, block, headings: 0, cells: [], dressed: block, before: { widths: [], numberFormats: [] }, ownSheet: false, shortcoming: null };
    assert.match(words(<Written writes={{ ...writes, tables: [table] }} onSelect={nothing} />), /Open lots: 3 rows\. ‘Trades’!J1:Y4 Remove/);
    assert.match(words(footer({ tables: [table] })), /Remove what I wrote$/);
  });

  it("tables written before the settings are named, with a button, until they use them", () => {
    const block = { sheet: "Trades", row: 0, column: 9, rows: 4, columns: 16 };
    const settings = { block: { sheet: "Taxlot Settings", row: 0, column: 0, rows: 60, columns: 4 }, cells: [] };
    const source = { namespace: "TAXLOT", tradesInFormula: "Trades[#All]", trades: block, settings: null };
    const table = { table: "OPENLOTS" as const, source, block, headings: 0, cells: [], dressed: block, before: { widths: [], numberFormats: [] }, ownSheet: false, shortcoming: null };
    const using = { ...table, source: { ...source, settings: "TaxlotSettings" } };
    const section = (written: Writes["tables"], found: typeof settings | null): string =>
      words(<PassSettings book={{ settings: found }} writing={writing} writes={{ ...writes, tables: written }} />);
    assert.match(section([table, table, using], settings), /2 tables written before do not use these settings\. Use these settings in the 2 tables written before/);
    assert.equal(section([using], settings), "");
    assert.equal(section([table], null), "");
  });

  it("a fault of the page is said, with a button, and that the workbook is as it was", () => {
    assert.match(words(<Fault says="x is not a function" onAgain={nothing} />), /Your workbook is as it was\. It says: x is not a function Start again/);
  });

  it("says that a plain range does not grow, and says it only of a plain range", () => {
    assert.match(words(<WriteSection writing={writing} book={book} />), /make the trades an Excel Table/);
    const table = { ...book, place: { ...place, tableName: "Trades" } };
    assert.doesNotMatch(words(<WriteSection writing={writing} book={table} />), /make the trades/);
  });

  it("nothing found but a broker's sales: the sentence names them, and what is missing", () => {
    assert.equal(nothingFound([]), "No sheet of this workbook has trades under headings yet.");
    assert.match(nothingFound(["‘Broker 1099 a’", "Form"]), /headings yet\. The broker's sales on ‘Broker 1099 a’ and Form wait to be compared with them: import the transactions too\.$/);
  });

  it("nothing found: one sentence, one primary button, and the way back to a range of one's own", () => {
    const seen = markup(<NothingFound workbook={noForms} reading={{ state: "nothing" }} trades={trades} onSelect={nothing} onGo={nothing} selected={null} />);
    assert.deepEqual([seen.match(/<button/g)?.length, /Import broker files.*Use the selected range/.test(seen)], [2, true]);
    assert.match(words(<NothingFound workbook={noForms} reading={{ state: "nothing" }} trades={trades} onSelect={nothing} onGo={nothing} selected={null} />), /No sheet of this workbook has trades/);
  });

  it("settings that cannot be read: one sentence, the way to their row, and one button to their form", () => {
    const block = { sheet: "Taxlot Settings", row: 2, column: 0, rows: 1, columns: 4 };
    const failed = { state: "failed" as const, sentence: "Settings row 3: Method is “FIFOO”.", block, settings: { block, cells: [] } };
    const seen = words(<NothingFound workbook={noForms} reading={failed} trades={trades} onSelect={nothing} onGo={nothing} selected={null} />);
    assert.equal(seen, "Settings row 3: Method is “FIFOO”. Show ‘Taxlot Settings’!A3:D3 Mend the settings");
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
    assert.match(words(<App workbook={workbook} namespace="TAXLOT" theme={webLightTheme} engine={engineHere()} />), /Data.*Looking for trades/);
  });

  it("follows the Office theme, and is light where Excel names none", () => {
    assert.equal(themeFor(undefined).colorNeutralBackground1, webLightTheme.colorNeutralBackground1);
    assert.notEqual(themeFor({ bodyBackgroundColor: "#262626" }).colorNeutralBackground1, webLightTheme.colorNeutralBackground1);
    assert.equal(themeFor({ bodyBackgroundColor: "#FFFFFF" }).colorNeutralBackground1, webLightTheme.colorNeutralBackground1);
  });

  it("no exclamation mark is said to anyone", () => {
    const all = [
      words(<ProblemsSection book={withProblems(7)} prices={null} onSelect={nothing} />),
      words(footer()),
      words(<OutsideExcel />),
    ].join(" ");
    assert.doesNotMatch(all.replace(/#[A-Z]+!|’![A-Z]/g, ""), /!/);
  });
});
