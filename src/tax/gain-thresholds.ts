/**
 * R-TAX-1: how far net long-term gain and qualified dividends are taxed at 0 % and at 15 %; what lies above is taxed at
 * 20 %. IRC 1(h)(1), 1(j)(5), indexed each year. A row is a year, in US dollars of taxable income.
 */
import type { FilingStatus } from "./filing-status";

/** The rates above the 0 % band, in force in this form since that day. */
export const GAIN_RATES = { from: "2018-01-01", source: "IRC 1(h)(1)(B) to (D), 1(j)(5)", middle: "0.15", top: "0.20" } as const;

export interface GainThresholds {
  /** First day they are in force; a new row ends them. */
  readonly from: string;
  readonly source: string;
  /** Tops of the 0 % and of the 15 % band. */
  readonly tops: Readonly<Record<FilingStatus, { readonly zero: number; readonly fifteen: number }>>;
  /** What of a status could not be checked against two independent tables; absent: all was. */
  readonly doubts?: Readonly<Partial<Record<FilingStatus, string>>>;
}

export const GAIN_THRESHOLDS: readonly GainThresholds[] = [
  {
    from: "2018-01-01",
    source: "IRC 1(j)(2), 1(j)(5)(B) as enacted by Pub. L. 115-97; Rev. Proc. 2018-18",
    tops: {
      Single: { zero: 38_600, fifteen: 425_800 },
      MFJ: { zero: 77_200, fifteen: 479_000 },
      MFS: { zero: 38_600, fifteen: 239_500 },
      HOH: { zero: 51_700, fifteen: 452_400 },
    },
  },
  {
    from: "2019-01-01",
    source: "Rev. Proc. 2018-57",
    tops: {
      Single: { zero: 39_375, fifteen: 434_550 },
      MFJ: { zero: 78_750, fifteen: 488_850 },
      MFS: { zero: 39_375, fifteen: 244_425 },
      HOH: { zero: 52_750, fifteen: 461_700 },
    },
    doubts: { MFS: "The top of the 15% band for MFS in 2019 is taken as 244,425, half of the joint figure; the printed one may be 244,400." },
  },
  {
    from: "2020-01-01",
    source: "Rev. Proc. 2019-44",
    tops: {
      Single: { zero: 40_000, fifteen: 441_450 },
      MFJ: { zero: 80_000, fifteen: 496_600 },
      MFS: { zero: 40_000, fifteen: 248_300 },
      HOH: { zero: 53_600, fifteen: 469_050 },
    },
  },
  {
    from: "2021-01-01",
    source: "Rev. Proc. 2020-45",
    tops: {
      Single: { zero: 40_400, fifteen: 445_850 },
      MFJ: { zero: 80_800, fifteen: 501_600 },
      MFS: { zero: 40_400, fifteen: 250_800 },
      HOH: { zero: 54_100, fifteen: 473_750 },
    },
  },
  {
    from: "2022-01-01",
    source: "Rev. Proc. 2021-45",
    tops: {
      Single: { zero: 41_675, fifteen: 459_750 },
      MFJ: { zero: 83_350, fifteen: 517_200 },
      MFS: { zero: 41_675, fifteen: 258_600 },
      HOH: { zero: 55_800, fifteen: 488_500 },
    },
  },
  {
    from: "2023-01-01",
    source: "Rev. Proc. 2022-38",
    tops: {
      Single: { zero: 44_625, fifteen: 492_300 },
      MFJ: { zero: 89_250, fifteen: 553_850 },
      MFS: { zero: 44_625, fifteen: 276_900 },
      HOH: { zero: 59_750, fifteen: 523_050 },
    },
  },
  {
    from: "2024-01-01",
    source: "Rev. Proc. 2023-34",
    tops: {
      Single: { zero: 47_025, fifteen: 518_900 },
      MFJ: { zero: 94_050, fifteen: 583_750 },
      MFS: { zero: 47_025, fifteen: 291_850 },
      HOH: { zero: 63_000, fifteen: 551_350 },
    },
  },
  {
    from: "2025-01-01",
    source: "Rev. Proc. 2024-40",
    tops: {
      Single: { zero: 48_350, fifteen: 533_400 },
      MFJ: { zero: 96_700, fifteen: 600_050 },
      MFS: { zero: 48_350, fifteen: 300_000 },
      HOH: { zero: 64_750, fifteen: 566_700 },
    },
  },
  {
    from: "2026-01-01",
    source: "Rev. Proc. 2025-32",
    tops: {
      Single: { zero: 49_450, fifteen: 545_500 },
      MFJ: { zero: 98_900, fifteen: 613_700 },
      MFS: { zero: 49_450, fifteen: 306_850 },
      HOH: { zero: 66_200, fifteen: 579_600 },
    },
  },
];
