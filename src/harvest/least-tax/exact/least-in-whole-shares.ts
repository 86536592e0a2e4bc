/**
 * The least tax of a sale in whole shares, proven (R-TAX-5). The tax is linear in each cell of the plane of results; cells in
 * which nothing can be less are left out by bounds, and in the others an integer program is solved over the lots that prices
 * leave open. Out of time it tells the best found and what is proven so far.
 */
import { aimOf } from "../aim";
import { partOf } from "../offers";
import type { SaleTask } from "../sale-task";
import { priceCell, type PricedCell } from "./cell-prices";
import { cellProgram, type CellProgram, type Rounding } from "./cell-program";
import { cellsOf } from "./cells";
import type { Solve, Solved } from "./integer-program";
import { ranges } from "./priced";
import { CENTS } from "./program-builder";
import { saleSpace, standing, type SaleSpace } from "./sale-space";

/** Where the search stands, and when it must end. */
export interface Watch {
  /** Milliseconds on any clock that only rises. */
  readonly now: () => number;
  readonly budgetMs: number;
  /** Called between two steps of work; throws where the question was withdrawn. @param share done, 0 to 1; null: not known */
  readonly breathe: (share: number | null) => Promise<void>;
}

export interface WholeShares {
  /** Steps sold, by offer; null: none within the limits is known. */
  readonly steps: Int32Array | null;
  /** Tax of the whole year; Infinity without steps. Cents, not rounded. */
  readonly taxCents: number;
  /** No choice of these lots goes below. −Infinity: the time was up before anything was known. */
  readonly boundCents: number;
  /** Of the distance to the bound: what the rounding of cents accounts for. */
  readonly roundingCents: number;
  /** The search came to its end: the distance to the bound is rounding, or no choice within the limits reaches the goal. */
  readonly isProven: boolean;
  readonly isOutOfTime: boolean;
}

interface State {
  readonly space: SaleSpace;
  readonly solve: Solve;
  readonly secondsLeft: () => number;
  best: { readonly steps: Int32Array; readonly taxCents: number } | null;
  roundingCents: number;
  isOutOfTime: boolean;
}

/** A better plan differs by half a cent at least. */
const BETTER_CENTS = 0.5;
/** How near the solver's own answer is to be. */
const SOLVED_CENTS = 0.2;

/** @param known steps of a plan that stands, by offer; null: none */
export async function leastInWholeShares(task: SaleTask, known: Int32Array | null, solve: Solve, watch: Watch): Promise<WholeShares> {
  const until = watch.now() + watch.budgetMs;
  const space = saleSpace(task, floorOf(task, known));
  const state: State = { space, solve, secondsLeft: () => (until - watch.now()) / 1000, best: null, roundingCents: 0, isOutOfTime: false };
  if (known !== null) take(state, known);
  const cells = cellsOf(space.tax, space.region, space.beyond);
  let boundCents = state.best?.taxCents ?? Infinity;
  const settle = (cents: number): void => {
    boundCents = Math.min(boundCents, cents);
  };
  const priced: PricedCell[] = [];
  for (const [at, cell] of cells.entries()) {
    await watch.breathe((at / cells.length) * PRICING_SHARE);
    const found = cell.least < aimedBelow(state) && hasTime(state) ? await priceCell(space, cell, solve, state.secondsLeft()) : null;
    if (found === null) settle(cell.least);
    else priced.push(found);
  }
  priced.sort((a, b) => a.boundCents - b.boundCents);
  for (const [at, cell] of priced.entries()) {
    await watch.breathe(PRICING_SHARE + (at / priced.length) * (1 - PRICING_SHARE));
    settle(cell.boundCents < aimedBelow(state) && hasTime(state) ? await searched(state, cell) : cell.boundCents);
  }
  return answerOf(state, boundCents - space.tax.offByCents);
}

/** Of the work, before any program in whole numbers. */
const PRICING_SHARE = 0.3;

function aimedBelow({ best }: State): number {
  return (best?.taxCents ?? Infinity) - BETTER_CENTS;
}

/** Asked only where there is something left to do. */
function hasTime(state: State): boolean {
  if (state.secondsLeft() <= 0) state.isOutOfTime = true;
  return state.secondsLeft() > 0;
}

/** Keeps a choice that stands and is better. @returns its tax; Infinity where it does not stand */
function take(state: State, steps: Int32Array): number {
  const { space } = state;
  const basket = standing(space, steps);
  if (basket === null) return Infinity;
  const taxCents = space.tax.of(space.task.shortCents + basket.shortCents, space.task.longCents + basket.longCents);
  if (taxCents < (state.best?.taxCents ?? Infinity)) state.best = { steps, taxCents };
  return taxCents;
}

/** A gain or loss that is not to be passed comes no nearer than the known plan does; nothing further off is looked at. */
function floorOf(task: SaleTask, known: Int32Array | null): number {
  const aim = aimOf(task.goal, task.exactness);
  if (known === null || aim.side === "from") return 0;
  return task.offers.reduce((sum, offer, at) => sum + (known[at]! > 0 ? aim.of(partOf(offer, known[at]!)) : 0), 0);
}

/** The bound of the cell after the search. */
async function searched(state: State, priced: PricedCell): Promise<number> {
  const before = aimedBelow(state);
  const [loose, answer] = await solved(state, priced, "for the sale");
  const boundCents = Math.max(priced.boundCents, answer.end === "impossible" ? before : Math.min(before, loose.constantCents + answer.bound * CENTS));
  if (answer.end === "stopped") state.isOutOfTime = true;
  if (answer.values === null) return boundCents;
  const found = take(state, loose.stepsOf(answer.values));
  state.roundingCents = Math.max(state.roundingCents, 2 * loose.roundingOf(answer.values) + SOLVED_CENTS);
  // Held to the cent it may not stand: the best that does is looked for.
  if (found === Infinity && boundCents < aimedBelow(state) && state.secondsLeft() > 0) {
    const [strict, second] = await solved(state, priced, "against it");
    if (second.values !== null) take(state, strict.stepsOf(second.values));
  }
  return boundCents;
}

async function solved(state: State, { cell, prices, leasts, pricedCents }: PricedCell, rounding: Rounding): Promise<readonly [CellProgram, Solved]> {
  const room = aimedBelow(state) - pricedCents;
  const program = cellProgram(state.space, cell, ranges(state.space, prices, leasts, room), rounding, SOLVED_CENTS, state.secondsLeft());
  return [program, await state.solve(program.program)];
}

function answerOf({ best, roundingCents, isOutOfTime }: State, boundCents: number): WholeShares {
  const rounded = roundingCents + BETTER_CENTS + SOLVED_CENTS;
  const taxCents = best?.taxCents ?? Infinity;
  return { steps: best?.steps ?? null, taxCents, boundCents, roundingCents: rounded, isProven: boundCents === Infinity || taxCents - boundCents <= rounded, isOutOfTime };
}
