/** SELLPLAN: the sales that raise cash at the least tax, and in the last row what they come to and how near the least. */
import type { HarvestGap, PlannedSale } from "../../harvest/harvest-types";
import type { SellPlan } from "../../harvest/sell-plan";
import { dollarsFromCents } from "../../report/figures";
import { plannedSaleSentences, sellPlanSentences } from "../../report/least-tax-words";
import { serialFromDay } from "../../values/plain-date";
import { notAvailable, valueError, type Cell, type Row, type Table } from "./cell";

export const SELLPLAN_HEADINGS = ["Symbol", "Account", "Lot", "Acquired", "Term", "Quantity", "Proceeds", "Gain", "Tax", "Note"] as const;

const TEXTS: ReadonlySet<string> = new Set(["Account", "Lot", "Term"]);

export function sellPlanTable(found: SellPlan, cashCents: number): Table {
  const { plan, gaps, taxOfSalesCents } = found;
  return [[...SELLPLAN_HEADINGS], ...gaps.map(gapRow), ...plan.sales.map((sale, at) => saleRow(sale, taxOfSalesCents[at]!)), totalRow(found, cashCents)];
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

function totalRow(found: SellPlan, cashCents: number): Row {
  const { plan, taxCents } = found;
  const gainCents = plan.shortGainCents + plan.longGainCents;
  const figures = [plan.proceedsCents, gainCents, taxCents].map(dollarsFromCents);
  return ["Total", "", "", "", "", "", ...figures, sellPlanSentences(found, cashCents).join(" ")];
}

/** A symbol that could not be looked at: totals over its cells fail instead of falling short. */
function gapRow(gap: HarvestGap): Row {
  const error = gap.kind === "no-price" ? notAvailable(gap.sentence) : valueError(gap.sentence);
  return SELLPLAN_HEADINGS.map((heading): Cell => {
    if (heading === "Note") return gap.sentence;
    if (heading === "Symbol") return gap.symbol;
    if (heading === "Account") return gap.account ?? "";
    return TEXTS.has(heading) ? "" : error;
  });
}
