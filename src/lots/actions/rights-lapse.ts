/**
 * Rights that run out (R-CA-5): an allocation reverts, and there is no loss. The basis goes back to the stock of
 * the purchase that the rights came from, where it is still held, first in the same account; where that purchase is
 * gone, over the other lots of the stock by their shares. Where no stock is left the basis belongs to shares sold
 * before, whose sale is then wrong as booked: the row is refused and says how to book it right.
 * Rights that were bought are another matter: they are sold for nothing that day (IRC 1234(a)(2)).
 * IRC 307; Treas. Reg. 1.307-1(a): only rights exercised or sold take basis.
 */
import type { LossPiece } from "../law";
import { rowFault, type Ledger } from "../ledger";
import type { Piece } from "../pieces";
import type { Pool } from "../pool";
import { TradeKind, type RowFault } from "../trades";
import { take } from "../../values/take";
import { leaveUnsold } from "./leave-unsold";
import { matchLosses, record } from "./record";
import { sharesReached } from "./shares-reached";

export function rightsLapse(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  const verb = "lets lapse";
  const pools = sharesReached(ledger, at, verb);
  if (!Array.isArray(pools)) return pools;
  const stated = ledger.unitsAt(at);
  if (stated > 0 && pools.length > 1) {
    const problem = `${verb} ${ledger.shares(stated)} ${ledger.symbolName(trades.symbol[at]!)}, which several accounts hold`;
    return rowFault(trades, at, "Account", problem, "Name the account, or leave Quantity blank where all rights lapse.");
  }
  const losses: LossPiece[] = [];
  for (const pool of pools) {
    const lapsed = stated === 0 ? takeAll(pool) : leaveUnsold(ledger, at, pool, verb);
    if (!Array.isArray(lapsed)) return lapsed;
    const bought = lapsed.filter((right) => wasBought(ledger, right, pool.symbol));
    record(ledger, { sale: at, symbol: pool.symbol, proceedsCents: 0, day: trades.day[at]! }, bought, losses);
    for (const right of lapsed) {
      if (bought.includes(right)) continue;
      const fault = revert(ledger, at, right);
      if (fault !== null) return fault;
    }
  }
  matchLosses(ledger, losses, trades.day[at]!);
  return null;
}

function takeAll(pool: Pool): Piece[] {
  const all = pool.list();
  for (const piece of all) pool.remove(piece);
  return all;
}

/** Not received on stock: bought, or a gift or inheritance of the rights themselves. */
function wasBought({ trades, pieces }: Ledger, right: Piece, symbol: number): boolean {
  const purchase = pieces.purchase[right]!;
  const kind = trades.kind[purchase];
  const isGift = kind === TradeKind.GiftReceived || kind === TradeKind.Inherit;
  return pieces.isAcquisition(right) || (isGift && trades.symbol[purchase] === symbol);
}

function revert(ledger: Ledger, at: number, right: Piece): RowFault | null {
  const { trades, pieces } = ledger;
  const cents = pieces.basisCents[right]!;
  if (cents === 0) return null;
  const name = ledger.symbolName(trades.symbol[at]!);
  const stock = stockOf(ledger, at);
  if (stock === null) {
    const problem = `lets ${name} lapse with a basis of ${dollars(cents)}, and no Rights row tells whose stock it came from`;
    return rowFault(trades, at, "New symbol", problem, "Fill in the symbol of the stock, which the basis goes back to.");
  }
  const lots = lotsToRevertTo(ledger, right, stock);
  if (lots.length > 0) {
    giveBack(ledger, right, lots);
    return null;
  }
  const problem = `lets ${name} lapse, and ${dollars(cents)} of basis goes back to ${ledger.symbolName(stock)}, but none is held any more`;
  return rowFault(trades, at, "Symbol", problem, "Take the rights that lapsed out of the Rights row and clear this row: the shares sold before then keep their whole basis.");
}

/** The stock that the rights came on, under its name of today; the row may name it itself. */
function stockOf(ledger: Ledger, at: number): number | null {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  let stock = trades.details.get(at)?.newSymbol ?? null;
  if (stock !== null) return stock;
  for (const event of ledger.eventsBetween(-Infinity, trades.day[at]!)) {
    const { newSymbol, taxable } = trades.details.get(event) ?? {};
    if (newSymbol === undefined) continue;
    const kind = trades.kind[event];
    if (kind === TradeKind.Rights && newSymbol === symbol) stock = trades.symbol[event]!;
    const renames = kind === TradeKind.SymbolChange || (kind === TradeKind.Merger && taxable === undefined);
    if (renames && trades.symbol[event] === stock) stock = newSymbol;
  }
  return stock;
}

interface StockLot {
  readonly pool: Pool;
  readonly piece: Piece;
}

/** The nearest lots there are: same purchase and account, same purchase, same account, any. Never out of or into a retirement account. */
function lotsToRevertTo(ledger: Ledger, right: Piece, stock: number): StockLot[] {
  const { pieces, retirement } = ledger;
  const account = pieces.account[right]!;
  const lots = ledger
    .heldPools(stock)
    .filter((pool) => retirement[pool.account] === retirement[account])
    .flatMap((pool) => pool.list().map((piece) => ({ pool, piece })));
  const samePurchase = lots.filter(({ piece }) => pieces.purchase[piece] === pieces.purchase[right]);
  const here = (some: readonly StockLot[]): StockLot[] => some.filter(({ pool }) => pool.account === account);
  return [here(samePurchase), samePurchase, here(lots), lots].find((some) => some.length > 0) ?? [];
}

/** By shares (R-RND-2); what washes added, and the basis for a loss of a gift (R-GIFT-1), go back alike. */
function giveBack({ pieces }: Ledger, right: Piece, lots: readonly StockLot[]): void {
  let cents = pieces.basisCents[right]!;
  let washAdded = pieces.washAddedCents[right]!;
  let lossBasis = pieces.rider(right)?.lossBasisCents ?? cents;
  let unitsLeft = lots.reduce((sum, { piece }) => sum + pieces.units[piece]!, 0);
  for (const { pool, piece } of lots) {
    const units = pieces.units[piece]!;
    const [ownCents, ownWash, ownLoss] = [take(cents, units, unitsLeft), take(washAdded, units, unitsLeft), take(lossBasis, units, unitsLeft)];
    cents -= ownCents;
    washAdded -= ownWash;
    lossBasis -= ownLoss;
    unitsLeft -= units;
    pieces.addBasis(piece, ownCents);
    pieces.washAddedCents[piece]! += ownWash;
    const rider = pieces.rider(piece);
    if (rider !== null && rider.lossBasisCents !== null) rider.lossBasisCents += ownLoss - ownCents;
    pool.costChanged(piece);
  }
}

function dollars(cents: number): string {
  return (cents / 100).toFixed(2);
}
