/** What a harvest is asked and what it answers. Answers are plain data: they cross from the pane's worker as they are. */
import type { Choices } from "../lots/choices";
import type { Trades } from "../lots/trades";
import type { Outcome } from "../values/outcome";
import type { Day } from "../values/plain-date";
import type { WorthOfLoss } from "./worth-of-loss";
import type { YearSoFar } from "./year-so-far";

/** What every question about harvesting rests on. */
export interface HarvestFacts {
  readonly trades: Trades;
  readonly choices: Choices;
  /** The day of the sales, at its end; rows after it count as far as they decide what is washed. */
  readonly asOf: Day;
  /** Dollars per share (of an option: per share of its stock) by symbol in upper case. */
  readonly prices: ReadonlyMap<string, number>;
  /** R-TLH-1 thresholds of the settings; null: none. Both must be met. */
  readonly minLossCents: number | null;
  /** Of the basis, as a fraction. */
  readonly minLossShare: number | null;
  /** The user's partner securities by symbol in upper case. */
  readonly replacements: ReadonlyMap<string, readonly string[]>;
  /** The as-of day's year up to the end of that day; or why its tax cannot be told. */
  readonly year: Outcome<YearSoFar>;
}

export type HarvestTerm = "Short" | "Long" | "Mixed";

/** A lot below its basis, sold whole at its price on the day and nothing else sold (R-TLH-1, R-TLH-2). */
export interface HarvestLot {
  /** The same lot has the same key in every answer about the same trades: `XYZ|Schwab|L1`, upper case. */
  readonly key: string;
  readonly symbol: string;
  readonly account: string;
  /** As the Lot column or `row N` names it. */
  readonly lot: string;
  /** Row of the purchase in the range of the trades. */
  readonly row: number;
  readonly shares: number;
  readonly acquired: Day;
  readonly holdingFrom: Day;
  readonly term: HarvestTerm;
  readonly price: number;
  readonly basisCents: number;
  readonly valueCents: number;
  /** Positive: basis less value. */
  readonly lossCents: number;
  /** Loss as a fraction of the basis. */
  readonly lossShare: number;
  /** The part of the loss disallowed if sold whole today, what is lost for good included (R-WS-5, R-WS-9, R-HP-8). */
  readonly washedCents: number;
  readonly permanentCents: number;
  /**
   * lossCents − washedCents. Negative, a gain, where some shares of the lot have gained and the loss of the others is
   * washed.
   */
  readonly harvestableCents: number;
  /** Of the harvestable loss, by the term of the pieces. */
  readonly harvestableShortCents: number;
  readonly harvestableLongCents: number;
  /** The most shares of this lot that can be sold today, alone, with nothing washed. */
  readonly safeShares: number;
  /** First day its whole loss is clean: the last purchase that would wash it + 31 days; null when it is clean today (R-TLH-3). */
  readonly cleanSaleDay: Day | null;
  /** asOf + 31: the first day the symbol may be bought back (R-TLH-3); asOf where no wash-sale rule reaches the lot (R-DA-2, R-WS-15). */
  readonly cleanRebuyDay: Day;
  /** null once long-term, where the term is Mixed, or where an open short holds the period (R-SS-2). */
  readonly longTermOn: Day | null;
  readonly daysToLongTerm: number | null;
  /** Sold alone; null where the tax of the year cannot be told, and for a long-term loss of a collectible (R-TAX-4). */
  readonly worth: WorthOfLoss | null;
  /** What `worth` saves this year. */
  readonly taxSavedCents: number | null;
  /** Tax saved if it is sold on `longTermOn` at the same price, nothing else changed; null when it does not apply. */
  readonly taxSavedLongCents: number | null;
  readonly washedBy: readonly WashedBy[];
  /** Lots to sell first, in this order, so that nothing of this one is washed; empty when none are needed or none help. */
  readonly cleanAfterSelling: readonly { readonly key: string; readonly lot: string; readonly account: string; readonly shares: number }[];
  readonly warnings: readonly HarvestWarning[];
  /** The user's own partners (never ours). */
  readonly replacements: readonly string[];
}

/** Shares that would replace some of those sold. */
export interface WashedBy {
  /** Row of the replacement purchase. */
  readonly row: number;
  readonly symbol: string;
  readonly account: string;
  readonly day: Day;
  readonly shares: number;
  readonly disallowedCents: number;
  readonly permanentCents: number;
  /** The purchase is dated after the as-of day. */
  readonly pending: boolean;
}

/** What may wash the loss later, or makes the figure uncertain (R-TLH-3). */
export type HarvestWarning =
  /** Dividends of it have been reinvested lately: the next reinvestment within 30 days after the sale washes. */
  | { readonly kind: "reinvests"; readonly account: string; readonly lastDay: Day; readonly retirement: boolean }
  /** It vests or is bought regularly: the next one is expected within 30 days after the sale. */
  | { readonly kind: "buys-regularly"; readonly account: string; readonly expected: Day; readonly retirement: boolean }
  | { readonly kind: "unknown-basis" }
  /** Pool at average basis: its earliest shares leave first (R-AVG-3); a sale that names a lot before its first one has that lot's own cost. */
  | { readonly kind: "averaged" }
  /** The loss rule of funds held six months or less (R-HP-8) takes part of it. */
  | { readonly kind: "fund-six-months" }
  /** A short position in the same stock is open (R-SS-5). */
  | { readonly kind: "short-open" }
  /** Of the lot's shares so many stay short-term until the short sale is closed, and begin a new period then (R-SS-2). */
  | { readonly kind: "short-holds-period"; readonly shares: number }
  /** Taxed at a long-term rate that is not in the settings (R-TAX-4). */
  | { readonly kind: "collectible"; readonly symbol: string }
  /** An identical security, by the user's groups, is held elsewhere. */
  | { readonly kind: "identical-held"; readonly symbol: string; readonly account: string };

/** A symbol that could not be looked at, in a sentence. */
export interface HarvestGap {
  readonly symbol: string;
  readonly account: string | null;
  /** no-price: #N/A. refused: a wrong row stands in the way. */
  readonly kind: "no-price" | "refused";
  readonly sentence: string;
}

export interface HarvestAnswer {
  readonly asOf: Day;
  /** Best first. */
  readonly lots: readonly HarvestLot[];
  readonly gaps: readonly HarvestGap[];
}

/** A lot, or a part of one, in a plan; sold in the order of the plan. */
export interface PlannedSale {
  readonly key: string;
  readonly symbol: string;
  readonly account: string;
  readonly lot: string;
  readonly row: number;
  readonly shares: number;
  readonly acquired: Day;
  readonly term: HarvestTerm;
  readonly price: number;
  readonly basisCents: number;
  readonly proceedsCents: number;
  /** proceeds − basis; negative is a loss. */
  readonly gainCents: number;
  readonly shortGainCents: number;
  readonly longGainCents: number;
  readonly washedCents: number;
  /** Of the washed, what is of its short-term pieces. */
  readonly shortWashedCents?: number;
  readonly permanentCents: number;
  readonly washedBy: readonly WashedBy[];
  readonly replacements: readonly string[];
  /** What the sale adds to the worth of those before it, so that the rows add up to the plan's. Absent or null: as in HarvestLot. */
  readonly worth?: WorthOfLoss | null;
  /** What `worth` saves this year. */
  readonly taxSavedCents?: number | null;
  /** First day on which buying the symbol washes no loss of the plan (R-TLH-3). Absent: asOf + 31. */
  readonly cleanRebuyDay?: Day;
  /** Of a pool at average basis: its earliest shares leave whichever lot is meant, and no lot is to be named (R-AVG-3). */
  readonly atAverage?: true;
  /** Of what is washed: no wash sale, but taken for good by exempt-interest dividends (R-HP-8). Absent: nothing. */
  readonly fundDisallowedCents?: number;
}

/** Several sales of one day, simulated together in the order in which they are to be placed. */
export interface HarvestPlan {
  readonly asOf: Day;
  readonly sales: readonly PlannedSale[];
  readonly proceedsCents: number;
  readonly shortGainCents: number;
  readonly longGainCents: number;
  readonly washedCents: number;
  readonly permanentCents: number;
  /** Loss that counts this year: −(gains) − washed, positive. */
  readonly harvestedCents: number;
  readonly harvestedShortCents: number;
  readonly harvestedLongCents: number;
  /** Of all sales together; null where one of them has none. */
  readonly worth?: WorthOfLoss | null;
  /** What `worth` saves this year. */
  readonly taxSavedCents: number | null;
  /** By symbol: the first day it may be bought again without washing one of these losses. */
  readonly buyBack: readonly { readonly symbol: string; readonly from: Day }[];
  /** What of the target cannot be reached; 0 when it is reached or there is none. */
  readonly shortOfTargetCents: number;
}

/**
 * Work that can be sliced: after each step the caller may let the page breathe, show progress or stop.
 * A function over the sheet runs it to its end at once.
 */
export type Sliced<T> = Generator<Progress, T, void>;
export interface Progress {
  readonly done: number;
  readonly of: number;
}

export function runToEnd<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
