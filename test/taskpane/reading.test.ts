import assert from "node:assert/strict";
import type { TradesPlace } from "../../src/sheet/placing/trades-blocks";
import { engineHere } from "../../src/taskpane/engine/here";
import type { PaneWorkbook } from "../../src/taskpane/pane-workbook";
import { findAndRead, readSelected, type Reading, type ReadingJob } from "../../src/taskpane/reading";
import { done, refuse } from "../../src/values/outcome";
import { dayFromCalendar } from "../../src/values/plain-date";

const CELLS = [
  ["Date", "Action", "Symbol", "Quantity", "Price"],
  ["2024-01-02", "Buy", "XYZ", 100, 10],
];

function placeOn(sheet: string, row = 0, more: Partial<TradesPlace> = {}): TradesPlace {
  return { block: { sheet, row, column: 0, rows: 2, columns: 5 }, headings: 0, tableName: null, selected: false, missing: [], ...more };
}

/** A workbook that holds trades at the places given. */
function workbook(places: readonly TradesPlace[], more: Partial<PaneWorkbook> = {}): PaneWorkbook {
  return {
    findTrades: async () => done(places),
    readTradesCells: async (place: TradesPlace) => done({ place, cells: CELLS }),
    findSettings: async () => done(null),
    findPrices: async () => done([]),
    countsDaysFrom1904: async () => false,
    selectedPlace: async () => done(placeOn("Selected", 4, { selected: true })),
    ...more,
  } as PaneWorkbook;
}

function job(book: PaneWorkbook, said: string[] = []): ReadingJob {
  const { signal } = new AbortController();
  const working = (doing: string): void => void (said.at(-1) === doing || said.push(doing));
  return { workbook: book, engine: engineHere(), asOf: dayFromCalendar(2024, 12, 5), prices: null, signal, working };
}

function sheetRead(reading: Reading): string {
  return reading.state === "read" ? `${reading.book.place.block.sheet} ${reading.book.place.block.row}` : reading.state;
}

describe("What the page reads", () => {
  it("the first place at first, saying what it does", async () => {
    const said: string[] = [];
    const { reading } = await findAndRead(job(workbook([placeOn("One"), placeOn("Two")]), said), null);
    assert.equal(sheetRead(reading), "One 0");
    assert.deepEqual(said, ["Looking for trades", "Reading the trades", "Booking the lots"]);
  });

  it("the same place again afterwards", async () => {
    const { reading } = await findAndRead(job(workbook([placeOn("One"), placeOn("Two")])), placeOn("Two"));
    assert.equal(sheetRead(reading), "Two 0");
  });

  it("the same trades after rows were put in above them", async () => {
    const { reading } = await findAndRead(job(workbook([placeOn("One"), placeOn("Two", 3)])), placeOn("Two"));
    assert.equal(sheetRead(reading), "Two 3");
  });

  it("another place when the sheet is gone", async () => {
    const { reading } = await findAndRead(job(workbook([placeOn("One")])), placeOn("Gone"));
    assert.equal(sheetRead(reading), "One 0");
  });

  it("a selected range stays the one that is read", async () => {
    const book = workbook([placeOn("One")]);
    const { place } = await readSelected(job(book));
    const { places, reading } = await findAndRead(job(book), place);
    assert.equal(sheetRead(reading), "Selected 4");
    assert.deepEqual(places.map(({ block }) => block.sheet), ["One", "Selected"]);
  });

  it("nothing where there are no trades", async () => {
    const { reading } = await findAndRead(job(workbook([])), null);
    assert.deepEqual(reading, { state: "nothing" });
  });

  it("names the column that is missing", async () => {
    const { reading } = await findAndRead(job(workbook([placeOn("One", 0, { missing: ["Symbol"] })])), null);
    assert.equal(
      reading.state === "failed" && reading.sentence,
      "These look like trades, but no heading says Symbol. Name the column, then press “Read again”.",
    );
  });

  it("a row of the settings that cannot be read: says so, points at it, and hands on the settings for the form", async () => {
    const settings = { block: { sheet: "Mine", row: 3, column: 1, rows: 2, columns: 2 }, cells: [["View", "Taxpayer"], ["Method", "FIFOO"]] };
    const { reading } = await findAndRead(job(workbook([placeOn("One")], { findSettings: async () => done(settings) })), null);
    assert.ok(reading.state === "failed");
    assert.match(reading.sentence, /^Settings row 2: Method .*FIFOO/);
    assert.deepEqual([reading.block, reading.settings], [{ sheet: "Mine", row: 4, column: 1, rows: 1, columns: 2 }, settings]);
  });

  it("refuses a workbook that counts its days from 1904, rather than be four years off", async () => {
    const { reading } = await findAndRead(job(workbook([placeOn("One")], { countsDaysFrom1904: async () => true })), null);
    assert.match(reading.state === "failed" ? reading.sentence : "", /from 1904/);
  });

  it("passes on what Excel refused", async () => {
    const busy = workbook([placeOn("One")], { readTradesCells: async () => refuse("bad-input", "Excel is busy.") });
    const { reading } = await findAndRead(job(busy), null);
    assert.deepEqual(reading, { state: "failed", sentence: "Excel is busy.", block: placeOn("One").block });
  });
});
