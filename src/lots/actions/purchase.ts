/** Buy, Reinvest, Vest: one acquisition, one lot (R-LOT-1, R-BASIS-1 to R-BASIS-3). */
import type { Ledger } from "../ledger";
import { Piece } from "../piece";

/** `fills` are the rows of one order: one lot at the average cost of all. Usually a single row. */
export function purchase(ledger: Ledger, fills: readonly number[]): void {
  const { trades } = ledger;
  const at = fills[0]!;
  let units = 0;
  let costCents = 0;
  for (const fill of fills) {
    units += ledger.unitsAt(fill);
    costCents += trades.amountCents[fill]!;
  }
  const symbol = trades.symbol[at]!;
  const piece = new Piece(at, ledger.nextSequence(), trades.day[at]!, 0, units, costCents);
  ledger.pool(symbol, trades.account[at]!).insert(piece);
  ledger.washRuleFor(symbol)?.acquired(piece);
}
