/** Buy, Reinvest, Vest: one acquisition, one lot (R-LOT-1, R-BASIS-1 to R-BASIS-3). */
import type { Ledger } from "../ledger";

/** `fills` are all rows of the purchase's order, which make one lot at their average cost; null when `at` stands alone. */
export function purchase(ledger: Ledger, at: number, fills: readonly number[] | null): void {
  const { trades, current } = ledger;
  const { day, symbol, account } = current;
  let units = ledger.units(current.shares);
  let costCents = current.amountCents;
  if (fills !== null) {
    units = fills.reduce((sum, fill) => sum + ledger.unitsAt(fill), 0);
    costCents = fills.reduce((sum, fill) => sum + trades.amountCents[fill]!, 0);
  }
  const piece = ledger.pieces.add(at, ledger.nextSequence(), day, units, costCents);
  // R-ID-6: an unknown basis is 0 and is said wherever the lot shows.
  if (trades.details.size > 0 && trades.details.get(at)?.basisUnknown) ledger.pieces.markBasisUnknown(piece);
  ledger.arrive(piece, symbol, account);
}
