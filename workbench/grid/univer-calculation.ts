/**
 * Knows whether Univer is calculating or about to. A change that touches formulas is answered after a
 * pause of 100 ms; a calculation then runs in slices. Both count as "not calculated yet".
 */
import type { ICommandInfo, ICommandService, IExecutionOptions } from "@univerjs/core";
import {
  ClearSelectionFormatCommand,
  SetBorderCommand,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetRangeValuesMutation,
  SetStyleCommand,
  SetTriggerFormulaCalculationStartMutation,
  type IActiveDirtyManagerService,
  type ISetFormulaCalculationNotificationMutation,
} from "@univerjs/preset-sheets-core";
import type { SheetCell } from "./grid";

const STOPPED = 1;
const STARTS_WITHIN_MS = 500;

/** Results being filled in, and changes of format: Univer calculates nothing for them. */
function isNoEdit(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): boolean {
  const { trigger } = command.params as { trigger?: string };
  return options?.onlyLocal === true || (trigger !== undefined && FORMAT_COMMANDS.has(trigger));
}

const FORMAT_COMMANDS: ReadonlySet<string> = new Set([
  SetStyleCommand.id,
  SetBorderCommand.id,
  ClearSelectionFormatCommand.id,
]);

export class UniverCalculation {
  private due = false;
  private dueTimer = 0;
  private running = false;
  private readonly listeners: (() => void)[] = [];
  private waiting: (() => void)[] = [];

  constructor(
    private readonly commands: ICommandService,
    dirty: IActiveDirtyManagerService,
  ) {
    commands.onCommandExecuted((command, options) => {
      if (command.id === SetFormulaCalculationStartMutation.id) {
        this.due = false;
        window.clearTimeout(this.dueTimer);
        this.running = true;
      } else if (command.id === SetFormulaCalculationNotificationMutation.id) {
        this.notified(command.params as ISetFormulaCalculationNotificationMutation);
      } else if (dirty.get(command.id) && !(command.id === SetRangeValuesMutation.id && isNoEdit(command, options))) {
        this.becomesDue();
      }
    });
  }

  onCalculated(listener: () => void): void {
    this.listeners.push(listener);
  }

  isCalculated(): boolean {
    return !this.due && !this.running;
  }

  calculated(): Promise<void> {
    if (this.isCalculated()) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Calculates these cells and what depends on them; without cells, everything. */
  recalculate(unitId: string, cells: readonly SheetCell[] | undefined): void {
    const dirtyRanges = (cells ?? []).map(({ sheetId, row, column }) => ({
      unitId,
      sheetId,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    }));
    void this.commands.executeCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      { commands: [], dirtyRanges, forceCalculation: cells === undefined },
      { onlyLocal: true },
    );
  }

  /** Some changes turn out to need no calculation: none starts, and waiting ends. */
  private becomesDue(): void {
    this.due = true;
    window.clearTimeout(this.dueTimer);
    this.dueTimer = window.setTimeout(() => {
      this.due = false;
      this.release();
    }, STARTS_WITHIN_MS);
  }

  private release(): void {
    if (!this.isCalculated()) return;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  private notified(params: ISetFormulaCalculationNotificationMutation): void {
    if (params.functionsExecutedState === undefined) return;
    // Stopped only to start again with more to do.
    if (params.functionsExecutedState === STOPPED) return;
    this.running = false;
    for (const listener of this.listeners) listener();
    this.release();
  }
}
