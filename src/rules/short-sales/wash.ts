/**
 * R-SS-3: a loss on closing a short is disallowed as far as, within 30 days before or after, another short of
 * the same stock was opened: it goes to the cost side of that short. Against a plain sale of the stock
 * there is nothing to adjust, so that is found and said. IRC 1091(e); Treas. Reg. 1.1091-1(g). Matching is that
 * of R-WS-3 with the new shorts in the place of purchases.
 */
import type { OpenLossLeft } from "../../lots/book-types";
import type { ShortLoss } from "../../lots/law";
import type { Ledger } from "../../lots/ledger";
import type { Short } from "../../lots/shorts";
import { TradeKind } from "../../lots/trades";
import { mulDivRound } from "../../values/mul-div-round";
import type { Day } from "../../values/plain-date";
import { take } from "../../values/take";
import { accountChoice } from "../accounts";
import { isInWindow, WINDOW_DAYS } from "../wash-sale/window";

/** A loss on closing, as far as no new short has met it. */
interface OpenShortLoss extends ShortLoss {
  readonly day: Day;
  /** Today's symbol. */
  symbol: number;
  /** Today's units, splits since included. */
  units: number;
  /** The same shares in units at the time of closing. */
  closedUnits: number;
  lossCents: number;
}

export class ShortWash {
  private openLosses: OpenShortLoss[] = [];

  constructor(private readonly ledger: Ledger) {}

  startGroup(): void {
    if (this.openLosses.length > 0) this.openLosses = [];
  }

  opened(short: Short): void {
    this.dropClosed(short.day);
    let rest: Short | null = short;
    for (const loss of this.openLosses) {
      if (loss.units === 0 || !isInWindow(loss.day, short.day) || !this.canReplace(loss, short)) continue;
      rest = this.match(loss, rest);
      if (rest === null) return;
    }
  }

  closedAtLoss(closed: ShortLoss, day: Day): void {
    const { ledger } = this;
    const { choices, shorts, trades } = ledger;
    if (choices.view === "none" || choices.washExempt.has(trades.accounts[closed.short.account]!.toUpperCase())) return;
    this.remarkLongSales(closed, day);
    const { units, symbol } = closed.short;
    const loss: OpenShortLoss = { ...closed, day, symbol, units, closedUnits: units };
    for (const short of shorts.since(day - WINDOW_DAYS)) {
      if (loss.units === 0) return;
      if (short.isReplacement || !this.canReplace(loss, short)) continue;
      this.match(loss, short);
    }
    if (loss.units > 0) this.openLosses.push(loss);
  }

  openOn(day: Day): OpenLossLeft[] {
    if (this.openLosses.length === 0) return [];
    return this.openLosses
      .filter((loss) => loss.units > 0 && isInWindow(loss.day, day + 1))
      .map(({ sale, short, symbol, day: sold, units, lossCents }) => ({
        sale,
        purchase: short.opening,
        sequence: short.sequence,
        symbol,
        account: short.account,
        acquired: short.day,
        holdingFrom: short.day,
        periodStart: "Purchase",
        sold,
        units,
        lossCents,
        ofShort: true,
      }));
  }

  split(symbol: number, account: number | null, newShares: number, oldShares: number): void {
    for (const loss of this.openLosses) {
      if (loss.symbol !== symbol || (account !== null && loss.short.account !== account)) continue;
      loss.units = mulDivRound(loss.units, newShares, oldShares);
    }
  }

  renamed(symbol: number, newSymbol: number, account: number | null): void {
    for (const loss of this.openLosses) {
      if (loss.symbol === symbol && (account === null || loss.short.account === account)) loss.symbol = newSymbol;
    }
  }

  /** Forgets losses that are met in full or whose window has closed. */
  private dropClosed(today: Day): void {
    let closed = 0;
    for (const loss of this.openLosses) {
      if (loss.units !== 0 && isInWindow(loss.day, today)) break;
      closed++;
    }
    if (closed > 0) this.openLosses.splice(0, closed);
  }

  private canReplace(loss: OpenShortLoss, short: Short): boolean {
    const { choices, identicalClass, trades } = this.ledger;
    if (short.opening === loss.short.opening || trades.options.has(short.symbol)) return false;
    if (choices.view === "broker") return short.account === loss.short.account && short.symbol === loss.symbol;
    return identicalClass[short.symbol] === identicalClass[loss.symbol];
  }

  /** Meets a loss with a new short; answers the part of the short that is still free, or null. */
  private match(loss: OpenShortLoss, short: Short): Short | null {
    const { ledger } = this;
    if (ledger.choices.shortWashTarget === "flag") {
      ledger.remark("short-near-short-loss", loss.sale, short.opening);
      return null;
    }
    const units = Math.min(loss.units, short.units);
    const isPart = units < short.units;
    const replacement = isPart ? ledger.shorts.cut(short, units) : short;
    const disallowedCents = take(loss.lossCents, units, loss.units);
    const closedUnits = take(loss.closedUnits, units, loss.units);
    loss.lossCents -= disallowedCents;
    loss.closedUnits -= closedUnits;
    loss.units -= units;
    ledger.realized.disallow(loss.realized, disallowedCents, closedUnits);
    replacement.isReplacement = true;
    const isLost = this.isLostIn(replacement.account, loss.short.account);
    if (!isLost) replacement.washAddedCents += disallowedCents;
    ledger.washes.push({
      piece: loss.realized,
      lossSale: loss.sale,
      lossPurchase: loss.short.opening,
      lossDay: loss.day,
      units: closedUnits,
      disallowedCents,
      permanentCents: isLost ? disallowedCents : 0,
      replacement: replacement.opening,
      replacementAccount: replacement.account,
      basisAddedCents: isLost ? 0 : disallowedCents,
      holdingFrom: replacement.day,
    });
    return isPart ? short : null;
  }

  /** R-WS-9: a short in a retirement account carries nothing forward, by choice nor does the spouse's. */
  private isLostIn(account: number, accountOfLoss: number): boolean {
    const { retirement, choices, trades } = this.ledger;
    if (retirement[account] === 1) return true;
    const ownerOf = (one: number): string => accountChoice(choices, trades.accounts[one]!).owner;
    return choices.spouseReplacement === "permanent" && ownerOf(account) !== ownerOf(accountOfLoss);
  }

  private remarkLongSales(loss: ShortLoss, day: Day): void {
    const { ledger } = this;
    const { trades, identicalClass, choices } = ledger;
    for (const at of ledger.eventsBetween(day - WINDOW_DAYS, day + WINDOW_DAYS)) {
      if (trades.kind[at] !== TradeKind.Sell) continue;
      if (identicalClass[trades.symbol[at]!] !== identicalClass[loss.short.symbol]) continue;
      if (choices.view === "broker" && trades.account[at] !== loss.short.account) continue;
      ledger.remark("sale-near-short-loss", loss.sale, at);
    }
  }
}
