/**
 * The rows in booking order (R-LOT-4), fills of one order as one row (R-LOT-1): same action, account, symbol and day.
 * Read plainly: rows with a time change places among themselves; rows without one keep their place in the file.
 */
import type { CaseSettings, CaseTransaction } from "../cases/case-format";
import { decimalOf, fractionOf, plus } from "./fraction";
import { bookingDay, PURCHASES } from "./ledger-state";
import { dollars, type Exact } from "./cents";

export interface FiledRow {
  readonly one: CaseTransaction;
  /** Row of the sheet; of fills, the first one's. */
  readonly sheetRow: number;
}

export function inBookingOrder(
  transactions: readonly CaseTransaction[],
  settings: CaseSettings,
  money: (one: CaseTransaction) => Exact,
): readonly FiledRow[] {
  const filed = transactions.map((one, index) => ({ one, sheetRow: index + 2 }));
  const late = ({ one }: FiledRow) => (settings.orderWithinDay === "purchasesFirst" && !PURCHASES.has(one.action) ? 1 : 0);
  const byDay = timedInTheirPlaces(filed.sort((a, b) => bookingDay(a.one) - bookingDay(b.one)));
  const rows = byDay.sort((a, b) => bookingDay(a.one) - bookingDay(b.one) || late(a) - late(b));
  return rows.flatMap((row, index) => {
    const fills = rows.filter((other) => isFillOfSameOrder(row.one, other.one, settings));
    if (fills.length === 0) return [row];
    return rows.indexOf(fills[0] as FiledRow) === index ? [asOneRow(fills, money)] : [];
  });
}

function timedInTheirPlaces(rows: FiledRow[]): FiledRow[] {
  const out = [...rows];
  for (const day of new Set(rows.map(({ one }) => bookingDay(one)))) {
    const places = out.flatMap(({ one }, index) => (one.time !== undefined && bookingDay(one) === day ? [index] : []));
    const timed = places.map((place) => out[place] as FiledRow).sort((a, b) => ((a.one.time ?? "") < (b.one.time ?? "") ? -1 : 1));
    places.forEach((place, index) => (out[place] = timed[index] as FiledRow));
  }
  return out;
}

function isFillOfSameOrder(a: CaseTransaction, b: CaseTransaction, settings: CaseSettings): boolean {
  if (settings.orderFills === "never" || a.date !== b.date || a.action !== b.action || a.symbol !== b.symbol) return false;
  if ((a.account ?? "A") !== (b.account ?? "A") || (!PURCHASES.has(a.action) && a.action !== "SELL")) return false;
  return settings.orderFills === "sameDay" || (a.order !== undefined && a.order === b.order);
}

function asOneRow(fills: readonly FiledRow[], money: (one: CaseTransaction) => Exact): FiledRow {
  const [first, ...others] = fills as [FiledRow, ...FiledRow[]];
  if (others.length === 0) return first;
  const quantity = fills.map(({ one }) => fractionOf(one.quantity ?? "0")).reduce(plus);
  const amount = fills.map(({ one }) => money(one)).reduce((sum, part) => sum.plus(part));
  const lots = fills.flatMap(({ one }) => one.lots ?? []);
  return { one: { ...first.one, quantity: decimalOf(quantity), amount: dollars(amount), lots }, sheetRow: first.sheetRow };
}
