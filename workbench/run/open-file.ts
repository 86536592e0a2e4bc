/** The files named on the command line, read: the sample workbook, one file to open, or files of brokers to import. */
import { readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { UnreadableFile, type WorkbookContent } from "../content";
import { readWorkbookFile } from "../files";
import { PROJECT } from "../paths";
import { CommandProblem } from "./options";

const SAMPLE = join(PROJECT, "assets", "samples", "taxlot-sample.xlsx");

/** A file as it lies on the disk, for the pane to read. */
export interface FileOnDisk {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What files of brokers are imported into. */
export function emptyWorkbook(): WorkbookContent {
  return { name: "Imported.xlsx", sheets: [{ name: "Sheet1", rows: {}, columnWidthsPx: {}, tables: [] }], activeSheet: 0, names: [] };
}

export function filesOnDisk(files: readonly string[]): readonly FileOnDisk[] {
  return files.map((file) => {
    const path = pathOf(file);
    return { name: basename(path), bytes: bytesOf(path) };
  });
}

export function openFile(file: string | null): WorkbookContent {
  const path = file === null ? SAMPLE : pathOf(file);
  try {
    return readWorkbookFile(bytesOf(path), basename(path));
  } catch (error) {
    if (error instanceof UnreadableFile) throw new CommandProblem(error.message);
    throw error;
  }
}

function pathOf(file: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

function bytesOf(path: string): Uint8Array {
  try {
    if (statSync(path).isDirectory()) throw new CommandProblem(`${path} is a folder. Name an .xlsx or .csv file.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CommandProblem) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new CommandProblem(code === "ENOENT" ? `There is no file ${path}.` : `${path} cannot be read (${String(code)}).`);
  }
}
