/** The file named on the command line, read; or the sample workbook. */
import { readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { UnreadableFile, type WorkbookContent } from "../content";
import { readWorkbookFile } from "../files";
import { PROJECT } from "../paths";
import { CommandProblem } from "./options";

const SAMPLE = join(PROJECT, "assets", "samples", "taxlot-sample.xlsx");

export function openFile(file: string | null): WorkbookContent {
  const path = file === null ? SAMPLE : resolve(process.env.INIT_CWD ?? process.cwd(), file);
  try {
    return readWorkbookFile(bytesOf(path), basename(path));
  } catch (error) {
    if (error instanceof UnreadableFile) throw new CommandProblem(error.message);
    throw error;
  }
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
