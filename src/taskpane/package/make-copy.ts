/** Makes the accountant's copy: reads the sheets once more, asks the engine, writes the file. Nothing is written into the workbook. */
import { done, refuse, type Outcome } from "../../values/outcome";
import type { Engine } from "../engine/contract";
import type { FormsChosen } from "../forms/forms-chosen";
import type { PaneWorkbook } from "../pane-workbook";
import type { CopyView } from "./package-view";

export interface MadeCopy extends CopyView {
  readonly bytes: Uint8Array;
}

export interface CopyJob {
  readonly workbook: Pick<PaneWorkbook, "readForCopy" | "readSourceLines" | "writeCopy">;
  readonly engine: Engine;
  readonly forms: Pick<FormsChosen, "year" | "chosen" | "revision">;
  readonly signal: AbortSignal;
  readonly working: (doing: string, share: number | null) => void;
}

export const STOPPED = "Stopped. No copy was made.";

/** Throws `Stopped` where the engine was stopped. */
export async function makeCopy({ workbook, engine, forms, signal, working }: CopyJob): Promise<Outcome<MadeCopy>> {
  working("Reading the sheets of the files", null);
  const found = await workbook.readForCopy({ signal });
  if (!found.ok) return stoppedOr(signal, found);
  const onProgress = (rows: number, all: number): void => working("Reading the sheets of the files", all === 0 ? null : rows / all);
  const lines = await workbook.readSourceLines(found.value.sources, { signal, onProgress });
  if (!lines.ok) return stoppedOr(signal, lines);
  const ask = { year: forms.year, formsRevision: forms.revision, workbook: found.value, lines: lines.value, forms: forms.chosen.map(({ cells }) => cells) };
  const answer = await engine.ask("accountantCopy", ask, { signal, working });
  if (!answer.ok) return stoppedOr(signal, answer);
  working("Writing the file", null);
  await drawn();
  if (signal.aborted) return refuse("bad-input", STOPPED);
  const bytes = await workbook.writeCopy(answer.value.copy);
  return signal.aborted ? refuse("bad-input", STOPPED) : done({ ...answer.value, bytes });
}

function stoppedOr(signal: AbortSignal, outcome: Extract<Outcome<never>, { ok: false }>): Outcome<never> {
  return signal.aborted ? refuse("bad-input", STOPPED) : outcome;
}

/** The page shows what is being done before it is busy. */
function drawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
