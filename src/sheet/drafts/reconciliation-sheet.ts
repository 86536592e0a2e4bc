/** Our sales against the brokers' forms as a sheet: RECONCILE live over one form, or the values of several counted together. */
import type { SideTotals } from "../../report/reconcile-types";
import type { DraftBlock, SheetDraft } from "../placing/sheet-draft";
import type { Table } from "../tables/cell";
import { RECONCILE_HEADINGS } from "../tables/reconcile";
import { madeByLine, ourFormula, type DraftOrigin, type DraftStyle } from "./live-or-values";
import { columnsOf, draftCell, tableBlock } from "./result-table-sheet";

export interface ReconciliationDraft {
  readonly year: number;
  readonly style: DraftStyle;
  readonly origin: DraftOrigin;
  /** Where the forms stand: "‘Broker 1099 Schwab’!A1:M30". */
  readonly formsRead: readonly string[];
  /** As written in a formula; of several forms none is, and the style is values. */
  readonly form: string | null;
  /** As RECONCILE spills it, headings first; null: too long to be written as values. */
  readonly table: Table | null;
  readonly tableRows: number;
  readonly totals: { readonly ours: SideTotals; readonly theirs: SideTotals };
}

export function reconciliationDraft({ year, style, origin, formsRead, form, table, tableRows, totals }: ReconciliationDraft): SheetDraft {
  const formula = style.kind === "live" && form !== null ? ourFormula(style.references.namespace, "RECONCILE", [style.references.trades, form, String(year), style.references.settings]) : null;
  const isLive = formula !== null;
  const differences: DraftBlock = isLive
    ? { title: TITLE, columns: columnsOf([...RECONCILE_HEADINGS]), content: { kind: "spill", formula, rows: tableRows, like: (table ?? []).slice(1).map((row) => row.map(draftCell)) }, totals: [], name: NAME, whenEmpty: NONE }
    : tableBlock({ title: TITLE, style, table: table ?? [[...RECONCILE_HEADINGS]], formula, totals: [], name: NAME, whenEmpty: NONE });
  return {
    sheetName: `Reconciliation ${year}`,
    title: `Reconciliation of ${year} with ${formsRead.length === 1 ? "the broker's form" : "the brokers' forms"}`,
    madeBy: madeByLine(`RECONCILE with ${formsRead.join(", ")}`, null, origin, isLive ? style : { kind: "values" }),
    notes: ["Difference is Ours − Theirs. Code and Adjustment are columns (f) and (g) of Form 8949. Rows that tie stand last."],
    // What may grow stands last.
    blocks: isLive ? [differences] : [totalsBlock(year, totals), differences],
    charts: [],
    landscape: true,
  };
}

const TITLE = "Differences, and last what ties";
const NAME = "Reconciliation";
const NONE = "There is nothing to compare.";

function totalsBlock(year: number, { ours, theirs }: ReconciliationDraft["totals"]): DraftBlock {
  const line = (label: string, mine: number, broker: number) => [label, mine / 100, broker / 100, { formula: "=ROUND(B{row}-C{row},2)", value: (mine - broker) / 100 }];
  const gain = ({ column, value }: { readonly column: string; readonly value: number }) => ({ formula: `=ROUND(${column}{first}-${column}{first+1}+${column}{first+2},2)`, value: value / 100 });
  return {
    title: `Totals of ${year}`,
    columns: columnsOf(["Total of", "Ours", "Theirs", "Difference"]),
    content: {
      kind: "rows",
      rows: [
        line("Proceeds", ours.proceedsCents, theirs.proceedsCents),
        line("Basis", ours.basisCents, theirs.basisCents),
        line("Wash sales", ours.washCents, theirs.washCents),
        ["Gain", gain({ column: "B", value: gainCents(ours) }), gain({ column: "C", value: gainCents(theirs) }), { formula: "=ROUND(B{row}-C{row},2)", value: (gainCents(ours) - gainCents(theirs)) / 100 }],
      ],
    },
    totals: [],
    name: null,
    whenEmpty: "",
  };
}

/** What counts: gain before wash sales and the loss they disallow. */
export function gainCents({ proceedsCents, basisCents, washCents }: SideTotals): number {
  return proceedsCents - basisCents + washCents;
}
