/** Files in and out of the workbench, in the browser and in Node alike. */
import type { WorkbookContent } from "../content";
import { fileKind } from "./file-kind";
import { readCsv } from "./read-csv";
import { readOtherWorkbook } from "./read-other-workbook";
import { readXlsx } from "./read-xlsx";
import { writeXlsx } from "./write-xlsx";

/** What the file is, is told by its content, not its name. Throws UnreadableFile with one plain sentence. */
export function readWorkbookFile(bytes: Uint8Array, fileName: string): WorkbookContent {
  switch (fileKind(bytes, fileName)) {
    case "xlsx":
      return readXlsx(bytes, fileName);
    case "other-workbook":
      return readOtherWorkbook(bytes, fileName);
    case "text":
      return readCsv(bytes, fileName);
  }
}

/** The workbook as an .xlsx file. */
export function writeWorkbookFile(content: WorkbookContent): Uint8Array {
  return writeXlsx(content);
}
