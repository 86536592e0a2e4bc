/** The action of the screen with the sheet names it would get now. */
import { useEffect, useMemo, useState } from "react";
import type { SheetDraft, WrittenSheet } from "../../sheet/placing/sheet-draft";
import type { PaneWorkbook } from "../pane-workbook";
import type { ScreenAction } from "../screen";
import { withFreeNames } from "./free-names";

const NO_NAMES: readonly string[] = [];

export function useFreeNames(workbook: PaneWorkbook, action: ScreenAction | null, written: readonly WrittenSheet[]): ScreenAction | null {
  const [named, setNamed] = useState<{ readonly drafts: readonly SheetDraft[]; readonly names: readonly string[] } | null>(null);
  const drafts = action?.drafts ?? null;
  useEffect(() => {
    if (drafts === null || drafts.length === 0) return;
    let isWanted = true;
    void workbook.planSheets(drafts).then((names) => {
      if (isWanted && names.ok) setNamed({ drafts, names: names.value });
    });
    return () => void (isWanted = false);
  }, [workbook, drafts, written]);
  const names = named !== null && named.drafts === drafts ? named.names : NO_NAMES;
  return useMemo(() => (action === null ? null : withFreeNames(action, names, written)), [action, names, written]);
}
