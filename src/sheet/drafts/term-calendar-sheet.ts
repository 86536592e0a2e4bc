/** Which lots turn long-term soon, as a sheet, live or as values (R-TLH-6). */
import { isoFromDay, type Day } from "../../values/plain-date";
import type { SheetDraft } from "../placing/sheet-draft";
import type { Table } from "../tables/cell";
import { dayInFormula, madeByLine, ourFormula, type DraftOrigin, type DraftStyle } from "./live-or-values";
import { tableBlock } from "./result-table-sheet";

export interface TermCalendarDraft {
  readonly asOf: Day;
  /** Days looked ahead; null: as TERMCALENDAR does of itself. */
  readonly days: number | null;
  readonly style: DraftStyle;
  readonly origin: DraftOrigin;
  /** As TERMCALENDAR spills it, headings first. */
  readonly table: Table;
}

export function termCalendarDraft({ asOf, days, style, origin, table }: TermCalendarDraft): SheetDraft {
  const formula =
    style.kind === "values"
      ? null
      : ourFormula(style.references.namespace, "TERMCALENDAR", [
          style.references.trades, dayInFormula(asOf), days === null ? null : String(days), style.references.prices, style.references.settings,
        ]);
  return {
    sheetName: `Term calendar ${isoFromDay(asOf)}`,
    title: `Lots that turn long-term after ${isoFromDay(asOf)}`,
    madeBy: madeByLine("TERMCALENDAR", asOf, origin, style),
    notes: [],
    blocks: [
      tableBlock({ title: "Turning long-term", style, table, formula, totals: [], name: "TermCalendar", whenEmpty: "No lot turns long-term in this time." }),
    ],
    charts: [],
    landscape: true,
  };
}
