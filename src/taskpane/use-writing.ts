/** The writing side of the page: what is ticked, where it would go, what was written. */
import { useEffect, useMemo, useState } from "react";
import type { CellBlock } from "../sheet/placing/addresses";
import { SETTINGS_NAME } from "../sheet/placing/settings-rows";
import { TABLES_TO_WRITE, type ResultTable } from "../sheet/placing/result-tables";
import type { PlannedTable, Placing, TableSought, WrittenTable } from "../sheet/placing/writing";
import type { Problem } from "../values/outcome";
import type { PaneWorkbook } from "./pane-workbook";
import type { BookRead } from "./read-book";
import { passSettingsTo } from "./pass-settings-to";
import { removeTables } from "./remove-tables";
import { wroteSentence } from "./sentences";

/** A sentence after a press of a button. */
export interface Said {
  readonly intent: "success" | "error";
  readonly sentence: string;
  /** Where to look; each becomes a link. */
  readonly blocks: readonly CellBlock[];
}

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
  readonly written: readonly WrittenTable[];
  /** What the last press did, for the screen and for screen readers. */
  readonly said: Said | null;
  readonly write: () => void;
  readonly remove: (written: readonly WrittenTable[]) => void;
  /** Lets tables written without settings use them. */
  readonly passSettings: (written: readonly WrittenTable[]) => void;
}

export function useWriting(
  workbook: PaneWorkbook,
  book: BookRead | null,
  namespace: string,
): Writing {
  const [ticked, setTicked] = useState<ReadonlySet<ResultTable>>(new Set(["OPENLOTS"]));
  const [placing, setPlacing] = useState<Placing>("beside");
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState<readonly WrittenTable[]>([]);
  const [said, setSaid] = useState<Said | null>(null);
  const sought = useMemo(() => tablesSought(ticked, book), [ticked, book]);
  const { plan, obstacle } = usePlan(workbook, book, sought, placing, written, busy);

  const working = async (job: () => Promise<Said>): Promise<void> => {
    setBusy(true);
    setSaid(await job());
    setBusy(false);
  };

  const write = (): void => {
    if (book === null || sought.length === 0 || busy) return;
    void working(async () => {
      const settings = book.settings === null ? null : SETTINGS_NAME;
      const outcome = await workbook.writeTables({ trades: book.place, tables: sought, placing, namespace, settings });
      if (!outcome.ok) return refused(outcome.problem);
      setWritten((before) => [...before, ...outcome.value]);
      setTicked(new Set());
      const blocks = outcome.value.map((table) => table.block);
      return { intent: "success", sentence: wroteSentence(outcome.value), blocks };
    });
  };

  const remove = (tables: readonly WrittenTable[]): void => {
    void working(async () => {
      const { gone, stayed, sentence } = await removeTables(workbook.removeWritten, tables);
      setWritten((before) => before.filter((table) => !gone.includes(table)));
      return { intent: stayed.length === 0 ? "success" : "error", sentence, blocks: stayed.map(({ block }) => block) };
    });
  };

  const passSettings = (tables: readonly WrittenTable[]): void => {
    void working(async () => {
      const { now, stayed, sentence } = await passSettingsTo(workbook.passSettings, tables, SETTINGS_NAME);
      setWritten((before) => before.map((table) => now.get(table) ?? table));
      return { intent: stayed.length === 0 ? "success" : "error", sentence, blocks: stayed.map(({ block }) => block) };
    });
  };

  const tick = (table: ResultTable, on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(table);
    else next.delete(table);
    setTicked(next);
  };

  return { ticked, tick, placing, setPlacing, plan, obstacle, busy, written, said, write, remove, passSettings };
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

function refused(problem: Problem): Said {
  return { intent: "error", sentence: problem.sentence, blocks: [] };
}
