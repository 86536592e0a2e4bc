/**
 * How a screen asks: the newest ask wins, an older one is withdrawn, and what was answered before stays on the screen
 * until its successor is there. Asked again by itself when the trades, prices, settings or the day were read anew.
 */
import { startTransition, useCallback, useContext, useEffect, useState } from "react";
import { startAsking } from "./asking";
import type { Answered, Question, Questions } from "./contract";
import { EngineContext } from "./engine-context";
import { useUnderWay } from "./use-under-way";

export function useAnswer<Q extends Question>(question: Q, ask: Questions[Q]["ask"]): Answered<Q>;
/** null asks nothing and is answered by null. */
export function useAnswer<Q extends Question>(question: Q, ask: Questions[Q]["ask"] | null): Answered<Q> | null;
export function useAnswer<Q extends Question>(question: Q, ask: Questions[Q]["ask"] | null): Answered<Q> | null {
  const use = useContext(EngineContext);
  if (use === null) throw new Error("useAnswer outside the frame.");
  const { engine, revision, known } = use;
  const [{ answered, to }, setShown] = useState<Shown<Q>>(NOTHING_SHOWN);
  const [tries, setTries] = useState(0);
  const again = useCallback(() => setTries((before) => before + 1), []);
  // Two asks of the same words are the same ask.
  const asked = ask === null ? null : JSON.stringify(ask);

  const one = `${revision} ${tries} ${asked}`;
  useUnderWay(asked !== null && (to !== one || !isLastWord(answered)));

  useEffect(() => {
    if (asked === null) return setShown(NOTHING_SHOWN);
    // Drawn in slices: a screen of many lots leaves the page its turns.
    const show = (next: (before: Answered<Q> | null) => Answered<Q> | null): void => startTransition(() => setShown((before) => ({ answered: next(before.answered), to: one })));
    const asking = startAsking({ engine, question, ask: JSON.parse(asked) as Questions[Q]["ask"], known, show, again });
    return asking.stop;
  }, [engine, known, question, asked, one, again]);

  if (asked === null) return null;
  return answered ?? AT_FIRST;
}

/** What is shown, and the ask it belongs to. */
interface Shown<Q extends Question> {
  readonly answered: Answered<Q> | null;
  readonly to: string | null;
}

const NOTHING_SHOWN = { answered: null, to: null };

function isLastWord(answered: Answered<Question> | null): boolean {
  return answered !== null && answered.state !== "working" && !(answered.state === "answered" && answered.renewing);
}

/** Until the effect has run. */
const AT_FIRST = { state: "working", doing: "Working it out", share: null, cancel: () => undefined } as const;
