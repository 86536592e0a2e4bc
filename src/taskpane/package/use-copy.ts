/** The two ways out of the pane: the copy opened in Excel (or as sheets here), and the copy as a download. */
import { useContext, useEffect, useMemo, useState } from "react";
import type { CellBlock } from "../../sheet/placing/addresses";
import type { Outcome } from "../../values/outcome";
import { Stopped, type Engine } from "../engine/contract";
import { EngineContext } from "../engine/engine-context";
import { topOf, type Said, type Writes } from "../frame/use-writes";
import type { FormsChosen } from "../forms/forms-chosen";
import { saveFile } from "../harvest/order-actions";
import type { PaneWorkbook } from "../pane-workbook";
import type { ScreenAction } from "../screen";
import { makeCopy, STOPPED, type MadeCopy } from "./make-copy";
import { copyMade, copyPlan, DOWNLOADED, IN_HERE, OPENED } from "./package-sentences";
import type { PackageView } from "./package-view";

export interface CopyInTheMaking {
  readonly doing: string;
  readonly share: number | null;
  readonly cancel: () => void;
}

export interface CopyWays {
  /** null: no copy is being made. */
  readonly making: CopyInTheMaking | null;
  readonly download: () => void;
}

interface UseCopyProps {
  readonly workbook: PaneWorkbook;
  readonly forms: FormsChosen;
  readonly writes: Writes;
  readonly setAction: (action: ScreenAction | null) => void;
}

const LABEL = "Make the accountant's copy";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @param view null: not there yet, or a newer one is on its way */
export function useCopy({ workbook, forms, writes, setAction }: UseCopyProps, view: PackageView | null): CopyWays {
  const use = useContext(EngineContext);
  const engine = use?.engine ?? null;
  const [making, setMaking] = useState<CopyInTheMaking | null>(null);
  const open = view?.checks.filter(({ state }) => state === "open").length ?? 0;

  const make = useMemo(() => async (hand: (made: MadeCopy) => Promise<Said>): Promise<Said> => {
    const said = (sentence: string): Said => ({ intent: "error", sentence, blocks: [] });
    if (engine === null) return said(STOPPED);
    const made = await inTheMaking(setMaking, { workbook, engine, forms });
    return made.ok ? hand(made.value) : said(made.problem.sentence);
  }, [workbook, engine, forms]);

  const action = useMemo((): ScreenAction => {
    if (view === null) return { label: LABEL, plan: "The checklist is being worked out.", disabled: true };
    return { label: LABEL, plan: copyPlan(view.year, open), disabled: false, run: () => make((made) => openMade(workbook, made)) };
  }, [view, open, make, workbook]);
  useEffect(() => {
    setAction(action);
    return () => setAction(null);
  }, [action, setAction]);

  const download = (): void =>
    void writes.working(() => make(async (made) => {
      saveFile(made.copy.fileName, made.bytes, XLSX);
      return { intent: "success", sentence: copyMade(made, DOWNLOADED), blocks: [] };
    }));
  return { making, download };
}

type Making = (now: CopyInTheMaking | null) => void;

async function inTheMaking(show: Making, job: { readonly workbook: PaneWorkbook; readonly engine: Engine; readonly forms: FormsChosen }): Promise<Outcome<MadeCopy>> {
  const controller = new AbortController();
  const { signal } = controller;
  const working = (doing: string, share: number | null): void => (signal.aborted ? undefined : show({ doing, share, cancel: () => controller.abort() }));
  try {
    return await makeCopy({ ...job, signal, working });
  } catch (error) {
    if (error instanceof Stopped || signal.aborted) return { ok: false, problem: { kind: "bad-input", sentence: STOPPED } };
    throw error;
  } finally {
    show(null);
  }
}

/** As a workbook of its own; where this Excel has none to open, as sheets of this one, which "Remove what I wrote" knows. */
async function openMade(workbook: PaneWorkbook, made: MadeCopy): Promise<Said> {
  const opened = await workbook.openCopy(made.bytes);
  if (!opened.ok) return { intent: "error", sentence: opened.problem.sentence, blocks: [] };
  if (opened.value) return { intent: "success", sentence: copyMade(made, OPENED), blocks: [] };
  const sheets = await workbook.sheetsInHere(made.copy);
  if (!sheets.ok) return { intent: "error", sentence: sheets.problem.sentence, blocks: [] };
  const blocks: CellBlock[] = sheets.value.slice(0, 1).map(topOf);
  return { intent: "success", sentence: copyMade(made, IN_HERE), blocks };
}
