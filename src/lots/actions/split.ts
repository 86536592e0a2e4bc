/**
 * Split and reverse split: more or fewer shares, the same total basis (R-CA-1), and a fraction of a
 * share paid in cash counts as received and then sold (R-CA-2).
 */
import { rowFault, type Ledger } from "../ledger";
import type { Pool } from "../pool";
import type { RowFault } from "../trades";
import { cashInLieu } from "./cash-in-lieu";
import { heldUnits } from "./leave";
import { spreadUnits, unitsByRatio } from "./new-shares";
import { touchesNothing } from "./touches-nothing";

export function split(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  const account = trades.account[at]! < 0 ? null : trades.account[at]!;
  const pools = ledger.heldPools(symbol).filter((pool) => account === null || pool.account === account);
  const detail = trades.details.get(at)!;
  const nothing = touchesNothing(ledger, at, pools.length > 0 || ledger.shorts.has(symbol, account), "splits");
  if (nothing !== null) return nothing;
  const added = detail.sharesAdded === undefined ? null : ledger.units(Math.abs(detail.sharesAdded)) * Math.sign(detail.sharesAdded);
  const fault =
    added === null
      ? multiply(ledger, at, pools, detail.ratio!.newShares, detail.ratio!.oldShares)
      : addShares(ledger, at, pools, added);
  if (fault !== null) return fault;
  return detail.cashInLieuCents === undefined ? null : cashInLieu(ledger, at, pools, detail.cashInLieuCents, "splits");
}

function multiply(ledger: Ledger, at: number, pools: readonly Pool[], newShares: number, oldShares: number): RowFault | null {
  const lots = pools.flatMap((pool) => pool.list().map((piece) => ({ pool, piece })));
  if (lots.every(({ piece }) => ledger.pieces.units[piece]! % oldShares === 0)) {
    for (const pool of pools) pool.split(newShares, oldShares);
  } else {
    const before = lots.map(({ piece }) => ledger.pieces.units[piece]!);
    const after = unitsByRatio(ledger, before, newShares, oldShares);
    if (after === null) {
      return rowFault(ledger.trades, at, "Ratio", "leaves a number of shares that cannot be held exactly", "Check the ratio and the quantities before it.");
    }
    lots.forEach(({ pool, piece }, i) => pool.resize(piece, after[i]! - before[i]!, newShares / oldShares));
  }
  splitShorts(ledger, at, newShares, oldShares);
  tellWashRule(ledger, at, newShares, oldShares);
  return null;
}

/** A split stated as shares received: they go to the pieces by their shares, to the last unit. */
function addShares(ledger: Ledger, at: number, pools: readonly Pool[], added: number): RowFault | null {
  const { trades } = ledger;
  const held = heldUnits(pools);
  if (held === 0 || held + added <= 0) {
    const name = ledger.symbolName(trades.symbol[at]!);
    const [what, ratio] = trades.details.get(at)?.stockDividend ? ["stock dividend", "21 for 20"] : ["split", "2 for 1"];
    return rowFault(
      trades,
      at,
      "Quantity",
      `changes ${name} by ${ledger.shares(added)} shares in a ${what}, but ${ledger.shares(held)} are held`,
      `State the ${what} as a Ratio such as ${ratio}, or add the missing purchase.`,
    );
  }
  const lots = pools.flatMap((pool) => pool.list().map((piece) => ({ pool, piece })));
  const own = spreadUnits(ledger, added, lots.map(({ piece }) => ledger.pieces.units[piece]!));
  lots.forEach(({ pool, piece }, i) => pool.resize(piece, own[i]!, (held + added) / held));
  splitShorts(ledger, at, held + added, held);
  tellWashRule(ledger, at, held + added, held);
  return null;
}

function splitShorts({ trades, shorts, shortRule }: Ledger, at: number, newShares: number, oldShares: number): void {
  const account = trades.account[at]! < 0 ? null : trades.account[at]!;
  shorts.split(trades.symbol[at]!, account, newShares, oldShares);
  shortRule.split(trades.symbol[at]!, account, newShares, oldShares);
}

function tellWashRule(ledger: Ledger, at: number, newShares: number, oldShares: number): void {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  ledger.washRuleFor(symbol)?.split({
    symbol,
    account: trades.account[at]! < 0 ? null : trades.account[at]!,
    newShares,
    oldShares,
    day: trades.day[at]!,
    holds: (account) => ledger.pool(symbol, account).units > 0,
  });
}
