/** Laws of rulebook sections 7 and 15 on random input: what a corporate action may move, and what it may not make or lose. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { bookOf, openLots, tradesOf, type TradeRow } from "./trades-of";
import type { HeldLot } from "./corporate-picture";
import type { Book } from "../../src/lots/book-types";

const ratio = fc.record({ newShares: fc.integer({ min: 1, max: 40 }), oldShares: fc.integer({ min: 1, max: 40 }) });
const purchases = fc.array(
  fc.record({
    dayOfYear: fc.integer({ min: 1, max: 28 }),
    hundredths: fc.integer({ min: 1, max: 500_000 }),
    cents: fc.integer({ min: 0, max: 10_000_000 }),
    account: fc.constantFrom("A", "B"),
  }),
  { minLength: 1, maxLength: 6 },
);
const price = fc.integer({ min: 1, max: 99_999 }).map((cents) => cents / 100);

interface Holding {
  readonly dayOfYear: number;
  readonly hundredths: number;
  readonly cents: number;
  readonly account: string;
}

const buys = (held: readonly Holding[]): TradeRow[] =>
  held.map(({ dayOfYear, hundredths, cents, account }) => ({
    date: `2020-01-${String(dayOfYear).padStart(2, "0")}`, kind: "Buy", symbol: "OLD", shares: hundredths / 100, amount: cents / 100, account,
  }));

function basisCents(book: Book): number {
  assert.deepEqual(book.refusals, []);
  return book.openLots.reduce((sum, one) => sum + one.basisCents, 0) + book.realized.basisCents.reduce((sum, cents) => sum + cents, 0);
}

const costCents = (held: readonly Holding[]): number => held.reduce((sum, { cents }) => sum + cents, 0);

describe("Total basis is conserved, whatever the lots and values", () => {
  for (const kind of ["SpinOff", "OtherClass", "Rights"] as const) {
    it(`${kind} by ratio, and by a total spread over the lots`, () => {
      fc.assert(
        fc.property(purchases, ratio, price, price, fc.boolean(), (held, newForOld, value, newValue, byTotal) => {
          const stated = byTotal ? { shares: newForOld.newShares, more: { value, newValue } } : { more: { ratio: newForOld, value, newValue } };
          const book = bookOf([...buys(held), { date: "2023-05-01", kind, symbol: "OLD", account: "*", newSymbol: "NEW", ...stated }]);
          assert.equal(basisCents(book), costCents(held));
        }),
      );
    });
  }
  it("rights received and lapsed leave every lot as it was", () => {
    fc.assert(
      fc.property(purchases, ratio, price, price, (held, newForOld, value, newValue) => {
        const before = openLots(bookOf(buys(held))) as HeldLot[];
        const rows: TradeRow[] = [
          { date: "2023-05-01", kind: "Rights", symbol: "OLD", account: "*", newSymbol: "RT", more: { ratio: newForOld, value, newValue, electAllocate: true } },
          { date: "2023-06-01", kind: "RightsLapse", symbol: "RT", account: "*" },
        ];
        assert.deepEqual(openLots(bookOf([...buys(held), ...rows])), before);
      }),
    );
  });
  it("a merger for stock moves every lot with its basis and date", () => {
    fc.assert(
      fc.property(purchases, ratio, (held, newForOld) => {
        const key = ({ lotRow, account, holdingFrom, basis }: HeldLot): string => `${account} ${lotRow} ${holdingFrom} ${basis}`;
        const before = openLots(bookOf(buys(held))) as HeldLot[];
        const after = openLots(bookOf([...buys(held), { date: "2023-05-01", kind: "Merger", symbol: "OLD", account: "*", newSymbol: "NEW", more: { ratio: newForOld } }])) as HeldLot[];
        assert.deepEqual(after.map(key), before.map(key));
        assert.ok(after.every(({ symbol }) => symbol === "NEW"));
      }),
    );
  });
  it("with cash: basis of the new stock + cash = old basis + what is recognized, and 0 ≤ recognized ≤ cash", () => {
    fc.assert(
      fc.property(purchases, ratio, price, price, (held, newForOld, cashPerShare, newValue) => {
        const book = bookOf([...buys(held), { date: "2023-05-01", kind: "Merger", symbol: "OLD", account: "*", newSymbol: "NEW", more: { ratio: newForOld, cashPerShare, newValue } }]);
        assert.deepEqual(book.refusals, []);
        const { proceedsCents, basisCents: rowBasis } = book.realized;
        let cash = 0;
        let recognized = 0;
        proceedsCents.forEach((cents, i) => {
          const gain = cents - rowBasis[i]!;
          assert.ok(gain >= 0 && gain <= cents);
          cash += cents;
          recognized += gain;
        });
        const after = book.openLots.reduce((sum, one) => sum + one.basisCents, 0);
        assert.equal(after + cash, costCents(held) + recognized);
        assert.ok(book.openLots.every((one) => one.basisCents >= 0));
      }),
    );
  });
  it("return of capital: basis given up + gain = the total paid, and no basis is below zero", () => {
    fc.assert(
      fc.property(purchases, fc.integer({ min: 1, max: 20_000_000 }), (held, cents) => {
        const own = held.map((one) => ({ ...one, account: "A" }));
        const book = bookOf([...buys(own), { date: "2023-05-01", kind: "ReturnOfCapital", symbol: "OLD", amount: cents / 100 }]);
        const after = book.openLots.reduce((sum, one) => sum + one.basisCents, 0);
        const gain = book.realized.proceedsCents.reduce((sum, one) => sum + one, 0);
        assert.equal(costCents(own) - after + gain, cents);
        assert.ok(book.openLots.every((one) => one.basisCents >= 0));
      }),
    );
  });
});

describe("Shares", () => {
  it("a total received is all there, and by its fraction less where cash is paid", () => {
    fc.assert(
      fc.property(purchases, fc.integer({ min: 1, max: 90_000 }), (held, hundredths) => {
        const cash = hundredths % 100 === 0 ? {} : { cashInLieuCents: 500 };
        const row: TradeRow = {
          date: "2023-05-01", kind: "SpinOff", symbol: "OLD", account: "A", newSymbol: "NEW", shares: hundredths / 100, more: { basisShare: 0.3, ...cash },
        };
        const own = held.map((one) => ({ ...one, account: "A" }));
        const book = bookOf([...buys(own), row]);
        assert.deepEqual(book.refusals, []);
        const symbol = tradesOf([...buys(own), row]).symbols.indexOf("NEW");
        const units = book.openLots.filter((one) => one.symbol === symbol).reduce((sum, one) => sum + one.units, 0);
        assert.equal(units / book.unitsPerShare[symbol]!, Math.floor(hundredths / 100));
      }),
    );
  });
});
