/** Rows that look like something else than a trade, and rows whose fault reaches further than their own account. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { RowFault, Trades } from "../../src/lots/trades";
import { HEADINGS, lines, reading } from "./reading";

/** `Row 3: … | X A`: the sentence and the pool that the fault takes down; `-` where it names none. */
function faultsOf(rows: readonly (readonly unknown[])[]): string[] {
  const { trades, faults } = reading(rows);
  return faults.map((fault) => `${fault.problem} | ${poolOf(trades, fault)}`);
}

function poolOf(trades: Trades, { symbol, account }: RowFault): string {
  return `${symbol === null ? "-" : trades.symbols[symbol]} ${account === null ? "-" : trades.accounts[account]}`;
}

describe("A trade above the headings", () => {
  const ABOVE = "stands above the headings of the trades range.";
  it("is named with its symbol and account, in the order that needs no headings", () => {
    const rows = [["2024-01-02", "Buy", "X", 10, 50, 0, "B"], ["Account", ...HEADINGS.filter((one) => one !== "Account")], ["A", 45352, "Buy", "X", 1, 1]];
    assert.deepEqual(faultsOf(rows), [`Row 1: ${ABOVE} | X B`]);
    assert.equal(reading(rows).faults[0]?.whatToDo, "Move it below them.");
    assert.deepEqual(lines(reading(rows).trades), ["3 2024-03-01 Buy X A 1 100"]);
  });
  it("is named in the order of the headings below it", () =>
    assert.deepEqual(faultsOf([["X", 5, "Sell", 45353], ["Symbol", "Quantity", "Action", "Date"]]), [`Row 1: ${ABOVE} | X A`]));
  it("takes every account down when it is a transfer, whose target is not read", () =>
    assert.deepEqual(faultsOf([[45352, "Transfer", "X", 5, "", "", "A"], HEADINGS]), [`Row 1: ${ABOVE} | X -`]));
  it("is no title, account line, date line or cash movement", () =>
    assert.deepEqual(faultsOf([["My trades"], ["Account", "123"], [45352, "as of"], ["01/31/2026", "Interest", "", "", 5], [], HEADINGS]), []));
});
