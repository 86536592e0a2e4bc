/** Some threads that judge faults side by side. A thread whose trial does not end is ended, which finds the fault too. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { brokenSource, type Mutant } from "./mutants";
import type { Order, Ready, Verdict } from "./worker";

/** A trial does not end when it takes this many times as long as the slowest one did without a fault, within bounds. */
const ENDLESS_FACTOR = 4;
const [ENDLESS_FROM_MS, ENDLESS_AT_MOST_MS] = [5000, 20_000];
const LOOK_EVERY_MS = 500;
const MEMORY_MB = 1500;

export interface Judged {
  readonly mutant: Mutant;
  readonly killedBy: string | null;
}

export interface CrewReport {
  onReady(ready: Ready): void;
  onJudged(judged: Judged, done: number): void;
}

/** Judges all mutants; answers in their order. */
export async function judgeAll(mutants: readonly Mutant[], threads: number, report: CrewReport): Promise<readonly Judged[]> {
  const judged: Judged[] = new Array<Judged>(mutants.length);
  const found = new Map<string, Map<string, number>>();
  let [next, done] = [0, 0];
  const take = () => (next < mutants.length ? next++ : null);
  const tell = (index: number, killedBy: string | null) => {
    const mutant = mutants[index]!;
    judged[index] = { mutant, killedBy };
    if (killedBy !== null && killedBy !== ENDLESS && killedBy !== BROKEN) count(found, mutant.file, killedBy.split(" ")[0]!);
    report.onJudged(judged[index], ++done);
  };
  const orderFor = (index: number): Order => {
    const mutant = mutants[index]!;
    const counts = [...(found.get(mutant.file) ?? [])].sort((a, b) => b[1] - a[1]);
    return { mutant, brokenSource: brokenSource(mutant), firstSources: counts.slice(0, 6).map(([source]) => source) };
  };
  if (mutants.length === 0) return judged;
  const first = await Thread.started(null);
  report.onReady(first.ready);
  const others = Array.from({ length: Math.min(threads, mutants.length) - 1 }, () => workOff(null, first.ready, take, orderFor, tell));
  await Promise.all([workOff(first, first.ready, take, orderFor, tell), ...others]);
  return judged;
}

function count(found: Map<string, Map<string, number>>, file: string, source: string): void {
  const counts = found.get(file) ?? new Map<string, number>();
  found.set(file, counts.set(source, (counts.get(source) ?? 0) + 1));
}

async function workOff(started: Thread | null, ready: Ready, take: () => number | null, orderFor: (index: number) => Order, tell: (index: number, killedBy: string | null) => void): Promise<void> {
  let thread = started;
  for (let index = take(); index !== null; index = take()) {
    thread ??= await Thread.started(ready);
    const killedBy = await thread.judge(orderFor(index));
    if (killedBy === ENDLESS || killedBy === BROKEN) thread = null;
    tell(index, killedBy);
  }
  await thread?.end();
}

const ENDLESS = "(does not end)";
const BROKEN = "(runs out of memory)";

class Thread {
  private answer: (killedBy: string | null) => void = () => undefined;

  private constructor(
    private readonly worker: Worker,
    private readonly beat: Int32Array,
    readonly ready: Ready,
  ) {
    worker.on("message", (verdict: Verdict) => this.answer(verdict.killedBy));
    worker.on("error", () => this.answer(BROKEN));
  }

  /** The first thread finds out how the suite comes out without a fault; the others are told. */
  static async started(known: Ready | null): Promise<Thread> {
    const beat = new SharedArrayBuffer(4);
    const worker = new Worker(join(__dirname, "worker.ts"), {
      workerData: { beat, ready: known },
      execArgv: ["--require", "tsx/cjs"],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const ready = await new Promise<Ready>((resolve, reject) => worker.once("message", resolve).once("error", reject));
    return new Thread(worker, new Int32Array(beat), ready);
  }

  judge(order: Order): Promise<string | null> {
    const endlessAfterMs = Math.min(ENDLESS_AT_MOST_MS, Math.max(ENDLESS_FROM_MS, ENDLESS_FACTOR * this.ready.slowestTrialMs));
    return new Promise((resolve) => {
      let [beats, since] = [-1, 0];
      const watch = setInterval(() => {
        const now = Atomics.load(this.beat, 0);
        if (now !== beats) [beats, since] = [now, performance.now()];
        else if (performance.now() - since > endlessAfterMs) void this.worker.terminate().then(() => this.answer(ENDLESS));
      }, LOOK_EVERY_MS);
      this.answer = (killedBy) => {
        clearInterval(watch);
        resolve(killedBy);
      };
      this.worker.postMessage(order);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
