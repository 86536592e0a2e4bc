/**
 * A split, merger or spin-off changes what an open option is an option on. How is for the exchange to say, contract
 * by contract, so it is found and said; a row of the option's own on that day is taken for the answer.
 */
import type { Ledger } from "../ledger";
import { TradeKind } from "../trades";

const ADJUSTS: ReadonlySet<number> = new Set([TradeKind.Split, TradeKind.Merger, TradeKind.SpinOff]);

export function remarkOpenOptions(ledger: Ledger, at: number): void {
  const { trades } = ledger;
  if (trades.options.size === 0 || !ADJUSTS.has(trades.kind[at]!)) return;
  const day = trades.day[at]!;
  const ownRows = new Set(ledger.eventsBetween(day, day).map((event) => trades.symbol[event]!));
  for (const option of trades.options.keys()) {
    if (ledger.underlyings.of(option) !== trades.symbol[at] || ownRows.has(option)) continue;
    const [pool] = ledger.heldPools(option);
    const opened = pool === undefined ? ledger.shorts.all().find(({ symbol }) => symbol === option)?.opening : ledger.pieces.purchase[pool.first];
    if (opened !== undefined) ledger.remark("option-open", at, opened);
  }
}
