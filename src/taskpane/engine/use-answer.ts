/**
 * How a screen asks: the newest ask wins, an older one is withdrawn, and what was answered before stays on the screen
 * until its successor is there. Asked again by itself when the trades, prices, settings or the day were read anew.
 */
import { useCallback, useContext, useEffect, useRef, useState } from "react";
import { Stopped, type Answered, type Question, type Questions } from "./contract";
import { EngineContext } from "./engine-context";

export function useAnswer<Q extends Question>(question: Q, ask: Questions[Q]["ask"]): Answered<Q>;
/** null asks nothing and is answered by null. */
export function useAnswer<Q extends Question>(question: Q, ask: Questions[Q]["ask"] | null): Answered<Q> | null;
export function useAnswer<Q extends Question>(question: Q, ask: Questions[Q]["ask"] | null): Answered<Q> | null {
  const use = useContext(EngineContext);
  if (use === null) throw new Error("useAnswer outside the frame.");
  const { engine, revision, known } = use;
  const [answered, setAnswered] = useState<Answered<Q> | null>(null);
  const [tries, setTries] = useState(0);
  const job = useRef<AbortController | null>(null);
  const again = useCallback(() => setTries((before) => before + 1), []);
  const asked = ask === null ? null : JSON.stringify(ask);

  useEffect(() => {
    if (asked === null) return setAnswered(null);
    const key = `${question} ${asked}`;
    if (known.has(key)) return setAnswered({ state: "answered", answer: known.get(key) as Questions[Q]["answer"], renewing: false });
    const controller = (job.current = new AbortController());
    const { signal } = controller;
    const stop = (): void => {
      controller.abort();
      setAnswered({ state: "stopped", sentence: "Stopped.", again });
    };
    const working = (doing: string, share: number | null): void => {
      if (!signal.aborted) setAnswered((before) => (before?.state === "answered" ? before : { state: "working", doing, share, cancel: stop }));
    };
    setAnswered((before) =>
      before?.state === "answered" ? { ...before, renewing: true } : { state: "working", doing: "Working it out", share: null, cancel: stop },
    );
    engine.ask(question, JSON.parse(asked) as Questions[Q]["ask"], { signal, working }).then(
      (outcome) => {
        if (signal.aborted) return;
        if (outcome.ok) known.set(key, outcome.value);
        setAnswered(
          outcome.ok ? { state: "answered", answer: outcome.value, renewing: false } : { state: "failed", sentence: outcome.problem.sentence, again },
        );
      },
      (error: unknown) => {
        if (signal.aborted || error instanceof Stopped) return;
        setAnswered({ state: "failed", sentence: `This could not be worked out: ${error instanceof Error ? error.message : String(error)}`, again });
      },
    );
    return () => controller.abort();
  }, [engine, revision, known, question, asked, tries, again]);

  // Until the effect has run, an ask of null shows nothing and the first ask shows that work begins.
  if (asked === null) return null;
  return answered ?? { state: "working", doing: "Working it out", share: null, cancel: () => job.current?.abort() };
}
