/** R-OPT-2, R-OPT-3: an exercise or assignment that the broker lists a second time as a trade of the stock. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { bookTrades } from "../../src/lots/book";
import type { Book } from "../../src/lots/book-types";
import { DEFAULT_CHOICES } from "../../src/lots/choices";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { tradesOf, type TradeRow } from "./trades-of";

/** Row 2 opens one contract at a strike of 120, row 3 ends it on 20 December 2024. */
function bookOfOption(type: "call" | "put", opens: "Buy" | "SellShort", ends: "Exercise" | "Assigned", ...others: readonly TradeRow[]): Book {
  const trades = tradesOf([
    { date: "2024-12-02", kind: opens, symbol: "AMD option", shares: 1, amount: 250 },
    { date: "2024-12-20", kind: ends, symbol: "AMD option", shares: 1, amount: 12000 },
    ...others.map((row): TradeRow => ({ symbol: "AMD", ...row })),
  ]);
  if (!trades.symbols.includes("AMD")) (trades.symbols as string[]).push("AMD");
  const options = new Map([[0, { type, underlying: 1, multiplier: 100, strike: 120 }]]);
  return bookTrades({ ...trades, options }, DEFAULT_CHOICES, FEDERAL_LAW, {});
}

/** `4 3`: rows of the stock and of the option. */
function listedTwice({ remarks, trades, refusals }: Book): string[] {
  assert.deepEqual(refusals, []);
  return remarks.filter(({ kind }) => kind === "listed-twice").map(({ trade, other }) => `${trades.row[trade]} ${trades.row[other!]}`);
}

const bought: TradeRow = { date: "2024-12-20", kind: "Buy", shares: 100, amount: 12000 };
const held: TradeRow = { date: "2024-01-02", kind: "Buy", shares: 300, amount: 30000 };

describe("R-OPT-2, R-OPT-3: listed as an option and as stock", () => {
  it("a put assigned and the stock bought", () => assert.deepEqual(listedTwice(bookOfOption("put", "SellShort", "Assigned", bought)), ["4 3"]));
  it("a call exercised and the stock bought, with fees within 1 %", () =>
    // 1 % of 12,000 is 120
    assert.deepEqual(listedTwice(bookOfOption("call", "Buy", "Exercise", { ...bought, amount: 12120 })), ["4 3"]));
  it("a call assigned and the stock sold", () =>
    assert.deepEqual(listedTwice(bookOfOption("call", "SellShort", "Assigned", held, { ...bought, kind: "Sell" })), ["5 3"]));
  it("a put exercised and the stock sold", () =>
    assert.deepEqual(listedTwice(bookOfOption("put", "Buy", "Exercise", held, { ...bought, kind: "Sell" })), ["5 3"]));
  const OTHERS: readonly (readonly [string, Partial<TradeRow>])[] = [
    ["of another day", { date: "2024-12-19" }],
    ["in another account", { account: "B" }],
    ["of other shares", { shares: 99 }],
    ["at a price more than 1 % away", { amount: 12120.01 }],
    ["of another stock", { symbol: "INTC" }],
  ];
  for (const [what, more] of OTHERS) {
    it(`but no trade ${what}`, () =>
      assert.deepEqual(listedTwice(bookOfOption("put", "SellShort", "Assigned", held, { ...bought, ...more })), []));
  }
  it("nor one the other way", () =>
    assert.deepEqual(listedTwice(bookOfOption("put", "SellShort", "Assigned", held, { ...bought, kind: "Sell" })), []));
  it("the second sale of shares held once is refused, naming the row that sells them too", () => {
    const { problem, whatToDo } = bookOfOption("call", "SellShort", "Assigned", { ...held, shares: 100 }, { ...bought, kind: "Sell" }).refusals[0]!;
    assert.equal(problem, "Row 5: sells 100 AMD, none held in A on 2024-12-20; row 3 makes the same sale.");
    assert.equal(whatToDo, "If both rows are one trade, keep the row of the option, Exercise or Assigned, and clear the row of the stock.");
  });
});
