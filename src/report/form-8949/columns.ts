/**
 * Columns (d) to (h) of one row of Form 8949 from our figures and the form's (R-8949-2, R-8949-3). h = d − e + g always, and h is
 * our own allowed gain whatever the broker wrote, because every difference from the broker's figures is in (g).
 */
import type { Box8949, Form8949Row } from "../form-8949-types";
import { isBasisReported, isOnNoForm } from "./box";

export interface SaleFigures {
  /** Ours; basis with earlier washes in it. Cents. */
  readonly proceedsCents: number;
  readonly basisCents: number;
  /** Wash sales in the taxpayer's view, positive. */
  readonly washCents: number;
  /** Disallowed by another rule (R-HP-8), positive. */
  readonly otherDisallowedCents: number;
  readonly isCollectible: boolean;
  /** A written option's premium is in the proceeds, which the broker may have left out (R-OPT-3). */
  readonly hasPremiumReceived: boolean;
  /** Options written and bought back: the broker may net the premium and the cost of closing (Instructions for Form 1099-B, box 1d). */
  readonly isWrittenOption: boolean;
  /** How far two ways of dividing one amount may lie apart: a cent for each piece; more where the form is in whole dollars. */
  readonly roundingCents: number;
  /** null: no broker reports it. */
  readonly reported: ReportedFigures | null;
}

export interface ReportedFigures {
  readonly proceedsCents: number;
  /** null: not given. */
  readonly basisCents: number | null;
  readonly washCents: number;
  readonly isOtherTerm: boolean;
}

export type FormColumns = Pick<Form8949Row, "proceedsCents" | "costCents" | "code" | "adjustmentCents" | "gainCents">;

export function formColumns(sale: SaleFigures, box: Box8949): FormColumns {
  const reported = isOnNoForm(box) ? null : sale.reported;
  const proceeds = proceedsColumn(sale, reported);
  const cost = costColumn(sale, reported, box);
  const codes = [
    proceeds.code,
    cost.code,
    sale.isCollectible ? "C" : "",
    sale.otherDisallowedCents > 0 ? "L" : "",
    reported?.isOtherTerm === true ? "T" : "",
    washCode(sale, reported),
  ];
  const adjustmentCents = proceeds.adjustmentCents + cost.adjustmentCents + sale.washCents + sale.otherDisallowedCents;
  return {
    proceedsCents: proceeds.cents,
    costCents: cost.cents,
    code: inOneString(codes),
    adjustmentCents,
    gainCents: proceeds.cents - cost.cents + adjustmentCents,
  };
}

/** W also where the form disallows a loss and the law none: then the amount is 0 (R-8949-3; IRS, additional instructions of 28 February 2013). */
export function washCode({ washCents, roundingCents }: SaleFigures, reported: ReportedFigures | null): "W" | "" {
  return washCents > 0 || (reported !== null && reported.washCents > roundingCents) ? "W" : "";
}

/** R-8949-3: several codes in one string, alphabetical, without blanks. */
export function inOneString(codes: Iterable<string>): string {
  return [...new Set([...codes].join(""))].sort().join("");
}

/** Two ways of dividing one amount, and no difference that the return would tell. */
export function isRounding(differenceCents: number, roundingCents: number): boolean {
  return Math.abs(differenceCents) <= roundingCents;
}

/** One of (d) and (e), and what it brings into (f) and (g). */
export interface Column {
  readonly cents: number;
  readonly code: string;
  readonly adjustmentCents: number;
}

/** (d) is what the form says; what it leaves out is an adjustment (E; O where neither expense nor premium explains it). */
export function proceedsColumn(sale: SaleFigures, reported: ReportedFigures | null): Column {
  const { proceedsCents, hasPremiumReceived, roundingCents } = sale;
  if (reported === null || isRounding(reported.proceedsCents - proceedsCents, roundingCents)) return { cents: proceedsCents, code: "", adjustmentCents: 0 };
  const netted = premiumNetted(sale, reported);
  if (netted !== null) return { cents: reported.proceedsCents, code: netted.feesCents > 0 ? "E" : "", adjustmentCents: 0 - netted.feesCents };
  const adjustmentCents = proceedsCents - reported.proceedsCents;
  return { cents: reported.proceedsCents, code: adjustmentCents < 0 || hasPremiumReceived ? "E" : "O", adjustmentCents };
}

/** The trades give no fees by themselves; what is missing beyond this part of the cost of closing is no fee. */
const MOST_FEES_SHARE = 0.25;

/**
 * What the form takes off the premium of an option written and bought back it leaves out of the basis, and fees perhaps of both.
 *
 * @returns null: it does not; fees of 0: the gain is ours
 */
export function premiumNetted({ isWrittenOption, proceedsCents, basisCents, roundingCents }: SaleFigures, reported: ReportedFigures): { readonly feesCents: number } | null {
  const less = proceedsCents - reported.proceedsCents;
  const leftOut = basisCents - (reported.basisCents ?? 0);
  if (!isWrittenOption || less <= roundingCents) return null;
  const feesCents = isRounding(leftOut - less, roundingCents) ? 0 : leftOut - less;
  return feesCents >= 0 && feesCents <= leftOut * MOST_FEES_SHARE ? { feesCents } : null;
}

/** R-8949-2. */
export function costColumn(sale: SaleFigures, reported: ReportedFigures | null, box: Box8949): Column {
  const { basisCents, roundingCents, proceedsCents } = sale;
  const netted = reported === null ? null : premiumNetted(sale, reported);
  if (netted !== null) return { cents: basisCents - netted.feesCents - proceedsCents + reported!.proceedsCents, code: "", adjustmentCents: 0 };
  const theirs = reported?.basisCents ?? null;
  const isToTheIrs = isBasisReported(box);
  // A zero that nobody vouches for is a figure not given.
  const isGiven = theirs !== null && (isToTheIrs || theirs !== 0);
  if (!isGiven || isRounding(theirs - basisCents, roundingCents)) return { cents: basisCents, code: "", adjustmentCents: 0 };
  return isToTheIrs ? { cents: theirs, code: "B", adjustmentCents: theirs - basisCents } : { cents: basisCents, code: "B", adjustmentCents: 0 };
}
