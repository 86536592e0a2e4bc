/**
 * What is chosen as long-term gain, the first shares of a lot or pool, is booked so when it is sold: beside short sales, after
 * washes, at average, after splits and gifts. GAINHARVEST and CHARITYPICK rest on it.
 */
import assert from "node:assert/strict";
import { runToEnd, type HarvestFacts } from "../../src/harvest/harvest-types";
import { byGainForADollar } from "../../src/harvest/least-tax/gains-in-order";
import { partOf } from "../../src/harvest/least-tax/offers";
import { planOf } from "../../src/harvest/plan";
import { NO_LIMITS } from "../../src/harvest/sale-goal";
import { saleMarket } from "../../src/harvest/sale-market";
import { CORPORATE, OPTIONS, RECEIVED, SHORTS, type EventName } from "../oracle/random-events";
import { drawIntent, ledgerFrom, type LedgerSetup } from "../oracle/random-ledger";
import { drawSetup, drawWiderSettings } from "../oracle/random-setup";
import { isoFromDay } from "../../src/values/plain-date";
import { seededDraw, type Draw } from "../oracle/seeded";
import { day, factsOf } from "./facts-of";

/** Ledgers of each kind; OFFER_LEDGERS=5000 for a long run, OFFER_SEED to move it elsewhere. */
const LEDGERS = Number(process.env["OFFER_LEDGERS"] ?? 250);
const SEED = Number(process.env["OFFER_SEED"] ?? 0);

/** Cents that a sale divided over pieces or lots may differ by from one divided at once (R-RND-2). */
const ROUNDING = 2;

function drawnSetup(draw: Draw, wider: readonly EventName[], atAverage: boolean): LedgerSetup {
  const setup = drawSetup(draw);
  const more = { ...setup, settings: { ...setup.settings, ...drawWiderSettings(draw), view: "taxpayer" as const, averageRounding: "none" as const }, ...(wider.length === 0 ? {} : { wider, widerShare: 40 }) };
  return atAverage ? { ...more, assetType: "fund", settings: { ...more.settings, method: "AVG" } } : more;
}

function* questions(firstSeed: number, wider: readonly EventName[], atAverage: boolean): Generator<{ readonly seed: number; readonly facts: HarvestFacts; readonly draw: Draw }> {
  for (let seed = firstSeed + SEED; seed < firstSeed + SEED + LEDGERS; seed++) {
    const draw = seededDraw(seed);
    const setup = drawnSetup(draw, wider, atAverage);
    const intents = Array.from({ length: 6 + draw(20) }, () => drawIntent(draw));
    let ledger;
    try {
      ledger = ledgerFrom(setup, intents, `offers-${seed}`);
    } catch (error) {
      if (/not enough shares/.test((error as Error).message)) continue;
      throw error;
    }
    const last = ledger.transactions.at(-1)?.date;
    if (last === undefined) continue;
    // When some of the shares are long-term, and some not yet.
    const facts = factsOf(ledger, isoFromDay(day(last) + 150 + draw(250)), {});
    yield { seed, draw, facts: { ...facts, prices: new Map(facts.trades.symbols.map((symbol) => [symbol.toUpperCase(), (50 + draw(3000)) / 100])) } };
  }
}

const KINDS: readonly (readonly [what: string, wider: readonly EventName[], atAverage: boolean])[] = [
  ["buys and sells", [], false],
  ["short sales", SHORTS, false],
  ["fund shares at average", [], true],
  ["fund shares at average beside short sales", SHORTS, true],
  ["gifts and inheritance", RECEIVED, false],
  ["corporate actions", CORPORATE, false],
  ["options", OPTIONS, false],
];

describe("R-HP-1, R-WS-6, R-SS-2: shares offered as a long-term gain are booked as one", () => {
  for (const [at, [what, wider, atAverage]] of KINDS.entries()) {
    it(`${LEDGERS} ledgers with ${what}`, function () {
      this.timeout(120_000);
      let compared = 0;
      for (const { seed, facts, draw } of questions(900_000 + at * 100_000, wider, atAverage)) {
        const offers = runToEnd(saleMarket(facts, NO_LIMITS)).offers;
        for (const front of byGainForADollar(offers.map(({ offer }) => offer))) {
          const one = offers[front.offer]!;
          const steps = 1 + draw(front.steps);
          const planned = runToEnd(planOf(facts, one.chosen(steps)));
          assert.ok(planned.ok, `seed ${seed}`);
          compared += 1;
          const { shortGainCents, longGainCents } = planned.value;
          const { shortCents, longCents } = partOf(one.offer, steps);
          const says = `seed ${seed}, ${steps} of ${one.offer.key}: offered ${shortCents} / ${longCents}, booked ${shortGainCents} / ${longGainCents}`;
          assert.deepEqual([shortCents, shortGainCents], [0, 0], says);
          assert.ok(Math.abs(longGainCents - longCents) <= ROUNDING, says);
        }
      }
      assert.ok(compared >= LEDGERS / 50, `only ${compared} compared`);
    });
  }
});
