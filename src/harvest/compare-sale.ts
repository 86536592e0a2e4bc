/**
 * The least tax that one sale can add to its year, and the lots that do it (R-TAX-5). Where nothing is washed the sweep
 * over the lots is exact. Where purchases in the window wash losses, choices near it are booked one after the other
 * by the real rules, and the tax with nothing disallowed stands as the bound.
 */
import type { OpenLot } from "../lots/book-types";
import { taxDifference, taxOfResults, type TaxBasis } from "../tax/tax-basis";
import { WINDOW_DAYS } from "../rules/wash-sale/window";
import type { Day } from "../values/plain-date";
import { oneSale } from "./least-tax/one-sale";
import type { Sliced } from "./harvest-types";
import type { SaleOffers } from "./sale-offers";

/** A sale as it was booked: what counts of it by term, in cents. */
export interface Allowed {
  readonly shortCents: number;
  readonly longCents: number;
  readonly disallowedCents: number;
}

export interface LotTaken {
  readonly lot: string;
  readonly shares: number;
}

export interface LeastTaxTask<Booked extends Allowed> {
  readonly basis: TaxBasis;
  /** Realised this year besides, adjusted. Cents. */
  readonly realised: { readonly shortCents: number; readonly longCents: number };
  readonly sale: SaleOffers;
  readonly day: Day;
  /** What the rules make of it; null: it cannot be done. */
  readonly book: (lots: readonly LotTaken[]) => Booked | null;
  /** Sales that are known already: by the methods of the houses. */
  readonly known: readonly Booked[];
}

export interface LeastTaxSale<Booked extends Allowed> {
  readonly booked: Booked;
  /** What it adds to the tax of the year. */
  readonly taxCents: number;
  /** No choice of lots adds less than the tax less this; 0: it is proven the least, the rounding of cents aside. */
  readonly gapCents: number;
}

/** What the bound gives away for sums of doubles must not show as a cent. */
const BINARY_CENTS = 0.02;

/** Choices booked at most. */
const MOST_BOOKED = 160;

/** null: no choice of lots can be booked. */
export function* leastTaxSale<Booked extends Allowed>(task: LeastTaxTask<Booked>): Sliced<LeastTaxSale<Booked> | null> {
  const { basis, realised, sale } = task;
  const without = taxOfResults(basis, realised.shortCents, realised.longCents).total;
  const least = oneSale({ basis, ...realised, offers: sale.offers, steps: sale.steps });
  const boundCents = least.boundCents - without.toNumber();
  const search = new Search(task, boundCents + 2 * least.roundingCents + 1);
  for (const booked of task.known) search.consider(booked, null);
  search.try(least.steps);
  if (!search.isDone && search.best !== null) {
    for (const steps of otherChoices(task)) {
      yield search.progress;
      search.try(steps);
    }
    yield* search.exchange();
  }
  const { best } = search;
  if (best === null) return null;
  const gap = best.taxCents - boundCents;
  return { booked: best.booked, taxCents: best.taxCents, gapCents: gap <= 2 * least.roundingCents + 1 ? 0 : Math.ceil(gap - BINARY_CENTS) };
}

/** The sweep without the lots that lose, and with the lots that could replace a loss sold first. */
function otherChoices<Booked extends Allowed>({ basis, realised, sale, day }: LeastTaxTask<Booked>): Int32Array[] {
  const isYoung = (pieces: readonly OpenLot[]): boolean => pieces.some(({ acquired }) => acquired >= day - WINDOW_DAYS);
  const loses = sale.offers.map(({ pieces, valueCents }) => pieces.reduce((sum, { basisCents }) => sum + basisCents, 0) > valueCents);
  const young = sale.lots.map(({ pieces }) => isYoung(pieces));
  const among = (allowed: (at: number) => boolean, first: (at: number) => boolean): Int32Array | null => {
    const steps = new Int32Array(sale.offers.length);
    let left = sale.steps;
    sale.offers.forEach((offer, at) => {
      if (!first(at)) return;
      steps[at] = Math.min(left, offer.steps);
      left -= steps[at]!;
    });
    const rest = sale.offers.flatMap((_, at) => (allowed(at) && !first(at) ? [at] : []));
    const offers = rest.map((at) => sale.offers[at]!);
    if (left > offers.reduce((sum, offer) => sum + offer.steps, 0)) return null;
    if (left > 0) oneSale({ basis, ...realised, offers, steps: left }).steps.forEach((sold, at) => (steps[rest[at]!] = sold));
    return steps;
  };
  const choices = [
    among((at) => !loses[at], () => false),
    among((at) => !loses[at] || young[at]!, () => false),
    among((at) => !young[at], () => false),
    among(() => true, (at) => young[at]!),
    among(() => true, (at) => young[at]! && loses[at]!),
  ];
  return choices.filter((steps) => steps !== null);
}

class Search<Booked extends Allowed> {
  best: { readonly booked: Booked; readonly taxCents: number; readonly steps: Int32Array | null } | null = null;
  private booked = 0;
  private readonly seen = new Set<string>();

  /** @param goodCents a tax that no further search can improve */
  constructor(
    private readonly task: LeastTaxTask<Booked>,
    private readonly goodCents: number,
  ) {}

  get isDone(): boolean {
    return (this.best !== null && this.best.taxCents <= this.goodCents) || this.booked >= MOST_BOOKED;
  }

  get progress(): { readonly done: number; readonly of: number } {
    return { done: this.booked, of: MOST_BOOKED };
  }

  consider(booked: Booked, steps: Int32Array | null): void {
    const taxCents = taxDifference(this.task.basis, this.task.realised, booked);
    const isBetter = this.best === null || taxCents < this.best.taxCents || (taxCents === this.best.taxCents && this.best.steps === null && steps !== null);
    if (isBetter) this.best = { booked, taxCents, steps };
  }

  try(steps: Int32Array): void {
    const key = steps.join();
    if (this.seen.has(key) || this.booked >= MOST_BOOKED) return;
    this.seen.add(key);
    this.booked += 1;
    const { sale, book } = this.task;
    const lots = sale.lots.flatMap(({ name }, at) => (steps[at]! > 0 ? [{ lot: name, shares: sale.sharesOfSteps(steps[at]!) }] : []));
    const booked = book(lots);
    if (booked !== null) this.consider(booked, steps);
  }

  /** Moves shares from one lot to another as long as the tax falls. */
  *exchange(): Sliced<void> {
    for (let start = this.best?.steps; !this.isDone && start !== null && start !== undefined; start = this.best?.steps) {
      for (const steps of exchangesOf(start, this.task.sale.offers)) {
        if (this.isDone) return;
        yield this.progress;
        this.try(steps);
      }
      if (this.best?.steps === start) return;
    }
  }
}

/** From every lot to every other: all that goes, half of it, and one step. */
function* exchangesOf(start: Int32Array, offers: SaleOffers["offers"]): Generator<Int32Array> {
  for (let giver = 0; giver < offers.length; giver++) {
    for (let taker = 0; taker < offers.length; taker++) {
      const most = Math.min(start[giver]!, offers[taker]!.steps - start[taker]!);
      if (giver === taker || most <= 0) continue;
      for (const moved of new Set([most, most >> 1, 1])) if (moved > 0) yield exchanged(start, giver, taker, moved);
    }
  }
}

function exchanged(steps: Int32Array, giver: number, taker: number, moved: number): Int32Array {
  const changed = Int32Array.from(steps);
  changed[giver]! -= moved;
  changed[taker]! += moved;
  return changed;
}
