/**
 * Executes the request batches of office.js: resolves object paths, runs the actions in order, stops
 * at the first that fails. Knows no Excel class; those are tables (host/classes).
 */
import {
  ActionType,
  PathType,
  type Action,
  type ActionResult,
  type ArgumentInfo,
  type Batch,
  type BatchResults,
  type ObjectPath,
} from "./batch";
import { HostError, invalidArgument } from "./host-error";
import { PlainResult, type HostObject, type MethodResult } from "./host-class";
import { queryObject } from "./query";

export interface DispatcherWorld {
  /** The root of every path: the workbook. */
  readonly root: HostObject;
  /** Objects made by class name ("Microsoft.ExcelServices.CustomFunctions" …). */
  newObject(className: string): HostObject | null;
  /** Called for every member used, and for every member that is missing. */
  used(member: string, found: boolean): void;
  /** Before an action that reads cells: lets a calculation that is due finish. */
  calculated(): Promise<void>;
}

type InStep = <T>(work: () => T) => T;

export class Dispatcher {
  private readonly references = new Map<string, HostObject>();
  private readonly referenceIds = new WeakMap<HostObject, string>();
  private referenceCount = 0;

  constructor(private readonly world: DispatcherWorld) {}

  /** `inStep` runs an action so that its changes belong together for undo. */
  async process(batch: Batch, inStep: InStep = (work) => work()): Promise<BatchResults> {
    const run = new BatchRun(batch, this.world, this);
    const results: ActionResult[] = [];
    const traceIds: number[] = [];
    const actions = batch.Actions ?? [];
    for (const [index, action] of actions.entries()) {
      try {
        if (run.reads(action)) await this.world.calculated();
        const value = inStep(() => run.perform(action));
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
        if (action.ActionType === ActionType.Trace) traceIds.push(action.Id);
      } catch (error) {
        return { Results: results, TraceIds: traceIds, Error: errorOf(error, index) };
      }
    }
    return { Results: results, TraceIds: traceIds };
  }

  keep(object: HostObject): void {
    if (this.referenceIds.has(object)) return;
    const id = `reference ${++this.referenceCount}`;
    this.references.set(id, object);
    this.referenceIds.set(object, id);
  }

  release(id: string): void {
    const object = this.references.get(id);
    if (object) this.referenceIds.delete(object);
    this.references.delete(id);
  }

  referenceIdOf(object: HostObject): string | undefined {
    return this.referenceIds.get(object);
  }

  byReference(id: string): HostObject {
    const object = this.references.get(id);
    if (!object) throw new HostError("InvalidReference", "The object is no longer tracked.", id);
    return object;
  }
}

/** One batch: its paths are resolved once and remembered. */
class BatchRun {
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly batch: Batch,
    private readonly world: DispatcherWorld,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** What the action gives depends on calculated cells: their values, or how far they reach. */
  reads(action: Action): boolean {
    if (action.ActionType === ActionType.Query || action.ActionType === ActionType.QueryAsJson) return true;
    const path = this.batch.ObjectPaths?.[action.ObjectPathId];
    return action.ActionType === ActionType.Instantiate && /Used|Spill/.test(path?.Name ?? "");
  }

  /** What the action answers; undefined when it answers nothing. */
  perform(action: Action): unknown {
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return this.instanceOf(this.resolve(action.ObjectPathId));
      case ActionType.Query:
      case ActionType.QueryAsJson:
        return queryObject(this.resolve(action.ObjectPathId), action.QueryInfo ?? {}, this.world.used);
      case ActionType.Method:
        return this.callAction(action);
      case ActionType.SetProperty:
        this.set(this.resolve(action.ObjectPathId), action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
        return undefined;
      case ActionType.Update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          this.set(this.resolve(action.ObjectPathId), name, value);
        }
        return undefined;
      // office.js runs what it tied to a trace (adding an event handler, say) when it sees its result.
      case ActionType.Trace:
        return null;
      case ActionType.EnsureUnchanged:
        return undefined;
      default:
        throw this.missing("request batches", `action type ${action.ActionType}`);
    }
  }

  private callAction(action: Action): unknown {
    const object = this.resolve(action.ObjectPathId);
    if (object === null) return null;
    if (action.Name === "_KeepReference") {
      this.dispatcher.keep(object);
      return undefined;
    }
    if (action.Name === "_RemoveReference") {
      this.dispatcher.release(String(this.argumentsOf(action.ArgumentInfo)[0]));
      return undefined;
    }
    const result = this.call(object, action.Name, action.ArgumentInfo);
    if (result instanceof PlainResult) return result.value;
    return result ? this.instanceOf(result) : null;
  }

  private resolve(pathId: number): HostObject | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) return known;
    const path = this.batch.ObjectPaths?.[pathId];
    if (!path) throw invalidArgument(`object path ${pathId}`);
    const object = this.follow(path);
    this.resolved.set(pathId, object);
    return object;
  }

  private follow(path: ObjectPath): HostObject | null {
    if (path.ObjectPathType === PathType.Root) return this.world.root;
    if (path.ObjectPathType === PathType.NullObject) return null;
    if (path.ObjectPathType === PathType.ReferenceId) return this.dispatcher.byReference(path.Name);
    if (path.ObjectPathType === PathType.NewObject) {
      const made = this.world.newObject(path.Name);
      if (made === null) throw this.missing(path.Name, "new object");
      return made;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PathType.Property:
        return this.link(parent, path.Name);
      case PathType.Indexer:
        return this.indexed(parent, this.argumentsOf(path.ArgumentInfo)[0]);
      case PathType.Method: {
        const result = this.call(parent, path.Name, path.ArgumentInfo);
        return result instanceof PlainResult || !result ? null : result;
      }
      default:
        throw this.missing("request batches", `object path type ${path.ObjectPathType}`);
    }
  }

  private call(object: HostObject, name: string, info: ArgumentInfo | undefined): MethodResult {
    if (name === "_GetObjectByReferenceId") {
      return this.dispatcher.byReference(String(this.argumentsOf(info)[0]));
    }
    const method = own(object.hostClass.methods, name);
    if (!method) throw this.missing(object.hostClass.name, camelCase(name));
    this.world.used(`${object.hostClass.name}.${camelCase(name)}`, true);
    return method(object.target, ...this.argumentsOf(info));
  }

  private link(parent: HostObject, name: string): HostObject | null {
    const link = own(parent.hostClass.links, camelCase(name));
    if (!link) throw this.missing(parent.hostClass.name, camelCase(name));
    this.world.used(`${parent.hostClass.name}.${camelCase(name)}`, true);
    return link(parent.target);
  }

  private indexed(parent: HostObject, key: unknown): HostObject {
    if (!parent.hostClass.indexer) throw this.missing(parent.hostClass.name, "getItem");
    this.world.used(`${parent.hostClass.name}.getItem`, true);
    return parent.hostClass.indexer(parent.target, key);
  }

  private set(object: HostObject | null, name: string, value: unknown): void {
    if (object === null) throw new HostError("InvalidOperation", "The object does not exist.", camelCase(name));
    const setter = own(object.hostClass.setters, camelCase(name));
    if (!setter) throw this.missing(object.hostClass.name, `${camelCase(name)} (set)`);
    this.world.used(`${object.hostClass.name}.${camelCase(name)}`, true);
    setter(object.target, value);
  }

  private argumentsOf(info: ArgumentInfo | undefined): readonly unknown[] {
    const referenced = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((argument, index) => {
      const pathId = referenced?.[index];
      return pathId ? this.resolve(pathId) : argument;
    });
  }

  private instanceOf(object: HostObject | null): unknown {
    if (object === null) return null;
    const referenceId = this.dispatcher.referenceIdOf(object);
    return {
      ...object.hostClass.identity?.(object.target),
      ...(referenceId === undefined ? {} : { _ReferenceId: referenceId }),
    };
  }

  private missing(className: string, member: string): HostError {
    this.world.used(`${className}.${member}`, false);
    return notImplemented(className, member);
  }
}

export function notImplemented(className: string, member: string): HostError {
  const name = `${className}.${member}`;
  return new HostError("NotImplemented", `The workbench has no ${name}.`, name);
}

/** A table's own entry: "constructor" and the like are not members. */
export function own<V>(table: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return table && Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined;
}

export function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function errorOf(error: unknown, actionIndex: number): BatchResults["Error"] {
  const known = error instanceof HostError;
  if (!known) console.error("workbench host:", error);
  return {
    Code: known ? error.code : "GeneralException",
    Message: error instanceof Error ? error.message : String(error),
    Location: known ? error.location : "",
    HttpStatusCode: 400,
    ActionIndex: actionIndex,
  };
}
