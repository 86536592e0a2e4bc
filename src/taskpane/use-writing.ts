/** Writing tables of formulas: what is ticked, where it would go. */
import { useCallback, useEffect, useMemo, useState } from "react";
import { SETTINGS_NAME } from "../sheet/placing/settings-rows";
import { TABLES_TO_WRITE, type ResultTable } from "../sheet/placing/result-tables";
import type { PlannedTable, Placing, TableSought, WrittenTable } from "../sheet/placing/writing";
import type { Said } from "./frame/use-jobs";
import type { Writes } from "./frame/use-writes";
import type { PaneWorkbook } from "./pane-workbook";
import type { BookRead } from "./read-book";
import { passSettingsTo } from "./pass-settings-to";
import { wroteSentence } from "./sentences";

export interface Writing {
  readonly ticked: ReadonlySet<ResultTable>;
  readonly tick: (table: ResultTable, on: boolean) => void;
  readonly placing: Placing;
  readonly setPlacing: (placing: Placing) => void;
  /** Where the ticked tables would go now; empty while that is being looked up. */
  readonly plan: readonly PlannedTable[];
  /** Why they cannot be written, in a sentence. */
  readonly obstacle: string | null;
  readonly busy: boolean;
  /** Answers with what to say; the caller shows it. */
  readonly write: () => Promise<Said | null>;
  /** Lets tables written without settings use them. */
  readonly passSettings: (written: readonly WrittenTable[]) => void;
}

export function useWriting(workbook: PaneWorkbook, book: BookRead | null, namespace: string, writes: Writes): Writing {
  const [ticked, setTicked] = useState<ReadonlySet<ResultTable>>(new Set(["OPENLOTS"]));
  const [placing, setPlacing] = useState<Placing>("beside");
  const { busy, tables: written, setTables, working } = writes;
  const sought = useMemo(() => tablesSought(ticked, book), [ticked, book]);
  const { plan, obstacle } = usePlan(workbook, book, sought, placing, written, busy);

  const write = useCallback(async (): Promise<Said | null> => {
    if (book === null || sought.length === 0) return null;
    const settings = book.settings === null ? null : SETTINGS_NAME;
    const outcome = await workbook.writeTables({ trades: book.place, tables: sought, placing, namespace, settings });
    if (!outcome.ok) return { intent: "error", sentence: outcome.problem.sentence, blocks: [] };
    setTables((before) => [...before, ...outcome.value]);
    setTicked(new Set());
    return { intent: "success", sentence: wroteSentence(outcome.value), blocks: outcome.value.map((table) => table.block) };
  }, [workbook, book, sought, placing, namespace, setTables]);

  const passSettings = (tables: readonly WrittenTable[]): void => {
    void working(async () => {
      const { now, stayed, sentence } = await passSettingsTo(workbook.passSettings, tables, SETTINGS_NAME);
      setTables((before) => before.map((table) => now.get(table) ?? table));
      return { intent: stayed.length === 0 ? "success" : "error", sentence, blocks: stayed.map(({ block }) => block) };
    });
  };

  const tick = (table: ResultTable, on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(table);
    else next.delete(table);
    setTicked(next);
  };

  return { ticked, tick, placing, setPlacing, plan, obstacle, busy, write, passSettings };
}

function tablesSought(ticked: ReadonlySet<ResultTable>, book: BookRead | null): readonly TableSought[] {
  if (book === null) return [];
  // Row by row tables first: they belong next to the trades.
  return TABLES_TO_WRITE.filter(({ table }) => ticked.has(table))
    .sort((a, b) => Number(b.rowByRow) - Number(a.rowByRow))
    .map(({ table }) => ({ table, rows: book.rowsOf[table] }));
}

interface Plan {
  readonly plan: readonly PlannedTable[];
  readonly obstacle: string | null;
}

const NO_PLAN: Plan = { plan: [], obstacle: null };

/** Looks the places up again whenever the choice, the trades or the written tables change. */
function usePlan(
  workbook: PaneWorkbook,
  book: BookRead | null,
  sought: readonly TableSought[],
  placing: Placing,
  written: readonly WrittenTable[],
  busy: boolean,
): Plan {
  const [plan, setPlan] = useState(NO_PLAN);
  useEffect(() => {
    if (book === null || sought.length === 0 || busy) {
      setPlan(NO_PLAN);
      return undefined;
    }
    let wanted = true;
    void workbook.planTables(book.place, sought, placing).then((outcome) => {
      if (!wanted) return;
      setPlan(outcome.ok ? { plan: outcome.value, obstacle: null } : { plan: [], obstacle: outcome.problem.sentence });
    });
    return () => {
      wanted = false;
    };
  }, [workbook, book, sought, placing, written, busy]);
  return plan;
}
