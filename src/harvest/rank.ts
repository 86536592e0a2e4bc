/** Which loss stands first: what saves most tax, without rates what counts most; then what loses least for good, then the deeper loss. */
import type { Trades } from "../lots/trades";
import type { HarvestLot } from "./harvest-types";

export function bestFirst(trades: Trades, lots: readonly HarvestLot[]): HarvestLot[] {
  const isRated = lots.some(({ taxSavedCents }) => taxSavedCents !== null);
  // A collectible's tax is not known: after those whose is.
  const worth = ({ taxSavedCents, harvestableCents }: HarvestLot): number => (isRated ? (taxSavedCents ?? 0) : harvestableCents);
  return [...lots].sort(
    (a, b) =>
      worth(b) - worth(a) ||
      b.harvestableCents - a.harvestableCents ||
      a.permanentCents - b.permanentCents ||
      b.lossShare - a.lossShare ||
      a.row - b.row ||
      trades.accounts.indexOf(a.account) - trades.accounts.indexOf(b.account) ||
      (a.key < b.key ? -1 : 1),
  );
}
