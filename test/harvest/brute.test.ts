import assert from "node:assert/strict";
import type { HarvestFacts, HarvestLot, HarvestPlan } from "../../src/harvest/harvest-types";
import { isoFromDay } from "../../src/values/plain-date";
import type { CaseSettings } from "../cases/case-format";
import { CORPORATE, OPTIONS, RECEIVED, SHORTS, type EventName } from "../oracle/random-events";
import { drawIntent, ledgerFrom, type LedgerSetup } from "../oracle/random-ledger";
import { drawSetup, drawWiderSettings } from "../oracle/random-setup";
import { seededDraw, type Draw } from "../oracle/seeded";
import { bruteSales, question, upTo, type InsertedSale } from "./brute";
import { harvest, plan, type HarvestLedger } from "./facts-of";

/** Ledgers of each kind; HARVEST_LEDGERS=5000 for a long run, HARVEST_SEED to move it elsewhere. */
const LEDGERS = Number(process.env["HARVEST_LEDGERS"] ?? 120);
const SEED = Number(process.env["HARVEST_SEED"] ?? 0);

type Change = (setup: LedgerSetup, draw: Draw) => LedgerSetup;

/** The questions of section 16 that bear on what washes. */
function withMoreSettings(setup: LedgerSetup, draw: Draw): LedgerSetup {
  const settings: CaseSettings = {
    ...setup.settings,
    sameDaySales: draw(4) === 0 ? "simultaneous" : "fileOrder",
    soldReplacements: draw(5) === 0 ? "replacement" : "notReplacement",
    orderWithinDay: draw(4) === 0 ? "purchasesFirst" : "fileOrder",
  };
  return { ...setup, settings };
}

function withEvents(wider: readonly EventName[], more: Change = (same) => same): Change {
  return (setup, draw) => more({ ...setup, settings: { ...setup.settings, ...drawWiderSettings(draw) }, wider, widerShare: 40 }, draw);
}

interface Asked {
  readonly seed: number;
  readonly ledger: HarvestLedger;
  readonly asOf: string;
  readonly facts: HarvestFacts;
  readonly draw: Draw;
}

function* questions(firstSeed: number, change: Change): Generator<Asked> {
  for (let seed = firstSeed + SEED; seed < firstSeed + SEED + LEDGERS; seed++) {
    const draw = seededDraw(seed);
    const setup = withMoreSettings(change(drawSetup(draw), draw), draw);
    const ledger = possibleLedger(setup, draw, seed);
    const asked = ledger === null ? null : question(ledger, draw);
    if (ledger !== null && asked !== null) yield { seed, ledger: upTo(ledger, asked.asOf), asOf: asked.asOf, facts: asked.facts, draw };
  }
}

/** null where the writer takes more shares than there are: one ledger in thousands. */
function possibleLedger(setup: LedgerSetup, draw: Draw, seed: number): HarvestLedger | null {
  const intents = Array.from({ length: 6 + draw(20) }, () => drawIntent(draw));
  try {
    return ledgerFrom(setup, intents, `harvest-${seed}`);
  } catch (error) {
    if (/not enough shares/.test((error as Error).message)) return null;
    throw error;
  }
}

const insertedOf = (lot: HarvestLot): InsertedSale => ({ symbol: lot.symbol, account: lot.account, lot: lot.lot, shares: lot.shares, proceedsCents: lot.valueCents });

function sameLots(firstSeed: number, change: Change, isWashable: boolean): void {
  let [compared, washed] = [0, 0];
  for (const { seed, ledger, asOf, facts } of questions(firstSeed, change)) {
    for (const lot of harvest(facts).lots) {
      const brute = bruteSales(ledger, asOf, [insertedOf(lot)]);
      if (brute === null) continue;
      compared += 1;
      if (lot.washedCents > 0) washed += 1;
      const [one] = brute;
      assert.deepEqual(
        {
          basis: lot.basisCents, proceeds: lot.valueCents, washed: lot.washedCents, lost: lot.permanentCents,
          short: 0 - lot.harvestableShortCents, long: 0 - lot.harvestableLongCents,
        },
        {
          basis: one!.basisCents, proceeds: one!.proceedsCents, washed: one!.disallowedCents, lost: one!.permanentCents,
          short: one!.shortAllowedCents, long: one!.longAllowedCents,
        },
        `seed ${seed}, ${lot.key} on ${asOf}`,
      );
    }
  }
  assert.ok(compared > LEDGERS / 4, `only ${compared} lots were compared`);
  if (!isWashable) assert.equal(washed, 0);
  else assert.ok(washed > LEDGERS / 40, `only ${washed} of them were washed`);
}

/** Some of the losing lots, in a plan, are as many rows in the order of the plan. */
function samePlans(firstSeed: number, change: Change, isWashable: boolean): void {
  let [compared, washed] = [0, 0];
  for (const { seed, ledger, asOf, facts, draw } of questions(firstSeed, change)) {
    const chosen = harvest(facts).lots.filter(() => draw(3) > 0).slice(0, 6);
    if (chosen.length < 2) continue;
    const planned: HarvestPlan = plan(facts, chosen.map(({ key }) => ({ key, shares: null })));
    const inserted = planned.sales.map(({ symbol, account, lot, shares, proceedsCents }) => ({ symbol, account, lot, shares, proceedsCents }));
    const brute = bruteSales(ledger, asOf, inserted);
    if (brute === null) continue;
    compared += 1;
    if (planned.washedCents > 0) washed += 1;
    planned.sales.forEach((sale, i) => {
      const one = brute[i]!;
      assert.deepEqual(
        [sale.basisCents, sale.shortGainCents, sale.longGainCents, sale.washedCents, sale.permanentCents],
        [one.basisCents, one.shortGainCents, one.longGainCents, one.disallowedCents, one.permanentCents],
        `seed ${seed}, ${sale.key} on ${asOf}`,
      );
    });
    const counts = 0 - brute.reduce((sum, one) => sum + one.shortAllowedCents + one.longAllowedCents, 0);
    assert.equal(planned.harvestedCents, counts, `seed ${seed}`);
  }
  assert.ok(compared > LEDGERS / 10, `only ${compared} plans were compared`);
  if (!isWashable) assert.equal(washed, 0);
  else assert.ok(washed > LEDGERS / 60, `only ${washed} of them were washed`);
}

/** Every day before the clean day washes something, and the clean day nothing. */
function sameCleanDays(firstSeed: number, change: Change): void {
  let compared = 0;
  for (const { seed, ledger, asOf, facts } of questions(firstSeed, change)) {
    for (const lot of harvest(facts).lots) {
      if (lot.cleanSaleDay === null) continue;
      const replacedOn = (on: number): number | null => bruteSales(ledger, isoFromDay(on), [insertedOf(lot)])?.[0]?.replacedCents ?? null;
      assert.ok(lot.cleanSaleDay > facts.asOf, `seed ${seed}, ${lot.key}`);
      const clean = replacedOn(lot.cleanSaleDay);
      if (clean === null) continue;
      assert.equal(clean, 0, `seed ${seed}, ${lot.key} of ${asOf} on its clean day`);
      assert.notEqual(replacedOn(lot.cleanSaleDay - 1), 0, `seed ${seed}, ${lot.key} of ${asOf} the day before its clean day`);
      compared += 1;
    }
  }
  assert.ok(compared > LEDGERS / 40, `only ${compared} clean days were compared`);
}

const KINDS: readonly (readonly [what: string, change: Change])[] = [
  ["households, views and choices of all kinds", (same) => same],
  ["a retirement account and a spouse", (setup) => ({ ...setup, settings: { ...setup.settings, view: "taxpayer" } })],
  ["fund shares at average", (setup) => ({ ...setup, assetType: "fund", settings: { ...setup.settings, method: "AVG" } })],
  ["digital assets, which nothing washes (R-DA-2)", (setup) => ({ ...setup, assetType: "digital" })],
  ["corporate actions", withEvents(CORPORATE, (setup) => ({ ...setup, ratiosOnly: true }))],
  ["gifts and inheritance", withEvents(RECEIVED)],
  ["options", withEvents(OPTIONS)],
  ["short sales", withEvents(SHORTS)],
];

describe("R-TLH-2: a lot's figures are those of REALIZED with the sale written as a row, to the cent", function () {
  this.timeout(20000 + LEDGERS * 100);
  KINDS.forEach(([what, change], index) => it(what, () => sameLots(5000000 + 100000 * index, change, !what.includes("digital"))));
});

describe("R-TLH-2: a plan's figures are those of REALIZED with its sales written as rows in its order", function () {
  this.timeout(20000 + LEDGERS * 100);
  KINDS.forEach(([what, change], index) => it(what, () => samePlans(6000000 + 100000 * index, change, !what.includes("digital"))));
});

describe("R-TLH-3: the clean day is the first on which a sale written as a row is not washed", function () {
  this.timeout(20000 + LEDGERS * 100);
  // A split after the as-of day would make the shares of the row written later other shares.
  const withoutSplits = (change: Change): Change => (setup, draw) => ({ ...change(setup, draw), events: false });
  KINDS.slice(0, 2).forEach(([what, change], index) => it(what, () => sameCleanDays(7000000 + 100000 * index, withoutSplits(change))));
});
