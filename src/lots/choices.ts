/** What the user may choose about booking lots (design section 5). Every default is the rulebook's, section 16. */
import type { Day } from "../values/plain-date";

/** Relief methods of this engine (R-ID-1, R-ID-4, R-ID-5). SPEC without lots named falls back to FIFO. */
export type Method = "FIFO" | "LIFO" | "HIFO" | "LOFO" | "SPEC" | "MINTAX";

/** A standing order: the method for an account and symbol from a day on (R-ID-3, R-ID-7). */
export interface MethodOrder {
  readonly method: Method;
  /** Compared without case; absent means every one. */
  readonly account?: string;
  readonly symbol?: string;
  readonly fromDay?: Day;
}

export type AccountType = "Taxable" | "IRA" | "Roth IRA" | "401k" | "HSA" | "529" | "Other plan";
export type AccountOwner = "Self" | "Spouse";

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
  accounts: new Map(),
  identical: [],
  shortRate: null,
  longRate: null,
};
