/** Why a part of a loss does not count, in words an accountant can follow to the row (R-WS-5, R-WS-9). */
import type { WashedBy } from "../../harvest/harvest-types";
import { moneyText, plainNumber } from "../../report/figures";
import { isoFromDay } from "../../values/plain-date";

/** "$120.00 washed by row 41: 40 XYZ bought 2026-11-20 in Roth IRA; lost for good." One sentence a replacement. */
export function whyWashed(washedBy: readonly WashedBy[]): string {
  return washedBy.map(sentenceOf).join(" ");
}

function sentenceOf({ row, symbol, account, day, shares, disallowedCents, permanentCents, pending }: WashedBy): string {
  const bought = `${plainNumber(shares)} ${symbol} ${pending ? "dated" : "bought"} ${isoFromDay(day)} in ${account}`;
  return `${moneyText(disallowedCents)} washed by row ${row}: ${bought}; ${whereItGoes(disallowedCents, permanentCents)}.`;
}

function whereItGoes(disallowedCents: number, permanentCents: number): string {
  if (permanentCents === 0) return "added to its basis";
  if (permanentCents === disallowedCents) return "lost for good";
  return `${moneyText(permanentCents)} of it lost for good, the rest added to its basis`;
}

/** "row 41 in Roth IRA" */
export function replacedBy(washedBy: readonly WashedBy[]): string {
  return washedBy.map(({ row, account }) => `row ${row} in ${account}`).join("; ");
}
