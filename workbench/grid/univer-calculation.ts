/** Univer's calculations: has them made, and tells when they are over. */
import type { ICommandInfo, ICommandService, IExecutionOptions } from "@univerjs/core";
import {
  ClearSelectionFormatCommand,
  FormulaExecutedStateType,
  FormulaExecuteStageType,
  SetBorderCommand,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetRangeValuesMutation,
  SetStyleCommand,
  SetTriggerFormulaCalculationStartMutation,
  type IActiveDirtyManagerService,
  type ISetFormulaCalculationNotificationMutation,
} from "@univerjs/preset-sheets-core";
import { CalculationState } from "./calculation-state";
import type { SheetCell } from "./grid";

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
  private readonly state = new CalculationState();
  private readonly listeners: (() => void)[] = [];
  private waiting: (() => void)[] = [];

  constructor(
    private readonly commands: ICommandService,
    dirty: IActiveDirtyManagerService,
  ) {
    commands.onCommandExecuted((command, options) => {
      if (command.id === SetFormulaCalculationStartMutation.id) {
        this.state.started();
      } else if (command.id === SetFormulaCalculationNotificationMutation.id) {
        this.notified(command.params as ISetFormulaCalculationNotificationMutation);
      } else if (dirty.get(command.id) && !(command.id === SetRangeValuesMutation.id && isNoEdit(command, options))) {
        this.state.changed();
      }
    });
  }

  onCalculated(listener: () => void): void {
    this.listeners.push(listener);
  }

  isCalculated(): boolean {
    return this.state.isCalculated();
  }

  calculated(): Promise<void> {
    if (this.isCalculated()) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Calculates these cells and what depends on them; without cells, everything. It is due when this returns. */
  recalculate(unitId: string, cells: readonly SheetCell[] | undefined): void {
    const dirtyRanges = (cells ?? []).map(({ sheetId, row, column }) => ({
      unitId,
      sheetId,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    }));
    this.trigger(dirtyRanges, cells === undefined);
  }

  private trigger(dirtyRanges: readonly unknown[], forceCalculation: boolean): void {
    this.commands.syncExecuteCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      { commands: [], dirtyRanges, forceCalculation },
      { onlyLocal: true },
    );
  }

  private notified({ stageInfo, functionsExecutedState }: ISetFormulaCalculationNotificationMutation): void {
    if (stageInfo?.stage === FormulaExecuteStageType.START_DEPENDENCY) this.state.began();
    if (stageInfo?.stage === FormulaExecuteStageType.CALCULATION_COMPLETED) this.state.completed();
    if (functionsExecutedState === undefined) return;
    if (this.state.outcome(functionsExecutedState === FormulaExecutedStateType.STOP_EXECUTION)) this.ended();
  }

  private ended(): void {
    for (const listener of this.listeners) listener();
    if (this.state.missedCells()) this.trigger([], true);
    if (!this.isCalculated()) return;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
