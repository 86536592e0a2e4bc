/** Where the built functions and the oracle part, and the smallest ledger that still shows it. */
import Decimal from "decimal.js";
import type { BookedCase } from "../cases/booked-case";
import { bookThroughFunctions } from "../cases/book-through-functions";
import type { LedgerCase } from "../cases/case-format";
import { bookShareByShare } from "./oracle";

type Booking = (ledger: LedgerCase) => BookedCase;

/** Lines only one of the two has, to the cent; empty when they agree. */
export function disagreements(ledger: LedgerCase, engine: Booking = bookThroughFunctions): string[] {
  const expected = bookShareByShare(ledger);
  let actual: BookedCase;
  try {
    actual = engine(ledger);
  } catch (error) {
    return [`functions: ${(error as Error).message}`];
  }
  if (actual.problems.length > 0) return actual.problems.map((sentence) => `functions refuse: ${sentence}`);
  return [
    ...onlyInOne("realized", expected.realized, actual.realized),
    ...onlyInOne("open lot", expected.openLots, actual.openLots),
    ...onlyInOne("wash", expected.washTrail, actual.washTrail),
  ];
}

function onlyInOne(name: string, expected: readonly object[], actual: readonly object[]): string[] {
  const line = (row: object) =>
    JSON.stringify(Object.fromEntries(Object.entries(row).map(shownQuantity).sort(([a], [b]) => (a < b ? -1 : 1))));
  const rest = actual.map(line);
  const missing = expected.map(line).filter((text) => {
    const at = rest.indexOf(text);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((text) => `${name}, oracle only: ${text}`), ...rest.map((text) => `${name}, functions only: ${text}`)];
}

/** A third of a share has no last digit: share counts are compared in the 12 digits a sheet can show. */
function shownQuantity([field, value]: [string, unknown]): [string, unknown] {
  const isShares = field === "shares" || field === "quantity";
  return isShares ? [field, new Decimal(String(value)).toSignificantDigits(12).toFixed()] : [field, value];
}

/** Leaves out transactions while the two still disagree. */
export function smallest(ledger: LedgerCase, disagree: (ledger: LedgerCase) => readonly string[] = disagreements): LedgerCase {
  let small = ledger;
  for (let index = small.transactions.length - 1; index >= 0; index -= 1) {
    const transactions = small.transactions.filter((_, place) => place !== index);
    const shorter = { ...small, transactions };
    if (stillDisagree(shorter, disagree)) small = shorter;
  }
  return small.transactions.length < ledger.transactions.length ? smallest(small, disagree) : small;
}

function stillDisagree(ledger: LedgerCase, disagree: (ledger: LedgerCase) => readonly string[]): boolean {
  try {
    return disagree(ledger).length > 0;
  } catch {
    // Without that row the ledger is impossible, so the row stays.
    return false;
  }
}

/** The ledger as a case file with the oracle's numbers, for `npm run cases`. */
export function asCaseFile(ledger: LedgerCase): string {
  const booked = bookShareByShare(ledger);
  const without = (row: object, fields: readonly string[]) =>
    Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));
  const replay: LedgerCase = {
    ...ledger,
    expect: {
      realized: booked.realized.map((row) => without(row, ["saleRow", "lot"])),
      openLots: booked.openLots.map((row) => without(row, ["lot"])),
      permanentlyDisallowed: booked.permanentlyDisallowed,
    },
  };
  return JSON.stringify({ cases: [replay] }, null, 1);
}

export function describeDisagreement(ledger: LedgerCase): string {
  const small = smallest(ledger);
  return `${disagreements(small).join("\n")}\nReplay with npm run cases -- FILE:\n${asCaseFile(small)}`;
}

