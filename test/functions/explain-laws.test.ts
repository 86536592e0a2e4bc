import assert from "node:assert/strict";
import { settingsRange, tradesRange } from "../cases/case-ranges";
import type { LedgerCase } from "../cases/case-format";
import { drawIntent, ledgerFrom, type LedgerSetup } from "../oracle/random-ledger";
import { CORPORATE, OPTIONS, RECEIVED, SHORTS } from "../oracle/random-events";
import { drawSetup, drawWiderSettings } from "../oracle/random-setup";
import { seededDraw } from "../oracle/seeded";
import { records, spilled } from "./calling";
import { explained } from "./explained";

const EVERY_EVENT = [...CORPORATE, ...OPTIONS, ...RECEIVED, ...SHORTS];
const RUNS = Number(process.env["EXPLAIN_RUNS"] ?? 40);
const FIRST_SEED = Number(process.env["EXPLAIN_SEED"] ?? 1);

function randomLedger(seed: number): LedgerCase {
  const draw = seededDraw(seed);
  const plain = drawSetup(draw);
  const { method } = plain.settings;
  // Lots named on a sale may be gone by an event the ledger was not drawn with.
  const settings = { ...plain.settings, ...drawWiderSettings(draw), ...(method === "SPEC" ? { method: "FIFO" as const } : {}) };
  const setup: LedgerSetup = { ...plain, settings: draw(4) === 0 ? { ...settings, method: "AVG" } : settings, wider: EVERY_EVENT, widerShare: 50 };
  return ledgerFrom(setup, Array.from({ length: 6 + draw(16) }, () => drawIntent(draw)), `random-${seed}`);
}

describe("Laws of EXPLAIN on random ledgers of every action", function () {
  this.timeout(120_000);
  let booked = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
    it(`ledger ${seed}: every sum adds up again, every rest has a reason, and totals are the tables'`, () => {
      const ledger = randomLedger(seed);
      const trades = tradesRange(ledger.transactions);
      const settings = settingsRange(ledger);
      // A refused ledger has nothing to explain but why.
      if (spilled("CHECKTRADES", trades, settings).some(([row, column]) => Number(row) > 0 && column !== "")) return;
      booked++;
      const gains = spilled("TRADEGAIN", trades, "Gain", settings);
      for (let row = 2; row <= trades.length; row++) {
        const sentences = explained(trades, row, settings);
        const said = sentences.join("\n");
        assert.doesNotMatch(said, /undefined|NaN|Infinity|\bnull\b|told at other rows/, `row ${row}: ${said}`);
        const total = /In all: proceeds \S+ - basis \S+ = (a gain|a loss) of \$([\d,.]+);/.exec(said);
        const gain = Number(gains[row - 1]![0]);
        if (total === null) assert.equal(gain, 0, `row ${row}: ${said}`);
        else assert.equal(Number(total[2]!.replace(/,/g, "")) * (total[1] === "a loss" ? -1 : 1) + 0, gain + 0, `row ${row}: ${said}`);
      }
      const cents = (amounts: readonly unknown[]): number => amounts.reduce<number>((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
      const listed = records("REALIZED", trades, undefined, settings).map((piece) => piece["Gain"]);
      assert.equal(cents(gains.slice(1).map(([gain]) => gain)), cents(listed));
    });
  }
  it("most ledgers can be booked", () => assert.ok(booked >= RUNS * 0.8, `${booked} of ${RUNS}`));
});
