/** Books and broker's forms for the tests of the forms, from cells as users write them. */
import assert from "node:assert/strict";
import { bookTrades } from "../../../src/lots/book";
import { PIECE_RETIREMENT, type Book } from "../../../src/lots/book-types";
import type { ReportedSale } from "../../../src/report/form-8949-types";
import { FEDERAL_LAW } from "../../../src/rules/federal-law";
import { readBroker1099 } from "../../../src/sheet/read-broker-1099";
import { readSettings } from "../../../src/sheet/read-settings";
import { readTrades } from "../../../src/sheet/read-trades";

export type Rows = readonly (readonly unknown[])[];

const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Account"];
export const FORM_HEADINGS = [
  "Symbol", "Description", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Wash disallowed", "Term", "Basis reported", "Form", "Account",
];

/** Rows of the trades; the first is row 2. */
export function booked(rows: Rows, settings: Rows = [], headings: readonly string[] = HEADINGS): Book {
  const reading = readTrades([headings, ...rows].map((row) => [...row]));
  assert.ok(reading.ok);
  const chosen = readSettings(settings.map((row) => [...row]));
  assert.ok(chosen.ok);
  return bookTrades(reading.value.trades, chosen.value.choices, FEDERAL_LAW);
}

/** Rows of the broker's form; the first is row 2. */
export function reportedOn(rows: Rows, headings: readonly string[] = FORM_HEADINGS): readonly ReportedSale[] {
  const read = readBroker1099([headings, ...rows]);
  assert.ok(read.ok);
  assert.deepEqual(read.value.faults, []);
  return read.value.sales;
}

export function taxablePieces({ realized }: Book): number[] {
  return Array.from({ length: realized.count }, (_, piece) => piece).filter((piece) => (realized.flags[piece]! & PIECE_RETIREMENT) === 0);
}
