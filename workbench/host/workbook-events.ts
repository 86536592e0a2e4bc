/** Tells the add-in what happens in the workbook, as Excel's events do: on one sheet it watches, or on all of them. */
import { blockAddress } from "../addresses";
import type { Grid, SheetBlock, SheetsChange } from "../grid/grid";
import type { EventEntry } from "./frame";

/** By office.js's numbers. */
const EVENT_TYPES = { changed: 10, added: 13, selection: 14, deleted: 15, calculated: 16, renamed: 25 } as const;
const CATEGORY_EVENT = 65536;
const WHOLE_WORKBOOK = "Workbook";

export type WatchedKind = keyof typeof EVENT_TYPES;

export class WorkbookEvents {
  private readonly watched = new Set<string>();
  /** As they were last known, for what a sheet was called before. */
  private names = new Map<string, string>();
  private eventCount = 0;

  constructor(
    private readonly grid: Grid,
    private readonly send: (entries: readonly EventEntry[]) => void,
  ) {
    this.learnNames();
  }

  watch(kind: WatchedKind, sheetId: string | null, on: boolean): void {
    const target = key(kind, sheetId ?? WHOLE_WORKBOOK);
    if (on) this.watched.add(target);
    else this.watched.delete(target);
  }

  edited(block: SheetBlock): void {
    this.tell("changed", block.sheetId, {
      changeType: "RangeEdited",
      source: "Local",
      triggerSource: "Unknown",
      shiftDirection: "None",
      worksheetId: block.sheetId,
      address: blockAddress(block),
    });
  }

  calculated(block: SheetBlock): void {
    this.tell("calculated", block.sheetId, { worksheetId: block.sheetId, address: blockAddress(block) });
  }

  selected(block: SheetBlock): void {
    this.tell("selection", block.sheetId, { worksheetId: block.sheetId, address: blockAddress(block) });
  }

  sheetsChanged(change: SheetsChange): void {
    const { sheetId } = change;
    const nameBefore = this.names.get(sheetId) ?? "";
    this.learnNames();
    if (change.kind !== "renamed") {
      this.tell(change.kind, sheetId, { source: "Local", worksheetId: sheetId });
      return;
    }
    this.tell("renamed", sheetId, { source: "Local", worksheetId: sheetId, nameBefore, nameAfter: change.name });
  }

  private learnNames(): void {
    this.names = new Map(this.grid.sheets().map(({ id, name }) => [id, name]));
  }

  private tell(kind: WatchedKind, sheetId: string, message: Readonly<Record<string, unknown>>): void {
    const targets = [WHOLE_WORKBOOK, sheetId].filter((target) => this.watched.has(key(kind, target)));
    if (targets.length === 0) return;
    const text = JSON.stringify(message);
    this.send(
      targets.map((target) => [CATEGORY_EVENT, EVENT_TYPES[kind], target, text, `event ${++this.eventCount}`, false]),
    );
  }
}

function key(kind: WatchedKind, target: string): string {
  return `${kind} ${target}`;
}
