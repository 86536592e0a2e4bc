/**
 * The engine in a Web Worker. A worker that does not start, or is lost twice, is replaced by the engine on the page;
 * one that is stuck in a withdrawn question is ended and another started, which first reads the trades again.
 */
import type { BrokerCells } from "../../sheet/placing/broker-place";
import type { Outcome } from "../../values/outcome";
import type { Engine, ReadRequest } from "./contract";
import type { Line } from "./messages";
import { engineOverLine, LineLost, type EngineOverLine } from "./over-line";

export interface WorkerLine extends Line {
  terminate(): void;
  onerror: ((event: ErrorEvent) => unknown) | null;
}

const STARTS_WITHIN_MS = 10_000;
const STARTS_AT_MOST = 3;

/**
 * @param start throws where no worker can be had
 * @param onPage the engine in the page's own thread
 */
export function engineAway(start: () => WorkerLine, onPage: () => Engine | Promise<Engine>, patienceMs = 2_000): Engine {
  let starts = 0;
  let worker: WorkerLine | null = null;
  let remote: EngineOverLine | null = null;
  let current: Promise<Engine> | null = null;
  /** What a new engine must read before it can answer as the old one did. */
  let last: ReadRequest | null = null;
  let lastForms: readonly BrokerCells[] = [];

  const drop = (): void => {
    worker?.terminate();
    worker = null;
    remote?.lose();
    remote = null;
    current = null;
  };

  const launch = async (): Promise<Engine> => {
    if (starts >= STARTS_AT_MOST) return onPage();
    starts++;
    try {
      const begun = (worker = start());
      const line = (remote = engineOverLine(begun, drop, patienceMs));
      const giveUp = (): void => line.lose();
      begun.onerror = giveUp;
      const slow = setTimeout(giveUp, STARTS_WITHIN_MS);
      await line.ready.finally(() => clearTimeout(slow));
      begun.onerror = () => (worker === begun ? drop() : undefined);
      return line;
    } catch {
      // No worker here (a policy, an old web view): none will start later either.
      starts = STARTS_AT_MOST;
      worker?.terminate();
      worker = remote = null;
      return onPage();
    }
  };

  const fresh = async (isRead: boolean): Promise<Engine> => {
    const engine = await launch();
    if (last !== null && !isRead) await engine.read(last);
    if (lastForms.length > 0) await engine.readForms(lastForms);
    return engine;
  };

  const run = async <T>(job: (engine: Engine) => Promise<Outcome<T>>, isRead = false): Promise<Outcome<T>> => {
    for (let tries = 0; ; tries++) {
      // A read that is tried again has questions waiting beside it, which need the trades first.
      const used = (current ??= fresh(isRead && tries === 0));
      try {
        return await job(await used);
      } catch (error) {
        if (!(error instanceof LineLost)) throw error;
        // Another job may have started the next engine already.
        if (current === used) current = null;
      }
    }
  };

  return {
    read: (request, waiting) => {
      last = request;
      return run((engine) => engine.read(request, waiting), true);
    },
    turn: (request, waiting) => {
      if (last !== null) last = { ...last, ...request };
      return run((engine) => engine.turn(request, waiting));
    },
    readForms: (forms, waiting) => {
      lastForms = forms;
      return run((engine) => engine.readForms(forms, waiting));
    },
    ask: (question, ask, waiting) => run((engine) => engine.ask(question, ask, waiting)),
    close: drop,
  };
}
