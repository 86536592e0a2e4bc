/**
 * What booking asks of the law. The rules sit in a higher layer and are handed in, so that lots
 * can be moved without knowing why, and rules can be read without knowing how.
 */
import type { Choices } from "./choices";
import type { PeriodStart } from "./period-start";
import type { Piece, Pieces } from "./pieces";
import type { Pool } from "./pool";
import type { RealizedColumns } from "./realized";
import type { Trades } from "./trades";
import type { WashMatch } from "./book-types";
import type { Day } from "../values/plain-date";

export interface Law {
  /** R-HP-1, R-HP-4, R-HP-6. */
  isLongTerm(holdingFrom: Day, sold: Day, start?: PeriodStart): boolean;
  /** R-HP-8: the six months of the fund rule. */
  isHeldSixMonthsOrLess(acquired: Day, sold: Day): boolean;
  /** Sales inside it are never taxable, and a replacement bought in it loses the loss for good (R-WS-9). */
  isRetirement(choices: Choices, account: string): boolean;
  /** The wash-sale rule for one book; null where it does not apply at all. */
  washSales(setting: WashSetting): WashSales | null;
}

/** What the wash-sale rule may see and write while a book is made. */
export interface WashSetting {
  readonly trades: Trades;
  readonly choices: Choices;
  /** Securities with the same class are substantially identical (R-WS-14). By symbol index. */
  readonly identicalClass: Int32Array;
  readonly pieces: Pieces;
  readonly realized: RealizedColumns;
  readonly washes: WashMatch[];
}

/** A piece sold at a loss, on its way to the wash-sale rule. */
export interface LossPiece {
  /** Position in the realized pieces. */
  readonly realized: number;
  /** Trade of the sale. */
  readonly sale: number;
  readonly piece: Piece;
  readonly symbol: number;
  readonly account: number;
  /** Positive. */
  readonly lossCents: number;
}

/** Follows the window of 30 days before and after each loss (R-WS-1, R-WS-3). */
export interface WashSales {
  /** Groups never wash each other: forgets all windows. `poolOf` finds the pool that holds a piece. */
  startGroup(poolOf: (symbol: number, account: number) => Pool): void;
  /** Shares acquired by purchase, reinvestment or as pay (R-WS-2); already in their pool. May cut the piece. */
  acquired(piece: Piece): void;
  /** All losses of one sale, once every share of the sale has left its pool. */
  sold(losses: LossPiece[], day: Day): void;
  /** R-WS-11. */
  split(split: SplitOfLosses): void;
  /** R-CA-10: open windows follow the new symbol. */
  renamed(change: SymbolOfLosses): void;
  /** Whether a loss of the symbol is still open, in the account or, null, in any. */
  hasOpenLoss(symbol: number, account: number | null): boolean;
}

export interface SymbolOfLosses {
  readonly symbol: number;
  readonly newSymbol: number;
  /** null: every account. */
  readonly account: number | null;
  /** Whether an account held the symbol before the change. */
  readonly held: (account: number) => boolean;
}

export interface SplitOfLosses {
  readonly symbol: number;
  /** null: every account. */
  readonly account: number | null;
  readonly newShares: number;
  readonly oldShares: number;
  readonly day: Day;
  /** Whether an account holds the symbol; one that does not gets no row of its own in a broker's file. */
  readonly holds: (account: number) => boolean;
}
