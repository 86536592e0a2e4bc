/** R-RND-4: all amounts in whole dollars, or none. Printed rows round (d), (e) and (g) and compute (h), so that the form foots. */
import type { Form8949Row } from "../form-8949-types";

/** Under 50 cents down, from 50 cents up; below zero likewise. Cents of whole dollars. */
export function wholeDollars(cents: number): number {
  const dollars = Math.floor((Math.abs(cents) + 50) / 100);
  return cents < 0 ? 0 - dollars * 100 : dollars * 100;
}

export function rowInWholeDollars<R extends Pick<Form8949Row, "proceedsCents" | "costCents" | "adjustmentCents" | "gainCents">>(row: R): R {
  const [proceedsCents, costCents, adjustmentCents] = [row.proceedsCents, row.costCents, row.adjustmentCents].map(wholeDollars) as [number, number, number];
  return { ...row, proceedsCents, costCents, adjustmentCents, gainCents: proceedsCents - costCents + adjustmentCents };
}
