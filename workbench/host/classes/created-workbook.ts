/**
 * Excel.createWorkbook: the bytes of a new workbook. On the web office.js sends them to a partition of the host with a root
 * of its own; elsewhere through the application. Here they are read once, kept, and offered for saving.
 */
import { readWorkbookFile } from "../../files";
import { invalidArgument } from "../host-error";
import type { HostClass, HostObject } from "../host-class";
import { objectOf, type ExcelWorld, type WorldTarget } from "./world";

/** As office.js names the partition in its requests. */
export const WAC_PARTITION = "WacPartition";

export function wacWorkbookObject(world: ExcelWorld): HostObject {
  return objectOf(wacWorkbookClass, { world });
}

export const wacWorkbookClass: HostClass<WorldTarget> = {
  name: "WacWorkbook",
  methods: { CreateAndOpenWorkbook: ({ world }, base64) => world.workbookCreated(workbookIn(base64)) },
};

/** Excel refuses what is no workbook. */
function workbookIn(base64: unknown): Uint8Array {
  try {
    const bytes = Uint8Array.from(atob(String(base64)), (letter) => letter.charCodeAt(0));
    // Of other kinds of file, which the reader takes too, Excel makes no workbook.
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw invalidArgument("Excel.createWorkbook");
    readWorkbookFile(bytes, "created.xlsx");
    return bytes;
  } catch {
    throw invalidArgument("Excel.createWorkbook");
  }
}
