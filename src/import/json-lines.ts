/**
 * Transactions offered as JSON, an array of records, as lines under the names of their fields (broker layouts, sections 1.1 and
 * 1.6). Details that a record holds in an array of its own follow it, one line each, as in the CSV of equity awards.
 */
import type { SourceLine } from "./source-lines";

/** Line 1 has the names of the fields, line 2 the first record; null where the text holds no such array. */
export function linesOfJson(text: string): SourceLine[] | null {
  const records = recordsIn(parsed(text))?.flatMap(withDetails) ?? [];
  if (records.length === 0) return null;
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = [names, ...records.map((record) => names.map((name) => textOf(record[name])))];
  return rows.map((cells, at) => ({ line: at + 1, cells, text: at === 0 ? cells.join(",") : JSON.stringify(records[at - 1]), isDamaged: false }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}

type JsonRecord = Readonly<Record<string, unknown>>;

/** The array itself, or the first one that a field of the outer object holds. */
function recordsIn(value: unknown): readonly JsonRecord[] | null {
  const arrays = Array.isArray(value) ? [value] : isRecord(value) ? Object.values(value).filter(Array.isArray) : [];
  const found = arrays.find((array) => array.length > 0 && array.every(isRecord));
  return found === undefined ? null : (found as readonly JsonRecord[]);
}

/** `TransactionDetails: [{ Details: { VestDate: … } }]`: the record without its details, then each of them. */
function withDetails(record: JsonRecord): JsonRecord[] {
  const isDetails = (value: unknown): value is readonly JsonRecord[] => Array.isArray(value) && value.length > 0 && value.every(isRecord);
  const own = Object.fromEntries(Object.entries(record).filter(([, value]) => !isDetails(value)));
  const details = Object.values(record).filter(isDetails).flat();
  return [own, ...details.map((detail) => {
    const [wrapped, another] = Object.values(detail);
    return another === undefined && isRecord(wrapped) ? wrapped : detail;
  })];
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value) && value.length === 0) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
