/**
 * Nondividend distribution (R-CA-6): the total goes over the lots by their shares and lowers the basis of each;
 * what exceeds a lot's basis is capital gain now, by that lot's term (R-BASIS-4). Lots are never pooled.
 * IRC 301(c)(2)-(3), 1016(a)(4); Johnson v. United States, 435 F.2d 1257.
 */
import { PIECE_RETURN_OF_CAPITAL } from "../book-types";
import { rowFault, type Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { take } from "../../values/take";
import { listCash, lowerBasis } from "./cash-on-lots";
import { heldUnits } from "./leave";
import { sharesReached } from "./shares-reached";

export function returnOfCapital(ledger: Ledger, at: number): RowFault | null {
  const { trades, pieces } = ledger;
  const name = ledger.symbolName(trades.symbol[at]!);
  if (trades.amountCents[at]! <= 0) {
    return rowFault(trades, at, "Amount", `returns capital on ${name}, but Amount is blank`, "Fill in the total that was paid on all shares in the account.");
  }
  const pools = sharesReached(ledger, at, "returns capital on");
  if (!Array.isArray(pools)) {
    return { ...pools, whatToDo: "Check the symbol and the account; date the row to a day on which the shares were held for it." };
  }
  let centsLeft = trades.amountCents[at]!;
  let unitsLeft = heldUnits(pools);
  for (const pool of pools) {
    for (const piece of pool.list()) {
      const units = pieces.units[piece]!;
      const cents = take(centsLeft, units, unitsLeft);
      centsLeft -= cents;
      unitsLeft -= units;
      const excessCents = Math.max(0, cents - pieces.basisCents[piece]!);
      if (excessCents > 0) listCash(ledger, at, piece, excessCents, excessCents, PIECE_RETURN_OF_CAPITAL);
      lowerBasis(ledger, piece, cents - excessCents);
    }
    pool.allChanged();
  }
  return null;
}
