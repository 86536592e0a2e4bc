/** Symbol change: the same security under another name; open loss windows follow it (R-CA-10). */
import type { Ledger } from "../ledger";

export function symbolChange(ledger: Ledger, at: number): void {
  const { trades } = ledger;
  const oldSymbol = trades.symbol[at]!;
  const newSymbol = trades.details.get(at)!.newSymbol!;
  const account = trades.account[at]! < 0 ? null : trades.account[at]!;
  for (const pool of ledger.heldPools(oldSymbol)) {
    if (account !== null && pool.account !== account) continue;
    const target = ledger.pool(newSymbol, pool.account);
    for (const piece of pool.list()) {
      pool.remove(piece);
      target.insert(piece);
    }
  }
  ledger.washRuleFor(oldSymbol)?.renamed(oldSymbol, newSymbol, account);
}
