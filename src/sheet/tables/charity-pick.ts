/** CHARITYPICK: the shares to give, and what selling them instead would have added to the tax. */
import type { CharityPlan } from "../../harvest/charity-plan";
import { charitySentences } from "../../report/least-tax-words";
import { dollarsFromCents } from "../../report/figures";
import { serialFromDay } from "../../values/plain-date";
import type { Row, Table } from "./cell";
import { gapRow } from "./sell-plan";

export const CHARITYPICK_HEADINGS = ["Symbol", "Account", "Lot", "Acquired", "Quantity", "Value", "Basis", "Gain", "Tax avoided", "Note"] as const;

export function charityPickTable(found: CharityPlan, amountCents: number): Table {
  const { plan, taxOfSalesCents, taxCents, gaps } = found;
  const basisCents = plan.sales.reduce((sum, sale) => sum + sale.basisCents, 0);
  const figures = [plan.proceedsCents, basisCents, plan.proceedsCents - basisCents, taxCents].map(dollarsFromCents);
  return [
    [...CHARITYPICK_HEADINGS],
    ...gaps.map((gap) => gapRow(gap, CHARITYPICK_HEADINGS)),
    ...plan.sales.map(({ symbol, account, lot, acquired, shares, proceedsCents, basisCents: basis, gainCents, atAverage }, at): Row => {
      const cents = [proceedsCents, basis, gainCents, taxOfSalesCents[at]!].map(dollarsFromCents);
      return [symbol, account, lot, serialFromDay(acquired), shares, ...cents, atAverage ? "At average basis: the earliest shares leave first." : ""];
    }),
    ["Total", "", "", "", "", ...figures, charitySentences(found, amountCents).join(" ")],
  ];
}
