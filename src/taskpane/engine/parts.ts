/**
 * Long lists leave a message and travel before it, some items at a time: the browser copies a message in one go, and 100,000
 * rows in one would hold the page up for a second.
 */

/** Some hundred rows are copied within a frame. */
export const ITEMS_PER_MESSAGE = 500;

/** Items of one list; `list` counts the lists of a message. */
export interface Part {
  readonly list: number;
  readonly items: readonly unknown[];
}

/** Stands in the message where a list was. */
interface Absent {
  readonly absentList: number;
}

export interface Parted {
  /** Without its long lists. */
  readonly rest: unknown;
  readonly parts: readonly Part[];
}

/** Plain objects and lists are gone through; whatever else is left as it is. */
export function inParts(message: unknown): Parted {
  const parts: Part[] = [];
  let lists = 0;
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      if (value.length <= ITEMS_PER_MESSAGE) return value.map(without);
      const list = lists++;
      for (let first = 0; first < value.length; first += ITEMS_PER_MESSAGE) parts.push({ list, items: value.slice(first, first + ITEMS_PER_MESSAGE) });
      return { absentList: list } satisfies Absent;
    }
    return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, without(each)])) : value;
  };
  return { rest: without(message), parts };
}

/** The message as it was, from its parts in the order they were made. */
export function whole({ rest, parts }: Parted): unknown {
  const lists = new Map<number, unknown[]>();
  for (const { list, items } of parts) {
    const found = lists.get(list);
    if (found === undefined) lists.set(list, [...items]);
    else for (const item of items) found.push(item);
  }
  const restored = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(restored);
    if (!isPlain(value)) return value;
    const { absentList } = value as Partial<Absent>;
    if (absentList !== undefined) return lists.get(absentList) ?? [];
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, restored(each)]));
  };
  return restored(rest);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Of another realm its prototype is another one, whose own is null too.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
