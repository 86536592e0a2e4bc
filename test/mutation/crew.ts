/** Some threads that judge faults side by side. A thread whose trial does not end is ended, which finds the fault too. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { brokenSource, type Mutant } from "./mutants";
import type { Order, Ready, Verdict } from "./worker";

/** A trial does not end when it takes this many times as long as the slowest one did without a fault. */
const ENDLESS_FACTOR = 12;
const ENDLESS_AFTER_MS = 6000;
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
    if (killedBy !== null) count(found, mutant.file, killedBy.split(" ")[0]!);
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
  private constructor(
    private readonly worker: Worker,
    private readonly beat: Int32Array,
    readonly ready: Ready,
  ) {}

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
    const endlessAfterMs = Math.max(ENDLESS_AFTER_MS, ENDLESS_FACTOR * this.ready.slowestTrialMs);
    return new Promise((resolve) => {
      let [beats, since] = [-1, 0];
      const finish = (killedBy: string | null) => {
        clearInterval(watch);
        this.worker.removeAllListeners();
        resolve(killedBy);
      };
      const watch = setInterval(() => {
        const now = Atomics.load(this.beat, 0);
        if (now !== beats) [beats, since] = [now, performance.now()];
        else if (performance.now() - since > endlessAfterMs) void this.worker.terminate().then(() => finish(ENDLESS));
      }, LOOK_EVERY_MS);
      this.worker.on("message", (verdict: Verdict) => finish(verdict.killedBy));
      this.worker.on("error", () => finish(BROKEN));
      this.worker.postMessage(order);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
