import assert from "node:assert/strict";
import fc from "fast-check";
import { serialFromIso as serial, settingsRange, tradesRange, type Cell } from "../cases/case-ranges";
import type { CaseSettings, LedgerCase } from "../cases/case-format";
import { dayFromSerial } from "../../src/values/plain-date";
import { bookOf, carriesShort, moneyOf, newYearOf, rollOver } from "./roll-over";
import { CORPORATE, OPTIONS, RECEIVED, SHORTS } from "../oracle/random-events";
import { drawIntent, ledgerFrom, type Intent, type LedgerSetup } from "../oracle/random-ledger";
import { drawSetup, drawWiderSettings } from "../oracle/random-setup";
import { seededDraw, type Draw } from "../oracle/seeded";
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
  const both = rollOver(trades, settings, asOf, times);
  if (both === null) return { carried: [], realized: 0, washedLater: 0 };
  const { whole, rolled, shift, carried } = both;
  const before = bookOf(trades, settings, { throughDay: asOf });
  const averaged = ledger.settings?.method === "AVG";
  const expected = newYearOf(whole, asOf, 0, before, averaged);
  const found = newYearOf(rolled, asOf, shift, null, averaged);
  // Which shares a short sale reaches is judged by what is still held (OPENLOTS.md), so terms and pieces may differ.
  if (carriesShort(carried)) sameMoney(moneyOf(found), moneyOf(expected));
  else assert.deepEqual(found, expected);
  return { carried, realized: expected.realized.length, washedLater: expected.washedLater.length };
}

/** Lots cut at other places round at other places: a cent for each cut. */
function sameMoney(found: ReturnType<typeof moneyOf>, expected: ReturnType<typeof moneyOf>): void {
  assert.deepEqual([...found.keys()], [...expected.keys()]);
  for (const [row, cents] of expected) {
    cents.forEach((sum, i) => assert.ok(Math.abs(sum - found.get(row)![i]!) <= 10, `row ${row}: ${found.get(row)!.join(" ")}, not ${cents.join(" ")}`));
  }
}

describe("Year roll-over: OPENLOTS of one year-end as the opening of the next gives what the whole history gives", () => {
  it("for random ledgers cut on any day", function () {
    this.timeout(60_000);
    fc.assert(fc.property(ledgers(), fc.integer({ min: 5, max: 95 }), (ledger, part) => void checkRollOver(ledger, part)), PARAMETERS);
  });

  it("for long histories, with chains of wash sales across the cut", function () {
    this.timeout(120_000);
    const { realized, washedLater, used } = checkMany(0, (setup) => setup, PARAMETERS.numRuns);
    assert.ok(realized > 1000 && washedLater > 10 && used > 70, `${realized} sales, ${washedLater} late washes, ${used} lots with a loss in them`);
  });

  it("and when the table is pasted, listed and pasted again", function () {
    this.timeout(60_000);
    fc.assert(fc.property(ledgers(), fc.integer({ min: 5, max: 95 }), (ledger, part) => void checkRollOver(ledger, part, 3)), PARAMETERS);
  });

  it("for shares of unknown basis, and a short covered in the new year", () => {
    const trades = [
      ["Date", "Action", "Symbol", "Quantity", "Amount"],
      ["2024-02-01", "Buy", "XYZ", 10, "Unknown"],
      ["2024-03-01", "Sell short", "ABC", 10, 900],
      ["2025-02-03", "Sell", "XYZ", 4, 100],
      ["2025-02-04", "Buy to cover", "ABC", 6, 300],
    ].map((row, at) => (at === 0 ? row : [serial(String(row[0])), ...row.slice(1)]));
    const asOf = dayFromSerial(serial("2024-12-31"));
    const { whole, rolled, shift } = rollOver(trades, [["Method", "FIFO"]], asOf, 1)!;
    const expected = newYearOf(whole, asOf, 0, null, false);
    assert.deepEqual(newYearOf(rolled, asOf, shift, null, false), expected);
    // 100.00 for shares that count as costing nothing; 6 of the 10 short brought 540.00 and cost 300.00.
    assert.deepEqual(rolled.realized.basisCents.map((cents, i) => rolled.realized.proceedsCents[i]! - cents), Float64Array.of(10000, 24000));
    assert.ok(rolled.openLots[0]!.basisUnknown);
  });

  const kinds: Readonly<Record<string, (setup: LedgerSetup, draw: Draw) => LedgerSetup>> = {
    "spin-offs, rights, mergers and returns of capital": (setup) => ({ ...setup, wider: CORPORATE, widerShare: 40 }),
    "gifts and inheritances": (setup) => ({ ...setup, wider: RECEIVED, widerShare: 40 }),
    "short sales": (setup) => ({ ...setup, wider: SHORTS, widerShare: 40 }),
    "options": (setup) => ({ ...setup, wider: OPTIONS, widerShare: 40 }),
    "average basis": (setup) => ({ ...setup, settings: { ...setup.settings, method: "AVG" } }),
    "digital assets": (setup) => ({ ...setup, assetType: "digital" }),
  };
  Object.entries(kinds).forEach(([kind, change], index) => {
    it(`for histories with ${kind}`, function () {
      this.timeout(120_000);
      // Lots without an id of their own are named by rows, which move.
      const unnamed = ({ method = "FIFO" }: CaseSettings): CaseSettings["method"] => (method === "SPEC" ? "FIFO" : method);
      const widened = (setup: LedgerSetup, draw: Draw): LedgerSetup =>
        change({ ...setup, settings: { ...setup.settings, ...drawWiderSettings(draw), method: unnamed(setup.settings) } }, draw);
      const { realized } = checkMany(1_000_000 * (index + 1), widened, PARAMETERS.numRuns / 2);
      assert.ok(realized > 100, `${realized} sales`);
    });
  });
});

/** Long ledgers of one kind, each cut once. */
function checkMany(
  firstSeed: number,
  change: (setup: LedgerSetup, draw: Draw) => LedgerSetup,
  count: number,
): { realized: number; washedLater: number; used: number } {
  const all = { realized: 0, washedLater: 0, used: 0 };
  for (let seed = firstSeed + PARAMETERS.seed; seed < firstSeed + PARAMETERS.seed + count; seed++) {
    const draw = seededDraw(seed);
    const setup = change(drawSetup(draw), draw);
    const intents = Array.from({ length: 20 + draw(40) }, () => drawIntent(draw));
    // What leaves a pool at average without a sale takes the average only once the pool has sold (OPENLOTS.md).
    const stays = (intent: Intent): Intent => (intent.what >= 88 && intent.what < 95 ? { ...intent, what: 10 } : intent);
    const ledger = ledgerFrom(setup, setup.settings.method === "AVG" ? intents.map(stays) : intents, `seed ${seed}`);
    const part = 10 + draw(80);
    if (ledger.transactions.length < 2) continue;
    try {
      const found = checkRollOver(ledger, part);
      all.realized += found.realized;
      all.washedLater += found.washedLater;
      all.used += found.carried.filter((row) => Number(row[8]) > 0).length;
    } catch (fault) {
      throw new Error(`Ledger of seed ${seed}, cut at ${part} %`, { cause: fault });
    }
  }
  return all;
}
