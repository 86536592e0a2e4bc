/** R-8949-1: the box of Form 8949, its part and its line of Schedule D, by year, term, form and basis reported. */
import type { Box8949, Form8949Row, ReportedSale } from "../form-8949-types";

export interface BoxFacts {
  /** Of the return. */
  readonly year: number;
  readonly isDigital: boolean;
  /** By our own dates. */
  readonly isLong: boolean;
  readonly form: NonNullable<ReportedSale["form"]>;
  readonly basisReported: boolean;
}

/** From it on digital assets have boxes of their own (R-DA-3). */
export const FIRST_YEAR_OF_DIGITAL_BOXES = 2025;

const STOCK_BOXES = { short: ["A", "B", "C"], long: ["D", "E", "F"] } as const;
const DIGITAL_BOXES = { short: ["G", "H", "I"], long: ["J", "K", "L"] } as const;

/** A digital asset on a 1099-B is in the boxes of that form; one on no form is in I or L from 2025 on. */
export function boxOf({ year, isDigital, isLong, form, basisReported }: BoxFacts): Box8949 {
  const isDigitalBox = year >= FIRST_YEAR_OF_DIGITAL_BOXES && (form === "1099-DA" || (form === "none" && isDigital));
  const boxes = (isDigitalBox ? DIGITAL_BOXES : STOCK_BOXES)[isLong ? "long" : "short"];
  return boxes[form === "none" ? 2 : basisReported ? 0 : 1];
}

export function partOf(box: Box8949): Form8949Row["part"] {
  return "ABCGHI".includes(box) ? "I" : "II";
}

const LINES: Readonly<Record<Box8949, string>> = {
  A: "1b", B: "2", C: "3", D: "8b", E: "9", F: "10", G: "1b", H: "2", I: "3", J: "8b", K: "9", L: "10",
};

/** @param direct its total goes straight to Schedule D (R-8949-4) */
export function scheduleDLineOf(box: Box8949, direct: boolean): string {
  if (!direct) return LINES[box];
  return partOf(box) === "I" ? "1a" : "8a";
}

/** Basis reported to the IRS: boxes A, D, G and J, where column (e) keeps the broker's figure (R-8949-2). */
export function isBasisReported(box: Box8949): boolean {
  return "ADGJ".includes(box);
}

/** No form: boxes C, F, I and L. */
export function isOnNoForm(box: Box8949): boolean {
  return "CFIL".includes(box);
}
