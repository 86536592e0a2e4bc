/** Small random portfolios and tax returns on which every choice of whole shares can be tried. */
import { lawInForce } from "../../src/tax/law-in-force";
import { FILING_STATUSES } from "../../src/tax/filing-status";
import type { TaxBasis } from "../../src/tax/tax-basis";
import type { Offer } from "../../src/harvest/least-tax/offers";
import type { Draw } from "../oracle/seeded";

/** How many are tried; fewer where many faults are held against the tests (docs/mutation.md). */
export const PORTFOLIOS = Number(process.env["LEAST_TAX_PORTFOLIOS"] ?? 3000);
/** How much a share may fall below what holds for all, when few are tried. */
export const SCATTER = PORTFOLIOS < 3000 ? 0.1 : 0;

/** Shares of one lot of one term. */
export function plainOffer(key: string, shares: number, priceCents: number, basisCents: number, isLong: boolean): Offer {
  return {
    key,
    symbol: key,
    steps: shares,
    pieces: [{ steps: shares, isLong, basisCents, lossBasisCents: null }],
    valueCents: Math.round(shares * priceCents),
    proceedsOf: (steps) => Math.round(steps * priceCents),
    isEven: false,
  };
}

/** Returns of every kind, whose kinks lie within reach of a few thousand dollars of gains. */
export function drawBasis(draw: Draw): TaxBasis {
  if (draw(5) === 0) {
    return {
      by: "rates",
      rates: {
        short: (10 + draw(30)) / 100,
        long: draw(25) / 100,
        state: draw(10) / 100,
        niit: draw(2) * 0.038,
        lossLimitCents: 300_000,
        carryShortCents: draw(3) === 0 ? draw(500_000) : 0,
        carryLongCents: draw(3) === 0 ? draw(500_000) : 0,
      },
    };
  }
  const law = lawInForce(2018 + draw(9), FILING_STATUSES[draw(4)]!);
  if (!law.ok) throw new Error(law.problem.sentence);
  const { ordinaryTops, zeroTop, fifteenTop, niitThreshold } = law.value;
  const marks = [...ordinaryTops, zeroTop, zeroTop, fifteenTop, niitThreshold, 0];
  const taxableIncomeCents = Math.max(0, marks[draw(marks.length)]! - draw(1_500_000) + 300_000);
  return {
    by: "law",
    situation: {
      law: law.value,
      taxableIncomeCents,
      magiCents: taxableIncomeCents + draw(3_000_000),
      qualifiedDividendsCents: Math.min(taxableIncomeCents, draw(3) * draw(800_000)),
      investmentIncomeCents: draw(2_000_000),
      carryShortCents: draw(3) === 0 ? draw(800_000) : 0,
      carryLongCents: draw(3) === 0 ? draw(800_000) : 0,
      seniorDeductionCents: 0,
      stateRate: draw(3) === 0 ? draw(10) / 100 : 0,
      ordinaryBy: draw(4) === 0 ? "table" : "schedule",
    },
  };
}

/** Lots with more gains than losses, so that least tax is more than selling what has lost. */
export function drawOffers(draw: Draw, most: number, mostShares: number): Offer[] {
  const lots = 2 + draw(most - 1);
  return Array.from({ length: lots }, (_, at) => {
    const shares = 1 + draw(mostShares);
    const priceCents = draw(4) === 0 ? 5000 + draw(100_000) + 0.25 : 5000 + draw(100_000);
    const gainShare = draw(3) === 0 ? -draw(120) / 100 : draw(95) / 100;
    return plainOffer(`L${at}`, shares, priceCents, Math.round(shares * priceCents * (1 - gainShare)), draw(2) === 0);
  });
}

/** Realised this year already: often of the sign that the lots can offset. */
export function drawRealised(draw: Draw): { readonly shortCents: number; readonly longCents: number } {
  const one = (): number => (draw(3) === 0 ? 0 : draw(2_000_000) - 1_000_000);
  return { shortCents: one(), longCents: one() };
}

/** Every way to sell whole steps. */
export function* everyChoice(offers: readonly Offer[], at = 0, steps: number[] = []): Generator<readonly number[]> {
  if (at === offers.length) return yield steps;
  for (let sold = 0; sold <= offers[at]!.steps; sold += 1) {
    steps[at] = sold;
    yield* everyChoice(offers, at + 1, steps);
  }
}
