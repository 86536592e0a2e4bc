/**
 * Times contestants in turn, so that a slow moment of the machine meets them all, and in another order
 * each round, so that nobody always pays for the garbage of the same neighbour. No collection is forced:
 * after one V8 forgets compiled code whose objects are gone, and then it is the compiler that is timed.
 */
import { seededDraw, type Draw } from "../test/oracle/seeded";

export interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
  /** Slow ones run this often and after all others, whose time their garbage would take. */
  readonly slowRounds?: number;
}

export interface Timing {
  /** Milliseconds by round. */
  readonly rounds: readonly number[];
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

const WARM_UP = 5;

/** Milliseconds by contestant; a few rounds of warm-up for those that are not slow. */
export function timeInTurn(contestants: readonly Contestant[], rounds: number): ReadonlyMap<string, Timing> {
  const quick = contestants.filter(({ slowRounds }) => slowRounds === undefined);
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  const time = ({ name, run }: Contestant) => {
    const start = performance.now();
    run();
    times.get(name)?.push(performance.now() - start);
  };
  for (let round = 0; round < WARM_UP; round += 1) for (const { run } of quick) run();
  const draw = seededDraw(rounds);
  for (let round = 0; round < rounds; round += 1) shuffled(quick, draw).forEach(time);
  for (const one of contestants) for (let round = 0; round < (one.slowRounds ?? 0); round += 1) time(one);
  return new Map([...times].map(([name, list]) => [name, timingOf(list)]));
}

function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return { rounds: times, median: quantile(sorted, 0.5), lower: quantile(sorted, 0.25), upper: quantile(sorted, 0.75) };
}

/** How many times as long one takes as the other: the median of the ratios within each round. */
export function ratioOf(over: Timing, under: Timing): number {
  if (over.rounds.length !== under.rounds.length) return over.median / under.median;
  const ratios = over.rounds.map((time, round) => time / (under.rounds[round] ?? NaN));
  return quantile(ratios.sort((a, b) => a - b), 0.5);
}

function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  return below + (above - below) * (at - Math.floor(at));
}

function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  const order = list.map((one) => ({ one, key: draw(1 << 30) }));
  return order.sort((a, b) => a.key - b.key).map(({ one }) => one);
}
