/** What the losses of sales are worth in the year of the facts; a long-term result of a collectible has a rate of its own (R-TAX-4). */
import type { HarvestFacts } from "./harvest-types";
import { savedByLoss, worthInTurn, worthOfLoss, type WorthOfLoss } from "./worth-of-loss";
import type { ResultsByTerm } from "./year-so-far";

/** Loss of a sale that counts, by term, positive; negative is a gain. */
export interface LossOfSale extends ResultsByTerm {
  /** Index of the symbol. */
  readonly symbol: number;
}

/** null: the tax of the year cannot be told, or not with this loss. */
export function worthOfSale(facts: HarvestFacts, loss: LossOfSale): WorthOfLoss | null {
  return facts.year.ok && isCovered(facts, loss) ? worthOfLoss(facts.year.value, loss) : null;
}

/** What `worthOfSale` tells as saved. */
export function savedBySale(facts: HarvestFacts, loss: LossOfSale): number | null {
  return facts.year.ok && isCovered(facts, loss) ? savedByLoss(facts.year.value, loss) : null;
}

export interface WorthOfSales {
  /** By sale, each what it adds to those before it; a sale whose tax cannot be told counts for none of the others. */
  readonly bySale: readonly (WorthOfLoss | null)[];
  /** Of all together, to which those of the sales add up; null where one of them is. */
  readonly together: WorthOfLoss | null;
}

export function worthOfSales(facts: HarvestFacts, losses: readonly LossOfSale[]): WorthOfSales {
  if (!facts.year.ok) return { bySale: losses.map(() => null), together: null };
  const year = facts.year.value;
  const inTurn = worthInTurn(year, losses.map((loss) => (isCovered(facts, loss) ? loss : { shortCents: 0, longCents: 0 })));
  const bySale = losses.map((loss, at) => (isCovered(facts, loss) ? inTurn[at]! : null));
  if (bySale.includes(null)) return { bySale, together: null };
  const sum = (of: (loss: LossOfSale) => number): number => losses.reduce((total, loss) => total + of(loss), 0);
  return { bySale, together: worthOfLoss(year, { shortCents: sum((loss) => loss.shortCents), longCents: sum((loss) => loss.longCents) }) };
}

function isCovered({ trades }: HarvestFacts, { symbol, longCents }: LossOfSale): boolean {
  return longCents === 0 || !trades.collectibles.has(symbol);
}
