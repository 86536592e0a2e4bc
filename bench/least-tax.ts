/**
 * How long it takes to choose the lots that raise cash at the least tax, how near the least the choice is proven to be, and
 * beside it HiGHS on the same problem: from the sweep's plan, and by itself. Seeded portfolios with more gains than losses;
 * half the value is raised. The contestants take turns.
 */
import { chooseSales } from "../src/harvest/least-tax/choose-sales";
import type { Solve } from "../src/harvest/least-tax/exact/integer-program";
import { leastInWholeShares, type Watch } from "../src/harvest/least-tax/exact/least-in-whole-shares";
import { quickTax } from "../src/harvest/least-tax/quick-tax";
import type { SaleTask } from "../src/harvest/least-tax/sale-task";
import { highsSolver } from "../src/taskpane/engine/solve-with-highs";
import { drawBasis, plainOffer } from "../test/harvest/least-tax-portfolios";
import { seededDraw } from "../test/oracle/seeded";

const SEEDS = 3;
const ROUNDS = 7;
const HIGHS_SECONDS = 5;
const AIM_MS = 50;

function portfolio(lots: number, seed: number): SaleTask {
  const draw = seededDraw(seed);
  const prices = Array.from({ length: Math.max(5, lots / 20) }, () => 500 + draw(30_000));
  const offers = Array.from({ length: lots }, (_, at) => {
    const shares = 1 + draw(200);
    const priceCents = prices[draw(prices.length)]!;
    const gainShare = draw(4) === 0 ? -draw(60) / 100 : draw(9000) / 10_000;
    return plainOffer(`L${at}`, shares, priceCents, Math.round(shares * priceCents * (1 - gainShare)), draw(2) === 0);
  });
  const all = offers.reduce((sum, { valueCents }) => sum + valueCents, 0);
  let basis = drawBasis(draw);
  // The printed table moves in steps, and what is proven could not be compared.
  if (basis.by === "law") basis = { by: "law", situation: { ...basis.situation, ordinaryBy: "schedule" } };
  const limits = { mostOfSymbolCents: null, mostOf: new Map<string, number>(), leastTradeCents: null };
  const [shortCents, longCents] = [draw(2_000_000) - 1_000_000, draw(2_000_000)];
  return { basis, shortCents, longCents, offers, goal: { kind: "cash", cents: Math.floor(all / 2) }, exactness: seed % 2 === 0 ? "exactly" : "at least", limits };
}

interface Timed {
  readonly sweepMs: number;
  readonly sweepGapCents: number;
  readonly proofMs: number;
  readonly proofGapCents: number;
  readonly aloneMs: number;
  /** What HiGHS without the sweep's plan is above the proven one; Infinity: it found none. */
  readonly aloneOverCents: number;
}

async function timed(task: SaleTask, load: () => Promise<Solve>): Promise<Timed> {
  const tax = quickTax(task.basis);
  const watch = (): Watch => ({ now: () => performance.now(), budgetMs: HIGHS_SECONDS * 1000, breathe: () => Promise.resolve() });
  const sweeps: number[] = [];
  let plan = chooseSales(task);
  let [proofMs, aloneMs] = [Infinity, Infinity];
  let proof = null;
  let alone = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    let start = performance.now();
    plan = chooseSales(task);
    sweeps.push(performance.now() - start);
    if (plan === null) throw new Error("no plan");
    // The slow ones once, in the middle of the others.
    if (round !== ROUNDS >> 1) continue;
    const solve = await load();
    start = performance.now();
    proof = await leastInWholeShares(task, plan.steps, solve, watch());
    proofMs = performance.now() - start;
    start = performance.now();
    // Of many lots it may break off for want of memory.
    alone = await leastInWholeShares(task, null, solve, watch()).catch(() => null);
    aloneMs = performance.now() - start;
  }
  const sweepTax = tax.of(task.shortCents + plan!.shortCents, task.longCents + plan!.longCents);
  return {
    sweepMs: median(sweeps),
    sweepGapCents: sweepTax - plan!.boundCents,
    proofMs,
    proofGapCents: proof!.taxCents - Math.max(proof!.boundCents, plan!.boundCents),
    aloneMs,
    aloneOverCents: (alone?.taxCents ?? Infinity) - proof!.taxCents,
  };
}

const COLUMNS = [
  "lots",
  "sweep ms, median (largest)",
  "gap to the bound, median (largest)",
  "proof by HiGHS ms, median (largest)",
  "gap left, median (largest)",
  `HiGHS without the sweep's plan ms (limit ${HIGHS_SECONDS} s)`,
  "its tax above the proven plan's, largest",
  "proof ÷ sweep",
  "HiGHS alone ÷ sweep",
];

/** Markdown lines. @param most lots of the largest portfolios */
export async function leastTaxLines(most = Infinity): Promise<string> {
  const lines = [`| ${COLUMNS.join(" | ")} |`, `|${COLUMNS.map(() => "---").join("|")}|`];
  let largest = NaN;
  // Unmeasured: the compilers of both warm up.
  for (let seed = 1; seed <= 3; seed += 1) await timed(portfolio(100, 100 + seed), highsSolver);
  for (const lots of [100, 1000, 10_000].filter((count) => count <= most)) {
    const runs: Timed[] = [];
    for (let seed = 1; seed <= SEEDS; seed += 1) runs.push(await timed(portfolio(lots, seed), highsSolver));
    const of = (pick: (run: Timed) => number, shown: (value: number) => string): string => `${shown(median(runs.map(pick)))} (${shown(Math.max(...runs.map(pick)))})`;
    const above = Math.max(...runs.map(({ aloneOverCents }) => aloneOverCents));
    const cells = [
      lots.toLocaleString("en-US"),
      of(({ sweepMs }) => sweepMs, tenths),
      of(({ sweepGapCents }) => sweepGapCents, dollars),
      of(({ proofMs }) => proofMs, tenths),
      of(({ proofGapCents }) => proofGapCents, dollars),
      of(({ aloneMs }) => aloneMs, tenths),
      above === Infinity ? "no plan in that time" : dollars(above),
      `${tenths(median(runs.map(({ proofMs, sweepMs }) => proofMs / sweepMs)))}×`,
      `${tenths(median(runs.map(({ aloneMs, sweepMs }) => aloneMs / sweepMs)))}×`,
    ];
    lines.push(`| ${cells.join(" | ")} |`);
    largest = median(runs.map(({ sweepMs }) => sweepMs));
  }
  if (most >= 10_000) lines.push("", `Aim: 10,000 lots planned in under ${AIM_MS} ms: ${largest < AIM_MS ? `met, ${tenths(largest)} ms` : `missed by ${tenths(largest - AIM_MS)} ms`}.`);
  return lines.join("\n");
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
}

function tenths(value: number): string {
  return value.toFixed(1);
}

function dollars(cents: number): string {
  return `$${(Math.max(0, cents) / 100).toFixed(2)}`;
}
