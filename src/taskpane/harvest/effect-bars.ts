/** The steps of a year from what is realized so far to the result with the planned sales. */
import type { PlannedSale } from "../../harvest/harvest-types";
import { lotCalled } from "../lots/lots-sentences";
import { count } from "../sentences";
import type { YearEffect } from "./year-effect";

export interface EffectBar {
  readonly key: string;
  readonly name: string;
  readonly kind: "total" | "change";
  readonly fromCents: number;
  readonly toCents: number;
  /** Row of the lot's purchase; null where the bar is of no one lot. */
  readonly row: number | null;
}

/** More bars than this are a wall; the smallest are added up. */
const SALES_AT_MOST = 12;

export function effectBars(effect: YearEffect, sales: readonly PlannedSale[]): readonly EffectBar[] {
  const { soFar, carriedIn, totalCents } = effect;
  const bars: EffectBar[] = [];
  let at = soFar.shortCents + soFar.longCents;
  bars.push({ key: "so far", name: "So far", kind: "total", fromCents: 0, toCents: at, row: null });
  const step = (key: string, name: string, cents: number, row: number | null): void => {
    bars.push({ key, name, kind: "change", fromCents: at, toCents: at + cents, row });
    at += cents;
  };
  const carried = carriedIn.shortCents + carriedIn.longCents;
  if (carried !== 0) step("carried", "Carried in", carried, null);
  const changes = sales.map((sale) => ({ sale, cents: sale.gainCents + sale.washedCents }));
  const largest = new Set([...changes].sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents)).slice(0, changes.length > SALES_AT_MOST ? SALES_AT_MOST - 1 : SALES_AT_MOST));
  for (const change of changes.filter((one) => largest.has(one))) {
    const { key, symbol, lot, row } = change.sale;
    step(key, `${symbol} ${lotCalled(lot)}`, change.cents, row);
  }
  const rest = changes.filter((one) => !largest.has(one));
  if (rest.length > 0) step("rest", count(rest.length, "more sale"), rest.reduce((sum, { cents }) => sum + cents, 0), null);
  bars.push({ key: "result", name: "Result", kind: "total", fromCents: 0, toCents: totalCents, row: null });
  return bars;
}
