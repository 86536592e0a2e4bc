/** A thread that holds one fault after another against the suite, and stops at the first trial that fails. */
import { parentPort, workerData } from "node:worker_threads";
import type { Mutant } from "./mutants";
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
const suite = new Suite();

async function begin(): Promise<void> {
  const ready = given.ready ?? (await withoutFault());
  const passing = new Set(ready.passing);
  const quickFirst = [...suite.sources()].sort((a, b) => (ready.milliseconds.get(a) ?? 0) - (ready.milliseconds.get(b) ?? 0));
  parentPort?.postMessage(ready);
  parentPort?.on("message", (order: Order) => void judge(order, quickFirst, passing).then((verdict) => parentPort?.postMessage(verdict)));
}

async function withoutFault(): Promise<Ready> {
  const [failing, passing]: [string[], string[]] = [[], []];
  const milliseconds = new Map<string, number>();
  let slowestTrialMs = 0;
  for (const source of suite.sources()) {
    const startedAt = performance.now();
    for (const trial of suite.trials(source, suite.modules(null))) {
      const trialAt = performance.now();
      ((await faultOf(trial)) === null ? passing : failing).push(trial.id);
      slowestTrialMs = Math.max(slowestTrialMs, performance.now() - trialAt);
    }
    milliseconds.set(source, performance.now() - startedAt);
  }
  return { failing, passing, milliseconds, slowestTrialMs };
}

async function judge({ mutant, brokenSource, firstSources }: Order, quickFirst: readonly string[], passing: ReadonlySet<string>): Promise<Verdict> {
  const modules = suite.modules({ path: mutant.file, source: brokenSource });
  for (const source of new Set([...firstSources, ...quickFirst])) {
    let trials: readonly Trial[];
    try {
      trials = suite.trials(source, modules);
    } catch (error) {
      return { killedBy: `${source}: ${(error as Error).message}` };
    }
    for (const trial of trials) {
      if (passing.has(trial.id) && (await faultOf(trial)) !== null) return { killedBy: trial.id };
    }
  }
  return { killedBy: null };
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
