/**
 * Marks: what the Note of an OPENLOTS row says of a lot that its basis and dates cannot say. They are plain
 * sentences, written here and read back here, so that the table of one year-end can be the opening of the next
 * year. All other sentences of a Note are for people only and are passed over.
 */
import type { PeriodStart } from "../lots/period-start";
import type { Day } from "../values/plain-date";
import { isoFromDay } from "../values/plain-date";
import { plainNumber } from "../report/figures";
import { dateFromText } from "../values/date-text";
import { numberFromText } from "../values/number-text";
import type { CellFault } from "./number-cells";
import { centsOf } from "./trade-amount";
import { moneyText } from "../values/money-text";

export interface LotMarks {
  readonly periodStart: PeriodStart;
  /** Has absorbed a loss that its Wash added does not show: it was replaced in a retirement account (R-WS-8, R-WS-9). */
  readonly hasAbsorbedLoss: boolean;
  /** Gift, inheritance, spin-off, reorganization: no acquisition that can replace a loss (R-WS-2). */
  readonly cannotReplace: boolean;
  /** Its Wash added came by averaging and not by replacing (R-AVG-2). */
  readonly canStillReplace: boolean;
  readonly basisUnknown: boolean;
  /** Has been in another account (R-WS-10). */
  readonly moved: boolean;
  /** Basis for a loss of a gift, and the day its period then counts from (R-GIFT-1). */
  readonly lossBasis: { readonly cents: number; readonly from: Day } | null;
  /** 1 for the first of the lots acquired that day, where the rows of the table stand in another order. */
  readonly numberOfDay: number | null;
  readonly openLoss: { readonly cents: number; readonly shares: number; readonly sold: Day; readonly ofShort: boolean } | null;
  /** Part of a pool at average basis (R-AVG-3). */
  readonly averaged: boolean;
  readonly security: SecurityMark | null;
}

/** What rows of the new year may not say again of the symbol. */
export type SecurityMark =
  | { readonly is: "digital" | "fund" | "collectible" }
  | { readonly is: "call" | "put"; readonly underlying: string; readonly multiplier: number };

export const NO_MARKS: LotMarks = {
  periodStart: "Purchase",
  hasAbsorbedLoss: false,
  cannotReplace: false,
  canStillReplace: false,
  basisUnknown: false,
  moved: false,
  lossBasis: null,
  numberOfDay: null,
  openLoss: null,
  averaged: false,
  security: null,
};

const ABSORBED = "Has absorbed a loss.";
const CANNOT_REPLACE = "Cannot replace a loss.";
const CAN_REPLACE = "Can still replace a loss.";
const INHERITED = "Inherited.";
const AVERAGED = "Average basis.";
const UNKNOWN = "Basis unknown, taken as 0.";
const MOVED = "Moved between accounts.";
const SECURITIES = {
  digital: "Digital asset.",
  fund: "Mutual fund.",
  collectible: "Collectible: long-term gain is taxed at up to 28%.",
} as const;
const BEGINS: Readonly<Record<"Rights exercise" | "Short-sale restart", string>> = {
  "Rights exercise": "rights exercised",
  "Short-sale restart": "short sale closed",
};

/** The marks as sentences, in a fixed order. @param holdingFrom where the period counts from, which a mark may repeat */
export function marksText(marks: LotMarks, holdingFrom: Day): string[] {
  const said: string[] = [];
  const { openLoss, lossBasis, security, periodStart } = marks;
  if (openLoss !== null) {
    const what = openLoss.ofShort ? "shares covered" : "shares sold";
    said.push(`Open loss: ${moneyText(openLoss.cents)} on ${plainNumber(openLoss.shares)} ${what} ${isoFromDay(openLoss.sold)}.`);
  }
  if (periodStart === "Inherited") said.push(INHERITED);
  else if (periodStart !== "Purchase") {
    said.push(`Holding period begins on ${isoFromDay(holdingFrom)} itself: ${BEGINS[periodStart]}.`);
  }
  if (lossBasis !== null) said.push(`For a loss: basis ${moneyText(lossBasis.cents)}, period from ${isoFromDay(lossBasis.from)}.`);
  if (marks.basisUnknown) said.push(UNKNOWN);
  if (marks.hasAbsorbedLoss) said.push(ABSORBED);
  if (marks.cannotReplace) said.push(CANNOT_REPLACE);
  if (marks.canStillReplace) said.push(CAN_REPLACE);
  if (marks.averaged) said.push(AVERAGED);
  if (marks.moved) said.push(MOVED);
  if (marks.numberOfDay !== null) said.push(`Number ${marks.numberOfDay} of the lots acquired that day.`);
  if (security !== null) said.push(securityText(security));
  return said;
}

function securityText(security: SecurityMark): string {
  if (security.is !== "call" && security.is !== "put") return SECURITIES[security.is];
  return `${security.is === "call" ? "Call" : "Put"} on ${security.underlying}, ${security.multiplier} shares a contract.`;
}

/** Reads the marks of a Note, in any case and order. A mark whose figures cannot be read is a fault, never passed over. */
export function readMarks(note: string): LotMarks | CellFault {
  const text = note.replace(/\s+/g, " ").toLowerCase();
  const has = (sentence: string): boolean => text.includes(sentence.toLowerCase());
  const openLoss = openLossIn(text);
  const lossBasis = lossBasisIn(text);
  if (openLoss !== null && "says" in openLoss) return openLoss;
  if (lossBasis !== null && "says" in lossBasis) return lossBasis;
  const number = /number (\d+) of the lots acquired that day\./.exec(text);
  return {
    periodStart: periodStartIn(text),
    hasAbsorbedLoss: has(ABSORBED),
    cannotReplace: has(CANNOT_REPLACE),
    canStillReplace: has(CAN_REPLACE),
    basisUnknown: has("Basis unknown"),
    moved: has(MOVED),
    averaged: has(AVERAGED),
    lossBasis,
    numberOfDay: number === null ? null : Number(number[1]),
    openLoss,
    security: securityIn(note.replace(/\s+/g, " ")),
  };
}

function periodStartIn(text: string): PeriodStart {
  if (/\binherited\./.test(text)) return "Inherited";
  const begins = /holding period begins on \S+ itself: (rights exercised|short sale closed)\./.exec(text);
  if (begins === null) return "Purchase";
  return begins[1] === BEGINS["Rights exercise"] ? "Rights exercise" : "Short-sale restart";
}

function openLossIn(text: string): LotMarks["openLoss"] | CellFault {
  if (!/\bopen loss:/.test(text)) return null;
  const [, dollarsText = "", sharesText = "", how = "", soldText = ""] =
    /\bopen loss: (\S+) on (\S+) shares? (sold|covered) (\S+?)\.?(?: |$)/.exec(text) ?? [];
  const dollars = numberFromText(dollarsText);
  const shares = numberFromText(sharesText);
  const sold = dateFromText(soldText);
  if (dollars === null || dollars < 0 || shares === null || shares <= 0 || sold === null) {
    return { says: 'states an open loss that cannot be read; write it as "Open loss: $500.00 on 100 shares sold 2024-12-20."' };
  }
  return { cents: centsOf(dollars), shares, sold: sold.day, ofShort: how === "covered" };
}

function lossBasisIn(text: string): LotMarks["lossBasis"] | CellFault {
  if (!/\bfor a loss:/.test(text)) return null;
  const [, dollarsText = "", fromText = ""] = /\bfor a loss: basis (\S+), period from (\S+?)\.?(?: |$)/.exec(text) ?? [];
  const dollars = numberFromText(dollarsText);
  const from = dateFromText(fromText);
  if (dollars === null || dollars < 0 || from === null) {
    return { says: 'states a basis for a loss that cannot be read; write it as "For a loss: basis $8,000.00, period from 2023-05-01."' };
  }
  return { cents: centsOf(dollars), from: from.day };
}

function securityIn(note: string): SecurityMark | null {
  const option = /\b(call|put) on (.+?), ([\d,]+) shares a contract\./i.exec(note);
  if (option !== null) {
    const multiplier = numberFromText(option[3] ?? "");
    return { is: option[1]!.toLowerCase() === "call" ? "call" : "put", underlying: option[2]!, multiplier: multiplier ?? 100 };
  }
  if (/\bdigital asset\./i.test(note)) return { is: "digital" };
  if (/\bmutual fund\./i.test(note)) return { is: "fund" };
  return /\bcollectible:/i.test(note) ? { is: "collectible" } : null;
}
