/**
 * Whose purchases of what can replace a loss sale.
 *
 * R-WS-2   The bookings hand over acquisitions only: purchases, reinvestments and shares received as pay.
 * R-WS-4   Not the rest of the same purchase (Rev. Rul. 56-602); by choice not a lot older than the sold one.
 * R-WS-8   Not a share that has absorbed a loss already: those are no candidates any more.
 * R-WS-9   Retirement accounts and spouse count.
 * R-WS-10  Taxpayer view: all accounts, identical securities. Broker view: the same account and the
 *          same security, bought there and never moved, both lots covered.
 *          IRC 1091(a) against Treas. Reg. 1.6045-1(d)(6)(iii), (d)(7)(ii).
 * R-WS-14  Identical: the same security, or what the user declares.
 */
import type { Choices } from "../../lots/choices";
import type { Piece, Pieces } from "../../lots/pieces";
import type { OptionTerms } from "../../lots/trades";
import type { Underlyings } from "../../lots/underlyings";
import { dayFromCalendar } from "../../values/plain-date";
import { accountChoice, isIgnoredPlan, isRetirement } from "../accounts";

/** What is acquired from these days on is covered: brokers must track its basis. Treas. Reg. 1.6045-1(a)(15)(i)(A), (B). */
const STOCK_COVERED_FROM = dayFromCalendar(2011, 1, 1);
const FUNDS_COVERED_FROM = dayFromCalendar(2012, 1, 1);

/** What scope needs to know of a loss. */
export interface ScopedLoss {
  readonly piece: Piece;
  readonly symbol: number;
  readonly account: number;
  /** Trade of the first fill of the order that sold it. */
  readonly order: number;
}

/** Where a disallowed loss goes: into the replacement's basis, or nowhere. */
export type LossGoesTo = "basis" | "lost for good";

export class WashScope {
  private readonly retirement: boolean[];
  private readonly ignored: boolean[];
  private readonly spouse: boolean[];

  constructor(
    private readonly pieces: Pieces,
    private readonly choices: Choices,
    accounts: readonly string[],
    private readonly identicalClass: Int32Array,
    private readonly options: ReadonlyMap<number, OptionTerms>,
    private readonly underlyings: Underlyings,
    /** Symbols marked as funds. */
    private readonly funds: ReadonlySet<number>,
  ) {
    this.retirement = accounts.map((account) => isRetirement(choices, account));
    this.ignored = accounts.map((account) => isIgnoredPlan(choices, account));
    this.spouse = accounts.map((account) => accountChoice(choices, account).owner === "Spouse");
  }

  canReplace(loss: ScopedLoss, shares: Piece): boolean {
    const { pieces } = this;
    if (pieces.sequence[shares] === pieces.sequence[loss.piece]) return false;
    if (!pieces.isHeld(shares) && !this.isSoldApart(loss, shares)) return false;
    if (this.choices.candidateRule === "acquiredAfterSoldLot" && !this.isLater(shares, loss.piece)) return false;
    const symbol = pieces.symbol[shares]!;
    const account = pieces.account[shares]!;
    if (this.choices.view === "broker") {
      return (
        account === loss.account &&
        symbol === loss.symbol &&
        !pieces.wasTransferred(shares) &&
        this.isCovered(shares) &&
        this.isCovered(loss.piece)
      );
    }
    return this.replaces(symbol, loss.symbol) && !this.ignored[account];
  }

  /** R-WS-4, by choice: shares sold before count, but not those of the same order, nor what was given away or exercised. */
  private isSoldApart(loss: ScopedLoss, shares: Piece): boolean {
    const sold = this.pieces.soldAs(shares);
    return sold !== null && sold.order !== loss.order;
  }

  private isCovered(piece: Piece): boolean {
    const { pieces, funds } = this;
    return pieces.acquired[piece]! >= (funds.has(pieces.symbol[piece]!) ? FUNDS_COVERED_FROM : STOCK_COVERED_FROM);
  }

  /** R-WS-13, R-WS-14: the same class; a call on it; by choice the stock of a call. */
  private replaces(symbol: number, lossSymbol: number): boolean {
    const { identicalClass, options } = this;
    if (identicalClass[symbol] === identicalClass[lossSymbol]) return true;
    if (options.size === 0) return false;
    const option = options.get(symbol);
    if (option !== undefined) return option.type === "call" && identicalClass[this.underlyings.of(symbol)!] === identicalClass[lossSymbol];
    const lost = options.get(lossSymbol);
    return (
      this.choices.stockAfterCallLoss === "matched" &&
      lost?.type === "call" &&
      identicalClass[this.underlyings.of(lossSymbol)!] === identicalClass[symbol]
    );
  }

  /** R-WS-9. */
  lossGoesTo(loss: ScopedLoss, shares: Piece): LossGoesTo {
    const account = this.pieces.account[shares]!;
    if (this.retirement[account]) return "lost for good";
    const isOtherSpouse = this.spouse[account] !== this.spouse[loss.account];
    return isOtherSpouse && this.choices.spouseReplacement === "permanent" ? "lost for good" : "basis";
  }

  private isLater(shares: Piece, sold: Piece): boolean {
    const { acquired, sequence } = this.pieces;
    const days = acquired[shares]! - acquired[sold]!;
    return days > 0 || (days === 0 && sequence[shares]! > sequence[sold]!);
  }
}
