/**
 * What Excel refuses for reasons of the moment, switched on by a test: somebody is typing in a cell, or
 * Excel is busy. A request that came with `delayForCellEdit` waits for the end of the typing instead.
 */
import type { BatchResults } from "./batch";
import type { RequestFlags } from "./frame";

type BatchError = NonNullable<BatchResults["Error"]>;

export class Refusals {
  private editing = false;
  private busyFor = 0;
  private waiting: (() => void)[] = [];

  /** Somebody types in a cell, or stops. */
  editCell(on: boolean): void {
    this.editing = on;
    if (on) return;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resume of waiting) resume();
  }

  /** The next batches, this many, are answered as by an Excel that has too much to do. */
  beBusy(batches: number): void {
    this.busyFor = batches;
  }

  /** A workbook is opened: nobody types in it yet. */
  end(): void {
    this.busyFor = 0;
    this.editCell(false);
  }

  /** Null when the batch may run now. */
  async before(flags: RequestFlags): Promise<BatchError | null> {
    if (this.busyFor > 0) {
      this.busyFor--;
      return refusal("HostIsBusy", "The host application is busy.", 503);
    }
    while (this.editing) {
      if (!flags.delayForCellEdit) {
        return refusal(
          "InvalidOperationInCellEditMode",
          "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
          400,
        );
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    return null;
  }
}

function refusal(Code: string, Message: string, HttpStatusCode: number): BatchError {
  return { Code, Message, Location: "", HttpStatusCode, ActionIndex: 0 };
}
