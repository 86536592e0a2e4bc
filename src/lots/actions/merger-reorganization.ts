/**
 * Reorganization for stock, or stock and cash (R-CA-7), lot by lot: realized = value of the new stock + cash - basis;
 * recognized = realized, but no loss and no more than the cash; new basis = basis - cash + recognized. A loss of one
 * lot is never set against the gain of another. The dates stay; no acquisition for wash sales (R-WS-2), and losses
 * of the old stock whose window is open do not wait for the new. A fraction paid in cash counts as received and
 * sold. IRC 354, 356(a), (c), 358(a), 1223(1); Treas. Reg. 1.356-1(b), 1.358-2; Rev. Rul. 68-23, 66-365.
 * Cash that has the effect of a dividend (356(a)(2)) is for the user to say; it is taken as capital gain.
 */
import { PIECE_BOOT } from "../book-types";
import { rowFault, type Ledger } from "../ledger";
import type { Piece } from "../pieces";
import type { Pool } from "../pool";
import type { RowFault } from "../trades";
import { centsOfShares } from "../../values/priced";
import { take } from "../../values/take";
import { Arrivals } from "./arrivals";
import { broughtBy } from "./bring-forth";
import { listCash, lowerBasis } from "./cash-on-lots";
import { mergerCash } from "./merger-cash";
import { sum } from "./new-shares";

export function reorganize(ledger: Ledger, at: number, pools: readonly Pool[], newSymbol: number): RowFault | null {
  const { trades, pieces } = ledger;
  const brought = broughtBy(ledger, at, newSymbol, pools);
  if (!("lots" in brought)) return brought;
  const cash = mergerCash(ledger, at, pools);
  if (!Array.isArray(cash)) return cash;
  const { newValue } = trades.details.get(at)!;
  if (sum(cash) > 0 && newValue === undefined) return newValueMissing(ledger, at, newSymbol);
  const growth = sum(brought.newUnits) / brought.oldUnits;
  const arrivals = new Arrivals(ledger, at, newSymbol);
  const newUnitsOf = new Map(brought.lots.map(({ piece }, i) => [piece, brought.newUnits[i]!]));
  pools.forEach((pool, i) => {
    let cashLeft = cash[i]!;
    let unitsLeft = pool.units;
    for (const piece of pool.list()) {
      const units = pieces.units[piece]!;
      const cashCents = take(cashLeft, units, unitsLeft);
      cashLeft -= cashCents;
      unitsLeft -= units;
      const newUnits = newUnitsOf.get(piece)!;
      if (cashCents > 0) payBoot(ledger, at, piece, cashCents, centsOfShares(newUnits, ledger.unitsPerShare, newValue!));
      pool.remove(piece);
      pieces.markNoAcquisition(piece);
      pieces.units[piece] = newUnits;
      pieces.place[piece]! *= growth;
      arrivals.add(piece, pool.account);
    }
  });
  return arrivals.settle("parts of lots held");
}

function payBoot(ledger: Ledger, at: number, piece: Piece, cashCents: number, newStockCents: number): void {
  const realizedCents = newStockCents + cashCents - ledger.pieces.basisCents[piece]!;
  const recognizedCents = Math.max(0, Math.min(realizedCents, cashCents));
  listCash(ledger, at, piece, cashCents, recognizedCents, PIECE_BOOT);
  lowerBasis(ledger, piece, cashCents - recognizedCents);
}

function newValueMissing(ledger: Ledger, at: number, newSymbol: number): RowFault {
  const problem = `pays cash beside stock, but New value, what a share of ${ledger.symbolName(newSymbol)} was worth that day, is blank`;
  return rowFault(ledger.trades, at, "New value", problem, "Fill in New value in dollars per share: it decides how much of the cash is gain.");
}
