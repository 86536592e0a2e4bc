/** The one door to Excel: every batch waits for an open cell edit, is undone as one step, and fails in a sentence. */
import { done, refuse, type Outcome } from "../values/outcome";

/** A refusal that a batch raises on purpose; its sentence is shown as it is. */
export class Refused extends Error {}

/** Whether this Excel has an API set, such as `1.12`; false outside Excel. */
export function excelHas(apiSet: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", apiSet);
}

/** Runs one batch. What goes wrong in Excel comes back as a problem, never as an exception. */
export async function runInExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<Outcome<T>> {
  try {
    return done(await Excel.run({ delayForCellEdit: true }, batch));
  } catch (error) {
    return refuse("bad-input", sentenceFor(error));
  }
}

/** As runInExcel, for batches that write: one step for Undo where Excel can do that (ExcelApi 1.20). */
export async function writeInExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<Outcome<T>> {
  if (!excelHas("1.20")) return runInExcel(batch);
  try {
    return done(await Excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, batch));
  } catch (error) {
    // office-js#6491, #6711: grouping itself is refused for some writes. Nothing has been written then.
    if (codeOf(error) === "UndoNotSupported") return runInExcel(batch);
    return refuse("bad-input", sentenceFor(error));
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  AccessDenied: "The sheet is protected. Unprotect it, or choose a new sheet.",
  InvalidOperationInCellEditMode: "Excel is in the middle of a cell edit. Finish it with Enter or Esc, then try again.",
  ItemNotFound: "The sheet or range is no longer there. Press “Read again”.",
  RequestPayloadSizeLimitExceeded: "Excel refused the request because it is too large.",
  ItemAlreadyExists: "A sheet or name of that name already exists.",
  HostIsBusy: "Excel is busy. Try again in a moment.",
};

export function sentenceFor(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const known = SENTENCES[codeOf(error) ?? ""];
  if (known !== undefined) return known;
  return `Excel answered: ${error instanceof Error ? error.message : String(error)}`;
}

export function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
