/** Laws of the forms on random ledgers, alone and beside a random broker's form that is right, wrong, cut up or incomplete. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { settingsRange, tradesRange } from "../cases/case-ranges";
import { CORPORATE, OPTIONS, RECEIVED, SHORTS } from "../oracle/random-events";
import { bookTrades } from "../../src/lots/book";
import type { Book } from "../../src/lots/book-types";
import { isBasisReported, partOf } from "../../src/report/form-8949/box";
import type { Form8949Row, ReportedSale } from "../../src/report/form-8949-types";
import { comparedSales, form8949 } from "../../src/report/form-8949/rows";
import { rowsInWholeDollars, wholeDollars } from "../../src/report/form-8949/whole-dollars";
import { grouped } from "../../src/report/match-1099-rules";
import { resultsOfYear } from "../../src/report/realised-in-year";
import { form8949Statements } from "../../src/report/form-8949-statement";
import { scheduleDSummary, totalled } from "../../src/report/schedule-d-summary";
import { txfFile } from "../../src/report/txf";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { readSettings } from "../../src/sheet/read-settings";
import { readTrades } from "../../src/sheet/read-trades";
import { realizedTable } from "../../src/sheet/tables/realized";
import { dayFromSerial, yearOf } from "../../src/values/plain-date";
import { PARAMETERS, widerLedgers } from "./ledgers";

const NO_CARRYOVER = { carryShortCents: 0, carryLongCents: 0, lossLimit: { cents: 150_000, isOfStatus: false }, taxableIncomeCents: null, seniorDeductionCents: 0 };

const ledgers = widerLedgers([...CORPORATE, ...RECEIVED, ...SHORTS, ...OPTIONS]);
/** What the broker does to each row of ours: drops it, errs, or says less. */
const oddity = fc.record({
  dropped: fc.boolean(), basis: fc.constantFrom(0, 0, 0, 1, -7_50, null), proceeds: fc.constantFrom(0, 0, 0, 3_00, -1, -2_00), wash: fc.boolean(),
  term: fc.constantFrom("same", "same", "other", "none"), reported: fc.constantFrom(true, true, false, null), form: fc.constantFrom("1099-B", "1099-DA", "none", null),
  quantity: fc.boolean(), account: fc.boolean(), withNext: fc.boolean(),
} as const);
type Oddity = typeof oddity extends fc.Arbitrary<infer T> ? T : never;

function bookOf(ledger: Parameters<typeof settingsRange>[0]): Book {
  const reading = readTrades(tradesRange(ledger.transactions));
  const settings = readSettings(settingsRange(ledger) ?? []);
  assert.ok(reading.ok && settings.ok);
  return bookTrades(reading.value.trades, settings.value.choices, FEDERAL_LAW);
}

/** A form with a row for each row of REALIZED, but for its oddities. */
function brokerForm(book: Book, oddities: readonly Oddity[]): ReportedSale[] {
  const form: ReportedSale[] = [];
  realizedTable(book, null).slice(1).forEach((cells, at) => {
    const [, symbol, account, , quantity, acquired, , sold, proceeds, basis, , term, disallowed] = cells as (string & number)[];
    const odd = oddities[at % oddities.length]!;
    if (odd.dropped) return;
    const same = odd.term === "same" ? term! : odd.term === "other" ? (term === "Long" ? "Short" : "Long") : null;
    const one: ReportedSale = {
      row: form.length + 2, symbol: symbol!, description: "", cusip: "", account: odd.account ? account! : "", acquired: dayFromSerial(acquired!), sold: dayFromSerial(sold!),
      quantity: odd.quantity && quantity! > 0 ? quantity! : null, proceedsCents: Math.round(proceeds! * 100) + odd.proceeds,
      basisCents: odd.basis === null ? null : Math.round(basis! * 100) + odd.basis, washCents: odd.wash ? Math.round(disallowed! * 100) : 0,
      term: same as ReportedSale["term"], basisReported: odd.reported, form: odd.form,
    };
    const before = form[form.length - 1];
    const isOneRow = odd.withNext && before !== undefined && before.symbol === one.symbol && before.sold === one.sold && before.account === one.account;
    if (!isOneRow) return void form.push(one);
    const both = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
    form[form.length - 1] = {
      ...before, acquired: null, quantity: both(before.quantity, one.quantity), proceedsCents: before.proceedsCents + one.proceedsCents,
      basisCents: both(before.basisCents, one.basisCents), washCents: before.washCents + one.washCents,
    };
  });
  return form;
}

/** Every year of the ledger, with the broker's form and without. */
function holds(law: (rows: readonly Form8949Row[], book: Book, year: number, form: readonly ReportedSale[] | null) => void): void {
  let [seen, found] = [0, 0];
  const codes = new Set<string>();
  fc.assert(fc.property(ledgers, fc.array(oddity, { minLength: 1, maxLength: 8 }), (ledger, oddities) => {
    const book = bookOf(ledger);
    const years = new Set(Array.from({ length: book.realized.count }, (_, piece) => yearOf(book.realized.sold[piece]!)));
    for (const year of years) {
      for (const form of [null, brokerForm(book, oddities)]) {
        const { rows } = form8949(book, year, form);
        seen += rows.length;
        for (const { code } of rows) for (const letter of code) codes.add(letter);
        found += rows.filter(({ direct }) => direct).length;
        law(rows, book, year, form);
      }
    }
  }), { ...PARAMETERS, numRuns: 2 * PARAMETERS.numRuns });
  assert.ok(seen > PARAMETERS.numRuns && found > PARAMETERS.numRuns / 20, `${seen} rows, ${found} straight to Schedule D`);
  for (const code of "BEOTW") assert.ok(codes.has(code), `no row with code ${code}`);
}

function howFound({ note }: Form8949Row): string {
  return /^(Box assumed|Not on the broker's form)/.exec(note)?.[0] ?? "";
}

describe("Laws of Form 8949 on random ledgers", function () {
  this.timeout(120_000);

  it("h = d − e + g in every row, and the part is that of the box (R-8949-3)", () =>
    holds((rows) => {
      for (const row of rows) {
        assert.equal(row.gainCents, row.proceedsCents - row.costCents + row.adjustmentCents, JSON.stringify(row));
        assert.equal(row.part, partOf(row.box));
        assert.equal(row.code, [...row.code].sort().join(""));
      }
    }));

  it("the sum of (h) by part is REALIZED's allowed gain of the year by term, whatever the broker wrote", () =>
    holds((rows, book, year) => {
      const { shortCents, longCents } = resultsOfYear(book, year);
      const of = (part: "I" | "II"): number => totalled(rows.filter((row) => row.part === part)).gainCents;
      assert.deepEqual([of("I"), of("II")], [shortCents, longCents]);
      const listed = realizedTable(book, year).slice(1).reduce((sum, cells) => sum + Math.round((cells[13] as number) * 100), 0);
      assert.equal(of("I") + of("II"), listed);
    }));

  it("no amount without a code, and a row straight to Schedule D has none of either (R-8949-4)", () =>
    holds((rows) => {
      for (const { code, adjustmentCents, direct, box, scheduleDLine } of rows) {
        if (code === "") assert.equal(adjustmentCents, 0);
        assert.ok(!direct || (code === "" && isBasisReported(box)));
        assert.equal(direct, scheduleDLine === "1a" || scheduleDLine === "8a");
      }
    }));

  it("a row of the form goes straight to Schedule D with all of its sales or none (R-8949-4)", () =>
    holds((rows, book, year, form) => {
      const { sales } = comparedSales(book, year, form);
      const listedRows = new Set(sales.filter(({ row }) => !row.direct).flatMap(({ portions }) => portions.map(({ reported }) => reported?.row.row)));
      for (const { row, portions } of sales) assert.ok(!row.direct || !portions.some(({ reported }) => listedRows.has(reported!.row.row)));
    }));

  it("one row for each sale, term, box and kind (R-8949-5), two where it would disallow more than it loses (R-WS-7)", () =>
    holds((rows) => {
      const alike = grouped(rows, (row) => [row.box, row.saleRow, row.symbol, row.account, row.sold, row.description.replace(/[\d.]+/g, ""), howFound(row), row.code.includes("T"), row.note.includes("gives no basis")].join("|"));
      for (const [key, own] of alike) {
        const { code, gainCents } = { code: own.map((row) => row.code).join(""), ...totalled(own) };
        assert.ok(own.length === 1 || (own.length === 2 && /[LW]/.test(code) && gainCents > 0), key);
      }
    }));

  it("nothing is disallowed of a gain, and no more than the loss (chapter 15)", () =>
    holds((rows, book, year) => {
      for (const row of form8949(book, year, null).rows) {
        const gainCents = row.proceedsCents - row.costCents;
        assert.ok(row.adjustmentCents >= 0 && row.adjustmentCents <= Math.max(0, -gainCents), JSON.stringify(row));
      }
    }));

  it("whole dollars foot: printed rows to the lines of Schedule D, and these to line 16 (R-RND-4)", () =>
    holds((rows) => {
      const printed = rowsInWholeDollars(rows);
      for (const row of printed) {
        assert.equal(row.gainCents, row.proceedsCents - row.costCents + row.adjustmentCents);
        for (const cents of [row.proceedsCents, row.costCents, row.adjustmentCents, row.gainCents]) assert.equal(Math.abs(cents % 100), 0);
      }
      const lines = new Map(scheduleDSummary(rows, NO_CARRYOVER, true).map((line) => [line.line, line.gainCents]));
      for (const line of ["1a", "1b", "2", "3", "8a", "8b", "9", "10"]) {
        if (line.endsWith("a")) {
          const whole = totalled(rows.filter(({ scheduleDLine }) => scheduleDLine === line));
          assert.equal(lines.get(line), wholeDollars(whole.proceedsCents) - wholeDollars(whole.costCents), `${line} rounds the sum of the cents`);
        }
        assert.equal(lines.get(line), totalled(printed.filter(({ scheduleDLine }) => scheduleDLine === line)).gainCents, line);
      }
      const sum = (...names: string[]): number => names.reduce((all, name) => all + lines.get(name)!, 0);
      assert.equal(lines.get("7"), sum("1a", "1b", "2", "3"));
      assert.equal(lines.get("15"), sum("8a", "8b", "9", "10"));
      assert.equal(lines.get("16"), sum("7", "15"));
    }));

  it("in cents line 16 is the year's allowed gain", () =>
    holds((rows, book, year) => {
      const { shortCents, longCents } = resultsOfYear(book, year);
      assert.equal(scheduleDSummary(rows, NO_CARRYOVER, false).at(-1)!.gainCents, shortCents + longCents);
    }));

  it("statements and the rows straight to Schedule D are all rows, each once", () =>
    holds((rows) => {
      const statements = form8949Statements(rows);
      const stated = statements.flatMap((one) => one.rows);
      assert.equal(stated.length + rows.filter(({ direct }) => direct).length, rows.length);
      const all = totalled([...statements.map(({ lineOnForm }) => lineOnForm), ...rows.filter(({ direct }) => direct)]);
      assert.deepEqual(all, totalled(rows));
    }));

  it("TXF read again adds up to the rows it did not refuse", () =>
    holds((rows) => {
      const { text, refused } = txfFile(rows, 20000);
      const records = text.split("^\r\n").slice(1, -1).map((record) => record.split("\r\n").filter((line) => line.startsWith("$")).map((line) => Math.round(Number(line.slice(1)) * 100)));
      assert.equal(records.length + refused.length, rows.length);
      const gain = records.reduce((sum, [cost = 0, proceeds = 0, wash = 0]) => sum + proceeds - cost + wash, 0);
      assert.equal(gain + totalled(refused.map(({ row }) => row)).gainCents, totalled(rows).gainCents);
    }));
});
