/** A loss on its way through its window (R-WS-1), met share by share (R-WS-8). */
import type { LossPiece } from "../../lots/law";
import type { Piece } from "../../lots/pieces";
import type { Day } from "../../values/plain-date";
import { take } from "../../values/take";

/** A loss, or the part of it that nothing has replaced yet. */
export class OpenLoss {
  readonly realized: number;
  readonly sale: number;
  readonly order: number;
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
    this.order = loss.order;
    this.piece = loss.piece;
    this.account = loss.account;
    this.symbol = loss.symbol;
    this.units = this.soldUnits = soldUnits;
    this.lossCents = loss.lossCents;
  }
}

/** Takes `units` off a loss: the loss they carry, and the shares as they were when sold. */
export function meet(loss: OpenLoss, units: number): { readonly disallowedCents: number; readonly soldUnits: number } {
  const disallowedCents = take(loss.lossCents, units, loss.units);
  const soldUnits = take(loss.soldUnits, units, loss.units);
  loss.lossCents -= disallowedCents;
  loss.soldUnits -= soldUnits;
  loss.units -= units;
  return { disallowedCents, soldUnits };
}
