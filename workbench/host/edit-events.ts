/** Tells the add-in about edits, as Excel's onChanged does: on one sheet it watches, or on all of them. */
import { blockAddress } from "../addresses";
import type { Grid, SheetBlock } from "../grid/grid";
import type { EventEntry } from "./frame";

const CATEGORY_EVENT = 65536;
const TYPE_SHEET_CHANGED = 10;
const WHOLE_WORKBOOK = "Workbook";

export class EditEvents {
  private readonly watched = new Set<string>();
  private eventCount = 0;

  constructor(
    grid: Grid,
    private readonly send: (entries: readonly EventEntry[]) => void,
  ) {
    grid.onEdit((block) => this.edited(block));
  }

  watch(sheetId: string | null, on: boolean): void {
    const target = sheetId ?? WHOLE_WORKBOOK;
    if (on) this.watched.add(target);
    else this.watched.delete(target);
  }

  /** The add-in starts anew and has not asked for anything yet. */
  forget(): void {
    this.watched.clear();
  }

  private edited(block: SheetBlock): void {
    const targets = [WHOLE_WORKBOOK, block.sheetId].filter((target) => this.watched.has(target));
    if (targets.length === 0) return;
    const message = JSON.stringify({
      changeType: "RangeEdited",
      source: "Local",
      triggerSource: "Unknown",
      shiftDirection: "None",
      worksheetId: block.sheetId,
      address: blockAddress(block),
    });
    this.send(
      targets.map((target) => [CATEGORY_EVENT, TYPE_SHEET_CHANGED, target, message, `edit ${++this.eventCount}`, false]),
    );
  }
}
