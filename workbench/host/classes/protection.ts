import type { HostClass } from "../host-class";
import { accessDenied, sheetInfo } from "./sheet-info";
import type { SheetTarget, WorldTarget } from "./world";

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

/** Of the workbook's structure: which sheets there are, their names and order. */
export const workbookProtectionClass: HostClass<WorldTarget> = {
  name: "WorkbookProtection",
  properties: { protected: ({ world }) => world.grid.isStructureProtected() },
  methods: {
    Protect: ({ world }) => {
      if (world.grid.isStructureProtected()) throw accessDenied("WorkbookProtection.protect");
      world.grid.protectStructure(true);
    },
    Unprotect: ({ world }) => {
      if (world.grid.isStructureProtected()) world.grid.protectStructure(false);
    },
  },
};
