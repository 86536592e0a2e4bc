/**
 * Compares what came out with what a case expects, as the conventions of the format say: rows are a
 * set; equal pieces may be merged first; only the fields a case states are compared.
 */
import Decimal from "decimal.js";
import type { BookedCase } from "./booked-case";
import type { LedgerCase } from "./case-format";

type Row = Readonly<Record<string, string | number | null | undefined>>;

const REALIZED_FIELDS = [
  "symbol",
  "account",
  "acquired",
  "effectiveAcquired",
  "sold",
  "quantity",
  "proceeds",
  "basis",
  "gain",
  "term",
  "washDisallowed",
  "adjustedGain",
];
const LOT_FIELDS = ["symbol", "account", "acquired", "effectiveAcquired", "quantity", "basis"];
const AMOUNTS = new Set(["quantity", "proceeds", "basis", "gain", "washDisallowed", "adjustedGain"]);

/** The differences, one sentence each; empty when the case passes. */
export function differences(ledger: LedgerCase, booked: BookedCase): string[] {
  if (booked.problems.length > 0) return booked.problems.map((sentence) => `refused: ${sentence}`);
  const { realized, openLots, permanentlyDisallowed } = ledger.expect;
  const out: string[] = [];
  if (realized !== undefined) {
    out.push(...setDifference("realized", REALIZED_FIELDS, realized as readonly Row[], booked.realized as readonly unknown[] as readonly Row[]));
  }
  if (openLots !== undefined) {
    out.push(...setDifference("open lots", LOT_FIELDS, openLots as readonly Row[], booked.openLots as readonly unknown[] as readonly Row[]));
  }
  const permanent = permanentlyDisallowed ?? "0.00";
  if (!new Decimal(permanent).eq(booked.permanentlyDisallowed)) {
    out.push(`permanently disallowed: expected ${permanent}, got ${booked.permanentlyDisallowed}`);
  }
  return out;
}

function setDifference(name: string, fields: readonly string[], expected: readonly Row[], actual: readonly Row[]): string[] {
  const asTheyAre = unmatched(fields, expected, actual);
  if (asTheyAre === null) return [];
  const stated = fields.filter((field) => expected.every((row) => isStated(row, field)));
  const merged = unmatched(fields, merge(fields, expected), merge(stated, actual));
  if (merged === null) return [];
  const line = (row: Row) => fields.filter((field) => isStated(row, field)).map((field) => `${field} ${row[field]}`).join(", ");
  return [
    ...asTheyAre.missing.map((row) => `${name}: expected {${line(row)}}`),
    ...asTheyAre.extra.map((row) => `${name}: got {${line(row)}}`),
  ];
}

/** Rows without a partner, or null when the two sets are the same. */
function unmatched(fields: readonly string[], expected: readonly Row[], actual: readonly Row[]) {
  const free = new Set(actual);
  // The rows that say most choose first, so that a terse row cannot take a precise row's partner.
  const order = [...expected].sort((a, b) => statedCount(fields, b) - statedCount(fields, a));
  const missing = order.filter((row) => {
    const partner = [...free].find((candidate) => fields.every((field) => agrees(row, candidate, field)));
    if (partner !== undefined) free.delete(partner);
    return partner === undefined;
  });
  return missing.length === 0 && free.size === 0 ? null : { missing, extra: [...free] };
}

function agrees(expected: Row, actual: Row, field: string): boolean {
  if (!isStated(expected, field)) return true;
  const [left, right] = [expected[field], actual[field]];
  if (!AMOUNTS.has(field)) return left === right;
  return right !== undefined && right !== null && new Decimal(left as string).eq(new Decimal(right));
}

/** Adds up rows that agree in every word and date and have the same amounts a share. */
function merge(fields: readonly string[], rows: readonly Row[]): readonly Row[] {
  const merged = new Map<string, Record<string, string | number | null | undefined>>();
  const amounts = fields.filter((field) => AMOUNTS.has(field));
  for (const row of rows) {
    const perShare = amounts.map((field) => (isStated(row, field) ? new Decimal(row[field] as string).div(row.quantity as string).toFixed(12) : ""));
    const key = JSON.stringify([fields.filter((field) => !AMOUNTS.has(field)).map((field) => row[field]), perShare]);
    const sum = merged.get(key);
    if (sum === undefined) {
      merged.set(key, Object.fromEntries(fields.filter((field) => row[field] !== undefined).map((field) => [field, row[field]])));
    } else {
      for (const field of amounts) if (isStated(row, field)) sum[field] = new Decimal(sum[field] as string).plus(row[field] as string).toFixed();
    }
  }
  return [...merged.values()];
}

function isStated(row: Row, field: string): boolean {
  return row[field] !== undefined && row[field] !== null;
}

function statedCount(fields: readonly string[], row: Row): number {
  return fields.filter((field) => isStated(row, field)).length;
}
