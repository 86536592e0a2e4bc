/**
 * How a screen asks: the newest ask wins, an older one is withdrawn, and what was answered before stays on the screen
 * until its successor is there. Asked again by itself when the trades, prices, settings or the day were read anew.
 */
import { startTransition, useCallback, useContext, useEffect, useState } from "react";
import { startAsking } from "./asking";
import type { Answered, Question, Questions } from "./contract";
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
  const again = useCallback(() => setTries((before) => before + 1), []);
  // Two asks of the same words are the same ask.
  const asked = ask === null ? null : JSON.stringify(ask);

  useEffect(() => {
    if (asked === null) return setAnswered(null);
    // Drawn in slices: a screen of many lots leaves the page its turns.
    const show: typeof setAnswered = (next) => startTransition(() => setAnswered(next));
    const asking = startAsking({ engine, question, ask: JSON.parse(asked) as Questions[Q]["ask"], known, show, again });
    return asking.stop;
  }, [engine, revision, known, question, asked, tries, again]);

  if (asked === null) return null;
  return answered ?? AT_FIRST;
}

/** Until the effect has run. */
const AT_FIRST = { state: "working", doing: "Working it out", share: null, cancel: () => undefined } as const;
