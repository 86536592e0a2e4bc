import { absolute, parseAddress } from "../../addresses";
import type { NameContent } from "../../content";
import { HostError, invalidArgument, itemNotFound } from "../host-error";
import { PlainResult, type HostClass, type HostObject } from "../host-class";
import { rangeClass, rangeObject } from "./range";
import { objectOf, type ExcelWorld, type RangeTarget, type WorldTarget } from "./world";

interface NameTarget {
  readonly world: ExcelWorld;
  readonly item: NameContent;
}

const LEGAL_NAME = /^[A-Za-z_\\\u0080-\uffff][A-Za-z0-9_.\\\u0080-\uffff]{0,254}$/;

export const namedItemClass: HostClass<NameTarget> = {
  name: "NamedItem",
  identity: ({ item }) => ({ Id: item.name }),
  properties: {
    name: ({ item }) => item.name,
    formula: ({ item }) => item.refersTo,
    scope: ({ item }) => (item.sheet === undefined ? "Workbook" : "Worksheet"),
    type: ({ item }) => (parseAddress(item.refersTo) ? "Range" : "Error"),
    visible: () => true,
  },
  setters: {
    formula: ({ world, item }, formula) => world.grid.setName({ ...item, refersTo: String(formula) }),
  },
  methods: {
    Delete: ({ world, item }) => world.grid.removeName(item.name),
    GetRange: (target) => {
      const range = rangeOf(target);
      if (!range) throw invalidArgument("NamedItem.getRange");
      return range;
    },
    GetRangeOrNullObject: (target) => rangeOf(target),
  },
};

export const namedItemsClass: HostClass<WorldTarget> = {
  name: "NamedItemCollection",
  items: ({ world }) => world.grid.names().map((item) => objectOf(namedItemClass, { world, item })),
  indexer: ({ world }, key) => nameOrThrow(world, key),
  methods: {
    GetItem: ({ world }, key) => nameOrThrow(world, key),
    GetItemOrNullObject: ({ world }, key) => findName(world, key),
    GetCount: ({ world }) => new PlainResult(world.grid.names().length),
    Add: ({ world }, name, reference) => {
      const wanted = String(name);
      if (!LEGAL_NAME.test(wanted)) throw invalidArgument("NamedItemCollection.add");
      if (findName(world, wanted)) {
        throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", "NamedItemCollection.add");
      }
      world.grid.setName({ name: wanted, refersTo: refersTo(reference) });
      return nameOrThrow(world, wanted);
    },
  },
};

function findName(world: ExcelWorld, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const item = world.grid.names().find((name) => name.name.toLowerCase() === wanted);
  return item ? objectOf(namedItemClass, { world, item }) : null;
}

function nameOrThrow(world: ExcelWorld, key: unknown): HostObject {
  const item = findName(world, key);
  if (!item) throw itemNotFound("NamedItemCollection.getItem");
  return item;
}

function rangeOf({ world, item }: NameTarget): HostObject | null {
  const parsed = parseAddress(item.refersTo);
  const sheet = parsed && world.grid.sheets().find((info) => info.name.toLowerCase() === parsed.sheet?.toLowerCase());
  return parsed && sheet ? rangeObject({ world, sheetId: sheet.id, ...parsed.block }, parsed.block) : null;
}

function refersTo(reference: unknown): string {
  if (typeof reference === "string") return reference.startsWith("=") ? reference : `=${reference}`;
  const object = reference as HostObject | null;
  if (!object || object.hostClass !== rangeClass) throw invalidArgument("NamedItemCollection.add");
  const range = object.target as RangeTarget;
  return `=${absolute(String(rangeClass.properties?.address?.(range)))}`;
}
