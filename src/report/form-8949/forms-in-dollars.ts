/**
 * Which broker's forms are printed in whole dollars: every amount is, and our proceeds, which have cents, come to theirs rounded up
 * here and down there. What lies within half a dollar is then rounding and no adjustment (R-RND-4).
 */
import type { ReportedSale } from "../form-8949-types";
import { grouped } from "../match-1099-rules";
import type { Portion } from "./portions";
import { wholeDollars } from "./whole-dollars";

/** Cents that rounding to dollars takes off a figure, or adds to it. */
export const HALF_A_DOLLAR = 50;

/** @param portions of all sales found on forms, each with its row */
export function formsInWholeDollars(portions: readonly Portion[]): (row: ReportedSale) => boolean {
  const reported = portions.flatMap(({ reported: own, proceedsCents }) => (own === null ? [] : [{ row: own.row, proceedsCents }]));
  const forms = new Set<string>();
  for (const [form, ofForm] of grouped(reported, ({ row }) => formOf(row))) {
    const apart = [...grouped(ofForm, ({ row }) => String(row.row)).values()].map((ofRow) => {
      const ours = ofRow.reduce((sum, { proceedsCents }) => sum + proceedsCents, 0);
      return wholeDollars(ours) === ofRow[0]!.row.proceedsCents ? ofRow[0]!.row.proceedsCents - ours : 0;
    });
    if (ofForm.every(({ row }) => isWhole(row)) && apart.some((cents) => cents < 0) && apart.some((cents) => cents > 0)) forms.add(form);
  }
  return (row) => forms.has(formOf(row));
}

function formOf({ account, printed }: ReportedSale): string {
  return JSON.stringify([printed?.form ?? "", account]);
}

function isWhole({ proceedsCents, basisCents, washCents }: ReportedSale): boolean {
  return [proceedsCents, basisCents ?? 0, washCents].every((cents) => cents % 100 === 0);
}
