/**
 * A plan of sales, or of gifts to charity, as a sheet: what it comes to, the first day to buy again what is sold at a loss
 * (R-TLH-3), and the lots, live as SELLPLAN, GAINHARVEST or CHARITYPICK spill them, or as the values of the day.
 */
import type { HarvestPlan } from "../../harvest/harvest-types";
import { dollarsFromCents } from "../../report/figures";
import { washedSentences } from "../../report/harvest-words";
import { isoFromDay, serialFromDay } from "../../values/plain-date";
import { dollarsOrNull, type DraftBlock, type SheetDraft } from "../placing/sheet-draft";
import type { ResultColumn } from "../placing/result-tables";
import { madeByLine, type DraftOrigin, type DraftStyle } from "./live-or-values";
import { SOLD_COLUMNS } from "./plan-sales";
import { buyBackBlock } from "./plan-sheet";
import { livePlanFormula, type PlanAsked } from "./sales-plan-formula";

export interface SalesPlanForSheet {
  readonly asked: PlanAsked;
  readonly plan: HarvestPlan;
  /** By sale in the order of the plan; null: no tax. */
  readonly taxOfSalesCents: readonly number[] | null;
  readonly taxCents: number | null;
  readonly gapCents: number | null;
  readonly roomCents: number | null;
  readonly plainTaxCents: number | null;
  /** What the screen says of the plan: they belong on paper too. */
  readonly notes: readonly string[];
}

/** `Sales plan 2026-12-05`, `Gifts 2026-12-05` */
export function salesPlanDraft(found: SalesPlanForSheet, style: DraftStyle, origin: DraftOrigin): SheetDraft {
  const { asked, plan, notes } = found;
  const day = isoFromDay(plan.asOf);
  const formula = style.kind === "live" ? livePlanFormula(asked, plan.asOf, style.references) : null;
  const written: DraftStyle = formula === null ? { kind: "values" } : style;
  const sales = formula === null ? salesBlock(found) : liveBlock(found, formula);
  const buyBack = isGift(found) || plan.buyBack.length === 0 ? [] : [{ ...buyBackBlock(plan), name: "SalesPlanBuyBack" }];
  return {
    sheetName: `${isGift(found) ? "Gifts" : "Sales plan"} ${day}`,
    title: `${TITLES[asked.purpose.kind]} on ${day}`,
    madeBy: madeByLine("Plan pane", plan.asOf, origin, written),
    notes,
    remarks: remarksOf(found, written),
    // A table that may grow stands last.
    blocks: formula === null ? [comesToBlock(found), sales, ...buyBack] : [comesToBlock(found), ...buyBack, sales],
    charts: [],
    landscape: true,
  };
}

const TITLES: Readonly<Record<PlanAsked["purpose"]["kind"], string>> = {
  cash: "Lots to sell for cash at the least tax",
  gain: "Lots to sell for a gain at the least tax",
  loss: "Lots to sell for a loss at the least tax",
  "free gain": "Long-term gains free of tax",
  charity: "Shares to give to charity",
};

function isGift({ asked }: Pick<SalesPlanForSheet, "asked">): boolean {
  return asked.purpose.kind === "charity";
}

function remarksOf(found: SalesPlanForSheet, style: DraftStyle): readonly string[] {
  const tax = isGift(found) ? "Tax avoided is what selling the shares would have added to the tax of the year." : "Tax is what the sales add to the tax of the year, each to those above it.";
  if (style.kind === "values") return [tax];
  return [tax, "The lots follow your cells; the table of what they come to, and the days to buy again, are as of the day the plan was written."];
}

function comesToBlock(found: SalesPlanForSheet): DraftBlock {
  const { plan, taxCents, gapCents, roomCents, plainTaxCents, asked } = found;
  const rows: (readonly [string, number | null])[] = [
    ...("cents" in asked.purpose ? [[isGift(found) ? "Asked to give" : "Asked for", asked.purpose.cents] as const] : []),
    ...(roomCents === null || !Number.isFinite(roomCents) ? [] : [["Room free of tax", roomCents] as const]),
    [isGift(found) ? "Value given" : "Proceeds", plan.proceedsCents],
    ["Short gain", plan.shortGainCents],
    ["Long gain", plan.longGainCents],
    ...(isGift(found) ? [] : [["Washed", plan.washedCents] as const]),
    [isGift(found) ? "Tax avoided" : "Tax added", taxCents],
    ...(gapCents === null ? [] : [["At most above the least possible", gapCents] as const]),
    ...(plainTaxCents === null ? [] : [["Tax added by highest cost first", plainTaxCents] as const]),
  ];
  return {
    title: "What it comes to",
    columns: [{ heading: "Figure", format: "text" }, { heading: "Amount", format: "money" }],
    content: { kind: "rows", rows: rows.map(([label, cents]) => [label, dollarsOrNull(cents)]) },
    totals: [],
    name: "SalesPlanComesTo",
    whenEmpty: "",
  };
}

function columnsOf(gift: boolean): readonly ResultColumn[] {
  return [
    ...SOLD_COLUMNS,
    { heading: gift ? "Value" : "Proceeds", format: "money" },
    { heading: "Basis", format: "money" },
    { heading: gift ? "Gain never taxed" : "Gain", format: "money" },
    ...(gift ? [] : [{ heading: "Washed", format: "money" } as const, { heading: "Lost for good", format: "money" } as const]),
    { heading: gift ? "Tax avoided" : "Tax", format: "money" },
    { heading: "Note", format: "text" },
  ];
}

function salesBlock(found: SalesPlanForSheet): DraftBlock {
  const gift = isGift(found);
  const { plan, taxOfSalesCents } = found;
  const columns = columnsOf(gift);
  const rows = plan.sales.map((sale, at) => {
    const tax = taxOfSalesCents?.[at];
    return [
      at + 1, sale.symbol, sale.account, sale.lot, sale.shares, serialFromDay(sale.acquired), sale.term, sale.price,
      ...[sale.proceedsCents, sale.basisCents, sale.gainCents].map(dollarsFromCents),
      ...(gift ? [] : [dollarsFromCents(sale.washedCents), dollarsFromCents(sale.permanentCents)]),
      tax === undefined ? null : dollarsFromCents(tax),
      gift ? "" : washedSentences(sale).join(" "),
    ];
  });
  const totals = columns.filter(({ heading, format }) => format === "money" && (heading !== columns.at(-2)!.heading || taxOfSalesCents !== null));
  return {
    title: gift ? "Lots to give" : "Sales, in the order to place them",
    columns,
    content: { kind: "rows", rows },
    totals: totals.map(({ heading }) => heading),
    name: "SalesPlan",
    whenEmpty: "No lot is in the plan.",
  };
}

function liveBlock({ plan, asked }: SalesPlanForSheet, formula: { readonly text: string; readonly columns: readonly ResultColumn[] }): DraftBlock {
  return {
    title: asked.purpose.kind === "charity" ? "Lots to give, live" : "Sales, in the order to place them, live",
    columns: formula.columns,
    // Its headings, the lots and the total.
    content: { kind: "spill", formula: formula.text, rows: plan.sales.length + 2 },
    totals: [],
    name: "SalesPlan",
    whenEmpty: "No lot is in the plan.",
  };
}
