/** The accountant's copy in Excel: as a workbook of its own, or as sheets of this one. */
import { done, refuse, type Outcome } from "../values/outcome";
import type { AccountantCopy } from "../sheet/copy/copy-types";
import { draftsUnderNames } from "../sheet/placing/renamed-sheets";
import type { WrittenSheet } from "../sheet/placing/sheet-draft";
import { excelHas, sentenceFor } from "./run-in-excel";
import { planSheets, writeSheets } from "./write-sheets";

/** Whether this Excel opens a second workbook (ExcelApi 1.8). */
export function opensCopies(): boolean {
  return excelHas("1.8");
}

/** Opens the .xlsx file of these bytes beside this workbook, unsaved, in an Excel that opens copies. */
export async function openCopy(bytes: Uint8Array): Promise<Outcome<void>> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
    return done(undefined);
  } catch (error) {
    return refuse("bad-input", `The copy could not be opened here. ${sentenceFor(error)} Under Files you can download it, or put its sheets in this workbook.`);
  }
}

/** A call takes no more arguments than this, safely. */
const BYTES_AT_ONCE = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let letters = "";
  for (let first = 0; first < bytes.length; first += BYTES_AT_ONCE) {
    letters += String.fromCharCode(...bytes.subarray(first, first + BYTES_AT_ONCE));
  }
  return btoa(letters);
}

/** Values and plain formulas, as the file has them; left unprotected, for this workbook is yours. */
export async function sheetsInHere(copy: AccountantCopy): Promise<Outcome<readonly WrittenSheet[]>> {
  const drafts = copy.sheets.map(({ draft }) => draft);
  const names = await planSheets(drafts);
  return names.ok ? writeSheets(draftsUnderNames(drafts, names.value)) : names;
}
