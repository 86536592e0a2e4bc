/**
 * How an Excel class is described to the dispatcher: one table, members by the names office.js sends.
 * What is not in the table does not exist here; asking for it fails by name.
 */

/** An object of the host: what it stands for, and the table that says what it can do. */
export interface HostObject {
  // The dispatcher never looks inside `target`; only the class's own table does.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly hostClass: HostClass<any>;
  readonly target: unknown;
}

/** A value that is not an object of the host, sent back as it is. */
export class PlainResult {
  constructor(readonly value: unknown) {}
}

export type MethodResult = HostObject | PlainResult | null | void;

export interface HostClass<T> {
  readonly name: string;
  /** Properties that can be loaded, in camel case. */
  readonly properties?: Readonly<Record<string, (target: T) => unknown>>;
  /** Properties that can be set. */
  readonly setters?: Readonly<Record<string, (target: T, value: unknown) => void>>;
  /** Properties that lead to another object (`range.format`); null: a null object. */
  readonly links?: Readonly<Record<string, (target: T) => HostObject | null>>;
  /** Methods by the name office.js sends ("GetUsedRange"). */
  readonly methods?: Readonly<Record<string, (target: T, ...args: readonly unknown[]) => MethodResult>>;
  /** A collection's objects, in order. */
  readonly items?: (target: T) => readonly HostObject[];
  /** `collection.getItem` through an indexer path. */
  readonly indexer?: (target: T, key: unknown) => HostObject;
  /** Sent with every instance, so that office.js can name it again later ({ Id: … }). */
  readonly identity?: (target: T) => Readonly<Record<string, unknown>>;
}

export function hostObject<T>(hostClass: HostClass<T>, target: T): HostObject {
  return { hostClass, target };
}
