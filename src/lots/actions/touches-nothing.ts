/**
 * A split or symbol change in one account that meets neither shares nor an open loss there is most
 * likely a slip in its symbol or account, and the lots it was meant for would stay as they are.
 * A row for every account may be history that comes before the first purchase or after the last sale; of a
 * symbol that no row ever brings in, it may be a slip as well, which is said.
 */
import { rowFault, type Ledger } from "../ledger";
import { EVERY_ACCOUNT, type RowFault } from "../trades";
import { isoFromDay } from "../../values/plain-date";

/** The fault, or null where there is something to touch. */
export function touchesNothing(ledger: Ledger, at: number, holdsShares: boolean, verb: string): RowFault | null {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  const account = trades.account[at]!;
  if (holdsShares) return null;
  if (account === EVERY_ACCOUNT) {
    if (!ledger.isEverHeld(symbol)) ledger.remark("never-held", at, null);
    return null;
  }
  if (ledger.washRuleFor(symbol)?.hasOpenLoss(symbol, account)) return null;
  const where = `${ledger.accountName(account)} on ${isoFromDay(trades.day[at]!)}`;
  const problem = `${verb} ${ledger.symbolName(symbol)}, but none is held in ${where}`;
  return rowFault(trades, at, "Account", problem, "Check the symbol and the account, or clear the row.");
}

/** The row's symbol comes in by no row of the trades. */
export function neverHeld(ledger: Ledger, at: number, verb: string): RowFault {
  const name = ledger.symbolName(ledger.trades.symbol[at]!);
  const problem = `${verb} ${name}, but no row buys or receives ${name}`;
  return rowFault(ledger.trades, at, "Symbol", problem, "Check the symbol, add the missing purchase, or clear the row.");
}
