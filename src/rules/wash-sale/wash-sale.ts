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
import type { OpenLossLeft, WashMatch } from "../../lots/book-types";
import { Candidates } from "../../lots/candidates";
import type { LossPiece, SplitOfLosses, SymbolOfLosses, WashSales, WashSetting } from "../../lots/law";
import { NO_PIECE, type Piece, type Pieces } from "../../lots/pieces";
import type { Pool } from "../../lots/pool";
import type { RealizedColumns } from "../../lots/realized";
import type { Choices } from "../../lots/choices";
import type { Short } from "../../lots/shorts";
import { mulDivRound } from "../../values/mul-div-round";
import type { Day } from "../../values/plain-date";
import { Coverage } from "./coverage";
import { chosenDate, tackedDates } from "./holding-period";
import { WashScope } from "./scope";
import { meet, OpenLoss } from "./open-loss";
import { ToldSplits } from "./told-splits";
import { isInWindow, windowOpens } from "./window";
import { WrittenPuts } from "./written-puts";

export class WashSaleRule implements WashSales {
  private readonly candidates: Candidates;
  private readonly pieces: Pieces;
  private openLosses: OpenLoss[] = [];
  /** Losses of a day whose sales count as simultaneous. */
  private daysLosses: LossPiece[] = [];
  private dayOfLosses: Day = 0;
  private readonly puts: WrittenPuts;
  private readonly coverage: Coverage;
  private readonly accountNames: readonly string[];
  private readonly splits = new ToldSplits<OpenLoss>();
  private readonly scope: WashScope;
  private readonly choices: Choices;
  private readonly realized: RealizedColumns;
  private readonly washes: WashMatch[];
  private poolOf!: (symbol: number, account: number) => Pool;

  constructor(setting: WashSetting) {
    this.pieces = setting.pieces;
    this.candidates = new Candidates(setting.pieces);
    const { accounts, options, funds } = setting.trades;
    this.scope = new WashScope(setting.pieces, setting.choices, accounts, setting.identicalClass, options, setting.underlyings, funds);
    this.choices = setting.choices;
    this.realized = setting.realized;
    this.washes = setting.washes;
    this.accountNames = setting.trades.accounts;
    this.coverage = new Coverage(setting.trades);
    this.puts = new WrittenPuts(setting, this.coverage);
  }

  startGroup(poolOf: (symbol: number, account: number) => Pool): void {
    this.poolOf = poolOf;
    this.candidates.clear();
    this.openLosses.length = 0;
    this.daysLosses.length = 0;
    this.puts.clear();
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
    if (this.choices.sameDaySales === "simultaneous") {
      this.daysLosses.push(...losses);
      this.dayOfLosses = day;
    } else this.matchEarlier(losses, day);
  }

  endDay(): void {
    if (this.daysLosses.length === 0) return;
    const losses = this.daysLosses.sort((a, b) => this.pieces.byAcquisition(a.piece, b.piece));
    this.daysLosses = [];
    this.matchEarlier(losses, this.dayOfLosses);
  }

  wrote(short: Short): void {
    this.dropClosed(short.day);
    this.puts.wrote(short, this.openLosses);
  }

  /** Meets losses with what was acquired before them; what is left waits for later acquisitions. */
  private matchEarlier(losses: readonly LossPiece[], day: Day): void {
    this.dropClosed(day);
    this.candidates.dropBefore(windowOpens(day));
    for (const lossPiece of losses) {
      if (this.isExempt(lossPiece.account)) continue;
      const loss = new OpenLoss(lossPiece, this.pieces.units[lossPiece.piece]!, day);
      let candidate = this.candidates.first();
      while (candidate !== NO_PIECE && loss.units > 0) {
        const following = this.candidates.following(candidate);
        if (!this.puts.isEmpty) this.puts.meet(loss, this.pieces.sequence[candidate]!);
        if (loss.units > 0 && this.scope.canReplace(loss, candidate)) this.match(loss, candidate);
        candidate = following;
      }
      if (!this.puts.isEmpty) this.puts.meet(loss, Infinity);
      if (loss.units > 0) this.openLosses.push(loss);
    }
  }

  /** R-WS-15: losses of dealers and 475(f) traders are outside section 1091. */
  private isExempt(account: number): boolean {
    const { choices } = this;
    return choices.washExempt.size > 0 && choices.washExempt.has(this.accountNames[account]!.toUpperCase());
  }

  /** Losses whose window is open on the day and that something acquired later could still wash. */
  openOn(day: Day): OpenLossLeft[] {
    const { pieces, openLosses } = this;
    if (openLosses.length === 0) return [];
    return openLosses
      .filter((loss) => loss.units > 0 && isInWindow(loss.day, day + 1))
      .map((loss) => ({
        sale: loss.sale,
        purchase: pieces.purchase[loss.piece]!,
        symbol: loss.symbol,
        account: loss.account,
        acquired: pieces.acquired[loss.piece]!,
        holdingFrom: pieces.holdingFrom[loss.piece]!,
        periodStart: pieces.periodStart(loss.piece),
        sold: loss.day,
        units: loss.units,
        lossCents: loss.lossCents,
        ofShort: false,
      }));
  }

  split(split: SplitOfLosses): void {
    this.endDay();
    const { symbol, account, newShares, oldShares } = split;
    const told = account === null ? null : this.splits.rowOf(split, account);
    for (const loss of this.openLosses) {
      if (loss.symbol !== symbol) continue;
      if (told !== null && !told.reaches(loss, loss.account, split)) continue;
      loss.units = mulDivRound(loss.units, newShares, oldShares);
    }
  }

  renamed({ symbol, newSymbol, account, held }: SymbolOfLosses): void {
    this.endDay();
    for (const loss of this.openLosses) {
      if (loss.symbol !== symbol) continue;
      // An account that has sold everything gets no row of its own in a broker's file.
      if (account === null || loss.account === account || !held(loss.account)) loss.symbol = newSymbol;
    }
  }

  remember(): () => void {
    const open = this.openLosses.map((loss) => ({
      loss,
      now: { symbol: loss.symbol, units: loss.units, soldUnits: loss.soldUnits, lossCents: loss.lossCents },
      restore: this.realized.rememberDisallowed(loss.realized),
    }));
    const { daysLosses, dayOfLosses } = this;
    const ofDay = [...daysLosses];
    return () => {
      this.openLosses = open.map(({ loss, now, restore }) => {
        restore();
        return Object.assign(loss, now);
      });
      this.daysLosses = [...ofDay];
      this.dayOfLosses = dayOfLosses;
    };
  }

  hasOpenLoss(symbol: number, account: number | null): boolean {
    return this.openLosses.some((loss) => loss.symbol === symbol && loss.units > 0 && (account === null || loss.account === account));
  }

  /** Meets a loss with shares; answers the part of the shares that is still free, or NO_PIECE. */
  private match(loss: OpenLoss, shares: Piece): Piece {
    const { pieces } = this;
    const { lossUnits: units, replacementUnits } = this.coverage.met(loss.symbol, loss.units, pieces.symbol[shares]!, pieces.units[shares]!);
    if (units === 0) return shares;
    const isHeld = pieces.isHeld(shares);
    const pool = this.poolOf(pieces.symbol[shares]!, pieces.account[shares]!);
    const isPart = replacementUnits < pieces.units[shares]!;
    const replacement = !isPart ? shares : isHeld ? pool.cut(shares, replacementUnits) : pieces.cutFront(shares, replacementUnits);
    const { disallowedCents, soldUnits } = meet(loss, units);
    this.realized.disallow(loss.realized, disallowedCents, soldUnits);

    const isLost = this.scope.lossGoesTo(loss, replacement) === "lost for good";
    pieces.markReplacement(replacement);
    if (!isLost) {
      pieces.addBasis(replacement, disallowedCents);
      pieces.washAddedCents[replacement]! += disallowedCents;
      const dates = tackedDates(pieces, replacement, loss.piece, loss.day, this.choices);
      pieces.tack(replacement, dates, chosenDate(dates, this.choices));
      if (isHeld) pool.costChanged(replacement);
      else this.realized.addBasis(pieces.soldAs(replacement)!.realized, disallowedCents);
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
