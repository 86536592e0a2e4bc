/**
 * Workbooks in the older and other formats (.xls, .xlsb, .ods): values, formulas and date formats,
 * as far as they carry over. Looks, tables and spills do not.
 */
import { read, utils, type CellObject, type WorkSheet } from "@e965/xlsx";
import { UnreadableFile, type CellContent, type CellValue, type ErrorText, type SheetContent, type WorkbookContent } from "../content";
import { formulaFromFile } from "./formula-names";
import { showsDay } from "./number-formats";

const DAYS_FROM_1900_TO_1904 = 1462;

export function readOtherWorkbook(bytes: Uint8Array, fileName: string): WorkbookContent {
  const workbook = readOrRefuse(bytes, fileName);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets = workbook.SheetNames.map((name, at): SheetContent => ({
    name,
    rows: readRows(workbook.Sheets[name] ?? {}, date1904),
    columnWidthsPx: {},
    tables: [],
    ...(workbook.Workbook?.Sheets?.[at]?.Hidden ? { hidden: true } : {}),
  }));
  if (sheets.length === 0) throw new UnreadableFile(`"${fileName}" has no sheet with cells.`);
  const names = (workbook.Workbook?.Names ?? [])
    .filter(({ Name, Ref }) => Ref !== "" && !/^_xl/i.test(Name))
    .map(({ Name, Ref, Sheet }) => ({
      name: Name,
      refersTo: formulaFromFile(Ref),
      ...(Sheet === undefined || Sheet === null ? {} : { sheet: workbook.SheetNames[Sheet]! }),
    }));
  return { name: fileName, sheets, activeSheet: 0, names };
}

function readOrRefuse(bytes: Uint8Array, fileName: string): ReturnType<typeof read> {
  try {
    return read(bytes, { type: "array", cellNF: true, xlfn: true });
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : "";
    throw new UnreadableFile(
      /password|encrypt/i.test(reason)
        ? `"${fileName}" is protected by a password. Save a copy without one, and open that.`
        : `"${fileName}" cannot be opened as a workbook. Open it in Excel, save it as .xlsx, and open that.`,
    );
  }
}

function readRows(sheet: WorkSheet, date1904: boolean): SheetContent["rows"] {
  const rows: Record<number, Record<number, CellContent>> = {};
  for (const address of Object.keys(sheet)) {
    if (address.startsWith("!")) continue;
    const { r: row, c: column } = utils.decode_cell(address);
    const cell = readCell(sheet[address] as CellObject, date1904);
    if (Object.keys(cell).length > 0) (rows[row] ??= {})[column] = cell;
  }
  return rows;
}

function readCell(cell: CellObject, date1904: boolean): CellContent {
  const format = typeof cell.z === "string" && cell.z !== "General" ? cell.z : undefined;
  const stored = readValue(cell);
  const value = date1904 && typeof stored === "number" && showsDay(format) ? stored + DAYS_FROM_1900_TO_1904 : stored;
  return {
    ...(value === undefined ? {} : { value }),
    ...(cell.f ? { formula: formulaFromFile(cell.f) } : {}),
    ...(format === undefined ? {} : { numberFormat: format }),
  };
}

function readValue(cell: CellObject): CellValue | undefined {
  if (cell.t === "e") return { error: (cell.w ?? "#VALUE!") as ErrorText };
  if (cell.t === "z" || cell.v === undefined || cell.v instanceof Date) return undefined;
  return cell.v;
}
