/** What the user may choose about booking lots (design section 5). Every default is the rulebook's, section 16. */
import type { Day } from "../values/plain-date";

/**
 * A relief method by its name in capitals: one of the law's and ours (FIFO, LIFO, HIFO, LOFO, SPEC, MINTAX, AVG), or
 * a broker's from the table in methods/. SPEC without lots named falls back to FIFO. Names are checked when
 * the settings are read.
 */
export type Method = string;

/** A standing order: the method for an account and symbol from a day on (R-ID-3, R-ID-7). */
export interface MethodOrder {
  readonly method: Method;
  /** Compared without case; absent means every one. */
  readonly account?: string;
  readonly symbol?: string;
  readonly fromDay?: Day;
}

export type AccountType = "Taxable" | "IRA" | "Roth IRA" | "401k" | "HSA" | "529" | "Other plan";
/** A corporation the taxpayer controls is a third party whose purchases still wash (R-WS-9). */
export type AccountOwner = "Self" | "Spouse" | "Corporation";

export interface AccountChoice {
  readonly name: string;
  readonly type: AccountType;
  readonly owner: AccountOwner;
}

export interface Choices {
  /** The most specific order wins; among equals the last written. Empty: FIFO. */
  readonly methods: readonly MethodOrder[];
  /** Whose accounts and which securities wash a sale (R-WS-10). */
  readonly view: "taxpayer" | "broker" | "none";
  /** How the sold shares' period joins the replacement's (R-WS-6). */
  readonly washHoldingPeriod: "tackDays" | "substituteDate" | "tackNoOverlap";
  /** Whether a lot older than the sold lot can be its replacement (R-WS-4). */
  readonly candidateRule: "literal" | "acquiredAfterSoldLot";
  /** Where a spouse's replacement shares leave the loss (R-WS-9). */
  readonly spouseReplacement: "adjustBasis" | "permanent";
  /** 401(k), HSA, 529 and other plans: treated like an IRA, or left out of the wash rule (R-WS-9). */
  readonly planAccounts: "likeIra" | "ignore";
  /** R-LOT-4. */
  readonly orderWithinDay: "fileOrder" | "purchasesFirst";
  /** Shares bought before the sale and no longer held: whether they replaced it (R-WS-4). */
  readonly soldReplacements: "notReplacement" | "replacement";
  /** Which rows are fills of one order (R-LOT-1). */
  readonly orderFills: "byOrder" | "sameDay" | "never";
  /** Two sales of one day: as the file runs, or as if at once, the earlier acquired lots first (R-WS-3.1). */
  readonly sameDaySales: "fileOrder" | "simultaneous";
  /** Which options are substantially identical to one sold at a loss (R-WS-13). */
  readonly optionLosses: "sameContract" | "sameUnderlyingAndType";
  /** Whether stock bought after a loss on a call replaces the call (R-WS-13). */
  readonly stockAfterCallLoss: "notMatched" | "matched";
  /** In-the-money puts written near a loss: flagged, matched like a purchase, or left alone (R-WS-13). */
  readonly writtenPuts: "ask" | "match" | "ignore";
  /** Loss on closing a short: into the cost side of the new short, or only flagged (R-SS-3). */
  readonly shortWashTarget: "newShort" | "flag";
  /** A put bought against shares held a year or less: flagged, or computed as a short sale (R-SS-2). */
  readonly putsOnYoungShares: "flag" | "shortSale";
  /** Which lot pays for a fraction of a share (R-CA-2). */
  readonly cashInLieuLot: "earliest" | "byMethod";
  /** Whether an average is first rounded to the cent per share (R-AVG-2). */
  readonly averageRounding: "none" | "perShareCents";
  /** Covered and noncovered fund shares: averages of their own, or one under the single-account election (R-AVG-1). */
  readonly coveredPools: "separate" | "together";
  /** What an inherited lot sold at a loss adds to its replacement's period (R-WS-6). */
  readonly inheritedTack: "actualDays" | "none";
  /** Whether the wash-sale rule reaches digital assets (R-DA-2, R-WS-17). */
  readonly digitalWash: "off" | "on";
  /** Accounts (upper case) of dealers and 475(f) traders, whose losses section 1091 does not reach (R-WS-15). */
  readonly washExempt: ReadonlySet<string>;
  /** By account name in upper case; an account not named is a taxable one of the taxpayer. */
  readonly accounts: ReadonlyMap<string, AccountChoice>;
  /** Groups of symbols (upper case) the user treats as substantially identical (R-WS-14). */
  readonly identical: readonly (readonly string[])[];
  /** Tax rates as fractions, for MINTAX; null when the settings give none. */
  readonly shortRate: number | null;
  readonly longRate: number | null;
}

export const DEFAULT_CHOICES: Choices = {
  methods: [],
  view: "taxpayer",
  washHoldingPeriod: "tackDays",
  candidateRule: "literal",
  spouseReplacement: "adjustBasis",
  planAccounts: "likeIra",
  orderWithinDay: "fileOrder",
  soldReplacements: "notReplacement",
  orderFills: "byOrder",
  sameDaySales: "fileOrder",
  optionLosses: "sameContract",
  stockAfterCallLoss: "notMatched",
  writtenPuts: "ask",
  shortWashTarget: "newShort",
  putsOnYoungShares: "flag",
  cashInLieuLot: "earliest",
  averageRounding: "none",
  coveredPools: "separate",
  inheritedTack: "actualDays",
  digitalWash: "off",
  washExempt: new Set(),
  accounts: new Map(),
  identical: [],
  shortRate: null,
  longRate: null,
};
