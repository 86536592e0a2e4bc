/** An engine at the other end of a line. */
import type { Outcome } from "../../values/outcome";
import { Stopped, type Engine, type Waiting } from "./contract";
import { TRAVEL_IN_PARTS, type FromWorker, type Line, type ToWorker } from "./messages";
import { inParts, whole, type Part } from "./parts";
import { turnOfTheLoop } from "./step";

/** The other end is gone or no longer answers: whoever asked may ask another engine. */
export class LineLost extends Error {}

export interface EngineOverLine extends Engine {
  /** Once the other end has started. */
  readonly ready: Promise<void>;
  /** Ends every wait with `LineLost`. */
  readonly lose: () => void;
}

interface Pending {
  readonly settle: (outcome: Outcome<unknown>) => void;
  readonly fail: (error: Error) => void;
  readonly waiting: Waiting;
  /** Of the answer, as far as they have come. */
  readonly parts: Part[];
}

/** @param unanswered called when a withdrawn job is still at work this much later: it is stuck */
export function engineOverLine(line: Line, unanswered: () => void, patienceMs = 2_000): EngineOverLine {
  const pending = new Map<number, Pending>();
  const stuck = new Map<number, ReturnType<typeof setTimeout>>();
  let lastId = 0;
  let lost = false;
  let isReady: () => void = () => undefined;
  let isLost: (error: Error) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => ([isReady, isLost] = [resolve, reject]));
  ready.catch(() => undefined);
  const say = (message: ToWorker): void => line.postMessage(message);

  line.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === "ready") return isReady();
    if (data.kind === "working") return pending.get(data.id)?.waiting.working?.(data.doing, data.share);
    clearTimeout(stuck.get(data.id));
    stuck.delete(data.id);
    const job = pending.get(data.id);
    if (data.kind === "part") return void job?.parts.push(data.part);
    pending.delete(data.id);
    if (data.kind === "answered") job?.settle(job.parts.length === 0 ? data.outcome : (whole({ rest: data.outcome, parts: job.parts }) as Outcome<unknown>));
    else job?.fail(data.kind === "stopped" ? new Stopped() : new Error(data.message));
  };

  const send = <T>(waiting: Waiting, post: (id: number) => unknown): Promise<Outcome<T>> =>
    new Promise((resolve, reject) => {
      if (lost) return reject(new LineLost());
      if (waiting.signal?.aborted === true) return reject(new Stopped());
      const id = ++lastId;
      pending.set(id, { settle: (outcome) => resolve(outcome as Outcome<T>), fail: reject, waiting, parts: [] });
      waiting.signal?.addEventListener("abort", () => {
        if (!pending.delete(id) || lost) return;
        say({ kind: "withdraw", id });
        stuck.set(id, setTimeout(unanswered, patienceMs));
        reject(new Stopped());
      });
      Promise.resolve(post(id)).catch(reject);
    });

  /** Sends long lists some items at a time, and after them the message they belong to, unless the job was withdrawn meanwhile. */
  const sendInParts = async (id: number, content: unknown, messageWith: (rest: unknown) => ToWorker): Promise<void> => {
    const { rest, parts } = inParts(content);
    for (const part of parts) {
      say({ kind: "part", id, part });
      await turnOfTheLoop();
      if (!pending.has(id)) return;
    }
    say(messageWith(rest));
  };

  return {
    ready,
    read: (request, waiting = {}) => send(waiting, (id) => sendInParts(id, request, (rest) => ({ kind: "read", id, request: rest }))),
    readForms: (forms, waiting = {}) => send(waiting, (id) => sendInParts(id, forms, (rest) => ({ kind: "forms", id, forms: rest }))),
    turn: (request, waiting = {}) => send(waiting, (id) => say({ kind: "turn", id, request })),
    ask: (question, ask, waiting = {}) =>
      send(waiting, (id) => {
        if (!TRAVEL_IN_PARTS.has(question)) return say({ kind: "ask", id, question, ask });
        return sendInParts(id, ask, (rest) => ({ kind: "ask", id, question, ask: rest }));
      }),
    lose: () => {
      lost = true;
      for (const timer of stuck.values()) clearTimeout(timer);
      const waited = [...pending.values()];
      pending.clear();
      isLost(new LineLost());
      for (const { fail } of waited) fail(new LineLost());
    },
    close: () => undefined,
  };
}
