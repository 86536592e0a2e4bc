/** The trail of every wash sale as a sheet, from the sale to its replacement, live or as values. */
import type { SheetDraft } from "../placing/sheet-draft";
import type { Table } from "../tables/cell";
import { madeByLine, ourFormula, type DraftOrigin, type DraftStyle } from "./live-or-values";
import { tableBlock } from "./result-table-sheet";

export interface WashTrailDraft {
  /** Tax year of the sales; null: all. */
  readonly year: number | null;
  readonly style: DraftStyle;
  readonly origin: DraftOrigin;
  /** As `washTrailTable` gives it, headings first. */
  readonly table: Table;
}

export function washTrailDraft({ year, style, origin, table }: WashTrailDraft): SheetDraft {
  const which = year === null ? "" : ` ${year}`;
  const formula =
    style.kind === "values"
      ? null
      : ourFormula(style.references.namespace, "WASHTRAIL", [style.references.trades, year === null ? null : String(year), style.references.settings]);
  return {
    sheetName: `Wash sales${which}`,
    title: year === null ? "Wash sales" : `Wash sales of ${year}`,
    madeBy: madeByLine("WASHTRAIL", null, origin, style),
    notes: ["Disallowed losses go into the basis of the replacement, except what Permanent shows: that is lost for good."],
    blocks: [
      tableBlock({
        title: "From the loss to its replacement",
        style,
        table,
        formula,
        totals: ["Disallowed", "Basis added", "Permanent"],
        name: "WashTrail",
        whenEmpty: year === null ? "No loss is washed." : `No loss of ${year} is washed.`,
      }),
    ],
    charts: [],
    landscape: true,
  };
}
