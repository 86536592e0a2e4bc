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

/** Copied in a few milliseconds. */
const ROWS_PER_MESSAGE = 500;

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

  /** Sends rows some at a time, and after them the message they belong to, unless the job was withdrawn meanwhile. */
  const sendRows = async (id: number, rows: readonly (readonly unknown[])[], then: ToWorker): Promise<void> => {
    for (let first = 0; first < rows.length; first += ROWS_PER_MESSAGE) {
      say({ kind: "rows", id, rows: rows.slice(first, first + ROWS_PER_MESSAGE) });
      await turnOfTheLoop();
      if (!pending.has(id)) return;
    }
    say(then);
  };

  return {
    ready,
    read: ({ cells, ...request }, waiting = {}) => send(waiting, (id) => sendRows(id, cells, { kind: "read", id, request })),
    readForms: (forms, waiting = {}) =>
      send(waiting, (id) => {
        const [places, rowsOf] = [forms.map(({ place }) => place), forms.map(({ cells }) => cells.length)];
        return sendRows(id, forms.flatMap(({ cells }) => cells), { kind: "forms", id, places, rowsOf });
      }),
    turn: (request, waiting = {}) => send(waiting, (id) => say({ kind: "turn", id, request })),
    ask: (question, ask, waiting = {}) =>
      send(waiting, async (id) => {
        const { rest, parts } = TRAVEL_IN_PARTS.has(question) ? inParts(ask) : { rest: ask, parts: [] };
        for (const part of parts) {
          say({ kind: "part", id, part });
          await turnOfTheLoop();
          if (!pending.has(id)) return;
        }
        say({ kind: "ask", id, question, ask: rest });
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
