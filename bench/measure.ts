/**
 * Times contestants in turn, A B A B, so that a slow moment of the machine meets them all.
 * Only young garbage is collected in between: forced full collections make V8 forget the compiled code
 * of whatever did not run since, and then it is the compiler that is timed.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
  /** Slow ones run this often and after all others, whose time their garbage would take. */
  readonly slowRounds?: number;
}

export interface Timing {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

const WARM_UP = 5;
const collectYoungGarbage = garbageCollector();

/** Milliseconds by contestant; a few rounds of warm-up for those that are not slow. */
export function timeInTurn(contestants: readonly Contestant[], rounds: number): ReadonlyMap<string, Timing> {
  const quick = contestants.filter(({ slowRounds }) => slowRounds === undefined);
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  const time = ({ name, run }: Contestant) => {
    collectYoungGarbage();
    const start = performance.now();
    run();
    times.get(name)?.push(performance.now() - start);
  };
  for (let round = 0; round < WARM_UP; round += 1) for (const { run } of quick) run();
  for (let round = 0; round < rounds; round += 1) quick.forEach(time);
  for (const one of contestants) for (let round = 0; round < (one.slowRounds ?? 0); round += 1) time(one);
  return new Map([...times].map(([name, list]) => [name, timingOf(list)]));
}

function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), lower: quantile(sorted, 0.25), upper: quantile(sorted, 0.75) };
}

function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  return below + (above - below) * (at - Math.floor(at));
}

function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as (minor: boolean) => void;
  return () => collect(true);
}
