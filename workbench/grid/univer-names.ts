/** Names and tables of the open workbook, known to the formula engine so that `=F(Trades)` works. */
import type { Injector } from "@univerjs/core";
import { ISuperTableService } from "@univerjs/preset-sheets-core";
import { parseAddress, type Block } from "../addresses";
import type { NameContent, TableContent, WorkbookContent } from "../content";
import type { FWorkbook } from "./univer-setup";

interface SheetTable {
  readonly sheetId: string;
  readonly table: TableContent;
}

export class UniverNames {
  private workbook: FWorkbook | null = null;
  private allTables: SheetTable[] = [];
  private allNames: NameContent[] = [];

  constructor(private readonly injector: Injector) {}

  open(workbook: FWorkbook, content: WorkbookContent, sheetIdOf: (name: string) => string): void {
    this.workbook = workbook;
    this.allTables = [];
    this.allNames = [];
    for (const name of content.names) this.setName(name);
    for (const sheet of content.sheets) {
      for (const table of sheet.tables) {
        this.addTable(sheetIdOf(sheet.name), table, (block) => {
          const cells = sheet.rows[block.row] ?? {};
          return Array.from({ length: block.columns }, (_, index) => String(cells[block.column + index]?.value ?? ""));
        });
      }
    }
  }

  names(): readonly NameContent[] {
    return this.allNames;
  }

  setName(name: NameContent): void {
    const others = this.allNames.filter((other) => !sameName(other.name, name.name));
    if (others.length < this.allNames.length) this.workbook?.deleteDefinedName(name.name);
    this.allNames = [...others, name];
    const isRange = parseAddress(name.refersTo) !== null;
    this.workbook?.insertDefinedName(name.name, isRange ? name.refersTo.replace(/^=/, "") : name.refersTo);
  }

  removeName(name: string): void {
    this.allNames = this.allNames.filter((other) => !sameName(other.name, name));
    this.workbook?.deleteDefinedName(name);
  }

  tables(sheetId: string): readonly TableContent[] {
    return this.allTables.filter((entry) => entry.sheetId === sheetId).map((entry) => entry.table);
  }

  private addTable(sheetId: string, table: TableContent, headingsOf: (headings: Block) => readonly string[]): void {
    const block = parseAddress(table.range)?.block;
    if (!block || !this.workbook) return;
    this.allTables.push({ sheetId, table });
    const headings = headingsOf({ ...block, rows: 1 });
    this.injector.get(ISuperTableService).registerTable(this.workbook.getId(), table.name, {
      sheetId,
      titleMap: new Map(headings.map((heading, index) => [heading, index])),
      range: {
        startRow: block.row,
        endRow: block.row + block.rows - 1,
        startColumn: block.column,
        endColumn: block.column + block.columns - 1,
      },
    });
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
