/** Symbol change: the same security under another name; open loss windows follow it (R-CA-10). */
import type { Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { touchesNothing } from "./touches-nothing";

export function symbolChange(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  const newSymbol = trades.details.get(at)!.newSymbol!;
  const account = trades.account[at]! < 0 ? null : trades.account[at]!;
  const heldBefore = ledger.heldPools(symbol);
  const renamed = heldBefore.filter((pool) => account === null || pool.account === account);
  const nothing = touchesNothing(ledger, at, renamed.length > 0 || ledger.shorts.has(symbol, account), "renames");
  if (nothing !== null) return nothing;
  for (const pool of renamed) {
    const target = ledger.pool(newSymbol, pool.account);
    ledger.averages.follow(pool, target);
    for (const piece of pool.list()) {
      pool.remove(piece);
      target.insert(piece);
    }
  }
  ledger.underlyings.rename(symbol, newSymbol);
  ledger.shorts.rename(symbol, newSymbol, account);
  ledger.shortRule.renamed(symbol, newSymbol, account);
  const accountsBefore = new Set(heldBefore.map((pool) => pool.account));
  ledger.washRuleFor(symbol)?.renamed({ symbol, newSymbol, account, held: (one) => accountsBefore.has(one) });
  return null;
}
