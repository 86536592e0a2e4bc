/**
 * Inheritance (R-INH-1, R-HP-4): the value at death is the basis, up or down, and a sale is long-term whenever it
 * comes. IRC 1014(a), 1223(9). No acquisition for wash sales (R-WS-2).
 */
import type { Ledger } from "../ledger";
import type { RowFault } from "../trades";

export function inherit(ledger: Ledger, at: number): RowFault | null {
  const { trades, pieces } = ledger;
  const piece = pieces.add(at, ledger.nextSequence(), trades.day[at]!, ledger.unitsAt(at), trades.amountCents[at]!);
  pieces.setPeriodStart(piece, "Inherited");
  pieces.markNoAcquisition(piece);
  if (trades.details.get(at)?.basisUnknown) pieces.markBasisUnknown(piece);
  ledger.arrive(piece, trades.symbol[at]!, trades.account[at]!);
  return null;
}
