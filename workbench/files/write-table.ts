/** A table of a sheet in an .xlsx file. */
import { isCellError, type SheetContent, type TableContent } from "../content";
import { blockAddress, parseAddress, type Block } from "../addresses";
import { formulaForFile } from "./formula-names";
import { escapeXml } from "./xml";

export interface TableInPlace {
  readonly table: TableContent;
  readonly block: Block;
  /** Headings as the table part and the cells must both say them: texts, none twice. */
  readonly headings: readonly string[];
}

/** Where a table stands and the headings it must have. Null when its range is not one. */
export function tableInPlace(sheet: SheetContent, table: TableContent): TableInPlace | null {
  const found = parseAddress(table.range)?.block;
  if (!found) return null;
  // A table has at least one row below its headings.
  const block = { ...found, rows: Math.max(found.rows, 2) };
  const taken = new Set<string>();
  const headings: string[] = [];
  for (let at = 0; at < block.columns; at += 1) {
    const value = sheet.rows[block.row]?.[block.column + at]?.value;
    const shown = value === undefined || value === "" ? `Column${at + 1}` : isCellError(value) ? value.error : String(value);
    let heading = shown;
    for (let again = 2; taken.has(heading.toUpperCase()); again += 1) heading = `${shown}${again}`;
    taken.add(heading.toUpperCase());
    headings.push(heading);
  }
  return { table, block, headings };
}

/** The table part. `id` is its number among all tables of the workbook, from 1. */
export function tableXml({ table, block, headings }: TableInPlace, id: number, sheet: SheetContent): string {
  const filtered = blockAddress(block);
  const ref = blockAddress({ ...block, rows: block.rows + (table.showTotals ? 1 : 0) });
  const name = escapeXml(table.name);
  const columns = headings.map((heading, at) => {
    const name = escapeXml(heading.replace(/\n/g, "_x000a_"));
    return `<tableColumn id="${at + 1}" name="${name}"${totalsXml(sheet, table, block, at)}`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${name}"` +
    ` displayName="${name}" ref="${ref}" ${table.showTotals ? 'totalsRowCount="1"' : 'totalsRowShown="0"'}>` +
    (table.showFilterButton === false ? "" : `<autoFilter ref="${filtered}"/>`) +
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo name="${escapeXml(table.styleName ?? "TableStyleMedium2")}" showFirstColumn="0"` +
    ` showLastColumn="0" showRowStripes="${table.showBandedRows === false ? 0 : 1}" showColumnStripes="0"/></table>`
  );
}

/** What the row of totals says below a column: the rest of its element. */
function totalsXml(sheet: SheetContent, table: TableContent, block: Block, at: number): string {
  const total = table.showTotals ? sheet.rows[block.row + block.rows]?.[block.column + at] : undefined;
  if (/^=SUBTOTAL\(109,/i.test(total?.formula ?? "")) return ' totalsRowFunction="sum"/>';
  if (total?.formula !== undefined) return ` totalsRowFunction="custom"><totalsRowFormula>${escapeXml(formulaForFile(total.formula, table.name))}</totalsRowFormula></tableColumn>`;
  return typeof total?.value === "string" ? ` totalsRowLabel="${escapeXml(total.value)}"/>` : "/>";
}
