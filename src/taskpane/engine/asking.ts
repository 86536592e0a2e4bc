/** One question as a screen asks it again and again: the newest ask wins, older ones are withdrawn. Knows nothing of React. */
import { Stopped, type Answered, type Engine, type Question, type Questions } from "./contract";

export interface Asking {
  readonly stop: () => void;
}

type Show<Q extends Question> = (next: (before: Answered<Q> | null) => Answered<Q> | null) => void;

export interface AskOptions<Q extends Question> {
  readonly engine: Engine;
  readonly question: Q;
  readonly ask: Questions[Q]["ask"];
  /** Answers already given from the same trades, by question and ask. */
  readonly known: Map<string, unknown>;
  readonly show: Show<Q>;
  readonly again: () => void;
}

/** Asks, and shows how it goes and what comes, until `stop` is called: after that nothing more is shown. */
export function startAsking<Q extends Question>({ engine, question, ask, known, show, again }: AskOptions<Q>): Asking {
  const key = `${question} ${JSON.stringify(ask)}`;
  const answeredWith = (answer: Questions[Q]["answer"]): Answered<Q> => ({ state: "answered", answer, renewing: false });
  if (known.has(key)) {
    show(() => answeredWith(known.get(key) as Questions[Q]["answer"]));
    return { stop: () => undefined };
  }
  const controller = new AbortController();
  const { signal } = controller;
  const cancel = (): void => {
    controller.abort();
    show(() => ({ state: "stopped", sentence: "Stopped.", again }));
  };
  const working = (doing: string, share: number | null): void => {
    if (signal.aborted) return;
    const how = { state: "working", doing, share, cancel } as const;
    show((before) => (before?.state === "answered" ? { ...before, renewing: true, renewal: how } : how));
  };
  working("Working it out", null);
  engine.ask(question, ask, { signal, working }).then(
    (outcome) => {
      if (signal.aborted) return;
      if (outcome.ok) known.set(key, outcome.value);
      show(() => (outcome.ok ? answeredWith(outcome.value) : { state: "failed", sentence: outcome.problem.sentence, again, isRefusal: true }));
    },
    (error: unknown) => {
      if (signal.aborted || error instanceof Stopped) return;
      const words = error instanceof Error ? error.message : String(error);
      show(() => ({ state: "failed", sentence: `This could not be worked out: ${words}`, again }));
    },
  );
  return { stop: () => controller.abort() };
}
