/**
 * R-8949-4: what may go straight to Schedule D is a transaction as the broker reported it. Where part of a row of its form needs a
 * code, or is listed for another reason, the rest of that row is listed too.
 */
import type { Form8949Row } from "../form-8949-types";
import { scheduleDLineOf } from "./box";
import type { Portion } from "./portions";

interface Listed {
  readonly row: Form8949Row;
  readonly portions: readonly Portion[];
}

export function reportedWhole<S extends Listed>(sales: readonly S[]): S[] {
  const listed = new Set<number>();
  let direct = sales.filter(({ row }) => row.direct);
  const list = (sale: Listed): void => rowsOf(sale).forEach((row) => listed.add(row));
  sales.filter(({ row }) => !row.direct).forEach(list);
  // A row kept back may share a second row of the form with others.
  for (let before = -1; before !== direct.length; ) {
    before = direct.length;
    const keptBack = direct.filter((sale) => rowsOf(sale).some((row) => listed.has(row)));
    keptBack.forEach(list);
    const isKeptBack = new Set(keptBack);
    direct = direct.filter((sale) => !isKeptBack.has(sale));
  }
  const isDirect = new Set(direct);
  return sales.map((sale) => (!sale.row.direct || isDirect.has(sale) ? sale : { ...sale, row: { ...sale.row, direct: false, scheduleDLine: scheduleDLineOf(sale.row.box, false) } }));
}

function rowsOf({ portions }: Listed): number[] {
  return portions.flatMap(({ reported }) => (reported === null ? [] : [reported.row.row]));
}
