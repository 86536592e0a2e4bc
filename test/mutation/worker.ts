/** A thread that holds one fault after another against the suite, and stops at the first trial that fails. */
import { parentPort, workerData } from "node:worker_threads";
import type { Mutant } from "./mutants";
import type { Modules } from "./modules";
import { Places } from "./places";
import { Suite, type Trial } from "./suite";

/** How a fault is found out, or null. */
export interface Verdict {
  readonly killedBy: string | null;
}

/** How the suite comes out without any fault. */
export interface Ready {
  /** Trials that fail all the same: they can find nothing. */
  readonly failing: readonly string[];
  readonly passing: readonly string[];
  /** By source. */
  readonly milliseconds: ReadonlyMap<string, number>;
  /** Sources that come by a place. */
  readonly comingBy: ReadonlyMap<string, ReadonlySet<string>>;
  readonly slowestTrialMs: number;
}

export interface Order {
  readonly mutant: Mutant;
  /** The file with the fault in it. */
  readonly brokenSource: string;
  /** Sources that found faults of the same file before, the best first. */
  readonly firstSources: readonly string[];
}

interface Given {
  /** Counts up with every trial, so that the other side sees a trial that does not end. */
  readonly beat: SharedArrayBuffer;
  readonly ready: Ready | null;
}

const given = workerData as Given;
const beat = new Int32Array(given.beat);

async function begin(): Promise<void> {
  const ready = given.ready ?? (await withoutFault());
  const judge = new Judge(ready);
  parentPort?.postMessage(ready);
  parentPort?.on("message", (order: Order) => void judge.judge(order).then((verdict) => parentPort?.postMessage(verdict)));
}

/** Every source by itself, in modules loaded anew, so that what it comes by is its own doing. */
async function withoutFault(): Promise<Ready> {
  const places = new Places();
  const suite = new Suite((path, source) => (path.startsWith("src/") ? places.marked(path, source) : source));
  const [failing, passing]: [string[], string[]] = [[], []];
  const milliseconds = new Map<string, number>();
  const comingBy = new Map<string, Set<string>>();
  let slowestTrialMs = 0;
  for (const source of suite.sources()) {
    const startedAt = performance.now();
    const come = await places.comeBy(async () => {
      for (const trial of suite.trials(source, suite.modules(null))) {
        const trialAt = performance.now();
        ((await faultOf(trial)) === null ? passing : failing).push(trial.id);
        slowestTrialMs = Math.max(slowestTrialMs, performance.now() - trialAt);
      }
    });
    milliseconds.set(source, performance.now() - startedAt);
    for (const place of come) comingBy.set(place, (comingBy.get(place) ?? new Set<string>()).add(source));
  }
  return { failing, passing, milliseconds, comingBy, slowestTrialMs };
}

class Judge {
  private readonly suite = new Suite();
  private readonly passing: ReadonlySet<string>;
  private readonly quickFirst: readonly string[];

  constructor(private readonly ready: Ready) {
    const ms = (source: string) => ready.milliseconds.get(source) ?? 0;
    this.passing = new Set(ready.passing);
    this.quickFirst = [...this.suite.sources()].sort((a, b) => ms(a) - ms(b));
    // Everything is translated before the first fault is judged.
    for (const source of this.quickFirst) this.suite.trials(source, this.suite.modules(null));
  }

  async judge({ mutant, brokenSource, firstSources }: Order): Promise<Verdict> {
    const modules = this.suite.modules({ path: mutant.file, source: brokenSource });
    for (const source of new Set([...firstSources, ...this.quickFirst])) {
      if (mutant.place !== null && !this.ready.comingBy.get(mutant.place)?.has(source)) continue;
      const killedBy = await this.firstFailing(source, modules);
      if (killedBy !== null) return { killedBy };
    }
    return { killedBy: null };
  }

  private async firstFailing(source: string, modules: Modules): Promise<string | null> {
    let trials: readonly Trial[];
    try {
      trials = this.suite.trials(source, modules);
    } catch (error) {
      return `${source} ${(error as Error).message}`;
    }
    for (const trial of trials) {
      if (this.passing.has(trial.id) && (await faultOf(trial)) !== null) return trial.id;
    }
    return null;
  }
}

async function faultOf(trial: Trial): Promise<unknown> {
  Atomics.add(beat, 0, 1);
  try {
    await trial.run();
    return null;
  } catch (error) {
    return error ?? "failed";
  }
}

void begin();
