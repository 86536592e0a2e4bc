/**
 * Rights exercised with the issuer: basis = price paid + basis of the rights (R-CA-5); the period begins on the
 * day of exercise itself (R-HP-6). A purchase, so an acquisition for wash sales (R-WS-2). IRC 1012, 1223(5).
 * The earliest rights go first, unless the row names lots. One right buys one share, unless the row gives a Ratio.
 */
import { rowFault, type Ledger } from "../ledger";
import type { Piece } from "../pieces";
import { EVERY_ACCOUNT, type RowFault } from "../trades";
import { leaveUnsold } from "./leave-unsold";
import { newSymbolOf } from "./new-shares";

export function exerciseRights(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  const account = trades.account[at]!;
  const newSymbol = newSymbolOf(ledger, at, "exercises");
  if (typeof newSymbol !== "number") return newSymbol;
  if (account === EVERY_ACCOUNT) {
    return rowFault(trades, at, "Account", `exercises ${ledger.symbolName(symbol)} without an account`, "Name the account that holds the rights.");
  }
  if (ledger.unitsAt(at) === 0) {
    return rowFault(trades, at, "Quantity", `exercises ${ledger.symbolName(symbol)}, but Quantity is blank`, "Fill in the rights used.");
  }
  const used = leaveUnsold(ledger, at, ledger.pool(symbol, account), "exercises");
  if (!Array.isArray(used)) return used;
  ledger.arrive(stockBought(ledger, at, used), newSymbol, account);
  return null;
}

function stockBought(ledger: Ledger, at: number, used: readonly Piece[]): Piece {
  const { trades, pieces } = ledger;
  const priceCents = trades.amountCents[at]!;
  const ratio = trades.details.get(at)?.ratio ?? { newShares: 1, oldShares: 1 };
  let rightsUnits = 0;
  let basisCents = priceCents;
  let lossBasisCents = priceCents;
  let washAddedCents = 0;
  for (const right of used) {
    pieces.stopBeingCandidate(right);
    rightsUnits += pieces.units[right]!;
    basisCents += pieces.basisCents[right]!;
    lossBasisCents += pieces.rider(right)?.lossBasisCents ?? pieces.basisCents[right]!;
    washAddedCents += pieces.washAddedCents[right]!;
  }
  const day = trades.day[at]!;
  const stock = pieces.add(at, ledger.nextSequence(), day, (rightsUnits / ratio.oldShares) * ratio.newShares, basisCents);
  pieces.washAddedCents[stock] = washAddedCents;
  pieces.setPeriodStart(stock, "Rights exercise");
  if (used.some((right) => pieces.basisUnknown(right))) pieces.markBasisUnknown(stock);
  // R-GIFT-1: rights on a gift that was worth less than its giver's basis carry both its bases.
  if (lossBasisCents < basisCents) Object.assign(pieces.riderOf(stock), { lossBasisCents, lossFrom: day });
  return stock;
}
