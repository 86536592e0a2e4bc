/** CHARITYPICK: the shares to give, and what selling them instead would have added to the tax. */
import type { CharityPlan } from "../../harvest/charity-plan";
import { charitySentences } from "../../report/least-tax-words";
import { dollarsFromCents } from "../../report/figures";
import { serialFromDay } from "../../values/plain-date";
import { dollarsOr, type Row, type Table } from "./cell";
import { gapRow } from "./sell-plan";

export const CHARITYPICK_HEADINGS = ["Symbol", "Account", "Lot", "Acquired", "Quantity", "Value", "Basis", "Gain", "Tax avoided", "Note"] as const;

/** @param withoutTax why the tax of the year cannot be told, and Tax avoided is blank; null where it can */
export function charityPickTable(found: CharityPlan, amountCents: number, withoutTax: string | null): Table {
  const { plan, taxOfSalesCents, taxCents, gaps } = found;
  const basisCents = plan.sales.reduce((sum, sale) => sum + sale.basisCents, 0);
  const figures = [plan.proceedsCents, basisCents, plan.proceedsCents - basisCents].map(dollarsFromCents);
  return [
    [...CHARITYPICK_HEADINGS],
    ...gaps.map((gap) => gapRow(gap, CHARITYPICK_HEADINGS)),
    ...plan.sales.map(({ symbol, account, lot, acquired, shares, proceedsCents, basisCents: basis, gainCents, atAverage }, at): Row => {
      const cents = [proceedsCents, basis, gainCents].map(dollarsFromCents);
      return [symbol, account, lot, serialFromDay(acquired), shares, ...cents, dollarsOr(taxOfSalesCents?.[at] ?? null), atAverage ? "At average basis: the earliest shares leave first." : ""];
    }),
    ["Total", "", "", "", "", ...figures, dollarsOr(taxCents), [...charitySentences(found, amountCents), ...(withoutTax === null ? [] : [withoutTax])].join(" ")],
  ];
}
