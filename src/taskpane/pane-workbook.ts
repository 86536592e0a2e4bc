/** What the views may ask of the workbook. `src/workbook` does it; a test can stand in for it. */
import type { CellBlock } from "../sheet/placing/addresses";
import type { BrokerCells, BrokerPlace } from "../sheet/placing/broker-place";
import type { PriceListRow, PricesCells, PricesPlace } from "../sheet/placing/prices-place";
import type { SettingsFound } from "../sheet/placing/settings-rows";
import type { SheetDraft, WrittenSheet } from "../sheet/placing/sheet-draft";
import type { ForCopy, SourceOnSheet } from "../sheet/placing/copy-sources";
import type { FreezeRequest, Frozen, Repaired, Thawed } from "../sheet/placing/formula-care";
import type { ImportedBefore, ImportRequest, WrittenImport } from "../sheet/placing/import-write";
import type { IdentificationRow } from "../sheet/placing/identification-log";
import type { SettingChange } from "../sheet/placing/setting-changes";
import type { TradesCells, TradesPlace } from "../sheet/placing/trades-blocks";
import type { Watch } from "../sheet/placing/watch";
import type { PlannedTable, Placing, TableSought, WriteRequest, WrittenTable } from "../sheet/placing/writing";
import type { AccountantCopy } from "../sheet/copy/copy-types";
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
  /** Tells of blocks whose formulas have new results; answers false when this Excel cannot tell. */
  watchCalculations(calculated: (block: CellBlock) => void): Promise<boolean>;
  countsDaysFrom1904(): Promise<boolean>;
  /** Blocks that look like prices: tables and ranges with headings Symbol and Price and none of trades. */
  findPrices(): Promise<Outcome<readonly PricesPlace[]>>;
  selectedPrices(): Promise<Outcome<PricesPlace>>;
  readPrices(place: PricesPlace): Promise<Outcome<PricesCells>>;
  /** Blocks that look like a broker's Form 1099-B or 1099-DA: Tables first, then ranges on visible sheets. */
  findBrokerForms(): Promise<Outcome<readonly BrokerPlace[]>>;
  selectedBrokerForm(): Promise<Outcome<BrokerPlace>>;
  /** In the order of the places; one that cannot be read refuses them all, by name. */
  readBrokerForms(places: readonly BrokerPlace[]): Promise<Outcome<readonly BrokerCells[]>>;
  /** A visible sheet `Taxlot Prices`, named TaxlotPrices, its Price column ready to be filled. */
  createPriceList(rows: readonly PriceListRow[]): Promise<Outcome<CellBlock>>;
  /** The settings the user has selected, kept under the name TaxlotSettings. */
  useSelectedSettings(): Promise<Outcome<void>>;
  /** Writes values into the visible settings sheet, which is made when there is none; asked for a row that is not there, it adds it. */
  changeSettings(changes: readonly SettingChange[]): Promise<Outcome<void>>;
  /** Names the sheets will get: taken ones are counted up. */
  planSheets(drafts: readonly SheetDraft[]): Promise<Outcome<readonly string[]>>;
  /** All of the drafts in one undo group, or none of them. */
  writeSheets(drafts: readonly SheetDraft[]): Promise<Outcome<readonly WrittenSheet[]>>;
  /** Deletes each sheet that is as it was written; leaves each other one and says so. Answers in their order, a sentence where one was gone already. */
  removeSheets(written: readonly WrittenSheet[]): Promise<Outcome<readonly Outcome<string | null>[]>>;
  /** Appends to the visible sheet `Taxlot SpecID`, making it first; never changes a row that is there. Answers the rows written. */
  logIdentification(rows: readonly IdentificationRow[]): Promise<Outcome<CellBlock>>;
  /** What is selected now, and after every change of it (ExcelApi 1.9); answers how to stop. */
  watchSelection(selected: (address: string) => void): Promise<() => void>;
  /** What earlier imports have left on the sheets: the rows to combine new files with, and the files read. */
  findImported(watch: Watch): Promise<Outcome<ImportedBefore>>;
  /** Rows into the Table of an earlier import or a new one, and a sheet a file with its lines: all of it in one undo group, or none. */
  writeImport(request: ImportRequest, watch: Watch): Promise<Outcome<WrittenImport>>;
  /** Takes away just what this import wrote, if nobody touched it; else leaves all of it and says why. Answers a sentence when something was gone already. */
  removeImport(written: WrittenImport): Promise<Outcome<string | null>>;
  /** What the accountant's copy tells of beside the trades: the sheets of imported files, the log of identifications, frozen formulas. */
  readForCopy(watch: Watch): Promise<Outcome<ForCopy>>;
  /** The lines of these files as they stand on their sheets, in the same order. */
  readSourceLines(sources: readonly SourceOnSheet[], watch: Watch): Promise<Outcome<readonly (readonly (readonly unknown[])[])[]>>;
  /** Whether `openCopy` can be tried. */
  opensCopies(): boolean;
  /** The .xlsx file of these bytes, opened beside this workbook and not yet saved. */
  openCopy(bytes: Uint8Array): Promise<Outcome<void>>;
  /** The sheets of the copy in this workbook, for a host that cannot open one: all of them or none; each goes again with `removeSheets`. */
  sheetsInHere(copy: AccountantCopy): Promise<Outcome<readonly WrittenSheet[]>>;
  /** Enters formulas of ours again that are stuck at #NAME?. Protected sheets are left alone and named. */
  repairFormulas(namespace: string): Promise<Outcome<Repaired>>;
  /** Values in the place of our formulas, which wait on the visible sheet `Taxlot Frozen`. All of them or none. */
  freezeFormulas(request: FreezeRequest): Promise<Outcome<Frozen>>;
  /** The formulas back where they stood, if no value was changed since; else a sentence that names the cells. */
  thawFormulas(): Promise<Outcome<Thawed>>;
}
