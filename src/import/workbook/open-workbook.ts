/** Opens what is a workbook before it is read; other files are left as they are. */
import { done, refuse } from "../../values/outcome";
import type { Outcome } from "../../values/outcome";
import type { SourceFile } from "../import-types";
import { isPacked } from "../text-of-bytes";

type Reader = typeof import("./read-workbook");

const loadReader = (): Promise<Reader> => import(/* webpackChunkName: "workbooks" */ "./read-workbook");

/** The file with its sheets where it is a workbook; refused (bad-input) where it is packed and no workbook can be read from it. */
export async function openWorkbook<F extends SourceFile>(file: F, load = loadReader): Promise<Outcome<F>> {
  if (!isPacked(file.bytes)) return done(file);
  let reader: Reader;
  try {
    reader = await load();
  } catch {
    return refuse("missing-fact", `${file.name} is a workbook, and the part of Taxlot that reads workbooks could not be loaded. Choose it again, or save the sheet as CSV.`);
  }
  const sheets = reader.readWorkbook(file.bytes, file.name);
  return sheets.ok ? done({ ...file, sheets: sheets.value }) : sheets;
}
