/** Where the built functions and the oracle part, and the smallest ledger that still shows it. */
import Decimal from "decimal.js";
import type { BookedCase } from "../cases/booked-case";
import { bookThroughFunctions } from "../cases/book-through-functions";
import type { LedgerCase } from "../cases/case-format";
import { Exact } from "./cents";
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
  const tolerance = spreadsShares(ledger) ? SPREAD_TOLERANCE : new Decimal(0);
  return [
    ...onlyInOne("realized", expected.realized, actual.realized, tolerance),
    ...onlyInOne("open lot", expected.openLots, actual.openLots, tolerance),
    ...onlyInOne("wash", expected.washTrail, actual.washTrail, tolerance),
  ];
}

/** Shares given as one total are spread in parts of a share finer than anybody trades; how fine is nobody's law. */
const SPREAD_TOLERANCE = new Decimal("0.000001");

function spreadsShares({ transactions }: LedgerCase): boolean {
  const totals = new Set(["STOCK_DIVIDEND", "STOCK_DIVIDEND_OTHER", "SPINOFF", "RIGHTS", "MERGER"]);
  return transactions.some((one) => totals.has(one.action) && one.quantity !== undefined);
}

function onlyInOne(name: string, expected: readonly object[], actual: readonly object[], tolerance: Decimal): string[] {
  const rest = inOnePiece(actual).map(asLine);
  const missing = inOnePiece(expected).map(asLine).filter((line) => {
    const at = rest.findIndex((other) => other.facts === line.facts && other.quantity.minus(line.quantity).abs().lte(tolerance));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const text = (line: Line) => `${line.quantity.toFixed()} ${line.facts}`;
  return [...missing.map((line) => `${name}, oracle only: ${text(line)}`), ...rest.map((line) => `${name}, functions only: ${text(line)}`)];
}

const AMOUNTS = new Set(["quantity", "shares", "proceeds", "basis", "gain", "washDisallowed", "adjustedGain", "disallowed", "basisAdded", "permanent"]);

/** Rows that say the same but for their amounts are one: where a lot is cut in the middle is nobody's law. */
function inOnePiece(rows: readonly object[]): object[] {
  const whole = new Map<string, Record<string, unknown>>();
  for (const row of rows) {
    const entries = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(entries.filter(([field]) => !AMOUNTS.has(field)));
    const sum = whole.get(key);
    if (sum === undefined) whole.set(key, Object.fromEntries(entries));
    else for (const [field, value] of entries) if (AMOUNTS.has(field)) sum[field] = plusText(String(sum[field]), String(value));
  }
  return [...whole.values()];
}

function plusText(a: string, b: string): string {
  const places = Math.max(...[a, b].map((text) => (text.split(".")[1] ?? "").length));
  return new Exact(a).plus(b).toFixed(places);
}

interface Line {
  readonly quantity: Decimal;
  /** All but the quantity, in a fixed order. */
  readonly facts: string;
}

/** A third of a share has no last digit: share counts are compared in the 12 digits a sheet can show. */
function asLine(row: object): Line {
  const entries = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  const [, shares] = entries.find(([field]) => field === "shares" || field === "quantity") ?? ["", "0"];
  return {
    quantity: new Decimal(String(shares)).toSignificantDigits(12),
    facts: JSON.stringify(Object.fromEntries(entries.filter(([field]) => field !== "shares" && field !== "quantity"))),
  };
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

