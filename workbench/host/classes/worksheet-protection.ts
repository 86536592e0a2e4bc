import type { HostClass } from "../host-class";
import { accessDenied, sheetInfo } from "./sheet-info";
import type { SheetTarget } from "./world";

/** Passwords are not kept: a sheet is protected or it is not. */
export const protectionClass: HostClass<SheetTarget> = {
  name: "WorksheetProtection",
  properties: { protected: (sheet) => isProtected(sheet) },
  methods: {
    Protect: (sheet) => {
      if (isProtected(sheet)) throw accessDenied("WorksheetProtection.protect");
      sheet.world.grid.changeSheetRecord(sheet.sheetId, { isProtected: true });
    },
    Unprotect: (sheet) => {
      if (isProtected(sheet)) sheet.world.grid.changeSheetRecord(sheet.sheetId, { isProtected: false });
    },
  },
};

function isProtected(sheet: SheetTarget): boolean {
  sheetInfo(sheet, "WorksheetProtection");
  return sheet.world.grid.sheetRecord(sheet.sheetId).isProtected;
}
