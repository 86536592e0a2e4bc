import assert from "node:assert/strict";
import { listEdits } from "../../../src/sheet/placing/price-list";
import { blocksOfPrices } from "../../../src/sheet/placing/prices-blocks";
import type { PriceListRow } from "../../../src/sheet/placing/prices-place";
import { dayFromCalendar } from "../../../src/values/plain-date";

const XYZ: PriceListRow = { symbol: "XYZ", price: null, lastTradePrice: 12.5, lastTradeDay: dayFromCalendar(2026, 3, 2) };
const ABC: PriceListRow = { symbol: "ABC", price: null, lastTradePrice: null, lastTradeDay: null };

function edits(cells: readonly (readonly unknown[])[], rows: readonly PriceListRow[], from1904 = false): unknown {
  const outcome = listEdits(cells, rows, { from1904 });
  return outcome.ok ? outcome.value.cells.map(({ row, column, value }) => [row, column, value]) : outcome.problem.sentence;
}

const HEADINGS = ["Symbol", "Price", "Last trade price", "Last trade on"];

describe("The price list", () => {
  it("is made with headings, the symbols, a blank Price and the last trade beside it", () =>
    // 2 March 2026 is serial 46083.
    assert.deepEqual(edits([], [XYZ, ABC]), [
      [0, 0, "Symbol"], [0, 1, "Price"], [0, 2, "Last trade price"], [0, 3, "Last trade on"],
      [1, 0, "XYZ"], [1, 2, 12.5], [1, 3, 46083],
      [2, 0, "ABC"],
    ]));

  it("gets the symbols it lacks below, and no cell with content is written", () =>
    assert.deepEqual(edits([HEADINGS, ["xyz", 13, 12, 46000], ["OLD", "", "", ""]], [{ ...XYZ, price: 99 }, ABC]), [[3, 0, "ABC"]]));

  it("has last trade prices filled in only where Price is blank", () =>
    assert.deepEqual(edits([HEADINGS, ["XYZ", "", 12.5, 46083], ["ABC", 7, "", ""]], [{ ...XYZ, price: 12.5 }, { ...ABC, price: 8 }]), [[1, 1, 12.5]]));

  it("counts its dates from 1904 where the workbook does", () =>
    assert.deepEqual(edits([HEADINGS, ["XYZ", 1, 1, ""]], [XYZ], true), [[1, 3, 46083 - 1462]]));

  it("keeps a symbol that looks like a formula, a number or a month a text", () =>
    assert.deepEqual(edits([HEADINGS], [{ ...ABC, symbol: "-ABC" }, { ...ABC, symbol: "DEC5" }]), [[1, 0, "'-ABC"], [2, 0, "'DEC5"]]));

  it("is left alone when its headings are gone", () =>
    assert.match(String(edits([["Price", "Symbol"], [1, "XYZ"]], [ABC])), /^Sheet ‘Taxlot Prices’ has other headings/));
});

describe("Blocks that hold prices", () => {
  const used = (rows: readonly (readonly unknown[])[]): number[][] =>
    blocksOfPrices({ sheet: "S", row: 2, column: 1, rows: rows.length, columns: rows[0]?.length ?? 0 }, rows).map((block) => [block.row, block.column, block.rows, block.columns]);

  it("start at the headings, below title lines", () =>
    assert.deepEqual(used([["Prices of today", ""], ["Symbol", "Price"], ["XYZ", 12]]), [[3, 1, 2, 2]]));

  it("are known by the synonyms of the trades' headings, in any order", () =>
    assert.deepEqual(used([["Share price", "Ticker", "Name"], [12, "XYZ", "Xyz Inc."]]), [[2, 1, 2, 3]]));

  it("are not trades, and not the lots we list", () => {
    assert.deepEqual(used([["Date", "Action", "Symbol", "Quantity", "Price"], [1, "Buy", "XYZ", 1, 1]]), []);
    assert.deepEqual(used([["Lot", "Symbol", "Acquired", "Price"], ["row 2", "XYZ", 1, 1]]), []);
  });

  it("have rows below the headings", () => assert.deepEqual(used([["Symbol", "Price"]]), []));
});
