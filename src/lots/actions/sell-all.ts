/** A pool that counts as sold whole: a taxable merger (R-CA-8) or worthless stock (R-CA-9). */
import type { LossPiece } from "../law";
import { rowFault, type Ledger } from "../ledger";
import type { Pool } from "../pool";
import type { RowFault } from "../trades";
import { sellShares } from "./sale";

/** Every lot goes, so that the method matters only where lots share an average (R-AVG-2). Adds the losses. */
export function sellAll(ledger: Ledger, at: number, pool: Pool, proceedsCents: number, losses: LossPiece[]): RowFault | null {
  const { trades } = ledger;
  const day = trades.day[at]!;
  const hindrance = sellShares(
    ledger,
    {
      sale: at,
      symbol: pool.symbol,
      account: pool.account,
      pools: pool.alone,
      units: pool.units,
      proceedsCents,
      day,
      method: ledger.methodOf(pool, day) === "AVG" ? "AVG" : "FIFO",
      lots: undefined,
    },
    losses,
  );
  return hindrance === null ? null : rowFault(trades, at, hindrance.column, hindrance.problem, hindrance.whatToDo);
}
