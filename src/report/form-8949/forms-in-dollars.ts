/**
 * Which broker's forms are printed in whole dollars: every amount is, and our proceeds, which have cents, come to theirs rounded up
 * here and down there, or proceeds and basis of one row both do, where no fee left out could have done it. What lies within half a dollar is then rounding and no adjustment (R-RND-4).
 */
import type { ReportedSale } from "../form-8949-types";
import { grouped } from "../match-1099-rules";
import type { Portion } from "./portions";
import { wholeDollars } from "./whole-dollars";

/** Cents that rounding to dollars takes off a figure, or adds to it. */
export const HALF_A_DOLLAR = 50;

/** @param portions of all sales found on forms, each with its row */
export function formsInWholeDollars(portions: readonly Portion[]): (row: ReportedSale) => boolean {
  const reported = portions.flatMap(({ reported: own, proceedsCents, basisCents }) => (own === null ? [] : [{ row: own.row, proceedsCents, basisCents }]));
  const forms = new Set<string>();
  for (const [form, ofForm] of grouped(reported, ({ row }) => formOf(row))) {
    const rounded = [...grouped(ofForm, ({ row }) => String(row.row)).values()].map((ofRow) => {
      const { proceedsCents, basisCents } = ofRow[0]!.row;
      return { proceeds: roundedBy(ofRow.map((one) => one.proceedsCents), proceedsCents), basis: roundedBy(ofRow.map((one) => one.basisCents), basisCents) };
    });
    const isUp = rounded.some(({ proceeds }) => proceeds > 0);
    const isDown = rounded.some(({ proceeds }) => proceeds < 0);
    if (ofForm.every(({ row }) => isWhole(row)) && ((isUp && isDown) || rounded.some(isNoFee))) forms.add(form);
  }
  return (row) => forms.has(formOf(row));
}

/** Cents that rounding adds to ours to come to theirs; 0 where it does not, or has nothing to round. */
function roundedBy(ours: readonly number[], theirs: number | null): number {
  const cents = ours.reduce((sum, one) => sum + one, 0);
  return wholeDollars(cents) === theirs ? theirs - cents : 0;
}

/** Both amounts are rounded, and not as a form is that leaves out fees: more proceeds and less basis than ours. */
function isNoFee({ proceeds, basis }: { readonly proceeds: number; readonly basis: number }): boolean {
  return proceeds !== 0 && basis !== 0 && (proceeds < 0 || basis > 0);
}

function formOf({ account, printed }: ReportedSale): string {
  return JSON.stringify([printed?.form ?? "", account]);
}

function isWhole({ proceedsCents, basisCents, washCents }: ReportedSale): boolean {
  return [proceedsCents, basisCents ?? 0, washCents].every((cents) => cents % 100 === 0);
}
