/** Every formula of the copy calculated anew, over random ledgers, beside random forms of brokers. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { bookTrades } from "../../../src/lots/book";
import { PIECE_RETIREMENT, type Book } from "../../../src/lots/book-types";
import { sharesFromUnits } from "../../../src/report/figures";
import type { ReportedSale } from "../../../src/report/form-8949-types";
import { formsTogether } from "../../../src/report/forms-together";
import { FEDERAL_LAW } from "../../../src/rules/federal-law";
import type { AccountantCopy, CopyFacts } from "../../../src/sheet/copy/copy-types";
import { blockFromAddress, sheetInFormula } from "../../../src/sheet/placing/addresses";
import { layOutDraft } from "../../../src/sheet/placing/draft-layout";
import { readSettings } from "../../../src/sheet/read-settings";
import { dayFromSerial, yearOf } from "../../../src/values/plain-date";
import { settingsRange, tradesRange } from "../../cases/case-ranges";
import { ledgers, PARAMETERS, widerLedgers } from "../../laws/ledgers";
import { CORPORATE, OPTIONS, RECEIVED, SHORTS } from "../../oracle/random-events";
import { copyFacts, copyOf, withForms, type Cells } from "./copy-facts";
import { Calculated } from "./plain-formulas";

/** Each formula comes to what stands beside it, and each cell that must be 0 is 0. Answers how many formulas. */
function assertRecalculates(copy: AccountantCopy, name: string): number {
  const calculated = new Calculated(copy.sheets);
  let formulas = 0;
  for (const { draft, differences } of copy.sheets) {
    for (const { row, column, value } of layOutDraft(draft).expected) {
      const found = calculated.at(draft.sheetName, row, column);
      formulas++;
      assert.ok(Math.abs(Number(found) - Number(value)) < 0.004, `${name}, ${draft.sheetName} row ${row + 1} column ${column + 1}: ${String(found)}, not ${String(value)}`);
    }
    for (const address of differences) {
      const area = blockFromAddress(`${sheetInFormula(draft.sheetName)}!${address}`)!;
      for (let row = area.row; row < area.row + area.rows; row++) {
        assert.equal(Math.abs(Number(calculated.at(draft.sheetName, row, area.column))), 0, `${name}, ${draft.sheetName} row ${row + 1} column ${area.column + 1} must be 0`);
      }
    }
  }
  return formulas;
}

const oddity = fc.record({ dropped: fc.constantFrom(false, false, true), proceeds: fc.constantFrom(0, 0, 3_00, -1), basis: fc.constantFrom(0, 0, -7_50, null), wash: fc.boolean(), account: fc.constantFrom(true, true, false) });
type Oddity = typeof oddity extends fc.Arbitrary<infer T> ? T : never;

/** Rows of two forms, wrong here and there, and of every year. */
function formsFrom(book: Book, oddities: readonly Oddity[]): readonly ReportedSale[] {
  const { realized, trades } = book;
  const rows = Array.from({ length: realized.count }, (_, piece) => piece).filter((piece) => (realized.flags[piece]! & PIECE_RETIREMENT) === 0).flatMap((piece, at): ReportedSale[] => {
    const odd = oddities[at % oddities.length]!;
    if (odd.dropped) return [];
    return [{
      row: at + 2, symbol: trades.symbols[realized.symbol[piece]!]!, description: "", cusip: "", account: odd.account ? trades.accounts[realized.account[piece]!]! : "",
      acquired: realized.acquired[piece]!, sold: realized.sold[piece]!, quantity: sharesFromUnits(book, realized.symbol[piece]!, realized.units[piece]!),
      proceedsCents: realized.proceedsCents[piece]! + odd.proceeds, basisCents: odd.basis === null ? null : Math.max(0, realized.basisCents[piece]! + odd.basis),
      washCents: odd.wash ? realized.disallowedCents[piece]! : 0, term: realized.longTerm[piece] === 1 ? "Long" : "Short", basisReported: true, form: null,
    }];
  });
  const half = rows.length >> 1;
  const form = (name: string, sales: readonly ReportedSale[]) => ({ name, sales, rows: rows.length + 2 });
  return formsTogether([form("‘Broker 1099 One’", rows.slice(0, half)), form("‘Broker 1099 Two’", rows.slice(half))]);
}

function brokersBook({ book }: CopyFacts, settings: Cells): Book {
  const chosen = readSettings(settings);
  assert.ok(chosen.ok);
  return bookTrades(book.trades, { ...chosen.value.choices, view: "broker" }, FEDERAL_LAW);
}

describe("Every formula of the accountant's copy, calculated anew", function () {
  this.timeout(240_000);
  const drawn = [
    ["purchases and sales", ledgers()],
    ["gifts, splits, mergers, shorts and options among them", widerLedgers([...CORPORATE, ...RECEIVED, ...SHORTS, ...OPTIONS])],
  ] as const;
  for (const [name, from] of drawn) {
    it(`comes to our figures, and every check to 0, beside two brokers' forms with errors: ${name}`, () => {
      let formulas = 0;
      fc.assert(fc.property(from, fc.array(oddity, { minLength: 1, maxLength: 6 }), fc.boolean(), (ledger, oddities, wholeDollars) => {
        const trades = tradesRange(ledger.transactions) as Cells;
        const settings = (settingsRange(ledger) ?? []) as Cells;
        for (const year of new Set(trades.slice(1).map(([date]) => yearOf(dayFromSerial(Number(date)))))) {
          const facts = copyFacts(trades, settings, year, { wholeDollars });
          const brokers = brokersBook(facts, settings);
          formulas += assertRecalculates(copyOf(withForms(facts, settings, formsFrom(brokers, oddities))), String(year));
        }
      }), { ...PARAMETERS, numRuns: Math.min(PARAMETERS.numRuns, 100) });
      assert.ok(formulas > 5_000, `${formulas} formulas`);
    });
  }
});
