/** The bytes of files as they were chosen or dropped. */
import { count } from "../sentences";
import type { FileToRead } from "./import-view";

export interface Unopened {
  readonly name: string;
  readonly sentence: string;
}

/** A year of the busiest account takes a few megabytes. */
const BYTES_AT_MOST = 40_000_000;
const FILES_AT_MOST = 60;

export interface OpenedFiles {
  readonly files: readonly FileToRead[];
  readonly unopened: readonly Unopened[];
}

export async function openFiles(files: readonly File[]): Promise<OpenedFiles> {
  const opened: FileToRead[] = [];
  const unopened: Unopened[] = [];
  for (const file of files.slice(0, FILES_AT_MOST)) {
    const { name } = file;
    if (file.size > BYTES_AT_MOST) {
      unopened.push({ name, sentence: `${name} has ${Math.ceil(file.size / 1_000_000)} MB. Files of up to 40 MB are read; download a shorter period, or a year at a time.` });
      continue;
    }
    try {
      opened.push({ name, bytes: new Uint8Array(await file.arrayBuffer()), account: null, columns: null, takesLots: null, settled: [] });
    } catch {
      // A folder is dropped as a file that cannot be opened.
      unopened.push({ name, sentence: `${name} cannot be opened. If it is a folder, drop the files in it; if the file was moved, choose it again.` });
    }
  }
  const rest = files.slice(FILES_AT_MOST);
  if (rest.length > 0) unopened.push({ name: `${count(rest.length, "more file")}`, sentence: `${FILES_AT_MOST} files are read at once, and ${count(rest.length, "more file")} ${rest.length === 1 ? "was" : "were"} left out. Choose ${rest.length === 1 ? "it" : "them"} after these.` });
  return { files: opened, unopened };
}
