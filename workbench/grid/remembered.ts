/** What belongs to the workbook and Univer has no place for: kept here, and taken back by undo like everything else. */
import { CommandType, ICommandService, type Injector } from "@univerjs/core";
import type { UndoSteps } from "./undo-steps";

interface Remembering<T> {
  readonly unitId: string;
  readonly key: string;
  readonly value: T | undefined;
}

export class Remembered<T> {
  private readonly values = new Map<string, T>();
  private readonly commands: ICommandService;
  private readonly mutationId: string;
  private unitId = "";

  /** `onChange` follows every change, undone ones too; not what a file brings. */
  constructor(
    injector: Injector,
    private readonly steps: UndoSteps,
    what: string,
    onChange: (key: string) => void = () => undefined,
  ) {
    this.commands = injector.get(ICommandService);
    this.mutationId = `workbench.mutation.remember-${what}`;
    this.commands.registerCommand({
      id: this.mutationId,
      type: CommandType.MUTATION,
      handler: (_accessor, params?: Remembering<T>) => {
        if (!params || params.unitId !== this.unitId) return false;
        this.put(params.key, params.value);
        onChange(params.key);
        return true;
      },
    });
  }

  /** A workbook is opened: what was known of the one before is over. */
  open(unitId: string, values: Iterable<readonly [string, T]>): void {
    this.unitId = unitId;
    this.values.clear();
    for (const [key, value] of values) this.values.set(key, value);
  }

  get(key: string): T | undefined {
    return this.values.get(key);
  }

  /** Changes it as a step that can be undone. */
  set(key: string, value: T): void {
    const mutation = (to: T | undefined) => ({ id: this.mutationId, params: { unitId: this.unitId, key, value: to } });
    const before = this.values.get(key);
    this.commands.syncExecuteCommand(this.mutationId, mutation(value).params);
    this.steps.changed(this.unitId, [mutation(before)], [mutation(value)]);
  }

  /** Changes it as part of something else that is undone by its own means. */
  follow(key: string, value: T): void {
    this.values.set(key, value);
  }

  private put(key: string, value: T | undefined): void {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
  }
}
