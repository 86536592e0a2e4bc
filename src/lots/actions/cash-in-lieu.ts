/**
 * Cash for a fraction of a share: the fraction counts as received and then sold (R-CA-2). It comes from
 * the earliest lot; by choice from the lot that the method of the account would sell. The law does not say.
 * Rev. Rul. 69-15; Rev. Proc. 77-41; Rev. Rul. 66-365 for reorganizations.
 */
import { PIECE_CASH_IN_LIEU } from "../book-types";
import type { LossPiece } from "../law";
import { rowFault, type Ledger } from "../ledger";
import { circumstancesFor, ratesMissing } from "../methods/circumstances";
import type { Pool } from "../pool";
import { relieve } from "../relief";
import type { RowFault } from "../trades";
import { take } from "../../values/take";
import { matchLosses, record } from "./record";

/**
 * Sells the fraction of a share in each of the pools (of one symbol) for its part of the cash.
 * @param verb how the row makes fractions, for the fault: "splits", "spins off"
 */
export function cashInLieu(ledger: Ledger, at: number, pools: readonly Pool[], cashCents: number, verb: string): RowFault | null {
  const { trades } = ledger;
  const day = trades.day[at]!;
  const fractions = pools.map((pool) => pool.units % ledger.unitsPerShare);
  let unitsLeft = fractions.reduce((sum, units) => sum + units, 0);
  if (unitsLeft === 0) {
    const name = ledger.symbolName(pools[0]?.symbol ?? trades.symbol[at]!);
    return rowFault(
      trades,
      at,
      "Cash in lieu",
      `pays cash for a fraction of a share, but ${name} ${verb} into whole shares`,
      "Check the ratio and the shares held on that day.",
    );
  }
  let centsLeft = cashCents;
  const losses: LossPiece[] = [];
  for (const [i, pool] of pools.entries()) {
    const fraction = fractions[i]!;
    if (fraction === 0) continue;
    // R-AVG-2: a fraction sold is a disposition like any other.
    ledger.averages.enter(pool, day);
    const proceedsCents = take(centsLeft, fraction, unitsLeft);
    centsLeft -= proceedsCents;
    unitsLeft -= fraction;
    const method = ledger.choices.cashInLieuLot === "byMethod" ? ledger.methodOf(pool, day) : "FIFO";
    const missing = ratesMissing(ledger, method);
    if (missing !== null) return rowFault(trades, at, missing.column, missing.problem, missing.whatToDo);
    const sale = circumstancesFor(ledger, method, { day, proceedsCents, units: fraction });
    const pieces = relieve(ledger.pieces, pool.alone, fraction, method, sale);
    const { symbol } = pool;
    record(ledger, { sale: at, symbol, proceedsCents, day, flags: PIECE_CASH_IN_LIEU }, pieces, losses);
  }
  matchLosses(ledger, losses, day);
  return null;
}
