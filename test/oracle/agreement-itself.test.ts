import assert from "node:assert/strict";
import type { LedgerCase } from "../cases/case-format";
import { asCaseFile, disagreements, smallest } from "./agreement";
import { bookShareByShare } from "./oracle";

/** Bought, sold at a loss of 10, rebought in the window, and two rows that have nothing to do with it. */
const washed: LedgerCase = {
  id: "washed",
  settings: { view: "taxpayer" },
  expect: {},
  transactions: [
    { date: "2024-01-02", action: "BUY", symbol: "X", quantity: "1", price: "50" },
    { date: "2024-02-01", action: "SELL", symbol: "X", quantity: "1", price: "40" },
    { date: "2024-02-05", action: "BUY", symbol: "X", quantity: "1", price: "41" },
    { date: "2024-02-06", action: "BUY", symbol: "Y", quantity: "3", price: "7" },
    { date: "2024-06-03", action: "SELL", symbol: "Y", quantity: "2", price: "9" },
  ],
};

/** An engine that never heard of wash sales. */
const careless = (ledger: LedgerCase) => bookShareByShare({ ...ledger, settings: { ...ledger.settings, view: "none" } });

describe("The comparison of oracle and functions notices what it should", () => {
  it("a wash left out shows in the sold piece, the open lot and the trail", () => {
    const found = disagreements(washed, careless);
    assert.deepEqual(
      found.map((line) => line.split(":")[0]),
      ["realized, oracle only", "realized, functions only", "open lot, oracle only", "open lot, functions only", "wash, oracle only"],
    );
  });

  it("a cent too many in one basis shows", () => {
    const centTooMany = (ledger: LedgerCase) => {
      const booked = bookShareByShare(ledger);
      return { ...booked, openLots: booked.openLots.map((lot, index) => (index === 0 ? { ...lot, basis: "51.01" } : lot)) };
    };
    assert.equal(disagreements(washed, centTooMany).length, 2);
  });

  it("an engine that throws or refuses a possible ledger shows", () => {
    const thrown = disagreements(washed, () => {
      throw new Error("no such thing");
    });
    assert.deepEqual(thrown, ["functions: no such thing"]);
    const refused = disagreements(washed, (ledger) => ({ ...bookShareByShare(ledger), problems: ["Row 2: no."] }));
    assert.deepEqual(refused, ["functions refuse: Row 2: no."]);
  });

  it("the ledger is cut down to the rows that matter and written as a case file", () => {
    const small = smallest(washed, (ledger) => disagreements(ledger, careless));
    assert.deepEqual(small.transactions, washed.transactions.slice(0, 3));
    const file = JSON.parse(asCaseFile(small)) as { cases: LedgerCase[] };
    assert.equal(file.cases[0]?.expect.realized?.[0]?.washDisallowed, "10.00");
  });
});
