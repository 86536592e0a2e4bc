/**
 * R-WS-13: an option covers contracts × multiplier shares. Shares meet options share for share; options meet
 * options of their class contract for contract. IRC 1091(a): "contract or option to acquire".
 */
import type { Trades } from "../../lots/trades";

/** What of a loss and what of its replacement meet, each in its own units. */
export interface Met {
  readonly lossUnits: number;
  readonly replacementUnits: number;
}

export class Coverage {
  constructor(private readonly trades: Trades) {}

  met(lossSymbol: number, lossUnits: number, replacementSymbol: number, replacementUnits: number): Met {
    if (lossSymbol === replacementSymbol || this.trades.options.size === 0) {
      const units = Math.min(lossUnits, replacementUnits);
      return { lossUnits: units, replacementUnits: units };
    }
    const ofLoss = this.sharesPerUnit(lossSymbol);
    const ofReplacement = this.sharesPerUnit(replacementSymbol);
    // What is less than a unit of either is too little to be met.
    const step = Math.max(ofLoss, ofReplacement);
    const shares = Math.floor(Math.min(lossUnits * ofLoss, replacementUnits * ofReplacement) / step) * step;
    return { lossUnits: shares / ofLoss, replacementUnits: shares / ofReplacement };
  }

  private sharesPerUnit(symbol: number): number {
    return this.trades.options.get(symbol)?.multiplier ?? 1;
  }
}
