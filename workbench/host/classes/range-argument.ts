/** Ranges that the add-in hands to a method, as an object or as an address. */
import { parseAddress, type Block } from "../../addresses";
import { invalidArgument } from "../host-error";
import type { HostObject } from "../host-class";
import { rangeClass } from "./range";
import { sheetInfo, type SheetOf } from "./sheet-info";
import type { ExcelWorld, RangeTarget } from "./world";

export function asRange(argument: unknown, location: string): RangeTarget {
  const object = argument as HostObject | null;
  if (!object || object.hostClass !== rangeClass) throw invalidArgument(location);
  const range = object.target as RangeTarget;
  sheetInfo(range, location);
  return range;
}

/** Only where it stands; on which sheet is the method's affair. */
export function asRangeOr(argument: unknown, location: string): Block {
  if (typeof argument !== "string") return asRange(argument, location);
  const parsed = parseAddress(argument);
  if (!parsed) throw invalidArgument(location);
  return parsed.block;
}

/** An address without a sheet is on `home`; with one it is on that sheet. */
export function rangeNamed(world: ExcelWorld, argument: unknown, home: string, location: string): RangeTarget {
  if (typeof argument !== "string") return asRange(argument, location);
  const parsed = parseAddress(argument);
  const wanted = parsed?.sheet?.toLowerCase();
  const sheet: SheetOf | undefined =
    wanted === undefined
      ? { world, sheetId: home }
      : world.grid.sheets().filter(({ name }) => name.toLowerCase() === wanted).map(({ id }) => ({ world, sheetId: id }))[0];
  if (!parsed || !sheet) throw invalidArgument(location);
  return { ...parsed.block, world, sheetId: sheet.sheetId };
}
