/**
 * Undo, as Univer keeps it: a list of steps, each with the mutations that take it back. What the add-in
 * does in one request batch is collected and becomes one step, whatever number of changes it is made of.
 */
import {
  ICommandService,
  IUndoRedoService,
  LocalUndoRedoService,
  RedoCommandId,
  UndoCommandId,
  type IMutationInfo,
  type Injector,
  type IUndoRedoItem,
} from "@univerjs/core";

/** The changes of one batch, in order. */
export type UndoStep = IUndoRedoItem[];

export class UndoSteps {
  private collecting: UndoStep | null = null;
  private stepping = false;
  private readonly push: (item: IUndoRedoItem) => void;

  constructor(injector: Injector) {
    const service = injector.get(IUndoRedoService);
    const { pushUndoRedo } = LocalUndoRedoService.prototype;
    this.push = (item) => pushUndoRedo.call(service as LocalUndoRedoService, item);
    // What the injector hands out stands for the service and is not it: Univer's commands would pass by a change to it.
    LocalUndoRedoService.prototype.pushUndoRedo = (item) => this.done(item);
    const commands = injector.get(ICommandService);
    commands.beforeCommandExecuted(({ id }) => {
      if (isStep(id)) this.stepping = true;
    });
    commands.onCommandExecuted(({ id }) => {
      if (isStep(id)) this.stepping = false;
    });
  }

  /** A step is being taken back or done again: what follows from an edit has its own part in that step. */
  get isStepping(): boolean {
    return this.stepping;
  }

  changed(unitID: string, undoMutations: IMutationInfo[], redoMutations: IMutationInfo[]): void {
    this.done({ unitID, undoMutations, redoMutations });
  }

  /** What `work` changes belongs to `step`. It must not wait for anything: others would get in. */
  collect<T>(step: UndoStep, work: () => T): T {
    const outer = this.collecting;
    this.collecting = step;
    try {
      return work();
    } finally {
      this.collecting = outer;
    }
  }

  /** Ends a step. One in which nothing changed is none. */
  close(step: UndoStep): void {
    const unitID = step.at(-1)?.unitID;
    if (unitID === undefined) return;
    const ofUnit = step.filter((item) => item.unitID === unitID);
    this.push({
      unitID,
      undoMutations: [...ofUnit].reverse().flatMap((item) => item.undoMutations),
      redoMutations: ofUnit.flatMap((item) => item.redoMutations),
    });
  }

  private done(item: IUndoRedoItem): void {
    if (this.stepping) return;
    if (this.collecting) this.collecting.push(item);
    else this.push(item);
  }
}

function isStep(commandId: string): boolean {
  return commandId === UndoCommandId || commandId === RedoCommandId;
}
