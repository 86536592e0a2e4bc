/** Several sales of one group on one day, simulated together. */
import { faultSentence } from "../lots/fault-sentence";
import type { HarvestFacts } from "./harvest-types";
import type { Group } from "./group";
import { soldLots, type SoldLot } from "./sold-lot";
import type { TriedSale } from "./standing";

export interface JointSale {
  readonly sales: readonly TriedSale[];
  /** By sale. */
  readonly sold: readonly SoldLot[];
  readonly permanentCents: number;
  readonly disallowedCents: number;
  /** Loss that counts this year, by term; negative is a gain. */
  readonly shortCents: number;
  readonly longCents: number;
  /** What cannot be done, in a sentence; the figures are then empty. */
  readonly refusal: string | null;
}

/** The sales in this order. */
export function sellTogether({ asOf }: HarvestFacts, { standing }: Group, sales: readonly TriedSale[]): JointSale {
  const book = standing.sell(sales);
  const sold = soldLots(book, sales.length, asOf);
  const sum = (of: (one: SoldLot) => number): number => sold.reduce((total, one) => total + of(one), 0);
  const [refusal] = book.refusals;
  return {
    sales,
    sold,
    permanentCents: sum((one) => one.permanentCents),
    disallowedCents: sum((one) => one.shortDisallowedCents + one.longDisallowedCents),
    shortCents: sum((one) => 0 - one.shortGainCents - one.shortDisallowedCents),
    longCents: sum((one) => 0 - one.longGainCents - one.longDisallowedCents),
    refusal: refusal === undefined ? null : faultSentence(refusal),
  };
}

/** More lots than these are not tried in every order. */
const MOST_PERMUTED = 5;
/** More than these are tried in one order only: each trial takes as long as all of them together. */
const MOST_REORDERED = 100;

/**
 * The order in which least is lost for good, then least washed: later acquired first, so that shares that could
 * replace a loss are gone before it is made (R-WS-4), unless a trial shows another order to be better. Of many lots few
 * orders are tried: also the earliest first, and the smallest losses first, which then meet what takes losses for good.
 */
export function bestOrder(
  facts: HarvestFacts,
  group: Group,
  sales: readonly TriedSale[],
  isBetter: (one: JointSale, other: JointSale) => boolean = washesLess,
): JointSale {
  const latestFirst = inOrderOfPools([...sales].sort((a, b) => acquiredOf(b) - acquiredOf(a)));
  let best = sellTogether(facts, group, latestFirst);
  if (sales.length < 2 || best.disallowedCents === 0 || best.refusal !== null || sales.length > MOST_REORDERED) return best;
  const smallLossFirst = [...sales].sort((a, b) => lossOfShare(a) - lossOfShare(b));
  const others = sales.length <= MOST_PERMUTED ? permutations(latestFirst) : [[...latestFirst].reverse(), smallLossFirst];
  for (const order of others) {
    const tried = sellTogether(facts, group, inOrderOfPools(order));
    if (isBetter(tried, best)) best = tried;
  }
  return best;
}

/**
 * R-AVG-3: of lots at average basis the earliest shares leave whichever is named, so the earliest lots stand first among the
 * places of their pool: name, day and term then agree.
 */
function inOrderOfPools(sales: readonly TriedSale[]): readonly TriedSale[] {
  const pools = new Map<string, TriedSale[]>();
  const poolOf = ({ lot }: TriedSale): string => `${lot.symbol} ${lot.account}`;
  for (const sale of sales) if (sale.lot.atAverage) pools.set(poolOf(sale), [...(pools.get(poolOf(sale)) ?? []), sale]);
  if (pools.size === 0) return sales;
  for (const pool of pools.values()) pool.sort((a, b) => acquiredOf(a) - acquiredOf(b));
  return sales.map((sale) => (sale.lot.atAverage ? pools.get(poolOf(sale))!.shift()! : sale));
}

function washesLess(one: JointSale, other: JointSale): boolean {
  if (one.refusal !== null) return false;
  const less = one.permanentCents - other.permanentCents || one.disallowedCents - other.disallowedCents;
  return less < 0;
}

function lossOfShare({ lot }: TriedSale): number {
  return (lot.pieces.reduce((sum, { basisCents }) => sum + basisCents, 0) - lot.valueCents) / lot.units;
}

/** Purchases of one day: the one booked later counts as later. */
function acquiredOf({ lot }: TriedSale): number {
  return lot.pieces[0]!.acquired + lot.pieces[0]!.sequence * 1e-9;
}

export function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]));
}
