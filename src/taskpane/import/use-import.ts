/** The files chosen and what became of them: read again whenever a word of the user, or the sheet, changes. */
import { useCallback, useEffect, useRef, useState, type Dispatch, type SetStateAction } from "react";
import type { ColumnMapping, ImportedCells } from "../../import/import-types";
import type { ImportedBefore } from "../../sheet/placing/import-write";
import { rememberedColumns } from "../../sheet/placing/remembered-columns";
import { Stopped, type Engine } from "../engine/contract";
import type { PaneWorkbook } from "../pane-workbook";
import type { AcceptedRows } from "./import-request";
import type { FileToRead, ImportView } from "./import-view";
import type { AccountQuestion, AccountSettled } from "../../import/settle-accounts";
import { openFiles, type OpenedFiles, type Unopened } from "./open-files";
import { acceptedOfOpen, stillOpen } from "./still-open";

export interface ReadFiles {
  readonly view: ImportView;
  readonly before: ImportedBefore;
}

export type Importing =
  | { readonly state: "none" }
  | { readonly state: "working"; readonly doing: string; readonly share: number | null; readonly cancel: () => void }
  | { readonly state: "failed"; readonly sentence: string; readonly again: () => void }
  | ({ readonly state: "read"; readonly renewing: boolean } & ReadFiles);

export interface ImportState {
  readonly importing: Importing;
  readonly chosen: readonly FileToRead[];
  /** Files that are not read at all, with the reason. */
  readonly unopened: readonly Unopened[];
  readonly accepted: AcceptedRows;
  /** Files of earlier imports. */
  readonly before: ImportedBefore | null;
  readonly add: (files: readonly File[]) => void;
  readonly takeOut: (index: number) => void;
  readonly takeOutUnopened: (index: number) => void;
  readonly clear: () => void;
  /** After a write: only files that still need the user stay. */
  readonly keepOpen: (view: ImportView) => void;
  readonly say: (index: number, words: Partial<Pick<FileToRead, "account" | "columns" | "takesLots" | "settled">>) => void;
  readonly settle: (index: number, choice: AccountQuestion["choices"][number]) => void;
  /** null: the line is not to be written. */
  readonly accept: (source: string, cells: ImportedCells | null) => void;
  /** Columns that the user named now, to be remembered with the write. */
  readonly named: readonly ColumnMapping[];
  readonly again: () => void;
}

interface UseImportProps {
  readonly workbook: PaneWorkbook;
  readonly engine: Engine;
  /** Grows when the sheets were read anew. */
  readonly revision: number;
}

export function useImport({ workbook, engine, revision }: UseImportProps): ImportState {
  const [chosen, setChosen] = useState<readonly FileToRead[]>([]);
  const [unopened, setUnopened] = useState<readonly Unopened[]>([]);
  const [accepted, setAccepted] = useState<AcceptedRows>(new Map());
  const [importing, setImporting] = useState<Importing>({ state: "none" });
  const [before, setBefore] = useState<ImportedBefore | null>(null);
  const [tries, setTries] = useState(0);
  const again = useCallback(() => setTries((now) => now + 1), []);
  const taken = useCallback((opened: OpenedFiles): void => {
    setUnopened((now) => [...now, ...opened.unopened]);
    setChosen((now) => [...now, ...opened.files]);
    // Files that could not be opened leave nothing to read.
    if (opened.files.length === 0) again();
  }, [again]);
  const add = useOpening(setImporting, taken);
  const clear = useCallback(() => {
    setChosen([]);
    setUnopened([]);
    setAccepted(new Map());
  }, []);
  const keepOpen = useCallback((view: ImportView): void => {
    const open = stillOpen(view);
    setChosen((now) => now.filter((_, at) => open.has(at)));
    setAccepted((now) => acceptedOfOpen(now, view));
    // What is drawn of the files before would stand beside those that are left.
    setImporting({ state: "none" });
  }, []);

  useReading({ workbook, engine, revision, chosen, tries, again, setImporting, setBefore });

  return {
    importing,
    chosen,
    unopened,
    accepted,
    before,
    add,
    clear,
    keepOpen,
    again,
    takeOutUnopened: (index) => setUnopened((now) => now.filter((_, at) => at !== index)),
    takeOut: (index) => setChosen((now) => now.filter((_, at) => at !== index)),
    say: (index, words) => setChosen((now) => now.map((file, at) => (at === index ? { ...file, ...words } : file))),
    settle: (index, { settled, forAll }) =>
      setChosen((now) => now.map((file, at) => (at === index || (forAll && asksFor(importing, at, settled)) ? { ...file, settled: [...file.settled, settled] } : file))),
    accept: (source, cells) =>
      setAccepted((now) => {
        const next = new Map(now);
        if (cells === null) next.delete(source);
        else next.set(source, cells);
        return next;
      }),
    named: chosen.flatMap(({ columns }) => (columns === null ? [] : [columns])),
  };
}

type SetImporting = Dispatch<SetStateAction<Importing>>;

/** Opens the files chosen, unless that is cancelled. */
function useOpening(setImporting: SetImporting, taken: (opened: OpenedFiles) => void): ImportState["add"] {
  const cancelled = useRef(0);
  return useCallback((files) => {
    if (files.length === 0) return;
    // Files chosen while others are still being opened come beside them.
    const before = cancelled.current;
    const cancel = (): void => {
      cancelled.current++;
      setImporting((now) => (now.state === "working" ? { state: "none" } : now));
    };
    setImporting({ state: "working", doing: files.length === 1 ? `Opening ${files[0]?.name ?? ""}` : `Opening ${files.length} files`, share: null, cancel });
    void openFiles(files).then((opened) => {
      if (cancelled.current === before) taken(opened);
    });
  }, [setImporting, taken]);
}

interface UseReadingProps extends UseImportProps {
  readonly chosen: readonly FileToRead[];
  /** Grows when the same files are to be read again. */
  readonly tries: number;
  readonly again: () => void;
  readonly setImporting: SetImporting;
  readonly setBefore: (before: ImportedBefore) => void;
}

/** Sets the files chosen against the sheets, and again whenever one of the two changes. */
function useReading({ workbook, engine, revision, chosen, tries, again, setImporting, setBefore }: UseReadingProps): void {
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const working = (doing: string, share: number | null): void => {
      if (signal.aborted || chosen.length === 0) return;
      setImporting((now) => (now.state === "read" ? { ...now, renewing: true } : { state: "working", doing, share, cancel }));
    };
    const failed = (sentence: string): void => setImporting({ state: "failed", sentence, again });
    const cancel = (): void => {
      controller.abort();
      failed("Stopped. Nothing was read or written.");
    };
    const show = async (): Promise<void> => {
      working("Looking at what is on the sheets", null);
      const found = await workbook.findImported({ signal });
      if (signal.aborted) return;
      if (!found.ok) return chosen.length === 0 ? undefined : failed(found.problem.sentence);
      setBefore(found.value);
      if (chosen.length === 0) return setImporting({ state: "none" });
      const settings = await workbook.findSettings();
      const remembered = settings.ok && settings.value !== null ? rememberedColumns(settings.value.cells) : [];
      const { trades, files: known } = found.value;
      const answer = await engine.ask("import", { files: chosen, rows: trades?.rows ?? [], known, remembered }, { signal, working });
      if (signal.aborted) return;
      if (!answer.ok) return failed(answer.problem.sentence);
      setImporting({ state: "read", view: answer.value, before: found.value, renewing: false });
    };
    show().catch((error: unknown) => {
      if (signal.aborted || error instanceof Stopped) return;
      failed(`The files could not be read: ${error instanceof Error ? error.message : String(error)}`);
    });
    return () => controller.abort();
  }, [workbook, engine, revision, chosen, tries, again, setImporting, setBefore]);
}

function asksFor(importing: Importing, at: number, { named }: AccountSettled): boolean {
  const answer = importing.state === "read" ? importing.view.files[at] : undefined;
  return answer?.is === "read" && answer.question?.choices.some((choice) => choice.forAll && choice.settled.named === named) === true;
}
