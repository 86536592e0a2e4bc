/** What the Sell screen asks and shows. */
import type { Table } from "../../sheet/tables/cell";
import type { Day } from "../../values/plain-date";

export type HoldingsAsk = Record<string, never>;

/** What can be sold on the as-of day: long positions in taxable accounts. */
export interface HoldingsView {
  readonly asOf: Day;
  /** In alphabetical order. */
  readonly holdings: readonly Holding[];
  /** Held in retirement accounts alone, or sold short: not on offer. */
  readonly elsewhere: readonly string[];
  /** Names for the choice of a method; those that weigh tax are left out without rates. */
  readonly methods: readonly MethodOffered[];
}

export interface Holding {
  readonly symbol: string;
  readonly unit: "share" | "contract";
  /** Shares that a contract covers; 1 for shares. */
  readonly multiplier: number;
  /** Dollars per share (of an option: per share of its stock); null: the prices have none. */
  readonly price: number | null;
  readonly accounts: readonly AccountHolding[];
  /** AVG may be chosen: a fund, or averaged already (R-AVG-1). */
  readonly mayAverage: boolean;
}

export interface AccountHolding {
  readonly account: string;
  readonly shares: number;
  /** The standing order of the settings in force there (R-ID-3). */
  readonly standingMethod: string;
}

export interface MethodOffered {
  readonly name: string;
  readonly whose: string;
}

export interface SellAsk {
  readonly symbol: string;
  /** null: every taxable account that holds it. */
  readonly account: string | null;
  readonly shares: number;
  readonly price: number;
  readonly day: Day;
  /** A method of METHODS; null: the lots named, or the standing order where none is named. */
  readonly method: string | null;
  /** Lots chosen one by one, by their `key`; they win over any method (R-ID-2). */
  readonly lots: readonly { readonly lot: string; readonly shares: number }[];
}

/** A lot of the symbol held at the end of the day, before the sale. */
export interface HeldLot {
  /** What names it in an ask. */
  readonly key: string;
  readonly lot: string;
  readonly account: string;
  readonly row: number;
  readonly acquired: Day;
  /** Of the shares still held: pieces that took up a loss may have another term. */
  readonly term: LotTerm;
  readonly shares: number;
  readonly basisCents: number;
}

export type LotTerm = "Short" | "Long" | "Mixed";

export interface SoldLot {
  readonly key: string;
  readonly lot: string;
  readonly account: string;
  readonly row: number;
  readonly acquired: Day;
  readonly term: LotTerm;
  readonly shares: number;
  /** Before the sale. */
  readonly held: number;
  readonly basisCents: number;
  readonly proceedsCents: number;
  /** Before anything is disallowed. */
  readonly gainCents: number;
  readonly disallowedCents: number;
  readonly note: string;
}

/** One way to make the sale beside the others. */
export interface MethodCompared {
  /** The first method that sells these lots; null: none does, they are those of least tax or were named one by one. */
  readonly method: string | null;
  /** Other methods that take the same shares of the same lots. */
  readonly sameAs: readonly string[];
  /** These are the lots of least tax. */
  readonly isLeast: boolean;
  /** Equal for ways that sell the same lots. */
  readonly sameness: string;
  /** Before anything is disallowed. */
  readonly shortGainCents: number;
  readonly longGainCents: number;
  readonly disallowedCents: number;
  /** Gain less the losses that count. */
  readonly allowedCents: number;
  /** What the sale adds to the tax of its year (R-TAX-5); null: the tax cannot be told. */
  readonly taxCents: number | null;
  readonly lotsUsed: number;
  /** "row 2: 40; L7: 60" */
  readonly whichLots: string;
}

export interface SaleChosen extends MethodCompared {
  readonly proceedsCents: number;
  readonly permanentCents: number;
  readonly lots: readonly SoldLot[];
  readonly washedBy: readonly WashingPurchase[];
}

/** A purchase that would take up part of the sale's loss. */
export interface WashingPurchase {
  readonly row: number;
  readonly symbol: string;
  readonly account: string;
  readonly day: Day;
  readonly shares: number;
  readonly disallowedCents: number;
  readonly permanentCents: number;
}

/** The lots of least tax, as a sale names them one by one. */
export interface LeastTaxLots {
  readonly lots: SellAsk["lots"];
  /** No choice of lots adds less than theirs less this; 0: it is proven the least. */
  readonly gapCents: number;
}

/** Shares of the sale that turn long-term on a later day, all at a gain or all at a loss. */
export interface Waiting {
  readonly shares: number;
  readonly longTermOn: Day;
  readonly days: number;
  readonly isLoss: boolean;
  /** Tax saved by selling them on that day at the same price; negative: what waiting costs. */
  readonly savesCents: number;
  /** Price per share from which waiting keeps as much as selling now. */
  readonly breakEvenPriceCents: number;
  /** The move to it as a fraction of the price; null: sold for nothing. */
  readonly breakEvenMove: number | null;
  /** The day falls in another year, which is taken to be like this one. */
  readonly isAnotherYear: boolean;
}

export interface SellView {
  /** What this is the answer to. */
  readonly ask: SellAsk;
  readonly unit: "share" | "contract";
  readonly chosen: SaleChosen;
  /** Best first: least tax where it can be told, else least gain after disallowed losses. */
  readonly compared: readonly MethodCompared[];
  /** null: not looked for, without tax or at average basis. */
  readonly least: LeastTaxLots | null;
  /** Methods that this sale cannot be made by, each with its reason. */
  readonly impossible: readonly { readonly method: string; readonly sentence: string }[];
  /** Soonest first. */
  readonly waitings: readonly Waiting[];
  /** Of the sale. */
  readonly year: number;
  /** What the chosen way costs more than the best: tax, or gain where `byTax` is false. Below 0: less than any method. */
  readonly moreThanBestCents: number;
  readonly byTax: boolean;
  /** Why no tax is shown, and which settings would show it; null when it is. */
  readonly withoutTax: string | null;
  /** It is the settings that lack something. */
  readonly taxNeedsSettings: boolean;
  /** Methods that cannot rank lots without rates. */
  readonly lackRates: readonly string[];
  /** Lots of the accounts asked for, in order of acquisition. */
  readonly held: readonly HeldLot[];
  /** Why lots cannot be chosen one by one here; null when they can. */
  readonly notLotByLot: string | null;
  /** What LOTPICK spills for the sale, headings first. */
  readonly pick: Table;
  /** As `settingsSummary` tells them. */
  readonly settingsSaid: string;
  readonly remaining: { readonly shares: number; readonly lots: number; readonly basisCents: number };
}
