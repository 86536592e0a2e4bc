/** Explains the average basis of a sale (R-AVG-2): the pools just before it, and the sums that gave the basis sold. */
import { PIECE_AVERAGE, type Book, type OpenLot } from "../../lots/book-types";
import { averagePool } from "../../rules/average-pools";
import type { Day } from "../../values/plain-date";
import { take } from "../../values/take";
import { dollarsPerShare, plainNumber, sharesFromUnits } from "../figures";
import { perShareText, valueOf } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { basisOf, lotsOf, unitsOfLots } from "./lots-around";
import { moneyText } from "../../values/money-text";

export function averageSentences(explained: ExplainedRow, taken: readonly number[]): string[] {
  const { book, trade } = explained;
  const { realized, trades } = book;
  const averaged = taken.filter((piece) => (realized.flags[piece]! & PIECE_AVERAGE) !== 0);
  if (averaged.length === 0) return [];
  const held = lotsOf(explained.bookBefore(), trades.symbol[trade]!, trades.account[trade]!);
  const pools = poolsOf(book, held, averaged);
  const areApart = pools.length > 1;
  return [
    ...(areApart ? ["Covered and noncovered shares have averages of their own (R-AVG-1, setting Covered pools)."] : []),
    ...pools.flatMap((pool) => poolSentences(explained, pool, areApart ? `${pool.name} pool` : "pool")),
    "Holding periods play no part in the average; for them the shares acquired first leave first (R-AVG-3).",
  ];
}

interface AveragedPool {
  readonly name: string;
  readonly units: number;
  readonly basisCents: number;
  readonly unitsSold: number;
  readonly centsSold: number;
}

/** 0 noncovered, 1 covered, or 1 for both by the setting Covered pools (R-AVG-1). */
export function averagedApart({ choices }: Book, acquired: Day): 0 | 1 {
  return choices.coveredPools === "together" ? 1 : averagePool(acquired);
}

/** The pools that were held, each with what was sold of it. */
function poolsOf(book: Book, held: readonly OpenLot[], averaged: readonly number[]): AveragedPool[] {
  const { realized } = book;
  const pools = ([0, 1] as const).map((at) => {
    const lots = held.filter((lot) => averagedApart(book, lot.acquired) === at);
    const sold = averaged.filter((piece) => averagedApart(book, realized.acquired[piece]!) === at);
    return {
      name: at === 0 ? "noncovered" : "covered",
      units: unitsOfLots(lots),
      basisCents: basisOf(lots),
      unitsSold: sold.reduce((sum, piece) => sum + realized.units[piece]!, 0),
      centsSold: sold.reduce((sum, piece) => sum + realized.basisCents[piece]!, 0),
    };
  });
  return pools.filter((pool) => pool.units > 0);
}

function poolSentences({ book, trade }: ExplainedRow, pool: AveragedPool, name: string): string[] {
  const symbol = book.trades.symbol[trade]!;
  const shares = (units: number): string => plainNumber(sharesFromUnits(book, symbol, units));
  const perShare = dollarsPerShare(pool.basisCents, pool.units, book.unitsPerShare[symbol]!);
  const opening = `The ${name} before the sale: ${shares(pool.units)} shares with a basis of ${moneyText(pool.basisCents)}, an average of ${perShareText(perShare)} a share.`;
  if (pool.unitsSold === 0) return [opening, "None of it is sold."];
  const sum = `${moneyText(pool.basisCents)} × ${shares(pool.unitsSold)} ÷ ${shares(pool.units)} = ${moneyText(pool.centsSold)}`;
  if (take(pool.basisCents, pool.unitsSold, pool.units) === pool.centsSold) return [opening, `Basis sold: ${sum}, rounded once (R-AVG-2, R-RND-2).`];
  const rounded = valueOf(sharesFromUnits(book, symbol, pool.unitsSold), Math.round(perShare * 100) / 100);
  const why = "the average first rounded to the cent per share by your setting Average rounding";
  return [opening, `Basis sold: ${rounded.cents === pool.centsSold ? rounded.text : moneyText(pool.centsSold)}, ${why} (R-AVG-2).`];
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
