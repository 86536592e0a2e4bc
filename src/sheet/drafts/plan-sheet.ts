/**
 * The harvest plan as a sheet: the sales in the order to place them, the first day to buy each symbol again
 * (R-TLH-3), and what they do to the year. Whatever plain Excel can recompute is a plain formula.
 */
import type { HarvestLot, HarvestPlan } from "../../harvest/harvest-types";
import { dollarsFromCents } from "../../report/figures";
import { moneyText } from "../../values/money-text";
import { isoFromDay, serialFromDay, yearOf } from "../../values/plain-date";
import type { DraftBlock, SheetDraft } from "../placing/sheet-draft";
import { HARVEST_HEADINGS } from "../tables/harvest";
import { dayInFormula, madeByLine, ourFormula, type DraftOrigin, type DraftStyle } from "./live-or-values";
import { salesBlock, whyBlock } from "./plan-sales";
import { columnsOf } from "./result-table-sheet";

export interface PlanDraftOptions {
  readonly style: DraftStyle;
  readonly origin: DraftOrigin;
  /** Realized in the year so far, in taxable accounts, after disallowed losses. */
  readonly yearShortCents: number;
  readonly yearLongCents: number;
  /** Why the tax of the year cannot be told, in a sentence; null: it can. */
  readonly withoutTax: string | null;
  readonly targetCents: number | null;
  /** All candidates of the day: what is said of a planned lot, and room for the live table. */
  readonly lots?: readonly HarvestLot[];
  /** Sentences of the screen that belong on paper too. */
  readonly warnings?: readonly string[];
}

/** One sheet, `Harvest 2026-12-05`. */
export function planDrafts(plan: HarvestPlan, options: PlanDraftOptions): readonly SheetDraft[] {
  const day = isoFromDay(plan.asOf);
  const blocks = [salesBlock(plan, options.style), buyBackBlock(plan), effectBlock(plan, options), whyBlock(plan, options.lots ?? [])];
  const candidates = candidatesBlock(plan, options);
  if (candidates !== null) blocks.push(candidates);
  return [
    {
      sheetName: `Harvest ${day}`,
      title: `Harvest plan for ${day}`,
      madeBy: madeByLine("Harvest pane", plan.asOf, options.origin, options.style),
      notes: notesOf(plan, options),
      remarks: remarksOf(plan, options),
      blocks,
      charts: plan.sales.length === 0 ? [] : [
        { title: "Loss that counts, and loss washed", type: "ColumnClustered", block: 0, categories: "Symbol", series: ["Harvested loss", "Washed"], beside: 1 },
      ],
      landscape: true,
    },
  ];
}

/** What the reader has to know before the figures. */
function notesOf(plan: HarvestPlan, { targetCents, warnings = [] }: PlanDraftOptions): string[] {
  if (targetCents === null || plan.shortOfTargetCents <= 0) return [...warnings];
  return [`The target was ${moneyText(targetCents)}; ${moneyText(plan.shortOfTargetCents)} of it cannot be reached on this day.`, ...warnings];
}

/** How the figures came about. */
function remarksOf({ taxSavedCents }: HarvestPlan, { withoutTax, style }: PlanDraftOptions): string[] {
  const remarks = ["The sales were simulated together, in this order, against every trade in the range. Another order can change what is washed."];
  if (withoutTax !== null) {
    remarks.push(`Tax saved is blank. ${withoutTax}`);
  } else {
    remarks.push(
      "Tax saved is the tax of the year without the sale less the tax with it, each sale after those above it.",
      "Comes back is the tax, on a return like this one, of selling shares bought again at their old basis once they are long-term; Kept for good is Tax saved less that.",
      "A lower basis after buying again defers tax; it does not remove it.",
    );
  }
  if (withoutTax === null && taxSavedCents === null) remarks.push("Tax saved is blank, and has no total, where the long-term loss of a collectible is sold: its rate is its own (R-TAX-4).");
  if (style.kind === "live") {
    if (style.references.prices !== null) remarks.push("Price is looked up by Symbol in your prices; where it is not found there, it is the price of the day the plan was written.");
    remarks.push(
      "Proceeds, Gain and Harvested loss follow the cells of their row.",
      "Washed, Lost for good, Tax saved, Comes back and Kept for good are as of the day the plan was written; the table at the end follows your trades.",
    );
  }
  return [...remarks, "Check is Proceeds − Basis − Gain and stays 0.00."];
}

/** R-TLH-3, R-WS-1: day 31 after the sale is the first that is free. */
export function buyBackBlock(plan: HarvestPlan): DraftBlock {
  const rows = plan.buyBack.map(({ symbol, from }) => {
    const sold = plan.sales.filter((sale) => sale.symbol === symbol);
    const partners = [...new Set(sold.flatMap((sale) => sale.replacements))];
    return [symbol, serialFromDay(plan.asOf), serialFromDay(from), serialFromDay(from - 1), partners.join(", ")];
  });
  return {
    title: "First day to buy again, in any account of yours, your spouse’s or an IRA, reinvested dividends included",
    columns: [
      { heading: "Symbol", format: "text" },
      { heading: "Sold on", format: "date" },
      { heading: "First day to buy again", format: "date" },
      { heading: "Last day that washes", format: "date" },
      { heading: "Your partner", format: "text" },
    ],
    content: { kind: "rows", rows },
    totals: [],
    name: "HarvestBuyBack",
    whenEmpty: "Nothing sold here is sold at a loss.",
  };
}

/** What counts of the sales, by term, beside what the year holds already. */
function effectBlock(plan: HarvestPlan, { yearShortCents, yearLongCents }: PlanDraftOptions): DraftBlock {
  const row = (label: string, beforeCents: number, harvestedCents: number) => [
    label,
    dollarsFromCents(beforeCents),
    dollarsFromCents(0 - harvestedCents),
    { formula: "=B{row}+C{row}" },
  ];
  return {
    title: `Gains and losses of ${yearOf(plan.asOf)}, wash sales taken off`,
    columns: [
      { heading: "Term", format: "text" },
      { heading: "Year before", format: "money" },
      { heading: "These sales", format: "money" },
      { heading: "Year after", format: "money" },
    ],
    content: {
      kind: "rows",
      rows: [row("Short", yearShortCents, plan.harvestedShortCents), row("Long", yearLongCents, plan.harvestedLongCents)],
    },
    totals: ["Year before", "These sales", "Year after"],
    name: "HarvestEffect",
    whenEmpty: "",
  };
}

/** Last on the sheet, so that it may grow. */
function candidatesBlock(plan: HarvestPlan, { style, lots }: PlanDraftOptions): DraftBlock | null {
  if (style.kind !== "live" || style.references.prices === null) return null;
  const { namespace, trades, prices, settings } = style.references;
  const formula = ourFormula(namespace, "HARVEST", [trades, prices, dayInFormula(plan.asOf), null, settings]);
  return {
    title: "Every lot below its basis on this day, live (not printed)",
    columns: columnsOf([...HARVEST_HEADINGS]),
    content: { kind: "spill", formula, rows: (lots ?? plan.sales).length + 1 },
    totals: [],
    name: null,
    whenEmpty: "",
  };
}
