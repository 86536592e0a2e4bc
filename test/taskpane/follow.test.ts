import assert from "node:assert/strict";
import type { CellBlock } from "../../src/sheet/placing/addresses";
import type { PricesCells, PricesPlace } from "../../src/sheet/placing/prices-place";
import { mayBePrices, samePrices, touchedBy, whenSettled, type Touched } from "../../src/taskpane/follow";
import type { BookRead } from "../../src/taskpane/read-book";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("Edits that come in a storm", () => {
  it("1,000 edits end with one refresh, after the last of them", async () => {
    const cells: number[] = [];
    const seen: { readonly touched: Touched; readonly edits: number; readonly last: number | undefined }[] = [];
    const settling = whenSettled((touched) => seen.push({ touched, edits: cells.length, last: cells.at(-1) }), 40);
    for (let edit = 1; edit <= 1000; edit++) {
      cells.push(edit);
      settling.touch({ trades: edit % 2 === 0, prices: edit === 1 });
      if (edit % 100 === 0) await wait(1);
    }
    assert.deepEqual(seen, []);
    await wait(120);
    assert.deepEqual(seen, [{ touched: { trades: true, prices: true }, edits: 1000, last: 1000 }]);
  });

  it("an edit after the refresh is a refresh of its own, of what it touched", async () => {
    const seen: Touched[] = [];
    const settling = whenSettled((touched) => seen.push(touched), 10);
    settling.touch({ trades: true, prices: false });
    await wait(40);
    settling.touch({ trades: false, prices: true });
    await wait(40);
    assert.deepEqual(seen, [{ trades: true, prices: false }, { trades: false, prices: true }]);
  });

  it("edits elsewhere, and a pane that is closed, refresh nothing", async () => {
    const seen: Touched[] = [];
    const settling = whenSettled((touched) => seen.push(touched), 10);
    settling.touch({ trades: false, prices: false });
    await wait(30);
    settling.touch({ trades: true, prices: false });
    settling.end();
    await wait(30);
    assert.deepEqual(seen, []);
  });
});

describe("What an edit touches", () => {
  const at = (sheet: string, column: number, columns = 1): CellBlock => ({ sheet, row: 4, column, rows: 1, columns });
  const book = { place: { block: { sheet: "Trades", row: 0, column: 1, rows: 9, columns: 5 } }, settings: null } as BookRead;
  const prices: PricesPlace = { block: { sheet: "Prices", row: 0, column: 0, rows: 9, columns: 2 }, tableName: null, selected: false };
  const cases: readonly (readonly [string, CellBlock, PricesPlace | null, Touched])[] = [
    ["a trade", at("Trades", 3), prices, { trades: true, prices: false }],
    ["a column put in before them", at("Trades", 0), prices, { trades: true, prices: false }],
    ["a result to their right", at("Trades", 8), prices, { trades: false, prices: false }],
    ["a price", at("Prices", 1), prices, { trades: false, prices: true }],
    ["a remark beside the prices", at("Prices", 5), prices, { trades: false, prices: false }],
    ["the settings, also before they are known", at("Taxlot Settings", 1), prices, { trades: true, prices: false }],
    ["another sheet while no prices are known", at("Other", 1), null, { trades: false, prices: true }],
    ["prices to the left of the trades on one sheet", at("Trades", 0), { ...prices, block: { ...prices.block, sheet: "Trades", columns: 1 } }, { trades: false, prices: true }],
  ];
  for (const [name, changed, known, touched] of cases) {
    it(name, () => assert.deepEqual(touchedBy(changed, book, known), touched));
  }

  it("anything at all, while nothing is read", () => assert.deepEqual(touchedBy(at("Any", 0), null, null), { trades: true, prices: true }));
});

describe("Prices that are formulas or Stocks cells", () => {
  const place: PricesPlace = { block: { sheet: "Prices", row: 0, column: 0, rows: 3, columns: 2 }, tableName: null, selected: false };
  const prices = (...rows: unknown[][]): PricesCells => ({ place, cells: [["Symbol", "Price"], ...rows] });

  it("are looked at when their columns were calculated, not when our tables beside them or elsewhere were", () => {
    const at = (sheet: string, column: number): CellBlock => ({ sheet, row: 0, column, rows: 9, columns: 1 });
    assert.deepEqual([at("Prices", 1), at("Prices", 4), at("Trades", 1)].map((block) => mayBePrices(block, place)), [true, false, false]);
    assert.equal(mayBePrices(at("Prices", 1), null), false);
  });

  it("are the same until a price, a symbol or a problem differs", () => {
    const before = prices(["XYZ", 12], ["ABC", 13]);
    assert.equal(samePrices(before, prices(["ABC", 13], ["XYZ", 12])), true);
    assert.equal(samePrices(before, prices(["XYZ", 12.01], ["ABC", 13])), false);
    assert.equal(samePrices(before, prices(["XYZ", 12])), false);
    assert.equal(samePrices(before, prices(["XYZ", 12], ["DEF", 13])), false);
    assert.equal(samePrices(before, prices(["XYZ", -12], ["ABC", 13])), false);
    assert.equal(samePrices(prices(["XYZ", -12]), prices(["XYZ", -12])), true);
    assert.equal(samePrices(prices(["XYZ", -12]), prices(["XYZ", -13])), false);
  });

  it("of a Stocks cell are the same when only its volume changed", () => {
    const stock = (price: number, volume: number): object => ({
      type: "LinkedEntity",
      text: "XYZ Corp (XNYS:XYZ)",
      properties: {
        Price: { type: "FormattedNumber", basicValue: price, numberFormat: "$0.00" },
        Volume: { type: "Double", basicValue: volume },
        "Ticker symbol": { type: "String", basicValue: "XYZ" },
      },
    });
    assert.equal(samePrices(prices([stock(12, 100), ""]), prices([stock(12, 200), ""])), true);
    assert.equal(samePrices(prices([stock(12, 100), ""]), prices([stock(13, 100), ""])), false);
  });
});
