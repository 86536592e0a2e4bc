/** R-RND-4: all amounts in whole dollars, or none. Printed rows round (d), (e) and (g) and compute (h), so that the form foots. */
import type { Form8949Row } from "../form-8949-types";

/** Under 50 cents down, from 50 cents up; below zero likewise. Cents of whole dollars. */
export function wholeDollars(cents: number): number {
  const dollars = Math.floor((Math.abs(cents) + 50) / 100);
  return cents < 0 ? 0 - dollars * 100 : dollars * 100;
}

/**
 * The rows of a year in whole dollars. A row of the form is rounded by itself. What goes straight to lines 1a and 8a is one entry
 * there: its cents are added first, so the dollars of its rows are cut from that sum and add up to it.
 */
export function rowsInWholeDollars(rows: readonly Form8949Row[]): Form8949Row[] {
  const sums = new Map<string, { proceedsCents: number; costCents: number }>();
  return rows.map((row) => {
    if (!row.direct) return rowInWholeDollars(row);
    const before = sums.get(row.scheduleDLine) ?? { proceedsCents: 0, costCents: 0 };
    const after = { proceedsCents: before.proceedsCents + row.proceedsCents, costCents: before.costCents + row.costCents };
    sums.set(row.scheduleDLine, after);
    const proceedsCents = wholeDollars(after.proceedsCents) - wholeDollars(before.proceedsCents);
    const costCents = wholeDollars(after.costCents) - wholeDollars(before.costCents);
    return { ...row, proceedsCents, costCents, gainCents: proceedsCents - costCents };
  });
}

export function rowInWholeDollars<R extends Pick<Form8949Row, "proceedsCents" | "costCents" | "adjustmentCents" | "gainCents">>(row: R): R {
  const [proceedsCents, costCents, adjustmentCents] = [row.proceedsCents, row.costCents, row.adjustmentCents].map(wholeDollars) as [number, number, number];
  return { ...row, proceedsCents, costCents, adjustmentCents, gainCents: proceedsCents - costCents + adjustmentCents };
}
