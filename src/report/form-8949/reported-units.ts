/** How many of our units each row of the broker's form stands for: by its quantity, else by its share of the proceeds. */
import type { Book } from "../../lots/book-types";
import { take } from "../../values/take";
import type { ReportedSale } from "../form-8949-types";

/**
 * Whole units that add up to `total`.
 * @param piece a piece of the security the rows report
 */
export function unitsOfReported(book: Book, piece: number, rows: readonly ReportedSale[], total: number): number[] {
  const perShare = book.unitsPerShare[book.realized.symbol[piece]!]!;
  const stated = rows.map(({ quantity }) => (quantity === null ? null : Math.round(quantity * perShare)));
  const sum = stated.reduce<number>((all, units) => all + (units ?? 0), 0);
  if (stated.every((units): units is number => units !== null) && sum === total) return stated;
  return inProportion(rows.map(({ proceedsCents }) => Math.abs(proceedsCents)), total);
}

function inProportion(weights: readonly number[], total: number): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let [unitsLeft, weightLeft] = [total, all];
  return weights.map((weight, at) => {
    const isLast = at === weights.length - 1;
    const units = isLast ? unitsLeft : weightLeft === 0 ? 0 : take(unitsLeft, weight, weightLeft);
    unitsLeft -= units;
    weightLeft -= weight;
    return units;
  });
}
