/**
 * Rows of the broker's form that sum up lots which stand in several rows of ours. How much of their basis and washes is that of
 * each lot nobody tells, so they are held to the broker's view as a whole (R-WS-10, R-8949-5).
 */
import type { BrokersView } from "./brokers-view";
import { isRounding } from "./form-8949/columns";
import type { Portion } from "./form-8949/portions";
import type { ReportedSale } from "./form-8949-types";
import { grouped } from "./match-1099-rules";

/** What a row has in the broker's view where that is what it says and ours is not; null: it is not so. */
export interface SummedRow {
  readonly basisCents: number | null;
  readonly washCents: number | null;
}

/** @param sales portions of ours that were found on the form, by row of Form 8949 */
export function summedRows(sales: readonly (readonly Portion[])[], viewOf: BrokersView): ReadonlyMap<ReportedSale, SummedRow> {
  const rowsOfOurs = new Map<ReportedSale, number>();
  for (const portions of sales) for (const row of new Set(portions.map(rowOf))) rowsOfOurs.set(row, (rowsOfOurs.get(row) ?? 0) + 1);
  const summed = new Map<ReportedSale, SummedRow>();
  for (const portions of grouped(sales.flat(), (portion) => String(rowOf(portion).row)).values()) {
    const row = rowOf(portions[0]!);
    if (rowsOfOurs.get(row) === 1) continue;
    const view = viewOf(portions);
    if (view === null) continue;
    const told = (theirs: number | null, inView: number, ours: number): number | null =>
      theirs !== null && inView !== ours && isRounding(theirs - inView, portions.length) ? inView : null;
    summed.set(row, {
      basisCents: told(row.basisCents, view.basisCents, sum(portions, ({ basisCents }) => basisCents)),
      washCents: told(row.washCents, view.washCents, sum(portions, ({ disallowedCents, byFundRuleCents }) => disallowedCents - byFundRuleCents)),
    });
  }
  return summed;
}

function rowOf({ reported }: Portion): ReportedSale {
  return reported!.row;
}

function sum(portions: readonly Portion[], of: (portion: Portion) => number): number {
  return portions.reduce((total, portion) => total + of(portion), 0);
}
