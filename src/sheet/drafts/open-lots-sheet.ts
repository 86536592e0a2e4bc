/** The open lots as a sheet, live or as values. */
import { dollarsFromCents } from "../../report/figures";
import { isoFromDay, serialFromDay, type Day } from "../../values/plain-date";
import type { SheetDraft } from "../placing/sheet-draft";
import { dollarsOr, type Cell, type Row } from "../tables/cell";
import { OPENLOTS_HEADINGS } from "../tables/open-lots";
import { dayInFormula, madeByLine, ourFormula, type DraftOrigin, type DraftStyle } from "./live-or-values";
import { tableBlock } from "./result-table-sheet";

/** A lot as the Lots screen shows it; lots listed together are in the order they are to stand. */
export interface LotForSheet {
  readonly lot: string;
  readonly symbol: string;
  readonly account: string;
  readonly acquired: Day;
  readonly holdingFrom: Day;
  readonly shares: number;
  readonly basisCents: number;
  readonly washAddedCents: number;
  readonly price: number | null;
  readonly valueCents: number | null;
  readonly gainCents: number | null;
  readonly term: "Short" | "Long";
  readonly longTermOn: Day | null;
  readonly daysToLongTerm: number | null;
  readonly note: string;
}

export interface OpenLotsDraft {
  readonly asOf: Day;
  readonly style: DraftStyle;
  readonly origin: DraftOrigin;
  readonly lots: readonly LotForSheet[];
}

export function openLotsDraft({ asOf, style, origin, lots }: OpenLotsDraft): SheetDraft {
  const formula =
    style.kind === "values"
      ? null
      : ourFormula(style.references.namespace, "OPENLOTS", [style.references.trades, dayInFormula(asOf), style.references.prices, style.references.settings]);
  const table = [[...OPENLOTS_HEADINGS], ...lots.map(lotRow)];
  return {
    sheetName: `Open lots ${isoFromDay(asOf)}`,
    title: `Open lots on ${isoFromDay(asOf)}`,
    madeBy: madeByLine("OPENLOTS", asOf, origin, style),
    notes: [],
    blocks: [
      tableBlock({ title: "Open lots", style, table, formula, totals: ["Basis", "Wash added", "Value", "Gain"], name: "OpenLots", whenEmpty: "No lot is open on this day." }),
    ],
    charts: [],
    landscape: true,
  };
}

function lotRow(lot: LotForSheet): Row {
  const cells: Readonly<Record<(typeof OPENLOTS_HEADINGS)[number], Cell>> = {
    Lot: lot.lot,
    Symbol: lot.symbol,
    Account: lot.account,
    Acquired: serialFromDay(lot.acquired),
    "Holding from": serialFromDay(lot.holdingFrom),
    Quantity: lot.shares,
    Basis: dollarsFromCents(lot.basisCents),
    "Basis per share": lot.shares === 0 ? "" : Number((lot.basisCents / 100 / lot.shares).toPrecision(15)),
    "Wash added": dollarsFromCents(lot.washAddedCents),
    Price: lot.price ?? "",
    Value: dollarsOr(lot.valueCents),
    Gain: dollarsOr(lot.gainCents),
    Term: lot.term,
    "Long-term on": lot.longTermOn === null ? "" : serialFromDay(lot.longTermOn),
    "Days to long-term": lot.daysToLongTerm ?? "",
    Note: lot.note,
  };
  return OPENLOTS_HEADINGS.map((heading) => cells[heading]);
}
