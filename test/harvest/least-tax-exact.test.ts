/** The proven least tax in whole shares, by HiGHS, against every choice there is. */
import assert from "node:assert/strict";
import { chooseSales } from "../../src/harvest/least-tax/choose-sales";
import type { Program, Solve } from "../../src/harvest/least-tax/exact/integer-program";
import { leastInWholeShares, type Watch } from "../../src/harvest/least-tax/exact/least-in-whole-shares";
import { quickTax } from "../../src/harvest/least-tax/quick-tax";
import type { SaleTask } from "../../src/harvest/least-tax/sale-task";
import { highsSolver } from "../../src/taskpane/engine/solve-with-highs";
import { taxOfResults } from "../../src/tax/tax-basis";
import { seededDraw } from "../oracle/seeded";
import { drawTask, leastOfAll, stands, sumOf } from "./every-sale";

const PORTFOLIOS = 400;
/** Half a cent is no better plan; doubles of millions are off by less than the rest. */
const SAME_CENTS = 0.6;

const WITHOUT_END: Watch = { now: () => 0, budgetMs: 600_000, breathe: () => Promise.resolve() };

let highs: Promise<Solve> | null = null;
const solver = (): Promise<Solve> => (highs ??= highsSolver());

function sweepTax(task: SaleTask): number {
  const found = chooseSales(task);
  return found === null ? Infinity : quickTax(task.basis).of(task.shortCents + found.shortCents, task.longCents + found.longCents);
}

/** A seeded task that the sweep leaves open, and for which programs in whole numbers are solved. */
function openTask(): SaleTask {
  for (let seed = 1; ; seed += 1) {
    const task = drawTask(seededDraw(seed));
    const found = chooseSales(task);
    if (task.goal.kind !== "cash" || found === null || quickTax(task.basis).offByCents > 0) continue;
    if (sweepTax(task) - leastOfAll(task) > 100) return task;
  }
}

describe("The least tax in whole shares, against every choice of small portfolios (R-TAX-5)", function () {
  this.timeout(240000);
  const tally = { least: 0, better: 0, proven: 0, byTable: 0, none: 0 };

  it(`on ${PORTFOLIOS} portfolios with goals and limits finds the least there is, and its bound is not above it`, async () => {
    const solve = await solver();
    for (let seed = 1; seed <= PORTFOLIOS; seed += 1) {
      const task = drawTask(seededDraw(seed));
      const least = leastOfAll(task);
      const known = chooseSales(task)?.steps ?? null;
      const found = await leastInWholeShares(task, known, solve, WITHOUT_END);
      assert.ok(found.boundCents <= least + 0.01, `seed ${seed}: the bound ${found.boundCents} is above ${least}`);
      if (least === Infinity) {
        assert.equal(found.steps, null, `seed ${seed}`);
        tally.none += 1;
        continue;
      }
      assert.ok(found.steps !== null && stands(task, found.steps), `seed ${seed}: the choice does not stand`);
      assert.ok(found.taxCents <= least + SAME_CENTS, `seed ${seed}: ${found.taxCents}, and ${least} can be had`);
      const { shortCents, longCents } = sumOf(task.offers, found.steps);
      const stated = taxOfResults(task.basis, task.shortCents + shortCents, task.longCents + longCents).total.toNumber();
      const { offByCents } = quickTax(task.basis);
      assert.ok(Math.abs(stated - found.taxCents) <= offByCents + 0.01, `seed ${seed}: by the law ${stated}`);
      if (found.isProven) assert.ok(found.taxCents - found.boundCents <= found.roundingCents, `seed ${seed}`);
      tally.least += 1;
      if (sweepTax(task) > found.taxCents + SAME_CENTS) tally.better += 1;
      if (offByCents > 0) tally.byTable += 1;
      else if (found.isProven) tally.proven += 1;
    }
  });

  it("proves nearly all of them, and betters the sweep in some", () => {
    console.log(`        ${tally.least} found, ${tally.proven} proven, ${tally.byTable} by the printed table, ${tally.better} better than the sweep, ${tally.none} not to be had`);
    assert.ok(tally.least > PORTFOLIOS / 2);
    assert.ok(tally.proven >= 0.95 * (tally.least - tally.byTable));
    assert.ok(tally.better > 0);
  });
});

describe("The search for the least tax in whole shares, held up", function () {
  this.timeout(60000);

  it("with no time answers with the plan it was given, and claims no more than the bound it has", async () => {
    const task = openTask();
    const known = chooseSales(task)!.steps;
    const never: Solve = () => assert.fail("the solver was asked");
    const found = await leastInWholeShares(task, known, never, { ...WITHOUT_END, budgetMs: 0 });
    assert.deepEqual(found.steps, known);
    assert.equal(found.isProven, false);
    assert.equal(found.isOutOfTime, true);
    assert.ok(found.boundCents <= leastOfAll(task) + 0.01, `${found.boundCents} is above ${leastOfAll(task)}`);
  });

  it("out of time after its first program is never worse than the sweep, and its bound holds", async () => {
    const task = openTask();
    const solve = await solver();
    let asked = 0;
    const counted: Solve = (program) => ((asked += 1), solve(program));
    const found = await leastInWholeShares(task, chooseSales(task)!.steps, counted, { ...WITHOUT_END, now: () => asked * 600_000 });
    assert.equal(asked, 1);
    assert.ok(found.taxCents <= sweepTax(task) + 0.01);
    assert.ok(found.boundCents <= leastOfAll(task) + 0.01);
    assert.equal(found.isOutOfTime, true);
  });

  it("withdrawn halfway throws what the watch throws, and asks no further program", async () => {
    const task = openTask();
    const solve = await solver();
    class Withdrawn extends Error {}
    let [asked, breaths] = [0, 0];
    const counted: Solve = (program) => ((asked += 1), solve(program));
    const breathe = (): Promise<void> => ((breaths += 1) > 1 && asked > 0 ? Promise.reject(new Withdrawn()) : Promise.resolve());
    await assert.rejects(leastInWholeShares(task, chooseSales(task)!.steps, counted, { ...WITHOUT_END, breathe }), Withdrawn);
    assert.equal(asked, 1);
  });

  it("hands on what the solver throws", async () => {
    const broken: Solve = () => Promise.reject(new RangeError("memory"));
    await assert.rejects(leastInWholeShares(openTask(), null, broken, WITHOUT_END), RangeError);
  });

  it("a solver that finds nothing leaves the plan as it was, with the bound of the prices", async () => {
    const task = openTask();
    const solve = await solver();
    const isWhole = ({ columns }: Program): boolean => columns.some((column) => column.isWhole);
    const idle: Solve = (program) => (isWhole(program) ? Promise.resolve({ end: "stopped", values: null, bound: -Infinity, prices: new Float64Array(0) }) : solve(program));
    const found = await leastInWholeShares(task, chooseSales(task)!.steps, idle, WITHOUT_END);
    assert.ok(Math.abs(found.taxCents - sweepTax(task)) < 0.01);
    assert.ok(found.boundCents <= leastOfAll(task) + 0.01);
    assert.equal(found.isProven, false);
  });

  it("prices that mean nothing still bound the tax from below", async () => {
    const task = openTask();
    const solve = await solver();
    const draw = seededDraw(7);
    const astray: Solve = async (program) => {
      const solved = await solve(program);
      return { ...solved, prices: solved.prices.map(() => draw(200) / 100 - 1) };
    };
    const found = await leastInWholeShares(task, chooseSales(task)!.steps, astray, WITHOUT_END);
    assert.ok(found.boundCents <= leastOfAll(task) + 0.01, `${found.boundCents} is above ${leastOfAll(task)}`);
    assert.ok(found.taxCents <= leastOfAll(task) + SAME_CENTS, `${found.taxCents}, and ${leastOfAll(task)} can be had`);
  });

  it("says that nothing can be had where limits leave no choice", async () => {
    const task = openTask();
    const limits = { ...task.limits, mostOfSymbolCents: 1 };
    const found = await leastInWholeShares({ ...task, limits }, null, await solver(), WITHOUT_END);
    assert.equal(found.steps, null);
    assert.equal(found.boundCents, Infinity);
  });
});
