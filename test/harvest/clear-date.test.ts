import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { clearToBuy } from "../../src/harvest/clear-to-buy";
import { clearToSell } from "../../src/harvest/clear-to-sell";
import { isoFromDay } from "../../src/values/plain-date";
import type { CaseTransaction } from "../cases/case-format";
import { buy, day, factsOf, type HarvestLedger } from "./facts-of";

const sell = (date: string, quantity: number, price: number, more: Partial<CaseTransaction> = {}): CaseTransaction =>
  buy(date, quantity, price, { action: "SELL", ...more });

const clear = (side: "Buy" | "Sell", transactions: CaseTransaction[], from: string, symbol = "XYZ", settings?: HarvestLedger["settings"]): string => {
  const { trades, choices } = factsOf({ transactions, ...(settings === undefined ? {} : { settings }) }, from, {});
  const answer = side === "Sell" ? clearToSell(trades, choices, trades.symbols.indexOf(symbol), day(from)) : clearToBuy(trades, choices, symbol, day(from));
  return answer.ok ? isoFromDay(answer.value) : answer.problem.sentence;
};

/** `count` rows, one every `everyDays` days from 2020-01-02 on. */
const dateAfter = (days: number): string => isoFromDay(day("2020-01-02") + Math.floor(days));

describe("R-CA-10: CLEARDATE to sell follows a security under its new name", () => {
  const renamed = [
    buy("2024-03-01", 100, 50),
    buy("2024-11-20", 20, 45),
    { date: "2024-12-15", action: "SYMBOL_CHANGE", symbol: "XYZ", newSymbol: "NEW" } as CaseTransaction,
    buy("2024-12-20", 10, 45, { symbol: "NEW" }),
  ];
  it("what NEW is bought on 2024-12-20 washes it: + 31 days is 2025-01-20", () => assert.equal(clear("Sell", renamed, "2024-12-10"), "2025-01-20"));
  it("asked under the old name after the change, none is held", () =>
    assert.match(clear("Sell", renamed, "2024-12-16"), /^No XYZ is held in a taxable account on 2024-12-16/));
  it("a share of it alone is renamed: the other account still holds XYZ", () => {
    const inA = renamed.map((row, at) => (at === 2 ? { ...row, account: "A" } : { account: at === 1 ? "B" : "A", ...row }));
    assert.equal(clear("Sell", inA, "2024-12-10"), "2025-01-20");
  });
});

describe("R-TLH-3: CLEARDATE of purchases without a pause", () => {
  const daily = (count: number, everyDays: number): CaseTransaction[] =>
    Array.from({ length: count }, (_, i) => buy(dateAfter(i * everyDays), 1 + (i % 7), 50 + (i % 90)));

  it("the 31st day after the last of 90 daily purchases", () => assert.equal(clear("Sell", daily(90, 1), "2020-01-04"), dateAfter(89 + 31)));
  it("a pause of 31 days is found: bought to 2020-01-11, again from 2020-03-13 on", () => {
    const rows = [...daily(10, 1), buy("2020-03-13", 5, 60), buy("2020-03-14", 5, 60)];
    assert.equal(clear("Sell", rows, "2020-01-04"), "2020-02-11");
  });
  it("5,000 purchases over five years, asked from the start, take seconds and not minutes", function () {
    this.timeout(20_000);
    const began = process.cpuUsage();
    assert.equal(clear("Sell", daily(5000, 0.36), "2020-01-04"), dateAfter(4999 * 0.36 + 31));
    const { user } = process.cpuUsage(began);
    assert.ok(user < 6e6, `${user / 1e6} s of processor`);
  });
  it("5,000 purchases of a fund at average likewise", function () {
    this.timeout(20_000);
    const began = process.cpuUsage();
    const rows = daily(5000, 0.36).map((row) => ({ ...row, assetType: "fund" }));
    assert.equal(clear("Sell", rows, "2020-01-04", "XYZ", { method: "AVG" }), dateAfter(4999 * 0.36 + 31));
    const { user } = process.cpuUsage(began);
    assert.ok(user < 12e6, `${user / 1e6} s of processor`);
  });
  it("5,000 purchases and sales at a loss, side by side, likewise", function () {
    this.timeout(20_000);
    const rows = Array.from({ length: 5000 }, (_, i) =>
      i % 3 === 2 ? sell(dateAfter(i * 0.36), 1, 40) : buy(dateAfter(i * 0.36), 2, 50 + ((i * 37) % 90)),
    );
    const began = process.cpuUsage();
    // The last purchase is row 4,999 of them, counted from 0: its shares are held to the end.
    assert.equal(clear("Sell", rows, "2020-01-04"), dateAfter(4999 * 0.36 + 31));
    assert.match(clear("Buy", rows, "2020-01-04"), /^20/);
    const { user } = process.cpuUsage(began);
    assert.ok(user < 12e6, `${user / 1e6} s of processor`);
  });
});
