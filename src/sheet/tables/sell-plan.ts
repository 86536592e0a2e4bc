/** SELLPLAN: the sales that raise cash at the least tax, and in the last row what they come to and how near the least. */
import type { FreeGainPlan } from "../../harvest/free-gain-plan";
import type { HarvestGap, HarvestPlan, PlannedSale } from "../../harvest/harvest-types";
import type { Exactness, SaleGoal } from "../../harvest/sale-goal";
import type { SellPlan } from "../../harvest/sell-plan";
import type { YearSoFar } from "../../harvest/year-so-far";
import { dollarsFromCents } from "../../report/figures";
import { freeGainSentences, plannedSaleSentences, sellPlanSentences } from "../../report/least-tax-words";
import { serialFromDay } from "../../values/plain-date";
import { notAvailable, valueError, type Cell, type Row, type Table } from "./cell";

export const SELLPLAN_HEADINGS = ["Symbol", "Account", "Lot", "Acquired", "Term", "Quantity", "Proceeds", "Gain", "Tax", "Note"] as const;

const TEXTS: ReadonlySet<string> = new Set(["Account", "Lot", "Term"]);

export function sellPlanTable(found: SellPlan, goal: SaleGoal, exactness: Exactness): Table {
  return tableOf(found, sellPlanSentences(found, goal, exactness));
}

/** GAINHARVEST: the same columns. */
export function freeGainTable(found: FreeGainPlan, year: Pick<YearSoFar, "basis" | "realised">): Table {
  return tableOf(found, freeGainSentences(found, year));
}

interface PlannedTax {
  readonly plan: HarvestPlan;
  readonly taxOfSalesCents: readonly number[];
  readonly taxCents: number;
  readonly gaps: readonly HarvestGap[];
}

function tableOf({ plan, gaps, taxOfSalesCents, taxCents }: PlannedTax, sentences: readonly string[]): Table {
  const figures = [plan.proceedsCents, plan.shortGainCents + plan.longGainCents, taxCents].map(dollarsFromCents);
  return [
    [...SELLPLAN_HEADINGS],
    ...gaps.map((gap) => gapRow(gap, SELLPLAN_HEADINGS)),
    ...plan.sales.map((sale, at) => saleRow(sale, taxOfSalesCents[at]!)),
    ["Total", "", "", "", "", "", ...figures, sentences.join(" ")],
  ];
}

function saleRow(sale: PlannedSale, taxCents: number): Row {
  return [
    sale.symbol,
    sale.account,
    sale.lot,
    serialFromDay(sale.acquired),
    sale.term,
    sale.shares,
    dollarsFromCents(sale.proceedsCents),
    dollarsFromCents(sale.gainCents),
    dollarsFromCents(taxCents),
    plannedSaleSentences(sale).join(" "),
  ];
}

/** A symbol that could not be looked at: totals over its cells fail instead of falling short. */
export function gapRow(gap: HarvestGap, headings: readonly string[]): Row {
  const error = gap.kind === "no-price" ? notAvailable(gap.sentence) : valueError(gap.sentence);
  return headings.map((heading): Cell => {
    if (heading === "Note") return gap.sentence;
    if (heading === "Symbol") return gap.symbol;
    if (heading === "Account") return gap.account ?? "";
    return TEXTS.has(heading) ? "" : error;
  });
}
