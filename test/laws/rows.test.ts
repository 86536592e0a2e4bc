import assert from "node:assert/strict";
import fc from "fast-check";
import { bookRanges } from "../cases/book-through-functions";
import { settingsRange, tradesRange, type Cell } from "../cases/case-ranges";
import type { LedgerCase } from "../cases/case-format";
import { book, ledgers, PARAMETERS, withoutRowNumbers } from "./ledgers";

/** Every row on a day of its own, so that the days alone say the order. */
const onDaysOfTheirOwn = ledgers(undefined, (intent) => ({ ...intent, gap: intent.gap + 1 }));

/** The rows of a list in another order, by as many sorting keys. */
function shuffled<T>(rows: readonly T[], keys: readonly number[]): T[] {
  return rows.map((row, index) => ({ row, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key).map(({ row }) => row);
}

describe("Law 8: the order of rows in the range says nothing where the days do", () => {
  it("rows of different days may stand in any order", () =>
    fc.assert(
      fc.property(onDaysOfTheirOwn, fc.array(fc.integer(), { minLength: 25, maxLength: 25 }), (ledger, keys) => {
        const mixed: LedgerCase = { ...ledger, transactions: shuffled(ledger.transactions, keys) };
        assert.deepEqual(withoutRowNumbers(book(mixed)), withoutRowNumbers(book(ledger)));
      }),
      PARAMETERS,
    ));

  it("columns may stand in any order, and blank rows between", () =>
    fc.assert(
      fc.property(ledgers(), fc.array(fc.integer(), { minLength: 25, maxLength: 25 }), fc.integer({ min: 1, max: 20 }), (ledger, keys, blankAt) => {
        const range = tradesRange(ledger.transactions);
        const order = shuffled([...(range[0] ?? []).keys()], keys);
        const columns = range.map((row) => order.map((column) => row[column] ?? ""));
        const blank: Cell[] = order.map(() => "");
        const spaced = [...columns.slice(0, blankAt), blank, ...columns.slice(blankAt)];
        assert.deepEqual(withoutRowNumbers(bookRanges(spaced, settingsRange(ledger))), withoutRowNumbers(book(ledger)));
      }),
      PARAMETERS,
    ));

  it("settings may stand in any order", () =>
    fc.assert(
      fc.property(ledgers(), fc.array(fc.integer(), { minLength: 25, maxLength: 25 }), (ledger, keys) => {
        const mixed = bookRanges(tradesRange(ledger.transactions), shuffled(settingsRange(ledger), keys));
        assert.deepEqual(mixed, book(ledger));
      }),
      PARAMETERS,
    ));
});

describe("Law 9: running twice gives the same", () => {
  it("also with another ledger and other settings in between", () =>
    fc.assert(
      fc.property(ledgers(), ledgers(), (ledger, other) => {
        const first = book(ledger);
        book(other);
        book({ ...ledger, settings: { ...ledger.settings, view: ledger.settings?.view === "none" ? "taxpayer" : "none" } });
        assert.deepEqual(book(ledger), first);
      }),
      PARAMETERS,
    ));

  it("and the ranges given are not written to", () =>
    fc.assert(
      fc.property(ledgers(), (ledger) => {
        const [trades, settings] = [tradesRange(ledger.transactions), settingsRange(ledger)];
        const copy = structuredClone({ trades, settings });
        bookRanges(trades, settings);
        assert.deepEqual({ trades, settings }, copy);
      }),
      PARAMETERS,
    ));
});
