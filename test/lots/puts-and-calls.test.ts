import assert from "node:assert/strict";
import { bookTrades } from "../../src/lots/book";
import { DEFAULT_CHOICES, type Choices } from "../../src/lots/choices";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { isoFromDay } from "../../src/values/plain-date";
import { choicesOf, tradesOf, type TradeRow } from "./trades-of";

/** PUT and CALL are options on XYZ, 100 shares each, struck at 50. */
function booked(rows: readonly TradeRow[], choices: Choices = DEFAULT_CHOICES) {
  const trades = tradesOf(rows);
  const stock = trades.symbols.indexOf("XYZ");
  const terms = (["put", "call"] as const).flatMap((type) => {
    const symbol = trades.symbols.indexOf(type.toUpperCase());
    return symbol < 0 ? [] : [[symbol, { type, underlying: stock, multiplier: 100, strike: 50 }] as const];
  });
  const book = bookTrades({ ...trades, options: new Map(terms) }, choices, FEDERAL_LAW);
  assert.deepEqual(book.refusals.map(({ problem }) => problem), []);
  return book;
}

const IRA = { accounts: [{ name: "IRA", type: "IRA" as const, owner: "Self" as const }] };

describe("R-SS-2: puts bought against young shares", () => {
  const put = (date: string, shares: number): TradeRow => ({ date, kind: "Buy", symbol: "PUT", shares, amount: 100 });

  it("are found in taxable accounts only", () => {
    const remarks = (account: string) =>
      booked([{ date: "2024-01-10", kind: "Buy", shares: 100, amount: 5000, account }, put("2024-02-01", 1)], choicesOf(IRA)).remarks.map(({ kind }) => kind);
    assert.deepEqual(remarks("A"), ["put-on-young-shares"]);
    assert.deepEqual(remarks("IRA"), []);
  });

  it("by choice restart shares bought later, as many as the puts still cover", () => {
    // Two puts cover 200; one is sold; of 150 shares bought then only 100 stand under the put that is left.
    const rows: TradeRow[] = [
      { date: "2024-01-10", kind: "Buy", shares: 1, amount: 50, account: "IRA" },
      put("2024-02-01", 2),
      { date: "2024-02-10", kind: "Sell", symbol: "PUT", shares: 1, amount: 40 },
      { date: "2024-03-01", kind: "Buy", shares: 150, amount: 7500 },
      { date: "2024-05-01", kind: "Expire", symbol: "PUT" },
    ];
    const lots = booked(rows, choicesOf({ ...IRA, putsOnYoungShares: "shortSale" })).openLots.filter((lot) => lot.account === 0 || lot.units > 100);
    assert.deepEqual(
      lots.map((lot) => [lot.units / 100, isoFromDay(lot.holdingFrom)]),
      [[100, "2024-05-01"], [50, "2024-03-01"]],
    );
  });
});

describe("R-OPT-2: calls of different cost exercised together", () => {
  it("share the strike to the cent, and each keeps its premium", () => {
    // 10,000.01 over two contracts: 5,000.01 with the first (half away from zero), 5,000.00 with the second.
    const book = booked([
      { date: "2023-01-10", kind: "Buy", shares: 1, amount: 40 },
      { date: "2024-01-10", kind: "Buy", symbol: "CALL", shares: 1, amount: 100 },
      { date: "2024-01-11", kind: "Buy", symbol: "CALL", shares: 1, amount: 200 },
      { date: "2024-03-01", kind: "Exercise", symbol: "CALL", shares: 2, amount: 10000.01 },
    ]);
    assert.deepEqual(book.openLots.map((lot) => lot.basisCents), [4000, 510001, 520000]);
  });
});

describe("R-WS-13, R-WS-9: a written put matched by choice", () => {
  it("in an IRA takes the loss for good", () => {
    const book = booked(
      [
        { date: "2023-01-10", kind: "Buy", shares: 100, amount: 5000 },
        { date: "2024-02-01", kind: "Sell", shares: 100, amount: 4000 },
        { date: "2024-02-05", kind: "SellShort", symbol: "PUT", shares: 1, amount: 1000, account: "IRA" },
      ],
      choicesOf({ ...IRA, writtenPuts: "match" }),
    );
    assert.deepEqual(book.washes.map(({ disallowedCents, permanentCents, basisAddedCents }) => [disallowedCents, permanentCents, basisAddedCents]), [[100000, 100000, 0]]);
  });
});
