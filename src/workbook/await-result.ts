/** Custom functions answer after the batch that wrote them: waits until cells show a result or an error that stays. */
import type { CellBlock } from "../sheet/placing/addresses";
import { rangeOf } from "./read-sheets";

/** What a formula cell shows. */
export type Shown =
  | { readonly state: "result"; readonly text: string }
  | { readonly state: "error"; readonly text: string }
  | { readonly state: "pending" };

const PENDING = new Set(["", "0", "#BUSY!", "#GETTING_DATA", "#CONNECT!"]);
const PAUSE_MS = 120;
/** An error counts once it has stood this long: a cell may show one while its function is being called. */
const ERROR_STANDS_MS = 1_500;
const GIVE_UP_MS = 30_000;

/** One answer a cell, in order. After half a minute what still calculates is `pending`. */
export async function awaitResults(
  context: Excel.RequestContext,
  cells: readonly CellBlock[],
  pause: (milliseconds: number) => Promise<void> = sleep,
): Promise<readonly Shown[]> {
  let shown: readonly Shown[] = cells.map(() => ({ state: "pending" }));
  let errorsSince = 0;
  for (let waited = 0; waited <= GIVE_UP_MS; waited += PAUSE_MS) {
    shown = await look(context, cells);
    if (shown.every((cell) => cell.state === "result")) return shown;
    const anyError = shown.some((cell) => cell.state === "error");
    errorsSince = anyError ? errorsSince + PAUSE_MS : 0;
    if (errorsSince >= ERROR_STANDS_MS) return shown;
    await pause(PAUSE_MS);
  }
  return shown;
}

async function look(context: Excel.RequestContext, cells: readonly CellBlock[]): Promise<readonly Shown[]> {
  const ranges = cells.map((cell) => rangeOf(context, cell).load("values"));
  await context.sync();
  return ranges.map((range) => shownBy((range.values as unknown[][])[0]?.[0]));
}

export function shownBy(value: unknown): Shown {
  const text = String(value ?? "");
  if (PENDING.has(text)) return { state: "pending" };
  return text.startsWith("#") ? { state: "error", text } : { state: "result", text };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
