/** Objects of the Excel API as a pane sees them: a property is read only after it was loaded and synced. */

export class ExcelError extends Error {
  constructor(readonly code: string, message = code) {
    super(message);
  }
}

export type Readers = Record<string, () => unknown>;

/** Loads and writes wait here for the next sync. */
export interface Waiting {
  readonly onSync: (() => void)[];
}

/**
 * `members` are there at once (a member called `set name` takes an assignment); what `readers` read must be loaded
 * first. A `missing` object is a null object: its methods do nothing.
 */
export function remote(link: Waiting, name: string, readers: Readers, members: Record<string, unknown> = {}, missing = false): unknown {
  const loaded = new Map<string, unknown>();
  let synced = false;
  link.onSync.push(() => (synced = true));
  const proxy: unknown = new Proxy(members, {
    get(_, property) {
      if (typeof property === "symbol" || property === "then") return undefined;
      if (property === "load") {
        return (names: string) => {
          for (const path of names.split(",")) link.onSync.push(() => missing || loadPath(path.trim()));
          return proxy;
        };
      }
      if (property === "isNullObject") {
        if (!synced) throw new ExcelError("PropertyNotLoaded", `${name}.isNullObject before sync`);
        return missing;
      }
      if (property in members) return members[property];
      if (loaded.has(property)) return loaded.get(property);
      if (missing && property === "delete") return () => undefined;
      if (property in readers) throw new ExcelError("PropertyNotLoaded", `${name}.${property}`);
      throw new ExcelError("NotImplemented", `the fake has no ${name}.${property}`);
    },
    set(_, property, value) {
      const setter = members[`set ${String(property)}`];
      if (typeof setter !== "function") throw new ExcelError("NotImplemented", `the fake cannot set ${name}.${String(property)}`);
      setter(value);
      return true;
    },
  });
  const loadPath = (path: string): void => {
    const [first = "", ...rest] = path.split("/");
    const reader = readers[first];
    if (first === "items") {
      const items = (loaded.get("items") ?? reader?.()) as { load: (names: string) => void }[];
      loaded.set("items", items);
      for (const item of items) item.load(rest.join("/"));
      for (const step of link.onSync.splice(0)) step();
    } else if (rest.length > 0) {
      (members[first] as { load: (names: string) => void }).load(rest.join("/"));
      for (const step of link.onSync.splice(0)) step();
    } else if (reader) loaded.set(first, reader());
    else throw new ExcelError("NotImplemented", `the fake cannot load ${name}.${path}`);
  };
  return proxy;
}
