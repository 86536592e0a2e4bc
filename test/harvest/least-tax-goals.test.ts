/** The least tax at which a gain, a loss or cash is reached within limits, against every choice of whole shares (R-TAX-5). */
import assert from "node:assert/strict";
import { chooseSales } from "../../src/harvest/least-tax/choose-sales";
import { partOf, type Offer, type Part } from "../../src/harvest/least-tax/offers";
import { quickTax } from "../../src/harvest/least-tax/quick-tax";
import type { SaleTask, TradeLimits } from "../../src/harvest/least-tax/sale-task";
import { NO_LIMITS, type Exactness, type SaleGoal } from "../../src/harvest/sale-goal";
import { seededDraw, type Draw } from "../oracle/seeded";
import { drawBasis, drawOffers, drawRealised, everyChoice, plainOffer, PORTFOLIOS, SCATTER } from "./least-tax-portfolios";

type Kind = SaleGoal["kind"];

function drawLimits(draw: Draw, all: number): TradeLimits {
  const kind = draw(4);
  return {
    mostOfSymbolCents: kind === 0 || kind === 3 ? Math.floor(all / (2 + draw(3))) : null,
    mostOf: kind === 1 ? new Map([["S0", Math.floor(all / (3 + draw(6)))]]) : new Map(),
    leastTradeCents: kind >= 2 ? Math.floor(all / (5 + draw(10))) : null,
  };
}

function drawTask(seed: number, kind: Kind, exactness: Exactness, isLimited: boolean): SaleTask {
  const draw = seededDraw(seed);
  const drawn = drawOffers(draw, 5, 4);
  const offers: readonly Offer[] = isLimited ? drawn.map((offer, at) => atPriceOf(drawn[at % 3] ?? offer, offer, `S${at % 3}`)) : drawn;
  const whole = offers.map((offer) => partOf(offer, offer.steps));
  const sum = (of: (part: Part) => number): number => whole.reduce((total, part) => total + Math.max(0, of(part)), 0);
  const all = kind === "cash" ? sum((part) => part.proceedsCents) : sum((part) => (kind === "gain" ? 1 : -1) * (part.shortCents + part.longCents));
  const limits = isLimited ? drawLimits(draw, sum((part) => part.proceedsCents)) : NO_LIMITS;
  return { basis: drawBasis(draw), ...drawRealised(draw), offers, goal: { kind, cents: 1 + Math.floor((all * (5 + draw(95))) / 100) }, exactness, limits };
}

/** All lots of a symbol have one price. */
function atPriceOf(first: Offer, { key, steps, pieces, valueCents }: Offer, symbol: string): Offer {
  const priceCents = first.valueCents / first.steps;
  const basisCents = Math.round((pieces[0]!.basisCents / valueCents) * priceCents * steps);
  return { ...plainOffer(key, steps, priceCents, basisCents, pieces[0]!.isLong), symbol };
}

interface Sold extends Part {
  readonly steps: readonly number[];
  readonly reached: number;
  readonly tax: number;
}

/** Everything that may be sold within the limits, whatever it reaches. */
function everySold(task: SaleTask): Sold[] {
  const tax = quickTax(task.basis);
  const parts = task.offers.map((offer) => Array.from({ length: offer.steps + 1 }, (_, steps) => partOf(offer, steps)));
  const all: Sold[] = [];
  for (const choice of everyChoice(task.offers)) {
    const steps = [...choice];
    const sum = (of: keyof Part): number => steps.reduce((total, count, at) => total + parts[at]![count]![of], 0);
    const [proceedsCents, shortCents, longCents] = [sum("proceedsCents"), sum("shortCents"), sum("longCents")];
    if (!keeps(task, steps, parts)) continue;
    const reached = task.goal.kind === "cash" ? proceedsCents : (task.goal.kind === "gain" ? 1 : -1) * (shortCents + longCents);
    all.push({ steps, proceedsCents, shortCents, longCents, reached, tax: tax.of(task.shortCents + shortCents, task.longCents + longCents) });
  }
  return all;
}

function keeps({ offers, limits }: SaleTask, steps: readonly number[], parts: readonly (readonly Part[])[]): boolean {
  const bySymbol = new Map<string, number>();
  offers.forEach(({ symbol }, at) => {
    if (steps[at]! > 0) bySymbol.set(symbol, (bySymbol.get(symbol) ?? 0) + parts[at]![steps[at]!]!.proceedsCents);
  });
  return [...bySymbol].every(([symbol, cents]) => {
    const most = limits.mostOf.get(symbol) ?? limits.mostOfSymbolCents ?? Infinity;
    return cents <= most && cents >= (limits.leastTradeCents ?? 0);
  });
}

/** Whether a share fewer (of cash) or a share more (of a gain or loss not to be passed) would do as well, among all choices. */
function isTight({ goal, exactness }: SaleTask, one: Sold, byName: ReadonlyMap<string, Sold>): boolean {
  if (exactness === "at least") return true;
  return one.steps.every((count, at) => {
    const other = byName.get(one.steps.map((steps, of) => (of === at ? count + (goal.kind === "cash" ? -1 : 1) : steps)).join());
    if (other === undefined) return true;
    return goal.kind === "cash" ? other.reached < goal.cents : other.reached > goal.cents || other.reached <= one.reached;
  });
}

function answers({ goal, exactness }: SaleTask, { reached }: Sold): boolean {
  return goal.kind === "cash" || exactness === "at least" ? reached >= goal.cents : reached <= goal.cents;
}

const SEEDS = Math.ceil(PORTFOLIOS / 3);
/** Within limits, what does not pass an amount smaller than a share's gain needs lots that offset each other: not every one is found. */
const mostMissed = (exactness: Exactness, isLimited: boolean): number => (exactness === "exactly" && isLimited ? 0.13 : 0);
const LEAST_OPTIMAL: Readonly<Record<Exactness, Readonly<Record<Kind, number>>>> = {
  "at least": { cash: 0.98, gain: 0.9, loss: 0.95 },
  exactly: { cash: 0.93, gain: 0.9, loss: 0.35 },
};

for (const kind of ["cash", "gain", "loss"] as const) {
  for (const exactness of ["at least", "exactly"] as const) {
    for (const isLimited of [false, true]) {
      describe(`${exactness} this much ${kind}${isLimited ? " within limits" : ""}, against full enumeration`, () => {
        it(`on ${SEEDS} portfolios keeps the limits and the amount, and nothing is below the bound`, function () {
          this.timeout(120_000);
          let [found, optimal, missed, trivial, worst] = [0, 0, 0, 0, 0];
          const gaps: number[] = [];
          for (let seed = 0; seed < SEEDS; seed += 1) {
            const task = drawTask(seed, kind, exactness, isLimited);
            const all = everySold(task);
            const byName = new Map(all.map((one) => [one.steps.join(), one]));
            const answering = all.filter((one) => answers(task, one) && isTight(task, one, byName));
            // A cent of loss that rounding makes of a lot without any is not looked for.
            if (task.goal.cents < 100) continue;
            const plan = chooseSales(task);
            if (plan === null) {
              if (answering.some(({ reached }) => reached > 0)) missed += 1;
              continue;
            }
            const own = byName.get([...plan.steps].join());
            assert.ok(own !== undefined, `seed ${seed}: limits`);
            assert.ok(answers(task, own), `seed ${seed}: ${own.reached} for ${task.goal.cents}`);
            assert.ok(isTight(task, own, byName), `seed ${seed}: a share more or fewer fits`);
            const isNoLess = (one: Sold): boolean => kind === "cash" || exactness === "at least" || one.reached >= own.reached;
            const taxes = answering.filter(isNoLess).map(({ tax }) => tax);
            const least = Math.min(...taxes);
            assert.ok(plan.boundCents <= least + 0.001, `seed ${seed}: bound ${plan.boundCents} above ${least}`);
            if (Math.max(...taxes) - least < 1) {
              trivial += 1;
              continue;
            }
            found += 1;
            gaps.push(own.tax - plan.boundCents);
            worst = Math.max(worst, own.tax - least);
            if (own.tax - least < 0.5) optimal += 1;
          }
          gaps.sort((a, b) => a - b);
          console.log(
            `      ${found} non-trivial (${trivial} trivial): exact in ${((100 * optimal) / found).toFixed(1)} %, worst $${(worst / 100).toFixed(2)} over the least; ` +
              `stated gap: median $${((gaps[found >> 1] ?? 0) / 100).toFixed(2)}, largest $${((gaps.at(-1) ?? 0) / 100).toFixed(2)}; none found for ${missed} where there is one`,
          );
          assert.ok(missed <= (mostMissed(exactness, isLimited) + SCATTER) * SEEDS, `none found for ${missed}`);
          assert.ok(found >= SEEDS / 100, `${found} portfolios where the choice matters`);
          // Of one or two there is no share to speak of.
          assert.ok(found < 3 || optimal / found > LEAST_OPTIMAL[exactness][kind] - SCATTER, `${optimal} of ${found}`);
        });
      });
    }
  }
}
