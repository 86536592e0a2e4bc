/**
 * A split or symbol change that meets neither shares nor an open loss is most likely a slip in its
 * symbol or account, and the lots it was meant for would stay as they are.
 */
import { rowFault, type Ledger } from "../ledger";
import { EVERY_ACCOUNT, TradeKind, type RowFault } from "../trades";
import { isoFromDay } from "../../values/plain-date";

/** null where there is something to touch, or where a row for every account merely comes too early or too late. */
export function touchesNothing(ledger: Ledger, at: number, holdsShares: boolean, verb: string): RowFault | null {
  if (holdsShares) return null;
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  const account = trades.account[at]!;
  const name = ledger.symbolName(symbol);
  if (account === EVERY_ACCOUNT) {
    if (isHeldByAnyRow(ledger, symbol)) return null;
    return rowFault(trades, at, "Symbol", `${verb} ${name}, which no other row of the range holds`, "Check the symbol, or clear the row.");
  }
  if (ledger.washRuleFor(symbol)?.hasOpenLoss(symbol, account)) return null;
  const where = `${ledger.accountName(account)} on ${isoFromDay(trades.day[at]!)}`;
  return rowFault(trades, at, "Account", `${verb} ${name}, but none is held in ${where}`, "Check the symbol and the account, or clear the row.");
}

function isHeldByAnyRow(ledger: Ledger, symbol: number): boolean {
  const { trades } = ledger;
  for (let other = 0; other < trades.count; other++) {
    const kind = trades.kind[other];
    if (kind === TradeKind.SymbolChange && trades.details.get(other)?.newSymbol === symbol) return true;
    if (trades.symbol[other] === symbol && kind !== TradeKind.Split && kind !== TradeKind.SymbolChange) return true;
  }
  return false;
}
