/** Short sales as booking asks for them; each part of the law is in a file of its own. */
import type { OpenLossLeft } from "../../lots/book-types";
import type { ShortLoss, ShortSales } from "../../lots/law";
import type { Ledger } from "../../lots/ledger";
import type { Piece } from "../../lots/pieces";
import type { Pool } from "../../lots/pool";
import type { Short } from "../../lots/shorts";
import type { Day } from "../../values/plain-date";
import { remarkPurchaseAgainstShort, remarkShortAgainstLong } from "./constructive-sale";
import { ShortPeriods } from "./holding-period";
import { PutsAsShorts } from "./puts";
import { ShortWash } from "./wash";

export class ShortSaleRule implements ShortSales {
  private readonly periods: ShortPeriods;
  private readonly puts: PutsAsShorts;
  private readonly wash: ShortWash;

  constructor(private readonly ledger: Ledger) {
    this.periods = new ShortPeriods(ledger);
    this.puts = new PutsAsShorts(ledger, this.periods);
    this.wash = new ShortWash(ledger);
  }

  startGroup(): void {
    this.periods.startGroup();
    this.wash.startGroup();
  }

  opened(short: Short): void {
    // R-OPT-3: a written option is no short sale of stock.
    if (this.ledger.trades.options.has(short.symbol)) {
      this.ledger.washRuleFor(short.symbol)?.wrote(short);
      return;
    }
    remarkShortAgainstLong(this.ledger, short);
    this.periods.opened(short);
    this.wash.opened(short);
  }

  acquired(pool: Pool, piece: Piece): void {
    if (!this.ledger.trades.options.has(pool.symbol)) this.periods.acquired(pool, this.ledger.pieces.purchase[piece]!);
  }

  arriving(piece: Piece): void {
    if (!this.ledger.trades.options.has(this.ledger.pieces.symbol[piece]!)) remarkPurchaseAgainstShort(this.ledger, piece);
  }

  putBought(piece: Piece): void {
    this.puts.bought(piece);
  }

  putClosed(symbol: number, account: number, units: number, day: Day): void {
    this.puts.closed(symbol, account, units, day);
  }

  closed(short: Short, day: Day): void {
    if (!this.ledger.trades.options.has(short.symbol)) this.periods.closed(short, day);
  }

  openOn(day: Day): OpenLossLeft[] {
    return this.wash.openOn(day);
  }

  split(symbol: number, account: number | null, newShares: number, oldShares: number): void {
    this.wash.split(symbol, account, newShares, oldShares);
  }

  renamed(symbol: number, newSymbol: number, account: number | null): void {
    this.wash.renamed(symbol, newSymbol, account);
  }

  closedAtLoss(loss: ShortLoss, day: Day): void {
    if (!this.ledger.trades.options.has(loss.short.symbol)) this.wash.closedAtLoss(loss, day);
  }
}
