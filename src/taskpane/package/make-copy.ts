/** Makes the accountant's copy: reads the sheets once more, then asks the engine. Nothing is written into the workbook. */
import { refuse, type Outcome } from "../../values/outcome";
import type { Engine } from "../engine/contract";
import type { FormsChosen } from "../forms/forms-chosen";
import type { PaneWorkbook } from "../pane-workbook";
import type { CopyAsk, CopyView } from "./package-view";

export interface CopyJob {
  readonly workbook: Pick<PaneWorkbook, "readForCopy" | "readSourceLines">;
  readonly engine: Engine;
  /** As they are chosen once everything was read. */
  readonly formsNow: () => Pick<FormsChosen, "year" | "chosen" | "revision">;
  readonly as: CopyAsk["as"];
  /** Settles once the trades and settings as they stand were read, or the signal ends the wait. */
  readonly readAgain: (signal?: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
  readonly working: (doing: string, share: number | null) => void;
}

export const STOPPED = "Stopped. No copy was made.";

/** Throws `Stopped` where the engine was stopped. */
export async function makeCopy({ workbook, engine, formsNow, as, readAgain, signal, working }: CopyJob): Promise<Outcome<CopyView>> {
  working("Reading the trades", null);
  await readAgain(signal);
  working("Reading the sheets of the files", null);
  const found = await workbook.readForCopy({ signal });
  if (!found.ok) return stoppedOr(signal, found);
  const onProgress = (rows: number, all: number): void => working("Reading the sheets of the files", all === 0 ? null : rows / all);
  const lines = await workbook.readSourceLines(found.value.sources, { signal, onProgress });
  if (!lines.ok) return stoppedOr(signal, lines);
  const forms = formsNow();
  const ask = { year: forms.year, formsRevision: forms.revision, workbook: found.value, lines: lines.value, forms: forms.chosen.map(({ cells }) => cells), as };
  return stoppedOr(signal, await engine.ask("accountantCopy", ask, { signal, working }));
}

function stoppedOr<T>(signal: AbortSignal, outcome: Outcome<T>): Outcome<T> {
  return signal.aborted ? refuse("bad-input", STOPPED) : outcome;
}
