/**
 * Capital gain and exempt-interest dividends of a fund, remembered share by share for losses within six
 * months (R-HP-8). IRC 852(b)(4). They move no lot and change no basis.
 */
import { rowFault, type Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { take } from "../../values/take";

export function fundDividend(ledger: Ledger, at: number): RowFault | null {
  const { trades, pieces } = ledger;
  const day = trades.day[at]!;
  const pool = ledger.pool(trades.symbol[at]!, trades.account[at]!);
  if (pool.units === 0) {
    const name = ledger.symbolName(pool.symbol);
    const problem = `pays a dividend on ${name}, but none is held ${ledger.where(pool.account, day)}`;
    return rowFault(trades, at, "Account", problem, "Check the symbol and the account, or clear the row.");
  }
  let centsLeft = trades.amountCents[at]!;
  let unitsLeft = pool.units;
  for (const piece of pool.list()) {
    const units = pieces.units[piece]!;
    const cents = take(centsLeft, units, unitsLeft);
    centsLeft -= cents;
    unitsLeft -= units;
    // Older shares can be sold at a loss under no rule that asks for the amount.
    if (!ledger.law.isHeldSixMonthsOrLess(pieces.acquired[piece]!, day)) continue;
    const rider = pieces.riderOf(piece);
    if (trades.details.get(at)!.dividend === "exempt-interest") rider.exemptInterestCents += cents;
    else rider.capitalGainCents += cents;
  }
  return null;
}
