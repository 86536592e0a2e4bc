/** The bands of the year's rates and how far the return fills each: where the next dollar lands (R-TAX-1, R-TAX-2, R-TAX-3). */

/** Cents of taxable income; of the net investment income tax, of MAGI. */
export interface Band {
  /** A fraction. */
  readonly rate: number;
  readonly fromCents: number;
  /** null: no end. */
  readonly toCents: number | null;
  /** How much of the return's income of this kind lies in the band. */
  readonly filledCents: number;
  /** The next dollar of this kind lands here. */
  readonly isNext: boolean;
}

export interface BandsOfYear {
  /** Ordinary income, short-term gains included. */
  readonly ordinary: readonly Band[];
  /** Long-term gains and qualified dividends, stacked on the ordinary income: 0, 15 and 20 %. */
  readonly gains: readonly Band[];
  /** Below and above the threshold; MAGI with the results. */
  readonly netInvestment: readonly Band[];
  /** Income above 0 is taken; what deductions exceed income by is not in a band. */
  readonly ordinaryCents: number;
  readonly preferredCents: number;
  readonly taxableIncomeCents: number;
  readonly magiCents: number;
}
