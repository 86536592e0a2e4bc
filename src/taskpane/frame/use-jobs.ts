/** The jobs that a press of a button starts, one at a time, and what the last one said. */
import { useCallback, useRef, useState } from "react";
import type { CellBlock } from "../../sheet/placing/addresses";

/** A sentence after a press of a button. */
export interface Said {
  readonly intent: "success" | "error";
  readonly sentence: string;
  /** Where to look; each becomes a link. */
  readonly blocks: readonly CellBlock[];
}

export interface Jobs {
  readonly busy: boolean;
  readonly said: Said | null;
  /** Runs one job at a time and shows what it says. */
  readonly working: (job: () => Promise<Said | null>) => Promise<void>;
  /**
   * Saves what was typed when its field is left. Locks no button, for the press that left the field is a press of its own:
   * its job waits, and is not begun where this failed. Answers whether it was saved.
   */
  readonly saving: (job: () => Promise<Said>) => Promise<boolean>;
  /** Takes the last sentence off the screen. */
  readonly hush: () => void;
}

export function useJobs(onSuccess: (said: Said) => void): Jobs {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const isBusy = useRef(false);
  const saved = useRef(Promise.resolve(true));

  const working = useCallback(async (job: () => Promise<Said | null>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setBusy(true);
    if (await saved.current) {
      const next = await saidOf(job);
      if (next?.intent === "success") onSuccess(next);
      setSaid(next);
    }
    isBusy.current = false;
    setBusy(false);
  }, [onSuccess]);

  const saving = useCallback((job: () => Promise<Said>): Promise<boolean> => {
    const done = saved.current.then(async () => {
      const next = await saidOf(job);
      setSaid(next);
      // What failed has been said; a later press is not held up by it.
      if (saved.current === done) saved.current = Promise.resolve(true);
      return next?.intent === "success";
    });
    return (saved.current = done);
  }, []);

  const hush = useCallback(() => setSaid(null), []);
  return { busy, said, working, saving, hush };
}

async function saidOf(job: () => Promise<Said | null>): Promise<Said | null> {
  try {
    return await job();
  } catch (error) {
    return { intent: "error", sentence: `That did not work: ${error instanceof Error ? error.message : String(error)}`, blocks: [] };
  }
}
