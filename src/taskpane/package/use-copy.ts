/** The two ways out of the pane: the copy opened in Excel (or as sheets here), and the copy as a download. */
import { useContext, useEffect, useMemo, useState } from "react";
import { refuse, type Outcome } from "../../values/outcome";
import { Stopped } from "../engine/contract";
import { EngineContext } from "../engine/engine-context";
import type { Said } from "../frame/use-jobs";
import { topOf, type Writes } from "../frame/use-writes";
import { useLatest } from "../parts/use-latest";
import type { FormsChosen } from "../forms/forms-chosen";
import { saveFile } from "../harvest/order-actions";
import type { PaneWorkbook } from "../pane-workbook";
import type { ScreenAction } from "../screen";
import { makeCopy, STOPPED, type CopyJob } from "./make-copy";
import { copyMade, copyPlan, DOWNLOADED, IN_HERE, OPENED } from "./package-sentences";
import type { CopyAsk, CopyView, PackageView } from "./package-view";

export interface CopyInTheMaking {
  readonly doing: string;
  readonly share: number | null;
  readonly cancel: () => void;
}

export interface CopyWays {
  /** null: no copy is being made. */
  readonly making: CopyInTheMaking | null;
  readonly download: () => void;
  /** As sheets of this workbook; null: the button of the footer does that here. */
  readonly inHere: (() => void) | null;
}

interface UseCopyProps {
  readonly workbook: PaneWorkbook;
  readonly forms: FormsChosen;
  readonly writes: Writes;
  readonly setAction: (action: ScreenAction | null) => void;
  readonly readAgain: CopyJob["readAgain"];
  /** What could not be saved when its field was left, tried once more; null: nothing, or it is saved now. */
  readonly saveUnsaved: () => Promise<Said | null>;
}

const LABEL = "Make the accountant's copy";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @param view null: not there yet. An older one will do: the copy is made of what is read anew */
export function useCopy({ workbook, forms, writes, setAction, readAgain, saveUnsaved }: UseCopyProps, view: PackageView | null): CopyWays {
  const use = useContext(EngineContext);
  const engine = use?.engine ?? null;
  const [making, setMaking] = useState<CopyInTheMaking | null>(null);
  const formsNow = useLatest(() => forms);
  const open = view?.checks.filter(({ state }) => state === "open").length ?? 0;

  const make = useMemo(() => async (as: CopyAsk["as"], hand: (made: CopyView) => Promise<Said>): Promise<Said> => {
    if (engine === null) return failed(STOPPED);
    const notSaved = await saveUnsaved();
    if (notSaved !== null) return failed(`No copy was made. ${notSaved.sentence}`);
    const made = await inTheMaking(setMaking, { workbook, engine, formsNow, as, readAgain });
    return made.ok ? hand(made.value) : failed(made.problem.sentence);
  }, [workbook, engine, formsNow, readAgain, saveUnsaved]);

  const action = useMemo((): ScreenAction => {
    if (view === null) return { label: LABEL, plan: "The checklist is being worked out.", disabled: true, isWaiting: true };
    return { label: LABEL, plan: copyPlan(view.year, open, workbook.opensCopies()), disabled: false, run: () => (workbook.opensCopies() ? make("file", (made) => openMade(workbook, made)) : make("sheets", (made) => putInHere(workbook, made))) };
  }, [view, open, make, workbook]);
  useEffect(() => {
    setAction(action);
    return () => setAction(null);
  }, [action, setAction]);

  const download = (): void =>
    void writes.working(() => make("file", async (made) => {
      if (made.bytes === null) return failed(STOPPED);
      saveFile(made.fileName, made.bytes, XLSX);
      return { intent: "success", sentence: copyMade(made, DOWNLOADED), blocks: [] };
    }));
  const inHere = (): void => void writes.working(() => make("sheets", (made) => putInHere(workbook, made)));
  return { making, download, inHere: workbook.opensCopies() ? inHere : null };
}

type Making = (now: CopyInTheMaking | null) => void;

async function inTheMaking(show: Making, job: Omit<CopyJob, "signal" | "working">): Promise<Outcome<CopyView>> {
  const controller = new AbortController();
  const { signal } = controller;
  const working = (doing: string, share: number | null): void => (signal.aborted ? undefined : show({ doing, share, cancel: () => controller.abort() }));
  try {
    return await makeCopy({ ...job, signal, working });
  } catch (error) {
    if (error instanceof Stopped || signal.aborted) return refuse("bad-input", STOPPED);
    throw error;
  } finally {
    show(null);
  }
}

/** As a workbook of its own. */
async function openMade(workbook: PaneWorkbook, made: CopyView): Promise<Said> {
  if (made.bytes === null) return failed(STOPPED);
  const opened = await workbook.openCopy(made.bytes);
  if (!opened.ok) return failed(opened.problem.sentence);
  return { intent: "success", sentence: copyMade(made, OPENED), blocks: [] };
}

/** As sheets of this workbook, which "Remove what I wrote" knows. */
async function putInHere(workbook: PaneWorkbook, made: CopyView): Promise<Said> {
  if (made.copy === null) return failed(STOPPED);
  const sheets = await workbook.sheetsInHere(made.copy);
  if (!sheets.ok) return failed(sheets.problem.sentence);
  const [cover] = sheets.value.map(topOf);
  // Its cover comes to the front; if Excel does not want to turn, it is written all the same.
  if (cover !== undefined) await workbook.selectBlock(cover);
  return { intent: "success", sentence: copyMade(made, IN_HERE), blocks: cover === undefined ? [] : [cover] };
}

function failed(sentence: string): Said {
  return { intent: "error", sentence, blocks: [] };
}
