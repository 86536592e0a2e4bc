/** Settings that this screen changed count only once they were read again: what is made meanwhile waits for that. */
import { useEffect, useMemo, useRef } from "react";

export interface ReadAgain {
  /** The settings were changed, and will be read again. */
  readonly changed: () => void;
  /** Settles once they were; false: the screen went away before, or the signal ended the wait. */
  readonly readAgain: (signal: AbortSignal) => Promise<boolean>;
}

/** @param revision grows with everything read anew */
export function useReadAgain(revision: number): ReadAgain {
  const now = useRef(revision);
  const changedAt = useRef(-1);
  const waiting = useRef(new Set<(isRead: boolean) => void>());
  useEffect(() => {
    now.current = revision;
    settle(waiting.current, true);
  }, [revision]);
  useEffect(() => {
    const still = waiting.current;
    return () => settle(still, false);
  }, []);
  return useMemo(
    () => ({
      changed: () => void (changedAt.current = now.current),
      readAgain: (signal) =>
        new Promise((resolve) => {
          if (changedAt.current !== now.current) return resolve(true);
          waiting.current.add(resolve);
          signal.addEventListener("abort", () => resolve(false));
        }),
    }),
    [],
  );
}

function settle(waiting: Set<(isRead: boolean) => void>, isRead: boolean): void {
  for (const resolve of waiting) resolve(isRead);
  waiting.clear();
}
