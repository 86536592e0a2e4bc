/** Enters the formulas of a written table once more, now with settings; puts the old ones back when that shows an error. */
import type { Outcome } from "../values/outcome";
import type { WrittenCell, WrittenTable } from "../sheet/placing/writing";
import { awaitResults } from "./await-result";
import { contentOf, entriesFor } from "./enter-formulas";
import { rangeOf } from "./read-sheets";
import { refuseIfChanged } from "./remove-written";
import { Refused, writeInExcel } from "./run-in-excel";
import { formulaCells, spillOf, worst } from "./write-formula";

/** @param settings name or address of the settings, as written in a formula */
export function passSettings(written: WrittenTable, settings: string): Promise<Outcome<WrittenTable>> {
  return writeInExcel(async (context) => {
    await refuseIfChanged(context, written);
    const source = { ...written.source, settings };
    const cells = await enter(context, entriesFor(source, { ...written, newSheet: written.ownSheet }));
    const shown = worst(await awaitResults(context, formulaCells(written)));
    if (shown.state === "error") {
      await enter(context, written.cells);
      throw new Refused(`with the settings it answers ${shown.text}. Its formulas are as before.`);
    }
    const block = await spillOf(context, written);
    return { ...written, source, cells, block };
  });
}

/** Answers with the contents as Excel reads them back. */
async function enter(context: Excel.RequestContext, entries: readonly WrittenCell[]): Promise<readonly WrittenCell[]> {
  const ranges = entries.map(({ cell, content }) => {
    const range = rangeOf(context, cell);
    range.formulas = [[content]];
    return range.load("formulas");
  });
  await context.sync();
  return entries.map(({ cell, content }, index) => {
    const range = ranges[index];
    return { cell, content: range === undefined ? content : contentOf(range) };
  });
}
