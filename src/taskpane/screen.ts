/** What every screen is handed by the frame. */
import type { CellBlock } from "../sheet/placing/addresses";
import type { PricesPlace } from "../sheet/placing/prices-place";
import type { SheetDraft } from "../sheet/placing/sheet-draft";
import type { Day } from "../values/plain-date";
import type { PaneWorkbook } from "./pane-workbook";
import type { BookRead } from "./read-book";

export type ScreenName = "data" | "import" | "settings" | "lots" | "harvest" | "wash" | "sell" | "plan" | "tax" | "reconcile" | "package";

export interface ScreenProps {
  readonly workbook: PaneWorkbook;
  /** `TAXLOT`, as the manifest of this build has it. */
  readonly namespace: string;
  readonly book: BookRead;
  readonly prices: PricesPlace | null;
  readonly asOf: Day;
  /** Grows by one whenever trades, prices, settings or the as-of day were read anew: a question asked again then has a new answer. */
  readonly revision: number;
  /** Selects cells on the sheet. */
  readonly onSelect: (block: CellBlock) => void;
  /** Selects the row of the trades range (first row 1, headings counted). */
  readonly onSelectRow: (row: number) => void;
  readonly onGo: (screen: ScreenName) => void;
  /** A quiet button's sheets, written as those of the primary one are: what happened is said, and "Remove what I wrote" knows them. */
  readonly onWrite?: (drafts: readonly SheetDraft[]) => Promise<void>;
  /** Puts the screen's one primary action into the footer; null while it has none. Keep it stable with useMemo. */
  readonly setAction: (action: ScreenAction | null) => void;
}

/** The one primary button of a screen, in the footer, above it what will be written and where. */
export interface ScreenAction {
  readonly label: string;
  /** "Writes 14 rows to new sheet ‘Harvest 2026-12-05’." Or why it cannot be pressed. */
  readonly plan: string;
  readonly disabled: boolean;
  /** It is disabled only until the answer is there that is on its way: a press waits for it. */
  readonly isWaiting?: boolean;
  /** Sheets to write; the frame writes them, says what happened and keeps them for "Remove what I wrote". */
  readonly drafts?: readonly SheetDraft[];
  /** Anything else. Answers with what to say, or null. */
  readonly run?: () => Promise<{ readonly intent: "success" | "error"; readonly sentence: string; readonly blocks: readonly CellBlock[] } | null>;
  /** After all has been written. */
  readonly done?: () => void;
}
