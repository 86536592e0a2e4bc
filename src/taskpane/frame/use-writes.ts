/** What this pane has written since it was opened, and the way back. */
import { useCallback, useMemo, useRef, useState } from "react";
import type { CellBlock } from "../../sheet/placing/addresses";
import type { WrittenImport } from "../../sheet/placing/import-write";
import type { SheetDraft, WrittenSheet } from "../../sheet/placing/sheet-draft";
import type { WrittenTable } from "../../sheet/placing/writing";
import type { PaneWorkbook } from "../pane-workbook";
import { removeImports, removeTables, removeWrittenSheets } from "../remove-tables";
import { wroteSheetsSentence } from "../sentences";
import { useJobs, type Jobs, type Said } from "./use-jobs";
import { staysOnPurpose } from "./stays-on-purpose";

export interface Writes extends Jobs {
  /** What the screens write through: whatever goes through it is known to “Remove what I wrote”. */
  readonly workbook: PaneWorkbook;
  readonly tables: readonly WrittenTable[];
  readonly sheets: readonly WrittenSheet[];
  readonly imports: readonly WrittenImport[];
  readonly setTables: (change: (before: readonly WrittenTable[]) => readonly WrittenTable[]) => void;
  readonly writeSheets: (drafts: readonly SheetDraft[]) => Promise<Said>;
  readonly remove: (tables: readonly WrittenTable[], sheets: readonly WrittenSheet[], imports?: readonly WrittenImport[]) => void;
}

export function useWrites(workbook: PaneWorkbook): Writes {
  const [tables, setTables] = useState<readonly WrittenTable[]>([]);
  const [sheets, setSheets] = useState<readonly WrittenSheet[]>([]);
  const [imports, setImports] = useState<readonly WrittenImport[]>([]);
  /** Sheets into which something was written that no button takes away. */
  const lasting = useRef(new Set<string>());
  const jobs = useJobs(useCallback(({ blocks }) => blocks.forEach(({ sheet }) => lasting.current.add(sheet)), []));
  const { working } = jobs;

  const noting = useMemo(
    (): PaneWorkbook => ({
      ...workbook,
      writeSheets: async (drafts) => {
        const outcome = await workbook.writeSheets(drafts);
        if (outcome.ok) setSheets((before) => [...before, ...outcome.value]);
        return outcome;
      },
      sheetsInHere: async (copy) => {
        const outcome = await workbook.sheetsInHere(copy);
        if (outcome.ok) setSheets((before) => [...before, ...outcome.value]);
        return outcome;
      },
      writeImport: async (request, watch) => {
        const outcome = await workbook.writeImport(request, watch);
        if (outcome.ok) setImports((before) => [...before, outcome.value]);
        return outcome;
      },
      logIdentification: async (rows) => {
        const outcome = await workbook.logIdentification(rows);
        if (outcome.ok) lasting.current.add(outcome.value.sheet);
        return outcome;
      },
    }),
    [workbook],
  );

  const writeSheets = useCallback(
    async (drafts: readonly SheetDraft[]): Promise<Said> => {
      const outcome = await noting.writeSheets(drafts);
      if (!outcome.ok) return { intent: "error", sentence: outcome.problem.sentence, blocks: [] };
      const [first] = outcome.value;
      // What was written comes to the front; if Excel does not want to, it is written all the same.
      if (first !== undefined) await workbook.selectBlock(topOf(first));
      return { intent: "success", sentence: wroteSheetsSentence(outcome.value), blocks: outcome.value.map(topOf) };
    },
    [workbook, noting],
  );

  const remove: Writes["remove"] = (tablesToGo, sheetsToGo, importsToGo = []) => {
    void working(async () => {
      const ofTables = await removeTables(workbook.removeWritten, tablesToGo);
      const ofSheets = await removeWrittenSheets(workbook.removeSheets, sheetsToGo);
      const ofImports = await removeImports(workbook.removeImport, importsToGo);
      setImports((before) => before.filter((written) => !ofImports.gone.includes(written)));
      setTables((before) => before.filter((table) => !ofTables.gone.includes(table)));
      setSheets((before) => before.filter((sheet) => !ofSheets.gone.includes(sheet)));
      const stayed = [...ofTables.stayed.map(({ block }) => block), ...ofSheets.stayed.map(topOf), ...ofImports.stayed.flatMap(blocksOfImport)];
      const sentences = [...(tablesToGo.length > 0 ? [ofTables.sentence] : []), ...(sheetsToGo.length > 0 ? [ofSheets.sentence] : []), ...(importsToGo.length > 0 ? [ofImports.sentence] : [])];
      return { intent: stayed.length === 0 ? "success" : "error", sentence: [...new Set([...sentences, ...staysOnPurpose(lasting.current)])].join(" "), blocks: stayed };
    });
  };

  return { ...jobs, workbook: noting, tables, sheets, imports, setTables, writeSheets, remove };
}

export function topOf({ sheetName }: Pick<WrittenSheet, "sheetName">): CellBlock {
  return { sheet: sheetName, row: 0, column: 0, rows: 1, columns: 1 };
}

/** Where an import is to be looked at. */
export function blocksOfImport({ rows, sources }: WrittenImport): readonly CellBlock[] {
  return [...(rows === null ? [] : [rows.block]), ...sources.map(topOf)];
}
