/**
 * HARVEST: the lots below their basis, best first, each as if it alone were sold whole on the day (R-TLH-1, R-TLH-2);
 * or, with a target, the sales of a plan in the order in which they are to be placed.
 */
import type { HarvestAnswer, HarvestGap, HarvestLot, HarvestPlan, PlannedSale } from "../../harvest/harvest-types";
import type { WorthOfLoss } from "../../harvest/worth-of-loss";
import { dollarsFromCents } from "../../report/figures";
import { harvestSentences, nothingToHarvestSentence, plannedSentences, shortOfTargetSentence } from "../../report/harvest-words";
import { finalOn } from "../../rules/wash-sale/window";
import { fifteenDigits } from "../../values/decimals";
import { serialFromDay, type Day } from "../../values/plain-date";
import { dollarsOr, notAvailable, valueError, type Cell, type Row, type Table } from "./cell";

export const HARVEST_HEADINGS = [
  "Rank", "Symbol", "Account", "Lot", "Quantity", "Acquired", "Term", "Basis", "Value", "Loss", "Loss percent", "Washed now",
  "Permanently lost", "Harvestable loss", "Tax saved", "Clean sale date", "Clean rebuy date", "Days to long-term", "Replacement", "Note",
  "Comes back", "Kept for good", "Carried over",
] as const;

const TEXTS: ReadonlySet<string> = new Set(["Symbol", "Account", "Lot", "Term", "Replacement", "Note"]);

/** @param withoutTax why the tax of the year cannot be told, said once, in the first row; null where it can */
export function harvestTable(answer: HarvestAnswer, withoutTax: string | null): Table {
  const rows = answer.lots.map((lot, at): Row => lotRow(lot, at + 1, noteOf(harvestSentences(lot), at === 0 ? withoutTax : null)));
  return [[...HARVEST_HEADINGS], ...answer.gaps.map(gapRow), ...rows];
}

/** @param answer to the same facts: what of a lot does not depend on the plan */
export function harvestPlanTable(plan: HarvestPlan, answer: HarvestAnswer, withoutTax: string | null): Table {
  const lots = new Map(answer.lots.map((lot) => [lot.key, lot]));
  const rows = plan.sales.map((sale, at): Row => {
    const lot = lots.get(sale.key);
    const note = noteOf(plannedSentences(sale, lot), at === 0 ? withoutTax : null);
    const short = at === 0 ? shortOfTargetSentence(plan) : null;
    return saleRow(sale, plan.asOf, lot, at + 1, short === null ? note : `${short} ${note}`.trim());
  });
  const nothing = rows.length === 0 && answer.lots.length > 0 ? [noteRow(nothingToHarvestSentence(answer))] : [];
  return [[...HARVEST_HEADINGS], ...answer.gaps.map(gapRow), ...rows, ...nothing];
}

/** Candidates there are, but no sale of the plan could carry the sentence. */
function noteRow(sentence: string): Row {
  return HARVEST_HEADINGS.map((heading) => (heading === "Note" ? sentence : ""));
}

function lotRow(lot: HarvestLot, rank: number, note: string): Row {
  return [
    rank,
    lot.symbol,
    lot.account,
    lot.lot,
    lot.shares,
    serialFromDay(lot.acquired),
    lot.term,
    dollarsFromCents(lot.basisCents),
    dollarsFromCents(lot.valueCents),
    dollarsFromCents(lot.lossCents),
    fifteenDigits(lot.lossShare),
    dollarsFromCents(lot.washedCents),
    dollarsFromCents(lot.permanentCents),
    dollarsFromCents(lot.harvestableCents),
    dollarsOr(lot.taxSavedCents),
    serialOr(lot.cleanSaleDay),
    serialFromDay(lot.cleanRebuyDay),
    lot.daysToLongTerm ?? "",
    lot.replacements.join(", "),
    note,
    ...worthCells(lot.worth),
  ];
}

/** A sale at a gain, which makes way for the losses after it, has a negative Loss. */
function saleRow(sale: PlannedSale, asOf: Day, lot: HarvestLot | undefined, rank: number, note: string): Row {
  const lossCents = 0 - sale.gainCents;
  return [
    rank,
    sale.symbol,
    sale.account,
    sale.lot,
    sale.shares,
    serialFromDay(sale.acquired),
    sale.term,
    dollarsFromCents(sale.basisCents),
    dollarsFromCents(sale.proceedsCents),
    dollarsFromCents(lossCents),
    sale.basisCents === 0 ? "" : fifteenDigits(lossCents / sale.basisCents),
    dollarsFromCents(sale.washedCents),
    dollarsFromCents(sale.permanentCents),
    dollarsFromCents(lossCents - sale.washedCents),
    dollarsOr(sale.taxSavedCents ?? null),
    // In the plan's order a lot may be clean that by itself is not.
    sale.washedCents === 0 ? "" : serialOr(lot?.cleanSaleDay ?? null),
    serialFromDay(sale.cleanRebuyDay ?? finalOn(asOf)),
    lot?.daysToLongTerm ?? "",
    sale.replacements.join(", "),
    note,
    ...worthCells(sale.worth ?? null),
  ];
}

/** Comes back, Kept for good, Carried over. */
function worthCells(worth: WorthOfLoss | null): Cell[] {
  if (worth === null) return ["", "", ""];
  return [worth.comesBackCents, worth.keptCents, worth.carriedShortCents + worth.carriedLongCents].map(dollarsFromCents);
}

/** One row for a symbol that could not be looked at: totals over its cells fail instead of falling short. */
function gapRow(gap: HarvestGap): Row {
  const error = gap.kind === "no-price" ? notAvailable(gap.sentence) : valueError(gap.sentence);
  return HARVEST_HEADINGS.map((heading): Cell => {
    if (heading === "Note") return gap.sentence;
    if (heading === "Symbol") return gap.symbol;
    if (heading === "Account") return gap.account ?? "";
    return TEXTS.has(heading) ? "" : error;
  });
}

function noteOf(sentences: readonly string[], last: string | null): string {
  return [...sentences, ...(last === null ? [] : [last])].join(" ");
}

function serialOr(day: Day | null): Cell {
  return day === null ? "" : serialFromDay(day);
}
