/**
 * What a loss is worth: the tax it saves this year, what of that comes back, and what is carried on (R-TAX-5, R-TLH-4,
 * R-TLH-5). Every figure is a tax with the loss less a tax without it, both computed in full.
 *
 * Two years are counted. In this one the loss is taken. In the next, whose return and results are taken to be like this
 * one's, shares bought back at the price of the sale are sold at the old basis after more than a year: the amount of the
 * loss comes in as a long-term gain, and what this year carries on is used.
 */
import { wholeCents } from "../tax/exact";
import type { Carryover } from "../tax/netting";
import { taxOfResults, type TaxBasis, type TaxOfResults } from "../tax/tax-basis";
import type { ResultsByTerm, YearSoFar } from "./year-so-far";

export interface WorthOfLoss {
  /** Tax of this year without the loss less the tax with it; negative: what a gain costs. Whole cents. */
  readonly savedCents: number;
  /** Tax of the next year with the gain and with what the loss carries on, less the tax without either. */
  readonly comesBackCents: number;
  /** Saved less what comes back; negative: the loss costs more later than it saves. */
  readonly keptCents: number;
  /** What the loss adds to the losses carried on, by their character. */
  readonly carriedShortCents: number;
  readonly carriedLongCents: number;
  /** Why a loss that counts saves nothing this year; null where it saves, costs, or nothing counts. */
  readonly nothing: WorthNothing | null;
}

export type WorthNothing =
  /** The year's losses are past the limit of R-NET-2 without it: all of it is carried on. */
  | "past-limit"
  /** The gains that it offsets are taxed at 0 % (R-TLH-5). */
  | "untaxed-gains"
  /** The income that it lowers is not taxed. */
  | "untaxed-income"
  /** The printed table of R-TAX-2 moves in steps, and the tax stays on one. */
  | "table-step"
  /** Less than half a cent. */
  | "under-a-cent";

/** @param loss that counts, by term, positive; negative is a gain */
export function worthOfLoss(year: YearSoFar, loss: ResultsByTerm): WorthOfLoss {
  return worthInTurn(year, [loss])[0]!;
}

/** What `worthOfLoss` tells as saved, without the year after. */
export function savedByLoss(year: YearSoFar, { shortCents, longCents }: ResultsByTerm): number {
  const { basis, realised } = year;
  const taken = taxOfResults(basis, realised.shortCents - shortCents, realised.longCents - longCents);
  return wholeCents(withoutLosses(year).now.total.minus(taken.total));
}

/** Losses taken one after the other, each worth what it adds to those before it: they add up to the worth of all, to the cent. */
export function worthInTurn(year: YearSoFar, losses: readonly ResultsByTerm[]): WorthOfLoss[] {
  const without = withoutLosses(year);
  let [taken, before] = [NOTHING_TAKEN, sumsOf(without, without)];
  return losses.map((loss) => {
    const all = { shortCents: taken.shortCents + loss.shortCents, longCents: taken.longCents + loss.longCents };
    const upTo = sumsOf(without, twoYears(year, all));
    const worth = stepOf(year, taken, loss, before, upTo);
    [taken, before] = [all, upTo];
    return worth;
  });
}

const NOTHING_TAKEN: ResultsByTerm = { shortCents: 0, longCents: 0 };

interface TwoYears {
  readonly now: TaxOfResults;
  readonly next: TaxOfResults;
}

/** All that is saved, comes back and is carried on so far. */
interface Sums extends TwoYears {
  readonly savedCents: number;
  readonly comesBackCents: number;
}

function sumsOf(without: TwoYears, { now, next }: TwoYears): Sums {
  return { now, next, savedCents: wholeCents(without.now.total.minus(now.total)), comesBackCents: wholeCents(next.total.minus(without.next.total)) };
}

/** @param taken losses before this one */
function stepOf(year: YearSoFar, taken: ResultsByTerm, loss: ResultsByTerm, before: Sums, upTo: Sums): WorthOfLoss {
  const savedCents = upTo.savedCents - before.savedCents;
  const comesBackCents = upTo.comesBackCents - before.comesBackCents;
  return {
    savedCents,
    comesBackCents,
    keptCents: savedCents - comesBackCents,
    carriedShortCents: upTo.now.carryover.shortCents - before.now.carryover.shortCents,
    carriedLongCents: upTo.now.carryover.longCents - before.now.carryover.longCents,
    nothing: savedCents === 0 && loss.shortCents + loss.longCents > 0 ? whyNothing(year, taken, loss, before.now, upTo.now) : null,
  };
}

const known = new WeakMap<YearSoFar, TwoYears>();

function withoutLosses(year: YearSoFar): TwoYears {
  let without = known.get(year);
  if (without === undefined) known.set(year, (without = twoYears(year, NOTHING_TAKEN)));
  return without;
}

function twoYears({ basis, realised }: YearSoFar, { shortCents, longCents }: ResultsByTerm): TwoYears {
  const now = taxOfResults(basis, realised.shortCents - shortCents, realised.longCents - longCents);
  const next = taxOfResults(carryingOn(basis, now.carryover), realised.shortCents, realised.longCents + shortCents + longCents);
  return { now, next };
}

/** The same return with these losses carried into it. */
function carryingOn(basis: TaxBasis, { shortCents, longCents }: Carryover): TaxBasis {
  const carried = { carryShortCents: shortCents, carryLongCents: longCents };
  return basis.by === "law" ? { by: "law", situation: { ...basis.situation, ...carried } } : { by: "rates", rates: { ...basis.rates, ...carried } };
}

function whyNothing(year: YearSoFar, taken: ResultsByTerm, loss: ResultsByTerm, before: TaxOfResults, after: TaxOfResults): WorthNothing {
  const carriedCents = sumOf(after.carryover) - sumOf(before.carryover);
  // A deduction beyond the income is carried on as well (R-NET-3).
  if (carriedCents >= sumOf(loss)) return after.netted.deductionCents > before.netted.deductionCents ? "untaxed-income" : "past-limit";
  if (!after.total.equals(before.total)) return "under-a-cent";
  if (savesBySchedule(year, taken, loss)) return "table-step";
  return before.netted.totalCents > 0 ? "untaxed-gains" : "untaxed-income";
}

/** Whether the rate schedules, which have no steps, tell a saving where the printed table tells none. */
function savesBySchedule(year: YearSoFar, taken: ResultsByTerm, loss: ResultsByTerm): boolean {
  const { basis } = year;
  if (basis.by === "rates" || basis.situation.ordinaryBy === "schedule") return false;
  const smooth = { ...year, basis: { by: "law" as const, situation: { ...basis.situation, ordinaryBy: "schedule" as const } } };
  return worthInTurn(smooth, [taken, loss])[1]!.savedCents !== 0;
}

function sumOf({ shortCents, longCents }: ResultsByTerm): number {
  return shortCents + longCents;
}
