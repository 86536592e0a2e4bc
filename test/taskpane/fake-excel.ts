/**
 * The few members of Excel that src/workbook uses, over sheets in memory. As in Excel, a property is read only
 * after it was loaded and synced, and a member that is not here fails by name.
 */
import { addressWithinSheet, cellOf, sheetInFormula, type CellBlock } from "../../src/sheet/placing/addresses";

export type Cell = string | number | boolean;

/** What a formula shows: a block that spills, or one value. */
export type Answer = readonly (readonly Cell[])[] | Cell;

export class FakeSheet {
  readonly cells = new Map<string, Cell>();
  readonly formats = new Map<string, string>();
  readonly widths = new Map<number, number>();
  /** Cells with a fill or bold letters. */
  readonly filled = new Set<string>();
  protected = false;
  visibility = "Visible";
  frozenRows = 0;
  constructor(public name: string) {}

  put(row: number, column: number, rows: readonly (readonly Cell[])[]): void {
    rows.forEach((cells, r) => cells.forEach((cell, c) => this.set(row + r, column + c, cell)));
  }

  set(row: number, column: number, cell: Cell): void {
    if (cell === "") this.cells.delete(`${row},${column}`);
    else this.cells.set(`${row},${column}`, cell);
  }
}

export class FakeWorkbook {
  readonly sheets: FakeSheet[] = [];
  readonly tables: { name: string; block: CellBlock }[] = [];
  readonly names = new Map<string, CellBlock>();
  readonly apiSets = new Set(["1.9", "1.12"]);
  selected: CellBlock | null = null;
  active = "";
  /** What a formula answers; the text of the formula is given. */
  answer: (formula: string) => Answer = () => "#NAME?";
  /** Called before every sync; may throw as Excel would. */
  beforeSync: () => void = () => undefined;
  changed: ((event: { worksheetId: string; address: string }) => unknown)[] = [];

  sheet(name: string): FakeSheet {
    const known = this.sheets.find((sheet) => sheet.name === name);
    if (known) return known;
    const sheet = new FakeSheet(name);
    this.sheets.push(sheet);
    return sheet;
  }

  /** What the cells of a sheet show, spills included. */
  shown(name: string): Map<string, Cell> {
    const sheet = this.sheet(name);
    const shown = new Map(sheet.cells);
    for (const [key, content] of sheet.cells) {
      if (typeof content !== "string" || !content.startsWith("=")) continue;
      const [row = 0, column = 0] = key.split(",").map(Number);
      const answer = this.answer(content);
      const block = Array.isArray(answer) ? (answer as readonly (readonly Cell[])[]) : [[answer as Cell]];
      const blocked = block.some((cells, r) => cells.some((_, c) => (r > 0 || c > 0) && sheet.cells.has(`${row + r},${column + c}`)));
      if (blocked) shown.set(key, "#SPILL!");
      else block.forEach((cells, r) => cells.forEach((cell, c) => shown.set(`${row + r},${column + c}`, cell)));
    }
    return shown;
  }

  /** Values of a block as the grid shows them, "" where blank. */
  values(block: CellBlock): Cell[][] {
    const shown = this.shown(block.sheet);
    return matrix(block, (row, column) => shown.get(`${row},${column}`) ?? "");
  }
}

function matrix<T>(block: CellBlock, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: block.rows }, (_, r) =>
    Array.from({ length: block.columns }, (_, c) => at(block.row + r, block.column + c)),
  );
}

export class ExcelError extends Error {
  constructor(readonly code: string, message = code) {
    super(message);
  }
}

type Readers = Record<string, () => unknown>;

/** Installs `Excel` and `Office` over a workbook; answers with the way to take them away. */
export function installFake(book: FakeWorkbook): () => void {
  const before = { Excel: Reflect.get(globalThis, "Excel"), Office: Reflect.get(globalThis, "Office") };
  const run = async (...given: unknown[]): Promise<unknown> => (given.at(-1) as (context: unknown) => unknown)(contextOf(book));
  const isSetSupported = (_: string, version: string): boolean => book.apiSets.has(version);
  Object.assign(globalThis, { Excel: { run }, Office: { context: { requirements: { isSetSupported } } } });
  return () => void Object.assign(globalThis, before);
}

function contextOf(book: FakeWorkbook): unknown {
  const onSync: (() => void)[] = [];
  const link = { book, onSync };
  return {
    workbook: workbookProxy(link),
    sync: async () => {
      book.beforeSync();
      for (const step of onSync.splice(0)) step();
    },
  };
}

interface Link {
  readonly book: FakeWorkbook;
  /** Loads wait here for the next sync. */
  readonly onSync: (() => void)[];
}

/** An object of the API: `members` are there at once, what `readers` read must be loaded first. */
function remote(link: Link, name: string, readers: Readers, members: Record<string, unknown> = {}, missing = false): unknown {
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

function workbookProxy(link: Link): unknown {
  const { book } = link;
  const byName = (name: string): FakeSheet | undefined => book.sheets.find((sheet) => sheet.name === name);
  const worksheets = remote(link, "worksheets", { items: () => book.sheets.map((sheet) => sheetProxy(link, sheet)) }, {
    getItem: (name: string) => {
      const sheet = byName(name);
      if (!sheet) throw new ExcelError("ItemNotFound");
      return sheetProxy(link, sheet);
    },
    getItemOrNullObject: (name: string) => {
      const sheet = byName(name);
      return sheet ? sheetProxy(link, sheet) : remote(link, "worksheet", { name: () => "" }, {}, true);
    },
    add: (name: string) => {
      if (byName(name)) throw new ExcelError("ItemAlreadyExists");
      return sheetProxy(link, book.sheet(name));
    },
    onChanged: { add: (handler: (typeof book.changed)[number]) => book.changed.push(handler) },
  });
  const tables = remote(link, "tables", {
    items: () => book.tables.map(({ name, block }) =>
      remote(link, "table", { name: () => name }, { getRange: () => rangeProxy(link, block) })),
  });
  const names = {
    getItemOrNullObject: (name: string) => {
      const block = book.names.get(name);
      return remote(link, "namedItem", { name: () => name },
        { getRangeOrNullObject: () => (block ? rangeProxy(link, block) : remote(link, "range", {}, {}, true)) }, !block);
    },
    add: (name: string, range: { block: CellBlock }) => book.names.set(name, range.block),
  };
  return {
    worksheets, tables, names,
    getSelectedRange: () => rangeProxy(link, book.selected ?? { sheet: book.sheets[0]?.name ?? "", row: 0, column: 0, rows: 1, columns: 1 }),
  };
}

function sheetProxy(link: Link, sheet: FakeSheet): unknown {
  return remote(link, "worksheet", { name: () => sheet.name, visibility: () => sheet.visibility }, {
    protection: remote(link, "protection", { protected: () => sheet.protected }),
    freezePanes: { freezeRows: (rows: number) => (sheet.frozenRows = rows) },
    activate: () => (link.book.active = sheet.name),
    delete: () => link.book.sheets.splice(link.book.sheets.indexOf(sheet), 1),
    getRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
      rangeProxy(link, { sheet: sheet.name, row, column, rows, columns }),
    getUsedRangeOrNullObject: () => {
      const block = usedBlock(link.book, sheet);
      return block ? rangeProxy(link, block) : remote(link, "range", { address: () => "" }, {}, true);
    },
  });
}

function usedBlock(book: FakeWorkbook, sheet: FakeSheet): CellBlock | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const key of book.shown(sheet.name).keys()) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    [top, left, bottom, right] = [Math.min(top, row), Math.min(left, column), Math.max(bottom, row), Math.max(right, column)];
  }
  if (bottom < 0) return null;
  return { sheet: sheet.name, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function rangeProxy(link: Link, block: CellBlock): unknown {
  const { book } = link;
  const sheet = book.sheet(block.sheet);
  const each = (act: (key: string, row: number, column: number) => void): void =>
    void matrix(block, (row, column) => act(`${row},${column}`, row, column));
  const readers: Readers = {
    address: () => `${sheetInFormula(block.sheet)}!${addressWithinSheet(block)}`,
    values: () => book.values(block),
    formulas: () => matrix(block, (row, column) => sheet.cells.get(`${row},${column}`) ?? book.values(cellOf({ ...block, row, column }, 0, 0))[0]?.[0]),
    numberFormat: () => matrix(block, (row, column) => sheet.formats.get(`${row},${column}`) ?? "General"),
  };
  return remote(link, "range", readers, {
    block,
    format: formatProxy(link, sheet, block),
    "set formulas": (cells: Cell[][]) => sheet.put(block.row, block.column, cells),
    "set numberFormat": (format: string) => each((key) => (format === "General" ? sheet.formats.delete(key) : sheet.formats.set(key, format))),
    clear: () => each((key) => sheet.cells.delete(key)),
    select: () => (book.selected = block),
    getSpillingToRangeOrNullObject: () => {
      const formula = sheet.cells.get(`${block.row},${block.column}`);
      const answer = typeof formula === "string" && formula.startsWith("=") ? book.answer(formula) : null;
      if (!Array.isArray(answer)) return remote(link, "range", { address: () => "" }, {}, true);
      return rangeProxy(link, { ...block, rows: answer.length, columns: (answer[0] as readonly Cell[]).length });
    },
  });
}

function formatProxy(link: Link, sheet: FakeSheet, block: CellBlock): unknown {
  const mark = (on: boolean): void =>
    void matrix(block, (row, column) => (on ? sheet.filled.add(`${row},${column}`) : sheet.filled.delete(`${row},${column}`)));
  const ignore = (): undefined => undefined;
  return remote(link, "format", { columnWidth: () => sheet.widths.get(block.column) ?? 48 }, {
    "set columnWidth": (width: number) => sheet.widths.set(block.column, width),
    "set horizontalAlignment": ignore,
    font: remote(link, "font", {}, { "set bold": mark, "set color": ignore }),
    fill: remote(link, "fill", {}, { "set color": () => mark(true), clear: () => mark(false) }),
  });
}

