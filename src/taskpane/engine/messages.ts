/** What the page and its worker say to each other. Plain data, copied by the browser. */
import type { Outcome } from "../../values/outcome";
import type { Question, TurnRequest } from "./contract";
import type { Part } from "./parts";

export type ToWorker =
  /** Of the next message of this id. */
  | { readonly kind: "part"; readonly id: number; readonly part: Part }
  /** A ReadRequest without its long lists. */
  | { readonly kind: "read"; readonly id: number; readonly request: unknown }
  /** BrokerCells without their long lists. */
  | { readonly kind: "forms"; readonly id: number; readonly forms: unknown }
  | { readonly kind: "turn"; readonly id: number; readonly request: TurnRequest }
  | { readonly kind: "ask"; readonly id: number; readonly question: Question; readonly ask: unknown }
  | { readonly kind: "withdraw"; readonly id: number };

export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "working"; readonly id: number; readonly doing: string; readonly share: number | null }
  | { readonly kind: "answered"; readonly id: number; readonly outcome: Outcome<unknown> }
  /** Of the `answered` of this id that follows. */
  | { readonly kind: "part"; readonly id: number; readonly part: Part }
  | { readonly kind: "stopped"; readonly id: number }
  /** A bug, in the words of the error. */
  | { readonly kind: "broken"; readonly id: number; readonly message: string };

/** The end of a line to the other side: a Worker, the worker's own scope, or a message port. */
export interface Line {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

/** Questions whose message and answer hold a row for each row of files: they travel in parts. */
export const TRAVEL_IN_PARTS: ReadonlySet<Question> = new Set<Question>(["import"]);
