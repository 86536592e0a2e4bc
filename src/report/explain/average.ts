/** Explains the average basis of a sale (R-AVG-2): the pool just before it, and the sum that gave the basis sold. */
import { PIECE_AVERAGE } from "../../lots/book-types";
import { take } from "../../values/take";
import { dollarsPerShare, moneyText, plainNumber, sharesFromUnits } from "../figures";
import { perShareText } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { basisOf, lotsOf, unitsOfLots } from "./lots-around";

export function averageSentences(explained: ExplainedRow, taken: readonly number[]): string[] {
  const { book, trade } = explained;
  const { realized, trades } = book;
  const averaged = taken.filter((piece) => (realized.flags[piece]! & PIECE_AVERAGE) !== 0);
  if (averaged.length === 0) return [];
  const symbol = trades.symbol[trade]!;
  const pool = lotsOf(explained.bookBefore(), symbol, trades.account[trade]!);
  const poolCents = basisOf(pool);
  const poolUnits = unitsOfLots(pool);
  const soldUnits = averaged.reduce((sum, piece) => sum + realized.units[piece]!, 0);
  const soldCents = averaged.reduce((sum, piece) => sum + realized.basisCents[piece]!, 0);
  const shares = (units: number): string => plainNumber(sharesFromUnits(book, symbol, units));
  const perShare = perShareText(dollarsPerShare(poolCents, poolUnits, book.unitsPerShare[symbol]!));
  const sum = `${moneyText(poolCents)} × ${shares(soldUnits)} ÷ ${shares(poolUnits)} = ${moneyText(soldCents)}`;
  const isThatSum = soldUnits <= poolUnits && take(poolCents, soldUnits, poolUnits) === soldCents;
  const computed = isThatSum
    ? `Basis sold: ${sum}, rounded once (R-AVG-2, R-RND-2).`
    : `Basis sold: ${moneyText(soldCents)}${whyNotThatSum(explained)} (R-AVG-2).`;
  return [
    `The pool before the sale: ${shares(poolUnits)} shares with a basis of ${moneyText(poolCents)}, an average of ${perShare} a share.`,
    `${computed} Holding periods play no part in the average; for them the shares acquired first leave first (R-AVG-3).`,
  ];
}

/**
 * Where a pool is under the method AVG, an action that goes by the basis of single lots finds them at the average
 * (R-AVG-3). @param owns what each lot had by itself, @param starts what the action began with; in cents
 */
export function averagedFirst(owns: readonly number[], starts: readonly number[]): string[] {
  if (owns.every((cents, at) => cents === starts[at])) return [];
  const total = (cents: readonly number[]): number => cents.reduce((sum, one) => sum + one, 0);
  return [
    `The method in force is AVG, so each lot first has its part of the pool's ${moneyText(total(owns))} by shares: ${starts.map(moneyText).join(", ")} (R-AVG-2, R-AVG-3).`,
  ];
}

function whyNotThatSum({ book }: ExplainedRow): string {
  if (book.choices.averageRounding === "perShareCents") return ", the average first rounded to the cent per share by your setting Average rounding";
  return ", from the shares of the pool that are averaged together";
}
