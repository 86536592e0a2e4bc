/** What the Lots screen asks and shows. */
import type { BreakEven } from "../../harvest/term-calendar";
import type { Day } from "../../values/plain-date";

export type LotsAsk = Record<string, never>;

export interface LotShown {
  /** `XYZ|SCHWAB|L1`; further parts of one purchase that have become lots of their own end in `|2`, `|3` … */
  readonly key: string;
  readonly symbol: string;
  readonly account: string;
  readonly lot: string;
  readonly row: number;
  readonly shares: number;
  readonly acquired: Day;
  readonly holdingFrom: Day;
  /** Days that count for the term: from `holdingFrom` to the as-of day. */
  readonly daysHeld: number;
  readonly term: "Short" | "Long";
  /** null: it is long-term already, or short-term until a short sale or put against it closes (R-SS-2). */
  readonly longTermOn: Day | null;
  readonly daysToLongTerm: number | null;
  readonly basisCents: number;
  readonly washAddedCents: number;
  readonly price: number | null;
  readonly valueCents: number | null;
  /** Value less basis, as OPENLOTS has it. */
  readonly gainCents: number | null;
  readonly retirement: boolean;
  readonly note: string;
  /** As TERMCALENDAR has it; null: it does not turn soon, or nothing can be said of its tax. */
  readonly waiting: WaitingOfLot | null;
}

/** What waiting until the lot is long-term is worth, sold by itself (R-TLH-6). */
export interface WaitingOfLot {
  readonly days: number;
  /** Tax of the year; negative: what waiting costs. Never 0. */
  readonly savesCents: number;
  /** Of a gain: dollars per share at which waiting keeps as much as selling now, and the move to it, a fraction. */
  readonly breakEven: BreakEven | null;
}

export interface LotsView {
  readonly asOf: Day;
  /** In the order of OPENLOTS. */
  readonly lots: readonly LotShown[];
  /** Symbols held that have no price, in alphabetical order. */
  readonly withoutPrice: readonly string[];
  /** A sentence for each row of the prices that cannot be used. */
  readonly priceFaults: readonly string[];
  /** No prices were read at all. */
  readonly noPrices: boolean;
  /** Short positions and written options, which OPENLOTS lists with negative quantities. */
  readonly openShorts: number;
  /** Symbols (or symbol and account) whose lots are withheld because of a wrong row. */
  readonly withheld: readonly string[];
  /** The settings in words, for the line under the title of a sheet; null: none. */
  readonly settingsSaid: string | null;
}
