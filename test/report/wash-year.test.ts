import assert from "node:assert/strict";
import { bookTrades } from "../../src/lots/book";
import type { Book } from "../../src/lots/book-types";
import { deferredIntoLaterPurchases, stillDeferred, washYear, yearsWithLosses } from "../../src/report/wash-year";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { readSettings } from "../../src/sheet/read-settings";
import { readTrades } from "../../src/sheet/read-trades";
import { dayFromCalendar, type Day } from "../../src/values/plain-date";

type Rows = readonly (readonly unknown[])[];

function booked(rows: Rows, throughDay?: Day): Book {
  const reading = readTrades([["Date", "Action", "Symbol", "Quantity", "Price", "Account"], ...rows].map((row) => [...row]));
  assert.ok(reading.ok);
  const settings = readSettings([["Account", "Roth", "Roth IRA"]]);
  assert.ok(settings.ok);
  const scope = throughDay === undefined ? {} : { throughDay };
  return bookTrades(reading.value.trades, settings.value.choices, FEDERAL_LAW, scope);
}

const END_OF_2024 = dayFromCalendar(2024, 12, 31);

/**
 * Row 3 sells 100 at a loss of 100 × (50 - 40) = 1,000. Row 4 buys 60 back in A, row 5 buys 20 in the Roth: 600 of the
 * loss goes into row 4's basis, 200 is lost for good, 200 stands. Row 6 sells 30 of row 4 at 45: basis 30 × 41 + 300 =
 * 1,530, proceeds 1,350, a loss of 180 in January 2025 that nothing replaces.
 */
const TWO_YEARS: Rows = [
  ["2023-01-03", "Buy", "XYZ", 100, 50, "A"],
  ["2024-11-04", "Sell", "XYZ", 100, 40, "A"],
  ["2024-11-11", "Buy", "XYZ", 60, 41, "A"],
  ["2024-11-18", "Buy", "XYZ", 20, 42, "Roth"],
  ["2025-01-06", "Sell", "XYZ", 30, 45, "A"],
];

describe("R-WS-5, R-WS-8, R-WS-9: the washed losses of a year", () => {
  it("of a loss of 1,000 the purchase of 60 shares takes 600 and the Roth IRA's 20 lose 200 for good", () => {
    const { lossCents, disallowedCents, permanentCents, washes } = washYear(booked(TWO_YEARS), 2024);
    assert.deepEqual([lossCents, disallowedCents, permanentCents, washes.length], [100_000, 80_000, 20_000, 2]);
  });

  it("the year after has its own loss of 180 and nothing washed", () => {
    const { lossCents, disallowedCents, permanentCents } = washYear(booked(TWO_YEARS), 2025);
    assert.deepEqual([lossCents, disallowedCents, permanentCents], [18_000, 0, 0]);
  });

  it("a year without sales has nothing, and only years with a loss can be chosen, latest first", () => {
    assert.equal(washYear(booked(TWO_YEARS), 2023).lossCents, 0);
    assert.deepEqual(yearsWithLosses(booked(TWO_YEARS)), [2025, 2024]);
  });

  it("a loss inside a retirement account is no loss of any year", () => {
    const book = booked([
      ["2024-01-03", "Buy", "XYZ", 10, 50, "Roth"],
      ["2024-11-04", "Sell", "XYZ", 10, 40, "Roth"],
      ["2024-11-11", "Buy", "XYZ", 10, 41, "A"],
    ]);
    assert.deepEqual(yearsWithLosses(book), []);
    assert.equal(washYear(book, 2024).disallowedCents, 0);
  });
});

describe("R-WS-5: what a year releases of losses deferred before", () => {
  it("row 6 sells half of the lot that took up 600: 300", () => {
    assert.equal(washYear(booked(TWO_YEARS), 2024).releasedCents, 0);
    assert.equal(washYear(booked(TWO_YEARS), 2025).releasedCents, 30_000);
  });
});

describe("R-WS-5, R-WS-12: the loss still deferred at 31 December", () => {
  it("is what the lots open at the end of that day have taken up: 600 in one lot", () =>
    assert.deepEqual(stillDeferred(booked(TWO_YEARS, END_OF_2024)), { cents: 60_000, lots: 1 }));

  it("and half of it once half of the lot is sold", () =>
    assert.deepEqual(stillDeferred(booked(TWO_YEARS)), { cents: 30_000, lots: 1 }));

  it("a chain carries it on: 100 lost, washed, lost again with 50 more, washed again: 150 in the last lot", () => {
    // 10 × (50 - 40) = 100 into row 4 (basis 410 + 100); sold for 360, a loss of 150 into row 6.
    const chain: Rows = [
      ["2024-01-03", "Buy", "XYZ", 10, 50, "A"],
      ["2024-10-01", "Sell", "XYZ", 10, 40, "A"],
      ["2024-10-07", "Buy", "XYZ", 10, 41, "A"],
      ["2024-11-04", "Sell", "XYZ", 10, 36, "A"],
      ["2024-11-11", "Buy", "XYZ", 10, 37, "A"],
    ];
    // The gross total of the year counts the 100 twice, which is why both figures are shown.
    assert.equal(washYear(booked(chain), 2024).disallowedCents, 25_000);
    assert.deepEqual(stillDeferred(booked(chain, END_OF_2024)), { cents: 15_000, lots: 1 });
    // 250 disallowed, of which 100 had been released with the second sale.
    assert.equal(washYear(booked(chain), 2024).releasedCents, 10_000);
  });

  it("a loss of December that a purchase of January takes up is in no lot yet, and counted apart", () => {
    const rows: Rows = [
      ["2024-01-03", "Buy", "XYZ", 10, 50, "A"],
      ["2024-12-20", "Sell", "XYZ", 10, 40, "A"],
      ["2025-01-06", "Buy", "XYZ", 4, 41, "A"],
      ["2025-01-07", "Buy", "XYZ", 6, 41, "Roth"],
    ];
    assert.deepEqual(stillDeferred(booked(rows, END_OF_2024)), { cents: 0, lots: 0 });
    // 4 shares × 10; the 6 in the Roth are lost, not deferred.
    assert.equal(deferredIntoLaterPurchases(booked(rows), END_OF_2024), 4_000);
    assert.equal(deferredIntoLaterPurchases(booked(rows), END_OF_2024 - 12), 0);
  });
});
