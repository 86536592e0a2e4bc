/** What a sheet has that Univer does not know of. */
import type { ChartContent, PrintContent, SheetContent } from "../content";

export interface SheetRecord {
  readonly isProtected: boolean;
  readonly print: PrintContent;
  readonly charts: readonly ChartContent[];
}

export const EMPTY_RECORD: SheetRecord = { isProtected: false, print: {}, charts: [] };

export function recordOf(sheet: SheetContent): SheetRecord {
  return { isProtected: sheet.isProtected === true, print: sheet.print ?? {}, charts: sheet.charts ?? [] };
}

/** As the parts of a SheetContent: what says nothing is left out. */
export function recordContent({ isProtected, print, charts }: SheetRecord): Partial<SheetContent> {
  return {
    ...(isProtected ? { isProtected } : {}),
    ...(Object.keys(print).length > 0 ? { print } : {}),
    ...(charts.length > 0 ? { charts } : {}),
  };
}
