/**
 * What booking asks of the law. The rules sit in a higher layer and are handed in, so that lots
 * can be moved without knowing why, and rules can be read without knowing how.
 */
import type { Choices } from "./choices";
import type { Ledger } from "./ledger";
import type { OpenShorts, Short } from "./shorts";
import type { PeriodStart } from "./period-start";
import type { Piece, Pieces } from "./pieces";
import type { Pool } from "./pool";
import type { RealizedColumns } from "./realized";
import type { Trades } from "./trades";
import type { Underlyings } from "./underlyings";
import type { OpenLossLeft, RemarkKind, WashMatch } from "./book-types";
import type { Day } from "../values/plain-date";

export interface Law {
  /** R-HP-1, R-HP-4, R-HP-6. */
  isLongTerm(holdingFrom: Day, sold: Day, start?: PeriodStart): boolean;
  /** R-HP-8: the six months of the fund rule. */
  isHeldSixMonthsOrLess(acquired: Day, sold: Day): boolean;
  /** Sales inside it are never taxable, and a replacement bought in it loses the loss for good (R-WS-9). */
  isRetirement(choices: Choices, account: string): boolean;
  /** Fund shares acquired on these days share an average: 0 noncovered, 1 covered (R-AVG-1). */
  averagePool(acquired: Day): 0 | 1;
  /** What short sales do to periods and losses (R-SS-2, R-SS-3, R-SS-5). */
  shortSales(ledger: Ledger): ShortSales;
  /** The wash-sale rule for one book; null where it does not apply at all. */
  washSales(setting: WashSetting): WashSales | null;
}

/** Follows short positions and the long shares they stand against. */
export interface ShortSales {
  startGroup(): void;
  /** A short sale or a written option, already among the open ones. */
  opened(short: Short): void;
  /** Shares have just come in, at what they cost. */
  arriving(piece: Piece): void;
  /** A purchase has come in while a short may be open; may cut its pieces. */
  acquired(pool: Pool, piece: Piece): void;
  /** R-SS-2, last sentence of 1233(b): a put counts as a short sale. */
  putBought(piece: Piece): void;
  putClosed(symbol: number, account: number, units: number, day: Day): void;
  /** The short, or a part of it, has left the open ones. */
  closed(short: Short, day: Day): void;
  closedAtLoss(loss: ShortLoss, day: Day): void;
  /** Losses that a short opened after the day could still take up. */
  openOn(day: Day): OpenLossLeft[];
  /** Losses on shorts that are still open follow a split and a new name (R-WS-11, R-CA-10). */
  split(symbol: number, account: number | null, newShares: number, oldShares: number): void;
  renamed(symbol: number, newSymbol: number, account: number | null): void;
}

/** A short closed at a loss. */
export interface ShortLoss {
  /** Position in the realized pieces. */
  readonly realized: number;
  /** Trade that closed it. */
  readonly sale: number;
  readonly short: Short;
  /** Positive. */
  readonly lossCents: number;
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
  readonly shorts: OpenShorts;
  readonly underlyings: Underlyings;
  /** Of the group at work. */
  readonly unitsPerShare: () => number;
  remark(kind: RemarkKind, trade: number, other: number | null): void;
}

/** A piece sold at a loss, on its way to the wash-sale rule. */
export interface LossPiece {
  /** Position in the realized pieces. */
  readonly realized: number;
  /** Trade of the sale. */
  readonly sale: number;
  /** Trade of the first fill of its order: no share of one order replaces another (R-WS-4). */
  readonly order: number;
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
  /** A put is written: a contract to buy its shares when it is in the money (R-WS-13). */
  wrote(short: Short): void;
  /** The day is over: by choice its losses are matched together (R-WS-3). */
  endDay(): void;
  /** R-WS-11. */
  split(split: SplitOfLosses): void;
  /** R-CA-10: open windows follow the new symbol. */
  renamed(change: SymbolOfLosses): void;
  /** Losses that something acquired after the day could still wash (R-WS-12). */
  openOn(day: Day): OpenLossLeft[];
  /** Answers what brings the open windows back to what they are now; not across a split. */
  remember(): () => void;
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
