/** What the views may ask of the workbook. `src/workbook` does it; a test can stand in for it. */
import type { CellBlock } from "../sheet/placing/addresses";
import type { SettingsFound } from "../sheet/placing/settings-rows";
import type { TradesCells, TradesPlace } from "../sheet/placing/trades-blocks";
import type { Watch } from "../sheet/placing/watch";
import type { PlannedTable, Placing, TableSought, WriteRequest, WrittenTable } from "../sheet/placing/writing";
import type { Outcome } from "../values/outcome";

export interface PaneWorkbook {
  findTrades(): Promise<Outcome<readonly TradesPlace[]>>;
  selectedPlace(): Promise<Outcome<TradesPlace>>;
  readTradesCells(place: TradesPlace, watch: Watch): Promise<Outcome<TradesCells>>;
  findSettings(): Promise<Outcome<SettingsFound | null>>;
  createSettingsSheet(): Promise<Outcome<void>>;
  selectBlock(block: CellBlock): Promise<Outcome<void>>;
  planTables(
    trades: TradesPlace,
    tables: readonly TableSought[],
    placing: Placing,
  ): Promise<Outcome<readonly PlannedTable[]>>;
  writeTables(request: WriteRequest): Promise<Outcome<readonly WrittenTable[]>>;
  /** Answers with a sentence when something had to stay. */
  removeWritten(written: WrittenTable): Promise<Outcome<string | null>>;
  /** Enters the unchanged formulas of a table once more, now with settings. */
  passSettings(written: WrittenTable, settings: string): Promise<Outcome<WrittenTable>>;
  /** Answers false when this Excel cannot tell. */
  watchChanges(changed: (block: CellBlock) => void): Promise<boolean>;
  countsDaysFrom1904(): Promise<boolean>;
}
