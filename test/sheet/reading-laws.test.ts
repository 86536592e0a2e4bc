/** What must hold for any trades, however the sheet writes them. */
import assert from "node:assert/strict";
import Decimal from "decimal.js";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Trades } from "../../src/lots/trades";
import { TRADES_FIELDS } from "../../src/import/column-words";
import { lines, reading } from "./reading";

interface Row {
  readonly serial: number;
  readonly action: string;
  readonly symbol: string;
  readonly quantity: number;
  readonly price: number;
  readonly fees: number;
  readonly account: string;
}

const decimal = (most: number, places: number, least = 1) =>
  fc.integer({ min: least, max: most }).map((whole) => Number(`${whole}e-${places}`));

const ROW: fc.Arbitrary<Row> = fc.record({
  serial: fc.integer({ min: 36526, max: 54000 }),
  action: fc.constantFrom("Buy", "Sell", "Reinvest", "Vest", "buy", "Bought"),
  symbol: fc.constantFrom("XYZ", "ABC", "brk b", "Q"),
  quantity: fc.oneof(fc.constantFrom(1, 0.5, 100), decimal(5000, 0), decimal(900000, 3), decimal(90000000, 6), decimal(9000000000, 8), decimal(900000000000, 10)),
  price: fc.oneof(decimal(90000, 2, 0), decimal(9000000, 4, 0), decimal(900000, 6, 0), fc.constantFrom(0, 0.001, 0.005, 0.01)),
  fees: fc.oneof(fc.constant(0), decimal(2000, 2), decimal(20000, 3)),
  account: fc.constantFrom("A", "IRA", "Main"),
});
const ROWS = fc.array(ROW, { minLength: 1, maxLength: 12 });

const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account", "Notes"];
const cellsOf = (row: Row): unknown[] => [row.serial, row.action, row.symbol, row.quantity, row.price, row.fees, row.account, ""];

function tradesOf(rows: readonly (readonly unknown[])[]): Trades {
  const { trades, faults } = reading(rows);
  assert.deepEqual(faults, []);
  return trades;
}

describe("Reading the same trades written another way", () => {
  it("any order of columns reads the same", () => {
    fc.assert(
      fc.property(ROWS, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (rows, order) => {
        const table = [HEADINGS, ...rows.map(cellsOf)];
        const shuffled = table.map((cells) => order.map((column) => cells[column]));
        assert.deepEqual(lines(tradesOf(shuffled)), lines(tradesOf(table)));
      }),
    );
  });
  it("text reads like numbers, so the quick reader and the careful one agree", () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        // Every row twice: the second time its symbol and account are known, which is what the quick reader needs.
        const numbers = [...rows, ...rows].map(cellsOf);
        const texts = [...rows, ...rows].map((row) => [row.serial, row.action, row.symbol, `${new Decimal(row.quantity).toFixed()} `, `$${new Decimal(row.price).toFixed()}`, String(row.fees), row.account, ""]);
        assert.deepEqual(lines(tradesOf([HEADINGS, ...numbers])), lines(tradesOf([HEADINGS, ...texts])));
      }),
      { numRuns: 500 },
    );
  });
  it("an amount that is the exact total changes nothing, whatever its sign on a purchase", () => {
    fc.assert(
      fc.property(ROWS, fc.boolean(), (rows, negative) => {
        const plain = tradesOf([HEADINGS, ...rows.map(cellsOf), ...rows.map(cellsOf)]);
        const withAmount = [...rows, ...rows].map((row, at) => {
          const cents = plain.amountCents[at]!;
          const amount = (negative && row.action !== "Sell" ? -cents : cents) / 100;
          return [...cellsOf(row).slice(0, 7), amount];
        });
        assert.deepEqual(lines(tradesOf([[...HEADINGS.slice(0, 7), "Amount"], ...withAmount])), lines(plain));
      }),
    );
  });
  it("blank rows move row numbers and nothing else", () => {
    fc.assert(
      fc.property(ROWS, fc.array(fc.nat(20), { maxLength: 5 }), (rows, gaps) => {
        const table: unknown[][] = [HEADINGS, ...rows.map(cellsOf)];
        const withGaps = [...table];
        for (const gap of gaps) withGaps.splice(1 + (gap % (withGaps.length)), 0, ["", null, undefined, "", "", "", "", ""]);
        const withoutRow = (line: string) => line.slice(line.indexOf(" "));
        assert.deepEqual(lines(tradesOf(withGaps)).map(withoutRow), lines(tradesOf(table)).map(withoutRow));
      }),
    );
  });
});

describe("R-RND-1: cents from cells", () => {
  it("cost and proceeds equal decimal.js, rounded once, half away from zero", () => {
    const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
    fc.assert(
      fc.property(ROWS, (rows) => {
        const twice = [...rows, ...rows];
        const trades = tradesOf([HEADINGS, ...twice.map(cellsOf)]);
        twice.forEach((row, at) => {
          const fees = new Exact(row.fees).times(row.action === "Sell" ? -1 : 1);
          const cents = new Exact(row.quantity).times(row.price).plus(fees).times(100).toDecimalPlaces(0).toNumber();
          assert.equal(trades.amountCents[at], 0 + cents);
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe("A wrong row", () => {
  const WRONG = fc.constantFrom<(cells: unknown[]) => void>(
    (cells) => (cells[0] = "soon"), (cells) => (cells[0] = ""), (cells) => (cells[0] = 12), (cells) => (cells[1] = "Frobnicate"), (cells) => (cells[1] = ""),
    (cells) => (cells[3] = "many"), (cells) => (cells[3] = 0), (cells) => (cells[3] = null), (cells) => (cells[3] = true), (cells) => (cells[4] = "#N/A"),
    (cells) => (cells[4] = ""), (cells) => (cells[5] = -1), (cells) => (cells[2] = { code: "#REF!" }), (cells) => (cells[2] = ""),
    (cells) => (cells[6] = { type: "Error", basicValue: "#VALUE!" }),
  );
  it("is named once by its row, and every other row reads as without it", () => {
    fc.assert(
      fc.property(ROWS, fc.nat(11), WRONG, (rows, pick, spoil) => {
        const at = pick % rows.length;
        const table = rows.map(cellsOf);
        spoil(table[at]!);
        const spoiled = reading([HEADINGS, ...table]);
        assert.deepEqual(spoiled.faults.map(({ row }) => row), [at + 2]);
        assert.match(spoiled.faults[0]!.problem, new RegExp(`^Row ${at + 2}: .+\\.$`));
        const whole = lines(tradesOf([HEADINGS, ...rows.map(cellsOf)]));
        assert.deepEqual(lines(spoiled.trades), whole.filter((_, index) => index !== at));
      }),
      { numRuns: 300 },
    );
  });
  const ACTIONS = ["Buy", "Sell", "Vest", "Split", "Stock dividend", "Stock dividend other class", "Spin-off", "Taxable spin-off", "Rights", "Exercise rights",
    "Rights lapse", "Merger", "Taxable merger", "Cash merger", "Return of capital", "Worthless", "Gift received", "Received from spouse", "Inherit", "Gift given",
    "Transfer", "Symbol change", "Sell short", "Buy to cover", "Buy to open", "Expire", "Exercise", "Assigned", "Capital gain distribution", "Dividend"];
  const CELL = fc.oneof(
    fc.constantFrom(null, undefined, "", 0, true, "#N/A", "XYZ", "XYZ 250117C45", "--", { code: "#VALUE!" }, { basicValue: 5 }, {}, "Total", "2:1", "18%", "Unknown",
      "Call", "Put", "Fund", "Digital", "Index option", 1e300, -1e300, 5e-324),
    fc.constantFrom(...ACTIONS), fc.double(), fc.integer(), fc.string(), fc.integer({ min: 36526, max: 54000 }), decimal(90000, 2), decimal(900, 0),
  );
  it("no cell of any kind makes the reader throw or lose a row", () => {
    fc.assert(
      fc.property(fc.array(fc.array(CELL, { maxLength: TRADES_FIELDS.length }), { maxLength: 8 }), (rows) => {
        const { trades, faults, skipped } = reading([TRADES_FIELDS, ...rows]);
        const counted = [...skipped.values()].reduce((sum, count) => sum + count, 0);
        const filled = rows.filter((cells) => cells.some((value) => value !== null && value !== undefined && value !== 0 && !Object.is(value, -0) && !(typeof value === "string" && value.trim() === ""))).length;
        // A row that would have made shares of another symbol is said of that one too.
        const wrongRows = new Set(faults.map(({ row }) => row)).size;
        assert.equal(trades.count + wrongRows + counted, filled);
      }),
      { numRuns: 2000 },
    );
  });
  it("whatever reads keeps to the shape that lots are booked from", () => {
    const row = fc.tuple(fc.constantFrom("2024-03-01", 45353), fc.constantFrom(...ACTIONS), fc.constantFrom("XYZ", "ABC", "XYZ 250117C45", "F"), ...TRADES_FIELDS.slice(3).map(() => fc.oneof({ weight: 3, arbitrary: fc.constant("") }, CELL)));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), (rows) => {
        const { trades } = reading([TRADES_FIELDS, ...rows]);
        assert.equal(new Set(trades.row).size, trades.count);
        for (let at = 0; at < trades.count; at++) {
          const details = trades.details.get(at) ?? {};
          assert.ok(trades.shares[at]! >= 0 && trades.shares[at]! <= 1e14, "shares");
          assert.ok(Number.isSafeInteger(trades.amountCents[at]!) && !Object.is(trades.amountCents[at], -0), "cents");
          assert.ok(Number.isSafeInteger(details.cashInLieuCents ?? 0) && (details.cashInLieuCents ?? 1) > 0, "cash in lieu");
          for (const dollars of [details.value, details.newValue, details.cashPerShare]) assert.ok(dollars === undefined || (dollars > 0 && dollars <= 9e13), "values");
          assert.ok(details.basisShare === undefined || (details.basisShare > 0 && details.basisShare < 1), "basis share");
          assert.notEqual(details.newSymbol, trades.symbol[at], "new symbol");
          assert.ok(trades.symbols[details.newSymbol ?? 0] !== undefined);
        }
        for (const [symbol, { underlying, multiplier, strike }] of trades.options) {
          assert.ok(trades.symbols[underlying] !== undefined && underlying !== symbol && !trades.options.has(underlying));
          assert.ok(Number.isInteger(multiplier) && multiplier >= 1 && (strike === null || strike >= 0));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
