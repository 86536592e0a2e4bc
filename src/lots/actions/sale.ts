/** Sell: shares leave by identification or method, and each piece realizes its own gain (R-BASIS-1, R-ID, R-RND-2). */
import { PIECE_AVERAGE } from "../book-types";
import type { Method } from "../choices";
import type { LossPiece } from "../law";
import { rowFault, type Ledger } from "../ledger";
import { circumstancesFor, ratesMissing } from "../methods/circumstances";
import type { Pool } from "../pool";
import type { LotChoice, RowFault } from "../trades";
import type { Day } from "../../values/plain-date";
import { take } from "../../values/take";
import { allOrGiven, heldUnits, leave, tooFew, type Hindrance, type Leaving } from "./leave";
import { matchLosses, record } from "./record";

export function sale(ledger: Ledger, at: number): RowFault | null {
  const losses: LossPiece[] = [];
  const { shares, amountCents, day } = ledger.current;
  const fault = sellRow(ledger, at, at, ledger.units(shares), amountCents, losses);
  if (fault === null) matchLosses(ledger, losses, day);
  return fault;
}

/** The rows of one order (R-LOT-1): proceeds are averaged, and no share of the order replaces another (R-WS-4). */
export function saleOfOrder(ledger: Ledger, fills: readonly number[]): RowFault | null {
  const { trades } = ledger;
  const losses: LossPiece[] = [];
  let unitsLeft = fills.reduce((sum, at) => sum + ledger.unitsAt(at), 0);
  let centsLeft = fills.reduce((sum, at) => sum + trades.amountCents[at]!, 0);
  for (const at of fills) {
    const units = ledger.unitsAt(at);
    const proceedsCents = take(centsLeft, units, unitsLeft);
    unitsLeft -= units;
    centsLeft -= proceedsCents;
    const fault = sellRow(ledger, at, fills[0]!, units, proceedsCents, losses);
    if (fault !== null) return fault;
  }
  matchLosses(ledger, losses, trades.day[fills[0]!]!);
  return null;
}

/** The fills of an order have their day, symbol and account in common with the event at work. */
function sellRow(
  ledger: Ledger,
  at: number,
  order: number,
  units: number,
  proceedsCents: number,
  losses: LossPiece[],
): RowFault | null {
  const { trades } = ledger;
  const { symbol, account, day } = ledger.current;
  const hindrance = sellShares(
    ledger,
    {
      sale: at,
      order,
      symbol,
      account,
      pools: ledger.pool(symbol, account).alone,
      units,
      proceedsCents,
      day,
      method: null,
      lots: trades.details.size === 0 ? undefined : trades.details.get(at)?.lots,
    },
    losses,
  );
  return hindrance === null ? null : rowFault(trades, at, hindrance.column, hindrance.problem, hindrance.whatToDo);
}

export interface SharesSold {
  readonly sale: number;
  /** Trade of the first fill of its order. */
  readonly order?: number;
  readonly symbol: number;
  /** null: taken from several accounts. */
  readonly account: number | null;
  readonly pools: readonly Pool[];
  readonly units: number;
  readonly proceedsCents: number;
  readonly day: Day;
  /** null: the standing order. */
  readonly method: Method | null;
  readonly lots: readonly LotChoice[] | undefined;
}

/** Sells, records the pieces and adds those at a loss to `losses`. */
export function sellShares(ledger: Ledger, sold: SharesSold, losses: LossPiece[]): Hindrance | null {
  const held = heldUnits(sold.pools);
  const units = allOrGiven(sold.units, held);
  if (units > held) return tooFew(ledger, { ...sold, verb: "sells", units, held });
  const method = sold.method ?? standingMethod(ledger, sold);
  if (method === null) {
    return {
      column: "Method",
      problem: `takes ${ledger.symbolName(sold.symbol)} from accounts whose standing orders differ`,
      whatToDo: "Name the account or the method.",
    };
  }
  const { day, proceedsCents, lots } = sold;
  const missing = lots === undefined ? ratesMissing(ledger, method) : null;
  if (missing !== null) return missing;
  const sale = lots === undefined ? circumstancesFor(ledger, method, { day, proceedsCents, units }) : null;
  const leaving = { pools: sold.pools, units, method, lots, sale };
  if (method === "AVG" && lots === undefined) return sellAtAverage(ledger, sold, leaving, losses);
  if (!ledger.averages.isEmpty) sellFromAveraged(ledger, sold, method);
  const pieces = leave(ledger, leaving, "sells", sold.symbol);
  if (!Array.isArray(pieces)) return pieces;
  record(ledger, sold, pieces, losses);
  tellOfPuts(ledger, sold, units);
  return null;
}

/** Lots named in a pool that has been averaged have the averaged basis; a sale by another method ends it. */
function sellFromAveraged({ averages }: Ledger, { pools }: SharesSold, method: Method): void {
  for (const pool of pools) {
    if (method !== "AVG") averages.leaveMethod(pool);
    else if (averages.isOne(pool)) averages.level(pool);
  }
}

function sellAtAverage(ledger: Ledger, sold: SharesSold, leaving: Leaving, losses: LossPiece[]): Hindrance | null {
  const { averages } = ledger;
  for (const pool of sold.pools) {
    const hindrance = averages.hindrance(pool);
    if (hindrance !== null) return hindrance;
  }
  const before = sold.pools.map((pool) => averages.totals(pool));
  const pieces = leave(ledger, leaving, "sells", sold.symbol);
  if (!Array.isArray(pieces)) return pieces;
  sold.pools.forEach((pool, i) => {
    const left = pieces.filter((piece) => ledger.pieces.account[piece] === pool.account);
    averages.giveAverage(pool, left, before[i]!);
  });
  record(ledger, { ...sold, flags: PIECE_AVERAGE }, pieces, losses);
  if (!ledger.trades.funds.has(sold.symbol)) ledger.remark("average-not-fund", sold.sale, null);
  return null;
}

/** R-SS-2: a put that counted as a short sale of its shares is closed by its own sale. */
function tellOfPuts(ledger: Ledger, { symbol, account, day }: SharesSold, units: number): void {
  if (ledger.trades.options.size === 0 || account === null) return;
  if (ledger.trades.options.get(symbol)?.type === "put") ledger.shortRule.putClosed(symbol, account, units, day);
}

/** R-ID-7: each account has its own standing order; null when those of several accounts differ. */
function standingMethod(ledger: Ledger, sold: SharesSold): Method | null {
  if (ledger.choices.methods.length === 0) return "FIFO";
  const methods = sold.pools.map((pool) => ledger.methodOf(pool, sold.day));
  return new Set(methods).size > 1 ? null : (methods[0] ?? "FIFO");
}
