/**
 * The few members of Excel that src/workbook uses, over sheets in memory. As in Excel, a property is read only
 * after it was loaded and synced, and a member that is not here fails by name.
 */
import { addressWithinSheet, blockFromAddress, sheetInFormula, type CellBlock } from "../../src/sheet/placing/addresses";
import { chartsProxy, formatProxy, pageProxy, type FakeChart } from "./fake-page";
import { ExcelError, remote, type Readers } from "./fake-remote";

export { ExcelError };

export type Cell = string | number | boolean;

/** What a formula shows: a block that spills, or one value. */
export type Answer = readonly (readonly Cell[])[] | Cell;

export class FakeSheet {
  readonly cells = new Map<string, Cell>();
  readonly formats = new Map<string, string>();
  readonly widths = new Map<number, number>();
  /** Cells whose content is text even where it starts with =. */
  readonly texts = new Set<string>();
  /** Cells with a fill or bold letters. */
  readonly filled = new Set<string>();
  /** Colours, sizes and the like, by "row,column name". */
  readonly looks = new Map<string, unknown>();
  /** Stocks cells and other cards; `values` shows #VALUE! for them. */
  readonly cards = new Map<string, object>();
  readonly page = new Map<string, unknown>();
  charts: FakeChart[] = [];
  protected = false;
  visibility = "Visible";
  frozenRows = 0;
  constructor(public name: string) {}

  put(row: number, column: number, rows: readonly (readonly Cell[])[]): void {
    rows.forEach((cells, r) => cells.forEach((cell, c) => this.set(row + r, column + c, cell)));
  }

  /** As Excel takes a cell: null leaves it alone, "" clears it, an apostrophe keeps a text a text. */
  enter(row: number, column: number, cell: Cell | null): void {
    if (cell === null) return;
    if (typeof cell !== "string") return this.set(row, column, cell);
    this.texts.delete(`${row},${column}`);
    if (cell.startsWith("'")) this.texts.add(`${row},${column}`);
    else if (/^[+@-]/.test(cell)) return this.set(row, column, `=${cell}`);
    else if (cell.trim() !== "" && Number.isFinite(Number(cell))) return this.set(row, column, Number(cell));
    else if (/^[\d.]+%$/.test(cell)) return this.set(row, column, Number(cell.slice(0, -1)) / 100);
    this.set(row, column, cell.startsWith("'") ? cell.slice(1) : cell);
  }

  isFormula(key: string): boolean {
    const content = this.cells.get(key);
    return typeof content === "string" && content.startsWith("=") && !this.texts.has(key);
  }

  set(row: number, column: number, cell: Cell): void {
    if (cell === "") this.cells.delete(`${row},${column}`);
    else this.cells.set(`${row},${column}`, cell);
  }
}

export interface FakeTable {
  name: string;
  block: CellBlock;
  showTotals?: boolean;
  style?: string;
}

export class FakeWorkbook {
  readonly sheets: FakeSheet[] = [];
  readonly tables: FakeTable[] = [];
  /** Excel takes what is written right below a Table into it; with that turned off, it does not. */
  growsTables = true;
  readonly names = new Map<string, CellBlock>();
  readonly apiSets = new Set(["1.7", "1.8", "1.9", "1.12", "1.16"]);
  /** The structure is protected: no sheet can be added or deleted. */
  protected = false;
  from1904 = false;
  selected: CellBlock | null = null;
  active = "";
  /** What a formula answers; the text of the formula is given. */
  answer: (formula: string) => Answer = () => "#NAME?";
  /** Called before every sync; may throw as Excel would. */
  beforeSync: () => void = () => undefined;
  changed: ((event: { worksheetId: string; address: string }) => unknown)[] = [];
  calculated: ((event: { worksheetId: string; address?: string }) => unknown)[] = [];
  deleted: ((event: { worksheetId: string }) => unknown)[] = [];
  selectionChanged: (() => unknown)[] = [];

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
    for (const key of sheet.cards.keys()) shown.set(key, "#VALUE!");
    for (const [key, content] of sheet.cells) {
      if (!sheet.isFormula(key)) continue;
      const [row = 0, column = 0] = key.split(",").map(Number);
      const answer = this.answer(String(content));
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
      if (book.protected) throw new ExcelError("AccessDenied");
      if (byName(name)) throw new ExcelError("ItemAlreadyExists");
      return sheetProxy(link, book.sheet(name));
    },
    onChanged: { add: (handler: (typeof book.changed)[number]) => book.changed.push(handler) },
    onCalculated: { add: (handler: (typeof book.calculated)[number]) => book.calculated.push(handler) },
    onDeleted: { add: (handler: (typeof book.deleted)[number]) => book.deleted.push(handler) },
    onSelectionChanged: {
      add: (handler: () => unknown) => {
        book.selectionChanged.push(handler);
        return { context: {}, remove: () => (book.selectionChanged = book.selectionChanged.filter((other) => other !== handler)) };
      },
    },
  });
  const tables = tablesProxy(link);
  const names = remote(link, "names", { items: () => [...book.names.keys()].map((name) => remote(link, "namedItem", { name: () => name })) }, {
    getItemOrNullObject: (name: string) => {
      const block = book.names.get(name);
      if (!block) return remote(link, "namedItem", { name: () => name }, {}, true);
      return remote(link, "namedItem", { name: () => name }, {
        getRangeOrNullObject: () => (byName(block.sheet) ? rangeProxy(link, block) : remote(link, "range", {}, {}, true)),
        delete: () => book.names.delete(name),
        "set formula": (formula: string) => {
          const block = blockFromAddress(formula.replace(/^=/, ""));
          if (!block) throw new ExcelError("InvalidArgument");
          book.names.set(name, block);
        },
      });
    },
    add: (name: string, range: { block: CellBlock }) => {
      if (book.names.has(name)) throw new ExcelError("ItemAlreadyExists");
      book.names.set(name, range.block);
    },
  });
  return {
    worksheets, tables, names,
    protection: remote(link, "protection", { protected: () => book.protected }),
    functions: { date: () => remote(link, "functionResult", { value: () => (book.from1904 ? 35_064 : 36_526) }) },
    getSelectedRange: () => rangeProxy(link, book.selected ?? { sheet: book.sheets[0]?.name ?? "", row: 0, column: 0, rows: 1, columns: 1 }),
  };
}

function tablesProxy(link: Link): unknown {
  const { book } = link;
  const find = (name: string): FakeTable | undefined => book.tables.find((table) => table.name.toUpperCase() === name.toUpperCase());
  return remote(link, "tables", { items: () => book.tables.map((table) => tableProxy(link, table)) }, {
    getItem: (name: string) => {
      const table = find(name);
      if (table === undefined) throw new ExcelError("ItemNotFound");
      return tableProxy(link, table);
    },
    getItemOrNullObject: (name: string) => {
      const table = find(name);
      return table ? tableProxy(link, table) : remote(link, "table", { name: () => name }, {}, true);
    },
    add: ({ block }: { block: CellBlock }, hasHeaders: boolean) => {
      if (!hasHeaders) throw new ExcelError("InvalidArgument");
      const table = { name: `Table${book.tables.length + 1}`, block };
      book.tables.push(table);
      return tableProxy(link, table);
    },
  });
}

function tableProxy(link: Link, table: FakeTable): unknown {
  const { book } = link;
  return remote(link, "table", { name: () => table.name, showTotals: () => table.showTotals === true }, {
    getRange: () => rangeProxy(link, table.block),
    "set name": (name: string) => {
      const taken = [...book.tables.filter((other) => other !== table).map((other) => other.name), ...book.names.keys()];
      if (taken.some((other) => other.toUpperCase() === name.toUpperCase())) throw new ExcelError("ItemAlreadyExists");
      table.name = name;
    },
    "set style": (style: string) => (table.style = style),
    resize: ({ block }: { block: CellBlock }) => {
      if (block.row !== table.block.row || block.sheet !== table.block.sheet || block.rows < 2) throw new ExcelError("InvalidArgument");
      table.block = block;
    },
  });
}

/** Cells filled in right below a Table, or right of its headings, belong to it from now on. */
function growTables({ tables }: FakeWorkbook, edited: CellBlock): void {
  for (const table of tables) {
    const { block } = table;
    if (block.sheet !== edited.sheet) continue;
    const besideColumns = edited.column < block.column + block.columns && edited.column + edited.columns > block.column;
    if (edited.row === block.row + block.rows && besideColumns) table.block = { ...block, rows: block.rows + edited.rows };
    if (edited.row === block.row && edited.column === block.column + block.columns) table.block = { ...block, columns: block.columns + edited.columns };
  }
}

function sheetProxy(link: Link, sheet: FakeSheet): unknown {
  return remote(link, "worksheet", { name: () => sheet.name, id: () => sheet.name, visibility: () => sheet.visibility }, {
    protection: remote(link, "protection", { protected: () => sheet.protected }),
    freezePanes: { freezeRows: (rows: number) => (sheet.frozenRows = rows) },
    activate: () => (link.book.active = sheet.name),
    delete: () => {
      if (link.book.protected) throw new ExcelError("AccessDenied");
      link.book.sheets.splice(link.book.sheets.indexOf(sheet), 1);
      const left = link.book.tables.filter(({ block }) => block.sheet !== sheet.name);
      link.book.tables.splice(0, link.book.tables.length, ...left);
    },
    charts: chartsProxy(link, sheet),
    pageLayout: pageProxy(link, sheet),
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

/** Excel on the web takes no larger request. */
const REQUEST_AT_MOST = 5_000_000;

function rangeProxy(link: Link, block: CellBlock): unknown {
  const { book } = link;
  const sheet = book.sheet(block.sheet);
  const each = (act: (key: string, row: number, column: number) => void): void =>
    void matrix(block, (row, column) => act(`${row},${column}`, row, column));
  const enter = (cells: (Cell | null)[][]): void => {
    if (sheet.protected) throw new ExcelError("AccessDenied");
    if (JSON.stringify(cells).length > REQUEST_AT_MOST) throw new ExcelError("RequestPayloadSizeLimitExceeded");
    if (cells.length !== block.rows || cells.some((row) => row.length !== block.columns)) throw new ExcelError("InvalidArgument");
    cells.forEach((row, r) => row.forEach((cell, c) => sheet.enter(block.row + r, block.column + c, cell)));
    if (book.growsTables) growTables(book, block);
  };
  const cardOr = (key: string, shown: Cell): unknown => sheet.cards.get(key) ?? { type: typeof shown === "number" ? "Double" : "String", basicValue: shown };
  const readers: Readers = {
    address: () => `${sheetInFormula(block.sheet)}!${addressWithinSheet(block)}`,
    rowIndex: () => block.row,
    columnIndex: () => block.column,
    rowCount: () => block.rows,
    columnCount: () => block.columns,
    values: () => book.values(block),
    valueTypes: () => {
      const shown = book.shown(block.sheet);
      return matrix(block, (row, column) => (sheet.cards.has(`${row},${column}`) ? "RichValue" : typeof shown.get(`${row},${column}`)));
    },
    valuesAsJson: () => {
      const shown = book.shown(block.sheet);
      return matrix(block, (row, column) => cardOr(`${row},${column}`, shown.get(`${row},${column}`) ?? ""));
    },
    formulas: () => {
      const shown = book.shown(block.sheet);
      return matrix(block, (row, column) => sheet.cells.get(`${row},${column}`) ?? shown.get(`${row},${column}`) ?? "");
    },
    numberFormat: () => matrix(block, (row, column) => sheet.formats.get(`${row},${column}`) ?? "General"),
  };
  return remote(link, "range", readers, {
    block,
    format: formatProxy(link, sheet, block, each),
    "set formulas": enter,
    "set values": enter,
    "set numberFormat": (format: string) => each((key) => (format === "General" ? sheet.formats.delete(key) : sheet.formats.set(key, format))),
    clear: () => each((key) => sheet.cells.delete(key)),
    select: () => (book.selected = block),
    getSpillingToRangeOrNullObject: () => {
      const key = `${block.row},${block.column}`;
      const answer = sheet.isFormula(key) ? book.answer(String(sheet.cells.get(key))) : null;
      if (!Array.isArray(answer)) return remote(link, "range", { address: () => "" }, {}, true);
      return rangeProxy(link, { ...block, rows: answer.length, columns: (answer[0] as readonly Cell[]).length });
    },
  });
}
