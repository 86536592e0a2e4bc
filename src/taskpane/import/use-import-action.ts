/** The footer's press on Import: rows into the Table, files onto their sheets, sales for Reconcile, columns remembered. */
import { useEffect, useMemo, useState } from "react";
import type { CellBlock } from "../../sheet/placing/addresses";
import { changeToRemember } from "../../sheet/placing/remembered-columns";
import type { WrittenImport } from "../../sheet/placing/import-write";
import type { SheetDraft } from "../../sheet/placing/sheet-draft";
import { sourceSheetName } from "../../sheet/placing/source-sheet";
import { blocksOfImport, topOf } from "../frame/use-writes";
import type { PaneWorkbook } from "../pane-workbook";
import type { ScreenAction } from "../screen";
import { count } from "../sentences";
import { importToWrite, type ImportToWrite } from "./import-request";
import { importPlan, sheetsNamed, type PlannedNames } from "./import-sentences";
import type { ImportScreenProps } from "./ImportScreen";
import { notImported } from "./still-open";
import type { ImportState } from "./use-import";

export interface WritingImport {
  readonly share: number | null;
  readonly cancel: () => void;
}

type Ran = NonNullable<Awaited<ReturnType<NonNullable<ScreenAction["run"]>>>>;

/** What is being written now; null: nothing. */
export function useImportAction(props: Pick<ImportScreenProps, "workbook" | "today" | "setAction" | "onWritten" | "onDone">, state: ImportState): WritingImport | null {
  const { workbook, today, setAction, onWritten, onDone } = props;
  const { importing, accepted, chosen, unopened, named, keepOpen, again } = state;
  const [writing, setWriting] = useState<WritingImport | null>(null);
  const read = importing.state === "read" && chosen.length > 0 ? importing : null;
  const isSettled = read !== null && !read.renewing;
  const view = read?.view ?? null;
  const before = read?.before ?? null;
  const toWrite = useMemo(() => (view === null || before === null ? null : importToWrite(view, before, accepted, `Imported by Taxlot on ${today}.`)), [view, before, accepted, today]);
  const names = usePlannedNames(workbook, toWrite);
  // One text for equal namings: every drawing makes a new list.
  const remembered = JSON.stringify(named);

  useEffect(() => {
    if (toWrite === null || view === null) return setAction(null);
    const { request, drafts } = toWrite;
    const isNothing = request.added.length === 0 && request.files.length === 0;
    const run = async (): Promise<Ran> => {
      const controller = new AbortController();
      const show = (share: number | null): void => setWriting({ share, cancel: () => controller.abort() });
      show(null);
      try {
        const written = await workbook.writeImport(request, { signal: controller.signal, onProgress: (rows, all) => show(all === 0 ? null : rows / all) });
        if (!written.ok) {
          // Another hand may have changed the Table: what is new is worked out anew.
          again();
          return { intent: "error", sentence: written.problem.sentence, blocks: [] };
        }
        onWritten(written.value);
        const kept = await keepRest(workbook, drafts, JSON.parse(remembered) as ImportState["named"]);
        keepOpen(view);
        // An empty sheet stays in front of a Table that was just made; if Excel does not want to turn, it is written all the same.
        if (written.value.rows?.newSheet === true) await workbook.selectBlock(topOf({ sheetName: written.value.rows.block.sheet }));
        const left = notImported(view, unopened);
        // Said where errors are: a file whose trades are missing must not look done.
        const intent = left === null ? kept.intent : "error";
        return { intent, sentence: [left, wroteSentence(written.value), kept.sentence].filter((sentence) => sentence !== null && sentence !== "").join(" "), blocks: [...blocksOfImport(written.value), ...kept.blocks] };
      } finally {
        setWriting(null);
      }
    };
    setAction({
      label: request.added.length > 0 ? `Write ${count(request.added.length, "row")}` : request.files.length === 1 ? "Keep the file" : "Keep the files",
      plan: isNothing ? "There is nothing new to write." : names === null ? "Looking for free names …" : importPlan(request.added.length, names),
      disabled: isNothing || !isSettled || names === null,
      run,
      done: onDone,
    });
  }, [toWrite, isSettled, names, remembered, workbook, setAction, onWritten, onDone, view, unopened, keepOpen, again]);
  return writing;
}

/** Sheets of sales, and the columns that the user named. */
async function keepRest(workbook: PaneWorkbook, drafts: readonly SheetDraft[], named: ImportState["named"]): Promise<Ran> {
  const sentences: string[] = [];
  const blocks: CellBlock[] = [];
  let intent: Ran["intent"] = "success";
  const fail = (sentence: string): void => {
    intent = "error";
    sentences.push(sentence);
  };
  if (drafts.length > 0) {
    const sheets = await workbook.writeSheets(drafts);
    if (sheets.ok) {
      sentences.push(`Wrote the broker's sales to ${sheetsNamed(sheets.value.map(({ sheetName }) => sheetName))}.`);
      blocks.push(...sheets.value.map(topOf));
    } else fail(`The broker's sales were not written: ${sheets.problem.sentence}`);
  }
  if (named.length > 0) {
    const settings = await workbook.changeSettings(named.map(changeToRemember));
    if (settings.ok) sentences.push("The columns you named are kept in the settings.");
    else fail(`The columns you named are not kept: ${settings.problem.sentence}`);
  }
  return { intent, sentence: sentences.join(" "), blocks };
}

/** "Wrote 388 rows into table Trades, and the file to ‘Source schwab.csv’." */
function wroteSentence({ rows, sources, shortcoming }: WrittenImport): string {
  const files = sources.length === 0 ? null : `the ${sources.length === 1 ? "file" : "files"} to ${sheetsNamed(sources.map(({ sheetName }) => sheetName))}`;
  const parts = [...(rows === null ? [] : [`${count(rows.block.rows, "row")} into table ${rows.tableName}`]), ...(files === null ? [] : [files])];
  return `Wrote ${parts.join(", and ")}.${shortcoming === null ? "" : ` ${shortcoming}`}`;
}

/** As the workbook would name the sheets now; null: not known yet. */
function usePlannedNames(workbook: PaneWorkbook, toWrite: ImportToWrite | null): PlannedNames | null {
  const [planned, setPlanned] = useState<{ readonly of: ImportToWrite; readonly names: PlannedNames } | null>(null);
  useEffect(() => {
    if (toWrite === null) return;
    let isWanted = true;
    const { request, drafts } = toWrite;
    const table = request.before.trades?.tableName ?? null;
    const trades = table === null && request.added.length > 0 ? ["Trades"] : [];
    const sources = request.files.map(({ name }) => sourceSheetName(name));
    const wanted = [...trades, ...sources].map(blankSheet);
    void workbook.planSheets([...wanted, ...drafts]).then((found) => {
      const all = found.ok ? found.value : [...wanted, ...drafts].map(({ sheetName }) => sheetName);
      const names = {
        table,
        trades: trades.length === 0 ? null : (all[0] ?? null),
        sources: all.slice(trades.length, trades.length + sources.length),
        sales: all.slice(trades.length + sources.length),
      };
      if (isWanted) setPlanned({ of: toWrite, names });
    });
    return () => void (isWanted = false);
  }, [workbook, toWrite]);
  return planned?.of === toWrite && toWrite !== null ? planned.names : null;
}

/** Asked for its name alone. */
function blankSheet(sheetName: string): SheetDraft {
  return { sheetName, title: "", madeBy: "", notes: [], blocks: [], charts: [], landscape: false };
}
