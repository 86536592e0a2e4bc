/** What the workbook holds beside the trades, read again when the trades are, and after every press that may have changed it. */
import { useEffect, useState } from "react";
import type { ForCopy } from "../../sheet/placing/copy-sources";
import type { PaneWorkbook } from "../pane-workbook";

export interface ForCopyRead {
  /** null: not there yet, or it could not be read. */
  readonly forCopy: ForCopy | null;
  readonly problem: string | null;
}

/** @param said changes after every press of a button */
export function useForCopy(workbook: Pick<PaneWorkbook, "readForCopy">, revision: number, said: unknown): ForCopyRead {
  const [read, setRead] = useState<ForCopyRead>({ forCopy: null, problem: null });
  useEffect(() => {
    const stop = new AbortController();
    void workbook.readForCopy({ signal: stop.signal }).then((outcome) => {
      if (stop.signal.aborted) return;
      setRead((before) => (outcome.ok ? { forCopy: outcome.value, problem: null } : { ...before, problem: outcome.problem.sentence }));
    });
    return () => stop.abort();
  }, [workbook, revision, said]);
  return read;
}
