import assert from "node:assert/strict";
import { bookTrades } from "../../src/lots/book";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { readSettings } from "../../src/sheet/read-settings";
import { readTrades } from "../../src/sheet/read-trades";
import { openLotsTable } from "../../src/sheet/tables/open-lots";
import type { Book } from "../../src/lots/book-types";
import { day } from "../lots/trades-of";

type Rows = readonly (readonly unknown[])[];
const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Type"];

function book(rows: Rows, settings: Rows, throughDay?: string): Book {
  const reading = readTrades(rows);
  const read = readSettings(settings);
  assert.ok(reading.ok && read.ok);
  const booked = bookTrades(reading.value.trades, read.value.choices, FEDERAL_LAW, throughDay === undefined ? {} : { throughDay: day(throughDay) });
  assert.deepEqual(booked.refusals, []);
  return booked;
}

/** Gains of the pieces sold in 2024, in dollars, from the whole history and from the table of 2023's end above 2024's rows. */
function gainsOf2024(before: Rows, after: Rows, settings: Rows = []): { whole: number[]; rolled: number[] } {
  const table = openLotsTable(book([HEADINGS, ...before], settings, "2023-12-31"), day("2023-12-31"), null, true);
  const width = table[0]!.length;
  const padded = (row: readonly unknown[]) => [...row, ...Array<unknown>(width - row.length).fill("")];
  const gains = ({ realized }: Book): number[] =>
    [...realized.sold].flatMap((sold, i) => (sold >= day("2024-01-01") ? [(realized.proceedsCents[i]! - realized.basisCents[i]!) / 100] : []));
  return {
    whole: gains(book([HEADINGS, ...before, ...after], settings)),
    rolled: gains(book([...table, padded(HEADINGS), ...after.map(padded)], settings)),
  };
}

describe("Year roll-over: what the Note carries besides basis and dates", () => {
  it("R-SS-3: a loss on a short closed in December meets a new short in January", () => {
    // 100 short closed at a loss of 1,000; 60 new ones take 600: cost 3,000 + 600 against 3,300.
    const { whole, rolled } = gainsOf2024(
      [["2023-12-01", "Sell short", "XYZ", 100, 50, ""], ["2023-12-20", "Buy to cover", "XYZ", 100, 60, ""]],
      [["2024-01-10", "Sell short", "XYZ", 60, 55, ""], ["2024-01-30", "Buy to cover", "XYZ", 60, 50, ""]],
    );
    assert.deepEqual(whole, [-300]);
    assert.deepEqual(rolled, whole);
  });

  it("R-AVG-5: an averaged pool stays one until the method is left", () => {
    // (100 x 10 + 100 x 20) less 10 at 15, plus 100 x 40: 6,850 over 290; by FIFO from June on 90 + 10 lots of 23.62 a share.
    const { whole, rolled } = gainsOf2024(
      [["2023-01-10", "Buy", "FND", 100, 10, "Fund"], ["2023-02-10", "Buy", "FND", 100, 20, "Fund"], ["2023-12-10", "Sell", "FND", 10, 30, "Fund"]],
      [["2024-02-10", "Buy", "FND", 100, 40, "Fund"], ["2024-07-01", "Sell", "FND", 100, 50, "Fund"]],
      [["Method", "AVG", "", "", ""], ["Method", "FIFO", "A", "FND", "2024-06-01"]],
    );
    const sum = (gains: number[]): number => Math.round(gains.reduce((total, gain) => total + gain, 0) * 100) / 100;
    assert.equal(sum(whole), 5000 - 2362.07);
    assert.deepEqual(rolled, whole);
  });
});
