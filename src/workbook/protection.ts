/** What is protected is said before anything is written. */
import { excelHas, Refused } from "./run-in-excel";

export async function refuseProtectedSheet(context: Excel.RequestContext, sheet: string): Promise<void> {
  const protection = context.workbook.worksheets.getItem(sheet).protection.load("protected");
  await context.sync();
  if (protection.protected) throw new Refused(`Sheet ‘${sheet}’ is protected. Unprotect it, then try again. Nothing was written.`);
}

/** A workbook whose structure is protected takes no new sheet (ExcelApi 1.7 can tell). */
export async function refuseProtectedWorkbook(context: Excel.RequestContext): Promise<void> {
  if (!excelHas("1.7")) return;
  const protection = context.workbook.protection.load("protected");
  await context.sync();
  if (protection.protected) {
    throw new Refused("The structure of this workbook is protected, so no sheet can be added. Unprotect it under Review, then try again. Nothing was written.");
  }
}
