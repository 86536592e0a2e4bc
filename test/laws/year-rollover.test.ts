import assert from "node:assert/strict";
import fc from "fast-check";
import { settingsRange, tradesRange, type Cell } from "../cases/case-ranges";
import type { LedgerCase } from "../cases/case-format";
import { dayFromSerial } from "../../src/values/plain-date";
import { bookOf, newYearOf, rollOver } from "./roll-over";
import { drawIntent, ledgerFrom } from "../oracle/random-ledger";
import { drawSetup } from "../oracle/random-setup";
import { seededDraw } from "../oracle/seeded";
import { ledgers, PARAMETERS } from "./ledgers";

/** The day of a ledger after which the new year begins: that of one of its rows, or a few days later, so that windows are open. */
function dayIn(trades: Cell[][], part: number): number {
  const days = trades.slice(1).map((row) => dayFromSerial(row[0] as number));
  return days[Math.floor((days.length * part) / 100)]! + (part % 7);
}

function checkRollOver(ledger: LedgerCase, part: number, times = 1): { carried: unknown[][]; realized: number; washedLater: number } {
  const trades = tradesRange(ledger.transactions);
  const settings = settingsRange(ledger);
  const asOf = dayIn(trades, part);
  const { whole, rolled, shift, carried } = rollOver(trades, settings, asOf, times);
  const before = bookOf(trades, settings, { throughDay: asOf });
  const expected = newYearOf(whole, asOf, 0, before);
  assert.deepEqual(newYearOf(rolled, asOf, shift, null), expected);
  return { carried, realized: expected.realized.length, washedLater: expected.washedLater.length };
}

describe("Year roll-over: OPENLOTS of one year-end as the opening of the next gives what the whole history gives", () => {
  it("for random ledgers cut on any day", function () {
    this.timeout(60_000);
    fc.assert(fc.property(ledgers(), fc.integer({ min: 5, max: 95 }), (ledger, part) => void checkRollOver(ledger, part)), PARAMETERS);
  });

  it("for long histories, with chains of wash sales across the cut", function () {
    this.timeout(120_000);
    let realized = 0;
    let washedLater = 0;
    let used = 0;
    for (let seed = 1; seed <= PARAMETERS.numRuns; seed++) {
      const draw = seededDraw(PARAMETERS.seed + seed);
      const setup = drawSetup(draw);
      const ledger = ledgerFrom(setup, Array.from({ length: 20 + draw(40) }, () => drawIntent(draw)), `seed ${seed}`);
      if (ledger.transactions.length < 2) continue;
      const found = checkRollOver(ledger, 10 + draw(80));
      realized += found.realized;
      washedLater += found.washedLater;
      used += found.carried.filter((row) => Number(row[8]) > 0).length;
    }
    assert.ok(realized > 1000 && washedLater > 10 && used > 100, `${realized} sales, ${washedLater} late washes, ${used} lots with a loss in them`);
  });

  it("and when the table is pasted, listed and pasted again", function () {
    this.timeout(60_000);
    fc.assert(fc.property(ledgers(), fc.integer({ min: 5, max: 95 }), (ledger, part) => void checkRollOver(ledger, part, 3)), PARAMETERS);
  });
});
