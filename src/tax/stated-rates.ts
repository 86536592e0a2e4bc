/**
 * Tax by the rates the user states in place of the tables (Short rate, Long rate, with State rate and NIIT added to
 * both): netting, the limit and the carryovers stay the law's (R-NET-1, R-NET-2), brackets do not exist.
 */
import { Exact } from "./exact";
import { carryover, net, type Carryover, type Netted } from "./netting";

export interface StatedRates {
  /** Fractions. */
  readonly short: number;
  readonly long: number;
  /** Each added to both; of a deducted loss too. */
  readonly state: number;
  readonly niit: number;
  readonly lossLimitCents: number;
  readonly carryShortCents: number;
  readonly carryLongCents: number;
}

export interface StatedTax {
  readonly netted: Netted;
  readonly carryover: Carryover;
  /** Cents, not rounded; below zero where a loss is deducted from other income. */
  readonly regular: Exact;
  readonly niit: Exact;
  readonly state: Exact;
}

export function taxAtRates(rates: StatedRates, shortCents: number, longCents: number): StatedTax {
  const { carryShortCents, carryLongCents, lossLimitCents } = rates;
  const netted = net({ shortCents, longCents, carryShortCents, carryLongCents }, lossLimitCents);
  const { totalCents, deductionCents } = netted;
  const added = totalCents > 0 ? totalCents : -deductionCents;
  // A loss of one term has already been set against the gain of the other; what is deducted lowers ordinary income.
  const longTaxed = totalCents > 0 ? Math.max(0, Math.min(netted.netLongCents, totalCents)) : 0;
  const regular = new Exact(rates.short).times(added - longTaxed).plus(new Exact(rates.long).times(longTaxed));
  return {
    netted,
    carryover: carryover(netted, null),
    regular,
    niit: new Exact(rates.niit).times(added),
    state: new Exact(rates.state).times(added),
  };
}
