import assert from "node:assert/strict";
import { newsBetween, type Seen } from "../../src/taskpane/frame/news";
import type { LotShown } from "../../src/taskpane/lots/lots-view";
import { dayFromCalendar } from "../../src/values/plain-date";

const ASOF = dayFromCalendar(2026, 12, 5);

/** 100 shares bought at $50.00, worth 100 × price. */
function lot(of: Partial<LotShown> & { readonly price: number | null }): LotShown {
  const valueCents = of.price === null ? null : Math.round(of.price * 10_000);
  const symbol = of.symbol ?? "AAPL";
  const name = of.lot ?? "L3";
  return {
    key: `${symbol}|A|${name}`.toUpperCase(),
    symbol,
    account: "A",
    lot: name,
    row: 3,
    shares: 100,
    acquired: dayFromCalendar(2026, 3, 2),
    holdingFrom: dayFromCalendar(2026, 3, 2),
    daysHeld: 278,
    term: "Short",
    longTermOn: dayFromCalendar(2027, 3, 3),
    daysToLongTerm: 88,
    basisCents: 500_000,
    washAddedCents: 0,
    valueCents,
    gainCents: valueCents === null ? null : valueCents - 500_000,
    retirement: false,
    note: "",
    waiting: null,
    ...of,
  };
}

const seen = (lots: readonly LotShown[], more: Partial<Seen> = {}): Seen => ({ asOf: ASOF, trades: 10, lots, minLossCents: 25_000, ...more });

describe("What a refresh says has changed", () => {
  it("nothing, where nothing did", () => assert.deepEqual(newsBetween(seen([lot({ price: 40 })]), seen([lot({ price: 40 })])), []));

  it("a loss that crosses the Min loss, with the price that did it", () => {
    // 100 × (47.50 − 50) = −$250.00: the threshold itself counts as crossed.
    assert.deepEqual(newsBetween(seen([lot({ price: 48 })]), seen([lot({ price: 47.5 })])), ["AAPL lot L3 crossed −$250.00", "Price of AAPL 48.00 → 47.50"]);
  });

  it("and one that comes back", () =>
    assert.equal(newsBetween(seen([lot({ price: 47.5 })]), seen([lot({ price: 47.51 })]))[0], "AAPL lot L3 is back above −$250.00"));

  it("without a Min loss the line is the basis", () => {
    const none = { minLossCents: null };
    assert.equal(newsBetween(seen([lot({ price: 50 })], none), seen([lot({ price: 49.99 })], none))[0], "AAPL lot L3 fell below its basis");
    assert.equal(newsBetween(seen([lot({ price: 49.99 })], none), seen([lot({ price: 50 })], none))[0], "AAPL lot L3 is no longer below its basis");
  });

  it("a lot that turns long-term within a week, each day anew, and the day it has", () => {
    const days = (daysToLongTerm: number | null, term: "Short" | "Long" = "Short") => seen([lot({ symbol: "MSFT", lot: "L2", price: 50, daysToLongTerm, term })]);
    assert.deepEqual(newsBetween(days(4), days(3)), ["MSFT lot L2 turns long-term in 3 days"]);
    assert.deepEqual(newsBetween(days(2), days(1)), ["MSFT lot L2 turns long-term in 1 day"]);
    assert.deepEqual(newsBetween(days(9), days(8)), []);
    assert.deepEqual(newsBetween(days(1), days(null, "Long")), ["MSFT lot L2 turned long-term"]);
  });

  it("prices once a symbol, also those that come and go", () => {
    const two = (price: number | null) => seen([lot({ lot: "L1", price }), lot({ lot: "L2", price })]);
    assert.deepEqual(newsBetween(two(60), two(61.25)), ["Price of AAPL 60.00 → 61.25"]);
    assert.deepEqual(newsBetween(two(null), two(61.25)), []);
    assert.deepEqual(newsBetween(two(61.25), two(null)), ["AAPL has no price any more"]);
  });

  it("trades added and removed", () => {
    assert.deepEqual(newsBetween(seen([]), seen([], { trades: 12 })), ["2 trades added"]);
    assert.deepEqual(newsBetween(seen([]), seen([], { trades: 9 })), ["1 trade removed"]);
  });

  it("a row put in above moves the names of lots that have none of their own, and is no crossing", () => {
    const first = lot({ lot: "row 4", price: 40, acquired: dayFromCalendar(2026, 1, 5) });
    const second = lot({ lot: "row 4", price: 40, acquired: dayFromCalendar(2026, 2, 5), basisCents: 300_000, gainCents: 100_000 });
    assert.deepEqual(newsBetween(seen([first]), seen([second], { trades: 11 })), ["1 trade added"]);
  });

  it("three lines at most, then how many more there are", () => {
    const symbols = ["A", "B", "C", "D", "E", "F", "G"];
    const at = (price: number) => seen(symbols.map((symbol) => lot({ symbol, price })), { minLossCents: 1_000_000 });
    assert.deepEqual(newsBetween(at(60), at(61)), [
      "Price of A 60.00 → 61.00",
      "Price of B 60.00 → 61.00",
      "Price of C 60.00 → 61.00",
      "and 4 more",
    ]);
  });
});
