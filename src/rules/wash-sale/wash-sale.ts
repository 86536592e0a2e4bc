/**
 * Wash sales: a loss is disallowed as far as the shares sold were replaced. IRC 1091.
 *
 * R-WS-3  Losses in order of sale, acquisitions in order of acquisition, share for share.
 *         Treas. Reg. 1.1091-1(b) to (d). Matching purchases as they come gives the same result:
 *         an earlier loss always has the first claim on every purchase it can reach.
 * R-WS-4  Shares already sold cannot replace: they are no candidates any more when a loss is matched.
 * R-WS-5  The disallowed loss is added to the basis of the replacement shares. IRC 1091(d); 1.1091-2(a).
 * R-WS-7  Each loss piece stands alone; a gain of the same day is never set against it. Rev. Rul. 70-231.
 * R-WS-8  One share absorbs one loss share. 1.1091-1(c) to (e).
 * R-WS-11 A split multiplies losses still open, as it does lots.
 */
import type { WashMatch } from "../../lots/book-types";
import { Candidates } from "../../lots/candidates";
import type { LossPiece, SplitOfLosses, SymbolOfLosses, WashSales, WashSetting } from "../../lots/law";
import { NO_PIECE, type Piece, type Pieces } from "../../lots/pieces";
import type { Pool } from "../../lots/pool";
import type { RealizedColumns } from "../../lots/realized";
import type { Choices } from "../../lots/choices";
import { mulDivRound } from "../../values/mul-div-round";
import type { Day } from "../../values/plain-date";
import { take } from "../../values/take";
import { chosenDate, tackedDates } from "./holding-period";
import { WashScope } from "./scope";
import { ToldSplits } from "./told-splits";
import { isInWindow, windowOpens } from "./window";

/** A loss, or the part of it that nothing has replaced yet. */
class OpenLoss {
  readonly realized: number;
  readonly sale: number;
  readonly piece: Piece;
  readonly account: number;
  /** Today's symbol. */
  symbol: number;
  /** Today's units, splits since the sale included. */
  units: number;
  /** The same shares in units at the time of sale. */
  soldUnits: number;
  lossCents: number;

  constructor(
    loss: LossPiece,
    soldUnits: number,
    readonly day: Day,
  ) {
    this.realized = loss.realized;
    this.sale = loss.sale;
    this.piece = loss.piece;
    this.account = loss.account;
    this.symbol = loss.symbol;
    this.units = this.soldUnits = soldUnits;
    this.lossCents = loss.lossCents;
  }
}

export class WashSaleRule implements WashSales {
  private readonly candidates: Candidates;
  private readonly pieces: Pieces;
  private openLosses: OpenLoss[] = [];
  private readonly splits = new ToldSplits<OpenLoss>();
  private readonly scope: WashScope;
  private readonly choices: Choices;
  private readonly realized: RealizedColumns;
  private readonly washes: WashMatch[];
  private poolOf!: (symbol: number, account: number) => Pool;

  constructor(setting: WashSetting) {
    this.pieces = setting.pieces;
    this.candidates = new Candidates(setting.pieces);
    this.scope = new WashScope(setting.pieces, setting.choices, setting.trades.accounts, setting.identicalClass);
    this.choices = setting.choices;
    this.realized = setting.realized;
    this.washes = setting.washes;
  }

  startGroup(poolOf: (symbol: number, account: number) => Pool): void {
    this.poolOf = poolOf;
    this.candidates.clear();
    this.openLosses.length = 0;
    this.splits.clear();
  }

  acquired(piece: Piece): void {
    this.dropClosed(this.pieces.acquired[piece]!);
    let rest = piece;
    for (const loss of this.openLosses) {
      if (loss.units === 0 || !this.scope.canReplace(loss, rest)) continue;
      rest = this.match(loss, rest);
      if (rest === NO_PIECE) return;
    }
    this.candidates.add(rest);
  }

  sold(losses: LossPiece[], day: Day): void {
    this.dropClosed(day);
    this.candidates.dropBefore(windowOpens(day));
    for (const lossPiece of losses) {
      const loss = new OpenLoss(lossPiece, this.pieces.units[lossPiece.piece]!, day);
      let candidate = this.candidates.first();
      while (candidate !== NO_PIECE && loss.units > 0) {
        const following = this.candidates.following(candidate);
        if (this.scope.canReplace(loss, candidate)) this.match(loss, candidate);
        candidate = following;
      }
      if (loss.units > 0) this.openLosses.push(loss);
    }
  }

  split(split: SplitOfLosses): void {
    const { symbol, account, newShares, oldShares } = split;
    const told = account === null ? null : this.splits.rowOf(split, account);
    for (const loss of this.openLosses) {
      if (loss.symbol !== symbol) continue;
      if (told !== null && !told.reaches(loss, loss.account, split)) continue;
      loss.units = mulDivRound(loss.units, newShares, oldShares);
    }
  }

  renamed({ symbol, newSymbol, account, held }: SymbolOfLosses): void {
    for (const loss of this.openLosses) {
      if (loss.symbol !== symbol) continue;
      // An account that has sold everything gets no row of its own in a broker's file.
      if (account === null || loss.account === account || !held(loss.account)) loss.symbol = newSymbol;
    }
  }

  hasOpenLoss(symbol: number, account: number | null): boolean {
    return this.openLosses.some((loss) => loss.symbol === symbol && loss.units > 0 && (account === null || loss.account === account));
  }

  /** Meets a loss with shares; answers the part of the shares that is still free, or NO_PIECE. */
  private match(loss: OpenLoss, shares: Piece): Piece {
    const { pieces } = this;
    const pool = this.poolOf(pieces.symbol[shares]!, pieces.account[shares]!);
    const units = Math.min(loss.units, pieces.units[shares]!);
    const isPart = units < pieces.units[shares]!;
    const replacement = isPart ? pool.cut(shares, units) : shares;
    const disallowedCents = take(loss.lossCents, units, loss.units);
    const soldUnits = take(loss.soldUnits, units, loss.units);
    loss.lossCents -= disallowedCents;
    loss.soldUnits -= soldUnits;
    loss.units -= units;
    this.realized.disallow(loss.realized, disallowedCents, soldUnits);

    const isLost = this.scope.lossGoesTo(loss, replacement) === "lost for good";
    pieces.markReplacement(replacement);
    if (!isLost) {
      pieces.basisCents[replacement]! += disallowedCents;
      pieces.washAddedCents[replacement]! += disallowedCents;
      const dates = tackedDates(pieces, replacement, loss.piece, loss.day);
      pieces.tack(replacement, dates, chosenDate(dates, this.choices));
      pool.costChanged(replacement);
    }
    this.washes.push({
      piece: loss.realized,
      lossSale: loss.sale,
      lossPurchase: pieces.purchase[loss.piece]!,
      lossDay: loss.day,
      units: soldUnits,
      disallowedCents,
      permanentCents: isLost ? disallowedCents : 0,
      replacement: pieces.purchase[replacement]!,
      replacementAccount: pieces.account[replacement]!,
      basisAddedCents: isLost ? 0 : disallowedCents,
      holdingFrom: pieces.holdingFrom[replacement]!,
    });
    return isPart ? shares : NO_PIECE;
  }

  /** Forgets losses that are replaced in full or whose window has closed. */
  private dropClosed(today: Day): void {
    let closed = 0;
    for (const loss of this.openLosses) {
      if (loss.units !== 0 && isInWindow(loss.day, today)) break;
      closed++;
    }
    if (closed > 0) this.openLosses.splice(0, closed);
  }
}
