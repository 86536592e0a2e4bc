/**
 * `npx tsx bench/least-tax.ts`: how long it takes to choose the lots that raise cash at the least tax, and how near the
 * least the choice is proven to be. Seeded portfolios with more gains than losses; half the value is raised.
 */
import { drawBasis, plainOffer } from "../test/harvest/least-tax-portfolios";
import { raiseCash } from "../src/harvest/least-tax/raise-cash";
import { taxOfResults } from "../src/tax/tax-basis";
import { seededDraw } from "../test/oracle/seeded";

const SEEDS = 9;
const ROUNDS = 5;

function portfolio(lots: number, seed: number) {
  const draw = seededDraw(seed);
  const prices = Array.from({ length: Math.max(5, lots / 20) }, () => 500 + draw(30_000));
  const offers = Array.from({ length: lots }, (_, at) => {
    const shares = 1 + draw(200);
    const priceCents = prices[draw(prices.length)]!;
    const gainShare = draw(4) === 0 ? -draw(60) / 100 : draw(9000) / 10_000;
    return plainOffer(`L${at}`, shares, priceCents, Math.round(shares * priceCents * (1 - gainShare)), draw(2) === 0);
  });
  const all = offers.reduce((sum, { valueCents }) => sum + valueCents, 0);
  return { basis: drawBasis(draw), shortCents: draw(2_000_000) - 1_000_000, longCents: draw(2_000_000), offers, cashCents: Math.floor(all / 2) };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
}

console.log("| lots | amount | ms, median | ms, largest | proven gap, median | largest |\n| --- | --- | --- | --- | --- | --- |");
for (const lots of [100, 1000, 10_000]) {
  for (const exactly of [false, true]) {
    const [times, gaps]: [number[], number[]] = [[], []];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const task = { ...portfolio(lots, seed), exactly };
      const rounds: number[] = [];
      let gap = NaN;
      for (let round = 0; round < ROUNDS; round += 1) {
        const start = performance.now();
        const plan = raiseCash(task);
        rounds.push(performance.now() - start);
        if (plan === null) throw new Error(`seed ${seed}: no plan`);
        gap = taxOfResults(task.basis, task.shortCents + plan.shortCents, task.longCents + plan.longCents).total.toNumber() - plan.boundCents;
      }
      times.push(median(rounds));
      gaps.push(gap);
    }
    const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
    console.log(`| ${lots} | ${exactly ? "exactly" : "at least"} | ${median(times).toFixed(1)} | ${Math.max(...times).toFixed(1)} | ${dollars(median(gaps))} | ${dollars(Math.max(...gaps))} |`);
  }
}
