/**
 * A form that dates sales by settlement shifts all of them by some days, and the day of one sale is then that of another of ours.
 * So equal quantities of one security are paired over all days at once, in the order of days: as many pairs as there can be, of
 * those as many as can agree in money and day of purchase, of those the nearest in days (R-8949-3). Order tells a shift from lots
 * that the broker sold otherwise than we did, whose rows would cross.
 */
import type { Day } from "../values/plain-date";
import { isRounding } from "./form-8949/columns";
import type { Money } from "./match-1099-closest";
import { grouped } from "./match-1099-rules";

/** One side's sale of a security and quantity that both sides share. */
export interface DatedSale extends Money {
  readonly sold: Day;
  /** null: not given, or of several days. */
  readonly acquired: Day | null;
  /** Pieces or rows whose cents were rounded one by one. */
  readonly parts: number;
}

/** Three business days over a weekend with a holiday. */
const SETTLED_WITHIN_DAYS = 6;

/** Beyond so many pairs to weigh, the days alone tell. */
const MOST_PAIRS = 1_000_000;

/** Weights, so that one number orders by pairs, then by agreement, then by days: at most 1,000 pairs, each at most 12 days apart. */
const AGREEMENT = 100_000;
const PAIR = 1_000 * AGREEMENT;

type Positions = readonly (readonly [ours: number, theirs: number])[];

/** Positions of ours and theirs that agree, once the days are shifted; none where no shift makes more of them agree. */
export function pairsInOrder(ours: readonly DatedSale[], theirs: readonly DatedSale[]): Positions {
  if (agreeByDay(ours, theirs)) return [];
  return runs(ours, theirs).flatMap((run) => {
    const pairs = shifted(run.ours.map((at) => ours[at]!), run.theirs.map((at) => theirs[at]!));
    return pairs.map(([mine, its]) => [run.ours[mine]!, run.theirs[its]!] as const);
  });
}

/** None where the form may as well be earlier than we are as later. */
function shifted(ours: readonly DatedSale[], theirs: readonly DatedSale[]): Positions {
  if (ours.length * theirs.length > MOST_PAIRS) return [];
  const [later, earlier] = [bestInOrder(ours, theirs, 1), bestInOrder(ours, theirs, -1)];
  if (later.weight === earlier.weight) return [];
  const { pairs } = later.weight > earlier.weight ? later : earlier;
  const agreeing = pairs.filter(([mine, its]) => agree(ours[mine]!, theirs[its]!));
  return agreeing.some(([mine, its]) => ours[mine]!.sold !== theirs[its]!.sold) ? agreeing : [];
}

/**
 * Both sides in order of days: the pairs, none of which cross, that weigh most.
 *
 * @param direction 1: no row of theirs is earlier than our sale; -1: none is later
 */
function bestInOrder(ours: readonly DatedSale[], theirs: readonly DatedSale[], direction: number): { readonly pairs: Positions; readonly weight: number } {
  const width = theirs.length + 1;
  /** What the sales from these two on can weigh at most. */
  const best = new Float64Array((ours.length + 1) * width);
  const paired = (mine: number, its: number): number => {
    const worth = worthOf(ours[mine]!, theirs[its]!, direction);
    return worth === 0 ? 0 : worth + best[(mine + 1) * width + its + 1]!;
  };
  for (let mine = ours.length - 1; mine >= 0; mine--) {
    for (let its = theirs.length - 1; its >= 0; its--) {
      best[mine * width + its] = Math.max(best[(mine + 1) * width + its]!, best[mine * width + its + 1]!, paired(mine, its));
    }
  }
  const pairs: [number, number][] = [];
  for (let [mine, its] = [0, 0]; mine < ours.length && its < theirs.length;) {
    const here = best[mine * width + its]!;
    if (here > 0 && here === paired(mine, its)) pairs.push([mine++, its++]);
    else if (here === best[(mine + 1) * width + its]!) mine++;
    else its++;
  }
  return { pairs, weight: best[0]! };
}

/** 0: they cannot be one sale. */
function worthOf(mine: DatedSale, its: DatedSale, direction: number): number {
  const days = direction * (its.sold - mine.sold);
  if (days < 0 || days > SETTLED_WITHIN_DAYS) return 0;
  return agree(mine, its) ? PAIR + AGREEMENT - days - daysHeldFrom(mine, its) : PAIR - days;
}

/** What the form does not give agrees. */
function agree(mine: DatedSale, its: DatedSale): boolean {
  const cents = Math.max(mine.parts, its.parts);
  const isSameBasis = mine.basisCents === null || its.basisCents === null || isRounding(mine.basisCents - its.basisCents, cents);
  return isSameBasis && isRounding(mine.proceedsCents - its.proceedsCents, cents) && daysHeldFrom(mine, its) <= SETTLED_WITHIN_DAYS;
}

/** A purchase may be dated by settlement too. */
function daysHeldFrom({ acquired: ours }: DatedSale, { acquired: theirs }: DatedSale): number {
  return ours === null || theirs === null ? 0 : Math.abs(ours - theirs);
}

/** Whether every row of theirs finds a sale of ours on its own day that agrees: the form has our days. */
function agreeByDay(ours: readonly DatedSale[], theirs: readonly DatedSale[]): boolean {
  const ofDay = grouped(ours, ({ sold }) => String(sold));
  return theirs.every((its) => {
    const free = ofDay.get(String(its.sold)) ?? [];
    const found = free.findIndex((mine) => agree(mine, its));
    if (found >= 0) free.splice(found, 1);
    return found >= 0;
  });
}

interface Run {
  readonly ours: number[];
  readonly theirs: number[];
}

/** Positions of both sides in order of days, apart where so many days lie between that no pair reaches over them. */
function runs(ours: readonly DatedSale[], theirs: readonly DatedSale[]): Run[] {
  const all = [...ours.map((sale, at) => ({ sale, at, isOurs: true })), ...theirs.map((sale, at) => ({ sale, at, isOurs: false }))]
    .sort(({ sale: a }, { sale: b }) => a.sold - b.sold || a.proceedsCents - b.proceedsCents || (a.basisCents ?? 0) - (b.basisCents ?? 0));
  const found: Run[] = [];
  let before = -Infinity;
  for (const { sale, at, isOurs } of all) {
    if (sale.sold - before > SETTLED_WITHIN_DAYS) found.push({ ours: [], theirs: [] });
    before = sale.sold;
    found.at(-1)![isOurs ? "ours" : "theirs"].push(at);
  }
  return found;
}
