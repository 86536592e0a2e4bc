/** The Excel Tables of the workbook and where they stand. */
import { blockFromAddress, type CellBlock } from "../sheet/placing/addresses";

export interface TableBlock {
  readonly tableName: string;
  /** With its headings. */
  readonly block: CellBlock;
}

export async function allTables(context: Excel.RequestContext): Promise<readonly TableBlock[]> {
  const tables = context.workbook.tables.load("items/name");
  await context.sync();
  const ranges = tables.items.map((table) => table.getRange().load("address"));
  await context.sync();
  return tables.items.flatMap(({ name }, index) => {
    const block = blockFromAddress(ranges[index]?.address ?? "");
    return block === null ? [] : [{ tableName: name, block }];
  });
}
