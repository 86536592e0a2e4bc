/**
 * What the pane has begun and not yet shown: edits to be read, questions to be answered. A press waits for all of it, so that
 * what it writes is what was typed last. Knows nothing of React.
 */
export interface UnderWay {
  /** Something has begun; what it returns ends it. */
  readonly begin: () => () => void;
  /** Settles once nothing is under way and nothing follows from what ended last; or when the signal says to wait no longer. */
  readonly settled: (signal?: AbortSignal) => Promise<void>;
}

/** One thing leads to the next: an edit is read, then what is shown of it asked again. It takes no longer to begin. */
const FOLLOWS_WITHIN_MS = 30;
/** Prices that never stand still begin anew for ever: then the newest that was answered has to do. */
const ROUNDS = 6;

export function underWayNow(): UnderWay {
  const begun = new Set<object>();
  const waiting = new Set<() => void>();
  const begin = (): (() => void) => {
    const one = {};
    begun.add(one);
    return () => {
      if (!begun.delete(one) || begun.size > 0) return;
      for (const go of waiting) go();
      waiting.clear();
    };
  };
  const none = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve) => {
      if (begun.size === 0 || signal?.aborted === true) return resolve();
      waiting.add(resolve);
      signal?.addEventListener("abort", () => resolve());
    });
  const settled = async (signal?: AbortSignal): Promise<void> => {
    for (let round = 0; round < ROUNDS && signal?.aborted !== true; round++) {
      await none(signal);
      await new Promise((resolve) => setTimeout(resolve, FOLLOWS_WITHIN_MS));
      if (begun.size === 0) return;
    }
  };
  return { begin, settled };
}
