/** Custom functions answer after the batch that wrote them: waits until cells show a result or an error that stays. */
import type { CellBlock } from "../sheet/placing/addresses";
import { rangeOf } from "./read-sheets";
import { excelHas } from "./run-in-excel";

/** What a formula cell shows. */
export type Shown =
  | { readonly state: "result" }
  | { readonly state: "error"; readonly text: string }
  | { readonly state: "pending" };

/** Not errors: the answer is on its way. */
const ON_THE_WAY = new Set(["#BUSY!", "#GETTING_DATA", "#CONNECT!"]);
const PAUSE_MS = 120;
/** An error counts once it has stood this long: a cell may show one while its function is being called. */
const ERROR_STANDS_MS = 1_500;
const GIVE_UP_MS = 30_000;

/** One answer a cell, in order. After half a minute what still calculates is `pending`. */
export async function awaitResults(
  context: Excel.RequestContext,
  cells: readonly CellBlock[],
): Promise<readonly Shown[]> {
  let shown: readonly Shown[] = cells.map(() => ({ state: "pending" }));
  let errorsSince = 0;
  for (let waited = 0; waited <= GIVE_UP_MS; waited += PAUSE_MS) {
    shown = await look(context, cells);
    if (shown.every((cell) => cell.state === "result")) return shown;
    const anyError = shown.some((cell) => cell.state === "error");
    errorsSince = anyError ? errorsSince + PAUSE_MS : 0;
    if (errorsSince >= ERROR_STANDS_MS) return shown;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return shown;
}

/** Our tables always spill, and a cell that waits does not; where Excel cannot tell, a first cell with text has answered. */
async function look(context: Excel.RequestContext, cells: readonly CellBlock[]): Promise<readonly Shown[]> {
  const ranges = cells.map((cell) => rangeOf(context, cell).load("values"));
  const spills = excelHas("1.12")
    ? cells.map((cell) => rangeOf(context, cell).getSpillingToRangeOrNullObject().load("address"))
    : null;
  await context.sync();
  return ranges.map((range, index) => {
    const text = String((range.values as unknown[][])[0]?.[0] ?? "");
    if (text.startsWith("#") && !ON_THE_WAY.has(text)) return { state: "error", text };
    const answered = spills === null ? text !== "" && text !== "0" : spills[index]?.isNullObject === false;
    return { state: answered && !ON_THE_WAY.has(text) ? "result" : "pending" };
  });
}
