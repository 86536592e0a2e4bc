/** Laws of the reconciliation on random ledgers: beside the form that a right broker sends, and beside one with errors. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { settingsRange, tradesRange } from "../cases/case-ranges";
import { PIECE_RETIREMENT, type Book } from "../../src/lots/book-types";
import { bookTrades } from "../../src/lots/book";
import { sharesFromUnits } from "../../src/report/figures";
import type { ReportedSale } from "../../src/report/form-8949-types";
import { form8949, KINDS_OF_ROW } from "../../src/report/form-8949/rows";
import { grouped } from "../../src/report/match-1099-rules";
import { reconcile } from "../../src/report/reconcile";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { readSettings } from "../../src/sheet/read-settings";
import { readTrades } from "../../src/sheet/read-trades";
import { yearOf } from "../../src/values/plain-date";
import { CORPORATE, OPTIONS, RECEIVED, SHORTS } from "../oracle/random-events";
import { ledgers, PARAMETERS, widerLedgers } from "./ledgers";

interface TwoViews {
  readonly ours: Book;
  readonly brokers: Book;
}

/** First in, first out: both views then sell the same lots. */
function twoViews(ledger: Parameters<typeof settingsRange>[0]): TwoViews {
  const reading = readTrades(tradesRange(ledger.transactions));
  const settings = readSettings(settingsRange(ledger) ?? []);
  assert.ok(reading.ok && settings.ok);
  const choices = { ...settings.value.choices, methods: [] };
  const inView = (view: "taxpayer" | "broker"): Book => bookTrades(reading.value.trades, { ...choices, view }, FEDERAL_LAW);
  return { ours: inView("taxpayer"), brokers: inView("broker") };
}

/** A row for each piece of a taxable account, to the cent, basis reported. */
function formOf({ realized, trades, ...book }: Book): ReportedSale[] {
  return Array.from({ length: realized.count }, (_, piece) => piece).filter((piece) => (realized.flags[piece]! & PIECE_RETIREMENT) === 0).map((piece, at) => ({
    row: at + 2, symbol: trades.symbols[realized.symbol[piece]!]!, description: "", cusip: "", account: trades.accounts[realized.account[piece]!]!,
    acquired: realized.acquired[piece]!, sold: realized.sold[piece]!, quantity: sharesFromUnits({ realized, trades, ...book }, realized.symbol[piece]!, realized.units[piece]!),
    proceedsCents: realized.proceedsCents[piece]!, basisCents: realized.basisCents[piece]!,
    washCents: realized.disallowedCents[piece]! - (book.fundDisallowedCents.get(piece) ?? 0),
    term: realized.longTerm[piece] === 1 ? "Long" : "Short", basisReported: true, form: null,
  }));
}

const error = fc.record({ dropped: fc.boolean(), proceeds: fc.constantFrom(0, 0, 5_00, -1), basis: fc.constantFrom(0, 0, 7_50, -1_00, null), wash: fc.constantFrom(0, 0, 3_00) });

function withErrors(form: readonly ReportedSale[], errors: readonly (typeof error extends fc.Arbitrary<infer T> ? T : never)[]): ReportedSale[] {
  return form.flatMap((row, at) => {
    const { dropped, proceeds, basis, wash } = errors[at % errors.length]!;
    if (dropped) return [];
    const basisCents = basis === null ? null : Math.max(0, row.basisCents! + basis);
    return [{ ...row, proceedsCents: row.proceedsCents + proceeds, basisCents, washCents: row.washCents + wash }];
  });
}

type KeyOf = (book: Book, piece: number) => string;

const ofSale: KeyOf = ({ realized }, piece) => [realized.sale[piece], realized.symbol[piece], realized.account[piece], realized.flags[piece]! & KINDS_OF_ROW].join(" ");
const ofDay: KeyOf = ({ realized }, piece) => [realized.sold[piece], realized.symbol[piece], realized.account[piece], realized.flags[piece]! & KINDS_OF_ROW].join(" ");

/** Rows of one key become one, VARIOUS, with a term only where it is that of all. */
function inOneRow(form: readonly ReportedSale[], book: Book, keyOf: KeyOf): ReportedSale[] {
  const taxable = Array.from({ length: book.realized.count }, (_, piece) => piece).filter((piece) => (book.realized.flags[piece]! & PIECE_RETIREMENT) === 0);
  return [...grouped(form.map((row, at) => ({ row, key: keyOf(book, taxable[at]!) })), ({ key }) => key).values()].map((together) => {
    const rows = together.map(({ row }) => row);
    const [first] = rows;
    return {
      ...first!, acquired: rows.length === 1 ? first!.acquired : null, quantity: sum(rows, ({ quantity }) => quantity),
      proceedsCents: sum(rows, ({ proceedsCents }) => proceedsCents), basisCents: sum(rows, ({ basisCents }) => basisCents), washCents: sum(rows, ({ washCents }) => washCents),
      term: rows.every(({ term }) => term === first!.term) ? first!.term : null,
    };
  });
}

function years({ realized }: Book): number[] {
  return [...new Set(Array.from({ length: realized.count }, (_, piece) => yearOf(realized.sold[piece]!)))];
}

const wider = widerLedgers([...CORPORATE, ...RECEIVED, ...SHORTS, ...OPTIONS]);

const sum = <T>(rows: readonly T[], of: (row: T) => number | null): number => rows.reduce((all, row) => all + (of(row) ?? 0), 0);

/** Every year of every ledger beside the form that `change` makes of the broker's own view. */
function holds(law: (views: TwoViews, year: number, form: readonly ReportedSale[]) => void, isRight: boolean, from = ledgers()): void {
  fc.assert(fc.property(from, fc.array(error, { minLength: 1, maxLength: 6 }), (ledger, errors) => {
    const views = twoViews(ledger);
    if (views.ours.trades.digital.size > 0) return;
    const form = isRight ? formOf(views.brokers) : withErrors(formOf(views.brokers), errors);
    for (const year of years(views.ours)) law(views, year, form);
  }), PARAMETERS);
}

describe("Laws of RECONCILE on random ledgers", function () {
  this.timeout(120_000);

  it("a right form, made of the broker's own view, differs by washes in other accounts alone (R-WS-10)", () => {
    let [washes, ties] = [0, 0];
    holds(({ ours, brokers }, year, form) => {
      const found = reconcile(ours, brokers, year, form);
      const others = found.differences.filter(({ cause }) => cause !== "Wash in another account" && cause !== "Rounding");
      assert.deepEqual(others, []);
      assert.equal(sum(found.differences.filter(({ part }) => part === "Proceeds"), ({ differenceCents }) => differenceCents), 0);
      washes += found.differences.filter(({ cause }) => cause !== "Rounding").length;
      ties += sum(found.ties, ({ sales }) => sales);
    }, true);
    assert.ok(washes > PARAMETERS.numRuns / 10 && ties > PARAMETERS.numRuns, `${washes} washes elsewhere, ${ties} that tie`);
  });

  it("a form made of our own view has nothing to tell", () =>
    holds(({ ours, brokers }, year) => assert.deepEqual(reconcile(ours, brokers, year, formOf(ours)).differences, []), true));

  it("so has one that dates all sales some days later, as brokers do that list by settlement, or earlier", () => {
    for (const days of [1, 4, -1]) {
      holds(({ ours, brokers }, year) => {
        const form = formOf(ours).map((row) => ({ ...row, sold: row.sold + days }));
        assert.deepEqual(reconcile(ours, brokers, year, form).differences, [], `${days} days`);
      }, true);
    }
  });

  it("a form that lists the lots of a sale, or all sales of a day, in one row has nothing to tell either (R-8949-5)", () => {
    let merged = 0;
    for (const keyOf of [ofSale, ofDay]) {
      holds(({ ours, brokers }, year) => {
        const form = inOneRow(formOf(ours), ours, keyOf);
        merged += formOf(ours).length - form.length;
        assert.deepEqual(reconcile(ours, brokers, year, form).differences.filter(({ cause }) => cause !== "Rounding"), []);
      }, true);
    }
    assert.ok(merged > PARAMETERS.numRuns / 10, `${merged} rows put together`);
  });

  it("so does the broker's own view, but for washes in other accounts", () => {
    for (const keyOf of [ofSale, ofDay]) {
      holds(({ ours, brokers }, year) => {
        const found = reconcile(ours, brokers, year, inOneRow(formOf(brokers), brokers, keyOf));
        assert.deepEqual(found.differences.filter(({ cause }) => cause !== "Wash in another account" && cause !== "Rounding"), []);
      }, true);
    }
  });

  it("all proceeds of both sides are in the rows, whatever the broker wrote", () =>
    holds(({ ours, brokers }, year, form) => {
      const { differences, ties, accountsElsewhere, otherYears } = reconcile(ours, brokers, year, form);
      if (form.length === 0) return;
      const rows = differences.filter(({ part }) => part === "Row" || part === "Proceeds");
      const tied = sum(ties.filter(({ part }) => part === "Proceeds"), ({ cents }) => cents);
      const mine = form8949(ours, year, null).rows;
      assert.equal(sum(rows, ({ oursCents }) => oursCents) + tied + sum(accountsElsewhere, ({ proceedsCents }) => proceedsCents), sum(mine, ({ proceedsCents }) => proceedsCents));
      assert.equal(sum(rows, ({ theirsCents }) => theirsCents) + tied + sum(otherYears, ({ proceedsCents }) => proceedsCents), sum(form, ({ proceedsCents }) => proceedsCents));
      for (const one of differences) if (one.part !== "Term") assert.equal(one.differenceCents, (one.oursCents ?? 0) - (one.theirsCents ?? 0));
    }, false, wider));

  it("codes and amounts are those of Form 8949", () =>
    holds(({ ours, brokers }, year, form) => {
      const { differences, ties, accountsElsewhere } = reconcile(ours, brokers, year, form);
      const { rows } = form8949(ours, year, form);
      const proposed = sum(differences, ({ adjustmentCents }) => adjustmentCents) + sum(ties, ({ adjustmentCents }) => adjustmentCents) + sum(accountsElsewhere, ({ adjustmentCents }) => adjustmentCents);
      assert.equal(proposed, sum(rows, ({ adjustmentCents }) => adjustmentCents));
      const codes = new Set([...differences, ...ties, ...accountsElsewhere].flatMap(({ code }) => [...code]));
      assert.deepEqual([...codes].sort(), [...new Set(rows.flatMap(({ code }) => [...code]))].sort());
    }, false, wider));
});
