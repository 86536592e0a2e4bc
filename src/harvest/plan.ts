/** A plan: several sales of one day, simulated together in the order in which they are to be placed (R-TLH-2, R-TLH-3). */
import { tiesOf } from "../lots/book";
import { finalOn } from "../rules/wash-sale/window";
import { decimalsOf } from "../values/decimals";
import { done, refuse, type Outcome } from "../values/outcome";
import { isoFromDay } from "../values/plain-date";
import { GroupsAt } from "./groups-at";
import type { Group } from "./group";
import { namesOf } from "./harvest-lot";
import type { HarvestFacts, HarvestPlan, PlannedSale, Sliced } from "./harvest-types";
import type { HeldLot } from "./held-lots";
import { bestOrder, type JointSale } from "./joint-sale";
import { isUnderTheRule } from "./reach";
import type { TriedSale } from "./standing";
import type { WorthOfLoss } from "./worth-of-loss";
import { worthOfSales, type LossOfSale } from "./worth-of-sales";

/** A lot to sell, by its key. @property shares null: the whole lot */
export interface ChosenLot {
  readonly key: string;
  readonly shares: number | null;
}

/** The chosen lots, gains among them, in the order that washes least. */
export function* planOf(facts: HarvestFacts, chosen: readonly ChosenLot[]): Sliced<Outcome<HarvestPlan>> {
  const groups = new GroupsAt(facts);
  const salesOf = new Map<Group, TriedSale[]>();
  const seen = new Set<string>();
  for (const [at, one] of chosen.entries()) {
    yield { done: at, of: chosen.length * 2 };
    const found = groups.lot(one.key);
    if (found === null) return refuse("bad-input", `${nameOfKey(one.key)} is not among the lots held on ${isoFromDay(facts.asOf)} that have a price. Choose the lots again.`);
    const { lot, group } = found;
    if (seen.has(lot.key)) return refuse("bad-input", `${nameOfKey(one.key)} is chosen twice. Choose it once, with all its shares.`);
    seen.add(lot.key);
    const shares = sharesToSell(lot, one.shares);
    if (!shares.ok) return shares;
    salesOf.set(group, [...(salesOf.get(group) ?? []), { lot, shares: shares.value }]);
  }
  const joint: JointSale[] = [];
  for (const [group, sales] of salesOf) {
    yield { done: salesOf.size + joint.length, of: salesOf.size * 2 };
    const sold = bestOrder(facts, group, sales);
    if (sold.refusal !== null) return refuse("bad-input", sold.refusal);
    joint.push(sold);
  }
  return done(planFrom(facts, joint, 0));
}

/** null: all of it. What differs from the whole lot by no more than the 15th digit is the whole lot. */
function sharesToSell(lot: HeldLot, shares: number | null): Outcome<number | null> {
  if (shares === null || shares === lot.shares) return done(null);
  const name = nameOfKey(lot.key);
  if (!Number.isFinite(shares) || shares <= 0) return refuse("bad-input", `${name}: sell a number of shares above 0, up to ${lot.shares}.`);
  if (shares > lot.shares) return refuse("bad-input", `${name}: ${shares} is more than the ${lot.shares} held. Sell ${lot.shares} or fewer.`);
  if (decimalsOf(shares) === null) return refuse("bad-input", `${name}: ${shares} has more digits than can be kept exactly. Round it.`);
  return done(shares);
}

/** `lot L1 of XYZ in Schwab` */
function nameOfKey(key: string): string {
  const [symbol, account, ...lot] = key.split("|");
  return `Lot ${lot.join("|")} of ${symbol} in ${account}`;
}

/** The plan of groups that have been simulated. */
export function planFrom(facts: HarvestFacts, joint: readonly JointSale[], shortOfTargetCents: number): HarvestPlan {
  const washable = washableClasses(facts, joint);
  const { bySale, together } = worthOfSales(facts, joint.flatMap(lossesOf));
  const sales = joint
    .flatMap((group) => group.sales.map((sale, i) => ({ group, sale, i })))
    .map(({ group, sale, i }, at) => plannedSale(facts, group, sale, i, washable, bySale[at]!));
  const sum = (of: (sale: PlannedSale) => number): number => sales.reduce((total, sale) => total + of(sale), 0);
  const harvestedShortCents = joint.reduce((total, { shortCents }) => total + shortCents, 0);
  const harvestedLongCents = joint.reduce((total, { longCents }) => total + longCents, 0);
  return {
    asOf: facts.asOf,
    sales,
    proceedsCents: sum((sale) => sale.proceedsCents),
    shortGainCents: sum((sale) => sale.shortGainCents),
    longGainCents: sum((sale) => sale.longGainCents),
    washedCents: sum((sale) => sale.washedCents),
    permanentCents: sum((sale) => sale.permanentCents),
    harvestedCents: harvestedShortCents + harvestedLongCents,
    harvestedShortCents,
    harvestedLongCents,
    worth: together,
    taxSavedCents: together?.savedCents ?? null,
    buyBack: buyBackDays(sales),
    shortOfTargetCents,
  };
}

/** What counts of each sale, by term. */
function lossesOf({ sales, sold }: JointSale): LossOfSale[] {
  return sales.map(({ lot }, i) => {
    const { shortGainCents, shortDisallowedCents, longGainCents, longDisallowedCents } = sold[i]!;
    return { symbol: lot.symbol, shortCents: 0 - shortGainCents - shortDisallowedCents, longCents: 0 - longGainCents - longDisallowedCents };
  });
}

function plannedSale(facts: HarvestFacts, joint: JointSale, { lot, shares }: TriedSale, i: number, washable: ReadonlySet<number>, worth: WorthOfLoss | null): PlannedSale {
  const sold = joint.sold[i]!;
  const { key, symbol, account, lot: name, row, acquired } = namesOf(facts, lot);
  return {
    key,
    symbol,
    account,
    lot: name,
    row,
    shares: shares ?? lot.shares,
    acquired,
    term: sold.term,
    price: lot.price,
    basisCents: sold.basisCents,
    proceedsCents: sold.proceedsCents,
    gainCents: sold.proceedsCents - sold.basisCents,
    shortGainCents: sold.shortGainCents,
    longGainCents: sold.longGainCents,
    washedCents: sold.shortDisallowedCents + sold.longDisallowedCents,
    shortWashedCents: sold.shortDisallowedCents,
    permanentCents: sold.permanentCents,
    washedBy: sold.washedBy,
    worth,
    taxSavedCents: worth?.savedCents ?? null,
    cleanRebuyDay: washable.has(classOf(facts, lot)) ? finalOn(facts.asOf) : facts.asOf,
    replacements: facts.replacements.get(symbol.toUpperCase()) ?? [],
    ...(lot.atAverage ? { atAverage: true } : {}),
    ...(sold.fundDisallowedCents > 0 ? { fundDisallowedCents: sold.fundDisallowedCents } : {}),
  };
}

/** Identical securities of which a loss is taken that a purchase could wash (R-WS-14); not where no rule reaches it (R-DA-2, R-WS-15). */
function washableClasses(facts: HarvestFacts, joint: readonly JointSale[]): ReadonlySet<number> {
  const classes = new Set<number>();
  for (const { sales, sold } of joint) {
    for (const [i, { lot }] of sales.entries()) {
      const { shortGainCents, longGainCents } = sold[i]!;
      if ((shortGainCents < 0 || longGainCents < 0) && isUnderTheRule(facts, lot)) classes.add(classOf(facts, lot));
    }
  }
  return classes;
}

function classOf({ trades, choices }: HarvestFacts, { symbol }: HeldLot): number {
  return tiesOf(trades, choices).identicalClass[symbol]!;
}

/** R-TLH-3: the day 31 days after the sale, for what is sold at a loss that a purchase could wash; else the day itself. */
function buyBackDays(sales: readonly PlannedSale[]): HarvestPlan["buyBack"] {
  const atLoss = sales.filter((sale) => sale.shortGainCents < 0 || sale.longGainCents < 0);
  return [...new Map(atLoss.map(({ symbol, cleanRebuyDay }) => [symbol, cleanRebuyDay!])).entries()].map(([symbol, from]) => ({ symbol, from }));
}

/** A plan without sales. */
export function emptyPlan(facts: HarvestFacts): HarvestPlan {
  return planFrom(facts, [], 0);
}
