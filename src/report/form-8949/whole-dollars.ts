/** R-RND-4: all amounts in whole dollars, or none. Printed rows round (d), (e) and (g) and compute (h), so that the form foots. */
import type { Form8949Row } from "../form-8949-types";
import { grouped } from "../match-1099-rules";

/** Under 50 cents down, from 50 cents up; below zero likewise. Cents of whole dollars. */
export function wholeDollars(cents: number): number {
  const dollars = Math.floor((Math.abs(cents) + 50) / 100);
  return cents < 0 ? 0 - dollars * 100 : dollars * 100;
}

/**
 * The rows of a year in whole dollars. A row of the form is rounded by itself. What goes straight to lines 1a and 8a is one entry
 * there: its cents are added first, so the dollars of its rows add up to those of the sum.
 */
export function rowsInWholeDollars(rows: readonly Form8949Row[]): Form8949Row[] {
  const printed = rows.map(rowInWholeDollars);
  const direct = [...rows.keys()].filter((at) => rows[at]!.direct);
  for (const ofLine of grouped(direct, (at) => rows[at]!.scheduleDLine).values()) {
    const proceeds = dollarsOfSum(ofLine.map((at) => rows[at]!.proceedsCents));
    const costs = dollarsOfSum(ofLine.map((at) => rows[at]!.costCents));
    ofLine.forEach((at, place) => {
      const [proceedsCents, costCents] = [proceeds[place]!, costs[place]!];
      printed[at] = { ...rows[at]!, proceedsCents, costCents, gainCents: proceedsCents - costCents };
    });
  }
  return printed;
}

/** Each rounded by itself, but for the fewest, those nearest to half a dollar, that go the other way so that all add up to the rounded sum. */
function dollarsOfSum(amounts: readonly number[]): number[] {
  const sum = (all: readonly number[]): number => all.reduce((before, cents) => before + cents, 0);
  const dollars = amounts.map(wholeDollars);
  const missing = wholeDollars(sum(amounts)) - sum(dollars);
  const lost = (at: number): number => Math.sign(missing) * (amounts[at]! - dollars[at]!);
  const nearest = [...amounts.keys()].sort((a, b) => lost(b) - lost(a) || b - a);
  for (const at of nearest.slice(0, Math.abs(missing) / 100)) dollars[at]! += Math.sign(missing) * 100;
  return dollars;
}

export function rowInWholeDollars<R extends Pick<Form8949Row, "proceedsCents" | "costCents" | "adjustmentCents" | "gainCents">>(row: R): R {
  const [proceedsCents, costCents, adjustmentCents] = [row.proceedsCents, row.costCents, row.adjustmentCents].map(wholeDollars) as [number, number, number];
  return { ...row, proceedsCents, costCents, adjustmentCents, gainCents: proceedsCents - costCents + adjustmentCents };
}
