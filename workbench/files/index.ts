/** Files in and out of the workbench, in the browser and in Node alike. */
import type { WorkbookContent } from "../content";
import { readXlsx } from "./read-xlsx";
import { writeXlsx } from "./write-xlsx";

/** Throws UnreadableFile with one plain sentence. */
export function readWorkbookFile(bytes: Uint8Array, fileName: string): WorkbookContent {
  return readXlsx(bytes, fileName);
}

/** An .xlsx file. */
export function writeWorkbookFile(content: WorkbookContent): Uint8Array {
  return writeXlsx(content);
}
