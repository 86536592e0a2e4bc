/**
 * R-WS-13: selling a put that is in the money and practically sure to be exercised is a contract to acquire its
 * shares (Rev. Rul. 85-87). The test is factual, so by default such a put near a loss is found and said;
 * by choice it is matched like a purchase, and the loss raises the cost of closing the put, or the basis of the
 * shares it brings. In the money: struck above the price of the loss sale.
 */
import type { WashSetting } from "../../lots/law";
import type { Short } from "../../lots/shorts";
import { isRetirement } from "../accounts";
import type { Coverage } from "./coverage";
import { meet, type OpenLoss } from "./open-loss";
import { isInWindow, windowOpens } from "./window";

export class WrittenPuts {
  private puts: Short[] = [];

  constructor(
    private readonly setting: WashSetting,
    private readonly coverage: Coverage,
  ) {}

  get isEmpty(): boolean {
    return this.puts.length === 0;
  }

  clear(): void {
    if (this.puts.length > 0) this.puts = [];
  }

  /** A put has been written: meets the losses that are open. */
  wrote(short: Short, openLosses: readonly OpenLoss[]): void {
    const { choices, trades } = this.setting;
    if (choices.writtenPuts === "ignore" || choices.view === "broker") return;
    if (trades.options.get(short.symbol)?.type !== "put") return;
    for (const loss of openLosses) if (isInWindow(loss.day, short.day)) this.meetOne(loss, short);
    this.puts.push(short);
  }

  /** Meets a new loss with the puts written before it, and before the acquisition with this sequence. */
  meet(loss: OpenLoss, before: number): void {
    for (const put of this.puts) {
      if (put.sequence < before && put.day >= windowOpens(loss.day)) this.meetOne(loss, put);
    }
  }

  private meetOne(loss: OpenLoss, put: Short): void {
    const { trades, choices, identicalClass, shorts, washes, realized } = this.setting;
    const { strike } = trades.options.get(put.symbol)!;
    const underlying = this.setting.underlyings.of(put.symbol)!;
    if (loss.units === 0 || put.isReplacement || put.units === 0 || !shorts.includes(put)) return;
    if (identicalClass[underlying] !== identicalClass[loss.symbol] || strike === null || !this.isInTheMoney(loss, strike)) return;
    if (choices.writtenPuts === "ask") {
      this.setting.remark("written-put-near-loss", loss.sale, put.opening);
      return;
    }
    const { lossUnits, replacementUnits } = this.coverage.met(loss.symbol, loss.units, put.symbol, put.units);
    if (lossUnits === 0) return;
    const replacement = replacementUnits < put.units ? shorts.cut(put, replacementUnits) : put;
    const { disallowedCents, soldUnits } = meet(loss, lossUnits);
    realized.disallow(loss.realized, disallowedCents, soldUnits);
    replacement.isReplacement = true;
    const from = this.setting.pieces.countsFrom(loss.piece);
    replacement.lossPeriod = { from, days: loss.day - from };
    const isLost = isRetirement(choices, trades.accounts[put.account]!);
    if (!isLost) replacement.washAddedCents += disallowedCents;
    washes.push({
      piece: loss.realized,
      lossSale: loss.sale,
      lossPurchase: this.setting.pieces.purchase[loss.piece]!,
      lossDay: loss.day,
      units: soldUnits,
      disallowedCents,
      permanentCents: isLost ? disallowedCents : 0,
      replacement: put.opening,
      replacementAccount: put.account,
      basisAddedCents: isLost ? 0 : disallowedCents,
      holdingFrom: put.day,
    });
  }

  private isInTheMoney(loss: OpenLoss, strike: number): boolean {
    const { realized, unitsPerShare } = this.setting;
    const proceedsCents = realized.proceedsOf(loss.realized);
    return strike * 100 * (realized.unitsOf(loss.realized) / unitsPerShare()) > proceedsCents;
  }
}
