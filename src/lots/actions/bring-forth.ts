/** Shares that lots bring forth without tax: each takes part of its lot's basis and keeps its dates (R-CA-3 to R-CA-5; R-HP-2). */
import type { Ledger } from "../ledger";
import type { Pool } from "../pool";
import type { Piece } from "../pieces";
import type { RowFault } from "../trades";
import { fractionOf } from "../../values/priced";
import { Arrivals } from "./arrivals";
import type { BasisPart } from "./basis-part";
import { newUnitsOf, sum } from "./new-shares";

/** Lots, and the new units of each. */
export interface Brought {
  readonly lots: readonly { readonly pool: Pool; readonly piece: Piece }[];
  readonly oldUnits: number;
  readonly newUnits: readonly number[];
}

/** What each lot of the pools brings, or why that cannot be told. */
export function broughtBy(ledger: Ledger, at: number, newSymbol: number, pools: readonly Pool[]): Brought | RowFault {
  const lots = pools.flatMap((pool) => pool.list().map((piece) => ({ pool, piece })));
  const oldUnits = lots.map(({ piece }) => ledger.pieces.units[piece]!);
  const newUnits = newUnitsOf(ledger, at, newSymbol, oldUnits);
  return Array.isArray(newUnits) ? { lots, oldUnits: sum(oldUnits), newUnits } : newUnits;
}

/** New units of each pool: those of its lots. */
export function newUnitsByPool(brought: Brought, pools: readonly Pool[]): number[] {
  return pools.map((pool) => sum(brought.newUnits.filter((_, i) => brought.lots[i]!.pool === pool)));
}

/** Puts the new shares into the accounts; null leaves all basis with the old. */
export function bringForth(ledger: Ledger, at: number, newSymbol: number, brought: Brought, part: BasisPart | null): RowFault | null {
  const { pieces } = ledger;
  const arrivals = new Arrivals(ledger, at, newSymbol);
  const growth = sum(brought.newUnits) / brought.oldUnits;
  brought.lots.forEach(({ pool, piece }, i) => {
    const units = brought.newUnits[i]!;
    if (units === 0) return;
    const young = pieces.offspring(piece, units, (cents) => (part === null ? 0 : fractionOf(cents, part.numerator, part.denominator)));
    pieces.place[young]! *= growth;
    pool.costChanged(piece);
    arrivals.add(young, pool.account);
  });
  return arrivals.settle("parts of lots held");
}
