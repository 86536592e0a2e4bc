/**
 * A broker gives all fills of an order their average price (R-LOT-1; Treas. Reg. 1.6045-1(d)(5)), where our rows have each its own:
 * sales of a day that each differ in proceeds, and agree in all, are compared as one.
 */
import type { Book } from "../lots/book-types";
import { isRounding } from "./form-8949/columns";
import type { MatchedSales } from "./match-1099";
import { grouped } from "./match-1099-rules";

export function averagedTogether({ realized }: Book, matched: readonly MatchedSales[]): MatchedSales[] {
  const apart = ({ pieces, reported }: MatchedSales): number =>
    reported.reduce((sum, row) => sum + row.proceedsCents, 0) - pieces.reduce((sum, piece) => sum + realized.proceedsCents[piece]!, 0);
  const untied = matched.filter((one) => !isRounding(apart(one), one.pieces.length));
  const ofDay = grouped(untied, ({ pieces: [piece] }) => `${realized.sold[piece!]} ${realized.symbol[piece!]} ${realized.account[piece!]}`);
  const together = [...ofDay.values()].filter((day) => day.length > 1 && isRounding(
    day.reduce((sum, one) => sum + apart(one), 0),
    day.reduce((sum, { pieces }) => sum + pieces.length, 0),
  ));
  const merged = new Set(together.flat());
  return [
    ...matched.filter((one) => !merged.has(one)),
    ...together.map((day) => ({ pieces: inOrder(day.flatMap(({ pieces }) => pieces), (piece) => piece), reported: inOrder(day.flatMap(({ reported }) => reported), ({ row }) => row) })),
  ];
}

function inOrder<T>(items: readonly T[], of: (item: T) => number): T[] {
  return [...items].sort((a, b) => of(a) - of(b));
}
