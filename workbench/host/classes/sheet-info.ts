/** Finding sheets, and what is refused on them. */
import { HostError, itemNotFound } from "../host-error";
import type { SheetInfo } from "../../grid/grid";
import type { ExcelWorld } from "./world";

export interface SheetOf {
  readonly world: ExcelWorld;
  readonly sheetId: string;
}

/** A sheet that has been deleted since is ItemNotFound, as in Excel. */
export function sheetInfo({ world, sheetId }: SheetOf, location: string): SheetInfo {
  const info = world.grid.sheets().find((sheet) => sheet.id === sheetId);
  if (!info) throw itemNotFound(location);
  return info;
}

/** Before anything on a sheet is changed. */
export function checkMayChange(sheet: SheetOf, location: string): void {
  sheetInfo(sheet, location);
  if (sheet.world.grid.sheetRecord(sheet.sheetId).isProtected) throw accessDenied(location);
}

/** Before sheets are added, deleted, renamed, moved or hidden. */
export function checkMayChangeStructure(world: ExcelWorld, location: string): void {
  if (world.grid.isStructureProtected()) throw accessDenied(location);
}

export function accessDenied(location: string): HostError {
  return new HostError("AccessDenied", "You cannot perform the requested operation.", location);
}
