/** The bands of the year's rates and how far the return fills each: where the next dollar lands (R-TAX-1, R-TAX-2, R-TAX-3). */
import { Exact } from "./exact";
import { yearTax, type TaxSituation } from "./year-tax";

/** Cents of taxable income; of the net investment income tax, of MAGI. */
export interface Band {
  /** A fraction. */
  readonly rate: number;
  readonly fromCents: number;
  /** null: no end. */
  readonly toCents: number | null;
  /** How much of the return's income of this kind lies in the band. */
  readonly filledCents: number;
  /** How much more of it fits in the band, whatever lies above it; null: no end. */
  readonly roomCents: number | null;
  /** The next dollar of this kind lands here. None of its kind has it while a deduction, or a loss of the kind, takes it up. */
  readonly isNext: boolean;
}

export interface BandsOfYear {
  /** Ordinary income, short-term gains included. */
  readonly ordinary: readonly Band[];
  /** Long-term gains and qualified dividends, stacked on the ordinary income: 0, 15 and 20 %. */
  readonly gains: readonly Band[];
  /** Below and above the threshold: net investment income, stacked on the rest of MAGI. What is filled above it is taxed. */
  readonly netInvestment: readonly Band[];
  /** Income above 0 is taken; what deductions exceed income by is not in a band. Filled in `ordinary`, in all. */
  readonly ordinaryCents: number;
  /** Filled in `gains`, in all. */
  readonly preferredCents: number;
  /** Filled in `netInvestment`, in all. */
  readonly investmentCents: number;
  /** The schedule taxes all of the income no higher, so the gains lie in the ordinary bands: the last line of the worksheet. */
  readonly gainsAsOrdinary: boolean;
  /** With the results, or less the deducted loss; below zero where deductions exceed income. */
  readonly taxableIncomeCents: number;
  /** With the results, or less the deducted loss. */
  readonly magiCents: number;
}

/** The return with these results of the year, in cents; by the rate schedules, also where the printed table is asked for. */
export function bandsOf(situation: TaxSituation, shortCents: number, longCents: number): BandsOfYear {
  const { law } = situation;
  const { regular, taxableIncomeCents } = yearTax({ ...situation, ordinaryBy: "schedule" }, shortCents, longCents);
  const addedCents = taxableIncomeCents - situation.taxableIncomeCents;
  const incomeCents = Math.max(0, taxableIncomeCents);
  const ordinaryCents = regular.allAsOrdinary ? incomeCents : regular.ordinaryCents;
  // Deductions beyond the ordinary income lower the preferred: a further ordinary dollar lifts those instead.
  const takesOrdinary = taxableIncomeCents >= regular.preferredCents;
  const takesGains = !regular.allAsOrdinary && taxableIncomeCents >= 0;
  const magiCents = situation.magiCents + addedCents;
  const investmentCents = situation.investmentIncomeCents + addedCents;
  const invested = { fromCents: Math.max(0, Math.min(magiCents, magiCents - investmentCents)), toCents: Math.max(0, magiCents) };
  return {
    ordinary: bandsUnder(law.ordinaryTops, law.ordinaryRates, { fromCents: 0, toCents: ordinaryCents }, takesOrdinary),
    gains: bandsUnder(
      [law.zeroTop, law.fifteenTop],
      [NOTHING, law.fifteenRate, law.twentyRate],
      { fromCents: ordinaryCents, toCents: incomeCents },
      takesGains,
    ),
    netInvestment: bandsUnder([law.niitThreshold], [NOTHING, law.niitRate], invested, investmentCents >= 0),
    ordinaryCents,
    preferredCents: incomeCents - ordinaryCents,
    investmentCents: invested.toCents - invested.fromCents,
    gainsAsOrdinary: regular.allAsOrdinary,
    taxableIncomeCents,
    magiCents,
  };
}

const NOTHING = new Exact(0);

/** Where income of a kind lies, from the end of what it is stacked on. */
interface Stretch {
  readonly fromCents: number;
  readonly toCents: number;
}

/** @param rates one more than tops */
function bandsUnder(tops: readonly number[], rates: readonly Exact[], income: Stretch, takesNext: boolean): Band[] {
  return rates.map((rate, at) => {
    const fromCents = at === 0 ? 0 : tops[at - 1]!;
    const top = tops[at] ?? Infinity;
    return {
      rate: rate.toNumber(),
      fromCents,
      toCents: top === Infinity ? null : top,
      filledCents: Math.max(0, Math.min(income.toCents, top) - Math.max(income.fromCents, fromCents)),
      roomCents: top === Infinity ? null : Math.max(0, top - Math.max(income.toCents, fromCents)),
      isNext: takesNext && income.toCents >= fromCents && income.toCents < top,
    };
  });
}
