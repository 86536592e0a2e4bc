/**
 * Trades as columns: one entry for every row of the range that can change a lot, in range order.
 * Columns keep a million rows small and quick; what few rows have stands in `details`.
 */
import type { Day } from "../values/plain-date";
import type { PeriodStart } from "./period-start";

/** What a row does to lots. Numbers, because they live in a byte column. */
export const TradeKind = {
  Buy: 0,
  Reinvest: 1,
  Vest: 2,
  Sell: 3,
  Transfer: 4,
  Split: 5,
  GiftGiven: 6,
  SymbolChange: 7,
  /** Nontaxable stock dividend of another class (R-CA-3). */
  OtherClass: 8,
  /** Spin-off under section 355, or a taxable one (R-CA-4). */
  SpinOff: 9,
  /** Nontaxable stock rights received (R-CA-5). */
  Rights: 10,
  ExerciseRights: 11,
  RightsLapse: 12,
  /** Reorganization with or without cash (R-CA-7), or a taxable merger or tender (R-CA-8). */
  Merger: 13,
  ReturnOfCapital: 14,
  /** Day: 31 December of the year (R-CA-9). */
  Worthless: 15,
  GiftReceived: 16,
  Inherit: 17,
  SellShort: 18,
  BuyToCover: 19,
  /** An option runs out, held or written (R-OPT-1, R-OPT-3). */
  Expire: 20,
  /** A held option is exercised (R-OPT-2). */
  Exercise: 21,
  /** A written option is assigned (R-OPT-3). */
  Assigned: 22,
  /** Capital gain or exempt-interest dividend of a fund, which its six-month rule needs (R-HP-8). */
  FundDividend: 23,
  /** A lot carried in from an earlier book, a loss whose window was still open there, and a short position. */
  OpenLot: 24,
  OpenLoss: 25,
  OpenShort: 26,
} as const;
export type TradeKind = (typeof TradeKind)[keyof typeof TradeKind];

/** An account cell left blank on an action of the whole security: every account that holds the symbol. */
export const EVERY_ACCOUNT = -1;

/** What an option symbol stands for (R-OPT, R-WS-13). */
export interface OptionTerms {
  readonly type: "call" | "put";
  /** Index into `symbols`. */
  readonly underlying: number;
  /** Shares a contract covers; a whole number, usually 100. */
  readonly multiplier: number;
  /** Dollars per share, where the symbol or a row tells it. */
  readonly strike: number | null;
}

export interface Trades {
  readonly count: number;
  /** Row in the range; the first row of the range is 1, headings included. */
  readonly row: Int32Array;
  readonly day: Int32Array;
  readonly kind: Uint8Array;
  /** Index into `symbols`. */
  readonly symbol: Int32Array;
  /** Index into `accounts`, or EVERY_ACCOUNT. */
  readonly account: Int32Array;
  /**
   * Shares (or option contracts) moved, never negative; a decimal of at most 15 significant digits. 0 where the kind has none.
   * Spin-off, other class, rights, merger without a ratio: all new shares received.
   */
  readonly shares: Float64Array;
  /**
   * Whole cents. Purchase, cover: total cost. Sale, short sale: net proceeds (may be negative). Gift received:
   * the giver's basis. Inherit: value at death. Return of capital, fund dividend: the total paid.
   * Exercise of rights: the price paid. Exercise or assignment of an option: strike × shares, plus
   * fees where shares are bought, less fees where they are sold. Open lot: basis; open loss: the loss, positive;
   * open short: net proceeds. 0 where the kind has none.
   */
  readonly amountCents: Float64Array;
  /** By position in the columns. */
  readonly details: ReadonlyMap<number, TradeDetails>;
  /** As first written in the range; compared without case. */
  readonly symbols: readonly string[];
  readonly accounts: readonly string[];
  /** Marks symbols that are digital assets (R-DA-2: outside section 1091). By symbol index. */
  readonly digital: ReadonlySet<number>;
  /** Mutual-fund (RIC) shares: Type Fund (R-AVG-1, R-HP-8). By symbol index. */
  readonly funds: ReadonlySet<number>;
  /** Trusts and coins whose long-term gain is taxed as of collectibles (R-TAX-4). By symbol index. */
  readonly collectibles: ReadonlySet<number>;
  /** Calls and puts, by symbol index. */
  readonly options: ReadonlyMap<number, OptionTerms>;
  /** True when the range runs from new to old, so that rows of one day are read from the bottom up. */
  readonly newestFirst: boolean;
  /** Rows that could not be read. Their symbol is refused, never computed without them. */
  readonly faults: readonly RowFault[];
  /**
   * Latest date of any row, also of one that is wrong or moves no lot: how far the range reaches
   * must not depend on whether a row of another symbol can be read. Absent: the latest trade's.
   */
  readonly latestDay?: Day;
}

export interface TradeDetails {
  /** The user's id of the lot that a purchase makes. */
  readonly lotId?: string;
  /** The lot does not answer to `row N`: that row number names a lot of an earlier sheet, or its own one did. */
  readonly onlyById?: true;
  /** Specific identification on a sale, transfer or gift, in fill order. No shares: all of the lot, or what is still needed. */
  readonly lots?: readonly LotChoice[];
  /** Split, merger: new shares for old shares, both whole numbers greater than 0. Merger: absent where only cash is paid. */
  readonly ratio?: { readonly newShares: number; readonly oldShares: number };
  /** Split written as shares added (or, negative, taken away) instead of a ratio, as some brokers do. */
  readonly sharesAdded?: number;
  readonly cashInLieuCents?: number;
  /** Index into `symbols`. */
  readonly newSymbol?: number;
  /** Index into `accounts`. */
  readonly toAccount?: number;
  /** Fills with the same order id, day, account, symbol and kind are one purchase or sale (R-LOT-1). */
  readonly order?: string;
  /** Seconds after midnight. */
  readonly time?: number;
  /** On a Split: the row is a stock dividend of the same class (R-CA-2), which is booked alike. */
  readonly stockDividend?: true;
  /** Spin-off, merger: taxable (R-CA-4 last sentence, R-CA-8). */
  readonly taxable?: true;
  /** Rights worth less than 15 % of the stock: the holder elects to allocate (R-CA-5). */
  readonly electAllocate?: true;
  /** Dollars per share on the day: of the old stock after the action, and of the new. Gift: value at the gift in `value`. */
  readonly value?: number;
  readonly newValue?: number;
  /** Fraction of the basis, above 0 and below 1, that goes to the new stock (Form 8937). Wins over the values. */
  readonly basisShare?: number;
  /** Merger: dollars for each old share. */
  readonly cashPerShare?: number;
  /** Gift received: the day the giver's period counts from. Open loss: the day the lot was acquired. */
  readonly acquired?: Day;
  /** Gift received: gift tax paid on it (R-GIFT-1). */
  readonly giftTaxCents?: number;
  /** Gift received from a spouse or in a divorce: the giver's basis for gain and loss alike (R-GIFT-3). */
  readonly fromSpouse?: true;
  /** The purchase's cost is not known: basis 0, and said everywhere (R-ID-6). */
  readonly basisUnknown?: true;
  readonly dividend?: "capital gain" | "exempt-interest";
  /** What an open lot, loss or short brings along from the book it was listed by. */
  readonly opening?: Opening;
}

/** State of a lot at a year's end that a plain purchase does not have. */
export interface Opening {
  /**
   * Position in the trades of the first row of the same purchase, this one's own where it stands alone: pieces of one
   * purchase never replace each other (R-WS-4) and share its place among the purchases of its day. They stand in the
   * order of the purchase's queue (R-LOT-5). Of an open loss: the purchase that the shares sold came from.
   */
  readonly purchase: number;
  readonly holdingFrom: Day;
  readonly periodStart: PeriodStart;
  readonly washAddedCents: number;
  /** Has absorbed a loss (R-WS-8), as distinct from what could never replace one (R-WS-2). */
  readonly usedAsReplacement: boolean;
  /** Acquired in a way that can replace a loss, and not used for one yet (R-WS-2, R-WS-8). */
  readonly canReplace: boolean;
  /** Has been in another account before (R-WS-10, broker view). */
  readonly moved: boolean;
  /** Part of a pool that had been averaged (R-AVG-3). */
  readonly averaged: boolean;
  /** An open loss on closing a short, and not on shares (R-SS-3). */
  readonly ofShort: boolean;
  /** Gift worth less than its giver's basis (R-GIFT-1). */
  readonly lossBasis: { readonly cents: number; readonly from: Day } | null;
}

export interface LotChoice {
  readonly lot: string;
  readonly shares?: number;
}

/** A row that is wrong, and the pool it takes down with it (design section 7). */
export interface RowFault {
  readonly row: number;
  /** The heading the fault is in, as the design names it: "Quantity". Empty when it is the row as a whole. */
  readonly column: string;
  /** "Row 41: sells 120 XYZ, only 100 held." */
  readonly problem: string;
  /** "Check the quantity, or add the missing purchase." */
  readonly whatToDo: string;
  /** Index into `symbols`; null when the row names none, so that no symbol can answer for it. */
  readonly symbol: number | null;
  /** Index into `accounts`; null when unknown or every account. */
  readonly account: number | null;
}

/** How a lot is called: the user's id, else `row N` of its purchase. A what-if purchase, which stands in no row, is named by its number. */
export function lotName(trades: Trades, purchase: number): string {
  if (purchase >= trades.count) return `what-if ${purchase - trades.count + 1}`;
  return trades.details.get(purchase)?.lotId ?? `row ${trades.row[purchase]}`;
}

/** Every name that a lot answers to on a row that names lots: its own first, in the user's spelling. */
export function lotNames(trades: Trades, purchase: number): readonly string[] {
  if (purchase >= trades.count) return [lotName(trades, purchase)];
  const row = `row ${trades.row[purchase]}`;
  const detail = trades.details.get(purchase);
  if (detail?.lotId === undefined) return [row];
  return detail.onlyById || detail.lotId.toLowerCase() === row ? [detail.lotId] : [detail.lotId, row];
}
